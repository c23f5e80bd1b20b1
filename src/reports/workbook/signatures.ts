import { cellAddress } from '../../core/address.js';
import { formalDate, formatDate } from '../../core/format.js';
import { mirror } from './figures.js';
import { halves, NUMBER_ROW } from './page.js';
import type { Edition } from './scope.js';
import { STYLES } from './styles.js';
import type { CellValue, Sheet } from './xlsx/model.js';
import { sheetRef } from './xlsx/sheet.js';

/** What an office fills in by hand. */
export interface Signing {
  readonly number: CellValue;
  /** Place and date. */
  readonly date: CellValue;
  readonly preparerName: CellValue;
  readonly signerTitle: CellValue;
  readonly signerName: CellValue;
}

/** Columns of the cover in which its date and its signatures stand. */
export const COVER = { date: 3, preparer: 0, signer: 4 } as const;
/** From the date's row to the title of who signs, and to the name. */
const TO_TITLE = 1;
const TO_NAME = 6;

/** As the config has it: for the cover. */
export function ownSigning(edition: Edition): Signing {
  return { ...edition.letterhead, date: placeAndDate(edition) };
}

/** As the cover has it, by formula: what is typed there once stands on every sheet. */
export function repeatedSigning(edition: Edition, signatureRow: number): Signing {
  const { letterhead: head, labels: t } = edition;
  const at = (column: number, row: number, text: string) =>
    mirror(sheetRef(t.cover) + cellAddress(column, row), text);
  return {
    number: at(0, NUMBER_ROW, head.number),
    date: at(COVER.date, NUMBER_ROW, placeAndDate(edition)),
    preparerName: at(COVER.preparer, signatureRow + TO_NAME, head.preparerName),
    signerTitle: at(COVER.signer, signatureRow + TO_TITLE, head.signerTitle),
    signerName: at(COVER.signer, signatureRow + TO_NAME, head.signerName),
  };
}

/** Who made the sheet and who signs it, under the place and date if any. Gives the last row. */
export function signatures(
  sheet: Sheet,
  edition: Edition,
  row: number,
  columns: number,
  { date, preparerName, signerTitle, signerName }: Omit<Signing, 'date'> & { date?: CellValue },
): number {
  const { labels: t } = edition;
  const { left, right } = halves(sheet, columns, 0.5);
  if (date !== undefined) right(row, date, STYLES.italicHead);
  left(row + TO_TITLE, t.preparer, STYLES.signTitle);
  right(row + TO_TITLE, signerTitle, STYLES.signTitle);
  left(row + 2, t.preparerHint, STYLES.italicCenter);
  right(row + 2, lacksOffice(edition) ? t.signForHint : t.signHint, STYLES.italicCenter);
  left(row + TO_NAME, preparerName, STYLES.signTitle);
  right(row + TO_NAME, signerName, STYLES.signTitle);
  return row + TO_NAME;
}

/**
 * Whether the title says for whom it is signed alone (`T/M BAN THƯỜNG VỤ`, `TM. ỦY BAN NHÂN DÂN`),
 * so that the office of who signs is to be written below it; with `PHÓ BÍ THƯ` it is there.
 */
function lacksOffice({ labels: t, letterhead: { signerTitle } }: Edition): boolean {
  const title = signerTitle.trim();
  return title === t.partySigner || /^T\/?M\b[^\n]*$/iu.test(title);
}

/** `Cà Mau, ngày 14 tháng 9 năm 2024`. */
function placeAndDate({ lang, letterhead: head, date }: Edition): string {
  return `${head.place}, ${lang === 'vi' ? formalDate(date) : formatDate(date, lang)}`;
}

import { periodName } from '../text-labels.js';
import type { Edition } from './scope.js';
import { STYLES } from './styles.js';
import type { Page, Sheet, Style } from './xlsx/model.js';
import { across, put, putOver, rowAt } from './xlsx/sheet.js';

/** Agency at the left, motto or Party heading at the right, over `columns` columns. */
export function letterhead(sheet: Sheet, edition: Edition, columns: number): void {
  const middle = Math.max(1, Math.floor(columns * 0.45));
  const left = (row: number, text: string, style: Style) =>
    putOver(sheet, across(row, 0, middle - 1), text, style);
  const right = (row: number, text: string, style: Style) =>
    putOver(sheet, across(row, middle, columns - 1), text, style);
  const { letterhead: head, labels: t } = edition;
  if (head.form === 'party') {
    left(1, head.agency, STYLES.agencyBold);
    left(2, '*', STYLES.agencyBold);
    right(1, t.partyHeading, STYLES.mottoLower);
  } else {
    left(1, head.parent, STYLES.agency);
    left(2, head.agency, STYLES.agencyBold);
    right(1, t.motto[0]!, STYLES.motto);
    right(2, t.motto[1]!, STYLES.mottoLower);
  }
  rowAt(sheet, 1).height = 18;
  rowAt(sheet, 2).height = 18;
}

/** Bold capitals of a title take this much more room than a cell's text. */
const CAPITALS = 0.62;

/** `BIỂU SỐ 01`, the title in capitals, and the report that it comes with. */
export function tableTitle(
  sheet: Sheet,
  edition: Edition,
  columns: number,
  texts: {
    readonly number?: string;
    readonly title: readonly [string, string];
    readonly unit?: string;
  },
): void {
  const { labels: t, summary, letterhead: head } = edition;
  const last = columns - 1;
  if (texts.number !== undefined)
    putOver(sheet, across(3, 0, last), t.tableNumber(texts.number), STYLES.tableNumber);
  rowAt(sheet, 3).height = 24;
  const title = brokenTitle(texts.title, widthOf(sheet, columns));
  putOver(sheet, across(4, 0, last), title, STYLES.title);
  rowAt(sheet, 4).height = 4 + 18 * linesOf(title, widthOf(sheet, columns) * CAPITALS);
  const attached = head.report === null ? t.attachedToBlank : t.attachedTo(head.report);
  const place = edition.root.unit.name;
  const period = `${place} – ${periodName(summary.period, edition.lang)}`;
  putOver(sheet, across(5, 0, last), `${period} ${attached}`, STYLES.italicCenter);
  if (texts.unit !== undefined)
    putOver(sheet, across(6, 0, last), t.unitOfMeasure(texts.unit), STYLES.italicRight);
}

/** A title too long for a line breaks before its last part: `… THEO HUYỆN, THÀNH PHỐ`. */
function brokenTitle(title: readonly [string, string], width: number): string {
  const whole = upper(title.join(' '));
  return linesOf(whole, width * CAPITALS) > 1 ? upper(title.join('\n')) : whole;
}

function widthOf(sheet: Sheet, columns: number): number {
  return sheet.widths.slice(0, columns).reduce<number>((sum, width) => sum + (width ?? 9), 0);
}

/** Title of a sheet that is not for signing: no letterhead. Gives the next free row. */
export function plainTitle(sheet: Sheet, edition: Edition, columns: number, title: string): number {
  const { labels: t, summary, root } = edition;
  putOver(sheet, across(1, 0, columns - 1), upper(title), STYLES.title);
  rowAt(sheet, 1).height = 24;
  const period = t.period(periodName(summary.period, edition.lang));
  putOver(sheet, across(2, 0, columns - 1), `${root.unit.name} – ${period}`, STYLES.italicCenter);
  return 4;
}

/** Who made the table and who signs it, under the place and date. Gives the last row. */
export function signatures(
  sheet: Sheet,
  edition: Edition,
  row: number,
  columns: number,
  dated = true,
): number {
  const { labels: t, letterhead: head } = edition;
  const middle = Math.max(1, Math.floor(columns * 0.5));
  const left = (at: number, text: string, style: Style) =>
    putOver(sheet, across(at, 0, middle - 1), text, style);
  const right = (at: number, text: string, style: Style) =>
    putOver(sheet, across(at, middle, columns - 1), text, style);
  if (dated) right(row, placeAndDate(edition), STYLES.italicCenter);
  left(row + 1, t.preparer, STYLES.signTitle);
  right(row + 1, head.signerTitle, STYLES.signTitle);
  left(row + 2, t.preparerHint, STYLES.italicCenter);
  right(row + 2, t.signHint, STYLES.italicCenter);
  left(row + 6, head.preparerName, STYLES.signTitle);
  right(row + 6, head.signerName, STYLES.signTitle);
  return row + 6;
}

/** `Cà Mau, ngày 14 tháng 9 năm 2024`. */
export function placeAndDate({ labels: t, letterhead: head, date }: Edition): string {
  const [year, month, day] = date.split('-').map((part) => String(Number(part)));
  return t.placeAndDate(head.place, pad(day!, 9), pad(month!, 2), year!);
}

/** Days below 10 and months 1 and 2 are written with a zero (Nghị định 30/2020/NĐ-CP). */
function pad(n: string, upTo: number): string {
  return Number(n) <= upTo ? n.padStart(2, '0') : n;
}

/** A4 landscape, as wide as the page, numbered. */
export function landscape(edition: Edition, more: Partial<Page> = {}): Page {
  return {
    landscape: true,
    fitToWidth: true,
    footer: {
      left: `${edition.root.unit.name.replaceAll('&', '&&')} – ${periodName(edition.summary.period, edition.lang)}`,
      right: edition.labels.page,
    },
    ...more,
  };
}

export function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** Lines that a text takes in a cell of that width, in characters. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / Math.max(1, width * 1.05))))
    .reduce((a, b) => a + b, 0);
}

/** A row of header cells, high enough for its longest text. */
export function headRow(
  sheet: Sheet,
  row: number,
  texts: readonly string[],
  style: Style = STYLES.head,
): void {
  for (const [column, text] of texts.entries()) put(sheet, row, column, text, style);
  const lines = texts.map((text, i) => linesOf(text, (sheet.widths[i] ?? 10) * 0.9));
  rowAt(sheet, row).height = 6 + 14 * Math.max(1, ...lines);
}

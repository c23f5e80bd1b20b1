import type { Lang } from '../../core/lang.js';
import { LISTS } from '../own-sheets.js';
import { safeText } from '../safe-text.js';
import { heightFor } from '../workbook/text-lines.js';
import type { Sheet, Style } from '../workbook/xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from '../workbook/xlsx/sheet.js';
import { LABELS } from './labels.js';
import { FILLS } from './styles.js';
import type { Remark } from './types.js';

/** A sheet with more is no help; what is left out is told. */
const MOST_REMARKS = 2000;

const WIDTHS = [5, 10.5, 16, 8, 46, 42, 11];
const BODY = { size: 11, vertical: 'top', wrap: true, border: 'all' } as const;
const STYLES = {
  title: { size: 16, bold: true },
  intro: { size: 11, italic: true, wrap: true, vertical: 'top' },
  heading: { ...BODY, bold: true, horizontal: 'center', vertical: 'center', fill: 'D9E1F2' },
  text: BODY,
  middle: { ...BODY, horizontal: 'center' },
  link: { ...BODY, horizontal: 'center', color: '0563C1', underline: true },
  error: { ...BODY, horizontal: 'center', fill: FILLS.error },
  warning: { ...BODY, horizontal: 'center', fill: FILLS.warning },
  info: { ...BODY, horizontal: 'center' },
} as const satisfies Record<string, Style>;

const FIRST = 5;

/** The first sheet of a returned copy: what is to be mended, with links to the cells. */
export function listSheet(
  name: string,
  remarks: readonly Remark[],
  { lang, apart }: { readonly lang: Lang; readonly apart: boolean },
): Sheet {
  const t = LABELS[lang];
  const sheet = newSheet(name);
  sheet.widths.push(...WIDTHS);
  sheet.tabColor = 'C00000';
  put(sheet, 1, 0, LISTS[lang].title, STYLES.title);
  putOver(sheet, across(2, 0, WIDTHS.length - 1), apart ? t.apart : t.intro, STYLES.intro);
  rowAt(sheet, 1).height = 24;
  rowAt(sheet, 2).height = 34;
  for (const [i, text] of t.headings.entries()) put(sheet, FIRST - 1, i, text, STYLES.heading);
  const shown = remarks.slice(0, MOST_REMARKS);
  for (const [i, remark] of shown.entries()) remarkRow(sheet, i, remark, { lang, apart });
  const left = remarks.length - shown.length;
  if (left > 0) put(sheet, FIRST + shown.length, 4, t.more(left), STYLES.intro);
  sheet.frozen = { rows: FIRST - 1, columns: 0 };
  sheet.page = {
    landscape: true,
    fitToWidth: true,
    titleRows: [FIRST - 1, FIRST - 1],
    footer: { left: '', right: t.page },
  };
  return sheet;
}

function remarkRow(
  sheet: Sheet,
  i: number,
  remark: Remark,
  { lang, apart }: { readonly lang: Lang; readonly apart: boolean },
): void {
  const t = LABELS[lang];
  const row = FIRST + i;
  const { severity, code, cell, message, fix } = remark;
  const where = cell || (remark.row === null ? '' : t.row(remark.row));
  const linked = cell !== '' && remark.sheet !== '' && !apart;
  put(sheet, row, 0, i + 1, STYLES.middle);
  put(sheet, row, 1, t.severity[severity], STYLES[severity]);
  put(sheet, row, 2, safeText(remark.sheet), STYLES.text);
  put(sheet, row, 3, where, linked ? STYLES.link : STYLES.middle);
  put(sheet, row, 4, safeText(message), STYLES.text);
  put(sheet, row, 5, safeText(fix), STYLES.text);
  put(sheet, row, 6, code, STYLES.middle);
  if (linked) sheet.links.push({ row, column: 3, to: { location: sheetRef(remark.sheet) + cell } });
  rowAt(sheet, row).height = heightFor([
    [remark.sheet, WIDTHS[2]!, STYLES.text],
    [message, WIDTHS[4]!, STYLES.text],
    [fix, WIDTHS[5]!, STYLES.text],
  ]);
}

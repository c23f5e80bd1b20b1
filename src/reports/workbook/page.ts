import { periodName } from '../../core/period-words.js';
import type { Edition } from './scope.js';
import { STYLES } from './styles.js';
import { charactersOf, heightOf, linesOf, mergedWidth } from './text-lines.js';
import type { CellValue, Page, Sheet, Stroke, Style } from './xlsx/model.js';
import { across, put, putOver, rowAt } from './xlsx/sheet.js';

/** Row of the number, the place and the date under a letterhead. */
export const NUMBER_ROW = 3;

/** Agency and number at the left, motto or Party heading at the right, over `columns` columns. */
export function letterhead(
  sheet: Sheet,
  edition: Edition,
  columns: number,
  number: CellValue,
): void {
  const { left, right } = halves(sheet, columns, LEFT_SHARE);
  const { letterhead: head, labels: t } = edition;
  if (head.form === 'party') {
    const [above, own] = head.parent === '' ? [] : [head.parent, head.agency];
    left(1, above ?? head.agency, above === undefined ? STYLES.agencyBold : STYLES.agency);
    left(2, own === undefined ? '*' : `${own}\n*`, STYLES.agencyBold);
    right(1, t.partyHeading, STYLES.mottoLower);
  } else {
    left(1, head.parent, STYLES.agency);
    left(2, head.agency, STYLES.agencyBold);
    sheet.strokes.push(lineUnder(sheet, columns, head.agency));
    rowAt(sheet, NUMBER_ROW).height = BELOW_LINE;
    right(1, t.motto[0]!, STYLES.motto);
    right(2, t.motto[1]!, STYLES.mottoLower);
  }
  left(NUMBER_ROW, number, STYLES.documentNumber);
}

/** Place and date over some columns, in a row that is high enough. */
export function placedDate(
  sheet: Sheet,
  row: number,
  [from, to]: readonly [number, number],
  date: CellValue,
): void {
  over(sheet, from, to)(row, date, STYLES.italicHead);
}

/** A line under the agency's name, as long as two fifths of it (Nghị định 30/2020/NĐ-CP, phụ lục I). */
function lineUnder(sheet: Sheet, columns: number, agency: string): Stroke {
  const middle = leftOf(columns, LEFT_SHARE);
  const width = widthOf(sheet, middle);
  const text = Math.min(width, charactersOf(agency.split('\n').at(-1)!, STYLES.agencyBold));
  return { row: NUMBER_ROW, left: 0, right: middle - 1, share: (text / width) * LINE_SHARE };
}

/** Of a letterhead's columns, those of the agency; of its name, the line under it. */
const LEFT_SHARE = 0.45;
const LINE_SHARE = 0.4;

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
    putOver(sheet, across(4, 0, last), t.tableNumber(texts.number), STYLES.tableNumber);
  rowAt(sheet, 4).height = 22;
  const title = brokenTitle(texts.title, widthOf(sheet, columns));
  putOver(sheet, across(5, 0, last), title, STYLES.title);
  rowAt(sheet, 5).height = 4 + 18 * linesOf(title, widthOf(sheet, columns), STYLES.title);
  const attached = head.report === null ? t.attachedToBlank(head.sign) : t.attachedTo(head.report);
  const period = `${edition.place} – ${periodName(summary.period, edition.lang)}`;
  const under = `${period} ${attached}`;
  over(sheet, 0, columns)(6, under, STYLES.italicHead);
  if (texts.unit !== undefined)
    putOver(sheet, across(7, 0, last), t.unitOfMeasure(texts.unit), STYLES.italicRight);
}

/**
 * Writes rows into the left and the right part of the page, each row high enough for both.
 * @param share of the columns that are left
 */
export function halves(sheet: Sheet, columns: number, share: number) {
  const middle = leftOf(columns, share);
  return { left: over(sheet, 0, middle), right: over(sheet, middle, columns) };
}

/** Writes a row's text over some columns, and makes the row high enough for it. */
function over(sheet: Sheet, from: number, to: number) {
  return (row: number, value: CellValue, style: Style) => {
    putOver(sheet, across(row, from, to - 1), value, style);
    const text = typeof value === 'object' && value !== null ? value.value : value;
    const room = widthOf(sheet, to, from);
    const lines = style.wrap === true ? linesOf(String(text ?? ''), room, style) : 1;
    const at = rowAt(sheet, row);
    at.height = Math.max(at.height ?? 0, LINE + (LINE - 1) * (lines - 1));
  };
}

function leftOf(columns: number, share: number): number {
  return Math.max(1, Math.floor(columns * share));
}

/** Points of the row of the number, at whose top the line under the agency is: it is to touch no letter. */
const BELOW_LINE = 20.25;

/** Points of a line of a letterhead or a signature. */
const LINE = 17.25;

/** A title too long for a line breaks before its last part: `… THEO HUYỆN, THÀNH PHỐ`. */
export function brokenTitle(title: readonly [string, string], width: number): string {
  const whole = upper(title.join(' '));
  return linesOf(whole, width, STYLES.title) > 1 ? upper(title.join('\n')) : whole;
}

function widthOf(sheet: Sheet, to: number, from = 0): number {
  return mergedWidth(sheet.widths.slice(from, to));
}

/** Title of a sheet that is not for signing: no letterhead. Gives the next free row. */
export function plainTitle(sheet: Sheet, edition: Edition, columns: number, title: string): number {
  const { labels: t, summary, place } = edition;
  putOver(sheet, across(1, 0, columns - 1), upper(title), STYLES.title);
  rowAt(sheet, 1).height = 24;
  const period = t.period(periodName(summary.period, edition.lang));
  putOver(sheet, across(2, 0, columns - 1), `${place} – ${period}`, STYLES.italicCenter);
  return 4;
}

/** A4 landscape, as wide as the page, numbered. */
export function landscape(edition: Edition, more: Partial<Page> = {}): Page {
  return {
    landscape: true,
    fitToWidth: true,
    footer: {
      left: `${edition.place.replaceAll('&', '&&')} – ${periodName(edition.summary.period, edition.lang)}`,
      right: edition.labels.page,
    },
    ...more,
  };
}

/** A4 upright, as wide as the page, numbered. */
export function upright(edition: Edition, more: Partial<Page> = {}): Page {
  return { ...landscape(edition, more), landscape: false };
}

/** In capitals, as a title is. */
export function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** A row of header cells, high enough for its longest text. */
export function headRow(
  sheet: Sheet,
  row: number,
  texts: readonly string[],
  style: Style = STYLES.head,
): void {
  for (const [column, text] of texts.entries()) put(sheet, row, column, text, style);
  const lines = texts.map((text, i) => linesOf(text, sheet.widths[i] ?? 10, style));
  rowAt(sheet, row).height = headHeight(Math.max(1, ...lines));
}

/** The height in points of a row of headings of so many lines. */
export function headHeight(lines: number): number {
  return 3 + heightOf(lines, STYLES.head.size);
}

import { cellText } from '../cells/cell-text.js';
import type { SheetRow } from '../table-context.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey } from './header-text.js';
import { partOf } from './heading-part.js';
import type { Recognition } from './recognise.js';

/** True for a folded heading of a running total since a year began, which is not all that there is. */
export function saysSinceYear(key: string): boolean {
  return /\bdau nam\b|\b\d{1,2} thang\b|\bnam (?:nay|20\d\d)$/.test(key);
}

/**
 * True of a table of stocks that count nobody who works in a team: what is new in a month, or since
 * the year began, is not all that there is.
 */
export function countsAll({ layout }: Pick<Recognition, 'layout'>): boolean {
  return layout.flows.size === 0 && layout.form.tally?.team === undefined;
}

/**
 * Of a stock's column that counts since the year began (`Lũy kế từ đầu năm`) the one beside it with what is
 * new in the month (`Trong tháng`), where the two say different things: neither need be all that there is.
 * Null for all other tables.
 * @param rows the first rows below the header
 */
export function monthBesideYear(
  found: Recognition,
  columns: readonly HeaderColumn[],
  rows: () => readonly SheetRow[],
): HeaderColumn | null {
  if (found.layout.layout !== 'tally' || !countsAll(found)) return null;
  for (const id of found.layout.required) {
    const at = found.fields.get(id);
    const year = columns.find(({ column }) => column === at);
    const month = year && columns.find((one) => isMonthOf(year, one));
    if (month !== undefined && rows().some((row) => differ(row, year!, month))) return month;
  }
  return null;
}

/** The headings differ in one row alone: of the year's and of the month's. */
function isMonthOf(year: HeaderColumn, month: HeaderColumn): boolean {
  if (year.texts.length !== month.texts.length) return false;
  const differing = year.texts.flatMap((text, i) =>
    text === month.texts[i] ? [] : [[headerKey(text), headerKey(month.texts[i]!)] as const],
  );
  const [[since, own] = ['', ''], ...more] = differing;
  if (more.length > 0 || partOf(since) !== 'running' || !saysSinceYear(since)) return false;
  const part = partOf(own);
  return part === 'period' || part === 'added';
}

function differ({ values }: SheetRow, ...[year, month]: [HeaderColumn, HeaderColumn]): boolean {
  const [whole, own] = [year, month].map(({ column }) => cellText(values[column]));
  return whole !== '' && own !== '' && whole !== own;
}

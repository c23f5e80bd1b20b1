import { getOrMake } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { isTotalText } from '../cells/row-kind.js';
import { weekAlone, weekLeading } from '../cells/week-text.js';
import { isMonth } from '../header/dated-heading.js';
import type { SheetRow } from '../table-context.js';
import { type DownHeader, labelColumn } from './header.js';

/** The rows of one week, round or month below a header that has a column of them. */
export interface StretchRows {
  readonly header: DownHeader;
  readonly rows: readonly SheetRow[];
  /** What names it, as a line above its rows. */
  readonly line: SheetRow;
}

/**
 * A table with a row for each figure and week (`Nội dung | Tuần | Ấp A | Ấp B`), or for each week of the
 * one that its title names (`Tuần | Ấp A | Ấp B`), taken apart by weeks: a name that is blank is the one
 * above, and totals are left out. None where a row of counts says no week: it may be of all.
 * @param rows the header's and those below
 */
export function rowsByStretch(
  header: DownHeader,
  rows: readonly SheetRow[],
): readonly StretchRows[] {
  const { stretch, label, values } = header;
  if (stretch === undefined) return [];
  const byStretch = new Map<string, SheetRow[]>();
  let name: Value = header.named ?? null;
  for (const row of below(header, rows)) {
    if (header.named === undefined && !isBlank(row.values[label])) name = row.values[label]!;
    if (values.every(({ column }) => isBlank(row.values[column]))) continue;
    const text = cellText(row.values[stretch]);
    if (isTotalText(text)) continue;
    const said = saidIn(text, header);
    if (said === null) return [];
    const own = row.values.map((value, at) => (at === label ? name : value));
    getOrMake(byStretch, said, () => []).push({ ...row, values: own });
  }
  return [...byStretch].map(([said, own], i) => {
    const { number } = own[0]!;
    const unknown = i === 0 ? header.unknown : [];
    const line = { number, values: [...Array.from({ length: stretch }, () => null), said] };
    return { header: { ...header, bottom: number - 1, unknown }, rows: own, line };
  });
}

function below(header: DownHeader, rows: readonly SheetRow[]): readonly SheetRow[] {
  const all = rows.filter(({ number }) => number > header.bottom);
  const next = all.findIndex((row) => labelColumn(row) !== null);
  return next < 0 ? all : all.slice(0, next);
}

/** `Tuần 1` below `Tuần` as `1` is; null for what names none. */
function saidIn(text: string, { ofMonths }: DownHeader): string | null {
  if (ofMonths) {
    const month = /^\d{1,2}$/.test(text) ? `Tháng ${text}` : text;
    return isMonth(month) ? month : null;
  }
  const week = weekLeading(text) ?? weekAlone(text);
  if (week === null) return null;
  return /^[đd]/.test(fold(text)) ? `Đợt ${week}` : `Tuần ${week}`;
}

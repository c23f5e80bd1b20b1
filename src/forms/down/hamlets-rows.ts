import { getOrMake } from '../../core/memo.js';
import { cellText } from '../cells/cell-text.js';
import { isTotalText, withoutMark } from '../cells/row-kind.js';
import type { SheetRow } from '../table-context.js';
import { type DownHeader, labelColumn } from './header.js';

/** The rows of one hamlet below a header that has a column of hamlets, with what stands for their header. */
export interface HamletsRows {
  readonly header: DownHeader;
  readonly rows: readonly SheetRow[];
  /** What names the hamlet, as a line above its rows. */
  readonly line: SheetRow;
}

/**
 * A table with a row for each hamlet and figure (`Ấp | Chỉ tiêu | Giá trị`), taken apart by hamlets, in
 * the order in which they first stand: a blank cell means the one above, and totals are left out.
 * None where no column names them.
 * @param rows the header's and those below
 */
export function rowsByHamlet(
  header: DownHeader,
  rows: readonly SheetRow[],
): readonly HamletsRows[] {
  const { places } = header;
  if (places === undefined) return [];
  const below = rows.filter(({ number }) => number > header.bottom);
  const next = below.findIndex((row) => labelColumn(row) !== null);
  const byPlace = new Map<string, { readonly names: Names; readonly rows: SheetRow[] }>();
  let names: Names = { commune: '', hamlet: '' };
  for (const row of next < 0 ? below : below.slice(0, next)) {
    names = namesIn(row, places, names);
    if (names.hamlet === '' || isTotalText(names.hamlet)) continue;
    const own = { names, rows: [] };
    getOrMake(byPlace, `${names.commune}\n${names.hamlet}`, () => own).rows.push(row);
  }
  return [...byPlace.values()].map((one, i) => {
    const [first] = one.rows as [SheetRow];
    const bottom = first.number - 1;
    const unknown = i === 0 ? header.unknown : [];
    const own = { ...header, bottom, unknown };
    return { header: own, rows: one.rows, line: lineOf(first.number, one.names, places) };
  });
}

interface Names {
  readonly commune: string;
  readonly hamlet: string;
}

type Places = NonNullable<DownHeader['places']>;

/** Another commune's hamlet is not the one above. */
function namesIn({ values }: SheetRow, { hamlet, commune }: Places, above: Names): Names {
  const said = (column: number | null) =>
    column === null ? '' : withoutMark(cellText(values[column]));
  const own = said(commune) || above.commune;
  const isAnother = own !== above.commune && above.commune !== '';
  return { commune: own, hamlet: said(hamlet) || (isAnother ? '' : above.hamlet) };
}

/** In the cells in which they are named. */
function lineOf(number: number, names: Names, { hamlet, commune }: Places): SheetRow {
  const values: string[] = [];
  values[hamlet] = `Ấp: ${names.hamlet}`;
  if (commune !== null && names.commune !== '') values[commune] = `Xã: ${names.commune}`;
  return { number, values: Array.from(values, (text) => text ?? null) };
}

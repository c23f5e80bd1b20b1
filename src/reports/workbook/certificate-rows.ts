import { getOrMake, memo } from '../../core/memo.js';
import type { Node } from '../../geography/types.js';
import { sumOfRows } from '../../rollup/row-counts.js';
import type { RowCounts, Summary } from '../../rollup/types.js';
import { rowsInAll } from '../figures.js';
import { safeText } from '../safe-text.js';
import { NUMBER, section, WIDTHS } from './certificate-parts.js';
import { sum } from './figures.js';
import { headRow } from './page.js';
import { planRows, type UnitRow } from './plan.js';
import type { Edition } from './scope.js';
import { ranked, STYLES } from './styles.js';
import { heightFor, heightOf, linesOf, noteHeight } from './text-lines.js';
import type { CellValue, Sheet, Style } from './xlsx/model.js';
import { across, put, putOver, rowAt } from './xlsx/sheet.js';

function rowsHead(sheet: Sheet, { labels: t }: Edition, row: number): void {
  headRow(sheet, row, [
    t.number,
    t.unitOrFile,
    t.read,
    t.accepted,
    t.rejected,
    t.ignored,
    t.difference,
  ]);
}

/**
 * Rows of each unit above the hamlets, and those that are of none of them alone; in all, what was read.
 * Of a unit below, that those of none are told by file alone. Packages have rows by the lowest unit that
 * covers a file, so that one may have more than those below it: it is said why.
 */
export function unitRows(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t, levels, isWhole } = edition;
  section(sheet, top, t.byUnit);
  rowsHead(sheet, edition, top + 1);
  const depth = Math.max(1, levels.filter((level) => level !== 'hamlet').length);
  const [total, ...units] = planRows(edition, depth, top + 2);
  const counts = countsByUnit(edition);
  const known = counts.get(edition.root.unit.code) ?? NO_ROWS;
  const all = isWhole ? rowsInAll(edition.summary) : known;
  const last = total!.row + units.length + 1;
  for (const unit of [...units].reverse()) unitLine(sheet, counts, unit);
  const rest = minus(all, sumBelow(counts, edition.root));
  const hasRest = isWhole || rest.read > 0;
  if (hasRest) unknownLine(sheet, edition, last, rest);
  else noteLine(sheet, last, t.rowsOfFilesAlone);
  put(sheet, total!.row, 0, null, ranked('total'));
  put(sheet, total!.row, 1, t.total, ranked('total'));
  const parts = total!.children.map((child) => child.row).concat(hasRest ? last : []);
  sumCells(sheet, total!.row, parts, all, 'total');
  const hasOwn = ({ node, lowest }: UnitRow) =>
    !lowest && (counts.get(node.unit.code)?.read ?? 0) > sumBelow(counts, node).read;
  if (!units.some(hasOwn)) return last;
  noteLine(sheet, last + 1, t.rowsOfSeveral);
  return last + 1;
}

function sumBelow(counts: ReadonlyMap<string, RowCounts>, { children }: Node): RowCounts {
  return sumOfRows(children.map(({ unit }) => counts.get(unit.code) ?? NO_ROWS));
}

function unitLine(sheet: Sheet, counts: ReadonlyMap<string, RowCounts>, unit: UnitRow): void {
  const rank = unit.lowest ? 'unit' : 'group';
  put(sheet, unit.row, 0, unit.number, ranked(rank, { horizontal: 'center' }));
  const { name } = unit.node.unit;
  const style = ranked(rank, { wrap: true });
  put(sheet, unit.row, 1, name, style);
  const lines = linesOf(name, WIDTHS[1]!, style);
  if (lines > 1) rowAt(sheet, unit.row).height = heightOf(lines);
  const rows = counts.get(unit.node.unit.code) ?? NO_ROWS;
  const below = unit.children.map((child) => child.row);
  if (unit.lowest) rowCells(sheet, unit.row, rows, rank);
  else sumCells(sheet, unit.row, below, rows, rank);
}

/** Blank rows, titles and subtotals, rows that do not say whose they are, and files of several units. */
function unknownLine(sheet: Sheet, { labels: t }: Edition, row: number, rows: RowCounts): void {
  put(sheet, row, 0, null, STYLES.textCenter);
  put(sheet, row, 1, t.unknownUnit, STYLES.text);
  rowAt(sheet, row).height = heightOf(linesOf(t.unknownUnit, WIDTHS[1]!));
  rowCells(sheet, row, rows, 'unit');
}

function noteLine(sheet: Sheet, row: number, text: string): void {
  putOver(sheet, across(row, 0, WIDTHS.length - 1), text, STYLES.italicWrap);
  rowAt(sheet, row).height = noteHeight(text, ROOM);
}

const ROOM = WIDTHS.reduce((sum, width) => sum + width, 0);

function minus(a: RowCounts, b: RowCounts): RowCounts {
  return {
    read: a.read - b.read,
    accepted: a.accepted - b.accepted,
    rejected: a.rejected - b.rejected,
    ignored: a.ignored - b.ignored,
  };
}

const NO_ROWS: RowCounts = { read: 0, accepted: 0, rejected: 0, ignored: 0 };

function withRead(line: Omit<RowCounts, 'read'>): RowCounts {
  const { accepted, rejected, ignored } = line;
  return { read: accepted + rejected + ignored, accepted, rejected, ignored };
}

/** Made once for all workbooks of a run. */
const rowsByUnit = memo((units: Summary['units']): ReadonlyMap<string, readonly RowCounts[]> => {
  const own = new Map<string, RowCounts[]>();
  for (const { unit, ...line } of units)
    if (unit !== null) getOrMake(own, unit, () => []).push(withRead(line));
  return own;
});

/** A unit's rows are those of the units below it, and its own where there are any. */
function countsByUnit({ summary, root }: Edition): ReadonlyMap<string, RowCounts> {
  const own = rowsByUnit(summary.units);
  const counts = new Map<string, RowCounts>();
  const add = (node: Node): RowCounts => {
    const sum = sumOfRows([...(own.get(node.unit.code) ?? []), ...node.children.map(add)]);
    counts.set(node.unit.code, sum);
    return sum;
  };
  add(root);
  return counts;
}

function rowCells(sheet: Sheet, row: number, rows: RowCounts, rank: Parameters<typeof ranked>[0]) {
  const style = ranked(rank, NUMBER);
  const values: CellValue[] = [rows.read, rows.accepted, rows.rejected, rows.ignored];
  for (const [i, value] of values.entries()) put(sheet, row, 2 + i, value, style);
  differenceCell(sheet, row, rows, style);
}

/**
 * Rows of each file, the whole of it. Its name is a row of the units' table, so that the heads stand
 * over it on whichever page it begins.
 */
export function fileRows(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t } = edition;
  putOver(sheet, across(top, 0, WIDTHS.length - 1), t.byFile, ranked('group'));
  rowAt(sheet, top).height = 20;
  const files = [...edition.files].map(
    ([file, lines]) => [file, sumOfRows(lines.map((l) => l.rows))] as const,
  );
  const first = top + 2;
  for (const [i, [file, rows]] of files.entries()) {
    put(sheet, first + i, 0, i + 1, STYLES.textCenter);
    put(sheet, first + i, 1, safeText(file), STYLES.small);
    rowCells(sheet, first + i, rows, 'unit');
    rowAt(sheet, first + i).height = heightFor([[file, WIDTHS[1]!, STYLES.small]]);
  }
  const all = sumOfRows(files.map(([, rows]) => rows));
  put(sheet, top + 1, 0, null, ranked('total'));
  put(sheet, top + 1, 1, t.total, ranked('total'));
  sumCells(
    sheet,
    top + 1,
    files.map((_, i) => first + i),
    all,
    'total',
  );
  const last = first + files.length;
  noteLine(sheet, last, t.sharedFiles);
  return last;
}

/** Sums over rows of this sheet where they come to the counts, else the counts. */
function sumCells(
  sheet: Sheet,
  row: number,
  parts: readonly number[],
  rows: RowCounts,
  rank: Parameters<typeof ranked>[0],
): void {
  const keys = ['read', 'accepted', 'rejected', 'ignored'] as const;
  const made = keys.map((key, i) => {
    const cells = parts.map((part) => numberCell(sheet, part, 2 + i));
    const formula = sum(cells);
    return formula !== null && formula.value === rows[key] ? formula : rows[key];
  });
  const style = ranked(rank, NUMBER);
  for (const [i, value] of made.entries()) put(sheet, row, 2 + i, value, style);
  differenceCell(sheet, row, rows, style);
}

/** A cell that has been written, with its figure. */
function numberCell(sheet: Sheet, row: number, column: number) {
  const found = sheet.rows.get(row)?.cells.find((cell) => cell.column === column)?.value ?? null;
  const value = typeof found === 'object' && found !== null ? found.value : found;
  return { column, row, value: typeof value === 'number' ? value : null };
}

function differenceCell(sheet: Sheet, row: number, rows: RowCounts, style: Style): void {
  const value = rows.read - rows.accepted - rows.rejected - rows.ignored;
  put(sheet, row, 6, { formula: `C${row}-SUM(D${row}:F${row})`, value }, style);
}

import { cellAddress } from '../../core/address.js';
import { memo } from '../../core/memo.js';
import { addRow, type RowRun, rowRun } from '../../core/row-runs.js';
import { isBlank } from '../cells/filled.js';
import { type MergedBlocks, type MergedRange, mergedBlocks } from '../cells/merged-blocks.js';
import type { Recognition } from '../header/recognise.js';
import type { TableFindings } from '../table/table-findings.js';
import type { SheetRow } from '../table-context.js';

/** Cells that are remembered, of the rows that are crossed out. */
const MOST_CELLS = 1000;
/** Rows that are named, those that follow each other as one. */
const MOST_NAMED = 20;

/** A column of the table's own, and what stands in it: a field, or the level of a unit. */
interface Own {
  readonly column: number;
  readonly field: string;
}

/** Where of a row only some cells are struck through, or only some of their text: at which, and all of them. */
interface Doubt extends Own {
  readonly found: string;
}

/**
 * The rows of a table whose text is struck through. Where all that a row says is, it is left
 * out, as if it had been deleted; where only some of it is, people have to say what is meant.
 */
export class CrossedOut {
  private readonly columns: readonly Own[];
  private readonly blocks: ReadonlyMap<number, MergedBlocks>;
  private readonly told: Set<string>;
  private readonly found: Recognition;
  private readonly cells: { readonly row: number; readonly column: number }[] = [];
  private readonly runs: RowRun[] = [];
  private count = 0;
  /** Rows were left out. */
  isUsed = false;

  /** @param told what another table of the same rows has told */
  constructor(found: Recognition, merges: readonly MergedRange[], told: Set<string>) {
    this.found = found;
    this.told = told;
    this.columns = ownColumns(found);
    const blocks = this.columns.map(
      ({ column }) => [column, mergedBlocks(merges, column)] as const,
    );
    this.blocks = new Map(blocks);
  }

  /** All that the row holds in the table's own columns is struck through. */
  isWhole({ number, values, struck = [] }: SheetRow): boolean {
    const said = this.columns.filter(
      ({ column }, i) => !isBlank(values[column]) && !this.isOfSeveral(column, i, number),
    );
    return said.length > 0 && said.every(({ column }) => struck.includes(column));
  }

  /** A cell merged over rows below speaks of them too, but for the name of who the row is of. */
  private isOfSeveral(column: number, index: number, row: number): boolean {
    const isName = index === 0 && this.found.layout.layout === 'list';
    return !isName && this.blocks.get(column)!.begins(row);
  }

  /** A row that is left out. */
  add(row: number): void {
    this.isUsed = true;
    if (this.told.has(`${row}`)) return;
    this.told.add(`${row}`);
    this.count++;
    if (this.cells.length < MOST_CELLS) this.cells.push({ row, column: this.columns[0]!.column });
    if (this.runs.length <= MOST_NAMED) addRow(this.runs, row);
  }

  /** Which of these cells of a row that counts are the table's own; null for none. */
  doubtOf(number: number, struck: readonly number[]): Doubt | null {
    const first = this.columns.find(({ column }) => struck.includes(column));
    if (first === undefined || this.told.has(`${number}:${first.column}`)) return null;
    this.told.add(`${number}:${first.column}`);
    const { serial, fields, range } = this.found;
    const isOther = (column: number) =>
      column === serial ||
      column === fields.get('note') ||
      (range !== undefined && (column < range.left || column > range.right));
    const cells = struck.filter((column) => !isOther(column));
    return { ...first, found: cells.map((column) => cellAddress(column, number)).join(', ') };
  }

  /** Tells the rows that were left out, once for the table. */
  end(findings: TableFindings): void {
    const { cells, count, runs } = this;
    if (count === 0) return;
    const named = runs.map(rowRun);
    const rows = [...named.slice(0, MOST_NAMED), ...(named.length > MOST_NAMED ? ['…'] : [])];
    findings.atCells(cells, 'CCDS-S22', () => ({ count, rows: rows.join(', ') }));
  }
}

/**
 * The columns that say what a row is of and what it holds, first the one that names whom or
 * what. Neither the running number nor the note is one.
 */
const ownColumns = memo((found: Recognition): readonly Own[] => {
  const { layout, fields, units, bySex, byLevel, byMeans, splitName, splitDate } = found;
  const name = layout.layout === 'list' ? layout.required[0]! : '';
  const split = [splitName, splitDate].flatMap((one) =>
    one === undefined ? [] : columnsWithin(one.first, one.last, one.field),
  );
  const halves = bySex === undefined ? [] : [bySex.male, bySex.female];
  const all: Own[] = [
    ...[...fields].filter(([id]) => id === name).map(([field, column]) => ({ field, column })),
    ...Object.entries(units).flatMap(([field, column]) =>
      column === null ? [] : [{ field, column }],
    ),
    ...[...fields].filter(([id]) => id !== 'note').map(([field, column]) => ({ field, column })),
    ...split,
    ...halves.map((column) => ({ field: bySex!.born ?? bySex!.sex ?? name, column })),
    ...(byLevel?.columns ?? []).map((column) => ({ field: byLevel!.field, column })),
    ...(byMeans?.columns ?? []).map(({ column }) => ({ field: byMeans!.field, column })),
  ];
  const first = new Map<number, Own>();
  for (const one of all) if (!first.has(one.column)) first.set(one.column, one);
  return [...first.values()];
});

function columnsWithin(first: number, last: number, field: string): readonly Own[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({ field, column: first + i }));
}

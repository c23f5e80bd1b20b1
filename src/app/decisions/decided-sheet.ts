import type { Finding } from '../../core/finding.js';
import { getOrMake } from '../../core/memo.js';
import type { SheetReport } from '../../forms/report.js';
import type { DecisionOf } from '../../forms/sheet-context.js';
import type { SheetRow } from '../../forms/table-context.js';
import { applied, type Decision } from './decisions.js';

/** Decisions on their way through the reading of one sheet. */
export interface DecidedSheet {
  /** The whole sheet is set aside. */
  readonly setAside: boolean;
  /** What was decided of a row. */
  readonly decisionOf: DecisionOf;
  /** The row is one of data, and its decision holds. */
  onDecided(row: number, column?: number): void;
  /** The row with its corrected values. */
  corrected(row: SheetRow): SheetRow;
  /** What was applied, once the sheet has been read. */
  end(report: SheetReport): readonly Finding[];
}

/** Null where nothing was decided of the sheet. */
export function decidedSheet(decisions: readonly Decision[]): DecidedSheet | null {
  if (decisions.length === 0) return null;
  const ofRow = new Map<number, Decision[]>();
  const corrections = new Map<number, Decision[]>();
  for (const one of decisions) {
    if (one.row === null) continue;
    if (one.kind !== 'correct') getOrMake(ofRow, one.row, () => []).push(one);
    else if (one.column !== null && one.value !== '')
      corrections.set(one.row, [...(corrections.get(one.row) ?? []), one]);
  }
  const whole = decisions.find(({ kind, row }) => kind === 'drop' && row === null);
  /** The last one that was written down holds. */
  const at = (row: number, column?: number) =>
    ofRow.get(row)?.findLast((one) => column === undefined || (one.column ?? column) === column);
  const met = new Set<Decision>();
  const written = new Set<Decision>();
  /** The widest row so far: the header is above what is corrected. */
  let width = 0;
  return {
    setAside: whole !== undefined,
    decisionOf: (row, column) => (at(row, column)?.kind ?? null) as 'accept' | 'drop' | null,
    onDecided: (row, column) => met.add(at(row, column)!),
    corrected(row) {
      width = Math.max(width, row.values.length);
      const wanted = corrections.get(row.number);
      if (wanted === undefined) return row;
      const values = [...row.values];
      for (const one of wanted) {
        if (one.column! >= width) continue;
        while (values.length <= one.column!) values.push(null);
        values[one.column!] = one.value;
        written.add(one);
      }
      const isCorrected = (column: number) => wanted.some((one) => one.column === column);
      const meant = row.meant?.filter(({ column }) => !isCorrected(column));
      return { ...row, values, ...(meant !== undefined && { meant }) };
    },
    end(report) {
      const hasTable = report.tables.length > 0;
      if (whole !== undefined && hasTable) met.add(whole);
      for (const one of written) if (isInTable(report, one)) met.add(one);
      const rows = [...ofRow.keys()].filter((row) => at(row)!.kind === 'accept');
      standAlone(report, new Set(rows));
      return [...met].map(applied);
    },
  };
}

function isInTable({ tables }: SheetReport, { row }: Decision): boolean {
  return tables.some((one) => one.headerRow < row! && row! <= one.lastRow);
}

/** An accepted row is nobody else's repetition: without its keys it is compared with none. */
function standAlone({ tables }: SheetReport, rows: ReadonlySet<number>): void {
  if (rows.size === 0) return;
  for (const { entries } of tables.flatMap(({ parts }) => parts)) {
    if (entries === null) continue;
    for (const [index, row] of [...entries.row].entries()) {
      if (!rows.has(row)) continue;
      for (const key of [...entries.keys, entries.weak])
        if (key.length > index) (key as number[])[index] = 0;
    }
  }
}

import { nfc } from '../../core/text.js';
import type { FileReport, Part, TableReport } from '../../forms/report.js';
import type { DecidedPlace } from '../../history/revision-evidence.js';
import { decisionKey, type PlacedDecision, sameName } from '../decisions/decisions.js';
import type { ClosedDecision } from './closed.js';

/**
 * Decisions that hold now and did not when a month was closed (or the other way round), each
 * with the units that its row, sheet or file tells of.
 */
export function newDecisions(
  before: readonly ClosedDecision[],
  now: readonly PlacedDecision[],
  reports: readonly FileReport[],
): readonly DecidedPlace[] {
  const known = new Set(before.map(decisionKey));
  const held = new Set(now.map(decisionKey));
  const come = now.filter((one) => !known.has(decisionKey(one)));
  const gone = before.filter((one) => !held.has(decisionKey(one)));
  return [...come, ...gone].map((one) => ({
    file: one.file,
    sheet: one.sheet,
    cell: one.cell,
    on: tablesOf(one, reports).map((table) => ({ form: table.form, units: unitsIn(one, table) })),
  }));
}

/** Decisions on files of a run, as they are held against those of the closing. */
export function decisionsInForce(
  decisions: readonly PlacedDecision[],
  files: readonly { readonly name: string }[],
): readonly PlacedDecision[] {
  const names = new Set(files.map(({ name }) => nfc(name)));
  return decisions.filter(
    ({ kind, placed, file }) => kind !== null && placed === 'here' && names.has(file),
  );
}

type OnFile = Pick<ClosedDecision, 'file' | 'sheet' | 'cell'>;

function tablesOf({ file, sheet }: OnFile, reports: readonly FileReport[]): TableReport[] {
  return reports
    .filter((one) => nfc(one.file) === file)
    .flatMap(({ sheets }) => sheets.filter(({ name }) => sheet === '' || sameName(name, sheet)))
    .flatMap(({ tables }) => tables);
}

/** The hamlet of a decided row; where the row is dropped, or none is named, all of the table. */
function unitsIn(
  { cell }: OnFile,
  { parts, base, rejectedBy, named = [] }: TableReport,
): ReadonlySet<string> {
  const row = Number(/\d+$/.exec(cell)?.[0] ?? 0);
  const own = parts.filter((part) => hasRow(part, row));
  if (own.length > 0) return new Set(own.map(({ unit }) => unit));
  const all = [...parts.map(({ unit }) => unit), ...Object.keys(rejectedBy), ...named, base ?? ''];
  return new Set(all.filter((unit) => unit !== ''));
}

function hasRow({ tally, entries }: Part, row: number): boolean {
  return (
    tally.some((one) => one.row === row) || (entries !== null && [...entries.row].includes(row))
  );
}

import { rowOf } from '../core/address.js';
import { type Finding, finding, placeAt } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { groupBy } from '../core/group-by.js';
import { getOrMake } from '../core/memo.js';
import { sourcedFrom } from '../forms/measures.js';
import type { FileReport, TableReport, Whole } from '../forms/report.js';
import { cellOf, rowsMadeOf } from '../forms/tally-cells.js';
import { type Emit, firstColumn, type HeldPart, type Reading } from './held.js';
import { placeIn } from './hold.js';
import type { TableInRun } from './settle.js';
import type { Fact } from './types.js';

/** Rows of communes that turned out to be totals of their hamlets' rows in other tables. */
export interface CommuneTotals {
  /** How many rows of each table, by its index in the run: none of them is rejected. */
  readonly rows: ReadonlyMap<number, number>;
  /** True for what told such a row as one of no hamlet. */
  readonly isTold: (found: Finding) => boolean;
}

/** What of the run is asked. */
interface Given {
  readonly tables: readonly TableInRun[];
  readonly copies: ReadonlyMap<FileReport, FileReport>;
  /** Indexes of tables that a new version of their file sent anew. */
  readonly renewed: ReadonlySet<number>;
  readonly parts: readonly HeldPart[];
  readonly facts: readonly Fact[];
}

/**
 * A commune's own row without a hamlet is a total, where its hamlets' figures came in other tables
 * or files: it is not counted, but held against them (contract, Forms), told where it differs
 * (CCDS-S07) and noted where it does not (CCDS-D23). Where it may be anything else it stays
 * rejected (CCDS-U06).
 */
export function settleCommuneTotals(given: Given, by: Reading, emit: Emit): CommuneTotals {
  const { tables, copies, renewed, parts, facts } = given;
  const rows = new Map<number, number>();
  const told = new Set<string>();
  const untold = new Set<string>();
  const values = tables.some(({ table }) => table?.wholes !== undefined)
    ? valuesOf(facts, by)
    : null;
  const superseded = parts.filter((one) => one.superseded);
  const stale = groupBy(superseded, ({ file }) => file);
  for (const [source, { file, sheet, table }] of tables.entries()) {
    if (values === null || table?.wholes === undefined) continue;
    if (copies.has(file) || renewed.has(source)) continue;
    const isStale = (stale.get(file) ?? []).some((one) => isAlike(one, table));
    for (const whole of table.wholes) {
      const compared = compare(whole, table, values(table, whole), by);
      const isOne = isTotal(compared);
      // Of a row that several forms share the one place is told for all.
      (isOne ? told : untold).add(keyOf(file.file, sheet?.name ?? '', whole.tally.row));
      if (!isOne) continue;
      rows.set(source, (rows.get(source) ?? 0) + rowsMadeOf(whole.tally));
      if (!isStale) tell(whole, table, compared, placeIn(file, sheet), emit);
    }
  }
  const isTold = ({ code, place }: Finding) => {
    if (code !== 'CCDS-U06') return false;
    const key = keyOf(place.file, place.sheet ?? '', place.row ?? 0);
    return told.has(key) && !untold.has(key);
  };
  return { rows, isTold };
}

function isAlike({ table }: HeldPart, other: TableReport): boolean {
  return table.form === other.form && table.month === other.month;
}

function keyOf(file: string, sheet: string, row: number): string {
  return [file, sheet, row].join('\u0000');
}

/** What a commune's hamlets come to, by indicator, and which of them say so. */
type Sums = ReadonlyMap<string, { readonly sum: number; readonly hamlets: readonly string[] }>;

function valuesOf(facts: readonly Fact[], { formOf, indicators }: Reading) {
  const byUnit = groupBy(facts, (fact) => fact.unit);
  return ({ form, month }: TableReport, { hamlets }: Whole): Sums => {
    const sums = new Map<string, { sum: number; hamlets: string[] }>();
    const ids = new Set(sourcedFrom(formOf(form), indicators).map(({ id }) => id));
    for (const unit of hamlets) {
      for (const fact of byUnit.get(unit) ?? []) {
        if (fact.month !== month || fact.value === null || !ids.has(fact.indicator)) continue;
        const own = getOrMake(sums, fact.indicator, () => ({ sum: 0, hamlets: [] }));
        own.sum += fact.value;
        if (own.hamlets.at(-1) !== unit) own.hamlets.push(unit);
      }
    }
    return sums;
  };
}

/** A count that the row states, and what its hamlets' come to. */
interface Compared {
  readonly field: string;
  readonly found: number;
  readonly expected: number;
  readonly hamlets: readonly string[];
}

function compare({ tally }: Whole, { form }: TableReport, own: Sums, by: Reading): Compared[] {
  return sourcedFrom(by.formOf(form), by.indicators).flatMap(({ id, source }): Compared[] => {
    const field = source.tally?.field;
    const found = field === undefined ? null : (tally.values[field] ?? null);
    const sum = own.get(id);
    if (field === undefined || found === null || sum === undefined) return [];
    return [{ field, found, expected: sum.sum, hamlets: sum.hamlets }];
  });
}

/**
 * True where more of the row's counts are the sums of two hamlets or more than are not: else it may
 * as well be one hamlet's, whose name was forgotten.
 */
function isTotal(compared: readonly Compared[]): boolean {
  const isSum = ({ found, expected, hamlets }: Compared) =>
    found === expected && found > 0 && hamlets.length > 1;
  const off = compared.filter(({ found, expected }) => found !== expected).length;
  return compared.filter(isSum).length > off;
}

/** Tells what of the total differs; where nothing does, that it is one. */
function tell(
  { unit, tally }: Whole,
  table: TableReport,
  compared: readonly Compared[],
  place: Finding['place'],
  emit: Emit,
): void {
  const { form } = table;
  const at = (field: string | undefined) => {
    const cell = field === undefined ? undefined : cellOf(table, tally, field);
    return placeAt(place, cell === undefined ? tally.row : rowOf(cell), cell);
  };
  const off = compared.filter(({ found, expected }) => found !== expected);
  for (const { field, found, expected, hamlets } of off) {
    const args = { found, expected, rows: '', hamlets: firstFew(hamlets) };
    emit(finding('CCDS-S07', at(field), args, { form, field, unit }));
  }
  if (off.length > 0) return;
  const hamlets = [...new Set(compared.flatMap((one) => one.hamlets))];
  const args = { form, count: hamlets.length, hamlets: firstFew(hamlets), sheets: '', unit };
  emit(finding('CCDS-D23', at(firstColumn(table)), args, { form, unit }));
}

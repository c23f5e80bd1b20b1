import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { sourcedFrom } from '../forms/measures.js';
import type { TallyRow } from '../forms/report.js';
import { byTable, hamletsIn } from './alike-parts.js';
import type { OfTally } from './by-team.js';
import { type Emit, firstColumn, type HeldPart, placeOfTally, type Reading } from './held.js';

/** A tally's row that says again what one of another sheet says, and that one. */
export interface ToldAgain {
  readonly again: OfTally;
  readonly first: OfTally;
}

/** The fields whose counts a row states. */
function statedIn({ values }: TallyRow): string[] {
  return Object.keys(values).filter((field) => (values[field] ?? null) !== null);
}

/**
 * True where a row of another table of the file says nothing but what the first one does, as the
 * summary sheet of a commune's workbook does: it is no mistake, and is counted once. Two rows in
 * one table are, and so is one of a week beside the month's.
 */
export function saysTheSame(again: OfTally, first: OfTally): boolean {
  if (again.held === first.held || again.row.week !== first.row.week) return false;
  if (again.row.team !== first.row.team || again.row.sex !== first.row.sex) return false;
  const fields = statedIn(again.row);
  return (
    fields.length > 0 && fields.every((one) => again.row.values[one] === first.row.values[one])
  );
}

/**
 * The tallies of a hamlet in one file with that first which states the most counts, and then as
 * they stand.
 */
export function fullestFirst(tallies: readonly HeldPart[]): readonly HeldPart[] {
  if (tallies.length < 2 || tallies.some(({ part }) => part.tally.length !== 1)) return tallies;
  const stated = ({ part }: HeldPart) => statedIn(part.tally[0]!).length;
  const fullest = tallies.reduce((best, next) => (stated(next) > stated(best) ? next : best));
  const row = (held: HeldPart): OfTally => ({ held, index: 0, row: held.part.tally[0]! });
  const others = tallies.filter((held) => held !== fullest);
  const isFull = others.every((held) => saysTheSame(row(held), row(fullest)));
  return isFull ? [fullest, ...others] : tallies;
}

/**
 * CCDS-D23, once for a file, form and month: hamlets whose counts stand in several sheets, and agree. Nothing
 * else is told of those that give nothing.
 */
export function tellAgain(all: readonly ToldAgain[], by: Reading, emit: Emit): void {
  const rows = new Map(all.map((one) => [one.again.held, one]));
  for (const held of rows.keys())
    if (held.aside.size === held.part.tally.length) leaveAll(held, by);
  for (const parts of byTable(rows.keys())) {
    const told = parts.map((held) => rows.get(held)!);
    const { args, unit } = hamletsIn(parts);
    const sheets = [...new Set(told.map(({ first }) => first.held.place.sheet ?? ''))];
    const { held, row } = told[0]!.again;
    const place = placeOfTally(held, row, firstColumn(held.table));
    const where = { sheets: firstFew(sheets.filter(Boolean).map((sheet) => `“${sheet}”`)) };
    emit(finding('CCDS-D23', place, { ...args, ...where }, { form: args.form, ...unit }));
  }
}

function leaveAll(held: HeldPart, { formOf, indicators }: Reading): void {
  for (const { id } of sourcedFrom(formOf(held.table.form), indicators)) held.listed.add(id);
}

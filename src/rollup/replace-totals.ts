import { sourcedFrom } from '../forms/measures.js';
import type { Form } from '../forms/types.js';
import { listFacts, tallyFacts } from './facts.js';
import { firstColumn, type HeldPart, placeOf, type Reading, rowsOf } from './held.js';
import { listOf } from './lists.js';
import type { FilePart } from './replace.js';

/** True where a list and a tally stand for each other. */
export function isOtherLayout(earlier: FilePart, later: FilePart): boolean {
  return hasList(earlier) !== hasList(later);
}

function hasList(parts: FilePart): boolean {
  return parts.some(({ part }) => part.entries !== null);
}

/**
 * `members 5 → 6 (C9)`: of a hamlet's list that a tally replaced, or a tally that a list did, the
 * figures that are others now, of those that both can give. A list's cells are all of its rows.
 */
export function totalsChanged(earlier: FilePart, later: FilePart, by: Reading): string[] {
  const form = by.formOf(earlier[0]!.table.form);
  const [before, after] = [totalsOf(earlier, form, by), totalsOf(later, form, by)];
  const shared = sourcedFrom(form, by.indicators).filter(({ source }) => source.list);
  return shared.flatMap(({ id, source: { tally } }) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null];
    if (tally === undefined || was === is) return [];
    const cell = is === null ? '' : ` (${cellOf(later, tally.field)})`;
    return [`${tally.field} ${was ?? '–'} → ${is ?? '–'}${cell}`];
  });
}

/** A hamlet's figures by indicator: the list's, and what the tally beside it gives. */
function totalsOf(parts: FilePart, form: Form, { indicators }: Reading): Map<string, number> {
  const lists = parts.filter(({ part }) => part.entries !== null);
  const tallies = parts.filter(({ part }) => part.tally.length > 0).slice(0, 1);
  const listed = lists.length === 0 ? [] : listFacts(listOf(lists, form), form, indicators);
  const totals = new Map<string, number>();
  for (const { indicator, value } of listed)
    if (value !== null) totals.set(indicator, (totals.get(indicator) ?? 0) + value);
  for (const { indicator, value } of tallies.flatMap((held) => tallyFacts(held, form, indicators)))
    if (value !== null && !totals.has(indicator)) totals.set(indicator, value);
  return totals;
}

/** The tally's cell, or the list's rows. */
function cellOf(parts: FilePart, field: string): string {
  const list = parts.find(({ part }) => part.entries !== null);
  return list === undefined ? cellIn(parts[0]!, field) : rowsIn(list);
}

function cellIn(held: HeldPart, field: string): string {
  const { row } = held.part.tally[0]!;
  return placeOf(held, row, field).cell ?? placeOf(held, row, firstColumn(held.table)).cell ?? '';
}

function rowsIn(held: HeldPart): string {
  const rows = rowsOf(held.part);
  const ends = [rows.at(0)!, rows.at(-1)!];
  const cells = ends.map((row) => placeOf(held, row, firstColumn(held.table)).cell);
  return [...new Set(cells)].join(':');
}

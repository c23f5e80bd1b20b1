import { memoText } from '../core/memo.js';
import { parsePeriod } from '../core/period.js';
import { type Measure, measuresOf, sourcedFrom } from '../forms/measures.js';
import type { TallyRow } from '../forms/report.js';
import type { Form } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';
import { isBySex } from './by-sex.js';
import { isByTeams, teamsStated, teamsWithMembers } from './by-team.js';
import { timeOf } from './fact-months.js';
import { countedRows, type HeldPart, isByWeeks } from './held.js';
import { eachRow, type HamletList } from './lists.js';
import type { Fact } from './types.js';

type Sourced = ReturnType<typeof sourcedFrom>[number];

/** Facts of a hamlet's lists: each entity counts once, in the part where it first does. */
export function listFacts(list: HamletList, form: Form, indicators: readonly Indicator[]): Fact[] {
  const more = droppedSince(list);
  const facts: Fact[] = [];
  for (const measure of measuresOf(form, indicators)) {
    const counts = isCounted(measure, more) ? null : countsByPart(list, measure);
    for (const held of list.parts) {
      if (held.joined && measure.bit === null) continue;
      const count = counts === null ? countIn(list, measure, more!) : counts.get(held);
      const value = reports(held, measure) ? (count ?? 0) : null;
      facts.push(factOf(held, measure.indicator, value));
    }
  }
  return facts;
}

/**
 * The rows of a list in one part that were dropped beside what repeats within it. Null where
 * the rows have to be gone over: in several parts, or where a visit may stand for such a row.
 */
function droppedSince({ parts, digest: { repeats } }: HamletList): readonly number[] | null {
  if (parts.length > 1) return null;
  const { dropped } = parts[0]!;
  if (dropped.size === 0) return [];
  const rejected = new Set(repeats.flatMap(({ row, isVisit }) => (isVisit ? [] : [row])));
  if (dropped.size === rejected.size) return [];
  if (rejected.size < repeats.length) return null;
  return [...dropped].filter((row) => !rejected.has(row));
}

/** Groups are not counted by their rows: none may be gone. */
function isCounted({ bit }: Measure, more: readonly number[] | null): boolean {
  return more !== null && (bit !== null || more.length === 0);
}

/** What was counted when the list was read, without rows that were dropped since. */
function countIn(
  { entries, digest }: HamletList,
  { bit }: Measure,
  more: readonly number[],
): number {
  if (bit === null) return digest.groups;
  const gone = more.filter((row) => ((entries.mask.at(row)! >>> bit) & 1) === 1);
  return (digest.counts[bit] ?? 0) - gone.length;
}

function countsByPart(list: HamletList, measure: Measure): ReadonlyMap<HeldPart, number> {
  return measure.bit === null ? groupsByPart(list) : entitiesByPart(list, measure);
}

/** A province has tens of thousands: nearly all are made in one step. */
function factOf(held: HeldPart, indicator: string, value: number | null): Fact {
  const { unit, mergedFrom } = held.part;
  const { month, months } = timeOfPart(held);
  const fact = { unit, month, indicator, value, source: held.source };
  if (mergedFrom === undefined && months === undefined) return fact;
  return {
    ...fact,
    ...(months !== undefined && { months }),
    ...(mergedFrom !== undefined && { mergedFrom }),
  };
}

function timeOfPart({ month, table }: HeldPart): Pick<Fact, 'month' | 'months'> {
  return timeOfText(table.periodText ?? '') ?? { month: month! };
}

/** Null of a text that is no period. */
const timeOfText = memoText((text) => {
  const period = parsePeriod(text);
  return period === null ? null : timeOf(period);
});

/** Blank is not zero: without the column, or with it blank throughout, nothing was reported. */
function reports({ part }: HeldPart, { needs }: Measure): boolean {
  return needs === null || part.reported.includes(needs);
}

/**
 * Entities by the part of their first row that meets the measure. Rows of one household on
 * different dates share their marks: one that meets it is enough.
 */
function entitiesByPart(list: HamletList, measure: Measure): Map<HeldPart, number> {
  const firstOf = new Map(
    list.digest.repeats.flatMap(({ row, other }) => [
      [row, other],
      [other, other],
    ]),
  );
  const { mask } = list.entries;
  const counted = new Set<number>();
  const counts = new Map<HeldPart, number>();
  eachRow(list, (held, index, i) => {
    const meets = ((mask.at(i)! >>> measure.bit!) & 1) === 1;
    if (!meets || held.dropped.has(index) || !reports(held, measure)) return;
    const entity = firstOf.get(i);
    if (entity !== undefined && counted.has(entity)) return;
    if (entity !== undefined) counted.add(entity);
    counts.set(held, (counts.get(held) ?? 0) + 1);
  });
  return counts;
}

/**
 * Distinct groups (teams) by the part of their first row; a blank name is one more. Each of the
 * hamlets that were merged has its own.
 */
function groupsByPart(list: HamletList): Map<HeldPart, number> {
  const { group: groupOf } = list.entries;
  const groups = new Set<number | string>();
  const counts = new Map<HeldPart, number>();
  eachRow(list, (held, index, i) => {
    const { mergedFrom } = held.part;
    const number = groupOf.at(i) || 0;
    const group = mergedFrom === undefined ? number : `${number} ${mergedFrom}`;
    if (held.dropped.has(index) || groups.has(group)) return;
    groups.add(group);
    counts.set(held, (counts.get(held) ?? 0) + 1);
  });
  return counts;
}

/** Facts of one part's tally rows, without what the file's own list gives. */
export function tallyFacts(held: HeldPart, form: Form, indicators: readonly Indicator[]): Fact[] {
  if (held.blank) return [];
  const sourced = sourcedFrom(form, indicators).filter(({ id }) => !held.listed.has(id));
  if (isByWeeks(held) && held.dropped.size === 0 && held.aside.size === 0)
    return weeksFacts(held, sourced);
  if (isBySex(held) && held.dropped.size === 0) return sexesFacts(held, sourced);
  if (isByTeams(held)) return teamsFacts(held, sourced);
  return held.part.tally.flatMap(({ values }, index) => {
    if (held.dropped.has(index) || held.aside.has(index)) return [];
    return sourced.flatMap((indicator): Fact[] => {
      if (held.joined && isInferred(indicator, values)) return [];
      const value = wholeValue(indicator, values, held);
      if (value === undefined || (value === null && isLeftOut(indicator, held))) return [];
      return [factOf(held, indicator.id, value)];
    });
  });
}

/**
 * What a hamlet's rows come to, each of which says a part of it.
 * @param come what is made of the values that are known, in the rows' order, of so many rows
 */
function factsOfRows(
  held: HeldPart,
  sourced: readonly Sourced[],
  rows: readonly TallyRow[],
  come: (indicator: Sourced, known: readonly number[], of: number) => number | null,
): Fact[] {
  return sourced.flatMap((indicator): Fact[] => {
    const said = rows.map(({ values }) => tallyValue(indicator, values));
    if (said[0] === undefined) return [];
    const known = said.filter((value) => value != null);
    if (known.length === 0 && isLeftOut(indicator, held)) return [];
    const value = known.length === 0 ? null : come(indicator, known, said.length);
    return [factOf(held, indicator.id, value)];
  });
}

/** Of the weeks of a month flows add up, and of a stock the last one that says it stands. */
function weeksFacts(held: HeldPart, sourced: readonly Sourced[]): Fact[] {
  const inTime = [...held.part.tally].sort((a, b) => a.week! - b.week!);
  return factsOfRows(held, sourced, inTime, ({ time }, known) =>
    time === 'stock' ? known.at(-1)! : sumOf(known),
  );
}

/** Of men and women the counts add up, where both are known; teams are the same of both. */
function sexesFacts(held: HeldPart, sourced: readonly Sourced[]): Fact[] {
  return factsOfRows(held, sourced, countedRows(held), ({ source }, known, of) => {
    if (source.tally?.oneWhere !== undefined) return Math.max(...known);
    return known.length < of ? null : sumOf(known);
  });
}

/** Of teams the counts add up, where all are known; of `Số tổ` what is said of the hamlet is not added. */
function teamsFacts(held: HeldPart, sourced: readonly Sourced[]): Fact[] {
  const rows = countedRows(held);
  return factsOfRows(held, sourced, rows, ({ source: { tally } }, known, of) => {
    if (tally?.oneWhere !== undefined) return teamsStated(rows, tally.field, tally.oneWhere);
    return known.length < of ? null : sumOf(known);
  });
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, one) => sum + one, 0);
}

/** What a hamlet's row says; of its teams, where it states no number, those of the rows beside it. */
function wholeValue(indicator: Sourced, values: TallyRow['values'], { part, aside }: HeldPart) {
  const { tally } = indicator.source;
  const teams = part.tally.filter(({ team }, index) => team !== undefined && aside.has(index));
  const value = tallyValue(indicator, values);
  if (teams.length === 0 || value !== 1 || !isInferred(indicator, values)) return value;
  return teamsWithMembers(teams, tally!.oneWhere!) || value;
}

/**
 * A running total that is only added up, not left blank: the tally has no column for it, or
 * stands beside the hamlet's list (contract, Indicators).
 */
function isLeftOut(indicator: Sourced, { part, listed }: HeldPart): boolean {
  if (indicator.kind !== 'cumulative') return false;
  return listed.size > 0 || !part.reported.includes(indicator.source.tally!.field);
}

/** One where the row states no number. */
function isInferred({ source: { tally } }: Sourced, values: TallyRow['values']): boolean {
  return tally?.oneWhere !== undefined && (values[tally.field] ?? null) === null;
}

/** What a tally's row says of an indicator; undefined where it is none of the tally's. */
export function tallyValue(
  { source: { tally } }: Sourced,
  values: TallyRow['values'],
): number | null | undefined {
  if (tally === undefined) return undefined;
  const stated = values[tally.field] ?? null;
  if (tally.oneWhere === undefined) return stated;
  const other = values[tally.oneWhere] ?? null;
  if (other === 0) return 0;
  return stated ?? (other === null ? null : 1);
}

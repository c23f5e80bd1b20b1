import { finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import { sourcedFrom } from '../forms/measures.js';
import type { Form } from '../forms/types.js';
import { totalsOf } from './added-totals.js';
import { byTable, hamletsIn } from './alike-parts.js';
import { tallyValue } from './facts.js';
import { bySender, type Emit, type HeldPart, placeOfPart, type Reading } from './held.js';
import { listOf } from './lists.js';
import type { FilePart } from './replace.js';

/** The weeks (rounds, days) that a file's part is of; null where a row says none. */
export function weeksOf(parts: FilePart): ReadonlySet<number> | null {
  const weeks = parts.flatMap(({ part, week }): (number | null | undefined)[] =>
    part.tally.length > 0 ? part.tally.map((row) => row.week) : [week],
  );
  const known = weeks.filter((week): week is number => week != null);
  return known.length === 0 || known.length < weeks.length ? null : new Set(known);
}

/** The only week that a file's part is of: it is no report of the month. Null of any other. */
export function onlyWeekOf(parts: FilePart): number | null {
  const weeks = weeksOf(parts);
  return weeks?.size === 1 ? [...weeks][0]! : null;
}

/** Each says of which weeks it is, and none is in both: neither corrects the other. */
export function areOfOtherWeeks(a: FilePart, b: FilePart): boolean {
  const [weeks, others] = [weeksOf(a), weeksOf(b)];
  return weeks !== null && others !== null && [...weeks].every((week) => !others.has(week));
}

/** Order in which what is of no one week comes first, and of weeks the last. */
export function byWeek(a: FilePart, b: FilePart): number {
  const [week, other] = [onlyWeekOf(a), onlyWeekOf(b)];
  return (other ?? Number.POSITIVE_INFINITY) === (week ?? Number.POSITIVE_INFINITY)
    ? 0
    : (other ?? Number.POSITIVE_INFINITY) - (week ?? Number.POSITIVE_INFINITY);
}

/** What the files of two weeks, over all hamlets of both, say of whether the later includes the earlier. */
interface Evidence {
  /** Counts of both weeks that are not 0 twice over; a later one that is lower includes no earlier one. */
  counts: number;
  falls: number;
  /** Running totals that rise by the later week's count, less those that rise by what it has more. */
  increments: number;
  /** Rows of the earlier list, and how many of them the later one has again. */
  rows: number;
  again: number;
}

/** True of the files of one hamlet whose weeks are parts of the month, and add up to it. */
export type AddUp = (files: readonly FilePart[]) => boolean;

/**
 * Tells whether files that are each of other weeks add up, or the later includes the earlier, by
 * what all hamlets of the same files say together: counts that fall, a running total that rises by
 * the week's own count, lists that hardly share a row, are of weeks that add up. Where nothing says
 * so, they do not: nothing is to be counted twice.
 */
export function weeksThatAdd(groups: Iterable<readonly HeldPart[]>, by: Reading): AddUp {
  const known = new Map<string, Evidence>();
  for (const group of groups) {
    if (group.length < 2) continue;
    for (const [earlier, later] of pairsIn(bySender(group)))
      gather(
        getOrMake(known, keyOf(earlier, later), () => ({
          counts: 0,
          falls: 0,
          increments: 0,
          rows: 0,
          again: 0,
        })),
        earlier,
        later,
        by,
      );
  }
  return (files) => {
    const said = pairsIn(files).map(([earlier, later]) =>
      verdict(known.get(keyOf(earlier, later))!),
    );
    return said.includes('add') && !said.includes('include');
  };
}

type FilePair = readonly [earlier: FilePart, later: FilePart];

/** Files that are of other weeks, each with the one that follows it. */
function pairsIn(files: readonly FilePart[]): readonly FilePair[] {
  const weekly = files.filter((file) => weeksOf(file) !== null);
  if (weekly.length < 2) return [];
  const inTime = weekly.sort((a, b) => lastOf(a) - lastOf(b) || a[0]!.order - b[0]!.order);
  return inTime
    .slice(1)
    .map((later, i): FilePair => [inTime[i]!, later])
    .filter((pair) => areOfOtherWeeks(...pair));
}

function lastOf(file: FilePart): number {
  return [...weeksOf(file)!].reduce((last, week) => Math.max(last, week), 0);
}

function keyOf(earlier: FilePart, later: FilePart): string {
  const [{ table, month, file }] = earlier as [HeldPart];
  return [table.form, month, file.file, later[0]!.file.file].join('\u0000');
}

/** Of counts a quarter must fall: of hundreds that only rise, one is a correction. */
const FALLING_SHARE = 4;

function verdict({ counts, falls, increments, rows, again }: Evidence): 'add' | 'include' | null {
  if (increments !== 0) return increments > 0 ? 'add' : 'include';
  if (falls > 0 && falls * FALLING_SHARE >= counts) return 'add';
  if (rows === 0) return null;
  return again * 2 < rows ? 'add' : 'include';
}

function gather(found: Evidence, earlier: FilePart, later: FilePart, by: Reading): void {
  const form = by.formOf(earlier[0]!.table.form);
  const [lists, others] = [listsOf(earlier), listsOf(later)];
  if (lists.length > 0 && others.length > 0) {
    const { rows, again } = rowsAgain(lists, others, form);
    found.rows += rows;
    found.again += again;
  }
  if (lists.length + others.length > 0) return;
  const count = (file: FilePart, id: string) => countIn(file, id, form, by);
  for (const { id, time } of sourcedFrom(form, by.indicators)) {
    if (time !== 'flow') continue;
    const [was, is] = [count(earlier, id), count(later, id)];
    if (was === null || is === null || was + is === 0) continue;
    found.counts++;
    if (is < was) found.falls++;
  }
  for (const { id, of } of totalsOf([earlier, later], by)) {
    const [was, is] = [count(earlier, of), count(later, of)];
    const [before, total] = [count(earlier, id), count(later, id)];
    if (was === null || is === null || before === null || total === null || was === 0) continue;
    if (total - before === is) found.increments++;
    if (total - before === is - was) found.increments--;
  }
}

function listsOf(file: FilePart): HeldPart[] {
  return file.filter(({ part }) => part.entries !== null);
}

/** How many rows lists have, and how many of them stand in later ones again. */
export function rowsAgain(
  earlier: readonly HeldPart[],
  later: readonly HeldPart[],
  form: Form,
): Pick<Evidence, 'rows' | 'again'> {
  const length = earlier.reduce((sum, { part }) => sum + part.entries!.row.length, 0);
  const { repeats, lookAlikes } = listOf([...earlier, ...later], form).digest;
  const again = [...repeats.filter(({ isVisit }) => !isVisit), ...lookAlikes].filter(
    ({ row, other }) => row >= length && other < length,
  );
  return { rows: length, again: new Set(again.map(({ other }) => other)).size };
}

/** A file's count of one indicator in a hamlet: of a flow all of its rows', of a stock the last. */
function countIn(file: FilePart, id: string, form: Form, { indicators }: Reading): number | null {
  const indicator = sourcedFrom(form, indicators).find((one) => one.id === id)!;
  const known = file.flatMap(({ part }) =>
    part.tally.flatMap(({ values }) => tallyValue(indicator, values) ?? []),
  );
  if (known.length === 0) return null;
  return indicator.time === 'flow' ? known.reduce((sum, one) => sum + one, 0) : known.at(-1)!;
}

/** True of a form whose tally has counts that add up over time; the last of others stands. */
export function hasFlows(form: Form, { indicators }: Reading): boolean {
  return sourcedFrom(form, indicators).some(
    ({ time, source }) => time === 'flow' && source.tally !== undefined,
  );
}

/**
 * CCDS-D19: all that came of a hamlet's form is of one week, and stands for the month. A file that
 * took the place of another week's is told as such.
 */
export function tellLoneWeeks(
  groups: Iterable<readonly HeldPart[]>,
  by: Reading,
  emit: Emit,
): void {
  const lone: HeldPart[] = [];
  for (const group of groups) {
    if (group.every(({ week }) => week === null)) continue;
    const standing = group.filter((held) => !held.superseded && held.part.rows > 0);
    const week = standing[0]?.week ?? null;
    if (week === null || onlyWeekOf(standing) !== week) continue;
    const isOther = (held: HeldPart) => held.superseded && areOfOtherWeeks([held], standing);
    if (group.some(isOther)) continue;
    const [{ part, table }] = standing as [HeldPart];
    if (part.entries !== null || hasFlows(by.formOf(table.form), by)) lone.push(standing[0]!);
  }
  for (const parts of byTable(lone, ({ week }) => `${week}`)) {
    const { args, unit } = hamletsIn(parts);
    emit(finding('CCDS-D19', placeOfPart(parts[0]), { ...args, week: parts[0].week! }, unit));
  }
}

import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { groupBy } from '../core/group-by.js';
import { getOrMake, memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Numbers, TableReport, TallyRow } from '../forms/report.js';
import { cellOf } from '../forms/tally-cells.js';
import type { Form } from '../forms/types.js';
import { byTable, hamletsIn } from './alike-parts.js';
import {
  type Emit,
  firstColumn,
  type HeldPart,
  isPart,
  placeOf,
  placeOfPart,
  type Reading,
  rowsOf,
} from './held.js';
import { type Former, formerNames } from './namesakes.js';
import type { Replaced } from './replace.js';
import { isOtherLayout, totalsChanged } from './replace-totals.js';
import { areOfOtherWeeks, hasFlows, onlyWeekOf, rowsAgain, weeksOf } from './weeks.js';

/**
 * CCDS-D07, once for a file, a form and the file that took its place; CCDS-D14 where that one came
 * earlier: it is of all of a hamlet, and this of one that was merged into it; CCDS-D18 where it is
 * of a week that is lost.
 */
export function tellReplaced(replaced: Replaced, by: Reading, former: Former, emit: Emit): void {
  const otherOf = (held: HeldPart) => replaced.get(held)![0]!;
  const isLater = (held: HeldPart) => held.order > otherOf(held).order;
  const isLost = (held: HeldPart) => isWeekLost(held, otherOf(held), by);
  for (const parts of byTable(
    replaced.keys(),
    (held) => `${otherOf(held).file.file}${isLater(held)}${isPart(otherOf(held))}${isLost(held)}`,
  )) {
    const otherFile = otherOf(parts[0]).file.file;
    const place = placeOfPart(parts[0]);
    const { args, unit } = hamletsIn(parts);
    const isWeek = isLost(parts[0]);
    if (isLater(parts[0]) && !isByWeek(parts[0], otherOf(parts[0]))) {
      const name = formerNames(parts, former);
      const whole = parts.map(otherOf).filter(isPart);
      const over = whole.length > 0 ? { hamlets: formerNames(whole, former) } : {};
      emit(finding('CCDS-D14', place, { ...args, ...over, name, otherFile }, unit));
      continue;
    }
    const changes = changesOf(parts, replaced, by);
    const code = isWeek ? 'CCDS-D18' : 'CCDS-D07';
    emit(finding(code, place, { ...args, otherFile, changes }, unit));
  }
}

/**
 * It is of one week, and the other is of another, or came before it: neither corrects the other.
 * Of stocks the last week's is the month's.
 */
function isWeekLost(held: HeldPart, other: HeldPart, by: Reading): boolean {
  if (!isByWeek(held, other)) return false;
  const form = by.formOf(held.table.form);
  if (!areOfOtherWeeks([held], [other]))
    return weeksOf([other]) === null && held.order > other.order;
  return held.part.entries !== null ? hasMore(held, other, form) : hasFlows(form, by);
}

/** A week's, whatever its hamlet was merged of. */
function isByWeek(held: HeldPart, other: HeldPart): boolean {
  return onlyWeekOf([held]) !== null && !isPart(held) && !isPart(other);
}

/** The list has rows that the other lacks. */
function hasMore(held: HeldPart, other: HeldPart, form: Form): boolean {
  if (other.part.entries === null) return true;
  const { rows, again } = rowsAgain([held], [other], form);
  return again < rows;
}

/**
 * CCDS-D10: what adds up with another file is told beside that file, once for a form; CCDS-D21 where
 * that one may have it already.
 */
export function tellAdded(
  added: ReadonlyMap<HeldPart, HeldPart>,
  replaced: Replaced,
  emit: Emit,
): void {
  const overtaken = overtakenBy(replaced);
  const codeOf = (held: HeldPart) =>
    isOvertaken(held, added.get(held)!, overtaken) ? 'CCDS-D21' : 'CCDS-D10';
  const key = (held: HeldPart) => `${added.get(held)!.file.file}\u0000${codeOf(held)}`;
  for (const parts of byTable(added.keys(), key)) {
    const otherFile = added.get(parts[0])!.file.file;
    const { args, unit } = hamletsIn(parts);
    emit(finding(codeOf(parts[0]), placeOfPart(parts[0]), { ...args, otherFile }, unit));
  }
}

/** The parts whose place another took, by what took it. */
function overtakenBy(replaced: Replaced): ReadonlyMap<HeldPart, readonly HeldPart[]> {
  const overtaken = new Map<HeldPart, HeldPart[]>();
  for (const [held, [by]] of replaced) getOrMake(overtaken, by!, () => []).push(held);
  return overtaken;
}

/**
 * A supplement that was saved after what it was made for, and before the file that took the place of
 * this: of a list's rows those that stand there again are known, of counts they are not.
 */
function isOvertaken(
  { supplement, part, file }: HeldPart,
  main: HeldPart,
  overtaken: ReadonlyMap<HeldPart, readonly HeldPart[]>,
): boolean {
  if (!supplement || part.tally.length === 0 || file.savedAt >= main.file.savedAt) return false;
  const earlier = overtaken.get(main) ?? [];
  return earlier.some((held) => !held.supplement && held.file.savedAt <= file.savedAt);
}

/**
 * CCDS-D08: hamlets of a file that was replaced in part, which the later files lack, are kept:
 * told once for the file and form, as one hamlet's correction leaves all others of its commune
 * standing.
 * @param blank parts that the later file's rows have no count for, with its part
 */
export function tellKept(
  all: readonly HeldPart[],
  replaced: Replaced,
  blank: ReadonlyMap<HeldPart, HeldPart>,
  emit: Emit,
): void {
  if (replaced.size + blank.size === 0) return;
  const key = (held: HeldPart) => `${held.file.file}\u0000${held.table.form}\u0000${held.month}`;
  const laterOf = new Map<string, Set<string>>();
  // What came earlier, and took a part's place as it is of the whole (CCDS-D14), lacks nothing.
  for (const [held, [by]] of replaced)
    if (by!.order > held.order) getOrMake(laterOf, key(held), () => new Set()).add(by!.file.file);
  for (const [held, by] of blank) getOrMake(laterOf, key(held), () => new Set()).add(by.file.file);
  const kept = all.filter(
    (held) => !held.superseded && laterOf.has(key(held)) && held.part.rows > 0,
  );
  for (const parts of byTable(kept)) {
    const later = [...laterOf.get(key(parts[0]))!].sort(byCodePoint);
    const { args, unit } = hamletsIn(parts);
    const otherFile = firstFew(later);
    emit(finding('CCDS-D08', placeOfPart(parts[0]), { ...args, otherFile }, unit));
  }
}

type Change = readonly [earlier: HeldPart, later: HeldPart];

/** The cells that changed, the first few; blank where nothing did. */
function changesOf(parts: readonly HeldPart[], replaced: Replaced, by: Reading): string {
  const { rows, cells } = allChanges(parts, replaced, by);
  return [...rows, ...(cells.length > 0 ? [firstFew(cells, '; ')] : [])].join('; ');
}

/** Rows and cells that changed; where a list and a tally stand for each other, the figures that did. */
function allChanges(parts: readonly HeldPart[], replaced: Replaced, by: Reading) {
  const hamlets = byHamlet(parts);
  const isOther = (own: readonly HeldPart[]) => isOtherLayout(own, replaced.get(own[0]!)!);
  const alike = hamlets.filter((own) => !isOther(own)).flat();
  const changes = alike.map((held): Change => [held, replaced.get(held)![0]!]);
  const others = hamlets.filter(isOther);
  const totals = others.flatMap((own) => totalsChanged(own, replaced.get(own[0]!)!, by));
  return { rows: rowsChanged(changes), cells: [...changes.flatMap(cellsChanged), ...totals] };
}

function byHamlet(parts: readonly HeldPart[]): readonly HeldPart[][] {
  const hamlets = groupBy(parts, (held) => held.part.unit);
  return [...hamlets.values()];
}

/** `rows 2 → 3 (B5)`: what corrected lists changed, and the later one's rows that are others. */
function rowsChanged(parts: readonly Change[]): string[] {
  const lists = parts.filter((change) => change.every(({ part }) => part.entries !== null));
  const [was, is] = [0, 1].map((side) =>
    lists.reduce((sum, change) => sum + rowsOf(change[side as 0 | 1].part).length, 0),
  );
  const cells = lists.flatMap(newRows);
  if (was === is && cells.length === 0) return [];
  return [`rows ${was} → ${is}${cells.length === 0 ? '' : ` (${firstFew(cells)})`}`];
}

/** The cells of the later list's rows that the earlier one has not, as they are. */
function newRows([earlier, later]: Change): readonly string[] {
  return newRowsOf(earlier)(later);
}

/** A change is told of the file, and of each hamlet. */
const newRowsOf = memo((earlier: HeldPart) =>
  memo((later: HeldPart): readonly string[] => {
    const [before, after] = [rowsKnown(earlier), rowsKnown(later)];
    const left = new Map<number, number[]>();
    for (let i = 0; i < before.length; i++) getOrMake(left, before.sum(i), () => []).push(i);
    const column = firstColumn(later.table);
    const cells: string[] = [];
    for (let i = 0; i < after.length; i++) {
      const alike = left.get(after.sum(i)) ?? [];
      const same = alike.findIndex((other) => after.isSame(i, before, other));
      if (same >= 0) alike.splice(same, 1);
      else cells.push(placeOf(later, rowsOf(later.part).at(i)!, column).cell ?? '');
    }
    return cells;
  }),
);

/** What is known of each row of a list: who it is, and what it counts for. */
interface RowsKnown {
  readonly length: number;
  readonly columns: readonly Numbers[];
  /** The same for rows that are the same, and hardly for others. */
  sum(row: number): number;
  isSame(row: number, others: RowsKnown, other: number): boolean;
}

function rowsKnown({ part: { entries } }: HeldPart): RowsKnown {
  const columns =
    entries === null
      ? []
      : [...entries.keys, entries.weak, entries.group, entries.visit, entries.mask];
  return {
    length: entries?.row.length ?? 0,
    columns,
    sum: (row) => columns.reduce((sum, column, i) => sum + (i + 1) * (column.at(row) ?? 0), 0),
    isSame: (row, others, other) =>
      columns.every((column, i) => (column.at(row) ?? 0) === (others.columns[i]?.at(other) ?? 0)),
  };
}

/** `members 5 → 6 (C9)`: what a corrected tally changed. */
function cellsChanged([earlier, later]: Change): string[] {
  const [before, after] = [earlier, later].map(({ part: { tally } }) => tally);
  if (before!.length === 0 || after!.length === 0) return [];
  const areAlike =
    before!.length === after!.length && after!.every((row, i) => isOfTheSame(row, before![i]!));
  return areAlike
    ? after!.flatMap((row, i) => countsChanged(before![i]!, row, later.table))
    : countsChanged(addedUp(before!), addedUp(after!), later.table);
}

/** True of rows of the same part of a hamlet. */
function isOfTheSame(a: TallyRow, b: TallyRow): boolean {
  return a.team === b.team && a.sex === b.sex && a.week === b.week;
}

/** Rows that are each of a part of the hamlet as one of it all; else the first. */
function addedUp(tally: readonly TallyRow[]): TallyRow {
  const [first] = tally as readonly [TallyRow, ...TallyRow[]];
  if (tally.some(({ team, sex }) => team === undefined && sex === undefined)) return first;
  const values = { ...first.values };
  for (const row of tally.slice(1))
    for (const [field, value] of Object.entries(row.values))
      if (value !== null) values[field] = (values[field] ?? 0) + value;
  return { ...first, values };
}

/** The counts of a tally's row that are others in a later one, with the later one's cells. */
export function countsChanged(before: TallyRow, after: TallyRow, table: TableReport): string[] {
  const fields = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  return fields
    .filter((field) => (before.values[field] ?? null) !== (after.values[field] ?? null))
    .map((field) => {
      const cell = cellOf(table, after, field) ?? after.row;
      return `${field} ${before.values[field] ?? '–'} → ${after.values[field] ?? '–'} (${cell})`;
    });
}

/** What a later file changed of one hamlet's form, for the account of a figure that is another now. */
export interface Replacement {
  readonly unit: string;
  readonly form: string;
  readonly otherFile: string;
  /** The later file's sheet; blank of a CSV. */
  readonly otherSheet: string;
  /** `members 5 → 6 (C9)`, by the tally's field; `rows 2 → 3 (B5)` of a list. */
  readonly changes: readonly string[];
}

/** Each replaced part with what changed. */
export function replacements(replaced: Replaced, by: Reading): Replacement[] {
  return [...replaced].map(([held, [other]]) => {
    const { rows, cells } = allChanges([held], replaced, by);
    return {
      unit: held.part.unit,
      form: held.table.form,
      otherFile: other!.file.file,
      otherSheet: other!.place.sheet ?? '',
      changes: [...rows, ...cells],
    };
  });
}

import { append } from '../core/append.js';
import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake, memo } from '../core/memo.js';
import { rowRuns } from '../core/row-runs.js';
import { sourcedFrom } from '../forms/measures.js';
import type { Form } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';
import { byTable, hamletsIn } from './alike-parts.js';
import { isBySex, makesWhole, tellSexes, wholeBeside } from './by-sex.js';
import { tallyFacts, tallyValue } from './facts.js';
import {
  byFile,
  type Emit,
  firstColumn,
  type HeldPart,
  mergedApart,
  placeOf,
  placeOfPart,
  placeOfTally,
  type Reading,
} from './held.js';
import { seenFrom } from './lists.js';
import { countsChanged } from './replace-told.js';
import type { Fact } from './types.js';
import { areByWeeks, lastWeek, weeklyAcross } from './weekly.js';

/** What settling a form's tallies needs: the form, its indicators, and its lists' facts. */
export interface TallyContext extends Reading {
  /** Facts of the lists, by the index of their table. */
  readonly listFacts: ReadonlyMap<number, readonly Fact[]>;
}

/**
 * A hamlet's row of counts stands once in a file: a second one is rejected. Where the same
 * file also has the hamlet's list, the list counts, and the row gives only what the list
 * can't say (a baseline, `Lũy kế`) and what fits the list: no more women than members listed.
 * One that has nothing to give is left aside.
 */
export function settleTallies(
  groups: Iterable<readonly HeldPart[]>,
  context: TallyContext,
  emit: Emit,
): void {
  const both: Beside[] = [];
  const weekly: (readonly HeldPart[])[] = [];
  const bySex: HeldPart[] = [];
  for (const group of groups) {
    const standing = group.filter((held) => !held.superseded).sort((a, b) => a.source - b.source);
    for (const parts of together(standing)) {
      const tallies = parts.filter((held) => held.part.tally.length > 0);
      if (areByWeeks(tallies)) weekly.push(withStocksOnce(tallies, context));
      else if (tallies.length === 1 && isBySex(tallies[0]!)) bySex.push(tallies[0]!);
      else dropRepeated(wholeFirst(tallies), emit);
      const lists = parts.filter((held) => held.part.entries !== null);
      if (lists.length === 0) continue;
      const given = factsOf(lists, context);
      for (const held of tallies) append(both, giveWay(held, given, context));
    }
  }
  tellBoth(both, emit);
  tellWeekly(weekly, emit);
  tellSexes(bySex, emit);
}

/** The tallies that are settled together: of one file, or of files that are each of other weeks. */
function together(standing: readonly HeldPart[]): readonly HeldPart[][] {
  const weekly = weeklyAcross(standing);
  const rest = standing.filter((held) => !weekly.includes(held));
  const files = byFile(rest).flatMap(mergedApart);
  return weekly.length === 0 ? files : [[...weekly], ...files];
}

/** CCDS-D16: rows of weeks, once for a file and form, or for the files of weeks. */
function tellWeekly(weekly: readonly (readonly HeldPart[])[], emit: Emit): void {
  const filesOf = (parts: readonly HeldPart[]) => [...new Set(parts.map(({ file }) => file.file))];
  const across = weekly.filter((parts) => filesOf(parts).length > 1);
  const firsts = new Map(across.map((parts) => [parts[0]!, filesOf(parts)]));
  for (const parts of byTable(firsts.keys(), (held) => firsts.get(held)!.join('\u0000'))) {
    const { args, unit } = hamletsIn(parts);
    const files = firstFew(firsts.get(parts[0])!.map((file) => `“${file}”`));
    emit(finding('CCDS-D16', placeOfPart(parts[0]), { ...args, rows: '', files }, unit));
  }
  const within = weekly.filter((parts) => filesOf(parts).length === 1);
  for (const parts of byTable(within.flat())) {
    const { args, unit } = hamletsIn(parts);
    const sheets = [...new Set(parts.map(({ place }) => place.sheet ?? ''))];
    const all = parts.flatMap(({ part }) => part.tally.map(({ row }) => row));
    const where =
      sheets.length > 1
        ? { rows: '', sheets: firstFew(sheets.map((sheet) => `“${sheet}”`)) }
        : { rows: firstFew(rowRuns(all.sort((a, b) => a - b))) };
    emit(finding('CCDS-D16', placeOfPart(parts[0]), { ...args, ...where }, unit));
  }
}

/** Of the sheets of several weeks the last that states a stock gives it, and flows add up. */
function withStocksOnce(
  tallies: readonly HeldPart[],
  { formOf, indicators }: TallyContext,
): readonly HeldPart[] {
  if (tallies.length === 1) return tallies;
  const inTime = [...tallies].sort((a, b) => lastWeek(b) - lastWeek(a));
  for (const indicator of sourcedFrom(formOf(tallies[0]!.table.form), indicators)) {
    if (indicator.time !== 'stock') continue;
    const states = ({ part }: HeldPart) =>
      part.tally.some(({ values }) => (tallyValue(indicator, values) ?? null) !== null);
    const last = inTime.find(states) ?? inTime[0];
    for (const held of inTime) if (held !== last) held.listed.add(indicator.id);
  }
  return tallies;
}

/** Beside the sheets of weeks the one of the whole month counts, wherever it stands. */
function wholeFirst(tallies: readonly HeldPart[]): readonly HeldPart[] {
  const isOfWeek = ({ part }: HeldPart) => part.tally.every(({ week }) => week !== undefined);
  return [...tallies].sort((a, b) => Number(isOfWeek(a)) - Number(isOfWeek(b)));
}

function dropRepeated(tallies: readonly HeldPart[], emit: Emit): void {
  const first = tallies[0];
  const kept = first === undefined ? 0 : Math.max(0, wholeBeside(first));
  const other = first?.part.tally[kept];
  if (first === undefined || other === undefined) return;
  const otherPlace = {
    otherFile: first.file.file,
    otherSheet: first.place.sheet ?? '',
    otherRow: other.row,
  };
  const isMade = wholeBeside(first) >= 0 && makesWhole(first, kept);
  for (const held of tallies) {
    held.part.tally.forEach((tally, index) => {
      if (held === first && index === kept) return;
      if (held === first && isMade) {
        held.aside.add(index);
        return;
      }
      held.dropped.add(index);
      const changes = countsChanged(other, tally, held.table).join('; ');
      const old = oldNameAt(held, tally.row) ?? oldNameAt(first, other.row);
      const args = { what: 'tally', ...seenFrom(held, otherPlace), changes, ...old };
      const more = { form: held.table.form, unit: held.part.unit };
      const place = placeOfTally(held, tally, firstColumn(held.table));
      emit(finding('CCDS-D01', place, args, more));
    });
  }
}

/** The old name by which a row names its hamlet, as it was pointed out (CCDS-U04). */
function oldNameAt({ file, place, part }: HeldPart, row: number): OldName | undefined {
  return oldNames(file.findings).get(rowKey(part.unit, place.sheet, row));
}

interface OldName {
  readonly name: string;
  readonly successor: string;
}

/** By unit, sheet and row; a file may have as many findings as rows. */
const oldNames = memo((findings: readonly Finding[]): ReadonlyMap<string, OldName> => {
  const found = new Map<string, OldName>();
  for (const { code, args, place, unit } of findings) {
    if (code !== 'CCDS-U04') continue;
    const key = rowKey(unit, place.sheet, place.row);
    getOrMake(found, key, () => ({ name: `${args.name}`, successor: `${args.successor}` }));
  }
  return found;
});

function rowKey(unit: string | undefined, sheet = '', row: number | undefined): string {
  return [unit, sheet, row].join('\u0000');
}

/** What the file's lists say of the hamlet, added up; an indicator that is blank is absent. */
function factsOf(lists: readonly HeldPart[], { listFacts }: TallyContext): Map<string, number> {
  const given = new Map<string, number>();
  for (const { source, part } of lists) {
    for (const { unit, mergedFrom, indicator, value } of listFacts.get(source) ?? []) {
      if (unit !== part.unit || mergedFrom !== part.mergedFrom || value === null) continue;
      given.set(indicator, (given.get(indicator) ?? 0) + value);
    }
  }
  return given;
}

/** A tally's row beside its list: its starred count, the list's, and columns that do not fit. */
interface Beside {
  readonly held: HeldPart;
  readonly row: number;
  readonly field: string;
  /** Null where it is blank. */
  readonly found: number | null;
  readonly expected: number;
  readonly columns: readonly string[];
}

/** True where the row says another number than the list. */
function differs({ found, expected }: Pick<Beside, 'found' | 'expected'>): boolean {
  return found !== null && found !== expected;
}

/** CCDS-D09, once for a file and form: their counts in all, at the first that differs. */
function tellBoth(both: readonly Beside[], emit: Emit): void {
  const rows = new Map(both.map((one) => [one.held, one]));
  for (const parts of byTable(rows.keys())) {
    const all = parts.map((held) => rows.get(held)!);
    const at = all.find(differs) ?? all[0]!;
    const { args, unit } = hamletsIn(parts);
    const sum = (of: 'found' | 'expected') => all.reduce((total, one) => total + (one[of] ?? 0), 0);
    const isBlank = all.every((one) => one.found === null);
    const columns = [...new Set(all.flatMap((one) => one.columns))].join(', ');
    const counts = {
      found: isBlank ? ('' as const) : sum('found'),
      expected: sum('expected'),
      columns,
    };
    const more = { form: args.form, field: at.field, ...unit };
    const told = finding(
      'CCDS-D09',
      placeOf(at.held, at.row, at.field),
      { ...args, ...counts },
      more,
    );
    const inSheet = all.filter(({ held }) => held.place.sheet === at.held.place.sheet);
    const cells = inSheet.flatMap(({ held, row, field }) => placeOf(held, row, field).cell ?? []);
    emit(cells.length > 1 ? { ...told, area: cells.join(' ') } : told);
  }
}

function giveWay(
  held: HeldPart,
  given: ReadonlyMap<string, number>,
  context: TallyContext,
): Beside[] {
  const form = context.formOf(held.table.form);
  for (const indicator of given.keys()) held.listed.add(indicator);
  const unfit = held.part.tally.map(({ values }) => misfits(form, values, given, context));
  for (const { indicator } of unfit.flat()) held.listed.add(indicator);
  const gives =
    held.month !== null &&
    tallyFacts(held, form, context.indicators).some(({ value }) => value !== null);
  return held.part.tally.flatMap(({ row, values }, index): Beside[] => {
    if (held.dropped.has(index)) return [];
    if (!gives && !statesBaseline(form, values)) held.aside.add(index);
    const counts = compared(form, values, given, context.indicators);
    return [{ held, row, ...counts, columns: unfit[index]!.map((one) => one.field) }];
  });
}

interface Misfit {
  readonly field: string;
  readonly indicator: string;
}

/** What a tally can't give beside its list: a part that is larger than its whole, one of them listed. */
function misfits(
  form: Form,
  values: Values,
  given: ReadonlyMap<string, number>,
  { indicators }: TallyContext,
): Misfit[] {
  const unfit = new Map<string, Misfit>();
  for (const check of form.tally!.checks ?? []) {
    if (!('part' in check)) continue;
    const sides = [check.part, check.whole].map((field) => {
      const indicator = indicatorOf(form, field, indicators)?.id;
      const listed = indicator === undefined ? undefined : given.get(indicator);
      return { field, indicator, listed, value: listed ?? values[field] ?? null };
    });
    const [part, whole] = sides.map(({ value }) => value);
    if (part == null || whole == null || part <= whole) continue;
    if (sides.every(({ listed }) => listed === undefined)) continue;
    for (const { field, indicator, listed } of sides)
      if (listed === undefined && indicator !== undefined) unfit.set(field, { field, indicator });
  }
  return [...unfit.values()];
}

/** The indicator that a tally's field gives. */
function indicatorOf(form: Form, field: string, indicators: readonly Indicator[]) {
  return indicators.find(
    (one) => 'source' in one && one.source.form === form.id && one.source.tally?.field === field,
  );
}

type Values = Readonly<Record<string, number | null>>;

function statesBaseline(form: Form, values: Values): boolean {
  return form.tally!.fields.some(({ id, baseline }) => baseline && (values[id] ?? null) !== null);
}

/** The starred count of a tally beside what the list gives: one that differs, if any does. */
function compared(
  form: Form,
  values: Values,
  given: ReadonlyMap<string, number>,
  indicators: readonly Indicator[],
): Pick<Beside, 'field' | 'found' | 'expected'> {
  const starred = form.tally!.fields.filter(({ required }) => required);
  const pairs = starred.flatMap(({ id: field }) => {
    const expected = given.get(indicatorOf(form, field, indicators)?.id ?? '');
    return expected === undefined ? [] : [{ field, found: values[field] ?? null, expected }];
  });
  const best = pairs.find(differs) ?? pairs.find(({ found }) => found !== null) ?? pairs[0];
  return best ?? { field: starred[0]!.id, found: null, expected: 0 };
}

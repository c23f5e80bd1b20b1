import { append } from '../core/append.js';
import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake, memo } from '../core/memo.js';
import { sourcedFrom } from '../forms/measures.js';
import type { TallyRow } from '../forms/report.js';
import { byTable, hamletsIn, standIn } from './alike-parts.js';
import { type Beside, giveWay, tellBoth } from './beside-list.js';
import { isBySex, leaveBlankWhole, makesWhole, tellAddedRows, wholeBeside } from './by-sex.js';
import { areByTeams, type OfTally, settleTeams } from './by-team.js';
import { tallyValue } from './facts.js';
import {
  byFile,
  type Emit,
  firstColumn,
  type HeldPart,
  mergedApart,
  placeOfPart,
  placeOfTally,
  type Reading,
} from './held.js';
import { seenFrom } from './lists.js';
import { countsChanged } from './replace-told.js';
import { risingWeeks } from './rising-weeks.js';
import { fullestFirst, saysTheSame, type ToldAgain, tellAgain } from './told-again.js';
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
  const byTeam: HeldPart[] = [];
  const again: ToldAgain[] = [];
  const repeats = (again: OfTally, first: OfTally) => reject(again, first, emit);
  for (const group of groups) {
    const standing = group.filter((held) => !held.superseded).sort((a, b) => a.source - b.source);
    for (const parts of together(standing)) {
      const tallies = parts.filter((held) => held.part.tally.length > 0);
      if (areByWeeks(tallies)) weekly.push(withStocksOnce(tallies, context));
      else if (areByTeams(tallies)) append(byTeam, settleTeams(tallies, context, repeats, emit));
      else if (areBySex(tallies, context)) bySex.push(tallies[0]!);
      else append(again, dropRepeated(fullestFirst(wholeFirst(tallies)), emit));
      const lists = parts.filter((held) => held.part.entries !== null);
      if (lists.length === 0) continue;
      const given = factsOf(lists, context);
      for (const held of tallies) append(both, giveWay(held, given, context));
    }
  }
  tellBoth(both, emit);
  tellWeekly(weekly, context, emit);
  tellAgain(again, context, emit);
  tellAddedRows(bySex, 'rows', emit);
  tellAddedRows(byTeam, 'teams', emit);
}

/** One row of men and one of women, without another that states a count. */
function areBySex(tallies: readonly HeldPart[], context: TallyContext): boolean {
  const [held] = tallies;
  if (held === undefined || tallies.length > 1) return false;
  leaveBlankWhole(held, context);
  return isBySex(held);
}

/** The tallies that are settled together: of one file, or of files that are each of other weeks. */
function together(standing: readonly HeldPart[]): readonly HeldPart[][] {
  const weekly = weeklyAcross(standing);
  const rest = standing.filter((held) => !weekly.includes(held));
  const files = byFile(rest).flatMap(mergedApart);
  return weekly.length === 0 ? files : [[...weekly], ...files];
}

/** CCDS-D16: rows of weeks, once for a file and form, or for the files of weeks. */
function tellWeekly(weekly: readonly (readonly HeldPart[])[], by: Reading, emit: Emit): void {
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
    const { rows, places } = standIn(parts.flatMap(({ part }) => part.tally));
    const where =
      sheets.length > 1
        ? { rows: '', sheets: firstFew(sheets.map((sheet) => `“${sheet}”`)) }
        : { rows, ...(places !== '' && { places }) };
    const told = { ...args, ...where, ...risingWeeks(parts, by) };
    emit(finding('CCDS-D16', placeOfPart(parts[0]), told, unit));
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

/** Rejects all rows but one; gives those that say nothing else than it does, which are left aside. */
function dropRepeated(tallies: readonly HeldPart[], emit: Emit): ToldAgain[] {
  const first = tallies[0];
  const kept = first === undefined ? 0 : Math.max(0, wholeBeside(first));
  const other = first?.part.tally[kept];
  const same: ToldAgain[] = [];
  if (first === undefined || other === undefined) return same;
  const isMade = wholeBeside(first) >= 0 && makesWhole(first, kept);
  const one: OfTally = { held: first, index: kept, row: other };
  for (const held of tallies) {
    held.part.tally.forEach((row, index) => {
      if (held === first && index === kept) return;
      const again = { held, index, row };
      const isSame = saysTheSame(again, one);
      if (isSame) same.push({ again, first: one });
      if (isSame || (held === first && isMade)) held.aside.add(index);
      else reject(again, one, emit);
    });
  }
  return same;
}

/** CCDS-D01 at a row that says again what another one says. */
function reject({ held, index, row }: OfTally, first: OfTally, emit: Emit): void {
  held.dropped.add(index);
  const otherPlace = {
    otherFile: first.held.file.file,
    otherSheet: first.held.place.sheet ?? '',
    otherRow: first.row.row,
  };
  const stated = { ...first.row.values, ...withoutBlanks(row.values) };
  const changes = countsChanged(first.row, { ...row, values: stated }, held.table).join('; ');
  const old = oldNameAt(held, row.row) ?? oldNameAt(first.held, first.row.row);
  const isTeam = row.team !== undefined && row.team === first.row.team;
  const args = { what: isTeam ? 'team' : 'tally', ...seenFrom(held, otherPlace), changes, ...old };
  const more = { form: held.table.form, unit: held.part.unit };
  emit(finding('CCDS-D01', placeOfTally(held, row, firstColumn(held.table)), args, more));
}

function withoutBlanks(values: TallyRow['values']): TallyRow['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
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

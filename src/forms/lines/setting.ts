import { inUnicode } from '../../core/legacy-text.js';
import type { Month } from '../../core/period.js';
import { clean } from '../../core/text.js';
import { mayRead, NO_DATED_NAMES } from '../../geography/dated-names.js';
import { isNamedLevel } from '../../geography/placing.js';
import { isWithin, nodeAt } from '../../geography/tree.js';
import type { Named } from '../../geography/types.js';
import {
  asOfItsEnd,
  asOfItsYear,
  asRunning,
  isLeftToRows,
  isOfPeriod,
  ofRows,
  ofSheet,
  type PeriodStatement,
  type PeriodVerdict,
  settlePeriod,
} from '../cells/stated-period.js';
import type { PeriodColumn } from '../header/period-column.js';
import type { Recognition } from '../header/recognise.js';
import { type Base, baseOf, type NearNames, nodeOf, withName } from '../places/base.js';
import type { MatchUnit, Statement } from '../places/place.js';
import { withoutSeveral } from '../places/several-hamlets.js';
import { nearStranger } from '../places/stranger.js';
import type { SheetContext } from '../sheet-context.js';
import { doubtfulHamlets, doubtfullyInherited } from './doubtful-lines.js';
import {
  aliasIn,
  type Name,
  periodsIn,
  periodsInNames,
  placesInNames,
  placesInSheet,
} from './names-stated.js';
import type { SheetLines, Unaccented } from './sheet-lines.js';

/** What holds for all rows of a table: its period, and the units named outside of it. */
export interface Setting {
  readonly verdict: PeriodVerdict;
  /** What holds for rows that state no period, where others state that of the run. */
  readonly rest?: PeriodVerdict;
  /** The column whose days tell which month each row is of, where no other says it. */
  readonly days?: PeriodColumn;
  readonly base: Base;
  readonly match: MatchUnit;
  readonly lastDay: string | null;
}

/**
 * Lines first, then the file's and folders' names, nearest first (contract, Forms).
 * @param table the table, where its header is known
 * @param headings periods that the table's own headings state
 * @param sharing the tables that share its rows, and it
 */
export function settingOf(
  given: SheetContext,
  lines: SheetLines,
  table?: Recognition,
  headings: readonly PeriodStatement[] = [],
  sharing: readonly Recognition[] = table === undefined ? [] : [table],
): Setting {
  const sheet = inUnicode(given.sheet);
  const context: SheetContext = sheet === given.sheet ? given : { ...given, sheet };
  const stated = statedPeriod(context, lines, table, headings, sharing);
  const days = stated.state === 'other-period' ? daysOfVisits(table, stated) : null;
  const byRow = table?.period ?? days;
  const isByRow = byRow && context.wanted !== null && isLeftToRows(stated);
  const verdict = isByRow ? ofRows(context.wanted) : stated;
  const map = context.mapOf(verdict.month);
  const { match, nearText, lastDay } = map;
  const base = statedBase(context, lines, table, map, verdict.month);
  if (namesAnother(context, base, match))
    return settingOf({ ...context, datedNames: NO_DATED_NAMES }, lines, table, headings, sharing);
  const texts = [{ text: context.sheet, from: 'sheet' } as const, ...context.names.toReversed()];
  const near = () => nearNames([...texts, ...lines.unaccented], nearText);
  const whole = { ...base, near, nearStranger: () => nearStranger(context.names)(nearText)(match) };
  const left = isByRow && { rest: stated, ...(days && { days }) };
  return { verdict, match, lastDay, base: whole, ...left };
}

/** What names and lines nearly name, of those that name a level the last. */
function nearNames(names: readonly Unaccented[], nearText: (text: string) => Named): NearNames {
  const all = names.map(({ text, from }) => ({ named: nearText(text), from }));
  const sources = all.map(({ named, from }) =>
    Object.fromEntries(Object.keys(named).map((level) => [level, from])),
  );
  return {
    named: Object.assign({}, ...all.map(({ named }) => named)),
    from: Object.assign({}, ...sources),
  };
}

function statedPeriod(
  { names, sheet, cutoff, wanted, period, datedNames = NO_DATED_NAMES }: SheetContext,
  lines: SheetLines,
  table: Recognition | undefined,
  headings: readonly PeriodStatement[],
  sharing: readonly Recognition[],
): PeriodVerdict {
  const { findPeriods } = datedNames;
  const { inFile, inFolders } = periodsInNames(names)(findPeriods)(String(cutoff));
  const named = periodsIn(findPeriods, cutoff)({ text: sheet, from: 'sheet' });
  const inSheet = YEAR_ALONE.test(sheet) ? named.map((one) => ({ ...one, alone: true })) : named;
  const own = [...lines.periods(cutoff, table?.range), ...headings];
  const inNames =
    period !== undefined && isOfPeriod(own, period)
      ? [ofSheet(period)]
      : [...inFile, ...inSheet, ...inFolders];
  const stating = [...own, ...inNames];
  const isYears = (one: Recognition) => isOfYear(one) || (wanted !== null && listsVisits(one));
  const ofYear = sharing.some(isYears) ? asOfItsYear(stating) : stating;
  return settlePeriod(asSummedIn(table, ofYear), wanted);
}

/** The name of a sheet of a year's figures. */
const YEAR_ALONE = /^\s*(?:năm )?(?:19|20)\d\d\s*$/iu;

/** The units that lines and names name, by the map of the month. */
function statedBase(
  { names, sheet, signed = [] }: SheetContext,
  lines: SheetLines,
  table: Recognition | undefined,
  { match, matchText }: ReturnType<SheetContext['mapOf']>,
  month: Month | null,
): Base {
  const approved = lines.unaccented.flatMap(({ text }) => aliasIn(text, matchText));
  const above = [...lines.places(table?.range), ...approved, ...placesInNames(names)(matchText)];
  const inName = placesInSheet(match)(matchText)(sheet);
  const unsigned = isOfAnother(inName, above, match) ? above : [...above, ...inName];
  const statements = [...unsigned, ...signed];
  const named = baseOf(statements, match);
  const doubtful = doubtfulHamlets(lines, named, match);
  const certain = statements.filter(({ level }) => level !== 'hamlet');
  const settled = doubtful.length > 0 ? baseOf([...certain, ...doubtful], match) : named;
  const inherited = doubtfullyInherited(lines, settled, match);
  const all = { ...settled, disagreements: [...settled.disagreements, ...inherited] };
  const written = (one: Statement) =>
    textOf(one, lines, [...names, { text: sheet, from: 'sheet' }]);
  return withoutSeveral(all, match, written, month);
}

/** All that is written where a statement stands. */
function textOf({ from, cell, quoted }: Statement, lines: SheetLines, names: readonly Name[]) {
  if (from === 'line') return lines.textAt(cell!);
  return names.find((one) => one.from === from && one.text.includes(quoted ?? ''))?.text ?? '';
}

/** True where a name that reads like a period is not that of the unit that was found: it may be one. */
function namesAnother(context: SheetContext, { nodes, named }: Base, match: MatchUnit): boolean {
  const { datedNames = NO_DATED_NAMES, names, sheet } = context;
  if (datedNames === NO_DATED_NAMES) return false;
  return [sheet, ...names.map(({ text }) => text)].some((text) =>
    datedNames.namesIn(clean(text)).some(({ level, name }) => {
      if (!isNamedLevel(level) || nodes[level] === undefined || !mayRead({ name })) return false;
      const found = nodeOf(match(withName(named, level, name)));
      return found === null || nodeAt(found, level) !== nodes[level];
    }),
  );
}

/** What a running total's period comes to in a table. */
function asSummedIn(
  table: Recognition | undefined,
  stating: readonly PeriodStatement[],
): readonly PeriodStatement[] {
  if (table === undefined) return stating;
  if (isOfFlows(table)) return asRunning(stating);
  return table.layout.flows.size === 0 ? asOfItsEnd(stating) : stating;
}

/** True for a tally of counts of a period that no heading calls the month's. */
function isOfYear({ layout: { layout, flows }, fields, headings }: Recognition): boolean {
  if (layout !== 'tally') return false;
  const own = [...flows].filter((id) => fields.has(id));
  return own.length > 0 && !own.some((id) => /\bthang\b/.test(headings.get(id) ?? ''));
}

/** True for a list of what was done in the period. */
function listsVisits({ layout: { layout, form } }: Recognition): boolean {
  return layout === 'list' && form.list?.identity?.visits !== undefined;
}

/** The column of the days of a list that is of a whole year: each row is of its own month. */
function daysOfVisits(
  table: Recognition | undefined,
  { stated }: PeriodVerdict,
): PeriodColumn | null {
  if (table === undefined || table.period || !listsVisits(table)) return null;
  const { fields, layout, splitDate } = table;
  const column = fields.get(layout.form.list!.identity!.visits!);
  const isOfYear = stated !== null && /^\d{4}$/.test(stated);
  if (column === undefined || splitDate?.first === column || !isOfYear) return null;
  return { column, year: null, ofMonths: false, ofDays: true };
}

/** True for counts of the period alone, without their running total beside them. */
function isOfFlows({ layout: { flows, runningOf }, fields }: Recognition): boolean {
  return flows.size > 0 && ![...runningOf.values()].some((id) => fields.has(id));
}

/** True where the lines near a table name a place of its own, known or not. */
export function hasOwnPlace(context: SheetContext, lines: SheetLines): boolean {
  const { unread } = lines;
  if (unread.length === 0) return false;
  const cell = settingOf(context, lines).base.chosen.hamlet?.cell;
  return unread.some((line) => line.cell === cell);
}

/** True where a sheet's name is an alias of a unit outside of that which all else names. */
function isOfAnother(
  inName: readonly Statement[],
  others: readonly Statement[],
  match: MatchUnit,
): boolean {
  const own = inName.find(({ alias }) => alias !== undefined);
  if (own === undefined) return false;
  const { lowest } = baseOf(others, match);
  const node = nodeOf(match({ [own.level]: own.name }));
  return lowest !== null && node !== null && !isWithin(node, lowest) && !isWithin(lowest, node);
}

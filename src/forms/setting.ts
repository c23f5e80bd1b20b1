import { memo, memoText } from '../core/memo.js';
import type { FindPeriods } from '../core/period-text.js';
import { clean, fold } from '../core/text.js';
import { NO_DATED_NAMES } from '../geography/dated-names.js';
import { ancestors, isWithin, nodeAt } from '../geography/tree.js';
import type { Match, Node } from '../geography/types.js';
import { type Base, baseOf, nodeOf, withName } from './base.js';
import { doubtfulHamlets, doubtfullyInherited } from './doubtful-lines.js';
import { namedPlaces } from './named-places.js';
import type { MatchUnit, Statement } from './place.js';
import type { Recognition } from './recognise.js';
import type { RowPeriods } from './row-periods.js';
import { withoutSeveral } from './several-hamlets.js';
import type { SheetContext } from './sheet-context.js';
import type { SheetLines } from './sheet-lines.js';
import {
  asOfItsEnd,
  asRunning,
  isLeftToRows,
  ofRows,
  type PeriodStatement,
  type PeriodVerdict,
  settlePeriod,
} from './stated-period.js';
import type { TableContext } from './table-context.js';
import type { UnitLevel } from './unit-columns.js';

/** What holds for all rows of a table: its period, and the units named outside of it. */
export interface Setting {
  readonly verdict: PeriodVerdict;
  /** What holds for rows that state no period, where others state that of the run. */
  readonly rest?: PeriodVerdict;
  readonly base: Base;
  readonly match: MatchUnit;
  readonly lastDay: string | null;
}

/** A file's or folder's name, or the sheet's: the last to be asked. */
interface Name {
  readonly text: string;
  readonly from: 'file' | 'folder' | 'sheet';
}

/**
 * Lines first, then the file's and folders' names, nearest first (contract, Forms).
 * @param table the table, where its header is known
 * @param headings periods that the table's own headings state
 */
export function settingOf(
  context: SheetContext,
  lines: SheetLines,
  table?: Recognition,
  headings: readonly PeriodStatement[] = [],
): Setting {
  const { names, sheet, cutoff } = context;
  const { findPeriods: find } = context.datedNames ?? NO_DATED_NAMES;
  const { inFile, inFolders } = periodsInNames(names)(find)(String(cutoff));
  const inSheet = periodsIn(find, cutoff)({ text: sheet, from: 'sheet' });
  const stating = [...lines.periods(cutoff), ...headings, ...inFile, ...inSheet, ...inFolders];
  const stated = settlePeriod(asSummedIn(table, stating), context.wanted);
  const isByRow = table?.period && context.wanted !== null && isLeftToRows(stated);
  const verdict = isByRow ? ofRows(context.wanted) : stated;
  const { match, matchText, nearText, lastDay } = context.mapOf(verdict.month);
  const places = placesInNames(names)(matchText);
  const above = [...lines.places(table?.range), ...places];
  const inName = placesInSheet(match)(matchText)(sheet);
  const statements = isOfAnother(inName, above, match) ? above : [...above, ...inName];
  const named = baseOf(statements, match);
  const doubtful = doubtfulHamlets(lines, named, match);
  const certain = statements.filter(({ level }) => level !== 'hamlet');
  const settled = doubtful.length > 0 ? baseOf([...certain, ...doubtful], match) : named;
  const inherited = doubtfullyInherited(lines, settled, match);
  const all = { ...settled, disagreements: [...settled.disagreements, ...inherited] };
  const written = (one: Statement) =>
    textOf(one, lines, [...names, { text: sheet, from: 'sheet' }]);
  const base = withoutSeveral(all, match, written, verdict.month);
  if (namesAnother(context, base, match))
    return settingOf({ ...context, datedNames: NO_DATED_NAMES }, lines, table, headings);
  const texts = [sheet, ...names.map(({ text }) => text).reverse()];
  const near = () => Object.assign({}, ...texts.map(nearText));
  return { verdict, match, lastDay, base: { ...base, near }, ...(isByRow && { rest: stated }) };
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
      const node = nodes[level as UnitLevel];
      const found = node && nodeOf(match(withName(named, level as UnitLevel, name)));
      return node !== undefined && (!found || nodeAt(found, level) !== node);
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

type MatchText = (text: string, within?: Node) => Match | null;

/** What the names of a file and its folders name: the same for each of its sheets. */
const placesInNames = memo((names: SheetContext['names']) =>
  memo((matchText: MatchText) => {
    let above: Node | undefined;
    const places = [...names].reverse().map((name) => {
      const match = matchWithin(name.text, above, matchText);
      above = (match && nodeOf(match)) ?? above;
      return placesIn(name, () => match);
    });
    return places.reverse().flat();
  }),
);

/**
 * What a name names within the unit of the folders above it; of none of theirs, anywhere: but an
 * alias is of its own unit, and another may well be called so in a place of its own.
 */
function matchWithin(text: string, above: Node | undefined, matchText: MatchText): Match | null {
  if (above === undefined) return matchText(text);
  const within = matchText(text, above);
  const node = within && nodeOf(within);
  if (node && isWithin(node, above)) return within;
  const anywhere = matchText(text);
  return anywhere?.kind === 'alias' ? null : anywhere;
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

/**
 * What a sheet's name names: few are of one file alone. One that is no unit's anywhere says
 * nothing, and is not tried in each sheet.
 */
const placesInSheet = memo((match: MatchUnit) =>
  memo((matchText: MatchText) =>
    memoText((text) =>
      placesIn({ text, from: 'sheet' }, matchText).filter(
        ({ level, name, tried }) => !tried || match({ [level]: name }).kind !== 'unknown',
      ),
    ),
  ),
);

/** The periods that they state, by the cut-off day: the same for each of the file's sheets. */
const periodsInNames = memo((names: SheetContext['names']) =>
  memo((find: FindPeriods) =>
    memoText((cutoff) => {
      const read = periodsIn(find, Number(cutoff));
      const inFile = names.filter(({ from }) => from === 'file').flatMap(read);
      return { inFile, inFolders: read(pathOf(names)) };
    }),
  ),
);

/** The folders in one, as a period may stand in two: `2024/09`. */
function pathOf(names: readonly Name[]): Name {
  const folders = names.filter(({ from }) => from === 'folder');
  return {
    text: folders
      .map(({ text }) => text)
      .reverse()
      .join('/'),
    from: 'folder',
  };
}

function periodsIn(find: FindPeriods, cutoff: number) {
  return ({ text, from }: Name): PeriodStatement[] =>
    find(text, from === 'sheet' ? 'file' : from, cutoff).map((found) => ({ found, from }));
}

/**
 * A name names a unit that is known by its code or name, or any by type (`Xã Tân Ân`). A
 * sheet's name may be a hamlet's alone.
 */
function placesIn({ text, from }: Name, matchText: MatchText): Statement[] {
  if (text === '') return [];
  const known = chainOf(matchText(text), text, from);
  const levels = new Set(known.map(({ level }) => level));
  const typed = namedPlaces(text.replace(/_/g, ' '))
    .filter(({ level }) => !levels.has(level))
    .map(({ longer: _, ...named }): Statement => ({ ...named, from }));
  if (from !== 'sheet' || known.length + typed.length > 0) return [...known, ...typed];
  return [{ level: 'hamlet', name: text, bare: text, labelled: false, from, tried: true }];
}

/** A unit that a text names and those above it, by code. */
function chainOf(match: Match | null, text: string, from: Statement['from']): Statement[] {
  const node = match === null ? null : nodeOf(match);
  if (match === null || node === null) return [];
  const aliases = match.kind === 'alias' ? match.aliases : [];
  const own = aliases.find((one) => one.unit === node.unit)?.name ?? node.unit.name;
  const quoted = mentions(text, own) ? own : text;
  return [node, ...ancestors(node)].map(({ unit }): Statement => {
    const alias = aliases.find((one) => one.unit === unit);
    const [level, name, bare] = [unit.level as UnitLevel, unit.code, unit.name];
    const written = [alias?.name, bare].find((one) => one !== undefined && mentions(text, one));
    const implied = unit !== node.unit && written === undefined;
    return {
      level,
      name,
      bare,
      labelled: true,
      from,
      quoted: written ?? quoted,
      ...(implied && { implied }),
      ...(alias && { alias }),
    };
  });
}

/** True where a name stands in a text as it is, but for case and signs. */
function mentions(text: string, name: string): boolean {
  const words = (one: string) =>
    ` ${fold(one)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(text).includes(words(name));
}

/** Where a table stands, and what holds for its rows. */
export function readContext(
  context: SheetContext,
  { verdict, base, match, lastDay }: Setting,
  ambiguous: boolean,
  periods?: RowPeriods,
): TableContext {
  return {
    place: placeOf(context),
    month: verdict.month,
    periodText: verdict.stated,
    lastDay,
    base,
    match,
    merges: context.merges,
    indicators: context.indicators,
    checks: context.checks,
    ...(context.severityOf && { severityOf: context.severityOf }),
    ...(context.decisionOf && { decisionOf: context.decisionOf }),
    ...(context.onDecided && { onDecided: context.onDecided }),
    ...(periods && { periods }),
    state: context.setAside ? 'other-period' : ambiguous ? 'rejected' : verdict.state,
    emit: context.emit,
  };
}

/** For a table that lacks a starred column: its rows are counted, and nothing is looked up. */
export function refusedContext(context: SheetContext): TableContext {
  const [kind, level] = ['unknown', 'hamlet'] as const;
  const unknown = { kind, name: '', level, parent: null, suggestions: [] } as const;
  return {
    place: placeOf(context),
    month: null,
    periodText: null,
    lastDay: null,
    base: { named: {}, chosen: {}, nodes: {}, lowest: null, disagreements: [] },
    match: () => unknown,
    merges: context.merges,
    indicators: context.indicators,
    checks: [],
    state: 'rejected',
    emit: context.emit,
  };
}

function placeOf({ file, sheet }: SheetContext): TableContext['place'] {
  return sheet === '' ? { file } : { file, sheet };
}

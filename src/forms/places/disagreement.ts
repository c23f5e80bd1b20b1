import type { Match, Named, Node } from '../../geography/types.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { type MatchUnit, quoteOf, type Statement } from './place.js';

/** Two statements that name different units; the first was taken. */
export interface Disagreement {
  readonly first: Statement;
  readonly second: Statement;
  /** Where it shows, if that is not where the first stands. */
  readonly cell?: string;
  /** No unit is or was called as the second says. */
  readonly isUnknown?: boolean;
}

/** The unit that a statement names. */
export interface Found {
  readonly name: string;
  /** Null where several units answer. */
  readonly node: Node | null;
  /** Levels above whose statement had to be left aside. */
  readonly dropped: readonly UnitLevel[];
  /** It is found within the ended units that are named above it. */
  readonly isUnderFormer?: boolean;
}

/** A statement of a level, and the unit that answers to it; null where none does. */
export interface Tried {
  readonly statement: Statement;
  readonly found: Found | null;
}

/** Codes of the units that a statement may mean which names none for certain. */
type Meant = (statement: Statement) => readonly string[];

/** Levels of which a name in passing is one more than the words of a file's name. */
const NAMED_ALONE: ReadonlySet<UnitLevel> = new Set(['commune', 'hamlet']);

/**
 * Of a level's statements, in the order in which they are believed, the first that a unit
 * answers to. A line that says outright what no unit answers to is not overruled by a name
 * that it can't mean.
 */
export function bestOf(tried: readonly Tried[], level: UnitLevel, meant: Meant): Tried | undefined {
  const known = tried.find(({ found }) => found !== null);
  if (known === undefined)
    return tried.find(({ statement }) => statement.labelled) ?? tried[level === 'hamlet' ? 0 : -1];
  const node = known.found?.node ?? null;
  if (known.statement.from === 'line' || node === null || !NAMED_ALONE.has(level)) return known;
  const outright = tried.find(isOutright);
  if (outright === undefined || meant(outright.statement).includes(node.unit.code)) return known;
  return outright;
}

/** A line such as `Xã: Tân Ân`, to which no unit answers. */
function isOutright({ statement, found }: Tried): boolean {
  return found === null && statement.labelled && statement.from === 'line';
}

/** A line that says outright what no unit is or was called. */
export function isStranger(one: Tried, above: Named, match: MatchUnit): boolean {
  const { level, name } = one.statement;
  return isOutright(one) && match({ ...above, [level]: name }).kind === 'unknown';
}

/** True where a statement names another unit than the one taken, or seems to. */
export function isAgainst(one: Tried, best: Tried, node: Node, meant: Meant): boolean {
  const { statement, found } = one;
  if (one === best || statement.lapsed || isNumbering(statement)) return false;
  if (isPartOf(statement, best.statement)) return false;
  if (found !== null && found.node !== null) return found.node !== node;
  if (!NAMED_ALONE.has(statement.level) || statement.from === best.statement.from) return false;
  if (isOutright(one)) return true;
  const codes = meant(statement);
  return codes.length > 0 && !codes.includes(node.unit.code);
}

/** `Khóm 3` of `Khóm 3 (khu 7)`: a shorter reading of the same name. */
function isPartOf({ cell, name }: Statement, whole: Statement): boolean {
  return whole.longer === true && cell === whole.cell && whole.name.startsWith(name);
}

/** A sheet called `4` may be the fourth: it is a hamlet's only where nothing else names one. */
function isNumbering({ from, name, tried }: Statement): boolean {
  return from === 'sheet' && tried === true && /^\d+$/.test(name);
}

/** What a statement may mean, within the units above and then anywhere. */
export function meantBy(statement: Statement, above: Named, match: MatchUnit): readonly string[] {
  for (const within of [above, {}]) {
    const codes = codesOf(match({ ...within, [statement.level]: statement.name }), statement);
    if (codes.length > 0) return codes;
  }
  return [];
}

function codesOf(match: Match, { level, bare }: Statement): readonly string[] {
  const codes = (units: readonly { readonly code: string }[]) => units.map(({ code }) => code);
  if (match.kind === 'ended')
    return codes(match.successors.length > 0 ? match.successors : [match.old]);
  if (match.kind === 'ambiguous') return codes(match.choices.map(({ unit }) => unit));
  if (match.kind !== 'unknown') return [match.node.unit.code];
  // `bản 2` is oftener a version than nearly a hamlet `Ấp 2`.
  const isName = match.level === level && /\p{L}{2}/u.test(bare);
  return isName ? codes(match.suggestions.map(({ unit }) => unit)) : [];
}

/** Leaves out what only the units above a name say, where the name itself is told. */
export function withoutRepeated(all: readonly Disagreement[]): readonly Disagreement[] {
  const told = new Set<string>();
  const kept = [...all].reverse().filter(({ first, second }) => {
    const isRepeated = [first, second].some((one) => one.implied && told.has(placeOf(one)));
    for (const one of [first, second]) told.add(placeOf(one));
    return !isRepeated;
  });
  return kept.reverse();
}

function placeOf(statement: Statement): string {
  return `${statement.from}\n${statement.cell ?? ''}\n${quoteOf(statement)}`;
}

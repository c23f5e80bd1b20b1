import { remembered } from '../core/memo.js';
import { predecessors } from './changes.js';
import { type CommunesMeant, communesMeant } from './communes-meant.js';
import { type FormerNames, formerCommunes, type SaidUnder } from './former-communes.js';
import { lookup } from './name-index.js';
import { parseName } from './names.js';
import { withoutOld } from './old-names.js';
import { inOrder } from './outcome.js';
import { createPast, type Early, matchPast, type Past, readEarly } from './past.js';
import {
  createPlacing,
  type Found,
  lowestName,
  type Misplaced,
  type Placed,
  type Placing,
  partsOf,
} from './placing.js';
import { createTextReader } from './text-mentions.js';
import { createNearReader } from './text-near.js';
import { nodeAt } from './tree.js';
import type { Alias, Gazetteer, Match, MatchNamed, Named, Node, Tree } from './types.js';
import { matchUnderEnded } from './under-ended.js';
import { closes, HAMLET } from './validity.js';

type Unknown = Extract<Match, { kind: 'unknown' }>;

export interface Matcher {
  /**
   * The unit that the names mean in the tree, within a unit where that is known. Exact
   * folded names, codes and aliases alone are counted; what is near is suggested.
   */
  readonly match: MatchNamed;
  /**
   * The unit that a text names in passing (a file or folder name): by its code, by typed
   * names (`TT. Rạch Gốc - Ấp 1 T9.2024`), by aliases, or where one unit alone bears the text as its
   * name. Null where the text names none.
   */
  readonly matchText: (text: string, within?: Node) => Match | null;
  /** What such a text seems to name but for its accents, as written: to be asked about alone. */
  readonly nearText: (text: string) => Named;
  /** Some communes have the name of another one of today's, ended or not. */
  readonly hasNamesakes: () => boolean;
  /** What a sheet calls by today's communes' names and means of before, by all the hamlets it names. */
  readonly former: (said: readonly SaidUnder[]) => FormerNames | null;
  /** Which of today's communes of one name a sheet means, by all the hamlets it names. */
  readonly meant: (said: readonly SaidUnder[]) => CommunesMeant | null;
}

/** A matcher of one tree. Fast over millions of rows: it remembers what it was asked. */
export function createMatcher(
  registry: Gazetteer,
  tree: Tree,
  aliases: readonly Alias[] = [],
): Matcher {
  const today = createPlacing(tree, aliases);
  const past = createPast(registry, today);
  const levels = new Set([HAMLET, ...registry.units.map((unit) => unit.level)]);
  const asked = remembered<Match>();
  const match = (named: Named, within?: Node): Match => {
    const { hamlet = '', commune = '', district = '', province = '' } = named;
    const scoped = `\u0001${within?.unit.code ?? ''}`;
    const key = `${hamlet}\u0001${commune}\u0001${district}\u0001${province}${scoped}`;
    const scope = within ?? null;
    return asked(key, () => matchNamed(today, past, known(named, levels), scope));
  };
  const read = createTextReader(registry, today, match, aliases);
  const texts = remembered<Match | null>();
  const matchText = (text: string, within?: Node) =>
    texts(`${text}\u0001${within?.unit.code ?? ''}`, () => read(text, within ?? null));
  let namesakes: boolean | undefined;
  return {
    match,
    matchText,
    nearText: createNearReader(registry),
    hasNamesakes: () => {
      namesakes ??= hasNamesakes(registry, today);
      return namesakes;
    },
    former: (said) => formerCommunes(past, match, said),
    meant: (said) => communesMeant(today, said),
  };
}

function hasNamesakes({ units }: Gazetteer, { tree, indexOf }: Placing): boolean {
  const now = indexOf(null, 'commune');
  return units.some((unit) => {
    if (unit.level !== 'commune') return false;
    const others = closes(unit) < tree.date ? 0 : 1;
    return lookup(now, parseName(unit.name, 'commune')).length > others;
  });
}

/** A level above the hamlet that the registry does not know at all is not held against a sheet. */
function known(named: Named, levels: ReadonlySet<string>): Named {
  return Object.fromEntries(partsOf(named).filter(([level]) => levels.has(level)));
}

/** What says of itself that it is old, `Ngọc Hiển (cũ)`, is read as units that have ended alone. */
function matchNamed(today: Placing, past: Past, named: Named, within: Node | null): Match {
  const match = matchOnce(today, past, named, within);
  const former = match.kind === 'unknown' ? withoutOld(named) : null;
  if (match.kind !== 'unknown' || former === null) return match;
  const isOldCommune = former.commune !== named.commune;
  const old = matchPast(past, former, within, isOldCommune);
  const isUnder =
    within?.unit.level === 'commune' || (former.hamlet === named.hamlet && !isOldCommune);
  const under = isUnder ? matchUnderEnded(past, former, within, true, isOldCommune) : null;
  const placed = today.place(former, within);
  return (
    inPart(past, old, under, within) ??
    either(old, under, today, named) ??
    askedBy(match, placed, today, former)
  );
}

/** A unit of today that may be meant by an old name is suggested. */
function askedBy(
  { kind, name, level, parent }: Unknown,
  placed: Placed,
  today: Placing,
  former: Named,
): Match {
  const suggestions = placed.ok
    ? placed.nodes.flatMap((node) => nodeAt(node, level) ?? [])
    : today.suggest(placed.scopes, placed.level, former[placed.level] ?? '');
  return { kind, name, level, parent, suggestions: [...new Set(suggestions)].slice(0, 3) };
}

function matchOnce(today: Placing, past: Past, named: Named, within: Node | null): Match {
  const placed = today.place(named, within);
  if (placed.ok) return matchOf(placed, named, within);
  const isLowest = placed.level === partsOf(named).at(-1)?.[0];
  if (isLowest && isNowhere(named[placed.level] ?? '', placed.level, today, past))
    return unknown(placed, today, past, named);
  const old = matchPast(past, named, within);
  const under = isLowest ? null : matchUnderEnded(past, named, within);
  return (
    inPart(past, old, under, within) ??
    either(old, under, today, named) ??
    unknown(placed, today, past, named)
  );
}

/**
 * In a commune of today, its hamlet by today's name under that of an old commune which it came out of.
 * Where the registry knows the old one's hamlets, it knows that of the hamlet itself.
 */
function inPart(
  past: Past,
  old: Match | null,
  under: Match | null,
  within: Node | null,
): Match | null {
  if (within?.unit.level !== 'commune' || old?.kind !== 'ended' || under?.kind !== 'moved')
    return null;
  const then = past.placingOf(old.date).tree.byCode.get(old.old.code);
  if (then?.unit.level !== 'commune') return null;
  const isKnown = predecessors(past.registry, under.node.unit, old.date).length > 0;
  return isKnown || then.children.length === 0 ? under : null;
}

/**
 * True where no unit of any day up to today's bears a name, below units that today's tree knows:
 * most of what is asked for is no unit's name at all, and need not be looked for day by day.
 */
function isNowhere(name: string, level: string, { indexOf }: Placing, { ended }: Past): boolean {
  if (/^\d+$/.test(name)) return false;
  const here = lookup(indexOf(null, level), parseName(name, level));
  return here.length === 0 && ended.find(level, name).length === 0;
}

/**
 * Not known: named with the unit that it was looked for in, and with what is near, which is
 * looked for when it is first asked for: it costs a look at all names, and few are told.
 */
function unknown({ level, scopes }: Misplaced, today: Placing, past: Past, named: Named): Match {
  const name = named[level] ?? '';
  const [scope = null, ...others] = scopes;
  let near: readonly Node[] | undefined;
  let found: Early | undefined;
  const early = () => {
    found ??= readEarly(past, named, level);
    return found;
  };
  const suggest = () => {
    const { units } = early();
    return units.length > 0 ? units.slice(0, 3) : today.suggest(scopes, level, name);
  };
  return {
    kind: 'unknown',
    name,
    level,
    parent: others.length === 0 ? scope : null,
    get suggestions() {
      near ??= suggest();
      return near;
    },
    get begins() {
      return early().begins;
    },
  };
}

function matchOf(placed: Found, named: Named, within: Node | null): Match {
  const name = lowestName(named);
  const nodes = placed.nodes;
  const [node, ...others] = nodes;
  if (node === undefined) {
    const level = partsOf(named).at(-1)?.[0] ?? HAMLET;
    return { kind: 'unknown', name, level, parent: within, suggestions: [] };
  }
  if (others.length > 0) return { kind: 'ambiguous', name, choices: inOrder(nodes) };
  if (placed.aliases.length === 0) return { kind: 'found', node };
  const aliases = placed.aliases.map(([level, alias]) => ({
    name: alias,
    unit: nodeAt(node, level)!.unit,
  }));
  return { kind: 'alias', node, aliases };
}

/** Two readings of old names: the one that there is, or both to choose from. */
function either(a: Match | null, b: Match | null, today: Placing, named: Named): Match | null {
  if (a === null || b === null) return a ?? b;
  if (a.kind === 'ended' && a.successors.length === 0) return b;
  const choices = inOrder([...choicesOf(a, today), ...choicesOf(b, today)]);
  if (choices.length === 1) return a.kind === 'moved' ? a : b;
  return { kind: 'ambiguous', name: lowestName(named), choices };
}

function choicesOf(match: Match, { tree }: Placing): readonly Node[] {
  if (match.kind === 'unknown') return [];
  if (match.kind === 'ambiguous') return match.choices;
  if (match.kind !== 'ended') return [match.node];
  return match.successors.flatMap((unit) => tree.byCode.get(unit.code) ?? []);
}

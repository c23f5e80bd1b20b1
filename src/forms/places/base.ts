import { memo, remembered } from '../../core/memo.js';
import { lowestName, NAMED_LEVELS } from '../../geography/placing.js';
import { nodeAt } from '../../geography/tree.js';
import type { Match, Named, Node } from '../../geography/types.js';
import type { UnitLevel } from '../header/unit-columns.js';
import {
  bestOf,
  type Disagreement,
  type Found,
  isAgainst,
  isStranger,
  meantBy,
  withoutRepeated,
} from './disagreement.js';
import { becameOne, formerName } from './former-base.js';
import type { MatchUnit, Problem, Source, Statement } from './place.js';
import { type Stranger, strangerAbove, strangerIn } from './stranger.js';

/** Names that lack their accents, and where they stand. */
export interface NearNames {
  readonly named: Named;
  readonly from: Partial<Record<UnitLevel, Source>>;
}

/** The names that hold for a whole sheet, unless a row says otherwise. */
export interface Base {
  readonly named: Named;
  /** Statement chosen for each level. */
  readonly chosen: Partial<Record<UnitLevel, Statement>>;
  /** Nodes of the chosen statements, where they were found. */
  readonly nodes: Partial<Record<UnitLevel, Node>>;
  /** The lowest of them; null where none was found. */
  readonly lowest: Node | null;
  /** Statements that name another unit than the one chosen. */
  readonly disagreements: readonly Disagreement[];
  /** Names in passing of units that have ended, and of which several were made. */
  readonly former?: Named;
  /** The commune that something names in passing and that is none of the registry's. */
  readonly stranger?: Stranger;
  /** The hamlet is one of several that are listed: what is asked of a row that names none itself. */
  readonly several?: Problem;
  /** What file and folder names seem to name but for accents; asked for where a row has no place. */
  readonly near?: () => NearNames;
  /** A province or district that no registry's day has, where nothing else is named outside of the rows. */
  readonly strangerAbove?: Statement;
  /** The commune that they seem to name so; asked for where nothing else names one. */
  readonly nearStranger?: () => Stranger | null;
}

/** The levels, the highest first. */
export const TOP_DOWN: readonly UnitLevel[] = NAMED_LEVELS;
export const LOWEST_FIRST: readonly UnitLevel[] = [...TOP_DOWN].reverse();

/**
 * Chooses for each level the first statement that a unit answers to. The sheets of a file mostly
 * name the same places in the same cells, so what was chosen is kept.
 */
export function baseOf(statements: readonly Statement[], match: MatchUnit): Base {
  return bases(match)(statements.map(keyOf).join('\u0002'), () => choose(statements, match));
}

const bases = memo((_: MatchUnit) => remembered<Base>(MOST_KNOWN));
const MOST_KNOWN = 100;

/** All that a statement says. */
function keyOf(one: Statement): string {
  const { level, name, bare, whole, from, cell, quoted, alias } = one;
  const { labelled, implied, tried, either, longer, lapsed } = one;
  return `${level}\u0001${name}\u0001${bare}\u0001${whole}\u0001${from}\u0001${cell}\u0001${quoted}\u0001${alias?.name}\u0001${labelled},${implied},${tried},${either},${longer},${lapsed}`;
}

function choose(statements: readonly Statement[], match: MatchUnit): Base {
  const chosen: Partial<Record<UnitLevel, Statement>> = {};
  const nodes: Partial<Record<UnitLevel, Node>> = {};
  const disagreements: Disagreement[] = [];
  let named: Named = {};
  let former: Named = {};
  let stranger: Stranger | undefined;
  for (const level of TOP_DOWN) {
    const tried = statements
      .filter((statement) => statement.level === level)
      .map((statement) => ({ statement, found: find(statement, named, former, match) }))
      .filter(({ statement, found }) => found !== null || !isGuess(statement, chosen));
    const meant = (statement: Statement) => meantBy(statement, named, match);
    const first = bestOf(tried, level, meant);
    const best = first === undefined ? first : (becameOne(first, tried, match) ?? first);
    if (first !== undefined && best !== first)
      former = { ...former, [level]: first.found?.name ?? first.statement.name };
    if (best === undefined) {
      const own = tried.map(({ statement }) => statement);
      const name = formerName(own, level, { ...named, ...former }, match);
      if (name !== undefined) former = { ...former, [level]: name };
      else if (level === 'commune') stranger = strangerIn(own, meant);
      continue;
    }
    const { statement, found } = best;
    chosen[level] = statement;
    const node = found?.node ?? null;
    const dropped = (found?.dropped ?? []).filter(
      (one) => node === null || nodes[one] === undefined || nodes[one] !== nodeAt(node, one),
    );
    if (node !== null) {
      nodes[level] = node;
      const others = tried.filter((one) => isAgainst(one, best, node, meant));
      for (const one of others)
        disagreements.push({
          first: statement,
          second: one.statement,
          isUnknown: isStranger(one, named, match),
        });
    }
    for (const one of dropped) {
      const second = chosen[one];
      if (second === undefined) continue;
      const isUnknown = match({ [one]: second.name }).kind === 'unknown';
      disagreements.push({ first: statement, second, isUnknown });
    }
    const above = found?.isUnderFormer ? { ...former, ...named } : without(named, dropped);
    named = { ...above, [level]: found?.name ?? statement.name };
  }
  const lowest = LOWEST_FIRST.find((level) => nodes[level] !== undefined);
  const above = strangerAbove(statements, match);
  const isNews = above !== undefined && chosen[above.level] === undefined;
  if (isNews && lowest !== undefined)
    disagreements.push({ first: chosen[lowest]!, second: above, isUnknown: true });
  return {
    named,
    chosen,
    nodes,
    lowest: lowest ? nodes[lowest]! : null,
    disagreements: withoutRepeated(disagreements),
    ...(Object.keys(former).length > 0 && { former }),
    ...(stranger && { stranger }),
    ...(isNews && lowest === undefined && { strangerAbove: above }),
  };
}

/** True for a reading that says nothing where no unit answers. */
function isGuess(statement: Statement, { province }: Base['chosen']): boolean {
  const { level, name, cell, tried, longer, either } = statement;
  if (tried || longer) return true;
  if (!either) return false;
  return level === 'province' || (province?.name === name && province.cell === cell);
}

/**
 * What a statement names, within the ended units above it where that is another unit than it is
 * without them: of two old wards 7 one city's is meant.
 */
function find(statement: Statement, above: Named, former: Named, match: MatchUnit): Found | null {
  const found = findBelow(statement, above, match);
  const old = underFormer(statement, { ...former, ...above }, former, match);
  return old === null || old.node === found?.node ? found : old;
}

function underFormer(
  { level, name, bare, labelled, implied, from }: Statement,
  above: Named,
  former: Named,
  match: MatchUnit,
): Found | null {
  if (implied || Object.keys(former).length === 0) return null;
  // A file's or folder's unit stands by its code, which may have been another's.
  const own = labelled && from !== 'line' ? [bare] : namesOf({ name, bare, labelled });
  for (const one of own) {
    const old = match(withName(above, level, one));
    if (old.kind === 'moved' && old.old.level === level)
      return { name: one, node: old.node, dropped: [], isUnderFormer: true };
  }
  return null;
}

function namesOf({ name, bare, labelled }: Pick<Statement, 'name' | 'bare' | 'labelled'>) {
  return labelled ? [name, bare] : [name];
}

/**
 * Tries a statement with its type and bare, within the units above and then anywhere: but a longer
 * reading within those alone, lest another commune's unit be taken for the one of the shorter.
 */
function findBelow(statement: Statement, above: Named, match: MatchUnit): Found | null {
  const isWithin = statement.longer === true || Object.keys(above).length === 0;
  for (const drop of isWithin ? [[]] : [[], TOP_DOWN.filter((level) => level in above)]) {
    for (const name of namesOf(statement)) {
      const found = match(withName(drop.length === 0 ? above : {}, statement.level, name));
      const node = nodeOf(found);
      if (node !== null) return { name, node, dropped: drop };
      if (found.kind === 'ambiguous' && drop.length === 0) return { name, node, dropped: drop };
    }
  }
  return null;
}

/** The names with one more. Always of one shape, as it is asked for in each sheet. */
export function withName(
  { province = '', district = '', commune = '', hamlet = '' }: Named,
  level: UnitLevel,
  name: string,
): Named {
  return {
    province: level === 'province' ? name : province,
    district: level === 'district' ? name : district,
    commune: level === 'commune' ? name : commune,
    hamlet: level === 'hamlet' ? name : hamlet,
  };
}

/** The names but those of some levels. */
export function without(named: Named, levels: readonly UnitLevel[]): Named {
  if (levels.length === 0) return named;
  return Object.fromEntries(
    Object.entries(named).filter(([level]) => !levels.some((one) => one === level)),
  );
}

/** The names of a base, those of files and folders as they are written and not by their units' codes. */
export function namesAsSaid({ named, chosen, former }: Base): Named {
  const own = LOWEST_FIRST.flatMap((level) => {
    const one = chosen[level];
    return one === undefined || one.from === 'line' || one.implied ? [] : [[level, one.bare]];
  });
  return { ...former, ...named, ...Object.fromEntries(own) };
}

/** True where a sheet names a commune outside of its rows. */
export function namesCommune({ chosen, former }: Base): boolean {
  return chosen.commune !== undefined || former?.commune !== undefined;
}

/** The node of a match that counts; null for the others. */
export function nodeOf(match: Match): Node | null {
  return match.kind === 'found' || match.kind === 'alias' || match.kind === 'moved'
    ? match.node
    : null;
}

/** Neither of two hamlets is taken: it is asked which. */
export function bothOf(a: Node, b: Node, named: Named): Match {
  const choices = a.unit.code < b.unit.code ? [a, b] : [b, a];
  return { kind: 'ambiguous', name: lowestName(named), choices };
}

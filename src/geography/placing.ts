import { getOrMake, remembered } from '../core/memo.js';
import { clean, fold } from '../core/text.js';
import { indexNames, lookup, type NameIndex } from './name-index.js';
import { parseName, type UnitName } from './names.js';
import { suggest } from './suggest.js';
import { descendantsAt, isWithin, nodeAt } from './tree.js';
import type { Alias, Named, NamedLevel, Node, Tree } from './types.js';

/** The levels that a sheet names, top first. */
export const NAMED_LEVELS: readonly NamedLevel[] = ['province', 'district', 'commune', 'hamlet'];

/** True for a level that a sheet names; the config can add others. */
export function isNamedLevel(level: string): level is NamedLevel {
  return NAMED_LEVELS.some((one) => one === level);
}

/** Where the names lead in one tree. */
export interface Found {
  readonly ok: true;
  /** Several where the names are not enough to tell them apart. */
  readonly nodes: readonly Node[];
  /** The names that were read by aliases, by their level, top first. */
  readonly aliases: readonly (readonly [NamedLevel, string])[];
}

/** The first level, from the top, whose name is not known. */
export interface Misplaced {
  readonly ok: false;
  readonly level: NamedLevel;
  /** Where it was looked for; `null` is the whole tree. */
  readonly scopes: readonly (Node | null)[];
}

export type Placed = Found | Misplaced;

/** Places names in one tree, by exact folded names, codes and aliases alone. */
export interface Placing {
  readonly tree: Tree;
  readonly place: (named: Named, within: Node | null) => Placed;
  readonly suggest: (
    scopes: readonly (Node | null)[],
    level: string,
    name: string,
  ) => readonly Node[];
  readonly indexOf: (scope: Node | null, level: string) => NameIndex<Node>;
}

/** The parts of what a sheet says that are not blank, top first. */
export function partsOf(named: Named): readonly (readonly [NamedLevel, string])[] {
  return NAMED_LEVELS.map((level) => [level, clean(named[level] ?? '')] as const).filter(
    ([, name]) => name !== '',
  );
}

/** The name of the lowest unit that a sheet names. */
export function lowestName(named: Named): string {
  return partsOf(named).at(-1)?.[1] ?? '';
}

/** A placing of one tree. Its indexes are made when first asked for, a scope at a time. */
export function createPlacing(tree: Tree, aliases: readonly Alias[] = []): Placing {
  const indexOf = createIndexes(tree);
  const codes = createCodes(tree);
  const named = aliasIndex(tree, aliases);
  const names = remembered<UnitName>();
  const parse = (text: string, level: string) =>
    names(`${level}\n${text}`, () => parseName(text, level));

  /** The nodes at a level that a name means in a scope; above the scope, the scope itself. */
  const findIn = (scope: Node | null, level: string, text: string): readonly Node[] => {
    const up = scope === null ? null : nodeAt(scope, level);
    const found = lookup(indexOf(up ?? scope, level), parse(text, level));
    const nodes = found.length > 0 ? found : within(codes(text, level), up ?? scope);
    return up !== null && nodes.length > 0 ? [scope!] : nodes;
  };

  const place = (given: Named, inside: Node | null): Placed => {
    let scopes: readonly (Node | null)[] = [inside];
    const aliases: [NamedLevel, string][] = [];
    for (const [level, text] of partsOf(given)) {
      let nodes = scopes.flatMap((scope) => findIn(scope, level, text));
      if (nodes.length !== 1) {
        const meant = scopes.flatMap((scope) => within(named(text, level), scope));
        if (meant.length > 0) {
          nodes = meant;
          aliases.push([level, text]);
        }
      }
      if (nodes.length === 0) return { ok: false, level, scopes };
      scopes = [...new Set(nodes)];
    }
    const nodes = scopes.filter((node) => node !== null);
    return { ok: true, nodes, aliases };
  };

  return {
    tree,
    place,
    indexOf,
    suggest: (scopes, level, name) =>
      scopes.length === 1 ? suggest(indexOf(scopes[0]!, level), parseName(name, level)) : [],
  };
}

function within(nodes: readonly Node[], scope: Node | null): readonly Node[] {
  return scope === null ? nodes : nodes.filter((node) => isWithin(node, scope));
}

function createIndexes(tree: Tree): Placing['indexOf'] {
  const made = new Map<Node | null, Map<string, NameIndex<Node>>>();
  return (scope, level) =>
    getOrMake(
      getOrMake(made, scope, () => new Map()),
      level,
      () => {
        const tops = scope === null ? tree.roots : [scope];
        const nodes = tops.flatMap((top) => descendantsAt(top, level));
        return indexNames(nodes, (node) => node.unit);
      },
    );
}

/** Units by code, as text or as a number that lost its leading zeros. */
function createCodes(tree: Tree): (text: string, level: string) => readonly Node[] {
  let unpadded: Map<string, Node[]> | undefined;
  const index = () => {
    unpadded = new Map();
    for (const [code, node] of tree.byCode) {
      getOrMake(unpadded, code.replace(/^0+/, ''), () => []).push(node);
    }
    return unpadded;
  };
  return (text, level) => {
    if (!/^\d+$/.test(text)) return [];
    const exact = tree.byCode.get(text);
    const nodes = exact ? [exact] : ((unpadded ?? index()).get(text) ?? []);
    return nodes.filter((node) => node.unit.level === level);
  };
}

/** Units by the config's aliases; a name may stand for units in several places. */
function aliasIndex(
  tree: Tree,
  aliases: readonly Alias[],
): (text: string, level: string) => readonly Node[] {
  const nodes = new Map<string, Node[]>();
  for (const { name, code } of aliases) {
    const node = tree.byCode.get(code);
    if (node) getOrMake(nodes, `${node.unit.level}\n${fold(name)}`, () => []).push(node);
  }
  return (text, level) => nodes.get(`${level}\n${fold(text)}`) ?? [];
}

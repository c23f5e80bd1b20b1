import { getOrMake, memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Gazetteer, IsoDate, Node, Tree, Unit } from './types.js';
import { HAMLET, isValidOn } from './validity.js';

interface Growing extends Node {
  parent: Growing | null;
  readonly children: Growing[];
}

const treesOf = memo((_: Gazetteer) => new Map<IsoDate, Tree>());

const unitsByCode = memo((registry: Gazetteer): readonly Unit[] =>
  [...registry.units].sort((a, b) => byCodePoint(a.code, b.code)),
);

/** The unit tree of one day, children ordered by code. Made once for a registry and day. */
export function treeAsOf(registry: Gazetteer, date: IsoDate): Tree {
  return getOrMake(treesOf(registry), date, () => grow(unitsByCode(registry), date));
}

function grow(units: readonly Unit[], date: IsoDate): Tree {
  const byCode = new Map<string, Growing>();
  for (const unit of units) {
    if (isValidOn(unit, date)) byCode.set(unit.code, { unit, parent: null, children: [] });
  }
  const roots: Growing[] = [];
  for (const node of byCode.values()) {
    const parent = node.unit.parent === null ? undefined : byCode.get(node.unit.parent);
    node.parent = parent ?? null;
    (parent?.children ?? roots).push(node);
  }
  return { date, roots, byCode, levels: levelsOf(roots) };
}

/** Levels present, top first: by the greatest depth at which each stands. */
function levelsOf(roots: readonly Node[]): readonly string[] {
  const depths = new Map<string, number>();
  const visit = (node: Node, depth: number): void => {
    const level = node.unit.level;
    depths.set(level, Math.max(depth, depths.get(level) ?? 0));
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  const rank = ([level, depth]: readonly [string, number]) => (level === HAMLET ? 1e9 : depth);
  return [...depths].sort((a, b) => rank(a) - rank(b)).map(([level]) => level);
}

/** The hamlets at or below a unit, in the tree's order. */
export function hamletsOf(node: Node): readonly Node[] {
  return descendantsAt(node, HAMLET);
}

/** The units of one level at or below a unit, in the tree's order. */
export function descendantsAt(node: Node, level: string): readonly Node[] {
  const found: Node[] = [];
  const visit = (at: Node): void => {
    if (at.unit.level === level) found.push(at);
    else for (const child of at.children) visit(child);
  };
  visit(node);
  return found;
}

/** The units above, nearest first. */
export function ancestors(node: Node): readonly Node[] {
  const above: Node[] = [];
  for (let up = node.parent; up !== null; up = up.parent) above.push(up);
  return above;
}

/** The unit of that level at or above a unit; null where it has none. */
export function nodeAt(node: Node, level: string): Node | null {
  let at: Node | null = node;
  while (at !== null && at.unit.level !== level) at = at.parent;
  return at;
}

/** True where `node` is `above` or lies below it. */
export function isWithin(node: Node, above: Node): boolean {
  let at: Node | null = node;
  while (at !== null && at !== above) at = at.parent;
  return at !== null;
}

/** The lowest unit that covers all; null for none, or for units of several provinces. */
export function lowestCommon(nodes: Iterable<Node>): Node | null {
  let common: Node | null | undefined;
  for (const node of nodes) {
    if (common === undefined) common = node;
    while (common !== null && !isWithin(node, common)) common = common.parent;
    if (common === null) return null;
  }
  return common ?? null;
}

import { predecessors } from './changes.js';
import { settle } from './outcome.js';
import type { Past } from './past.js';
import { partsOf } from './placing.js';
import { isWithin, treeAsOf } from './tree.js';
import type { Match, Named, Node, Unit } from './types.js';
import { closes, HAMLET } from './validity.js';

/**
 * Units of today under the names of old ones above them: by habit a sheet still says
 * `Huyện: Ngọc Hiển` over a commune of today. Taken where the unit came out of the old one; one
 * that is said to be of before (`Ngọc Hiển cũ`) tells hamlets of one name in a commune apart.
 * @param isOldCommune the commune is said to be, whatever one of today bears its name
 */
export function matchUnderEnded(
  past: Past,
  named: Named,
  within: Node | null,
  isSaidOld = false,
  isOldCommune = false,
): Match | null {
  const { today } = past;
  const above: (readonly Unit[])[] = [];
  let left = named;
  if (isOldCommune && named.commune) {
    above.push(past.ended.find('commune', named.commune));
    left = { ...left, commune: '' };
  }
  let placed = today.place(left, within);
  while (!placed.ok) {
    const olds = past.ended.find(placed.level, left[placed.level] ?? '');
    if (olds.length === 0 || placed.level === partsOf(left).at(-1)?.[0]) return null;
    above.push(olds);
    left = { ...left, [placed.level]: '' };
    placed = today.place(left, within);
  }
  const came = placed.nodes.filter((node) =>
    above.every((olds) => olds.some((old) => cameOutOf(past, node, old))),
  );
  const nodes = left.commune && !isSaidOld ? withOthersBeside(came, placed.nodes) : came;
  const old = above.at(-1)?.[0];
  if (old === undefined || nodes.length === 0) return null;
  const outcomes = nodes.map((node) => ({ old, node, successors: [node.unit] }));
  return settle(outcomes, today.tree, named);
}

/**
 * Hamlets of one name in one commune of today. What is written over the commune by habit stands
 * over all of them alike, wherever each came from: it tells none of them from the others.
 */
function withOthersBeside(came: readonly Node[], all: readonly Node[]): readonly Node[] {
  const parents = new Set(came.map(({ parent }) => parent));
  return all.filter((node) => came.includes(node) || (isHamlet(node) && parents.has(node.parent)));
}

function isHamlet({ unit }: Node): boolean {
  return unit.level === HAMLET;
}

/** True where a unit, or else the one above it, was at least in part within an old unit. */
function cameOutOf({ registry }: Past, node: Node, old: Unit): boolean {
  const { byCode } = treeAsOf(registry, closes(old));
  const scope = byCode.get(old.code)!;
  for (let at: Node | null = node; at !== null; at = at.parent) {
    const origins = predecessors(registry, at.unit, closes(old));
    if (origins.length > 0) return origins.some(({ code }) => isWithin(byCode.get(code)!, scope));
  }
  return false;
}

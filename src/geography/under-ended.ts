import { predecessors } from './changes.js';
import { settle } from './outcome.js';
import type { Past } from './past.js';
import { partsOf } from './placing.js';
import { isWithin, treeAsOf } from './tree.js';
import type { Match, Named, Node, Unit } from './types.js';
import { closes } from './validity.js';

/**
 * Units of today under the names of old ones above them: by habit a sheet still says
 * `Huyện: Ngọc Hiển` over a commune of today. Taken where the unit came out of the old one.
 */
export function matchUnderEnded(past: Past, named: Named, within: Node | null): Match | null {
  const { today } = past;
  const above: (readonly Unit[])[] = [];
  let left = named;
  let placed = today.place(left, within);
  while (!placed.ok) {
    const olds = past.ended.find(placed.level, left[placed.level] ?? '');
    if (olds.length === 0 || placed.level === partsOf(left).at(-1)?.[0]) return null;
    above.push(olds);
    left = { ...left, [placed.level]: '' };
    placed = today.place(left, within);
  }
  const nodes = placed.nodes.filter((node) =>
    above.every((olds) => olds.some((old) => cameOutOf(past, node, old))),
  );
  const old = above.at(-1)?.[0];
  if (old === undefined || nodes.length === 0) return null;
  const outcomes = nodes.map((node) => ({ old, node, successors: [node.unit] }));
  return settle(outcomes, today.tree, named);
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

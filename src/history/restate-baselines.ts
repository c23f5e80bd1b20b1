import { type BaselineValues, sumOf } from '../geography/baselines.js';
import { routesTo } from '../geography/routes.js';
import { treeAsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import { type Move, placeOf } from './restate-place.js';

/**
 * Baselines of one day on another day's map, so that ratios are recomputed from sums of the
 * same day. A unit has one where all of it came from units that went there whole (or by a
 * given share) and whose baselines are known, or where all its children have one; never a
 * partial sum (contract, `baselines.csv`).
 */
export function restateBaselines(
  values: BaselineValues,
  move: Move,
  kinds: readonly string[],
): BaselineValues {
  const restated = new Map<string, Map<string, number>>();
  for (const kind of kinds) {
    const visit = (node: Node): number | undefined => {
      const below = sumOf(node.children.map(visit));
      const value = fromOrigins(node, kind, values, move) ?? below;
      if (value !== undefined) {
        const own = restated.get(node.unit.code) ?? new Map<string, number>();
        restated.set(node.unit.code, own.set(kind, value));
      }
      return value;
    };
    for (const root of treeAsOf(move.registry, move.to).roots) visit(root);
  }
  return restated;
}

function fromOrigins(
  node: Node,
  kind: string,
  values: BaselineValues,
  move: Move,
): number | undefined {
  const { registry, from, to } = move;
  const origins = routesTo(registry, node.unit, to, from);
  return sumOf(
    origins.map(({ to: { code } }) => {
      const value = values.get(code)?.get(kind);
      const share = shareAt(placeOf(move, code), node);
      return value === undefined || share === null ? undefined : Math.round(value * share);
    }),
  );
}

/** How much of a unit is at a node; null where that is not known. */
function shareAt(place: ReturnType<typeof placeOf>, node: Node): number | null {
  if (place?.kind === 'whole') return place.at === node ? 1 : null;
  if (place?.kind !== 'shared') return null;
  return place.parts.find(({ at }) => at === node)?.share ?? null;
}

import { getOrMake, memo } from '../core/memo.js';
import { isOneRoute, type Route, routesTo } from '../geography/routes.js';
import { lowestCommon, treeAsOf } from '../geography/tree.js';
import type { IsoDate, Node, Registry, Unit } from '../geography/types.js';
import { unitAsOf } from '../geography/validity.js';

/** Where a unit's figures stand on the map of another day. */
export type Place =
  /** All of it at one unit: itself, its whole successor, or the one above it that is known. */
  | { readonly kind: 'whole'; readonly at: Node }
  /** Shared out; `rest`, where it is not 0, is left over. */
  | {
      readonly kind: 'shared';
      readonly parts: readonly { readonly at: Node; readonly share: number }[];
      readonly among: readonly Node[];
      readonly above: Node | null;
      readonly old: Unit;
    }
  /** Split nobody knows how: it stands at the lowest unit that holds all it went to. */
  | {
      readonly kind: 'unknown';
      readonly above: Node | null;
      /** Units that it became parts of; empty where nothing leads on. */
      readonly among: readonly Node[];
      /** The unit whose continuity is not known: the hamlet, or one above it. */
      readonly old: Unit;
    };

/** A move from one day's map to another's. */
export interface Move {
  readonly registry: Registry;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const places = memo((_: Registry) => new Map<string, Map<string, Place | null>>());

/**
 * Where the figures of a unit of day `from`, by code, stand on the map of day `to`. Where
 * nothing says where the unit itself went, it is looked for with the unit above it. Null for a
 * code that is no unit on its day.
 */
export function placeOf(move: Move, code: string): Place | null {
  if (move.from === move.to) return asItStands(move, code);
  const known = getOrMake(places(move.registry), `${move.from}\n${move.to}`, () => new Map());
  const before = known.get(code);
  if (before !== undefined) return before;
  const unit = unitAsOf(move.registry, code, move.from);
  const place = unit === undefined ? null : settle(move, unit);
  known.set(code, place);
  return place;
}

function asItStands({ registry, to }: Move, code: string): Place | null {
  const at = treeAsOf(registry, to).byCode.get(code);
  return at === undefined ? null : { kind: 'whole', at };
}

function settle(move: Move, unit: Unit): Place {
  const routes = routesTo(move.registry, unit, move.from, move.to);
  const nodes = nodesOf(move, routes);
  if (nodes.length === 0) return withParent(move, unit);
  if (isOneRoute(routes)) return { kind: 'whole', at: nodes[0]! };
  const above = nodes.length === 1 ? nodes[0]!.parent : lowestCommon(nodes);
  if (routes.some(({ share }) => share === null)) {
    return { kind: 'unknown', above, among: nodes, old: unit };
  }
  const parts = nodes.map((at, i) => ({ at, share: routes[i]!.share! }));
  return { kind: 'shared', parts, among: nodes, above, old: unit };
}

function nodesOf({ registry, to }: Move, routes: readonly Route[]): readonly Node[] {
  const { byCode } = treeAsOf(registry, to);
  return routes.map((route) => byCode.get(route.to.code)!);
}

/** A unit that leads nowhere goes where the one above it goes; not further than its province. */
function withParent(move: Move, unit: Unit): Place {
  const parent = unit.parent === null ? undefined : unitAsOf(move.registry, unit.parent, move.from);
  if (parent === undefined) return { kind: 'unknown', above: null, among: [], old: unit };
  const place = placeOf(move, parent.code)!;
  if (place.kind === 'shared' && isToldBelow(move, parent)) {
    return { kind: 'unknown', above: place.above, among: place.among, old: parent };
  }
  if (place.kind !== 'whole' || place.at.parent !== null) return place;
  return { kind: 'unknown', above: place.at, among: [], old: unit };
}

/** True where some unit below says where it went: the shares of the whole are not the rest's. */
function isToldBelow({ registry, from, to }: Move, { code }: Unit): boolean {
  const children = treeAsOf(registry, from).byCode.get(code)?.children ?? [];
  return children.some(({ unit }) => routesTo(registry, unit, from, to).length > 0);
}

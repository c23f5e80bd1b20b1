import { byCodePoint } from '../core/order.js';
import { isOneRoute, type Route, routesTo } from './routes.js';
import { treeAsOf } from './tree.js';
import type { IsoDate, Registry, Unit } from './types.js';
import { sameUnit } from './validity.js';

/** A unit on the other day, and how much of it, or of this one, went there. */
export interface Partner {
  readonly code: string;
  readonly name: string;
  readonly share: number | null;
}

/** One unit that is not the same on two days. */
export interface Difference {
  /**
   * Of the first day: `whole` became part of one unit, `split` of several, `ended` of none that
   * is told; a hamlet `moved`. Of the second: `merged` was made of several units, `continued`
   * of one, `new` of none that is told.
   */
  readonly kind: 'whole' | 'split' | 'ended' | 'moved' | 'merged' | 'continued' | 'new';
  readonly level: string;
  readonly code: string;
  readonly name: string;
  /** For a unit of the first day, what it became; of the second, what it was made of. */
  readonly partners: readonly Partner[];
  /** Its code names another unit on the other day. */
  readonly reused: string | null;
}

/**
 * What changed between two days: the units of the first that are no more, then those of the
 * second that are new, each by level as the tree has them, then by code.
 */
export function diffTrees(registry: Registry, from: IsoDate, to: IsoDate): readonly Difference[] {
  const [before, after] = [treeAsOf(registry, from), treeAsOf(registry, to)];
  const levels = [...new Set([...before.levels, ...after.levels])];
  const byLevel = (a: Difference, b: Difference) =>
    levels.indexOf(a.level) - levels.indexOf(b.level) || byCodePoint(a.code, b.code);
  const gone = [...before.byCode.values()].flatMap(({ unit }) => {
    const other = after.byCode.get(unit.code)?.unit;
    return other === unit ? [] : goneAs(unit, other, routesTo(registry, unit, from, to));
  });
  const begun = [...after.byCode.values()].flatMap(({ unit }) => {
    const other = before.byCode.get(unit.code)?.unit;
    if (other === unit || (other !== undefined && sameUnit(other, unit))) return [];
    return begunAs(unit, other, routesTo(registry, unit, to, from));
  });
  return [...gone.sort(byLevel), ...begun.sort(byLevel)];
}

function goneAs(unit: Unit, other: Unit | undefined, routes: readonly Route[]): Difference[] {
  if (other !== undefined && sameUnit(other, unit)) {
    return other.parent === unit.parent ? [] : [difference('moved', unit, other, routes)];
  }
  const kind = isOneRoute(routes) ? 'whole' : routes.length > 0 ? 'split' : 'ended';
  return [difference(kind, unit, other, routes)];
}

function begunAs(unit: Unit, other: Unit | undefined, routes: readonly Route[]): Difference[] {
  const kind = routes.length === 1 ? 'continued' : routes.length > 1 ? 'merged' : 'new';
  return [difference(kind, unit, other, routes)];
}

function difference(
  kind: Difference['kind'],
  unit: Unit,
  other: Unit | undefined,
  routes: readonly Route[],
): Difference {
  const { level, code, name } = unit;
  const partners = routes.map(({ to, share }) => ({ code: to.code, name: to.name, share }));
  const reused = other === undefined || other.name === name ? null : other.name;
  return { kind, level, code, name, partners, reused };
}

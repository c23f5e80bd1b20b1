import { getOrMake } from '../core/memo.js';
import { leadsTo, predecessors, rowAsOf, successors } from './changes.js';
import { mergedWith, nodeIn, type Outcome, outcomeOf, settle } from './outcome.js';
import { createUnitFinder, type UnitFinder } from './past-units.js';
import { createPlacing, type Misplaced, type Placing, partsOf } from './placing.js';
import { ancestors, isWithin, nodeAt, treeAsOf } from './tree.js';
import type { Gazetteer, IsoDate, Match, Named, Node } from './types.js';
import { closes, opens } from './validity.js';

/** What is needed to read names as of other days than today's tree. */
export interface Past {
  readonly registry: Gazetteer;
  readonly today: Placing;
  readonly ended: UnitFinder;
  readonly future: UnitFinder;
  readonly placingOf: (day: IsoDate) => Placing;
}

/** The days around the tree that `today` places in. */
export function createPast(registry: Gazetteer, today: Placing): Past {
  const { date } = today.tree;
  const placings = new Map<IsoDate, Placing>();
  return {
    registry,
    today,
    ended: createUnitFinder(() => registry.units.filter((unit) => closes(unit) < date)),
    future: createUnitFinder(() => registry.units.filter((unit) => opens(unit) > date)),
    placingOf: (day) => getOrMake(placings, day, () => createPlacing(treeAsOf(registry, day))),
  };
}

/**
 * What names that today's tree does not know meant before, the latest day first, and where
 * that leads (contract, Forms: a unit that has ended is pointed out, and counted only where
 * one whole change leads on from it). Null where they meant nothing.
 * @param isOldCommune the commune is said to be one of before, whatever one of today bears its name
 */
export function matchPast(
  past: Past,
  named: Named,
  within: Node | null,
  isOldCommune = false,
): Match | null {
  return (
    matchInProvince(past, named, within, isOldCommune) ??
    matchByDays(past, named, within, isOldCommune)
  );
}

function matchByDays(
  past: Past,
  named: Named,
  within: Node | null,
  isOldCommune: boolean,
): Match | null {
  const { tree } = past.today;
  for (const day of [...past.ended.days(named, closes)].reverse()) {
    const outcomes = readOn(past, day, named, isOldCommune).filter((outcome) =>
      isInside(past, outcome, within),
    );
    if (outcomes.length > 0) return settle(outcomes, tree, named);
  }
  return matchEndedHamlet(past, named, within);
}

/** Below a province of today all that is in it now, whichever province it was in then. */
function matchInProvince(
  past: Past,
  named: Named,
  within: Node | null,
  isOldCommune: boolean,
): Match | null {
  const { province, ...rest } = named;
  if (!province || partsOf(rest).length === 0) return null;
  const placed = past.today.place({ province }, within);
  const [node, ...others] = placed.ok ? placed.nodes : [];
  return node === undefined || others.length > 0
    ? null
    : matchByDays(past, rest, node, isOldCommune);
}

function isInside({ today }: Past, { successors }: Outcome, within: Node | null): boolean {
  if (within === null || successors.length === 0) return true;
  return successors.some((unit) => {
    const node = nodeIn(today.tree, unit);
    return node !== null && isWithin(node, within);
  });
}

/** Where the units are today that the names meant on a day. */
function readOn(past: Past, day: IsoDate, named: Named, isOldCommune: boolean): readonly Outcome[] {
  const { registry, today, placingOf } = past;
  const placed = placingOf(day).place(named, null);
  if (placed.ok) return placed.nodes.map((node) => outcomeOf(registry, today.tree, node));
  if (placed.level !== 'hamlet') return [];
  const isOld = isOldCommune || !today.place({ ...named, hamlet: '' }, null).ok;
  return isOld ? readUnderCommune(past, placed, named.hamlet ?? '') : [];
}

/**
 * A hamlet that its commune did not have. Where the registry held no hamlets of that day it
 * is looked for where the whole commune went; else it is the commune that is told of.
 */
function readUnderCommune(past: Past, placed: Misplaced, hamlet: string): readonly Outcome[] {
  const { registry, today } = past;
  return placed.scopes.flatMap((commune): readonly Outcome[] => {
    if (commune === null || rowAsOf(registry, commune.unit, today.tree.date)) return [];
    const outcome = outcomeOf(registry, today.tree, commune);
    const isBare = outcome.node !== null && commune.children.length === 0;
    const now = isBare ? today.place({ hamlet }, outcome.node) : null;
    if (!now?.ok) return [{ ...outcome, node: null }];
    return now.nodes.map((node) => ({ ...outcome, node, successors: [node.unit] }));
  });
}

/** A hamlet that ended, under the name of the commune where it is now. */
function matchEndedHamlet(past: Past, named: Named, within: Node | null): Match | null {
  const { registry, today, ended } = past;
  const units = named.hamlet === undefined ? [] : ended.find('hamlet', named.hamlet);
  const above = today.place({ ...named, hamlet: '' }, within);
  if (!above.ok || above.nodes.length === 0) return null;
  const outcomes = units.flatMap((old): Outcome[] => {
    const node = nodeIn(today.tree, leadsTo(registry, old, today.tree.date));
    if (node === null || !above.nodes.some((scope) => isWithin(node, scope))) return [];
    const others = mergedWith(registry, node.unit, old, closes(old));
    return [{ old, node, successors: [node.unit], mergedWith: others }];
  });
  return outcomes.length === 0 ? null : settle(outcomes, today.tree, named);
}

/** What names will mean on a later day. */
export interface Early {
  /** First day of the unit of that level that they name, where that is still to come. */
  readonly begins: IsoDate | null;
  /** Today's units from which those arise that they will mean. */
  readonly units: readonly Node[];
}

/** What names that mean nothing yet will mean, from the first later day on which they mean a unit. */
export function readEarly(past: Past, named: Named, level: string): Early {
  const { registry, today, future, placingOf } = past;
  const { date } = today.tree;
  for (const day of future.days(named, opens)) {
    const placed = placingOf(day).place(named, null);
    const nodes = placed.ok ? placed.nodes : newUnder(past, day, named);
    if (nodes.length === 0) continue;
    const units = nodes.flatMap(({ unit }) => predecessors(registry, unit, date));
    const days = nodes.map((node) => opens(nodeAt(node, level)?.unit ?? node.unit)).sort();
    return {
      begins: (days[0] ?? '') > date ? days[0]! : null,
      units: [...new Set(units)].flatMap((unit) => nodeIn(today.tree, unit) ?? []),
    };
  }
  return { begins: null, units: [] };
}

/** Hamlets that begin on a day within what the commune named today becomes until then. */
function newUnder(past: Past, day: IsoDate, named: Named): readonly Node[] {
  const { registry, today, future, placingOf } = past;
  const above = today.place({ ...named, hamlet: '' }, null);
  if (named.hamlet === undefined || !above.ok) return [];
  const { byCode } = placingOf(day).tree;
  const within = above.nodes.flatMap(({ unit }) => successors(registry, unit, day));
  return future.find('hamlet', named.hamlet).flatMap((unit) => {
    const node = byCode.get(unit.code);
    if (node === undefined || opens(unit) !== day || node.unit !== unit) return [];
    return ancestors(node).some((up) => within.includes(up.unit)) ? [node] : [];
  });
}

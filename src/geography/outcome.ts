import { byCodePoint } from '../core/order.js';
import { leadsTo, predecessors, rowAsOf, successors } from './changes.js';
import { lowestName } from './placing.js';
import { ancestors } from './tree.js';
import type { Gazetteer, IsoDate, Match, Named, Node, Tree, Unit } from './types.js';
import { closes, sameUnit } from './validity.js';

/** Where a unit of an earlier day is today. */
export interface Outcome {
  /** The unit that ended: itself, or the one above it that took it along. */
  readonly old: Unit;
  /** Name of the unit that it was in. */
  readonly oldParent?: string;
  /** Where whole changes, or the hamlet's own move, lead on to; null where they don't. */
  readonly node: Node | null;
  /** Units of today that it became part of, that node included. */
  readonly successors: readonly Unit[];
  /** Other units of that day that became part of the same one, or it where it was there before. */
  readonly mergedWith?: readonly Unit[];
}

/** Nodes to choose from, by code, each once. */
export function inOrder(nodes: readonly Node[]): readonly Node[] {
  return [...new Set(nodes)].sort((a, b) => byCodePoint(a.unit.code, b.unit.code));
}

/** A unit's node in a tree. */
export function nodeIn(tree: Tree, unit: Unit | null): Node | null {
  return unit === null ? null : (tree.byCode.get(unit.code) ?? null);
}

/** Where a unit of an earlier tree is in today's. */
export function outcomeOf(registry: Gazetteer, today: Tree, node: Node): Outcome {
  const gone = [node, ...ancestors(node)].find(
    ({ unit }) => rowAsOf(registry, unit, today.date) === undefined,
  );
  const leads = leadsTo(registry, node.unit, today.date);
  if (leads !== null) {
    const old = gone?.unit ?? node.unit;
    const others = mergedWith(registry, leads, node.unit, closes(old));
    return { old, node: nodeIn(today, leads), successors: [leads], mergedWith: others };
  }
  const end = endOf(registry, today, node, gone?.unit ?? node.unit);
  const parent = [node, ...ancestors(node)].find(({ unit }) => unit === end.old)?.parent;
  return { node: null, ...end, ...(parent && { oldParent: parent.unit.name }) };
}

/** What became one with a unit that ended on a day: what else it is made of, or that one itself. */
export function mergedWith(
  registry: Gazetteer,
  to: Unit,
  unit: Unit,
  date: IsoDate,
): readonly Unit[] {
  if (sameUnit(to, unit)) return [];
  return predecessors(registry, to, date).filter((other) => !sameUnit(other, unit));
}

/** What a unit became; where only the one above it says so, what that one became. */
function endOf(registry: Gazetteer, today: Tree, node: Node, gone: Unit) {
  const own = successors(registry, node.unit, today.date);
  const parent = node.parent?.unit;
  if (own.length > 0 || parent === undefined) return { old: gone, successors: own };
  const isGone = rowAsOf(registry, parent, today.date) === undefined;
  const above = isGone ? successors(registry, parent, today.date) : [];
  return above.length > 0 ? { old: parent, successors: above } : { old: gone, successors: own };
}

/** One outcome, or several that come to the same, place the names; else it must be asked. */
export function settle(outcomes: readonly Outcome[], today: Tree, named: Named): Match {
  const { old, oldParent, node, mergedWith = [] } = outcomes[0]!;
  const date = closes(old);
  const alike = outcomes.every((outcome) => outcome.node === node);
  if (alike && node !== null) {
    const whole = { kind: 'moved', node, old, date } as const;
    return mergedWith.length > 0 && outcomes.length === 1 ? { ...whole, mergedWith } : whole;
  }
  const left = [...new Set(outcomes.flatMap((outcome) => outcome.successors))];
  const choices = left
    .map((unit) => nodeIn(today, unit))
    .filter((choice) => choice !== null)
    .sort((a, b) => byCodePoint(a.unit.code, b.unit.code));
  if (outcomes.length === 1 || choices.length === 0) {
    const ended = { kind: 'ended', old, date, successors: left, nodes: choices } as const;
    return oldParent === undefined ? ended : { ...ended, oldParent };
  }
  return { kind: 'ambiguous', name: lowestName(named), choices };
}

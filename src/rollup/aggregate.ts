import type { Node, Tree } from '../geography/types.js';
import type { Denominator, Indicator, Numerator } from '../indicators/types.js';
import type { HamletValues } from './fold.js';
import type { UnitValue, Values } from './types.js';

type BaselineValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Indicator → codes of hamlets that count as having some. */
type Served = ReadonlyMap<string, ReadonlySet<string>>;

/** A unit's additive values, before ratios: sums over the hamlets that reported. */
interface Sums {
  readonly value: Map<string, number>;
  readonly reported: Map<string, number>;
  /** Hamlets whose value is above zero: hamlets that have a team. */
  readonly having: Map<string, number>;
  hamlets: number;
}

/**
 * Rolls hamlets' values up the tree. Counts are summed over those that reported, blank is
 * not zero, and every ratio is recomputed from sums (contract, Counting).
 * @param served hamlets that have something of another hamlet's: a team that serves them
 */
export function aggregate(
  tree: Tree,
  hamlets: HamletValues,
  indicators: readonly Indicator[],
  baselines: BaselineValues,
  served: Served = new Map(),
): Values {
  const values = new Map<string, ReadonlyMap<string, UnitValue>>();
  const additive = indicators.filter(({ kind }) => kind !== 'ratio' && kind !== 'hamlets');
  const visit = (node: Node): Sums => {
    const own = hamlets.get(node.unit.code);
    const sums = node.unit.level === 'hamlet' ? ofHamlet(own, additive) : ofUnit(own, additive);
    if (sums.hamlets > 0)
      for (const [id, codes] of served) if (codes.has(node.unit.code)) sums.having.set(id, 1);
    for (const child of node.children) add(sums, visit(child));
    values.set(node.unit.code, finish(sums, indicators, baselines.get(node.unit.code)));
    return sums;
  };
  for (const root of tree.roots) visit(root);
  return values;
}

function newSums(): Sums {
  return { value: new Map(), reported: new Map(), having: new Map(), hamlets: 0 };
}

/** What is known of a unit, but not of which of its hamlets (restated figures alone). */
function ofUnit(
  own: ReadonlyMap<string, number> | undefined,
  additive: readonly Indicator[],
): Sums {
  const sums = newSums();
  if (own === undefined) return sums;
  for (const { id } of additive) {
    const value = own.get(id);
    if (value !== undefined) sums.value.set(id, value);
  }
  return sums;
}

function ofHamlet(
  own: ReadonlyMap<string, number> | undefined,
  additive: readonly Indicator[],
): Sums {
  const sums = newSums();
  sums.hamlets = 1;
  for (const { id } of additive) {
    const value = own?.get(id);
    if (value === undefined) continue;
    sums.value.set(id, value);
    sums.reported.set(id, 1);
    if (value > 0) sums.having.set(id, 1);
  }
  return sums;
}

function add(into: Sums, from: Sums): void {
  into.hamlets += from.hamlets;
  for (const key of ['value', 'reported', 'having'] as const) {
    for (const [id, n] of from[key]) into[key].set(id, (into[key].get(id) ?? 0) + n);
  }
}

function finish(
  sums: Sums,
  indicators: readonly Indicator[],
  baselines: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, UnitValue> {
  const done = new Map<string, UnitValue>();
  for (const indicator of indicators)
    done.set(indicator.id, unitValue(indicator, sums, done, baselines));
  return done;
}

function unitValue(
  indicator: Indicator,
  sums: Sums,
  done: ReadonlyMap<string, UnitValue>,
  baselines: ReadonlyMap<string, number> | undefined,
): UnitValue {
  const expected = sums.hamlets;
  const plain = (value: number | null, reported: number): UnitValue => ({
    value,
    numerator: null,
    denominator: null,
    reported,
    expected,
  });
  if (indicator.kind === 'hamlets') return plain(expected, expected);
  if (indicator.kind !== 'ratio') {
    return plain(sums.value.get(indicator.id) ?? null, sums.reported.get(indicator.id) ?? 0);
  }
  const [numerator, reported] = numeratorOf(indicator.numerator, sums, done);
  const denominator = denominatorOf(indicator.denominator, done, baselines);
  const value =
    numerator === null || denominator === null || denominator === 0
      ? null
      : numerator / denominator;
  return { value, numerator, denominator, reported, expected };
}

function numeratorOf(
  numerator: Numerator,
  sums: Sums,
  done: ReadonlyMap<string, UnitValue>,
): readonly [number | null, number] {
  if ('indicator' in numerator) {
    const of = done.get(numerator.indicator);
    return [of?.value ?? null, of?.reported ?? 0];
  }
  const reported = sums.reported.get(numerator.hamletsWith) ?? 0;
  return [reported === 0 ? null : (sums.having.get(numerator.hamletsWith) ?? 0), reported];
}

function denominatorOf(
  denominator: Denominator,
  done: ReadonlyMap<string, UnitValue>,
  baselines: ReadonlyMap<string, number> | undefined,
): number | null {
  if ('baseline' in denominator) return baselines?.get(denominator.baseline) ?? null;
  return done.get(denominator.indicator)?.value ?? null;
}

import type { Node, Tree } from '../geography/types.js';
import type { Denominator, Indicator, Numerator } from '../indicators/types.js';
import { FigureStore } from './figure-store.js';
import type { HamletValues } from './fold.js';
import type { UnitFigures, UnitValue, Values } from './types.js';

type BaselineValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Indicator → codes of hamlets that count as having some. */
type Served = ReadonlyMap<string, ReadonlySet<string>>;

/** A unit's additive values, before ratios, by place: sums over the hamlets that reported. */
interface Sums {
  readonly value: (number | null)[];
  readonly reported: number[];
  /** Hamlets whose value is above zero: hamlets that have a team. */
  readonly having: number[];
  hamlets: number;
}

/** Additive indicators, and the place of each in the sums. */
interface Places {
  readonly ids: readonly string[];
  readonly of: ReadonlyMap<string, number>;
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
  const values = new Map<string, UnitFigures>();
  const ids = indicators.map(({ id }) => id);
  const store = new FigureStore(ids, tree.byCode.size);
  const places = placesOf(indicators);
  const visit = (node: Node): Sums => {
    const { code, level } = node.unit;
    const sums = ownSums(hamlets.get(code), places.ids, level === 'hamlet');
    for (const [id, codes] of served) {
      const at = places.of.get(id);
      if (at !== undefined && level === 'hamlet' && codes.has(code)) sums.having[at] = 1;
    }
    for (const child of node.children) add(sums, visit(child));
    const figures = finish(sums, indicators, places, baselines.get(code));
    values.set(code, store.add(figures.values(), sums.hamlets));
    return sums;
  };
  for (const root of tree.roots) visit(root);
  return values;
}

function placesOf(indicators: readonly Indicator[]): Places {
  const additive = indicators.filter(({ kind }) => kind !== 'ratio' && kind !== 'hamlets');
  const ids = additive.map(({ id }) => id);
  return { ids, of: new Map(ids.map((id, i) => [id, i])) };
}

/**
 * A unit's own values. Those of a unit above, of which it is not known to which of its hamlets
 * they belong (restated figures alone), count as no hamlet's report.
 */
function ownSums(
  own: ReadonlyMap<string, number> | undefined,
  ids: readonly string[],
  isHamlet: boolean,
): Sums {
  const value = ids.map((id) => own?.get(id) ?? null);
  const reported = value.map((one) => (isHamlet && one !== null ? 1 : 0));
  const having = value.map((one) => (isHamlet && one !== null && one > 0 ? 1 : 0));
  return { value, reported, having, hamlets: isHamlet ? 1 : 0 };
}

function add(into: Sums, from: Sums): void {
  into.hamlets += from.hamlets;
  for (let i = 0; i < into.value.length; i++) {
    const more = from.value[i]!;
    if (more !== null) into.value[i] = (into.value[i] ?? 0) + more;
    into.reported[i]! += from.reported[i]!;
    into.having[i]! += from.having[i]!;
  }
}

function finish(
  sums: Sums,
  indicators: readonly Indicator[],
  places: Places,
  baselines: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, UnitValue> {
  const done = new Map<string, UnitValue>();
  for (const indicator of indicators)
    done.set(indicator.id, unitValue(indicator, sums, places, done, baselines));
  return done;
}

function unitValue(
  indicator: Indicator,
  sums: Sums,
  places: Places,
  done: ReadonlyMap<string, UnitValue>,
  baselines: ReadonlyMap<string, number> | undefined,
): UnitValue {
  const expected = sums.hamlets;
  if (indicator.kind === 'hamlets') return plain(expected, expected, expected);
  if (indicator.kind !== 'ratio') {
    const at = places.of.get(indicator.id)!;
    return plain(sums.value[at]!, sums.reported[at]!, expected);
  }
  const [numerator, reported] = numeratorOf(indicator.numerator, sums, places, done);
  const denominator = denominatorOf(indicator.denominator, done, baselines);
  const value =
    numerator === null || denominator === null || denominator === 0
      ? null
      : numerator / denominator;
  return { value, numerator, denominator, reported, expected };
}

function plain(value: number | null, reported: number, expected: number): UnitValue {
  return { value, numerator: null, denominator: null, reported, expected };
}

function numeratorOf(
  numerator: Numerator,
  sums: Sums,
  { of: placeOf }: Places,
  done: ReadonlyMap<string, UnitValue>,
): readonly [number | null, number] {
  if ('indicator' in numerator) {
    const of = done.get(numerator.indicator);
    return [of?.value ?? null, of?.reported ?? 0];
  }
  const at = placeOf.get(numerator.hamletsWith);
  const reported = at === undefined ? 0 : sums.reported[at]!;
  return [reported === 0 ? null : sums.having[at!]!, reported];
}

function denominatorOf(
  denominator: Denominator,
  done: ReadonlyMap<string, UnitValue>,
  baselines: ReadonlyMap<string, number> | undefined,
): number | null {
  if ('baseline' in denominator) return baselines?.get(denominator.baseline) ?? null;
  return done.get(denominator.indicator)?.value ?? null;
}

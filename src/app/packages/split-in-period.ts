import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact } from '../../rollup/types.js';
import type { LeftAmount } from './tables.js';

/** An amount that the total of a unit above holds. */
type Split = LeftAmount & { readonly holder: string };

/** What is given back, and whose figures are found not to be known by it. */
interface GivenBack {
  readonly facts: readonly Fact[];
  readonly among: ReadonlySet<string>;
}

/**
 * What units above hold, given back to the units that were split, each in its month: so a later
 * report of a part takes the place of the whole, as if the sheets were read. What does not come
 * out stays with the unit above.
 * @param above what stands at units above (`heldAbove`)
 * @param left amounts of the package's `restatement.csv` (`leftAmounts`)
 * @param isThere whether the registry has a unit of that code in a month
 */
export function givenBack(
  above: readonly Fact[],
  left: readonly LeftAmount[],
  isThere: (code: string, month: Month) => boolean,
  indicators: readonly Indicator[],
): GivenBack {
  const splits = splitsOf(left).filter(({ unit, month }) => isThere(unit, month));
  const of = (holder: string, indicator: string) =>
    splits.filter((one) => one.holder === holder && one.indicator === indicator);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const facts = above.flatMap((held): readonly Fact[] => {
    const one = byId.get(held.indicator);
    const own = of(held.unit, held.indicator);
    if (one?.kind === 'cumulative') return totalsBack(held, own, of(held.unit, one.of)) ?? [held];
    if (one?.time === 'stock') return stocksBack(held, own) ?? [held];
    const rest = held.value! - sumOf(own);
    if (own.length === 0 || rest < 0) return [held];
    return [
      ...own.map((split) => factOf(split, held)),
      ...(rest > 0 ? [{ ...held, value: rest }] : []),
    ];
  });
  const placed = new Set(facts.map(keyOf));
  const back = splits.filter((split) => placed.has(keyOf(split)));
  return { facts, among: new Set(back.flatMap(({ among }) => among)) };
}

const keyOf = ({ unit, month, indicator }: Pick<Fact, 'unit' | 'month' | 'indicator'>) =>
  [unit, month, indicator].join('\n');

/** The last of each unit, where these are what is held. */
function stocksBack(held: Fact, own: readonly Split[]): readonly Fact[] | null {
  const last = new Map<string, Split>();
  for (const split of own) {
    const before = last.get(split.unit);
    if (before === undefined || before.month < split.month) last.set(split.unit, split);
  }
  if (last.size === 0 || sumOf([...last.values()]) !== held.value) return null;
  return own.map((split) => factOf(split, held));
}

/**
 * Totals that were stated; else the total of the one unit that was split, or none but what its
 * flows make.
 */
function totalsBack(
  held: Fact,
  own: readonly Split[],
  flows: readonly Split[],
): readonly Fact[] | null {
  const stated = stocksBack(held, own);
  if (stated !== null || held.value === 0 || flows.length === 0) return stated;
  if (sumOf(flows) === held.value) return [];
  const [first, ...others] = [...flows].sort((a, b) => (a.month < b.month ? 1 : -1));
  if (others.some(({ unit }) => unit !== first!.unit)) return null;
  return [factOf({ ...first!, value: held.value! }, held)];
}

function factOf({ unit, month, value }: Split, { indicator, source }: Fact): Fact {
  return { unit, month, indicator, value, source };
}

const sumOf = (splits: readonly Split[]) => splits.reduce((sum, { value }) => sum + value, 0);

/** Each once; an amount that no unit holds can't be taken back from any. */
function splitsOf(left: readonly LeftAmount[]): readonly Split[] {
  const found = new Map<string, Split>();
  for (const { holder, ...one } of left)
    if (holder !== null)
      getOrMake(found, [keyOf(one), holder].join('\n'), () => ({ ...one, holder }));
  return [...found.values()];
}

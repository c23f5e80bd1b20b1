import { parse } from 'csv-parse/sync';
import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact } from '../../rollup/types.js';

/** An amount of a unit that was split within a package's period, nobody knows how. */
interface Split {
  readonly unit: string;
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
  /** The unit above whose total holds it. */
  readonly holder: string;
  /** Codes of the units that it may belong to. */
  readonly among: readonly string[];
}

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
 * @param restatement text of the package's `restatement.csv`
 * @param isThere whether the registry has a unit of that code in a month
 */
export function givenBack(
  above: readonly Fact[],
  restatement: string,
  isThere: (code: string, month: Month) => boolean,
  indicators: readonly Indicator[],
): GivenBack {
  const splits = splitsIn(restatement).filter(({ unit, month }) => isThere(unit, month));
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

/** Totals that were stated; else the total of the one unit that was split, or none but what its flows make. */
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

/** Without those that may belong to no unit that is told. */
function splitsIn(restatement: string): readonly Split[] {
  const rows = parse(restatement, { columns: true, bom: true }) as Record<string, string>[];
  const found = new Map<string, Split>();
  for (const row of rows) {
    const { old_code: unit, indicator = '', held_by: holder, among, not_allocated: amount } = row;
    if (!unit || !holder || !among) continue;
    const month = row.month as Month;
    const split = {
      unit,
      month,
      indicator,
      holder,
      value: Number(amount),
      among: among.split(' '),
    };
    getOrMake(found, [unit, month, indicator, holder].join('\n'), () => split);
  }
  return [...found.values()];
}

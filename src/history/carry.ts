import type { Indicator } from '../indicators/types.js';
import { aggregate } from '../rollup/aggregate.js';
import { foldMonths, type HamletValues } from '../rollup/fold.js';
import { hamletValues, type Reviewed } from './compare.js';
import { onMap, type PresentMap } from './past.js';
import type { Carried, History } from './types.js';

/**
 * Stocks with the last figures of the hamlets that fell silent. What was reported stands as
 * it is; this stands beside it. Units and indicators where nothing is carried are left out.
 */
export function carryLast(summary: Reviewed, history: History, map: PresentMap): Carried[] {
  if (history.length === 0) return [];
  const stocks = summary.indicators.filter(({ time }) => time === 'stock');
  const now = hamletValues(summary);
  const last = lastFigures(history, stocks, map);
  const filled = aggregate(summary.tree, fill(now, last, stocks), stocks, summary.baselineValues);
  return [...summary.tree.byCode.keys()].flatMap((unit) =>
    stocks.flatMap(({ id }): Carried[] => {
      const reported = summary.values.get(unit)!.get(id)!;
      const with_ = filled.get(unit)!.get(id)!;
      const hamlets = with_.reported - reported.reported;
      if (hamlets === 0 || with_.value === null) return [];
      return [{ unit, indicator: id, value: reported.value, withLast: with_.value, hamlets }];
    }),
  );
}

/** Each hamlet's last known counts and running totals, on the present map. */
function lastFigures(
  history: History,
  stocks: readonly Indicator[],
  map: PresentMap,
): HamletValues {
  const ids = new Set(stocks.map(({ id }) => id));
  const { facts, notComparable } = onMap(history, map);
  const known = facts.filter(
    ({ unit, indicator }) => ids.has(indicator) && !notComparable.get(unit)?.has(indicator),
  );
  const counted = stocks.filter(({ kind }) => kind === 'base' || kind === 'cumulative');
  return foldMonths(
    known,
    counted,
    history.map(({ month }) => month),
  );
}

/** What was reported, and where nothing was, the last figure; sums are made anew. */
function fill(now: HamletValues, last: HamletValues, stocks: readonly Indicator[]): HamletValues {
  const units = new Set([...now.keys(), ...last.keys()]);
  return new Map(
    [...units].map((unit) => {
      const values = new Map([...(last.get(unit) ?? []), ...(now.get(unit) ?? [])]);
      for (const one of stocks) if (one.kind === 'sum') addUp(values, one.id, one.of);
      return [unit, values];
    }),
  );
}

function addUp(values: Map<string, number>, id: string, of: readonly string[]): void {
  const addends = of.flatMap((part) => values.get(part) ?? []);
  if (addends.length > 0)
    values.set(
      id,
      addends.reduce((a, b) => a + b, 0),
    );
}

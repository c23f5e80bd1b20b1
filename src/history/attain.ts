import { monthsOf, yearOf } from '../core/period.js';
import { targetOf } from '../rollup/targets.js';
import { accumulated, type Reviewed } from './compare.js';
import type { PresentMap } from './past.js';
import type { Attainment, History } from './types.js';

/**
 * Holds figures against their targets: a stock as it stands, a flow with the months of the
 * year so far where the target is the year's.
 */
export function attain(summary: Reviewed, history: History, map: PresentMap): Attainment[] {
  const year = yearOf(summary.period);
  const first = monthsOf(year)[0]!;
  const soFar = accumulated(summary, first, history, map);
  return [...summary.tree.byCode.values()].flatMap((node) =>
    summary.indicators.flatMap((indicator): Attainment[] => {
      const target = targetOf(summary, node, indicator);
      if (target === null) return [];
      const { code: unit } = node.unit;
      const own = summary.values.get(unit)?.get(indicator.id)?.value ?? null;
      const ofYear = indicator.time === 'flow' && target.period === year;
      const value = ofYear ? (soFar(unit, indicator.id)?.value ?? null) : own;
      const share = value === null || target.value === 0 ? null : value / target.value;
      const { period, value: aim } = target;
      return [{ unit, indicator: indicator.id, period, target: aim, value, attainment: share }];
    }),
  );
}

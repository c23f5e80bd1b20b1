import type { Node } from '../../geography/types.js';
import type { Indicator } from '../../indicators/types.js';
import type { Summary } from '../../rollup/types.js';

/**
 * A unit's target in force: that of the period itself, else of its year. A share's target
 * holds for every unit below that has none of its own; a count's does not.
 */
export function targetOf(summary: Summary, node: Node, indicator: Indicator): number | null {
  const own = ownTarget(summary, node.unit.code, indicator.id);
  if (own !== null || indicator.kind !== 'ratio' || node.parent === null) return own;
  return targetOf(summary, node.parent, indicator);
}

function ownTarget({ targets, period }: Summary, unit: string, indicator: string): number | null {
  const own = targets.filter((one) => one.unit === unit && one.indicator === indicator);
  const found =
    own.find((one) => one.period === period) ??
    own.find((one) => one.period === period.slice(0, 4));
  return found?.value ?? null;
}

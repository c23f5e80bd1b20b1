import type { Node, Target } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary } from './types.js';

/** What targets are looked up in. */
export type WithTargets = Pick<Summary, 'period' | 'targets'>;

/**
 * A unit's target in force: that of the period itself, else of its year. A share's target
 * holds for every unit below that has none of its own; a count's does not.
 */
export function targetOf(summary: WithTargets, node: Node, indicator: Indicator): Target | null {
  const own = ownTarget(summary, node.unit.code, indicator.id);
  if (own !== null || indicator.kind !== 'ratio' || node.parent === null) return own;
  return targetOf(summary, node.parent, indicator);
}

function ownTarget(
  { targets, period }: WithTargets,
  unit: string,
  indicator: string,
): Target | null {
  const own = targets.filter((one) => one.unit === unit && one.indicator === indicator);
  return (
    own.find((one) => one.period === period) ??
    own.find((one) => one.period === period.slice(0, 4)) ??
    null
  );
}

import type { Node } from '../../geography/types.js';
import type { Indicator } from '../../indicators/types.js';
import { targetOf as inForce } from '../../rollup/targets.js';
import type { Summary } from '../../rollup/types.js';

/** The figure that a unit's value is held against; null where it has no target. */
export function targetOf(summary: Summary, node: Node, indicator: Indicator): number | null {
  return inForce(summary, node, indicator)?.value ?? null;
}

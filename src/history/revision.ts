import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { isOfHamlets } from '../indicators/numerator.js';
import type { Summary, Values } from '../rollup/types.js';
import { whyOf } from './revision-causes.js';
import { type ChangedInputs, evidenceOf } from './revision-evidence.js';
import type { Revision } from './types.js';

export type { ChangedInputs, GoneFile } from './revision-evidence.js';

/** Every figure of a closed month that is now another, with the submissions that made it so. */
export function revisions(
  month: Month,
  published: Values,
  now: Summary,
  inputs: ChangedInputs,
): Revision[] {
  const evidence = evidenceOf(now, published, inputs);
  const units = [...new Set([...published.keys(), ...now.values.keys()])].sort(byCodePoint);
  return units.flatMap((unit) =>
    now.indicators.flatMap(({ id }): Revision[] => {
      const before = published.get(unit)?.get(id)?.value ?? null;
      const after = now.values.get(unit)?.get(id)?.value ?? null;
      if (before === after || isHamletRatio(now, unit, id)) return [];
      const node = now.tree.byCode.get(unit);
      const { name = '', level = '' } = node?.unit ?? {};
      const why = whyOf(node, id, evidence);
      return [
        { month, unit, name, level, indicator: id, published: before, revised: after, ...why },
      ];
    }),
  );
}

/** A hamlet is published with neither a number of hamlets nor a share of them. */
function isHamletRatio({ tree, indicators }: Summary, unit: string, id: string): boolean {
  if (tree.byCode.get(unit)?.unit.level !== 'hamlet') return false;
  return isOfHamlets(indicators.find((indicator) => indicator.id === id)!);
}

import type { History } from '../../history/types.js';
import type { StatedSince } from '../../rollup/completeness.js';
import type { Today } from '../../rollup/today.js';
import type { ClosedInput } from '../workspace/closed.js';

/** Running totals that a closed month's sheets state, each as `households_assisted_total 1011`. */
export function statedIn(inputs: readonly Pick<ClosedInput, 'stated'>[]): ReadonlySet<string> {
  const groups = inputs.flatMap(({ stated = '' }) => stated.split('; '));
  return new Set(
    groups.flatMap((group) => {
      const [total, ...units] = group.split(' ');
      return units.map((unit) => `${total} ${unit}`);
    }),
  );
}

/**
 * Whether a unit stated its running total in a month that is closed, after another month: what came
 * before is in it then. Where the map has changed nothing is said of it.
 */
export function statedSince(history: History, today: Today): StatedSince {
  let last: Map<string, string> | null = null;
  return (indicator, unit, month) => {
    last ??= lastStated(history, today);
    return (last.get(`${indicator} ${unit}`) ?? '') > month;
  };
}

function lastStated(history: History, today: Today): Map<string, string> {
  const last = new Map<string, string>();
  for (const { month, stated = [] } of history) {
    for (const total of stated) {
      const unit = total.slice(total.indexOf(' ') + 1);
      if (today(unit, month).unit === unit) last.set(total, month);
    }
  }
  return last;
}

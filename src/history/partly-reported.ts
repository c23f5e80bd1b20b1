import { getOrMake } from '../core/memo.js';
import { routesTo } from '../geography/routes.js';
import { HAMLET } from '../geography/validity.js';
import type { NotComparable } from '../rollup/restatement.js';
import type { PresentMap } from './past.js';
import { madeFrom } from './restate-values.js';
import type { PastMonth } from './types.js';

/**
 * Hamlets that several became one, with the indicators that only some of those had reported in
 * any of the months: their sum is of a part of the hamlet alone.
 */
export function partlyReported(
  months: readonly PastMonth[],
  { registry, tree, indicators, lastDayOf }: PresentMap,
): NotComparable {
  const reported = new Map<string, Set<string>>();
  for (const { unit, indicator, value } of months.flatMap((past) => past.facts))
    if (value !== null) getOrMake(reported, unit, () => new Set()).add(indicator);
  const from = lastDayOf(months.at(-1)!.month);
  const found = new Map<string, ReadonlySet<string>>();
  for (const { unit } of tree.byCode.values()) {
    const origins = unit.level === HAMLET ? routesTo(registry, unit, tree.date, from) : [];
    if (origins.length < 2) continue;
    const each = origins.map(({ to }) => reported.get(to.code) ?? new Set<string>());
    const some = new Set(each.flatMap((ids) => [...ids]));
    const partly = [...some].filter((id) => !each.every((ids) => ids.has(id)));
    if (partly.length > 0) found.set(unit.code, new Set(madeFrom(new Set(partly), indicators)));
  }
  return found;
}

/** Units that either leaves not comparable. */
export function both(a: NotComparable, b: NotComparable): NotComparable {
  const units = new Set([...a.keys(), ...b.keys()]);
  return new Map(
    [...units].map((unit) => [unit, new Set([...(a.get(unit) ?? []), ...(b.get(unit) ?? [])])]),
  );
}

import { type Finding, finding } from '../core/finding.js';
import { HAMLET } from '../geography/validity.js';
import type { HamletValues } from '../rollup/fold.js';
import type { Unallocated } from '../rollup/restatement.js';
import type { Fact } from '../rollup/types.js';
import { onMap, type PresentMap } from './past.js';
import type { History } from './types.js';

/**
 * CCDS-M05: running totals of units that were split nobody knows how. The parts begin anew, so
 * the totals above fall by what was run up until then: it goes on from no hamlet.
 * @param totals what the period's running totals go on from, out of `history`
 * @param facts the period's own
 */
export function totalsLeftBehind(
  history: History,
  totals: HamletValues,
  map: PresentMap,
  facts: readonly Fact[],
): Finding[] {
  const { byCode } = map.tree;
  const isAbove = (code: string) => byCode.get(code)?.unit.level !== HAMLET;
  if (![...totals.keys()].some(isAbove)) return [];
  const running = new Map(
    map.indicators.flatMap((one) => (one.kind === 'cumulative' ? [[one.id, one.of]] : [])),
  );
  const goesOn = ({ at, indicator }: Unallocated) =>
    facts.some(
      ({ unit, indicator: id }) =>
        unit === at && (id === indicator || id === running.get(indicator)),
    );
  const last = new Map<string, Unallocated>();
  for (const one of onMap(history, map).unallocated) {
    const isHeld = one.at !== null && (totals.get(one.at)?.get(one.indicator) ?? 0) > 0;
    if (running.has(one.indicator) && isHeld && !goesOn(one))
      last.set(`${one.unit}\n${one.indicator}`, one);
  }
  return [...last.values()].map(({ old, indicator, value, at }) => {
    const args = { name: old.name, indicator, value, parent: byCode.get(at!)!.unit.name };
    return finding('CCDS-M05', { file: '' }, args, { unit: at! });
  });
}

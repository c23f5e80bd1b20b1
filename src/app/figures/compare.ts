import { type Finding, finding } from '../../core/finding.js';
import { isMonth, type Period, previousPeriod } from '../../core/period.js';
import { type Past, type PresentMap, pastOf } from '../../history/past.js';
import { lastTotals, type RunningBase, runningHistory } from '../../history/running.js';
import type { HamletValues } from '../../rollup/fold.js';
import type { HeldPart } from '../../rollup/held.js';
import type { Summary } from '../../rollup/types.js';
import type { Before } from './before.js';
import { plausibilityFindings } from './plausibility.js';

type Rolled = Pick<Summary, 'period' | 'tree' | 'indicators' | 'values'>;

/**
 * CCDS-H01, H02, H03 against the closed months: the figures against the previous period's,
 * and a running total against the last one known, however long ago. CCDS-C04: lists of a
 * closed month that are gone.
 */
export function historyFindings(
  rolled: Rolled,
  { history, gone }: Before,
  map: PresentMap,
  base: RunningBase,
  parts: readonly HeldPart[],
): Finding[] {
  const lost = gone.map(({ month, files }) =>
    finding('CCDS-C04', { file: '' }, { files, period: month }),
  );
  if (!isMonth(rolled.period)) return lost;
  const earlier = history.filter(({ month }) => month < rolled.period);
  const previous = previousPeriod(rolled.period);
  const past = pastOf(previous, earlier, map);
  const told = past === null ? [] : against(rolled, previous, comparable(past), parts, base);
  const older = runningHistory(earlier, rolled.period, base).filter(
    ({ month }) => month !== previous,
  );
  const known = new Set(past?.hamlets.keys() ?? []);
  const fell = [...older].reverse().flatMap(({ month, ...rest }) => {
    const totals = lastTotals([{ month, ...rest }], map);
    const unseen = new Map([...totals].filter(([unit]) => !known.has(unit)));
    for (const unit of totals.keys()) known.add(unit);
    return against(rolled, month, unseen, parts, base).filter(({ code }) => code === 'CCDS-H01');
  });
  return [...lost, ...told, ...fell];
}

/** A hamlet's figure that not all of its parts had reported says nothing of how much it grew. */
function comparable({ hamlets, notComparable }: Past): HamletValues {
  return new Map(
    [...hamlets].map(([unit, own]) => {
      const ids = notComparable.get(unit);
      return [unit, ids ? new Map([...own].filter(([id]) => !ids.has(id))) : own];
    }),
  );
}

function against(
  rolled: Rolled,
  period: Period,
  hamlets: HamletValues,
  parts: readonly HeldPart[],
  base: RunningBase,
): Finding[] {
  const values = new Map<string, Map<string, number>>();
  for (const [unit, own] of hamlets) {
    for (const [indicator, value] of own) {
      const ofUnit = values.get(indicator) ?? new Map<string, number>();
      values.set(indicator, ofUnit.set(unit, value));
    }
  }
  return plausibilityFindings(rolled, { period, values }, parts, base);
}

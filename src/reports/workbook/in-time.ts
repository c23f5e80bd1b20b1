import { getOrMake, memo } from '../../core/memo.js';
import type {
  Attainment,
  Carried,
  CarriedWithin,
  Comparison,
  ComparisonKind,
  Review,
} from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import { headline } from '../figures.js';

/** What is known of one figure of one unit beside other periods and its target. */
export interface Beside {
  readonly to: Partial<Record<ComparisonKind, Comparison>>;
  readonly attainment?: Attainment;
  readonly carried?: Carried;
  readonly within?: CarriedWithin;
}

/** By unit, then by indicator. */
type Index = ReadonlyMap<string, ReadonlyMap<string, Beside>>;

const NOTHING: Beside = { to: {} };

/** What stands beside a unit's figure. */
export function besideOf(review: Review, unit: string, indicator: string): Beside {
  return indexOf(review).get(unit)?.get(indicator) ?? NOTHING;
}

/** Made once for all workbooks of a run. */
const indexOf = memo((review: Review): Index => {
  const found = new Map<string, Map<string, Mutable>>();
  const at = ({ unit, indicator }: { unit: string; indicator: string }): Mutable =>
    getOrMake(
      getOrMake(found, unit, () => new Map()),
      indicator,
      () => ({ to: {} }),
    );
  for (const one of review.comparisons) at(one).to[one.kind] = one;
  for (const one of review.attainments) at(one).attainment = one;
  for (const one of review.carried) at(one).carried = one;
  for (const one of review.within) at(one).within = one;
  return found;
});

interface Mutable {
  to: Partial<Record<ComparisonKind, Comparison>>;
  attainment?: Attainment;
  carried?: Carried;
  within?: CarriedWithin;
}

/**
 * The indicators that are held against other periods: those that head a report, the counts
 * that their shares are made from, and the flows that those running totals add up.
 */
export function mainIndicators(all: readonly Indicator[]): readonly Indicator[] {
  const chosen = new Set(headline(all).map(({ id }) => id));
  for (const one of all)
    if (one.kind === 'ratio' && chosen.has(one.id) && 'indicator' in one.numerator)
      chosen.add(one.numerator.indicator);
  for (const one of all) if (one.kind === 'cumulative' && chosen.has(one.id)) chosen.add(one.of);
  return all.filter(({ id }) => chosen.has(id));
}

/** One unit's figure in two periods. */
export interface Pair {
  readonly unit: string;
  readonly previous: number;
  readonly current: number;
}

/** A figure that stands apart, and what the others' pace or difference would have made it. */
export interface Outlier extends Pair {
  readonly usual: number;
}

/** Below this many units with both figures there is no telling what is usual. */
const LEAST_UNITS = 10;
/** Guard for small counts: 2 after 1 doubles, and means nothing. */
const LEAST_SIZE = 20;
const LEAST_CHANGE = 10;
/** Nor is a figure odd that stands this near to the usual one, however alike the others are. */
const LEAST_DISTANCE = 5;

/** `expected` is what the others' pace or difference would have made. */
const isLargeEnough = ({ previous, current }: Pair, expected: number): boolean =>
  Math.max(previous, current) >= LEAST_SIZE &&
  Math.abs(current - previous) >= LEAST_CHANGE &&
  Math.abs(current - expected) >= LEAST_DISTANCE;

/** Units whose running total is lower than before. */
export function fallen(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ previous, current }) => current < previous);
}

export interface RatioOptions {
  /** 0 to 1: how much more a large unit's change weighs than a small one's. */
  readonly size?: number;
  /** Least width of the interval, as a share of the median effect. */
  readonly least?: number;
  /** Quartile distances from the median that are still usual. */
  readonly width?: number;
}

/**
 * Hidiroglou and Berthelot (1986), 'Statistical Editing and Imputation for Periodic Business
 * Surveys': the ratio of two periods, centred on its median, weighted by the size of the
 * unit, and held against quartile distances. Where most units have not changed at all the
 * distances are 0 and nothing is told. Small counts are left out (see `LEAST_SIZE`).
 */
export function unusualRatios(
  pairs: readonly Pair[],
  { size = 0.5, least = 0.05, width = 7 }: RatioOptions = {},
): readonly Outlier[] {
  const compared = pairs.filter(({ previous, current }) => previous > 0 && current > 0);
  if (compared.length < LEAST_UNITS) return [];
  const pace = median(compared.map(({ previous, current }) => current / previous));
  const effects = compared.map((pair) => effectOf(pair, pace, size));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(effects, share)) as [
    number,
    number,
    number,
  ];
  const floor = Math.abs(least * middle);
  const below = Math.max(middle - low, floor);
  const above = Math.max(high - middle, floor);
  if (below + above === 0) return [];
  return compared.flatMap((pair, i) => {
    const away = effects[i]! - middle;
    const usual = away > -width * below && away < width * above;
    const expected = pair.previous * pace;
    if (usual || away === 0 || !isLargeEnough(pair, expected)) return [];
    return [{ ...pair, usual: Math.round(expected) }];
  });
}

/** 0 at the median's pace, the same distance for twice as much and for half as much. */
function effectOf({ previous, current }: Pair, pace: number, size: number): number {
  const ratio = current / previous;
  const centred = ratio < pace ? 1 - pace / ratio : ratio / pace - 1;
  return centred * Math.max(previous, current) ** size;
}

/** Iglewicz and Hoaglin (1993): beyond 3.5 a modified z-score is an outlier. */
const MOST_Z = 3.5;

/**
 * Modified z-scores of the differences of two periods: their distance from the median in
 * median absolute deviations (0.6745 makes these standard deviations of a normal
 * distribution), or in mean ones (1.2533) where half of all differences are the same.
 * Small counts are left out.
 */
export function unusualDifferences(pairs: readonly Pair[]): readonly Outlier[] {
  if (pairs.length < LEAST_UNITS) return [];
  const differences = pairs.map(({ previous, current }) => current - previous);
  const usual = median(differences);
  const deviations = differences.map((difference) => Math.abs(difference - usual));
  const scale =
    median(deviations) / 0.6745 ||
    (deviations.reduce((sum, one) => sum + one, 0) / deviations.length) * 1.253314;
  // `+ 0`: a small loss rounds to -0, which is not how anyone writes it.
  const rounded = Math.round(usual) + 0;
  return pairs.flatMap((pair, i) =>
    deviations[i]! > MOST_Z * scale && isLargeEnough(pair, pair.previous + usual)
      ? [{ ...pair, usual: rounded }]
      : [],
  );
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between the two nearest values (Hyndman and Fan's type 7). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at % 1);
}

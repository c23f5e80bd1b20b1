import type { Month, Period } from '../core/period.js';
import type { BaselineValues } from '../geography/baselines.js';
import type { Fact, Values } from '../rollup/types.js';

/** A closed month as it was published, on its own map. */
export interface PastMonth {
  readonly month: Month;
  /** What each hamlet had: its counts and running totals; sums and ratios are made anew. */
  readonly facts: readonly Fact[];
  /** Denominators that its ratios were published with, by unit, then by baseline. */
  readonly baselines: BaselineValues;
  /** Every unit's figures, as they were published. */
  readonly published: Values;
  /** Running totals that hamlets stated themselves, each as `households_assisted_total 1011`. */
  readonly stated?: ReadonlySet<string>;
  /** SHA-256 of the files of no other month that figures of it came of. */
  readonly heldBy?: ReadonlySet<string>;
}

/** Closed months, the earliest first. A month that was never closed is absent. */
export type History = readonly PastMonth[];

/** What a period is held against. */
export type ComparisonKind = 'previous' | 'last_year' | 'since_year_start' | 'since_launch';

/** A unit's figure beside that of an earlier period, on the map of the later one. */
export interface Comparison {
  readonly kind: ComparisonKind;
  readonly base: Period;
  readonly unit: string;
  readonly indicator: string;
  readonly value: number | null;
  readonly baseValue: number | null;
  /** Of all that was reported; for a ratio the difference of the two shares. */
  readonly change: number | null;
  /**
   * A running total, or what is made from one, that counts from another day than the earlier
   * figure: what lies between them is no rise or fall, and there is no change.
   */
  readonly beganAnew: boolean;
  /** Of a flow of several months: in how many of them it was reported; else null. */
  readonly months: MonthsHeld | null;
  /** The same, of the hamlets alone that reported in both. */
  readonly like: LikeForLike;
  /** Of a flow since its base: all months from the base's first on, as far as they are known. */
  readonly accumulated: Accumulated | null;
}

/**
 * In how many months of either period a flow was reported by any of the unit's hamlets. Where that
 * is not all of them the change is not all of it a rise or a fall.
 */
export interface MonthsHeld {
  readonly now: number;
  readonly base: number;
  /** Months of each period. */
  readonly of: number;
}

/** A figure over the hamlets that reported it in both of two periods. */
export interface LikeForLike {
  /** Hamlets that reported the indicator in both periods, over as many months. */
  readonly hamlets: number;
  /**
   * Hamlets with figures in both that are not held against each other: a flow of another number
   * of months, a stock last reported earlier or later in the period.
   */
  readonly unequal: number;
  readonly value: number | null;
  readonly baseValue: number | null;
  readonly change: number | null;
}

/** What came together since a base period. */
export interface Accumulated {
  readonly value: number;
  /** Months that are known, of those that have passed. */
  readonly months: number;
  readonly elapsed: number;
}

/** A unit's figure against its target. */
export interface Attainment {
  readonly unit: string;
  readonly indicator: string;
  /** Period that the target is set for: a year, or the period itself. */
  readonly period: string;
  readonly target: number;
  /** What is held against it: of a flow, the year's months so far. */
  readonly value: number | null;
  /** `value / target`; null where either is not known, or the target is 0. */
  readonly attainment: number | null;
}

/** A stock with the last figures of the hamlets that did not report this time. */
export interface Carried {
  readonly unit: string;
  readonly indicator: string;
  /** Of what was reported. */
  readonly value: number | null;
  readonly withLast: number | null;
  /** Hamlets whose last figure is in `withLast` alone. */
  readonly hamlets: number;
}

/** A stock that stands with figures of an earlier month of its own period. */
export interface CarriedWithin {
  readonly unit: string;
  readonly indicator: string;
  readonly value: number;
  /** Hamlets that did not report it in the last month, and stand with an earlier one's. */
  readonly hamlets: number;
  /** The last month of the period that anything is known of. */
  readonly silentIn: Month;
  /** Of a hamlet: the month that its figure is of. */
  readonly lastMonth: Month | null;
}

/** An earlier period, and every unit's figures of it on the present map. */
export interface Moment {
  readonly period: Period;
  /** Null where not all of its months were closed. */
  readonly values: Values | null;
}

/** What a period's figures look like beside the earlier ones. */
export interface Review {
  /** Closed months that it goes back to, the earliest first; none where nothing is known. */
  readonly months: readonly Month[];
  /** The periods before this one, without a gap, the earliest first; a year of them at most. */
  readonly trend: readonly Moment[];
  /**
   * Of these and of the period itself, those whose running totals count from another day than the
   * ones before them: what is lower there is no fall.
   */
  readonly anew: readonly Period[];
  readonly comparisons: readonly Comparison[];
  readonly attainments: readonly Attainment[];
  readonly carried: readonly Carried[];
  /** Of a period of several months: the hamlets' counts, and what is made of them above. */
  readonly within: readonly CarriedWithin[];
}

/** A published figure of a closed month that is another now, and why. */
export interface Revision {
  readonly month: Month;
  readonly unit: string;
  /** Name and level of the unit in that month; blank where it had none. */
  readonly name: string;
  readonly level: string;
  readonly indicator: string;
  readonly published: number | null;
  readonly revised: number | null;
  /** Submissions that came, changed or went since, and bear on the unit. */
  readonly files: readonly string[];
  /** Sheets of these with figures of the unit; none where they are CSVs. */
  readonly sheets: readonly string[];
  /** Cells of the corrected sheets that it is read from, where known: `members 5 → 6 (TV!C9)`. */
  readonly cells: readonly string[];
  /** Why it is another now; at least one. */
  readonly causes: readonly RevisionCause[];
  /** Decisions made or withdrawn since, that bear on the unit. */
  readonly decisions: readonly DecidedCell[];
  /** Earlier months that a running total goes on from: closed since, reopened, or with other figures. */
  readonly earlier: readonly EarlierMonth[];
}

/** An earlier month that a running total goes on from (or did, until it was reopened). */
export interface EarlierMonth {
  readonly month: Month;
  readonly cause: 'closing_order' | 'reopened' | 'earlier_month';
}

/** What a decision is on: a cell, or without one a sheet or file. */
export interface DecidedCell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/**
 * Why a closed month's figure is another now: a submission came or was corrected, one is gone; a
 * decision by telephone; an earlier month was closed only later, is reopened, or its figures changed;
 * or none of these: the registry or the config.
 */
export type RevisionCause =
  | 'submission'
  | 'withdrawn'
  | 'decision'
  | 'closing_order'
  | 'reopened'
  | 'earlier_month'
  | 'other';

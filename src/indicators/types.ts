import type { InLangs } from '../core/lang.js';

/** A condition on one field of a list's row. Data only, so that a config can state it. */
export type Condition =
  | { readonly field: string; readonly equals: string | number | boolean }
  /** True unless the field's value is this one; a blank value is true as well. */
  | { readonly field: string; readonly not: string | number };

/** How an indicator is added up from a form's rows. */
export interface Source {
  readonly form: string;
  /** Over a list: how many entities meet the condition, or how many distinct values. */
  readonly list?:
    | { readonly count: 'entities'; readonly where?: Condition }
    | { readonly count: 'distinct'; readonly field: string };
  /** Over a tally: the column with the count. */
  readonly tally?: {
    readonly field: string;
    /**
     * 1 where the column is absent or blank and this other count is above zero; where that is
     * zero, none, whatever the column says: a team has at least one member.
     */
    readonly oneWhere?: string;
  };
}

/** What a ratio counts: an indicator, by its id, or the hamlets that have any of one. */
export type Numerator = { readonly indicator: string } | { readonly hamletsWith: string };
/** What a ratio divides by: an indicator, or a baseline, by its id. */
export type Denominator = { readonly indicator: string } | { readonly baseline: string };

interface Common {
  readonly id: string;
  readonly label: InLangs;
  /** Short heading for a table column. */
  readonly heading: InLangs;
  readonly unit: InLangs;
  /** A stock takes the last value over time, a flow adds up. */
  readonly time: 'stock' | 'flow';
  /** Family, for grouping in tables: `members`, `households`, `eid`, `merchants`, … */
  readonly family: string;
}

/** A figure as it is declared (contract, Indicators): all else follows from `kind` and `time`. */
export type Indicator = Common &
  (
    | { readonly kind: 'base'; readonly source: Source }
    /** From the registry: number of hamlets. */
    | { readonly kind: 'hamlets' }
    /** Sum of other indicators at the same unit; a blank addend is left out. */
    | { readonly kind: 'sum'; readonly of: readonly string[] }
    /** Running total of a flow, from a tally's own column where there is one. */
    | { readonly kind: 'cumulative'; readonly of: string; readonly source: Source }
    /** Always recomputed from sums, never averaged. */
    | {
        readonly kind: 'ratio';
        readonly numerator: Numerator;
        readonly denominator: Denominator;
        readonly show: 'percent' | 'decimal';
      }
  );

/** A denominator that the registry states by unit. */
export interface BaselineKind {
  readonly id: string;
  readonly label: InLangs;
}

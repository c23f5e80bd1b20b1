import type { Month } from '../core/period.js';
import type { IsoDate } from '../geography/types.js';

/** What restating one month's indicator came to: before = after + not allocated. */
export interface Certified {
  readonly month: Month;
  readonly indicator: string;
  /** Total of the month's figures on its own map. */
  readonly before: number;
  /** Of these, what units of the new map were given. */
  readonly after: number;
  /** Of these, what stands in a total above alone (or in none: told as an error). */
  readonly notAllocated: number;
}

/** An amount that no unit could be given. */
export interface Unallocated {
  /** The hamlet that reported it, on its month's map. */
  readonly unit: string;
  /** The unit that was split, or that ended with nothing leading on; code and name. */
  readonly old: { readonly code: string; readonly name: string };
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
  /** The unit of the new map whose total holds it; null: none does. */
  readonly at: string | null;
  /** Codes of the units that it may belong to. */
  readonly among: readonly string[];
}

/** Units of the new map whose figures are not known, with the indicators concerned. */
export type NotComparable = ReadonlyMap<string, ReadonlySet<string>>;

/** What was done to put figures on another day's map than their own. */
export interface Restatement {
  /** The day whose map the figures stand on. */
  readonly asOf: IsoDate;
  /** The period's last day, whose map is its own. */
  readonly periodEnd: IsoDate;
  readonly certified: readonly Certified[];
  readonly unallocated: readonly Unallocated[];
  readonly notComparable: NotComparable;
}

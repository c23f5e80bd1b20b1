import type { Month } from '../core/period.js';
import type { IsoDate, Node, Registry, Unit } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Certified, NotComparable, Unallocated } from '../rollup/restatement.js';
import type { Fact } from '../rollup/types.js';

/** The map of another day, and those that facts stand on until they are put there. */
export interface Remapping {
  readonly registry: Registry;
  /** Last day of a month, whose map its figures stand on. */
  readonly lastDayOf: (month: Month) => IsoDate;
  /** The day whose map they are put on. */
  readonly to: IsoDate;
  readonly indicators: readonly Indicator[];
}

/** What running totals that no sheet states come to, each on its month's map. */
export interface RunUp {
  readonly facts: readonly Fact[];
  /** Some month's map is another than the one they are put on: elsewhere they run up by themselves. */
  readonly isMoved: boolean;
}

/** A fact, or a part of one, on its way to another map. */
export interface Placed {
  readonly fact: Fact;
  /** Code of the unit that reported it, on its month's map. */
  readonly origin: string;
  /** The unit of the new map that it stands at; null where no unit holds it. */
  readonly target: Node | null;
  /** True for what the shares of a split gave it, or left over. */
  readonly isPart: boolean;
  /** Set where it could not be allocated: the units it may belong to, and what was split. */
  readonly left: { readonly among: readonly Node[]; readonly old: Unit | null } | null;
}

/** Facts on another map, with the account of how they came there. */
export interface Restated {
  /** On the new map. `unit` is above the hamlet where only that is known. */
  readonly facts: readonly Fact[];
  readonly unallocated: readonly Unallocated[];
  readonly notComparable: NotComparable;
  /** A line for each month and indicator. */
  readonly certified: readonly Certified[];
  /** Months of which some figure stands at another unit than the one that reported it. */
  readonly moved: ReadonlySet<Month>;
  /** Units above the hamlet that hold figures of hamlets which went nobody says where. */
  readonly raised: ReadonlyMap<string, ReadonlySet<string>>;
}

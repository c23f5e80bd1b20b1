import type { Month } from '../../core/period.js';
import type { Revision } from '../../history/types.js';
import type { Before } from '../figures/before.js';
import type { Reading, Run } from '../run.js';
import type { Unmade } from './closed.js';

/** A closed month made anew, since its submissions are not those that it was closed with. */
export interface RestatedMonth {
  readonly month: Month;
  readonly values: string;
  readonly inputs: string;
  readonly decisions: string;
}

/** What is known of the months before a run's own. */
export interface Known {
  readonly before: Before;
  readonly revisions: readonly Revision[];
  readonly restated: readonly RestatedMonth[];
  /** Closed months that should have been made anew, and whose submissions are gone. */
  readonly unmade: ReadonlyMap<Month, Unmade>;
}

/** Is told of a closed month that is made anew: what was read of it, and what it came to. */
export type OnRestated = (reading: Reading, run: Run) => void;

import type { RowCheck } from '../../forms/table.js';
import { dateInPeriod } from './dates.js';
import { identityAgrees, identityPrefix } from './identity.js';
import { tallySums } from './tally.js';

/** Checks of one record, run on every row that is accepted. */
export const ROW_CHECKS: readonly RowCheck[] = [
  identityPrefix,
  identityAgrees,
  dateInPeriod,
  tallySums,
];

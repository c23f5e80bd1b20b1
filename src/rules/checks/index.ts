import type { BeginRowCheck } from '../../forms/records/row-checks.js';
import { dateInPeriod, oldEnough, visitInPeriod } from './dates.js';
import { identityAgrees, identityPrefix } from './identity.js';
import { oneMarked } from './marks.js';
import { tallySums } from './tally.js';
import { teamSize } from './team.js';

/** Checks of one record, run on every row that has a hamlet and its starred values. */
export const ROW_CHECKS: readonly BeginRowCheck[] = [
  identityPrefix,
  identityAgrees,
  dateInPeriod,
  visitInPeriod,
  oldEnough,
  oneMarked,
  tallySums,
  teamSize,
];

import { eidIndicators } from './eid.js';
import { householdIndicators } from './households.js';
import { memberIndicators } from './members.js';
import { merchantIndicators } from './merchants.js';
import { registryIndicators } from './registry.js';
import type { BaselineKind, Indicator } from './types.js';

/** Every indicator of the contract, in the order in which tables show them. */
export const INDICATORS: readonly Indicator[] = [
  ...registryIndicators,
  ...memberIndicators,
  ...householdIndicators,
  ...eidIndicators,
  ...merchantIndicators,
];

/** Denominators that the registry, or a tally, states. */
export const BASELINES: readonly BaselineKind[] = [
  { id: 'households', label: { vi: 'Tổng số hộ', en: 'Households' } },
  { id: 'eligible_citizens', label: { vi: 'Công dân đủ điều kiện', en: 'Eligible citizens' } },
  { id: 'merchants', label: { vi: 'Tổng số hộ kinh doanh', en: 'Merchants' } },
];

import type { Indicator } from './types.js';

const HOUSEHOLDS = { vi: 'hộ', en: 'households' };

const skill = (id: string, field: string, vi: string, en: string): Indicator => ({
  id,
  kind: 'base',
  family: 'households',
  time: 'flow',
  label: { vi: `Hộ được hướng dẫn: ${vi}`, en: `Households guided: ${en}` },
  heading: { vi, en },
  unit: HOUSEHOLDS,
  source: {
    form: 'households',
    list: { count: 'entities', where: { field, equals: true } },
    tally: { field },
  },
});

/** Households assisted, and the five national skills (contract, Indicators). */
export const householdIndicators: readonly Indicator[] = [
  {
    id: 'households_assisted',
    kind: 'base',
    family: 'households',
    time: 'flow',
    label: { vi: 'Hộ được hỗ trợ trong kỳ', en: 'Households assisted in the period' },
    heading: { vi: 'Trong kỳ', en: 'In the period' },
    unit: HOUSEHOLDS,
    source: { form: 'households', list: { count: 'entities' }, tally: { field: 'assisted' } },
  },
  {
    id: 'households_assisted_total',
    kind: 'cumulative',
    of: 'households_assisted',
    family: 'households',
    time: 'stock',
    label: { vi: 'Hộ được hỗ trợ, lũy kế', en: 'Households assisted, cumulative' },
    heading: { vi: 'Lũy kế', en: 'Cumulative' },
    unit: HOUSEHOLDS,
    source: { form: 'households', tally: { field: 'cumulative' } },
  },
  {
    id: 'household_coverage',
    kind: 'ratio',
    family: 'households',
    time: 'stock',
    label: { vi: 'Tỷ lệ hộ được hỗ trợ', en: 'Household coverage' },
    heading: { vi: 'Tỷ lệ hộ', en: 'Coverage' },
    unit: { vi: '%', en: '%' },
    numerator: { indicator: 'households_assisted_total' },
    denominator: { baseline: 'households' },
    show: 'percent',
  },
  skill('skill_public_services', 'public_services', 'Dịch vụ công', 'Public services'),
  skill('skill_shopping', 'shopping', 'Mua sắm trực tuyến', 'Online shopping'),
  skill('skill_payment', 'payment', 'Thanh toán điện tử', 'Online payment'),
  skill('skill_safety', 'safety', 'An toàn mạng', 'Online safety'),
  skill('skill_other', 'other', 'Nền tảng khác', 'Other platforms'),
];

import type { Indicator } from './types.js';

const ACCOUNTS = { vi: 'tài khoản', en: 'accounts' };

const level = (n: 1 | 2): Indicator => ({
  id: `eid_level${n}`,
  kind: 'base',
  family: 'eid',
  time: 'stock',
  label: { vi: `Tài khoản ĐDĐT mức ${n}`, en: `e-ID accounts, level ${n}` },
  heading: { vi: `Mức ${n}`, en: `Level ${n}` },
  unit: ACCOUNTS,
  source: {
    form: 'eid',
    list: { count: 'entities', where: { field: 'level', equals: n } },
    tally: { field: `level${n}` },
  },
});

/** e-ID accounts of levels 1 and 2 (contract, Indicators; Nghị định 69/2024). */
export const eidIndicators: readonly Indicator[] = [
  level(1),
  level(2),
  {
    id: 'eid_accounts',
    kind: 'sum',
    of: ['eid_level1', 'eid_level2'],
    family: 'eid',
    time: 'stock',
    label: { vi: 'Tài khoản ĐDĐT (mức 1 và mức 2)', en: 'e-ID accounts (levels 1 and 2)' },
    heading: { vi: 'Tổng số', en: 'Total' },
    unit: ACCOUNTS,
  },
  {
    id: 'eid_rate',
    kind: 'ratio',
    family: 'eid',
    time: 'stock',
    label: { vi: 'Tỷ lệ công dân có tài khoản ĐDĐT', en: 'e-ID rate' },
    heading: { vi: 'Tỷ lệ', en: 'Rate' },
    unit: { vi: '%', en: '%' },
    numerator: { indicator: 'eid_accounts' },
    denominator: { baseline: 'eligible_citizens' },
    show: 'percent',
  },
];

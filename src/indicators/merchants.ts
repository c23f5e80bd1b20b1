import type { Indicator } from './types.js';

/** Merchants taking cashless payment (contract, Indicators). */
export const merchantIndicators: readonly Indicator[] = [
  {
    id: 'merchants_cashless',
    kind: 'base',
    family: 'merchants',
    time: 'stock',
    label: { vi: 'Hộ kinh doanh không tiền mặt', en: 'Cashless merchants' },
    heading: { vi: 'Không tiền mặt', en: 'Cashless' },
    unit: { vi: 'hộ kinh doanh', en: 'merchants' },
    source: {
      form: 'merchants',
      list: { count: 'entities', where: { field: 'method', not: 'cash' } },
      tally: { field: 'cashless' },
    },
  },
  {
    id: 'cashless_rate',
    kind: 'ratio',
    family: 'merchants',
    time: 'stock',
    label: { vi: 'Tỷ lệ hộ kinh doanh không tiền mặt', en: 'Cashless rate' },
    heading: { vi: 'Tỷ lệ', en: 'Rate' },
    unit: { vi: '%', en: '%' },
    numerator: { indicator: 'merchants_cashless' },
    denominator: { baseline: 'merchants' },
    show: 'percent',
  },
];

import type { Indicator } from './types.js';

/** Known from the registry alone. */
export const registryIndicators: readonly Indicator[] = [
  {
    id: 'hamlets',
    kind: 'hamlets',
    family: 'registry',
    time: 'stock',
    label: { vi: 'Số ấp, khóm', en: 'Hamlets' },
    heading: { vi: 'Số ấp, khóm', en: 'Hamlets' },
    unit: { vi: 'ấp, khóm', en: 'hamlets' },
  },
];

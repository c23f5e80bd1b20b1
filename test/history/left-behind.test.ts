import { expect, it } from 'vitest';
import type { Month } from '../../src/core/period.js';
import { totalsLeftBehind } from '../../src/history/left-behind.js';
import { lastTotals } from '../../src/history/running.js';
import type { Fact } from '../../src/rollup/types.js';
import { registryOf } from '../geography/registry.js';
import { mapOf, summaryOf } from './made.js';

const TOTAL = 'households_assisted_total';
const registry = registryOf({
  units: [
    '1,Tỉnh Một,province,,,',
    '10,Xã Mười,commune,1,,',
    'f,Ấp F,hamlet,10,,2025-06-30',
    'f1,Ấp F Một,hamlet,10,2025-07-01,',
    'f2,Ấp F Hai,hamlet,10,2025-07-01,',
  ],
  changes: ['2025-07-01,f,f1,', '2025-07-01,f,f2,'],
});
const fact = (unit: string, month: Month, indicator: string): Fact => {
  return { unit, month, indicator, value: 20, source: -1 };
};
const nothing = { baselines: new Map(), published: new Map() };
const history = [{ month: '2025-06' as const, facts: [fact('f', '2025-06', TOTAL)], ...nothing }];

it.each([
  ['is told', [], 1],
  ['is told, whatever else is counted of the unit above', [['10', 'members']], 1],
  ['is told, whatever another unit has run up', [['11', TOTAL]], 1],
  ['is told, whatever another unit counts', [['11', 'households_assisted']], 1],
  ['is not told where the period states what that unit has run up', [['10', TOTAL]], 0],
  ['is not told where that unit runs up by the period’s own', [['10', 'households_assisted']], 0],
] as const)('a running total that a split left behind %s', (_, counts, count) => {
  const map = mapOf(summaryOf('2025-08', {}, registry), registry);
  const running = { before: lastTotals(history, map), pending: new Map(), repeated: () => 0 };
  const facts = counts.map(([unit, indicator]) => fact(unit, '2025-08', indicator));
  const found = totalsLeftBehind(history, running, map, {
    ...{ facts, months: ['2025-08'], unallocated: [] },
  });
  const told = { code: 'CCDS-M05', unit: '10', args: { name: 'Ấp F', value: 20 } };
  expect(found).toMatchObject(Array.from({ length: count }, () => told));
});

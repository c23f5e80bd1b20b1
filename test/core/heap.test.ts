import { expect, it } from 'vitest';
import { growthPercent } from '../../src/core/heap.js';

const MB = 2 ** 20;

it.each([
  // After a large workbook little is in use: to collect after every ten megabytes cost a fifth of the run.
  ['a small heap may grow by 64 MB', 40 * MB, 160],
  ['one that is nearly empty, not without end', MB, 300],
  ['a large one by a fifth', 900 * MB, 20],
])('%s', (_, used, percent) => {
  expect(growthPercent(used)).toBe(percent);
});

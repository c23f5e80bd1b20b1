import { expect, it } from 'vitest';
import { rowRun, rowRuns } from '../../src/core/row-runs.js';

it('rows that follow each other are joined', () => {
  expect(rowRuns([8, 9, 10, 12, 14, 15])).toEqual(['8–10', '12', '14–15']);
  expect(rowRuns([])).toEqual([]);
});

it('one row is named by itself', () => {
  expect(rowRun({ first: 9, last: 9 })).toBe('9');
});

import { expect, it } from 'vitest';
import { addRow, type RowRun, rowRun, rowRuns } from '../../src/core/row-runs.js';

it('rows that follow each other are joined', () => {
  expect(rowRuns([8, 9, 10, 12, 14, 15])).toEqual(['8–10', '12', '14–15']);
  expect(rowRuns([])).toEqual([]);
});

it('a row goes on with the run before it', () => {
  const runs: RowRun[] = [];
  for (const row of [5, 6, 8]) addRow(runs, row);
  expect(runs.map(rowRun)).toEqual(['5–6', '8']);
});

it('one row is named by itself', () => {
  expect(rowRun({ first: 9, last: 9 })).toBe('9');
});

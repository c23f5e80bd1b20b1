import { expect, it } from 'vitest';
import type { Part, TableReport } from '../../src/forms/report.js';
import { reportsByMonth } from '../../src/forms/table/months-reports.js';

const table: Omit<TableReport, 'parts' | 'data' | 'read' | 'rejected' | 'rejectedBy'> = {
  ...{ form: 'members', layout: 'tally', state: 'read', month: '2024-09', periodText: '2024-Q3' },
  ...{ headerRow: 1, firstRow: 2, lastRow: 4, endRow: 4, base: null, columns: {} },
};

function part(rows: number): Part {
  return { unit: '1', layout: 'tally', entries: null, tally: [], rows, reported: [] };
}

/** Month, period, rows read and of data of each report. */
function split(data: number, ...parts: [month: '2024-07' | '2024-08' | null, rows: number][]) {
  const counts = { data, read: data + 2, rejected: 0, rejectedBy: {} };
  const byMonth = new Map(parts.map(([month, rows]) => [month, [part(rows)]]));
  return reportsByMonth({ ...table, ...counts }, byMonth).map((one) => [
    ...[one.month, one.periodText, one.read, one.data],
  ]);
}

it('counts each row once, in the month that it states', () => {
  expect(split(6, [null, 3], ['2024-07', 1], ['2024-08', 2])).toEqual([
    ['2024-09', '2024-Q3', 5, 3],
    ['2024-07', '2024-07', 1, 1],
    ['2024-08', '2024-08', 2, 2],
  ]);
});

it('a table all of whose rows state other months is of those alone', () => {
  expect(split(2, ['2024-07', 2]).map(([, period]) => period)).toEqual([null, '2024-07']);
  expect(split(0)).toEqual([['2024-09', '2024-Q3', 2, 0]]);
});

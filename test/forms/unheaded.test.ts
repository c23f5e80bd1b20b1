import { expect, it } from 'vitest';
import type { Recognition } from '../../src/forms/header/recognise.js';
import { headedColumns } from '../../src/forms/table/unheaded.js';
import { processorTime } from '../helpers/processor-time.js';

const merge = (left: number, right: number) => ({ top: 1, left, bottom: 1, right });
const HEADER = { rows: [{ values: ['Tên', null, 'Ghi chú'] }], top: 1, bottom: 1 };
const TABLE = { fields: new Map([['name', 0]]), units: {} } as unknown as Recognition;

it('a heading that counts for nothing heads the columns that it is merged over', () => {
  const headed = headedColumns([TABLE], [merge(0, 1), merge(2, 4), merge(3, 6)], HEADER);
  expect([...headed].sort()).toEqual([0, 2, 3, 4, 5, 6]);
});

it('as many merges as a sheet may have, one upon the other, cost little', () => {
  const merges = Array.from({ length: 262_144 }, () => merge(2, 16_000));
  const seconds = processorTime(() =>
    expect(headedColumns([TABLE], merges, HEADER).size).toBe(16_000),
  );
  expect(seconds).toBeLessThan(2);
});

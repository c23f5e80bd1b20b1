import { afterEach, beforeEach, expect, it } from 'vitest';
import { status } from '../../src/app/status.js';
import { Months } from './helpers/months.js';

let months: Months;
beforeEach(async () => {
  months = new Months([
    '9,Tỉnh Thử,province,,,',
    '101,Xã Một,commune,9,,',
    '1011,Ấp A,hamlet,101,,',
    '1012,Ấp B,hamlet,101,,',
    '1013,Ấp C,hamlet,101,,',
  ]);
  await months.init();
});
afterEach(() => months.drop());

it('a report is empty where no count is filled in: a total is one, a baseline is none', async () => {
  months.send('2024-09', 'Xã Một', 'Công dân đủ điều kiện,Mức 1,Mức 2,Tổng', {
    ...{ 'Ấp A': [300, '', '', 50], 'Ấp B': [300, '', '', ''], 'Ấp C': ['', 0, 0, 0] },
  });
  const { receipts } = await status({
    ...{ inputs: [], period: '2024-09', cwd: months.root, lang: 'vi', threads: 1 },
  });
  const received = [...receipts.hamlets].map(([unit, one]) => [unit, one.received]);
  expect(Object.fromEntries(received)).toEqual({ 1011: 'full', 1012: 'empty', 1013: 'full' });
});

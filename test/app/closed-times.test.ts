import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUSEHOLD_LIST, HOUSEHOLDS, Months, TWO_HAMLETS } from './helpers/months.js';

const TOTAL = 'households_assisted_total';
const MONTH = '2024-07';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
});
afterEach(() => months.drop());

const folder = () => join(months.root, 'submissions', MONTH);

/** Sets when the files of the month were saved, by what their names have in them. */
function saved(days: Readonly<Record<string, string>>): void {
  for (const name of readdirSync(folder()))
    for (const [part, day] of Object.entries(days))
      if (name.includes(part)) utimesSync(join(folder(), name), new Date(day), new Date(day));
}

/** What a copy of the folder, or git, does to the times of its files. */
const copied = () => saved({ mộtlần: '2024-12-02', rồi: '2024-12-01', phiếu: '2024-12-03' });

describe('the files of a closed month, with other times than when it was closed', () => {
  beforeEach(async () => {
    months.send(MONTH, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10] }, 'mộtlần');
    months.send(MONTH, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11] }, 'rồi');
    saved({ mộtlần: '2024-07-15', rồi: '2024-07-16' });
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1], 'Ấp B': [1] });
    await months.close(MONTH, '2024-08-01');
    copied();
  });

  it('replace one another as they did', async () => {
    const run = await months.rollup(MONTH);
    expect(run.value('1011', TOTAL)).toBe(11);
    expect((await months.rollup('2024-Q3')).value('1011', TOTAL)).toBe(11 + 1);
  });

  it('do so when a file that came later has the month made anew', async () => {
    months.send(MONTH, 'Xã Một', HOUSEHOLDS, { 'Ấp B': [5] }, 'phiếu');
    copied();
    const run = await months.rollup('2024-08');
    expect(run.value('1011', TOTAL)).toBe(11 + 1);
    const told = run.rows('revisions.csv').filter(({ unit_code }) => unit_code === '1011');
    expect(told).toEqual([]);
    await months.close('2024-08', '2024-09-01');
    saved({ mộtlần: '2025-01-02', rồi: '2025-01-01' });
    months.send(MONTH, 'Xã Một', HOUSEHOLDS, { 'Ấp B': [6] }, 'phiếu hai');
    expect((await months.rollup(MONTH)).value('1011', TOTAL)).toBe(11);
  });

  it('is replaced by one that came later all the same', async () => {
    months.send(MONTH, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [12] }, 'phiếu');
    copied();
    expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(12 + 1);
  });
});

const list = (names: readonly string[]) =>
  names.map((name, i) => `Ấp A,Nguyễn Văn ${name},Số ${i} đường ${name},09120000${i}${i}`);
const write = (month: string, name: string, names: readonly string[]) => {
  mkdirSync(join(months.root, 'submissions', month), { recursive: true });
  const lines = ['Xã: Xã Một', `Ấp/Khóm,${HOUSEHOLD_LIST}`, ...list(names)];
  writeFileSync(join(months.root, 'submissions', month, name), `${lines.join('\n')}\n`);
};

it('a list that a tally took the place of has counted nobody', async () => {
  write(MONTH, 'mộtlần.csv', ['An', 'Ba']);
  months.send(MONTH, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5] }, 'rồi');
  saved({ mộtlần: '2024-07-15', rồi: '2024-07-16' });
  write('2024-08', 'ds.csv', ['An', 'Ba', 'Em']);
  const before = await months.rollup('2024-Q3');
  await months.close(MONTH, '2024-08-01');
  const run = await months.rollup('2024-08');
  expect([before, run].map((one) => one.value('1011', TOTAL))).toEqual([5 + 3, 5 + 3]);
});

it('lists of a closed month count on as they did when it was closed', async () => {
  write(MONTH, 'mộtlần.csv', ['An', 'Ba']);
  write(MONTH, 'rồi.csv', ['Cúc', 'Dần']);
  saved({ mộtlần: '2024-07-15', rồi: '2024-07-16' });
  write('2024-08', 'ds.csv', ['Cúc', 'Dần', 'Em']);
  await months.close(MONTH, '2024-08-01');
  expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(3);
  copied();
  expect((await months.rollup('2024-08')).value('1011', TOTAL)).toBe(3);
});

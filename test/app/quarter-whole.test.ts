/** Quarters that come summed up: as a lower level's package, or on a sheet of the quarter. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rollup, writeData } from '../../src/app/rollup.js';
import { codesOf, HOUSEHOLDS, MEMBERS, Months, TWO_HAMLETS } from './helpers/months.js';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
});
afterEach(() => months.drop());

const packageOf = (period: string) => join(months.root, 'out', period, 'data/datapackage.json');

/** Rolls up what is handed in beside the workspace, with its closed months before it. */
async function rolled(period: string, ...inputs: string[]) {
  const options = { cwd: months.root, lang: 'vi' as const, force: false, threads: 1 };
  const { out, ...run } = await rollup(
    {
      ...{ ...options, inputs, period, registry: 'registry', history: 'closed' },
      out: join(months.root, 'nation', period),
    },
    [writeData],
  );
  return { ...run, rows: (name: string) => months.rows(join(out, 'data', name)) };
}

const missing = (run: { summary: Awaited<ReturnType<typeof rollup>>['summary'] }) =>
  run.summary.findings.filter(({ code, said }) => code === 'CCDS-C06' && said === undefined);

async function sendHalfYear(): Promise<void> {
  for (const month of ['2024-01', '2024-02', '2024-03']) {
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [3], 'Ấp B': [2] });
    await months.close(month, '2024-04-01');
  }
  for (const month of ['2024-04', '2024-05', '2024-06'])
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5], 'Ấp B': [1] });
}

describe('a package of a quarter', () => {
  it('is of all of its months', async () => {
    await sendHalfYear();
    await months.rollup('2024-Q2');
    const run = await rolled('2024-Q2', packageOf('2024-Q2'));
    expect(codesOf(run)).not.toContain('CCDS-C06');
    const since = run
      .rows('comparison.csv')
      .find((row) => row.comparison === 'since_year_start' && row.unit_code === '9');
    expect(since).toMatchObject({ accumulated: '33', months_known: '6', months_elapsed: '6' });
    const previous = run
      .rows('comparison.csv')
      .find((row) => row.comparison === 'previous' && row.unit_code === '9');
    expect(previous).toMatchObject({ like_hamlets: '2', like_change: '3' });
  });

  it('is of its own months alone in a year', async () => {
    await sendHalfYear();
    await months.rollup('2024-Q2');
    const run = await rolled('2024', packageOf('2024-Q2'));
    expect(missing(run)).toMatchObject([
      {
        args: {
          count: 3,
          months: '2024-01, 2024-02, 2024-03, 2024-07, 2024-08, 2024-09, 2024-10, 2024-11, 2024-12',
        },
      },
    ]);
  });

  it('of which a month has not come is of the others', async () => {
    for (const month of ['2024-04', '2024-06'])
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5] });
    await months.rollup('2024-Q2');
    expect(missing(await rolled('2024-Q2', packageOf('2024-Q2')))).toMatchObject([
      { args: { count: 2, expected: 3, months: '2024-05' } },
    ]);
  });

  it('goes with one of the month that it lacks', async () => {
    for (const month of ['2024-04', '2024-06'])
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5], 'Ấp B': [1] });
    await months.rollup('2024-Q2');
    months.send('2024-05', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [7] });
    await months.rollup('2024-05');
    const run = await rolled('2024-Q2', packageOf('2024-Q2'), packageOf('2024-05'));
    expect(run.summary.values.get('9')?.get('households_assisted')?.value).toBe(5 + 1 + 7 + 5 + 1);
    expect(codesOf(run)).not.toContain('CCDS-D12');
    expect(missing(run)).toEqual([]);
  });

  it('says hamlet by hamlet how late in it a stock was reported', async () => {
    for (const month of ['2024-04', '2024-05', '2024-06'])
      months.send(month, 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] }, 'A');
    months.send('2024-04', 'Xã Một', MEMBERS, { 'Ấp B': [1, 7] }, 'B');
    const apart = await months.rollup('2024-Q2');
    const run = await rolled('2024-Q2', packageOf('2024-Q2'));
    expect(run.rows('carried.csv')).toEqual(apart.rows('carried.csv'));
  });
});

it('a sheet of a quarter is of all of its months', async () => {
  mkdirSync(join(months.root, 'quý'));
  writeFileSync(
    join(months.root, 'quý/ho.csv'),
    `Xã: Một\nKỳ báo cáo: Quý II/2024\nẤp/Khóm,${HOUSEHOLDS}\nẤp A,15\nẤp B,3\n`,
  );
  const run = await rolled('2024-Q2', 'quý');
  expect(run.summary.values.get('9')?.get('households_assisted')?.value).toBe(18);
  expect(codesOf(run)).not.toContain('CCDS-C06');
});

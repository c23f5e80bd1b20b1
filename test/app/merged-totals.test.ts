import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUSEHOLDS, MEMBERS, Months, TWO_MERGED } from './helpers/months.js';

const TOTAL = 'households_assisted_total';
const WITH_TOTAL = `${HOUSEHOLDS},Lũy kế`;

let months: Months;
beforeEach(async () => {
  months = new Months(...TWO_MERGED);
  await months.init();
});
afterEach(() => months.drop());

const told = ({ summary }: Awaited<ReturnType<Months['rollup']>>) =>
  summary.findings.filter(({ code }) => code === 'CCDS-D15');

describe('the running total of a merged hamlet of which one part alone states its own', () => {
  it('has the other’s month as well, and is asked about', async () => {
    months.send('2024-09', 'Xã Một', WITH_TOTAL, { 'Ấp A': [4, 64] });
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [2] });
    const run = await months.rollup('2024-09');
    expect(run.value('1018', TOTAL)).toBe(66);
    expect(told(run)).toMatchObject([
      {
        severity: 'warning',
        unit: '1018',
        field: 'cumulative',
        args: { name: 'Ấp B', others: 'Ấp A' },
      },
    ]);
  });

  it('goes on from what the closed months know of both', async () => {
    months.send('2024-08', 'Xã Một', WITH_TOTAL, { 'Ấp A': [3, 60], 'Ấp B': [5, 50] });
    months.send('2024-09', 'Xã Một', WITH_TOTAL, { 'Ấp A': [4, 64] });
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [2] });
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [1] });
    expect((await months.rollup('2024-H2')).value('1018', TOTAL)).toBe(117);
    await months.close('2024-08', '2024-09-01');
    expect((await months.rollup('2024-09')).value('1018', TOTAL)).toBe(116);
    await months.close('2024-09', '2024-10-01');
    expect((await months.rollup('2024-10')).value('1018', TOTAL)).toBe(117);
  });

  it('has each month of both once, where they go on reporting in a period that began before', async () => {
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1], 'Ấp B': [2] });
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [100], 'Ấp B': [200] });
    const quarter = await months.rollup('2024-Q3');
    expect(quarter.value('1018', TOTAL)).toBe(303);
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1000], 'Ấp B': [2000] });
    const half = await months.rollup('2024-H2');
    expect([half.value('1018', TOTAL), half.value('9', TOTAL)]).toEqual([3303, 3303]);
    expect([...told(quarter), ...told(half)]).toEqual([]);
  });

  it('goes on from what is known of one that is silent', async () => {
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [17] });
    months.send('2024-08', 'Xã Một', WITH_TOTAL, { 'Ấp A': [16, 16], 'Ấp B': [18, 35] });
    months.send('2024-09', 'Xã Một', WITH_TOTAL, { 'Ấp A': [12, 28] });
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [13] });
    expect((await months.rollup('2024-Q3')).value('1018', TOTAL)).toBe(63);
    expect((await months.rollup('2024-H2')).value('1018', TOTAL)).toBe(76);
    expect((await months.rollup('2024-09')).value('1018', TOTAL)).toBe(28);
    await months.close('2024-07', '2024-08-01');
    await months.close('2024-08', '2024-09-01');
    expect((await months.rollup('2024-09')).value('1018', TOTAL)).toBe(63);
    await months.close('2024-09', '2024-10-01');
    expect((await months.rollup('2024-10')).value('1018', TOTAL)).toBe(76);
  });

  it('leaves out one that was left blank, where nothing is known of it', async () => {
    months.send('2024-09', 'Xã Một', WITH_TOTAL, { 'Ấp A': [4, 64], 'Ấp B': [2, ''] });
    const run = await months.rollup('2024-09');
    expect(run.value('1018', TOTAL)).toBe(64);
    expect(told(run)).toHaveLength(1);
  });

  it('is the sum where each states its own, and run up where none does', async () => {
    months.send('2024-09', 'Xã Một', WITH_TOTAL, { 'Ấp A': [4, 64], 'Ấp B': [2, 52] });
    const both = await months.rollup('2024-09');
    expect(both.value('1018', TOTAL)).toBe(116);
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [4], 'Ấp B': [2] }, WITH_TOTAL);
    const none = await months.rollup('2024-09');
    expect(none.value('1018', TOTAL)).toBe(6);
    expect([...told(both), ...told(none)]).toEqual([]);
  });
});

it('a closed month of a later map is put on that of an earlier day, to be held against', async () => {
  months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [4] });
  await months.close('2024-09', '2024-10-01');
  months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [5] });
  const { rows } = await months.rollup('2024-10', '2024-11-01', '2024-08-01');
  const before = rows('comparison.csv').filter(
    ({ comparison, indicator }) => comparison === 'previous' && indicator === 'households_assisted',
  );
  expect(before.map((row) => [row.unit_code, row.base_value, row.value, row.change])).toEqual([
    ['101', '4', '5', '1'],
    ['9', '4', '5', '1'],
  ]);
});

describe('the running total of a merged hamlet that goes on from a part of the old ones', () => {
  const D25 = 'CCDS-D25';
  const lacking = ({ summary }: Awaited<ReturnType<Months['rollup']>>) =>
    summary.findings
      .filter(({ code }) => code === D25)
      .map(({ unit, args }) => [unit, args.others]);

  it('is told in the first month that goes on so, and in the quarter that holds it', async () => {
    months.send('2024-07', 'Xã Một', WITH_TOTAL, { 'Ấp A': [3, 118] });
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [0] });
    months.send('2024-09', 'Xã Một', MEMBERS, { 'Ấp AB': [1, 5] });
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [11] });
    months.send('2024-11', 'Xã Một', HOUSEHOLDS, { 'Ấp AB': [1] });
    const half = await months.rollup('2024-H2');
    expect([half.value('1018', TOTAL), lacking(half)]).toEqual([130, [['101', 'Ấp B']]]);
    for (const month of ['2024-07', '2024-08', '2024-09']) {
      expect(lacking(await months.rollup(month))).toEqual([]);
      await months.close(month, `${month}-28`);
    }
    const october = await months.rollup('2024-10');
    expect([october.value('1018', TOTAL), lacking(october)]).toEqual([129, [['101', 'Ấp B']]]);
    await months.close('2024-10', '2024-11-01');
    expect(lacking(await months.rollup('2024-11'))).toEqual([]);
  });

  it.each([
    ['nothing is known of either', {}, HOUSEHOLDS, { 'Ấp AB': [11] }],
    ['each is known', { 'Ấp A': [3, 118], 'Ấp B': [1, 1] }, HOUSEHOLDS, { 'Ấp AB': [11] }],
    ['it is stated', { 'Ấp A': [3, 118] }, WITH_TOTAL, { 'Ấp AB': [11, 140] }],
  ] as const)('is not, where %s', async (_, before, columns, tally) => {
    months.send('2024-08', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
    months.send('2024-08', 'Xã Một', WITH_TOTAL, before);
    await months.close('2024-08', '2024-09-01');
    months.send('2024-09', 'Xã Một', columns, tally);
    expect(lacking(await months.rollup('2024-09'))).toEqual([]);
  });
});

it.each([
  ['nobody was counted', { 'Ấp AB': [0] }, [110, null, null]],
  ['the old ones report', { 'Ấp A': [4], 'Ấp B': [2] }, [116, null, null]],
  ['it has some', { 'Ấp AB': [7] }, [117, null, null]],
] as const)(
  'on the map of before it is in the total above, where %s',
  async (_, tally, figures) => {
    months.send('2024-08', 'Xã Một', WITH_TOTAL, { 'Ấp A': [3, 60], 'Ấp B': [5, 50] });
    await months.close('2024-08', '2024-09-01');
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, tally);
    const run = await months.rollup('2024-09', '2024-10-01', '2024-08-01');
    const [above, flow, part] = figures;
    expect([run.value('101', TOTAL), run.value('9', TOTAL)]).toEqual([above, above]);
    for (const unit of ['1011', '1012'])
      expect([run.value(unit, 'households_assisted'), run.value(unit, TOTAL)]).toEqual([
        flow,
        part,
      ]);
    expect(run.summary.findings.filter(({ code }) => code === 'CCDS-H01')).toEqual([]);
  },
);

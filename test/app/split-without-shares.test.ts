import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, HOUSEHOLDS, MEMBERS, Months } from './helpers/months.js';

/** Ấp C is split on 1 March into Ấp E and Ấp F; nobody knows how much went where. */
const UNITS = [
  '9,Tỉnh Thử,province,,,',
  '11,Huyện Một,district,9,,',
  '101,Xã Một,commune,11,,',
  '1011,Ấp A,hamlet,101,,',
  '1013,Ấp C,hamlet,101,,2024-08-31',
  '1015,Ấp E,hamlet,101,2024-09-01,',
  '1016,Ấp F,hamlet,101,2024-09-01,',
];
const CHANGES = ['2024-09-01,1013,1015,', '2024-09-01,1013,1016,'];
const TOTAL = 'households_assisted_total';

let months: Months;
const send = (month: string, hamlets: Record<string, number>) => {
  const each = (counts: (n: number) => number[]) =>
    Object.fromEntries(Object.entries(hamlets).map(([name, n]) => [name, counts(n)]));
  months.send(
    month,
    'Xã Một',
    HOUSEHOLDS,
    each((n) => [n]),
  );
  months.send(
    month,
    'Xã Một',
    MEMBERS,
    each((n) => [1, n]),
  );
};
beforeEach(async () => {
  months = new Months(UNITS, CHANGES);
  await months.init();
  send('2024-07', { 'Ấp A': 1, 'Ấp C': 60 });
  await months.close('2024-07', '2024-08-01');
  send('2024-08', { 'Ấp A': 2, 'Ấp C': 56 });
  await months.close('2024-08', '2024-09-01');
  send('2024-09', { 'Ấp A': 4, 'Ấp E': 21, 'Ấp F': 5 });
});
afterEach(() => months.drop());

describe('hamlets born of a split without shares', () => {
  it('begin anew, and what the old one had run up is told where it leaves the totals', async () => {
    const run = await months.rollup('2024-09');
    expect(run.value('9', TOTAL)).toBe(7 + 21 + 5);
    expect(run.summary.findings.filter(({ code }) => code === 'CCDS-M05')).toMatchObject([
      { unit: '101', args: { name: 'Ấp C', indicator: TOTAL, value: 116, parent: 'Xã Một' } },
    ]);
  });

  it('go on from their own months, and are carried when they fall silent', async () => {
    await months.close('2024-09', '2024-10-01');
    send('2024-10', { 'Ấp A': 8, 'Ấp E': 14 });
    const run = await months.rollup('2024-10');
    expect(run.value('1015', TOTAL)).toBe(21 + 14);
    expect(codesOf(run)).not.toContain('CCDS-C03');
    const carried = run.rows('carried.csv');
    const of = (unit: string, indicator: string) =>
      carried.find((row) => row.unit_code === unit && row.indicator === indicator);
    expect(of('9', TOTAL)).toMatchObject({
      ...{ value: '50', value_with_last: '55', hamlets_carried: '1' },
    });
    expect(of('9', 'members')).toMatchObject({ value_with_last: '27', hamlets_carried: '1' });
  });

  it('have a quarter’s stocks, and are none of those that did not report', async () => {
    send('2024-06', { 'Ấp A': 9, 'Ấp C': 9 });
    await months.close('2024-06', '2024-07-01');
    const run = await months.rollup('2024-Q3');
    expect(run.value('1015', 'members')).toBe(21);
    expect(run.value('101', 'members')).toBe(4 + 21 + 5);
    expect(run.value('101', 'team_coverage')).toBe(1);
    expect(run.value('1015', 'households_assisted')).toBeNull();
    expect(run.value('101', 'households_assisted')).toBe(1 + 60 + 2 + 56 + 4 + 21 + 5);
    expect(run.rows('carried.csv')).toEqual([]);
  });

  it('begin anew in a quarter as they do in its last month', async () => {
    send('2024-06', { 'Ấp A': 9, 'Ấp C': 9 });
    await months.close('2024-06', '2024-09-15');
    const told = ({ summary }: Awaited<ReturnType<Months['rollup']>>) =>
      summary.findings
        .filter(({ code }) => code === 'CCDS-M05')
        .map(({ unit, args }) => [unit, args]);
    const month = await months.rollup('2024-09');
    const quarter = await months.rollup('2024-Q3');
    expect(quarter.value('101', TOTAL)).toBe(9 + 1 + 2 + 4 + 21 + 5);
    expect(quarter.value('101', TOTAL)).toBe(month.value('101', TOTAL));
    const args = { name: 'Ấp C', indicator: TOTAL, value: 125, parent: 'Xã Một' };
    expect(told(quarter)).toEqual([['101', args]]);
    expect(told(month)).toEqual(told(quarter));
  });

  it('are told on the map before the split too: the old one’s total there is theirs alone', async () => {
    send('2024-06', { 'Ấp A': 9, 'Ấp C': 9 });
    await months.close('2024-06', '2024-09-15');
    for (const period of ['2024-09', '2024-Q3']) {
      const run = await months.rollup(period, '2024-12-01', '2024-08-31');
      expect(run.value('1013', TOTAL)).toBe(21 + 5);
      expect(run.summary.findings.filter(({ code }) => code === 'CCDS-M05')).toMatchObject([
        { unit: '101', args: { name: 'Ấp C', indicator: TOTAL, value: 125, parent: 'Xã Một' } },
      ]);
    }
    const before = await months.rollup('2024-08', '2024-12-01', '2024-07-14');
    expect(codesOf(before)).not.toContain('CCDS-M05');
  });

  it('leave nothing behind where they state their totals', async () => {
    months.send(
      '2024-09',
      'Xã Một',
      `${HOUSEHOLDS},Lũy kế`,
      {
        ...{ 'Ấp A': [4, 7], 'Ấp E': [21, 100], 'Ấp F': [5, 42] },
      },
      HOUSEHOLDS,
    );
    for (const period of ['2024-09', '2024-Q3']) {
      const run = await months.rollup(period);
      expect(run.value('101', TOTAL)).toBe(7 + 100 + 42);
      expect(codesOf(run)).not.toContain('CCDS-M05');
    }
  });

  it('leave what the old one had run up standing in a quarter until one of them reports', async () => {
    send('2024-06', { 'Ấp A': 9, 'Ấp C': 9 });
    await months.close('2024-06', '2024-07-01');
    send('2024-09', { 'Ấp A': 4 });
    const run = await months.rollup('2024-Q3');
    expect(run.value('101', TOTAL)).toBe(9 + 1 + 2 + 4 + (9 + 60 + 56));
    expect(codesOf(run)).not.toContain('CCDS-M05');
  });

  it('are blank in a quarter where one has not reported; nothing is carried below zero', async () => {
    for (const month of ['2024-04', '2024-05', '2024-06']) send(month, { 'Ấp A': 1, 'Ấp C': 60 });
    await months.close('2024-04', '2024-05-01');
    send('2024-09', { 'Ấp A': 4 });
    const run = await months.rollup('2024-Q3');
    expect(run.value('1015', 'members')).toBeNull();
    expect(run.value('101', 'members')).toBe(4 + 56);
    for (const row of run.rows('carried.csv'))
      expect(Number(row.hamlets_carried)).toBeGreaterThan(0);
  });
});

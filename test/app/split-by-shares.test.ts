import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trace } from '../../src/app/trace.js';
import { codesOf, HOUSEHOLDS, Months } from './helpers/months.js';

/** Ấp A is split by shares between two communes, two more are merged into one; Ấp B stays. */
const UNITS = [
  '9,Tỉnh Thử,province,,,',
  '101,Xã Một,commune,9,,',
  '102,Xã Hai,commune,9,,',
  '1011,Ấp A,hamlet,101,,2024-08-31',
  '1013,Ấp A Một,hamlet,101,2024-09-01,',
  '1023,Ấp A Hai,hamlet,102,2024-09-01,',
  '1012,Ấp B,hamlet,101,,',
  '1021,Ấp C,hamlet,102,,2024-08-31',
  '1022,Ấp D,hamlet,102,,2024-08-31',
  '1024,Ấp C D,hamlet,102,2024-09-01,',
];
const CHANGES = [
  '2024-09-01,1011,1013,0.6',
  '2024-09-01,1011,1023,0.4',
  '2024-09-01,1021,1024,1',
  '2024-09-01,1022,1024,1',
];
const TOTAL = 'households_assisted_total';
const WITH_TOTAL = `${HOUSEHOLDS},Lũy kế`;

let months: Months;
beforeEach(async () => {
  months = new Months(UNITS, CHANGES);
  await months.init();
});
afterEach(() => months.drop());

/** Closes June to August, Ấp A with four households each month. */
async function closeBefore(): Promise<void> {
  for (const [month, day] of Object.entries({ '06': '07-01', '07': '08-01', '08': '09-01' })) {
    months.send(`2024-${month}`, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [4], 'Ấp B': [10] });
    const ofD = month === '06' ? { 'Ấp D': [7, 50] } : {};
    months.send(`2024-${month}`, 'Xã Hai', WITH_TOTAL, { 'Ấp C': [2, 20], ...ofD });
    await months.close(`2024-${month}`, `2024-${day}`);
  }
}

async function totalsOf(period: string) {
  const { value } = await months.rollup(period);
  return Object.fromEntries(
    ['1013', '1023', '1024', '1012', '101', '102', '9'].map((unit) => [unit, value(unit, TOTAL)]),
  );
}

describe('running totals of a quarter in which hamlets were split by shares or merged', () => {
  it('are those of its last month, and the parts add up', async () => {
    await closeBefore();
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A Một': [10], 'Ấp B': [10] });
    months.send('2024-09', 'Xã Hai', HOUSEHOLDS, { 'Ấp A Hai': [5], 'Ấp C D': [1] });
    // 12 of Ấp A: 7 and 5. Ấp C's last 20 and Ấp D's 50, of June.
    const whole = {
      '1013': 17,
      '1023': 10,
      '1024': 71,
      '1012': 40,
      '101': 57,
      '102': 81,
      '9': 138,
    };
    expect(await totalsOf('2024-09')).toEqual(whole);
    expect(await totalsOf('2024-Q3')).toEqual(whole);
    const traced = async (unit: string) => {
      const asked = { inputs: [], cwd: months.root, lang: 'vi' as const, period: '2024-Q3' };
      const { made } = await trace({ ...asked, indicator: TOTAL, unit });
      return made[0]!.root.sources.map(({ kind, value }) => [kind, value]);
    };
    // Flows of Ấp A's three months before, two of them in the quarter.
    expect(await traced('1013')).toEqual([
      ['earlier-total', 3],
      ['sheet', 2],
      ['sheet', 2],
      ['sheet', 10],
    ]);
    expect(await traced('1012')).toEqual([
      ['earlier-total', 10],
      ['sheet', 10],
      ['sheet', 10],
      ['sheet', 10],
    ]);
  });

  it('are told to be added up without a month that is not closed', async () => {
    await closeBefore();
    months.send('2024-05', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [3] });
    await months.close('2024-05', '2024-06-01');
    await months.close('2024-06', '2024-09-02', 'còn chờ');
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A Một': [10], 'Ấp B': [10] });
    expect(codesOf(await months.rollup('2024-Q3'))).toContain('CCDS-C05');
  });

  it('stand with the parts of what was last known where these have not reported yet', async () => {
    await closeBefore();
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [10] });
    const { '1013': first, '1023': second, '1024': merged } = await totalsOf('2024-Q3');
    // Of Ấp D nothing is known in the quarter.
    expect([first, second, merged]).toEqual([7, 5, 20]);
  });

  it('are the same on a later day’s map, of the month and of the quarter', async () => {
    months.drop();
    const later = (row: string) => row.replace('2024-08-31', '2024-10-31');
    const since = (row: string) => later(row).replace('2024-09-01', '2024-11-01');
    months = new Months(UNITS.map(since), CHANGES.map(since));
    await months.init();
    await closeBefore();
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [4], 'Ấp B': [10] });
    const [month, quarter] = [
      await months.rollup('2024-09', '2024-12-01', '2024-12-01'),
      await months.rollup('2024-Q3', '2024-12-01', '2024-12-01'),
    ];
    const of = ({ value }: typeof month) => ['1013', '1023', '9'].map((unit) => value(unit, TOTAL));
    // With Ấp C's 20 of August.
    expect([of(month), of(quarter)]).toEqual([
      [10, 6, 56],
      [10, 6, 76],
    ]);
  });
});

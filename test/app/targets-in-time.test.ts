import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codesOf, MEMBERS, Months } from './helpers/months.js';

/** Code 101 means another commune from July on; 102 goes on under 202; 103 is one throughout; 105 is new. */
const UNITS = [
  '9,Tỉnh Thử,province,,,',
  '101,Xã Một,commune,9,,2024-06-30',
  '101,Xã Mới,commune,9,2024-07-01,',
  '102,Xã Hai,commune,9,,2024-06-30',
  '202,Xã Hai,commune,9,2024-07-01,',
  '103,Xã Ba,commune,9,,',
  '104,Xã Bốn,commune,9,,2024-06-30',
  '105,Xã Năm,commune,9,2024-07-01,',
  '1011,Ấp A,hamlet,101,,2024-06-30',
  '1011,Ấp A,hamlet,103,2024-07-01,',
  '1012,Ấp B,hamlet,101,2024-07-01,',
  '1021,Ấp C,hamlet,102,,2024-06-30',
  '1021,Ấp C,hamlet,202,2024-07-01,',
  '1031,Ấp D,hamlet,103,,',
  '1041,Ấp E,hamlet,104,,2024-06-30',
  '1041,Ấp E,hamlet,101,2024-07-01,',
];
const CHANGES = ['2024-07-01,101,103,1', '2024-07-01,102,202,1', '2024-07-01,104,101,'];

let months: Months;
beforeEach(async () => {
  months = new Months(UNITS, CHANGES);
  await months.init();
  months.registry('targets', 'unit,indicator,period,value', [
    '101,members,2024,100',
    '202,members,2024,50',
    '103,members,2024,40',
    '104,members,2024,30',
    '105,members,2024,20',
  ]);
});
afterEach(() => months.drop());

async function targetsOf(period: string, asOf?: string) {
  const { summary } = await months.rollup(period, '2024-12-01', asOf);
  return Object.fromEntries(summary.targets.map(({ unit, value }) => [unit, value]));
}

it('a target is of the unit that its code means at the end of its period, and of no other', async () => {
  months.send('2024-05', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
  months.send('2024-08', 'Xã Mới', MEMBERS, { 'Ấp B': [1, 7] });
  expect(await targetsOf('2024-05')).toEqual({ 102: 50, 103: 40, 104: 30 });
  const { summary } = await months.rollup('2024-05');
  expect(summary.findings.filter(({ code }) => code === 'CCDS-G12')).toMatchObject([
    {
      place: { file: 'targets.csv', row: 2 },
      args: { found: '101', period: '2024', name: 'Xã Một', successor: 'Xã Mới' },
      unit: '101',
    },
  ]);
  expect(summary.findings.map(({ code }) => code)).not.toContain('CCDS-G03');
  expect(codesOf(await months.rollup('2024-08'))).not.toContain('CCDS-G12');
  const lost = (await months.rollup('2024-08')).summary.findings.filter(
    ({ code }) => code === 'CCDS-G03',
  );
  expect(lost).toMatchObject([
    { place: { file: 'targets.csv', row: 5 }, args: { found: '104', date: '2024-08-14' } },
  ]);
  expect(await targetsOf('2024-08')).toEqual({ 101: 100, 202: 50, 103: 40, 105: 20 });
  expect(await targetsOf('2024-08', '2024-05-01')).toEqual({ 102: 50, 104: 100 });
  expect(await targetsOf('2024-05', '2024-08-01')).toEqual({ 101: 30, 202: 50 });
});

it('no figure of a closed month is told as restated for being on another day’s map', async () => {
  months.send('2024-05', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5] });
  months.send('2024-05', 'Xã Bốn', MEMBERS, { 'Ấp E': [1, 6] });
  await months.close('2024-05', '2024-06-01');
  const { out, value } = await months.rollup('2024-05', '2024-12-01', '2024-08-01');
  expect([value('103', 'members'), value('101', 'members')]).toEqual([5, 6]);
  expect(readdirSync(join(out, 'data'))).not.toContain('revisions.csv');
  months.send('2024-05', 'Xã Một', MEMBERS, { 'Ấp A': [1, 8] });
  const again = await months.rollup('2024-05', '2024-12-01', '2024-08-01');
  const told = again.rows('revisions.csv').filter(({ indicator }) => indicator === 'members');
  expect(told.map((row) => [row.unit_code, row.published, row.revised])).toEqual([
    ['101', '5', '8'],
    ['1011', '5', '8'],
    ['9', '11', '14'],
  ]);
});

it('a hamlet is held against a target of its own, and against no share of those above it', async () => {
  months.registry('targets', 'unit,indicator,period,value', [
    '1031,members,2024,9',
    '9,team_coverage,2024,100%',
  ]);
  months.send('2024-08', 'Xã Ba', MEMBERS, { 'Ấp D': [1, 6] });
  const rows = (await months.rollup('2024-08')).rows('comparison.csv');
  expect(new Set(rows.map(({ comparison }) => comparison))).toEqual(new Set(['target']));
  const hamlets = rows.filter(({ level }) => level === 'hamlet');
  expect(hamlets.map((row) => [row.unit_code, row.indicator, row.value, row.attainment])).toEqual([
    ['1031', 'members', '6', '0.6666666666666666'],
  ]);
});

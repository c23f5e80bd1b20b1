import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { codesOf, HOUSEHOLDS, Months, TWO_HAMLETS } from './helpers/months.js';

const TOTAL = 'households_assisted_total';
const UNITS = 'code,name,level,parent,valid_from,valid_to';
const CHANGES = 'effective,from,to,share';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [20] });
  months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1], 'Ấp B': [2] });
  await months.close('2024-07', '2024-08-01');
});
afterEach(() => months.drop());

const recoded = TWO_HAMLETS.map((row) => row.replace('1011,', '1019,'));
const toldOf = (run: Awaited<ReturnType<Months['rollup']>>) =>
  run.summary.findings.filter(({ code }) => code === 'CCDS-C14');

describe('a closed month of a hamlet whose code is not in the registry any more', () => {
  beforeEach(() => months.registry('units', UNITS, recoded));

  it('is told, as its figures are in no total that goes on from them', async () => {
    const run = await months.rollup('2024-08');
    expect(run.value('9', TOTAL)).toBe(1 + 22);
    expect(toldOf(run)).toMatchObject([
      { severity: 'warning', args: { months: '2024-07', units: 1, found: '1011' } },
    ]);
    const { stderr } = await runIn(months.root, 'status');
    expect(stderr).toMatch(/tháng 7\/2024 .*1 ấp .*1011/);
  });

  it('goes on in the new code once the registry says what became of the old one', async () => {
    const dated = [
      ...TWO_HAMLETS.map((row) => (row.startsWith('1011') ? `${row}2024-07-14` : row)),
      '1019,Ấp A,hamlet,101,2024-07-15,',
    ];
    months.registry('units', UNITS, dated);
    months.registry('changes', CHANGES, ['2024-07-15,1011,1019,']);
    const run = await months.rollup('2024-08');
    expect(run.value('9', TOTAL)).toBe(33);
    expect(toldOf(run)).toEqual([]);
  });
});

it('a hamlet that never reported may be taken out of the registry', async () => {
  const three = [...TWO_HAMLETS, '1013,Ấp C,hamlet,101,,'];
  months.registry('units', UNITS, three);
  await months.close('2024-07', '2024-08-02', 'thêm Ấp C');
  await months.close('2024-07', '2024-08-02');
  months.registry('units', UNITS, TWO_HAMLETS);
  expect(codesOf(await months.rollup('2024-08'))).not.toContain('CCDS-C14');
});

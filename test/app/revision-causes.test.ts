import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { textsIn } from '../helpers/texts.js';
import { HOUSEHOLDS, MEMBERS, Months } from './helpers/months.js';

const UNITS = [
  '9,Tỉnh Thử,province,,,',
  ...['101,Xã Một,commune,9,,', '102,Xã Hai,commune,9,,'],
  ...['1011,Ấp A,hamlet,101,,', '1012,Ấp B,hamlet,101,,', '1021,Ấp C,hamlet,102,,'],
];
const TOTAL = 'households_assisted_total';
const ALL = ['2024-07', '2024-08', '2024-09'];

let months: Months;
beforeEach(async () => {
  months = new Months(UNITS);
  await months.init();
  for (const [i, month] of ALL.entries()) {
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10 + i], 'Ấp B': [20 + i] });
    months.send(month, 'Xã Hai', MEMBERS, { 'Ấp C': [1, 5 + i] });
  }
});
afterEach(() => months.drop());

const file = (month: string, commune: string) =>
  readdirSync(join(months.root, 'submissions', month)).find((name) => name.startsWith(commune))!;

/** Line 1 is the table's own; a decision on a cell of a month's file. */
function decide(month: string, commune: string, cell: string, decision: string, value = ''): void {
  const line = `${month}/${file(month, commune)},,${cell},${decision},${value},gọi điện,,2024-10-01`;
  const head = 'file,sheet,cell,decision,value,reason,by,date';
  writeFileSync(join(months.root, 'registry/decisions.csv'), `${head}\n${line}\n`);
}

async function said(...args: string[]): Promise<string> {
  return (await runIn(months.root, ...args)).stdout;
}

const causesOf = (rows: Record<string, string>[], unit: string, indicator: string) => {
  const row = rows.find((one) => one.unit_code === unit && one.indicator === indicator);
  return row && [row.causes, row.decisions, row.earlier_months, row.files];
};

it('a running total that a list in place of a tally no longer states is of the list', async () => {
  months.send('2024-07', 'Xã Một', `${HOUSEHOLDS},Lũy kế`, { 'Ấp A': [2, 60] }, 'cũ');
  await months.close('2024-07', '2024-08-01');
  const rows = ['An', 'Ba'].map((name) => [`Nguyễn Văn ${name}`, `Số 9 đường ${name}`]);
  const list = ['Xã: Xã Một', 'Ấp,Chủ hộ,Địa chỉ', ...rows.map((row) => ['Ấp A', ...row].join())];
  const name = 'Xã Một danh sách lần 2.csv';
  writeFileSync(join(months.root, 'submissions/2024-07', name), `${list.join('\n')}\n`);
  const revised = (await months.rollup('2024-08')).rows('revisions.csv');
  expect(causesOf(revised, '1011', TOTAL)).toEqual(['submission', '', '', name]);
});

describe('a figure that a decision changed after closing', () => {
  beforeEach(() => months.close('2024-07', '2024-08-01'));

  it('names it, in the month itself and in those after it', async () => {
    decide('2024-07', 'Xã Một', 'B3', 'correct', '15');
    const place = `${file('2024-07', 'Xã Một')} B3`;
    for (const period of ['2024-07', '2024-08']) {
      const revised = (await months.rollup(period)).rows('revisions.csv');
      for (const unit of ['1011', '101', '9'])
        expect(causesOf(revised, unit, TOTAL)).toEqual(['decision', place, '', '']);
      expect(causesOf(revised, '1012', TOTAL)).toBeUndefined();
    }
    await months.rollupWhole('2024-08');
    const texts = [...(await textsIn(join(months.root, 'out/2024-08'))).values()].join('\n');
    expect(texts).toContain(`quyết định: ${file('2024-07', 'Xã Một')}, ô B3`);
    expect(await said('rollup', '--period', '2024-08')).toContain(
      'Số liệu đã chốt tháng 7/2024 thay đổi: 6 giá trị, do 1 quyết định mới',
    );
    await months.close('2024-08', '2024-09-01');
    expect((await months.rollup('2024-09')).rows('revisions.csv')).toEqual([]);
    rmSync(join(months.root, 'registry/decisions.csv'));
    const after = (await months.rollup('2024-09')).rows('revisions.csv');
    expect(after.map(({ month }) => month)).toContain('2024-07');
    expect(causesOf(after, '1011', TOTAL)).toEqual(['decision', place, '', '']);
  });

  it('of a row that is dropped is named too, and no other form’s', async () => {
    decide('2024-07', 'Xã Hai', 'A3', 'drop');
    const revised = (await months.rollup('2024-08')).rows('revisions.csv');
    const place = `${file('2024-07', 'Xã Hai')} A3`;
    expect(causesOf(revised, '1021', 'members')).toEqual(['decision', place, '', '']);
    expect(causesOf(revised, '9', 'team_coverage')).toEqual(['decision', place, '', '']);
    expect(revised.every(({ causes }) => causes === 'decision')).toBe(true);
  });

  it('is no decision’s where a file came, was corrected or is gone', async () => {
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11], 'Ấp B': [20] });
    rmSync(join(months.root, 'submissions/2024-07', file('2024-07', 'Xã Hai')));
    const revised = (await months.rollup('2024-08')).rows('revisions.csv');
    const name = file('2024-07', 'Xã Một');
    expect(causesOf(revised, '9', TOTAL)).toEqual(['submission', '', '', name]);
    const gone = causesOf(revised, '9', 'members')!;
    expect(gone).toEqual(['withdrawn', '', '', expect.stringContaining('Xã Hai')]);
  });
});

it('a figure that an earlier month changed by being closed later says which month', async () => {
  await months.close('2024-07', '2024-08-01');
  await months.close('2024-09', '2024-10-01');
  await months.close('2024-08', '2024-10-02');
  months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1], 'Ấp B': [1] });
  const revised = (await months.rollup('2024-10')).rows('revisions.csv');
  for (const unit of ['1011', '101', '9'])
    expect(causesOf(revised, unit, TOTAL)).toEqual(['closing_order', '', '2024-08', '']);
  expect(await said('rollup', '--period', '2024-10')).toMatch(
    /Số liệu đã chốt tháng 9\/2024 thay đổi: \d+ giá trị, do tháng 8\/2024 được chốt sau/,
  );
});

it('a figure that goes on from a month that was corrected says which month', async () => {
  await months.close('2024-07', '2024-08-01');
  await months.close('2024-08', '2024-09-01');
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11], 'Ấp B': [20] });
  const revised = (await months.rollup('2024-09')).rows('revisions.csv');
  const later = revised.filter(({ month }) => month === '2024-08');
  expect(causesOf(later, '9', TOTAL)).toEqual(['earlier_month', '', '2024-07', '']);
});

describe('a figure that changed beside files which have nothing to do with it', () => {
  const remove = (month: string, commune: string) =>
    rmSync(join(months.root, 'submissions', month, file(month, commune)));
  const baseline = (value: number) =>
    months.registry('baselines', 'unit,baseline,from,value', [`9,households,2024-01-01,${value}`]);

  it('is no withdrawn file’s of another form', async () => {
    baseline(100);
    await months.close('2024-07', '2024-08-01');
    remove('2024-07', 'Xã Hai');
    baseline(200);
    const revised = (await months.rollup('2024-08')).rows('revisions.csv');
    expect(causesOf(revised, '9', 'household_coverage')).toEqual(['other', '', '', '']);
    expect(causesOf(revised, '9', 'members')![0]).toBe('withdrawn');
  });

  it('names of the files that were withdrawn its own alone', async () => {
    months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, 7] });
    await months.close('2024-07', '2024-08-01');
    const names = readdirSync(join(months.root, 'submissions/2024-07')).sort();
    for (const name of names) rmSync(join(months.root, 'submissions/2024-07', name));
    months.send('2024-07', 'Xã Hai', HOUSEHOLDS, { 'Ấp C': [1] });
    const revised = (await months.rollup('2024-08')).rows('revisions.csv');
    const named = (part: string) => names.filter((name) => name.startsWith(part)).join('; ');
    expect(causesOf(revised, '1021', 'members')).toEqual(['withdrawn', '', '', named('Xã Hai')]);
    expect(causesOf(revised, '101', 'members')![3]).toBe(named('Xã Một Sốtổ'));
    expect(causesOf(revised, '101', TOTAL)![3]).toBe(named('Xã Một Sốhộ'));
    expect(causesOf(revised, '9', 'members')![3]).toBe(
      `${named('Xã Hai')}; ${named('Xã Một Sốtổ')}`,
    );
  });

  it('is that of the file that names one account in another hamlet, come or gone', async () => {
    const list = 'Họ và tên,Số định danh,Mức';
    const an = ['Nguyễn Văn An', '096190000017', 2];
    months.send('2024-07', 'Xã Hai', list, { 'Ấp C': an });
    await months.close('2024-07', '2024-08-01');
    months.send('2024-07', 'Xã Một', list, { 'Ấp A': an });
    const name = readdirSync(join(months.root, 'submissions/2024-07')).find((one) =>
      one.startsWith('Xã Một Họ'),
    )!;
    const come = (await months.rollup('2024-08')).rows('revisions.csv');
    expect(causesOf(come, '1021', 'eid_level2')).toEqual(['submission', '', '', name]);
    await months.close('2024-08', '2024-09-01');
    rmSync(join(months.root, 'submissions/2024-07', name));
    const gone = (await months.rollup('2024-09')).rows('revisions.csv');
    expect(causesOf(gone, '1021', 'eid_level2')).toEqual(['withdrawn', '', '', name]);
  });
});

describe('a share whose denominator the registry changed, while a file came late', () => {
  const baselines = (households: number) =>
    months.registry('baselines', 'unit,baseline,from,value', [
      ...['1011', '1012', '1021'].map((unit) => `${unit},households,2020-01-01,${households}`),
    ]);
  beforeEach(async () => {
    baselines(100);
    await months.close('2024-07', '2024-08-01');
    baselines(200);
  });
  const coverage = async (unit: string) =>
    causesOf((await months.rollup('2024-08')).rows('revisions.csv'), unit, 'household_coverage');

  it('is not laid to the file, where that is of a form which says nothing of it', async () => {
    months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, 9] });
    expect(await coverage('1011')).toEqual(['other', '', '', '']);
    expect(await coverage('101')).toEqual(['other', '', '', '']);
  });

  it('is laid to a file that states the denominator, or may have', async () => {
    months.registry('baselines', 'unit,baseline,from,value', []);
    const columns = `Tổng số hộ,${HOUSEHOLDS}`;
    months.send('2024-07', 'Xã Một', columns, { 'Ấp A': [150, 10] }, 'lần 2');
    const name = 'Xã Một lần.csv';
    expect(await coverage('1011')).toEqual(['submission', '', '', name]);
  });

  it('is laid to one that states it for a share of another form', async () => {
    const words = { vi: 'Số thành viên trên một hộ', en: 'Members a household' };
    const share = {
      ...{ id: 'members_a_household', kind: 'ratio', family: 'members', time: 'stock' },
      ...{ label: words, heading: words, unit: words, show: 'decimal' },
      ...{ numerator: { indicator: 'members' }, denominator: { baseline: 'households' } },
    };
    const config = { registry: 'registry', indicators: [share] };
    writeFileSync(join(months.root, 'ccds.config.json'), JSON.stringify(config));
    await months.close('2024-08', '2024-09-01');
    months.registry('baselines', 'unit,baseline,from,value', []);
    months.send('2024-08', 'Xã Hai', `Tổng số hộ,${HOUSEHOLDS}`, { 'Ấp C': [150, 10] }, 'muộn');
    const revised = (await months.rollup('2024-09')).rows('revisions.csv');
    expect(causesOf(revised, '1021', share.id)).toEqual(['submission', '', '', 'Xã Hai muộn.csv']);
  });
});

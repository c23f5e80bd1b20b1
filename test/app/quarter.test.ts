import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { textsIn } from '../helpers/texts.js';
import { HOUSEHOLDS, MEMBERS, Months, TWO_HAMLETS } from './helpers/months.js';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
});
afterEach(() => months.drop());

async function said(...args: string[]): Promise<string> {
  return (await runIn(months.root, ...args)).stdout;
}

describe('a quarter in which a hamlet fell silent', () => {
  beforeEach(() => {
    months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5], 'Ấp B': [1, 4] });
    months.send('2024-08', 'Xã Một', MEMBERS, { 'Ấp A': [1, 6], 'Ấp B': [1, 7] });
    months.send('2024-09', 'Xã Một', MEMBERS, { 'Ấp A': [1, 8] });
  });

  it('says so in the data, hamlet by hamlet', async () => {
    const run = await months.rollup('2024-Q3');
    expect(run.value('9', 'members')).toBe(15);
    const rows = run.rows('carried.csv').filter(({ indicator }) => indicator === 'members');
    const common = { indicator: 'members', hamlets_carried: '0', hamlets_within: '1' };
    expect(rows).toMatchObject([
      { ...common, unit_code: '101', value: '15', last_month: '' },
      { ...common, unit_code: '1012', level: 'hamlet', value: '7', last_month: '2024-08' },
      { ...common, unit_code: '9', value: '15', value_with_last: '15', last_month: '' },
    ]);
  });

  it('says so in the workbook and on the screen', async () => {
    const text = await said('rollup', '--period', '2024-Q3');
    expect(text).toContain('Đã gồm số liệu kỳ trước của đơn vị chưa báo cáo tháng 9/2024');
    expect(text).toMatch(/thành viên tổ CNSCĐ: 1 ấp, lấy tháng báo cáo gần nhất trong kỳ/i);
    const texts = [...(await textsIn(join(months.root, 'out/2024-Q3'))).values()].join('\n');
    expect(texts).toMatch(
      /Đã gồm số liệu kỳ trước của 1 ấp chưa báo cáo tháng 9\/2024 \(lấy tháng báo cáo gần nhất trong kỳ\): [^.]*hành viên/,
    );
    expect(await said('rollup', '--period', '2024-08')).not.toContain('Đã gồm số liệu kỳ trước');
  });

  it('is held against another over the hamlets that reported as long in both', async () => {
    for (const month of ['2024-07', '2024-08', '2024-09']) await months.close(month, '2024-10-01');
    for (const month of ['2024-10', '2024-11', '2024-12'])
      months.send(month, 'Xã Một', MEMBERS, { 'Ấp A': [1, 9], 'Ấp B': [1, 9] });
    const run = await months.rollup('2024-Q4');
    const row = run
      .rows('comparison.csv')
      .find((one) => one.unit_code === '9' && one.indicator === 'members');
    expect(row).toMatchObject({ like_hamlets: '1', like_unequal: '1', like_change: '1' });
    const text = await said('rollup', '--period', '2024-Q4');
    expect(text).toContain('1 ấp không cùng số tháng báo cáo, không so');
    const texts = [...(await textsIn(join(months.root, 'out/2024-Q4'))).values()].join('\n');
    expect(texts).toContain('không cùng số tháng báo cáo (có chỉ tiêu đến 1 ấp)');
  });
});

describe('a file of a month that lies in another month of the quarter, too', () => {
  const CSV = 'Xã: Một\nẤp,Số hộ được hỗ trợ trong kỳ,Dịch vụ công,Mua sắm trực tuyến\n';
  const told = async () =>
    (await months.rollup('2024-Q3')).rows('findings.csv').filter(({ code }) => code === 'CCDS-D26');
  const put = (month: string, text = `${CSV}Ấp A,11,3,4\nẤp B,12,5,6\n`) => {
    mkdirSync(join(months.root, 'submissions', month), { recursive: true });
    writeFileSync(join(months.root, 'submissions', month, 'ho.csv'), text);
  };

  it('is asked about, whether the first of them is closed or not', async () => {
    for (const month of ['2024-07', '2024-08', '2024-09']) put(month);
    const both = expect.stringMatching(
      /^2 files .* counted in July 2024.*: 2024-08\/ho.csv, 2024-09\/ho.csv\.$/,
    );
    expect(await told()).toMatchObject([{ message: both }]);
    await months.close('2024-07', '2024-10-01');
    expect(await told()).toMatchObject([{ message: both }]);
  });

  it('is not asked about where it says another month, or other figures', async () => {
    put('2024-07');
    put('2024-08', `${CSV}Ấp A,11,3,4\nẤp B,12,5,7\n`);
    put('2024-09', `Kỳ báo cáo: Tháng 9/2024\n${CSV}Ấp A,11,3,4\nẤp B,12,5,6\n`);
    expect(await told()).toEqual([]);
  });
});

describe('a change of a quarter of which some months have not come', () => {
  beforeEach(async () => {
    for (const month of ['2024-04', '2024-05', '2024-06']) {
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [20] });
      months.send(month, 'Xã Một', MEMBERS, { 'Ấp A': [1, 5], 'Ấp B': [1, 4] });
      await months.close(month, '2024-07-01');
    }
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11], 'Ấp B': [21] });
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11] });
    months.send('2024-08', 'Xã Một', MEMBERS, { 'Ấp A': [1, 5], 'Ấp B': [1, 4] });
  });
  const changed = (rows: readonly Record<string, string>[], indicator: string) =>
    rows.find(
      (row) =>
        row.unit_code === '9' && row.indicator === indicator && row.comparison === 'previous',
    );

  it('is marked in the data', async () => {
    const rows = (await months.rollup('2024-Q3')).rows('comparison.csv');
    const parts = { months_reported: '2', base_months_reported: '3' };
    expect(changed(rows, 'households_assisted')).toMatchObject({ change: '-47', ...parts });
    const blank = { months_reported: '', base_months_reported: '' };
    expect(changed(rows, 'members')).toMatchObject({ change: '0', ...blank });
    const month = (await months.rollup('2024-07')).rows('comparison.csv');
    expect(changed(month, 'households_assisted')).toMatchObject(blank);
  });

  it('is marked in the workbook', async () => {
    const { out } = await months.rollupWhole('2024-Q3');
    const texts = [...(await textsIn(out)).values()].join('\n');
    expect(texts).toMatch(
      /có dấu \* [^<]*kỳ này mới có số liệu 2\/3 tháng[^<]*chưa phải là tăng, giảm/,
    );
    expect(texts).toContain('&quot;*&quot;');
  });

  it('is marked at the hamlets alone where only these lack some', async () => {
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [1] });
    const { out, rows } = await months.rollupWhole('2024-Q3');
    expect(changed(rows('comparison.csv'), 'households_assisted')).toMatchObject({
      ...{ months_reported: '3', base_months_reported: '3' },
    });
    const texts = await textsIn(out);
    const marked = [...texts].filter(([, text]) => text.includes('có dấu *'));
    expect(marked.map(([name]) => name)).toEqual([expect.stringMatching(/^xa\//)]);
  });

  it('is not marked where all have come', async () => {
    for (const month of ['2024-08', '2024-09'])
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1], 'Ấp B': [1] });
    const { out, rows } = await months.rollupWhole('2024-Q3');
    expect(changed(rows('comparison.csv'), 'households_assisted')).toMatchObject({
      ...{ months_reported: '3', base_months_reported: '3' },
    });
    expect([...(await textsIn(out)).values()].join('\n')).not.toContain('có dấu *');
  });
});

describe('a quarter of closed months of which one was corrected since', () => {
  beforeEach(async () => {
    for (const month of ['2024-07', '2024-08', '2024-09']) {
      months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [20] });
      months.send(month, 'Xã Một', MEMBERS, { 'Ấp A': [1, 5], 'Ấp B': [1, 4] });
      await months.close(month, '2024-10-01');
    }
  });

  it('says which published figures it is not made of any more, and why', async () => {
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [15], 'Ấp B': [20] }, 'lần 2');
    const run = await months.rollupWhole('2024-Q3');
    expect(run.value('9', 'households_assisted')).toBe(95);
    const changes = run
      .rows('revisions.csv')
      .map((row) =>
        [row.month, row.unit_code, row.indicator, row.published, row.revised].join(' '),
      );
    expect(changes.toSorted()).toEqual(
      ['101', '1011', '9']
        .flatMap((unit) => {
          const before = unit === '1011' ? 10 : 30;
          const total = 2 * before;
          return [
            `2024-08 ${unit} households_assisted ${before} ${before + 5}`,
            `2024-08 ${unit} households_assisted_total ${total} ${total + 5}`,
            `2024-09 ${unit} households_assisted_total ${3 * before} ${3 * before + 5}`,
          ];
        })
        .toSorted(),
    );
    expect(await said('rollup', '--period', '2024-Q3')).toMatch(
      /Số liệu đã chốt tháng 8\/2024 thay đổi: 6 giá trị, do “Xã Một lần.csv”/,
    );
    const texts = [...(await textsIn(run.out)).values()].join('\n');
    expect(texts).toContain('Số liệu công bố lại');
  });

  it('says nothing where none was', async () => {
    expect(await said('rollup', '--period', '2024-Q3')).not.toContain('thay đổi');
  });
});

it('a first month’s figures stand beside the targets of the config', async () => {
  months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [20] });
  expect((await months.rollup('2024-07')).rows('values.csv').length).toBeGreaterThan(0);
  expect(existsSync(join(months.root, 'out/2024-07/data/comparison.csv'))).toBe(false);
  const targets = 'unit,indicator,period,value\n9,households_assisted,2024,120\n';
  writeFileSync(join(months.root, 'registry/targets.csv'), targets);
  const { rows, out } = await months.rollup('2024-07');
  expect(rows('comparison.csv')).toMatchObject([
    { unit_code: '9', comparison: 'target', base_period: '2024', value: '30', attainment: '0.25' },
  ]);
  expect((await textsIn(out)).get('data/datapackage.json')).toContain('"comparison"');
  await months.close('2024-07', '2024-08-01');
  expect(existsSync(join(months.root, 'closed/2024-07/comparison.csv'))).toBe(true);
});

it('a quarter after one that lacks a month says why it has nothing to compare with', async () => {
  months.registry('targets', 'unit,indicator,period,value', ['9,members,2024,20']);
  for (const month of ['2024-08', '2024-09'])
    months.send(month, 'Xã Một', MEMBERS, { 'Ấp A': [1, 5], 'Ấp B': [1, 4] });
  for (const month of ['2024-08', '2024-09']) await months.close(month, '2024-10-01');
  months.send('2024-10', 'Xã Một', MEMBERS, { 'Ấp A': [1, 6], 'Ấp B': [1, 4] });
  const { out } = await months.rollupWhole('2024-Q4');
  const texts = [...(await textsIn(out)).values()].join('\n');
  expect(texts).toContain('Chưa có kỳ trước nào chốt đủ các tháng để so sánh.');
});

it('a total that a silent hamlet had left blank is not said to be in the totals above', async () => {
  months.send('2024-07', 'Xã Một', `${HOUSEHOLDS},Lũy kế`, { 'Ấp A': [2, ''], 'Ấp B': [5, 8] });
  months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [1] });
  const run = await months.rollup('2024-Q3');
  expect(run.value('101', 'households_assisted_total')).toBe(8 + 1);
  expect(run.review.within).toEqual([]);
});

describe('a total left blank in its first month', () => {
  const WITH_TOTAL = `${HOUSEHOLDS},Lũy kế`;

  it('has what that month counted once a later sheet has no such column', async () => {
    months.send('2024-07', 'Xã Một', WITH_TOTAL, { 'Ấp A': [2600, ''], 'Ấp B': [5, 8] });
    months.send('2024-08', 'Xã Một', WITH_TOTAL, { 'Ấp A': [40, ''], 'Ấp B': [1, ''] });
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [3], 'Ấp B': [1] });
    const total = async (period: string) => {
      const run = await months.rollup(period);
      return ['1011', '1012'].map((unit) => run.value(unit, 'households_assisted_total'));
    };
    expect(await total('2024-07')).toEqual([null, 8]);
    expect(await total('2024-Q3')).toEqual([2600 + 40 + 3, 8 + 1 + 1]);
    await months.close('2024-07', '2024-10-01');
    expect(await total('2024-08')).toEqual([null, 8 + 1]);
    await months.close('2024-08', '2024-10-01');
    expect(await total('2024-09')).toEqual([2600 + 40 + 3, 8 + 1 + 1]);
    await months.close('2024-09', '2024-10-01');
    expect(await total('2024-Q3')).toEqual([2600 + 40 + 3, 8 + 1 + 1]);
  });
});

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { codesOf, HOUSEHOLD_LIST, HOUSEHOLDS, MEMBERS, Months } from './helpers/months.js';

const UNITS = [
  '9,Tỉnh Thử,province,,,',
  '11,Huyện Một,district,9,,',
  '101,Xã Một,commune,11,,',
  '1011,Ấp A,hamlet,101,,',
  '1012,Ấp B,hamlet,101,,',
];
const TOTAL = 'households_assisted_total';

let months: Months;
beforeEach(async () => {
  months = new Months(UNITS);
  await months.init();
  for (const [i, month] of ['2024-07', '2024-08', '2024-09', '2024-10'].entries())
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10 ** i], 'Ấp B': [2 * 10 ** i] });
});
afterEach(() => months.drop());

async function ccds(...args: string[]) {
  return runIn(months.root, ...args);
}

it('a month is made anew again once the closing that published it anew is reopened', async () => {
  await months.close('2024-07', '2024-08-01');
  await months.close('2024-08', '2024-09-01');
  await months.close('2024-07', '2024-09-02', 'gửi lại');
  await months.close('2024-09', '2024-10-01');
  await months.close('2024-10', '2024-11-01');
  months.send('2024-11', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1] });
  expect((await months.rollup('2024-11')).value('1011', TOTAL)).toBe(10 + 100 + 1000 + 1);
  const reopened = await ccds('close', '2024-09', '--reopen', '--reason', 'gửi lại');
  expect(reopened.stdout).toContain('đã công bố lại số liệu tháng 8/2024');
  const run = await months.rollup('2024-11');
  expect(run.value('1011', TOTAL)).toBe(10 + 1000 + 1);
  expect(run.rows('revisions.csv')).toContainEqual(
    expect.objectContaining({
      ...{ month: '2024-08', unit_code: '1011', indicator: TOTAL },
      ...{ published: '11', revised: '10', causes: 'reopened', earlier_months: '2024-07' },
    }),
  );
});

describe('a running total that hamlets state themselves', () => {
  const stated = { 'Ấp A': [1, 11], 'Ấp B': [2, 22] };
  beforeEach(async () => {
    await months.close('2024-07', '2024-08-01');
    months.send('2024-09', 'Xã Một', `${HOUSEHOLDS},Lũy kế`, stated, HOUSEHOLDS);
    await months.close('2024-09', '2024-10-01');
  });

  it('lacks nothing of an earlier month that is not closed, nor does what goes on from it', async () => {
    const run = await months.rollup('2024-10');
    expect(codesOf(run)).not.toContain('CCDS-C05');
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C05');
  });

  it('lacks it where one of them did not state it', async () => {
    await months.close('2024-09', '2024-10-02', 'gửi lại');
    months.send('2024-09', 'Xã Một', `${HOUSEHOLDS},Lũy kế`, { 'Ấp A': [1, 11] }, HOUSEHOLDS);
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [2] }, 'ấp B');
    await months.close('2024-09', '2024-10-03');
    const told = (await months.rollup('2024-10')).summary.findings;
    expect(told.filter(({ code }) => code === 'CCDS-C05')).toMatchObject([
      { args: { months: '2024-08', units: 1 } },
    ]);
  });

  it('has none of an earlier month that is reopened, though its sheets are gone', async () => {
    await months.close('2024-07', '2024-10-02', 'gửi lại');
    rmSync(join(months.root, 'submissions/2024-09'), { recursive: true });
    const codes = codesOf(await months.rollup('2024-10'));
    for (const code of ['CCDS-C05', 'CCDS-C11']) expect(codes).not.toContain(code);
  });
});

describe('a month that has reports and is not closed', () => {
  beforeEach(() => months.close('2024-07', '2024-08-01'));

  it('is told wherever a running total was added up without it', async () => {
    const run = await months.rollup('2024-09');
    expect(run.value('9', TOTAL)).toBe(3 + 300);
    expect(run.summary.findings.filter(({ code }) => code === 'CCDS-C05')).toMatchObject([
      { severity: 'warning', args: { months: '2024-08', units: 2 } },
    ]);
    const said = /Chưa chốt tháng 8\/2024 dù đã có báo cáo/;
    expect((await ccds('rollup', '--period', '2024-09')).stdout).toMatch(said);
    expect((await ccds('close', '2024-09')).stdout).toMatch(said);
    expect(codesOf(await months.rollup('2024-10'))).toContain('CCDS-C05');
  });

  it('is none where it has no file, came before all that is closed, or no total is added up', async () => {
    months.send('2024-06', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1] });
    expect(codesOf(await months.rollup('2024-08'))).not.toContain('CCDS-C05');
    months.send(
      ...([
        '2024-09',
        'Xã Một',
        `${HOUSEHOLDS},Lũy kế`,
        { 'Ấp A': [100, 111], 'Ấp B': [200, 222] },
      ] as const),
      HOUSEHOLDS,
    );
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C05');
  });

  it('is followed, once closed, by those closed before it: they are made anew', async () => {
    await months.close('2024-09', '2024-10-01');
    expect((await months.rollup('2024-10')).value('9', TOTAL)).toBe(3 + 300 + 3000);
    await months.close('2024-08', '2024-10-02');
    const run = await months.rollup('2024-10');
    expect(run.value('9', TOTAL)).toBe(3333);
    expect(codesOf(run)).not.toContain('CCDS-C05');
    const told = run.rows('revisions.csv').filter((row) => row.unit_code === '9');
    expect(told).toMatchObject([
      { month: '2024-09', indicator: TOTAL, published: '303', revised: '333' },
    ]);
    await months.close('2024-10', '2024-11-01');
    const after = await months.rollup('2024-10');
    expect(after.rows('revisions.csv')).toEqual([]);
    expect(after.value('9', TOTAL)).toBe(3333);
  });

  it('is told where those closed before it can’t be made anew', async () => {
    await months.close('2024-09', '2024-10-01');
    await months.close('2024-08', '2024-10-02');
    const call = ['rollup', 'submissions/2024-10', '--period', '2024-10', '--history', 'closed'];
    const { stdout } = await ccds(...call, '--registry', 'registry', '--out', 'rieng');
    expect(stdout).toMatch(/Đã chốt tháng 9\/2024 trước khi chốt tháng 8\/2024/);
    expect(codesOf(await months.rollup('2024-10'))).not.toContain('CCDS-C07');
    rmSync(join(months.root, 'submissions/2024-09'), { recursive: true });
    const run = await months.rollup('2024-10');
    expect(run.summary.findings.filter(({ code }) => code === 'CCDS-C07')).toMatchObject([
      { severity: 'warning', args: { months: '2024-09', later: '2024-08' } },
    ]);
    await months.close('2024-09', '2024-10-03', 'chốt lại theo thứ tự');
    expect((await ccds(...call, '--registry', 'registry', '--out', 'rieng')).stdout).not.toMatch(
      /trước khi chốt/,
    );
  });

  it('counts as open again while it is reopened, and those after it follow its new figures', async () => {
    await months.close('2024-08', '2024-09-01');
    await months.close('2024-09', '2024-10-01');
    await months.close('2024-08', '2024-10-02', 'Xã Một gửi lại');
    expect(codesOf(await months.rollup('2024-10'))).toContain('CCDS-C05');
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11], 'Ấp B': [20] });
    await months.close('2024-08', '2024-10-03');
    const run = await months.rollup('2024-10');
    expect(run.value('9', TOTAL)).toBe(3334);
    expect(codesOf(run)).not.toContain('CCDS-C05');
  });
});

describe('a month that is reopened', () => {
  const AN = { 'Ấp A': ['Nguyễn Văn An', 'Số 1 đường Mẫu', '0912345678'] };

  beforeEach(async () => {
    rmSync(join(months.root, 'submissions'), { recursive: true });
    months.send('2024-07', 'Xã Một', HOUSEHOLD_LIST, AN);
    months.send('2024-08', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [20] });
    months.send('2024-09', 'Xã Một', HOUSEHOLD_LIST, AN);
    await months.close('2024-07', '2024-08-01');
    await months.close('2024-08', '2024-09-01');
    await months.close('2024-07', '2024-09-02', 'chờ Xã Một');
  });

  it('is in no later total until it is closed again, and those that had it say why they change', async () => {
    const run = await months.rollup('2024-09');
    expect(codesOf(run)).toContain('CCDS-C05');
    expect(run.value('1011', TOTAL)).toBe(10 + 1);
    const told = run.rows('revisions.csv').filter(({ indicator }) => indicator === TOTAL);
    const was = told.map((row) => [row.unit_code, row.published, row.revised]);
    expect(was).toEqual([
      ['101', '31', '30'],
      ['1011', '11', '10'],
      ['11', '31', '30'],
      ['9', '31', '30'],
    ]);
    for (const row of told)
      expect(row).toMatchObject({
        month: '2024-08',
        causes: 'reopened',
        earlier_months: '2024-07',
      });
    expect((await ccds('rollup', '--period', '2024-09')).stdout).toMatch(
      /Số liệu đã chốt tháng 8\/2024 thay đổi: \d+ giá trị, do tháng 7\/2024 đang mở lại/,
    );
  });

  it('leaves nothing behind once it is closed again', async () => {
    await months.close('2024-07', '2024-09-03');
    const run = await months.rollup('2024-09');
    expect(run.value('1011', TOTAL)).toBe(11);
    expect(run.rows('revisions.csv')).toEqual([]);
  });

  it('says so of a month that was closed meanwhile, and no more once that is published', async () => {
    await months.close('2024-09', '2024-10-01');
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5] });
    expect((await months.rollup('2024-10')).rows('revisions.csv')).toEqual([]);
    await months.close('2024-07', '2024-10-02');
    const run = await months.rollup('2024-10');
    expect(run.value('1011', TOTAL)).toBe(11 + 5);
    const told = run.rows('revisions.csv');
    expect(new Set(told.map(({ month, causes }) => `${month} ${causes}`))).toEqual(
      new Set(['2024-08 closing_order']),
    );
  });
});

describe('a list of a closed month that is corrected', () => {
  it('changes the totals that went on from it, though its own figures stay the same', async () => {
    rmSync(join(months.root, 'submissions'), { recursive: true });
    const list = (month: string, name: string, phone: string) =>
      months.send(month, 'Xã Một', HOUSEHOLD_LIST, { 'Ấp A': [name, 'Số 1', phone] });
    list('2024-07', 'Nguyễn Văn An', '0912345678');
    list('2024-08', 'Nguyễn Văn An', '0912345678');
    await months.close('2024-07', '2024-08-01');
    await months.close('2024-08', '2024-09-01');
    list('2024-07', 'Trần Thị Bình', '0987654321');
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [5] });
    const run = await months.rollup('2024-09');
    expect(run.value('1011', TOTAL)).toBe(2 + 5);
    const told = run.rows('revisions.csv').find(({ unit_code }) => unit_code === '1011');
    expect(told).toMatchObject({
      ...{ month: '2024-08', indicator: TOTAL, published: '1', revised: '2' },
      ...{ causes: 'earlier_month', earlier_months: '2024-07' },
    });
    await months.close('2024-09', '2024-10-01');
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1] });
    const after = await months.rollup('2024-10');
    expect(after.rows('revisions.csv')).toEqual([]);
    expect(after.value('1011', TOTAL)).toBe(8);
  });
});

describe('the publication of a month that came last', () => {
  it('holds though the clock went back in between', async () => {
    await months.close('2024-07', '2024-09-01');
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [11], 'Ấp B': [20] });
    await months.close('2024-08', '2024-08-15');
    const run = await months.rollup('2024-09');
    expect(run.rows('revisions.csv')).toEqual([]);
    // Each with the time that it was closed at: a clock that ran ahead once is forgotten.
    const journal = months.rows(join(months.root, 'closed/journal.csv'));
    expect(journal.map(({ at, month }) => [at!.slice(0, 10), month])).toEqual([
      ['2024-09-01', '2024-07'],
      ['2024-08-15', '2024-08'],
    ]);
  });

  it('holds though a month is closed and reopened twice within a second', async () => {
    for (const members of [4, 6, 8]) {
      months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, members], 'Ấp B': [1, 5] });
      await months.close('2024-07', '2024-08-01');
      if (members < 8) await months.close('2024-07', '2024-08-01', `lần ${members}`);
    }
    const kept = readdirSync(join(months.root, 'closed/reopened')).sort();
    const reasons = kept.map((name) =>
      JSON.parse(readFileSync(join(months.root, 'closed/reopened', name, 'reopened.json'), 'utf8')),
    );
    expect(reasons.map(({ reason }) => reason).sort()).toEqual(['lần 4', 'lần 6']);
    expect((await months.rollup('2024-07')).value('101', 'members')).toBe(8 + 5);
  });

  it('holds: one closed again is not overruled by an older restatement', async () => {
    const members = (a: number) =>
      months.send('2024-07', 'Xã Một', MEMBERS, { 'Ấp A': [1, a], 'Ấp B': [1, 5] });
    const compared = async () => {
      const { rows } = await months.rollup('2024-08');
      const own = rows('comparison.csv').filter((row) => row.unit_code === '9');
      return own.find((row) => row.indicator === 'members')?.base_value;
    };
    members(4);
    months.send('2024-08', 'Xã Một', MEMBERS, { 'Ấp A': [1, 9], 'Ấp B': [1, 9] });
    await months.close('2024-07', '2024-08-01');
    members(6);
    await months.close('2024-08', '2024-09-01');
    expect(await compared()).toBe('11');
    await months.close('2024-07', '2024-09-02', 'Xã Một gửi lại');
    expect((await months.rollup('2024-08')).review.months).toEqual([]);
    members(8);
    await months.close('2024-07', '2024-09-03');
    expect(await compared()).toBe('13');
    expect((await months.rollup('2024-08')).rows('revisions.csv')).toEqual([]);
  });
});

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/helpers/run-in.js';
import { codesOf, HOUSEHOLD_LIST, HOUSEHOLDS, Months, TWO_HAMLETS } from './helpers/months.js';

let months: Months;
beforeEach(async () => {
  months = new Months(TWO_HAMLETS);
  await months.init();
  for (const month of ['2024-07', '2024-08'])
    months.send(month, 'Xã Một', HOUSEHOLDS, { 'Ấp A': [10], 'Ấp B': [5] }, 'hộ');
  await months.close('2024-07', '2024-08-01');
});
afterEach(() => months.drop());

const at = (path: string) => join(months.root, path);

async function ccds(...args: string[]) {
  return runIn(months.root, ...args);
}

const markOf = (month: string) =>
  JSON.parse(readFileSync(at(`closed/${month}/closed.json`), 'utf8'));

/** As a share that is away: the name is there, and nothing can be read under it. */
function takeAway(path: string): void {
  renameSync(at(path), at('away'));
  symlinkSync(at(path), at(path));
}

function giveBack(path: string): void {
  rmSync(at(path));
  renameSync(at('away'), at(path));
}

const UNREAD = /^ccds: Không đọc được “[^”]*” trong thư mục làm việc: [^\n]*\n$/;

const JULY = 'submissions/2024-07/Xã Một hộ.csv';
const TOTAL = 'households_assisted_total';

describe('a report of a closed month that can’t be read now', () => {
  it('is not taken for withdrawn, and stops no other month', async () => {
    takeAway(JULY);
    for (const args of [['rollup'], ['status'], ['close', '2024-08']]) {
      const run = await ccds(...args);
      expect(run.status).toBe(0);
      expect(run.stderr + run.stdout).toMatch(
        /Không đọc được báo cáo đã nộp của tháng 7\/2024: Xã Một hộ\.csv \(lối tắt /,
      );
    }
    expect(months.rows(at('closed/2024-08/revisions.csv'))).toEqual([]);
    expect(existsSync(at('closed/2024-08/restated'))).toBe(false);
    expect(markOf('2024-08')).not.toHaveProperty('unheld');
    const unread = await months.rollup('2024-08');
    expect(unread.value('1011', TOTAL)).toBe(20);
    expect(unread.rows('revisions.csv')).toEqual([]);
    giveBack(JULY);
    const read = await months.rollup('2024-08');
    expect(codesOf(read)).not.toContain('CCDS-C12');
    expect(read.rows('revisions.csv')).toEqual([]);
    expect(read.value('1011', TOTAL)).toBe(20);
  });

  it('leaves what was corrected of its month for when it can be read', async () => {
    takeAway(JULY);
    months.send('2024-07', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [14] }, 'hộ đính chính');
    const unread = await months.rollup('2024-08');
    expect(unread.value('1011', TOTAL)).toBe(20);
    expect(unread.rows('revisions.csv')).toEqual([]);
    giveBack(JULY);
    const read = await months.rollup('2024-08');
    expect(read.value('1011', TOTAL)).toBe(24);
    expect(read.rows('revisions.csv')).toContainEqual(
      expect.objectContaining({ unit_code: '1011', indicator: TOTAL, revised: '14' }),
    );
  });

  it('is not taken for withdrawn by a roll-up of its own month', async () => {
    takeAway(JULY);
    const run = await months.rollup('2024-07');
    expect(codesOf(run)).toEqual(expect.arrayContaining(['CCDS-F09', 'CCDS-C12']));
    expect(existsSync(join(run.out, 'data/revisions.csv'))).toBe(false);
  });

  it('was not read at its closing either: nothing has changed', async () => {
    takeAway('submissions/2024-08/Xã Một hộ.csv');
    await months.close('2024-08', '2024-09-01');
    months.send('2024-09', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1] });
    expect(codesOf(await months.rollup('2024-09'))).not.toContain('CCDS-C12');
  });

  it('has lists that a total which was closed meanwhile is held against later', async () => {
    const twice = { 'Ấp A': ['Nguyễn Văn An,Số 1 đường Một', '0912345678'] };
    months.send('2024-09', 'Xã Một', HOUSEHOLD_LIST, twice, 'danh sách');
    await months.close('2024-08', '2024-09-01');
    await months.close('2024-09', '2024-10-01');
    months.send('2024-10', 'Xã Một', HOUSEHOLD_LIST, twice, 'danh sách');
    takeAway('submissions/2024-09/Xã Một danhsách.csv');
    const unread = await months.rollup('2024-10');
    expect(unread.value('1011', TOTAL)).toBe(22);
    expect(codesOf(unread)).not.toContain('CCDS-C04');
    expect(unread.summary.findings).toContainEqual(
      expect.objectContaining({ code: 'CCDS-C12', args: expect.objectContaining({ lists: '1' }) }),
    );
    await months.close('2024-10', '2024-11-01');
    expect(markOf('2024-10').unheld).toEqual(['2024-09']);
    months.send('2024-10', 'Xã Một', HOUSEHOLDS, { 'Ấp B': [7] }, 'nộp muộn');
    months.send('2024-11', 'Xã Một', HOUSEHOLDS, { 'Ấp A': [1] });
    expect((await months.rollup('2024-11')).rows('revisions.csv')).toEqual([]);
    giveBack('submissions/2024-09/Xã Một danhsách.csv');
    const read = await months.rollup('2024-11');
    expect(read.value('1011', TOTAL)).toBe(22);
    expect(read.rows('revisions.csv')).toContainEqual(
      expect.objectContaining({
        ...{ month: '2024-10', unit_code: '1011', indicator: TOTAL },
        ...{ published: '22', revised: '21', earlier_months: '2024-09' },
      }),
    );
  });
});

it('closed months that can’t be read are not taken for none', async () => {
  takeAway('closed');
  for (const args of [['rollup'], ['status'], ['close', '2024-08']]) {
    const run = await ccds(...args);
    expect(run).toMatchObject({ status: 2 });
    expect(run.stderr).toMatch(UNREAD);
  }
  giveBack('closed');
  expect(readFileSync(at('closed/journal.csv'), 'utf8').trim().split('\n')).toHaveLength(2);
});

it('a registry that can’t be read is told in a sentence', async () => {
  takeAway('registry/units.csv');
  const run = await ccds('status');
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/^ccds: Danh mục [^\n]*không đọc được \([^\n]*\n$/);
});

it('what lies among the months’ folders is told, as no run reads it', async () => {
  copyFileSync(at(JULY), at('submissions/Xã Một.csv'));
  mkdirSync(at('submissions/T9'));
  writeFileSync(at('submissions/.DS_Store'), '');
  for (const args of [['rollup'], ['status'], ['close', '2024-08']]) {
    const { stderr } = await ccds(...args);
    expect(stderr).toContain('không thuộc tháng nào nên chưa được đọc: T9, Xã Một.csv. ');
  }
  expect((await ccds('status', '--quiet')).stderr).toBe('');
});

describe('a config that is there and can’t be read', () => {
  const REASON = /^ccds: Không đọc được tệp cấu hình “[^”]*ccds\.config\.json”: [^\n]*\.\n$/;

  it('is not told to be missing, nor passed over', async () => {
    takeAway('ccds.config.json');
    const calls = [
      ['rollup'],
      ['rollup', '--config', 'ccds.config.json'],
      ['validate', 'submissions/2024-08', '--registry', 'registry'],
    ];
    for (const args of calls) {
      const run = await ccds(...args);
      expect(run.status).toBe(2);
      expect(run.stderr).toMatch(REASON);
      expect(run.stderr).toContain('lối tắt trỏ vòng vào chính nó');
    }
  });

  it('may be a folder', async () => {
    rmSync(at('ccds.config.json'));
    mkdirSync(at('ccds.config.json'));
    const run = await ccds('status');
    expect(run.stderr).toMatch(REASON);
    expect(run.stderr).toContain('đây là thư mục, không phải tệp');
  });

  it('is missing where there is none', async () => {
    const run = await ccds('rollup', '--config', 'khac.json');
    expect(run).toMatchObject({ status: 2 });
    expect(run.stderr).toContain('Không tìm thấy tệp cấu hình');
  });
});

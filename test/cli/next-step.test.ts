import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HEAD, type Province, province } from '../helpers/province.js';
import { call, DATA_ALONE } from './helpers/run-in.js';

/** One commune of two hamlets. */
const UNITS = [
  ['99', 'Tỉnh Thử', 'province', ''],
  ['99101', 'Xã An Bình', 'commune', '99'],
  ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101'],
  ['9910102', 'Ấp Cái Đôi', 'hamlet', '99101'],
];

/** Every form as a tally of both hamlets: nothing is missing, nothing wrong. */
const WHOLE: Readonly<Record<string, readonly [head: readonly unknown[], row: string]>> = {
  members: [HEAD.membersTally, '1,5,2,3,4'],
  households: [HEAD.householdsTally, '100,9,12'],
  eid: [HEAD.eidTally, '50,3,4,7'],
  merchants: [HEAD.merchantsTally, '20,6'],
};

let p: Province;
beforeEach(async () => {
  p = province(UNITS);
  await p.ccds('init', '.', '--registry', 'registry', '--period', '2024-09');
});
afterEach(() => p.remove());

function put(form: string, hamlets: readonly string[], bad = ''): void {
  const [head, row] = WHOLE[form]!;
  const lines = ['Kỳ báo cáo: Tháng 9/2024', head.join(','), ...hamlets.map((h) => `${h},${row}`)];
  p.put(`submissions/2024-09/${form}.csv`, `Xã: An Bình\n${lines.join('\n')}\n${bad}`);
}

/** The last line that a call prints, where it says what comes next. */
async function next(...args: string[]): Promise<string> {
  const { stdout } = await call(p.dir, args, DATA_ALONE);
  return /(?:Tiếp theo|Next): (.*)\n$/.exec(stdout)?.[1] ?? '';
}

const BOTH = ['Rạch Gốc', 'Cái Đôi'];

it('says after each command what to type next, as things stand', async () => {
  put('members', BOTH, 'Rạch Gốc,1,nhiều\n');
  const back = 'ccds validate --return tra-lai';
  expect(await next('rollup')).toBe(`lập bản trả lại cho các đơn vị có tệp lỗi: ${back}`);
  expect(await next('validate')).toBe(`lập bản trả lại cho các đơn vị có tệp lỗi: ${back}`);
  expect(await next('validate', '--return', 'tra-lai')).toContain(
    'vào submissions/2024-09/ rồi chạy lại: ccds rollup',
  );
  expect(await next('validate', '--decisions', 'hoi.csv')).toBe(
    'hỏi lại từng đơn vị, điền các cột decision, value, reason, by, date của hoi.csv, chép các dòng đã điền vào decisions.csv của danh mục rồi chạy lại.',
  );
  put('members', BOTH);
  expect(await next('validate', '--decisions', 'khong-co-gi.csv')).toBe('tổng hợp: ccds rollup');
  expect(await next('validate')).toBe('tổng hợp: ccds rollup');
  expect(await next('status')).toBe('');
  expect(await next('rollup')).toBe(
    'nhắc đơn vị chưa nộp đủ (ccds status --chase); đã đủ hoặc không chờ nữa thì chốt: ccds close 2024-09',
  );
  for (const form of Object.keys(WHOLE)) put(form, BOTH);
  expect(await next('status')).toBe('tổng hợp: ccds rollup');
  expect(await next('rollup')).toBe('chốt số liệu: ccds close 2024-09');
  expect(await next('rollup', '--as-of', '2024-10-01')).toBe('');
  expect(await next('rollup', '--period', '2024-Q3')).toBe('');
  expect(await next('close', '2024-09')).toBe(
    'chép báo cáo tháng 10/2024 vào submissions/2024-10/ rồi xem ai đã nộp: ccds status',
  );
  for (const command of ['rollup', 'validate', 'status']) expect(await next(command)).toBe('');
  expect(await next('close', '2024-09', '--reopen', '--reason', 'x')).toBe(
    'sửa xong thì tổng hợp (ccds rollup --period 2024-09) rồi chốt lại: ccds close 2024-09',
  );
});

it('says of a month that was closed and has no figure what to do if that is not meant', async () => {
  put('members', [], 'Rạch Gốc,1,nhiều\n');
  const { stderr } = await p.ccds('close', '2024-09');
  expect(stderr).toContain('Không có số liệu nào');
  expect(stderr).toContain('ccds close 2024-09 --reopen --reason');
  await p.ccds('close', '2024-09', '--reopen', '--reason', 'x');
  put('members', BOTH);
  expect((await p.ccds('close', '2024-09')).stderr).toBe('');
});

it('does not make copies of files that it knows from a package alone', async () => {
  put('members', BOTH, 'Rạch Gốc,1,nhiều\n');
  await p.ccds('rollup', '--quiet');
  const name = 'out/2024-09/data/datapackage.json';
  const call = ['rollup', name, '--period', '2024-09', '--registry', 'registry', '--out', 'kq'];
  const ask = 'đề nghị nơi gửi gói dữ liệu (tên gói ở đầu đường dẫn của tệp) lập bản trả lại';
  expect(await next(...call)).toContain(ask);
  expect(await next('validate', ...call.slice(1, -2))).toContain(ask);
  // A file that lies here goes back from here.
  p.put('them/a.csv', 'Xã: An Bình\nẤp,Số thành viên\nRạch Gốc,nhiều\n');
  expect(await next('validate', 'them', ...call.slice(1, -2))).toContain('--return tra-lai');
});

it('repeats what the call was given, and is silent where nobody reads it', async () => {
  put('members', BOTH, 'Rạch Gốc,1,nhiều\n');
  rmSync(join(p.dir, '.ccds'), { recursive: true });
  p.put('bao cao/a.csv', 'Xã: An Bình\nẤp,Số thành viên\nRạch Gốc,nhiều\n');
  const flags = ['--period', '2024-09', '--registry', 'registry'];
  expect(await next('rollup', 'bao cao/', ...flags, '--lang', 'en', '--out', 'kq')).toBe(
    'make the copies to return of the files with errors: ccds validate "bao cao/" --period 2024-09 --registry registry --lang en --return returned',
  );
  for (const quiet of [['--quiet'], ['--json'], ['--format', 'csv']])
    expect(await next('validate', 'bao cao', ...flags, ...quiet)).toBe('');
});

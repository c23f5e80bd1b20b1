import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const FLAGS = ['--registry', 'registry', '--period', '2024-09'];
const ENDED = ['--registry', 'ended', '--period', '2024-09'];

/** A registry whose hamlets ended before the month. */
function putEnded(): void {
  const units = [
    '99,Tỉnh Thử,province,,,',
    '9901,Xã Cũ,commune,99,,',
    '990101,Ấp Cũ,hamlet,9901,,2024-01-31',
  ];
  p.put('ended/units.csv', `code,name,level,parent,valid_from,valid_to\n${units.join('\n')}\n`);
}

it('says that there was nothing to read', async () => {
  mkdirSync(join(p.dir, 'trong'));
  for (const command of ['rollup', 'validate']) {
    const { status, stderr } = await p.ccds(command, 'trong', ...FLAGS);
    expect(status).toBe(0);
    expect(stderr).toBe('Không thấy báo cáo nào để đọc.\n');
  }
});

it('says where it looked in a workspace, where there is something, and what lies beside', async () => {
  await p.ccds('init', '.', '--registry', 'registry', '--period', '2024-10');
  const { stderr: none } = await p.ccds('validate');
  expect(none).toBe(
    'Không thấy báo cáo nào để đọc trong submissions/2024-10. Đề nghị chép báo cáo của tháng vào đó rồi chạy lại.\n',
  );
  p.put('submissions/2024-08/a.csv', 'Ấp,Số thành viên\n');
  p.put('submissions/2024-09/a.csv', 'Ấp,Số thành viên\n');
  p.put('submissions/b.csv', 'Ấp,Số thành viên\n');
  const { stderr } = await p.ccds('validate');
  expect(stderr).toContain(
    'trong submissions/2024-10. Thư mục có tệp: 2024-09, 2024-08; làm tháng nào thì nêu tháng ấy, ví dụ --period 2024-09.',
  );
  expect(stderr).toContain('chưa được đọc: b.csv');
  const { stderr: inEnglish } = await p.ccds('rollup', '--lang', 'en');
  expect(inEnglish).toContain(
    'in submissions/2024-10. Folders with files: 2024-09, 2024-08; name the month that is meant, as in --period 2024-09.',
  );
});

it('says so of a folder of results, and how packages are added up', async () => {
  await p.ccds('rollup', 'registry', ...FLAGS, '--out', 'truoc');
  const { stderr } = await p.ccds('rollup', 'truoc', ...FLAGS, '--out', 'khac', '--lang', 'en');
  expect(stderr).toMatch(
    /^No report was found to read; files not opened: result of ccds \d+\. .*datapackage\.json\.\n$/,
  );
});

it('says that the registry has no hamlets, and never that all have reported', async () => {
  putEnded();
  await p.book('a.xlsx', { ĐD: [['Ấp: Cũ', 'Xã: Cũ'], HEAD.eid, ['An', '096080001234', 1]] });
  for (const command of ['rollup', 'validate', 'status']) {
    const { stdout, stderr } = await p.ccds(command, 'in', ...ENDED);
    expect(stderr).toContain('Danh mục không có ấp, khóm nào');
    expect(stdout).not.toContain('Đã nhận đủ');
  }
});

it('asks once whether the registry is another province’s where nearly no file is at home in it', async () => {
  const report = (commune: string, hamlet: string) => [
    `Xã: ${commune}`,
    'Kỳ báo cáo: Tháng 9/2024',
    HEAD.membersTally.join(','),
    `${hamlet},1,5`,
  ];
  const put = (file: string, ...of: Parameters<typeof report>) =>
    p.file(file, report(...of).join('\n'));
  for (const name of ['Hải Hậu', 'Giao Thủy', 'Nam Trực', 'Vụ Bản'])
    put(`${name}.csv`, name, 'Ấp 1');
  for (const command of ['rollup', 'validate', 'status']) {
    const { stderr } = await p.ccds(command, 'in', ...FLAGS);
    expect(stderr).toContain(
      'Cả 4 tệp báo cáo chỉ ghi các đơn vị không có trong danh mục (Tỉnh Thử): “',
    );
  }
  put('z.csv', 'An Bình', 'Ấp Rạch Gốc');
  const { stderr } = await p.ccds('validate', 'in', ...FLAGS, '--lang', 'en');
  expect(stderr).toContain('4 of the 5 reports name units alone that the registry (Tỉnh Thử)');
  put('y.csv', 'Phú Lâm', 'Ấp Tân Tiến');
  expect((await p.ccds('validate', 'in', ...FLAGS)).stderr).toBe('');
});

it('asks for hamlets on the day of the month that the sheets state, though no row counts', async () => {
  putEnded();
  const lines = ['Xã: Cũ', 'Kỳ báo cáo: Tháng 1/2024', HEAD.membersTally.join(','), 'Ấp Cu,1,5'];
  p.file('a.csv', lines.join('\n'));
  const { stdout, stderr } = await p.ccds('validate', 'in', '--registry', 'ended', '--json');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ period: '2024-01', submissions: [{ unit: '9901' }] });
});

it('keeps to itself what is usual, and all of it with --quiet', async () => {
  await p.book('a.xlsx', {
    ĐD: [['Ấp: Rạch Gốc', 'Xã: An Bình'], HEAD.eid, ['An', '096080001234', 1]],
  });
  expect((await p.ccds('validate', 'in', ...FLAGS)).stderr).toBe('');
  mkdirSync(join(p.dir, 'trong'));
  expect((await p.ccds('validate', 'trong', ...FLAGS, '--quiet')).stderr).toBe('');
});

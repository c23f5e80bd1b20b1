import { afterEach, beforeEach, expect, it } from 'vitest';
import { H, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const TOP = 'Xã: An Bình\nKỳ báo cáo: Tháng 8/2024\n';
const HEAD = 'Ấp/Khóm,Số tổ,Số thành viên\n';
const unitOf = async (content: string) => {
  p.file('to.csv', content);
  const { submissions } = await p.rollup();
  const { status, unit_code, rows_read, rows_ignored, rows_rejected } = submissions[0]!;
  expect(Number(rows_read)).toBe(Number(rows_ignored) + Number(rows_rejected));
  return `${status} ${unit_code}`;
};

it.each<[string, string, string]>([
  ['the hamlet that its rows name', `${TOP}${HEAD}Ấp Rạch Gốc,1,5\n`, H.goc],
  ['what covers several', `${TOP}${HEAD}Ấp Rạch Gốc,1,5\nẤp Cái Đôi,1,5\nTổng,2,10\n`, '99101'],
  [
    'the hamlet of a list',
    `${TOP}Ấp/Khóm,Chủ hộ,Địa chỉ\nẤp Cái Đôi,Lê An,Nhà 1\n,Lê Bé,Nhà 2\n`,
    H.doi,
  ],
  [
    'rows that state the other month themselves',
    'Xã: An Bình\nẤp/Khóm,Kỳ,Số tổ,Số thành viên\nẤp Cái Đôi,8/2024,1,3\n',
    H.doi,
  ],
  ['what stands above, where no row names any', `${TOP}${HEAD}Ấp Không Có,1,5\n`, '99101'],
])('a file of another month is of %s', async (_, content, unit) => {
  expect(await unitOf(content)).toBe(`ignored ${unit}`);
});

it('a file that was decided to be left out is of the hamlet that its rows name', async () => {
  p.put('registry/decisions.csv', 'file,sheet,cell,decision\nto.csv,,,drop\n');
  const content = `${TOP.replace('8/', '9/')}${HEAD}Ấp Rạch Gốc,1,5\n`;
  expect(await unitOf(content)).toBe(`ignored ${H.goc}`);
});

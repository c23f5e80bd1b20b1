import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkbook } from '../../src/spreadsheet/index.js';
import { HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province([
    ['99', 'Tỉnh Thử', 'province', ''],
    ['99101', 'Xã An Bình', 'commune', '99', '', '2024-12-31'],
    ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101', '', '2024-12-31'],
    ['99500', 'Xã Bình Minh', 'commune', '99', '2025-01-01', ''],
  ]);
  const lines = ['Xã: An Bình', 'Tháng 9/2024', HEAD.membersTally.join(','), 'Rạch Gốc,1,5,2,3,4'];
  p.file('a.csv', lines.join('\n'));
});
afterEach(() => p.remove());

async function cells(path: string): Promise<string[]> {
  const book = await openWorkbook(path);
  const texts: string[] = [];
  await book.sheets[0]!.read(({ values }) => {
    texts.push(...values.filter((value) => typeof value === 'string'));
  });
  await book.close();
  return texts;
}

it('says of a map without hamlets that it is not known how many have reported', async () => {
  const flags = ['in', '--registry', 'registry', '--period', '2024-09', '--out', 'out'];
  const own = await p.ccds('rollup', ...flags);
  expect(own.stdout).toContain('Đã báo cáo: 1/1 ấp');
  const then = await p.ccds('rollup', ...flags, '--as-of', '2025-02-01', '--force');
  expect(then.stdout).toContain('Thành viên tổ CNSCĐ:                 5\n');
  expect(then.stdout).toContain('Đã báo cáo: chưa xét được, vì vào ngày này danh mục không có');
  expect(then.stdout).not.toContain('0/0');
  const cover = (await cells(`${p.dir}/out/tong-hop-thu-2024-09.xlsx`)).join('\n');
  expect(cover).toContain('không xét được bao nhiêu đơn vị đã báo cáo');
  expect(cover).not.toContain('NaN');
});

import { afterEach, expect, it } from 'vitest';
import { HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
afterEach(() => p.remove());

const UNDER_A_PROVINCE = [
  ['66', 'Tỉnh Thử', 'province', ''],
  ['643', 'Thành phố Buôn Mới', 'district', '66'],
  ['644', 'Huyện Buôn Đôi', 'district', '66'],
  ['64301', 'Xã Hòa Phú', 'commune', '643'],
  ['64401', 'Xã Buôn Triết', 'commune', '644'],
  ['6430101', 'Thôn 1', 'hamlet', '64301'],
  ['6440101', 'Thôn 2', 'hamlet', '64401'],
] as const;

const OF_ITS_OWN = [
  ['92', 'Thành phố Cần Thử', 'province', ''],
  ['921', 'Quận Ninh Kiều', 'district', '92'],
  ['92101', 'Phường An Hòa', 'commune', '921'],
  ['9210101', 'Khu vực 1', 'hamlet', '92101'],
] as const;

async function foundOf(
  units: readonly (readonly string[])[],
  lines: readonly string[],
  hamlet: string,
) {
  p = province(units);
  const top = lines.map((line) => [line]);
  await p.book('a.xlsx', { TV: [...top, HEAD.membersTally, [hamlet, 1, 5, 2, 3, 1]] });
  const { submissions, findings } = await p.rollup();
  const [{ rows_accepted } = { rows_accepted: '' }] = submissions;
  return [rows_accepted, ...findings.filter(({ severity }) => severity !== 'info')];
}

it.each([
  [UNDER_A_PROVINCE, ['Thành phố: Buôn Mới', 'Xã: Hòa Phú'], 'Thôn 1'],
  [UNDER_A_PROVINCE, ['Thành phố: Thành phố Buôn Mới', 'Xã: Hòa Phú'], 'Thôn 1'],
  [UNDER_A_PROVINCE, ['TP: Buôn Mới', 'Xã: Hòa Phú'], 'Thôn 1'],
  [UNDER_A_PROVINCE, ['Huyện: Buôn Đôi', 'Xã: Buôn Triết'], 'Thôn 2'],
  [OF_ITS_OWN, ['Thành phố: Cần Thử', 'Phường: An Hòa'], 'Khu vực 1'],
])('a city is a district or a province, and told as no other: %#', async (units, lines, hamlet) => {
  expect(await foundOf(units, lines, hamlet)).toEqual(['1']);
});

it('a city that the registry has not is told', async () => {
  const lines = ['Thành phố: Sa Lạ', 'Xã: Hòa Phú'];
  const [, ...found] = await foundOf(UNDER_A_PROVINCE, lines, 'Thôn 1');
  expect(found).toMatchObject([{ code: 'CCDS-U05', cell: 'A2' }]);
});

it.each([
  ['UBND TỈNH SÓC LẠ', 1],
  ['SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH SÓC LẠ', 1],
  ['UBND HUYỆN KẾ LẠ', 1],
  ['Xã Hòa Phú, tỉnh Sóc Lạ', 1],
  ['UBND TỈNH THỬ', 0],
  ['TỈNH ỦY SÓC LẠ', 0],
  ['HUYỆN ĐOÀN BUÔN ĐÔI', 0],
  ['Kính gửi: Ủy ban nhân dân tỉnh Sóc Lạ', 0],
  ['Tổng hợp cấp tỉnh năm 2024', 0],
])(
  'another province in the letterhead is told, beside a commune that is found: %s',
  async (line, told) => {
    const [rows, ...found] = await foundOf(UNDER_A_PROVINCE, [line, 'Xã: Hòa Phú'], 'Thôn 1');
    expect(rows).toBe('1');
    expect(found.map((one) => (one as { code: string }).code)).toEqual(
      Array(told as number).fill('CCDS-U05'),
    );
  },
);

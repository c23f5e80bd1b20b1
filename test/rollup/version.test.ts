import { describe, expect, it } from 'vitest';
import { versionOf } from '../../src/rollup/version.js';

const rank = (file: string) => versionOf(file).rank;
const adds = (file: string) => versionOf(file).supplement;

describe('a version mark', () => {
  it.each([
    'Tân Thới T9 lần 2',
    'Tân Thới T9 lan2',
    'Tân Thới T9 LẦN 2',
    'Tan Thoi T9 lan 2',
    'Tân Thới T9 lần thứ hai',
    'Tân Thới T9 Lần II',
    'Tân Thới T9_LanII',
    'Tân Thới T9 (lần 2)',
    'Tân Thới T9 V.2',
    'Tân Thới T9 bản sửa',
    'Tân Thới T9 bansua',
    'Tân Thới T9 BanSua',
    'BCT9BanSua',
    'BC_T9_BẢNSỬA',
    'Tân Thới T9 đã sửa',
    'Tân Thới T9 dinhchinh',
    'Tân Thới T9 DinhChinh',
    'Tân Thới T9 thaythe',
    'Tân Thới T9 thay the',
    'Tân Thới T9 sửa lần 1',
  ])('is seen in ‘%s’, composed or not', (name) => {
    expect(rank(`${name}.xlsx`)).toBe(2);
    expect(rank(`${name}.xlsx`.normalize('NFD'))).toBe(2);
    expect(adds(`${name}.xlsx`)).toBe(false);
  });

  it.each([
    'Ấp Kỳ Lân 2, xã Lý Văn Lâm',
    'Ấp Kỳ Lân 2'.normalize('NFD'),
    'Ấp Bờ Sung, xã Lý Văn Lâm',
    'Ấp Bò Súng',
    'Bản Sùa T9',
    'Xã Cấp Nhất',
    'Bản 5 T9',
    'T9 (2)',
    'T9 lần 1',
  ])('is none in ‘%s’', (name) => {
    expect(versionOf(`${name}.xlsx`)).toEqual({ rank: 1, supplement: false });
  });

  it('is found beside a name that is like one', () => {
    expect(rank('Ấp Kỳ Lân 2 lần 3.xlsx')).toBe(3);
    expect(adds('Ấp Bờ Sung bổ sung.xlsx')).toBe(true);
  });

  it.each(['T9 bổ sung', 'T9 bo sung', 'T9 bosung', 'T9 BoSung', 'T9 BỔ SUNG'])(
    'of what adds is seen in ‘%s’',
    (name) => expect(adds(`${name}.xlsx`)).toBe(true),
  );
});

describe('of several marks', () => {
  const inOrder = (...files: string[]) => {
    const ranks = files.map(rank);
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
  };

  it('the higher number wins, and of one number what was corrected', () => {
    inOrder('T9.xlsx', 'T9 lần 2.xlsx', 'T9 sửa lần 2.xlsx', 'T9 lần 3.xlsx', 'T9 sửa lần 3.xlsx');
  });

  it('a file’s own counts on top of its folder’s', () => {
    inOrder('T9.xlsx', 'Bản sửa/T9.xlsx', 'Bản sửa/T9 lần 2.xlsx', 'T9 lần 3.xlsx');
    inOrder('Lần 2/T9.xlsx', 'Lần 2/T9 lần 2.xlsx', 'Lần 2/T9 bản sửa.xlsx', 'Lần 3/T9.xlsx');
    inOrder('Lần 3/T9.xlsx', 'Lần 3/T9 lần 2.xlsx', 'T9 lần 4.xlsx');
  });

  it('folders count together', () => {
    inOrder('Bản sửa/T9.xlsx', 'Bản sửa/Lần 2/T9.xlsx', 'Bản sửa/Lần 3/T9.xlsx');
  });

  it('a file’s own says whether it adds, else the nearest folder', () => {
    expect(adds('Bổ sung/T9.xlsx')).toBe(true);
    expect(adds('Bổ sung/T9 lần 2.xlsx')).toBe(false);
    expect(versionOf('Bản sửa/T9 bổ sung.xlsx')).toEqual({ rank: 1, supplement: true });
    expect(versionOf('Lần 2/Bổ sung/T9.xlsx')).toEqual({ rank: 1, supplement: true });
  });
});

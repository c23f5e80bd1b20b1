import { describe, expect, it } from 'vitest';
import { withoutUnits } from '../../src/rollup/unit-marks.js';
import { nameBesideVersion, versionOf } from '../../src/rollup/version.js';

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

  it('is seen where the file’s ending is lost, or stands before a download’s number', () => {
    const names = ['Báo cáo T9.2024', 'Báo cáo T9.2024 lần 2', 'Báo cáo T9.2024 bổ sung'];
    expect(names.map(rank)).toEqual([1, 2, 1]);
    expect(names.map(adds)).toEqual([false, false, true]);
    expect(rank('Báo cáo T9 lần 2.xlsx (1)')).toBe(2);
    expect(adds('Báo cáo T9 bổ sung.xlsx (1)')).toBe(true);
  });
});

describe('where a unit is called like a mark', () => {
  const names = ['Ấp Kỳ Lân 2', 'Ấp Lân II', 'Xã Tân Lân', 'Ấp Bờ Sung', 'Khóm 1'];
  const without = withoutUnits(
    names.map((name, i) => ({
      code: String(i),
      name,
      level: name.startsWith('Xã') ? 'commune' : 'hamlet',
      parent: null,
      validFrom: null,
      validTo: null,
    })),
  );

  it.each([
    'Ap Ky Lan 2',
    'KyLan2 T9',
    'Ap Lan 2',
    'ap-lan-ii',
    'Xa Tan Lan 2',
    'Ap Bo Sung',
    'Ấp Kỳ Lân 2',
  ])('‘%s’ has none', (name) =>
    expect(versionOf(`${name}.xlsx`, without)).toEqual({ rank: 1, supplement: false }),
  );

  it('its folder has none', () => expect(versionOf('Ap Ky Lan 2/T9.xlsx', without).rank).toBe(1));

  it.each([
    'Ap Ky Lan 2 lan 2',
    'Ap Ky Lan 2 T9 ban sua',
    'T9 lan 2',
    'Xa Tan Lan lan 2',
    'Khom 1 lan 2',
  ])('‘%s’ has one beside it', (name) => expect(versionOf(`${name}.xlsx`, without).rank).toBe(2));

  it('what adds is seen beside it', () =>
    expect(versionOf('T9 bo sung.xlsx', without).supplement).toBe(true));
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

describe('files that are called alike but for a version’s mark', () => {
  const alike = 'Xã An Bình/Báo cáo T9.xlsx';
  it.each([
    'Xã An Bình/Bao cao T9 lan 2.csv',
    'Xã An Bình/Lần 2/Báo cáo T9.xlsx',
    'Xã An Bình/BÁO CÁO T9 (bản sửa).xlsx',
    'Xã An Bình/Báo cáo T9 cập nhật - đã sửa.xlsx',
  ])('%s', (file) => expect(nameBesideVersion(file)).toBe(nameBesideVersion(alike)));

  it('whose ending is lost', () => {
    const called = ['Báo cáo T9.2024', 'Báo cáo T9.2024 lần 2', 'Báo cáo T9.2025'].map((name) =>
      nameBesideVersion(name),
    );
    expect(called[1]).toBe(called[0]);
    expect(called[2]).not.toBe(called[0]);
  });

  it.each([
    'Xã An Bình/Báo cáo T9 (1).xlsx',
    'Xã An Bình/Báo cáo T9 bổ sung.xlsx',
    'Xã Phú Quý/Báo cáo T9 lần 2.xlsx',
  ])('not %s', (file) => expect(nameBesideVersion(file)).not.toBe(nameBesideVersion(alike)));

  it('not those of hamlets whose own names are like marks', () => {
    const units = ['Ấp Kỳ Lân 2', 'Ấp Kỳ Lân 3'].map((name, i) => ({
      code: `${i}`,
      name,
      level: 'hamlet',
      parent: null,
      validFrom: null,
      validTo: null,
    }));
    const without = withoutUnits(units);
    const called = (file: string) => nameBesideVersion(file, without);
    expect(called('Ap Ky Lan 2 lan 2.xlsx')).not.toBe(called('Ap Ky Lan 3 lan 2.xlsx'));
    expect(called('Ap Ky Lan 2.xlsx')).not.toBe(called('Ap Ky Lan 3 lan 2.xlsx'));
  });
});

import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/geography/types.js';
import { headingName, namesApart } from '../../src/reports/unit-names.js';

describe('a unit in a heading', () => {
  it('bears the name of the registry in Vietnamese', () => {
    expect(headingName('Tỉnh Cà Mau', 'vi')).toBe('Tỉnh Cà Mau');
  });

  it.each([
    ['Tỉnh Cà Mau', 'Cà Mau Province'],
    ['Thành phố Cần Thơ', 'Cần Thơ City'],
    ['Huyện Ngọc Hiển', 'Ngọc Hiển District'],
    ['Quận 1', 'District 1'],
    ['Thị xã Buôn Hồ', 'Buôn Hồ Town'],
    ['Thị trấn Rạch Gốc', 'Rạch Gốc Township'],
    ['Xã Tân Ân', 'Tân Ân Commune'],
    ['Phường 1', 'Ward 1'],
    ['Đặc khu Phú Quốc', 'Phú Quốc Special Zone'],
    ['Xã', 'Xã'],
    ['Cà Mau', 'Cà Mau'],
  ])('%s is %s in English', (name, english) => {
    expect(headingName(name, 'en')).toBe(english);
    expect(headingName(name.normalize('NFD'), 'en')).toBe(english);
  });
});

describe('units of one list', () => {
  const unit = (code: string, name: string, parent: Node | null): Node => ({
    unit: { code, name, level: '', parent: null, validFrom: null, validTo: null },
    parent,
    children: [],
  });

  it('are told apart by the unit above where two bear one name', () => {
    const town = unit('964', 'Thành phố Cà Mau', null);
    const other = unit('960', 'Thị xã Giá Rai', null);
    const units = [
      unit('1', 'Phường 1', town),
      unit('2', 'Phường 2', town),
      unit('3', 'Phường 1', other),
    ];
    expect([...namesApart(units).values()]).toEqual([
      'Phường 1 (Thành phố Cà Mau)',
      'Phường 2',
      'Phường 1 (Thị xã Giá Rai)',
    ]);
  });
});

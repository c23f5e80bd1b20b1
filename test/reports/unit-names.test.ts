import { describe, expect, it } from 'vitest';
import { headingName } from '../../src/reports/unit-names.js';

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

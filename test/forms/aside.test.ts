import { describe, expect, it } from 'vitest';
import { isAside, isPageLine } from '../../src/forms/cells/aside.js';

describe('what a row sets the others against', () => {
  it.each([
    'Tỷ lệ (%)',
    'TỈ LỆ NỮ',
    'Đạt tỷ lệ',
    '% so với kế hoạch',
    'Bình quân',
    'TRUNG BÌNH',
    'Tháng trước',
    'Số liệu kỳ trước',
    'Cùng kỳ năm 2023',
    'So với tháng trước',
    'Tăng/giảm',
    'Tăng (+), giảm (-)',
    'Tăng so với tháng trước',
    'Giảm',
    'Kế hoạch năm',
    'Lũy kế',
    'Còn lại',
    'Tỷ lệ'.normalize('NFD'),
  ])('%s', (text) => expect(isAside(text)).toBe(true));

  it.each([
    'Tăng Thị Bé',
    'Tăng Lộc',
    'Giảm Văn',
    'Trung Bình',
    'Bình Quân',
    'Bình Quới',
    'Trung Bình Hai',
    'Tháng này',
    'Kế',
    'Ấp 4',
  ])('is not %s', (text) => expect(isAside(text)).toBe(false));
});

describe('the number of a page', () => {
  it.each(['Trang 1/3', 'Trang', 'trang số 2', '- Trang 1 -', 'Page 2'])('%s', (text) =>
    expect(isPageLine(text)).toBe(true),
  );
  it.each(['Trang Sức', 'Trang Thị Bé', 'Ấp Trang', 'Trang 1/3 hộ'])('is not %s', (text) =>
    expect(isPageLine(text)).toBe(false),
  );
});

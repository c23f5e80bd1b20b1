import { describe, expect, it } from 'vitest';
import {
  isColumnNumbers,
  isNoteText,
  isTotalText,
  withoutMark,
} from '../../src/forms/cells/row-kind.js';

describe('the text of a subtotal row', () => {
  it.each([
    'Cộng',
    'CỘNG:',
    'Tổng cộng',
    'Tổng số',
    'TỔNG SỐ HỘ',
    'Tổng: 12',
    'Cộng (I+II)',
    'Cộng trang 1',
    'Cộng mang sang',
    'Mang sang',
    'Số mang sang:',
    'Mang qua',
    'Chuyển sang trang sau',
    'Chuyển trang 2',
    'Số chuyển tiếp trang sau:',
    'Trang trước chuyển sang',
    'Số trang trước mang sang',
    'TRANG 1 MANG QUA',
    'Tờ trước chuyển sang',
    'Cộng lũy kế',
    'Cộng luỹ kế đến trang này',
    'Chuyển sang trang sau'.normalize('NFD'),
    'Cộng xã Tân Ân',
    'I. Tổng cộng',
    'Toàn xã',
    'Toàn khu phố',
    'Cả làng',
    'Cộng khối phố 3',
    'Tổng 12 công dân',
    'Tổng công dân',
    'T.Cộng',
    'Σ',
    'Σ: 12',
    '∑ (I+II)',
    'Tổng Cuối',
    'Total',
    'Tổng cộng: 12 người',
    'Tổng cộng'.normalize('NFD'),
  ])('%s', (text) => expect(isTotalText(text)).toBe(true));

  it.each([
    'Cộng Cà Phê',
    'Trang Sức Cộng',
    'Mang Văn Sang',
    'Chuyển Văn Sang',
    'Chuyển Thị Trang',
    'Trang Trước',
    'Trang Thị Mang',
    'Tổng đại lý Hòa Bình',
    'Tổng hợp',
    'Cộng Văn Ấp',
    'Cộng Thị Bé',
    'Toàn Phát',
    'Trần Văn Cộng',
    'Công Thành',
    'Thị trấn Rạch Gốc',
    '',
  ])('is not %s', (text) => expect(isTotalText(text)).toBe(false));
});

describe('rows that number the columns', () => {
  it.each([
    ['A', 'B', '1', '2', '3', '4=5+6'],
    ['(1)', '(2)', '(3)'],
    ['(1)', '(2)'],
    ['1', '2', '3', '', '4'],
    ['a', 'b', 'c', '1'],
  ])('%s %s', (...texts) => expect(isColumnNumbers(texts)).toBe(true));

  it.each([
    ['1', '2'],
    ['1', 'Ấp Ô Rô', '2'],
    ['5', '6', '7'],
    ['1', '3', '5'],
  ])('not %s %s', (...texts) => expect(isColumnNumbers(texts)).toBe(false));
});

describe('notes and signatures', () => {
  it.each([
    'Ghi chú: …',
    'NGƯỜI LẬP BIỂU',
    'TM. UBND XÃ',
    'KT. CHỦ TỊCH',
    'Trưởng ấp',
    'Trưởng tiểu khu',
    'Trưởng tổ dân phố',
    'Tân Ân, ngày 14 tháng 9',
    'NGUOI LAP BIEU',
    '(Ky, ghi ro ho ten)',
    'Tan An, ngay 14 thang 9 nam 2024',
  ])('%s', (text) => expect(isNoteText(text)).toBe(true));
  it.each([
    'Nguyễn Văn Ký',
    'Ấp Rạch Gốc A',
    'Lưu Văn Ý',
    'Trương Thị Bé',
    'Truong Khoi',
    'Ky Van Ten',
  ])('not %s', (text) => expect(isNoteText(text)).toBe(false));
  it('a group’s number is no part of its name', () => {
    expect(withoutMark('II. Xã Tân Ân')).toBe('Xã Tân Ân');
    expect(withoutMark('1) Ấp 4')).toBe('Ấp 4');
    expect(withoutMark('Ấp 4')).toBe('Ấp 4');
  });
});

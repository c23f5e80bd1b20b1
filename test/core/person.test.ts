import { describe, expect, it } from 'vitest';
import { maskStray } from '../../src/core/finding.js';
import { looksLikePerson } from '../../src/core/person.js';

describe('looksLikePerson', () => {
  it.each([
    'Nguyễn Văn An',
    'NGUYỄN THỊ BA',
    'lê  thị hoà',
    'nguyen van an',
    'Thạch Sô Phia',
    'Y Blum Niê',
    "H'Hen Niê",
    'H’ Lan Mlô',
    'Y Moan Ênuôl',
    'H Lan Bkrông',
    'Giàng A Páo',
    'Siu Black',
    "h'hen nie",
  ])('is true of %s', (name) => expect(looksLikePerson(name)).toBe(true));

  it.each([
    'Rạch Gốc Bê',
    'Cây Dừa',
    'Ấp Nguyễn Văn An',
    'phuong Tan Thanh',
    'Trần Thới 2',
    'Lê',
    'Buôn Niê Ea',
    "K'Bu",
    'Y Tý',
    "H'Drát",
  ])('is false of %s', (name) => expect(looksLikePerson(name)).toBe(false));
});

describe('a value in a column that has no personal data', () => {
  it.each([
    'Lê Văn An',
    'lê văn an',
    'nguyen van an',
    'ông nguyễn văn an',
    'ông An',
    'hộ Bà Tư',
    'Nguyễn.V.An',
    'đã hỏi Nguyễn Văn An',
    'Số 7 Nguyễn Huệ',
    'số 7 nguyễn huệ',
    '12/3 Lê Lợi',
    'Tổ 4, ấp 3, xã X',
    'an@example.com',
    '0912.345.678',
  ])('is masked where it is %s', (text) => expect(maskStray(text)).toMatch(/^•••.{3}$/u));

  it.each([
    '12 người',
    '12 hộ nghèo',
    'khoảng 20',
    'Tiền mặt là chính',
    'QR: chưa',
    'đang chờ duyệt',
    'Ví Momo, tiền mặt',
    'hồ sơ đã nộp',
    'Mức 3',
    '31/02/2024',
    'Tổ 4',
    'số 2',
    'do chưa cài',
  ])('is shown where it is %s', (text) => expect(maskStray(text)).toBe(text));
});

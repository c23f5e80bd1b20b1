import { describe, expect, it } from 'vitest';
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsToNumber } from '../../src/core/number-words.js';
import { parseCount, ungrouped, wholeNumber } from '../../src/core/numbers.js';
import { foldAccents } from '../../src/core/text.js';
import { numberInWords } from './number-in-words.js';

describe('parseCount', () => {
  it.each([
    ['12', 12],
    ['05', 5],
    ['1.250', 1250],
    ['1 250', 1250],
    ['1\u00a0250', 1250],
    ['1.118.560', 1118560],
    ['12,0', 12],
    ['12.0', 12],
    ['12.000', 12000],
    ['1.250,0', 1250],
    ['+7', 7],
    ['-', null],
    ['Chưa có số liệu', null],
    ['chưa báo cáo', null],
    ['N/A', null],
    ['–', null],
    ['...', null],
    ['…', null],
    [' ', null],
  ])('%j → %j', (text, value) => expect(parseCount(text)).toEqual({ value }));

  it.each([
    ['1,250', 1250],
    ['1,250.0', 1250],
    ['450 hộ', 450],
    ['7 (bảy)', 7],
    ['07 (bảy) người', 7],
    ['Hai mươi mốt (21)', 21],
    ['1.200 (một nghìn hai trăm) hộ', 1200],
    ['1.250 hộ', 1250],
    ['12 (người)', 12],
    ['8 đ/c', 8],
    ["'12", 12],
    ['1.250.', 1250],
  ])('%j → %j, told', (text, value) => {
    expect(parseCount(text)).toEqual({ value, repaired: true });
  });

  it.each([
    ['Một nghìn hai trăm', '1200'],
    ['hai mươi mốt hộ', '21'],
    ['HAI MUOI MOT', '21'],
    ['Không', '0'],
    ['ko', '0'],
    ['Không phát sinh', '0'],
    ['Chưa phát sinh', '0'],
    ['6 (2 nữ)', '6'],
    ['8 người (3 nữ)', '8'],
    ['08 thành viên, trong đó 3 nữ', '8'],
    ['3+2', '5'],
    ['3 nam, 2 nữ', '5'],
    ['3 nghìn', '3000'],
    ['1,5 triệu', '1500000'],
    ['hơn 1.200', '1200'],
    ['khoảng 12', '12'],
    ['12¹', '12'],
    ['1.250⁽¹⁾', '1250'],
    ['7(¹)', '7'],
  ])('%j is bad, meant as %s', (text, suggestion) => {
    expect(parseCount(text)).toEqual({ bad: true, suggestion });
  });

  it.each([
    '12,5',
    '1.25',
    '0.250',
    '-3',
    '85%',
    '1.2E+3',
    'chưa có',
    '12/15',
    '5-6',
    '1.25.000',
    '1234567890123456',
    '#REF!',
    'x',
    '12 quả',
    '7 (tám)',
    '7 (bảy) quả',
  ])('%j is bad', (text) => expect(parseCount(text)).toEqual({ bad: true }));

  it('reads every way of grouping back', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), fc.constantFrom('', '.', ' ', '\u00a0', ','), (n, sign) => {
        const text = String(n).replace(/\B(?=(\d{3})+$)/g, sign);
        expect(parseCount(text)).toMatchObject({ value: n });
      }),
    );
  });

  it('never throws, never reads a part', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789., -+%hộaE') }), (s) => {
        const read = parseCount(s);
        if ('value' in read && read.value !== null) {
          expect(BigInt(s.replace(/\D/g, '')) % BigInt(read.value || 1)).toBe(0n);
        }
      }),
    );
  });
});

describe('number words', () => {
  it.each([
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi tư', 24],
    ['hai lăm', 25],
    ['một trăm linh năm', 105],
    ['trăm lẻ năm', 105],
    ['trăm hai', 120],
    ['trăm rưỡi', 150],
    ['nghìn rưỡi', 1500],
    ['một nghìn hai', 1200],
    ['một nghìn không trăm linh hai', 1002],
    ['hai triệu ba', 2300000],
    ['hai triệu rưỡi', 2500000],
    ['một tỷ', 1e9],
    ['ba chục', 30],
  ])('%s is %d', (words, n) => expect(wordsToNumber(words)).toBe(n));

  it.each([
    '',
    'Ấp Hai Mươi',
    'hai hai hai',
    'linh',
    'nghìn triệu',
    '12',
    'trăm trăm',
    'mươi mươi',
  ])('%j is no number', (text) => expect(wordsToNumber(text)).toBeNull());

  it('reads every number under a million back', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(7), (n, style) => {
        const words = numberInWords(n, style);
        expect(wordsToNumber(words)).toBe(n);
        expect(wordsToNumber(foldAccents(words).toUpperCase())).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });
});

it('whole numbers of cells', () => {
  expect([12, 0, -0, 12.0000000000001].map(wholeNumber)).toEqual([12, 0, 0, 12]);
  expect([12.5, -1, 1e15, Number.NaN, Number.POSITIVE_INFINITY].map(wholeNumber)).toEqual(
    Array(5).fill(null),
  );
  expect([1.25, 2.375, 12.5, 0.85, 1.2345].map(ungrouped)).toEqual([
    '1250',
    '2375',
    undefined,
    undefined,
    undefined,
  ]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formalDate,
  formatDate,
  formatNumber,
  formatPercent,
  formatRatio,
  numberText,
  vietnamTime,
} from '../../src/core/format.js';
import { parseCount } from '../../src/core/numbers.js';

describe('numbers for people', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1118560, '1.118.560', '1,118,560'],
    [-1250, '-1.250', '-1,250'],
    [1250.5, '1.250,5', '1,250.5'],
    [1e21, '1.000.000.000.000.000.000.000', '1,000,000,000,000,000,000,000'],
    [1e-7, '0,0000001', '0.0000001'],
  ])('%d', (n, vi, en) => expect([formatNumber(n), formatNumber(n, 'en')]).toEqual([vi, en]));

  it.each([
    [784615, 1118560, '70,15%'],
    [883, 883, '100,00%'],
    [1, 3, '33,33%'],
    [2, 3, '66,67%'],
    [3, 2, '150,00%'],
    [0, 5, '0,00%'],
    // Exactly half: in binary 1.005 and its like fall short.
    [201, 20000, '1,01%'],
    [1, 80000, '0,00%'],
    [1, 20000, '0,01%'],
    [-1, 20000, '-0,01%'],
    [1, 0, ''],
  ])('%d of %d is %s', (a, b, text) => expect(formatPercent(a, b)).toBe(text));

  it('members a team', () => {
    expect(formatRatio(4518, 883)).toBe('5,12');
    expect(formatRatio(4518, 883, 'en')).toBe('5.12');
    expect(formatRatio(4518, 0)).toBe('');
  });

  it('a count reads back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), (n) => {
        expect(parseCount(formatNumber(n))).toEqual({ value: n });
        expect(parseCount(formatNumber(n, 'en'))).toMatchObject({ value: n });
      }),
    );
  });

  it('rounds the exact ratio half up', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const hundredths = (BigInt(a) * 20000n + BigInt(b)) / (2n * BigInt(b));
        expect(formatPercent(a, b, 'en').replace(/[,.%]/g, '')).toBe(
          String(hundredths).padStart(3, '0'),
        );
      }),
    );
  });
});

describe('numbers for machines', () => {
  it.each([
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [-2.5e-8, '-0.000000025'],
    [1e21, `1${'0'.repeat(21)}`],
    [1.25e22, `125${'0'.repeat(20)}`],
  ])('%d', (n, text) => expect(numberText(n)).toBe(text));

  it('read back the same, and have no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(Number(numberText(n))).toBe(n === 0 ? 0 : n);
        expect(numberText(n)).toMatch(/^-?\d+(?:\.\d+)?$/);
      }),
    );
  });
});

describe('dates for people', () => {
  it('have one shape in each language', () => {
    expect(formatDate('2024-09-05')).toBe('05/09/2024');
    expect(formatDate('2024-09-05', 'en')).toBe('5 September 2024');
  });

  it('what is no date stays as it is', () =>
    expect(['2024', '•••024', ''].map((text) => formatDate(text, 'en'))).toEqual([
      '2024',
      '•••024',
      '',
    ]));

  it('a document’s date has zeros where the decree wants them', () => {
    expect(formalDate('2024-02-05')).toBe('ngày 05 tháng 02 năm 2024');
    expect(formalDate('2024-10-14')).toBe('ngày 14 tháng 10 năm 2024');
  });

  it('a moment is told by the clocks of Vietnam', () =>
    expect(vietnamTime('2024-09-15T20:03:04.000Z')).toEqual(['03:03', '2024-09-16']));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/reports/workbook/text-lines.js';

describe('lines of a text in a cell', () => {
  it('are as many as Times New Roman takes', () => {
    expect(linesOf('', 5)).toBe(1);
    expect(linesOf('Xã Khánh Bình Tây Bắc', 25)).toBe(1);
    expect(linesOf('XÃ KHÁNH BÌNH TÂY BẮC, HUYỆN', 25)).toBe(2);
    expect(linesOf('a\nb', 25)).toBe(2);
    expect(linesOf('x'.repeat(100), 25)).toBe(5);
    expect(linesOf('i'.repeat(40), 25)).toBe(1);
  });

  it('are more in bold or larger letters, fewer in smaller ones', () => {
    const text = 'Tổng hợp hộ gia đình được hỗ trợ';
    expect(linesOf(text, 32)).toBe(1);
    expect(linesOf(text, 32, { size: 14, bold: true })).toBe(2);
    expect(linesOf(text.repeat(3), 32, { size: 8 })).toBeLessThan(linesOf(text.repeat(3), 32));
  });

  it('never grow with the width, and marks take no room', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 2, max: 60 }), (text, width) => {
        expect(linesOf(text, width + 5)).toBeLessThanOrEqual(linesOf(text, width));
        expect(linesOf('Hòa ế ữ'.normalize('NFD'), width)).toBe(linesOf('Hòa ế ữ', width));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { FROM_ABOVE, FROM_LEFT, headerTexts } from '../../src/forms/header/covered.js';
import { processorTime } from '../helpers/processor-time.js';

const row = (number: number, ...values: (string | null)[]) => ({ number, values });
const merge = (top: number, left: number, bottom: number, right: number) => ({
  top,
  left,
  bottom,
  right,
});

describe('texts of a header, with marks for cells that merges cover', () => {
  it('tells what is merged with the cell above from what is merged with the one to the left', () => {
    const texts = headerTexts([merge(1, 0, 2, 0), merge(1, 1, 1, 3)], 4);
    expect(texts(row(1, 'STT', 'Số hộ'))).toEqual(['STT', 'Số hộ', FROM_LEFT, FROM_LEFT]);
    expect(texts(row(2, null, 'Tổng', 'Nữ'))).toEqual([FROM_ABOVE, 'Tổng', 'Nữ']);
    expect(texts(row(3, 'a', null))).toEqual(['a', '']);
  });

  it('leaves out a merge of more rows than a header has', () => {
    expect(headerTexts([merge(1, 0, 5, 1)], 4)(row(1, 'a', null))).toEqual(['a', '']);
  });

  it.each([
    ['one below the other', (i: number) => merge(4 * i + 1, 0, 4 * i + 4, 16_000)],
    ['one upon the other', () => merge(1, 0, 3, 16_000)],
  ])('as many merges as a sheet may have cost little, %s', (_, make) => {
    const before = process.memoryUsage().rss;
    const merges = Array.from({ length: 262_144 }, (_, i) => make(i));
    const seconds = processorTime(() => {
      const texts = headerTexts(merges, 4);
      for (let number = 1; number <= 20; number++)
        expect(texts(row(number, 'Họ tên'))).toContain('Họ tên');
    });
    expect(seconds).toBeLessThan(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });
});

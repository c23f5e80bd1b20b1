import { expect, it } from 'vitest';
import { FORMS } from '../../src/forms/declared/index.js';
import { compileForms } from '../../src/forms/header/compile.js';
import { headerTexts } from '../../src/forms/header/covered.js';
import { sight } from '../../src/forms/header/header-search.js';
import { processorTime } from '../helpers/processor-time.js';

const LAYOUTS = compileForms(FORMS);
const textsOf = headerTexts([], 4);

it('a row of as many texts as a sheet has columns heads no table, and costs little', () => {
  const texts = (row: number) => Array.from({ length: 16_000 }, (_, i) => `Số hộ ${row}.${i}`);
  const rows = Array.from({ length: 12 }, (_, i) => ({ number: i + 1, values: texts(i) }));
  const seconds = processorTime(() =>
    rows.forEach((_, i) => {
      expect(sight(rows.slice(i), LAYOUTS, textsOf)).toEqual({ block: null, miss: null });
    }),
  );
  expect(seconds).toBeLessThan(3);
});

it('a header is found below a row of as many texts, and beside blank columns', () => {
  const junk = { number: 1, values: Array.from({ length: 16_000 }, (_, i) => `Số hộ ${i}`) };
  const blank = Array.from({ length: 16_000 }, () => null);
  const header = { number: 2, values: ['STT', 'Họ và tên', 'Chức vụ', 'Năm sinh', ...blank] };
  expect(sight([junk, header], LAYOUTS, textsOf).block).toBeNull();
  expect(sight([header], LAYOUTS, textsOf).block?.found.layout.form.id).toBe('members');
});

it('who has a telephone number, even one that lost its first 0, heads no table', () => {
  const name = ['Ấp Rạch Gốc B, Xã Tân Ân, Huyện Ngọc Hiển', 'Nguyễn', 'Thị Xã', 'Tổ trưởng'];
  const header = ['Ấp/Khóm', 'Họ và tên', null, 'Vai trò trong tổ (*)', 'Số điện thoại', 'Ghi chú'];
  const merged = headerTexts([{ top: 2, bottom: 2, left: 1, right: 2 }], 6);
  const rows = [
    { number: 5, values: [...name, 900000000, null] },
    { number: 6, values: header },
  ];
  expect(sight(rows, LAYOUTS, merged)).toEqual({ block: null, miss: null });
});

it('a row of data below a header is none of it, in a CSV too, where numbers are text', () => {
  const header = { number: 1, values: ['Xã', 'Ấp', 'Số tổ', 'Số thành viên'] };
  const seen = (hamlet: string) =>
    sight([header, { number: 2, values: ['Xã Số 1', hamlet, '1', '5'] }], LAYOUTS, textsOf).block;
  expect(seen('Ấp 1')?.rows).toEqual([header]);
  // What was seen once is known for every other file with the same header.
  expect(seen('Ấp 2')?.found).toBe(seen('Ấp 1')?.found);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerKey } from '../../src/forms/header/header-text.js';

const word = fc.constantFrom(
  'Số',
  'hộ',
  'ĐƯỢC',
  'hỗ trợ',
  '&',
  '(',
  ')',
  '%',
  '1.',
  'TT',
  'Ấp/',
  ' ',
  'e\u0302',
  '-',
);

it('makes the same of a heading with and without the star of one that must be filled', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom('', ' '), (words, between) => {
      const text = words.join(between);
      expect(headerKey(`${text}*`)).toBe(headerKey(text));
    }),
  );
});

it.each([
  ['Số hộ được hỗ trợ', 'so ho duoc ho tro'],
  ['1. Tên  ấp,\nkhóm (*)', 'ten ap khom'],
  ['Tỷ lệ %', 'ty le %'],
  ['Zalo & SĐT', 'zalo va sdt'],
])('knows %s by its key', (text, key) => {
  expect(headerKey(text)).toBe(key);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/core/text.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { compileForms } from '../../src/forms/header/compile.js';
import { headerKey } from '../../src/forms/header/header-text.js';
import { isQualified } from '../../src/forms/header/qualified.js';

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

it('makes the same of a heading as it is typed and as it is folded', () => {
  const typed = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(typed, fc.constantFrom('', ' ', '\u00a0'), (words, between) => {
      const text = words.join(between);
      expect(headerKey(text)).toBe(headerKey(fold(text)));
    }),
  );
});

it.each([
  ['Số hộ được hỗ trợ', 'so ho duoc ho tro'],
  ['1. Tên  ấp,\nkhóm (*)', 'ten ap khom'],
  ['Số thành viên¹', 'so thanh vien'],
  ['Nữ ⁽²⁾', 'nu'],
  ['Tỷ lệ %', 'ty le %'],
  ['Zalo & SĐT', 'zalo va sdt'],
])('knows %s by its key', (text, key) => {
  expect(headerKey(text)).toBe(key);
});

it('what a heading has in parentheses is of others in a tally, and in a list what to write there', () => {
  const [list, tally] = (['list', 'tally'] as const).map(
    (name) =>
      compileForms(FORMS).find(({ form, layout }) => form.id === 'members' && layout === name)!,
  );
  expect(isQualified('members', 'Số thành viên (nam)', tally!)).toBe(true);
  expect(isQualified('trained', 'Đã tập huấn (chưa ghi 0)', list!)).toBe(false);
});

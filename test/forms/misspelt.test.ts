import { expect, it } from 'vitest';
import { FORMS } from '../../src/forms/declared/index.js';
import { compileForms } from '../../src/forms/header/compile.js';
import { headerTexts } from '../../src/forms/header/covered.js';
import { sight } from '../../src/forms/header/header-search.js';
import { misspeltFor } from '../../src/forms/header/misspelt.js';

const LAYOUTS = compileForms(FORMS);

/** What the last column of a table is taken to be misspelt for. */
function meant(...headings: string[]): string | null {
  const { block } = sight([{ number: 1, values: headings }], LAYOUTS, headerTexts([], 1));
  const { found, companions } = block!;
  const column = found.unknown.find(({ text }) => text === headings.at(-1));
  return column === undefined ? null : misspeltFor(column, found, companions, LAYOUTS);
}

it.each([
  ['Số hộ được hỗ trợ', ['Ấp', 'Số thành viên', 'Số hộ đưvc hỗ trợ']],
  ['Công dân đủ điều kiện', ['Ấp', 'Mức 1', 'Mức 2', 'Công dân đủ điều kiennj']],
  ['Điện thoại', ['Họ và tên', 'Chức vụ', 'Điên thaoi']],
])('%s is meant by what is a slip away from it', (heading, headings) => {
  expect(meant(...headings)).toBe(heading);
});

it.each([
  ['is another word', ['Ấp', 'Số thành viên', 'Số hộ chưa hỗ trợ']],
  ['has another number', ['Ấp', 'Mức độ 1', 'Mức độ 2', 'Mức độ 3']],
  ['is short', ['Ấp', 'Số thành viên', 'Số tờ']],
  ['is what the table has already', ['Ấp', 'Số hộ được hỗ trợ', 'Số hộ đưvc hỗ trợ']],
  ['is a rate', ['Ấp', 'Số thành viên', 'Tỷ lệ hộ được hỗ trợ']],
])('nothing is meant by what %s', (_, headings) => {
  expect(meant(...headings)).toBeNull();
});

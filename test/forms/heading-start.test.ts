import { expect, it } from 'vitest';
import { ENGLISH_HEADINGS, englishHeadings } from '../../src/forms/declared/english.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { SHORT_FORMS, writtenOut } from '../../src/forms/header/abbreviations.js';
import { compileForms } from '../../src/forms/header/compile.js';
import { headerKey, headerKeys } from '../../src/forms/header/header-text.js';
import { mayBeginHeading } from '../../src/forms/header/heading-start.js';
import {
  isPlaceHeading,
  isSerialHeading,
  PLACE_WORDS,
  unitLevel,
} from '../../src/forms/header/unit-columns.js';

const LAYOUTS = compileForms(FORMS);
const FIELDS = LAYOUTS.flatMap(({ fields }) => fields);
const begins = (text: string) => mayBeginHeading(text, LAYOUTS);

function isHeading(text: string): boolean {
  return headerKeys(text).some(
    (key) =>
      LAYOUTS.some(({ headings }) => headings.has(key)) ||
      unitLevel(key) !== null ||
      isSerialHeading(key) ||
      isPlaceHeading(key),
  );
}

it('every heading begins as one, however it is typed', () => {
  const declared = FIELDS.flatMap((field) => [
    field.label.vi,
    ...englishHeadings(field),
    ...field.aliases,
  ]);
  const ways = [
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => `${text} (*)`,
    (text: string) => `* ${text}`,
    (text: string) => `${text}¹`,
    (text: string) => `(1) ${text}`,
    (text: string) => `12. ${text}`,
    (text: string) => `12.${text}`,
    (text: string) => `(a) ${text}`,
    (text: string) => text.replaceAll(' ', '\n'),
    (text: string) => text.replaceAll(' ', '\u00a0 '),
    (text: string) => text.replaceAll(' ', ' \u200b'),
    (text: string) => `\u200b${text.replaceAll(' ', '\u200b \ufeff')}\u200e`,
    (text: string) => text.replace(/[12]/, (figure) => (figure === '1' ? '１' : '２')),
    (text: string) => text.replaceAll(' ', '. '),
    (text: string) => text.replace(' ', ' (hai) '),
    (text: string) => `${text}:`,
    (text: string) => `${text}, người`,
    (text: string) => `${text} - hộ`,
  ];
  const typed = declared.flatMap((text) => ways.map((way) => way(text)));
  expect(typed.filter((text) => isHeading(text) && !begins(text))).toEqual([]);
  expect(typed.filter(isHeading).length).toBeGreaterThan(5000);
});

it('English headings are of fields that there are, and of one alone in a form', () => {
  const labels = new Set(FIELDS.map(({ label }) => label.en));
  expect(Object.keys(ENGLISH_HEADINGS).filter((label) => !labels.has(label))).toEqual([]);
  for (const { fields, headings } of LAYOUTS)
    for (const field of fields)
      for (const text of englishHeadings(field))
        expect([text, headings.get(headerKey(text))]).toEqual([text, field.id]);
});

it('a letterhead does not', () => {
  const lines = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Cộng hoà xã hội chủ nghĩa Việt Nam'];
  expect([...lines, 'Độc lập - Tự do - Hạnh phúc', 'UBND XÃ TÂN ÂN'].filter(begins)).toEqual([]);
});

it('so does any two words that are a heading, shortened or of a place', () => {
  const headings = LAYOUTS.flatMap((layout) => [...layout.headings.keys()]);
  const words = new Set([...headings, ...SHORT_FORMS].flatMap((key) => key.split(' ')));
  const all = [...new Set([...words, ...PLACE_WORDS])];
  const pairs = all.flatMap((first) => [first, ...all.map((second) => `${first} ${second}`)]);
  const known = pairs.filter(isHeading);
  expect(known.filter((text) => !begins(text))).toEqual([]);
  expect(known.length).toBeGreaterThan(800);
});

it('so does every heading with a part of it shortened', () => {
  const keys = LAYOUTS.flatMap((layout) => [...layout.headings.keys()]);
  const shortened = SHORT_FORMS.flatMap((short) =>
    keys.map((key) => ` ${key} `.replace(` ${writtenOut(short)} `, ` ${short} `).trim()),
  ).filter(isHeading);
  expect(shortened.filter((text) => !begins(text))).toEqual([]);
  expect(new Set(shortened).size).toBeGreaterThan(new Set(keys).size + 500);
});

it('and so does what the rows of a header join to a heading', () => {
  const keys = LAYOUTS.flatMap((layout) => [...layout.headings.keys()]);
  const upper = keys.flatMap((key) => {
    const words = key.split(' ');
    return words.map((_, i) => words.slice(0, i + 1).join(' '));
  });
  expect(upper.filter((text) => !begins(text))).toEqual([]);
});

it.each([
  'Kích hoạt tài khoản mức 1',
  'Đã kích hoạt mức độ 2',
  'Định danh điện tử Mức I',
  'Năm sinh của Nam',
  'Năm sinh nữ',
  'Họ và chữ lót',
  'Họ chữ đệm',
])('%s may be one with the columns beside it', (text) => {
  expect(begins(text)).toBe(true);
  expect(begins(text.normalize('NFD').toUpperCase())).toBe(true);
});

it.each([
  'Số thành viên tháng 9/2024',
  'Số thành viên T9',
  'Số thành viên trong tháng 09 năm 2024',
  'Số thành viên tính đến ngày 14/9/2024',
])('%s may be one with its period behind it', (text) => {
  expect(begins(text)).toBe(true);
  expect(begins(text.normalize('NFD').toUpperCase())).toBe(true);
});

it.each([
  'Số 12 đường Trần Phú, phường 5',
  'Tên tôi là An',
  'Ấp Rạch Gốc A',
  'Xã Tân Ân',
  'Xã Tân Ân, tháng 9/2024',
  'Xã: Tân Ân',
  'Kỳ báo cáo: Tháng 9/2024',
  'Hộ Nguyễn Văn Ba',
  'Nguyễn Thị Bé',
  'Có mặt',
  'Hộ kinh doanh Ba Bé',
  'Số nhà 5 đường Lý Thường Kiệt',
  'Năm 2024 đạt',
])('%s begins no heading', (text) => {
  expect(begins(text)).toBe(false);
});

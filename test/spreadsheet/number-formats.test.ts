import { describe, expect, test } from 'vitest';
import { dateFromIso, dateFromSerial } from '../../src/spreadsheet/dates.js';
import {
  builtInFormatKind,
  DATE,
  formatKind,
  MONTH,
  NUMBER,
  PERCENT,
} from '../../src/spreadsheet/number-formats.js';
import { plainText } from '../../src/spreadsheet/plain-text.js';
import {
  CalendarDate,
  CellError,
  Percentage,
  UncomputedFormula,
} from '../../src/spreadsheet/types.js';
import { cellsOf, plain } from './support/read.js';

describe('number formats', () => {
  test.each([
    'dd/mm/yyyy',
    'd/m/yy',
    '[$-42A]dd/mm/yyyy',
    '[$-1042A]d mmmm yyyy;@',
    '"ngày" dd "tháng" mm "năm" yyyy',
    '\\n\\g\\à\\y dd',
    'yyyy',
    'hh:mm',
    'h:mm:ss AM/PM',
    'mm:ss',
    '[$-F800]dddd, mmmm dd, yyyy',
    '[$-F400]h:mm:ss AM/PM',
    'DD-MM-YYYY',
    '[Red]dd/mm;@',
    '_-dd/mm_-',
    '[=0]"";dd/mm/yyyy',
  ])('%s is a date', (code) => {
    expect(formatKind(code)).toBe(DATE);
  });

  test.each(['"Tháng "mm/yyyy', 'mm/yyyy', 'mmm-yy', '[$-1042A]mmmm yyyy;@', 'mmmm'])(
    '%s is a month',
    (code) => {
      expect(formatKind(code)).toBe(MONTH);
    },
  );

  test.each([
    'General',
    'GENERAL',
    '0',
    '#,##0.00',
    '#,##0\\ "đồng"',
    '#,##0\\ \\d',
    '0.00E+00',
    '@',
    '"ngày" 0',
    '[h]:mm',
    '[mm]:ss',
    '[ss]',
    '[h]:mm:ss;@',
    '#,##0_d',
    '#,##0*y',
    '[Red]-0',
    '[$₫-42A] #,##0',
    '0;dd/mm',
    '[Red]0;0%',
    '[<1]0',
    '"day',
    '[dd',
    '0\\%',
    '"%"0',
    '',
  ])('%s is a number', (code) => {
    expect(formatKind(code)).toBe(NUMBER);
  });

  test.each([
    '0%',
    '0.00%',
    '#,##0.0 %',
    '0,00%;[Red]-0,00%',
    '[Blue]0%',
    '[=0]"-";0.0%',
    '[<0][Red]General;[=0]?;0%',
  ])('%s is a percentage', (code) => {
    expect(formatKind(code)).toBe(PERCENT);
  });

  test('by number alone', () => {
    const kinds = (kind: number) =>
      Array.from({ length: 82 }, (_, id) => id).filter((id) => builtInFormatKind(id) === kind);
    expect(kinds(DATE)).toEqual([
      14, 15, 16, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52,
      53, 54, 55, 56, 57, 58, 71, 72, 73, 74, 75, 76, 77, 81,
    ]);
    expect(kinds(MONTH)).toEqual([17]);
    expect(kinds(PERCENT)).toEqual([9, 10, 67, 68]);
  });

  test('in a workbook', async () => {
    const formats = ['dd/mm/yyyy', '0.0%', '@', '[h]:mm'];
    const cells = [0, 1, 2, 3, 4, 9].map((s) => `<c s="${s}"><v>45540.5</v></c>`).join('');
    expect(await cellsOf(cells, { formats })).toEqual([
      45540.5,
      { date: '2024-09-05 43200' },
      { percent: 45540.5 },
      45540.5,
      45540.5,
      45540.5,
    ]);
    const more =
      '<c s="1"><v>0.85</v></c><c s="1"><v>-1</v></c><c s="1"><v>2958466</v></c><c s="1"><v>45540</v></c><c s="1"><v>45540</v></c>';
    expect(await cellsOf(more, { formats })).toEqual([
      { date: '1900-01-00 73440' },
      -1,
      2958466,
      { date: '2024-09-05' },
      { date: '2024-09-05' },
    ]);
    expect(await cellsOf(more, { formats, date1904: true })).toEqual([
      { date: '1904-01-01 73440' },
      -1,
      2958466,
      { date: '2028-09-06' },
      { date: '2028-09-06' },
    ]);
  });
});

describe('dates', () => {
  test('every day of the 1900 system', () => {
    for (let serial = 1; serial <= 2_958_465; serial += serial < 1000 ? 1 : 97) {
      const date = dateFromSerial(serial, 1900)!;
      const expected = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * 864e5);
      if (serial === 60) expect(plain(date)).toEqual({ date: '1900-02-29' });
      else expect(plain(date)).toEqual({ date: expected.toISOString().slice(0, 10) });
    }
  });

  test('the edges', () => {
    expect(plain(dateFromSerial(0, 1900))).toEqual({ date: '1900-01-00' });
    expect(plain(dateFromSerial(2_958_465.9999, 1900))).toEqual({ date: '9999-12-31 86391' });
    expect(dateFromSerial(2_958_466, 1900)).toBeNull();
    expect(dateFromSerial(-0.5, 1900)).toBeNull();
    expect(dateFromSerial(Number.NaN, 1900)).toBeNull();
    expect(plain(dateFromSerial(0, 1904))).toEqual({ date: '1904-01-01' });
    expect(plain(dateFromSerial(2_957_003, 1904))).toEqual({ date: '9999-12-31' });
    expect(dateFromSerial(2_957_004, 1904)).toBeNull();
  });

  test('seconds are rounded, to the next day if need be', () => {
    expect(plain(dateFromSerial(45540.60434, 1900))).toEqual({ date: '2024-09-05 52215' });
    expect(plain(dateFromSerial(45540.999999, 1900))).toEqual({ date: '2024-09-06' });
  });

  test('ISO dates, a time zone dropped', () => {
    expect(plain(dateFromIso('2024-02-29T23:59:59.9+07:00'))).toEqual({ date: '2024-02-29 86399' });
    for (const text of ['2023-02-29', '2024-13-01', '2024-09-05T24:00', '05/09/2024', ''])
      expect(dateFromIso(text)).toBeNull();
  });
});

test('values as plain text', () => {
  const texts = [
    null,
    'a',
    12,
    0.1,
    1e21,
    true,
    false,
    new Percentage(0.85),
    new CellError('#N/A'),
    new UncomputedFormula(),
    new CalendarDate(2024, 9, 5, 0, null),
    new CalendarDate(2024, 9, 5, 45_015, null),
    new CalendarDate(1900, 1, 0, 3600, 1 / 24),
  ].map(plainText);
  expect(texts).toEqual([
    '',
    'a',
    '12',
    '0.1',
    '1e+21',
    'TRUE',
    'FALSE',
    '0.85',
    '#N/A',
    '',
    '2024-09-05',
    '2024-09-05T12:30:15',
    '01:00:00',
  ]);
});

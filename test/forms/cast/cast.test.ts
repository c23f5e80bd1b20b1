import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CalendarDate,
  CellError,
  Percentage,
  UncomputedFormula,
  type Value,
} from '../../../src/core/value.js';
import { CASTS, type Cast, isBlank } from '../../../src/forms/cast/index.js';
import type { FieldType } from '../../../src/forms/types.js';

/** Field, raw value, what must come of it. A bare value stands for `{ value }`. */
type Case = readonly [FieldType, Value, Cast | string | number | boolean | null];

const date = (y: number, m: number, d: number, serial: number | null = null) =>
  new CalendarDate(y, m, d, 0, serial);

const CASES: readonly Case[] = [
  ['text', '  Xã\u00a0Tân  Ân ', 'Xã Tân Ân'],
  ['text', '-', null],
  ['text', 12, '12'],
  ['text', date(2024, 5, 12), '12/05/2024'],
  ['text', new CellError('#REF!'), { bad: '#REF!', expected: 'text' }],

  ['count', 12, 12],
  ['count', 0, 0],
  ['count', -0, 0],
  ['count', 123456, 123456],
  ['count', '1.250', 1250],
  ['count', ' 7 ', 7],
  ['count', '-', null],
  ['count', '  ', null],
  ['count', '450 hộ', { value: 450, repaired: '450 hộ' }],
  ['count', "'12", { value: 12, repaired: "'12" }],
  ['count', '12.', { value: 12, repaired: '12.' }],
  ['count', '1.250.', { value: 1250, repaired: '1.250.' }],
  ['count', '１２', 12],
  ['count', '12²', { bad: '12²', expected: 'count', suggestion: '12' }],
  ['count', '12,5.', { bad: '12,5.', expected: 'count' }],
  ['count', '(12)', { bad: '(12)', expected: 'count', suggestion: '12' }],
  ['count', '12*', { bad: '12*', expected: 'count', suggestion: '12' }],
  ['count', '200+', { bad: '200+', expected: 'count', suggestion: '200' }],
  ['count', 'Không có', { bad: 'Không có', expected: 'count', suggestion: '0' }],
  ['count', 'đang cập nhật', null],
  ['count', 12.5, { bad: '12.5', expected: 'count' }],
  ['count', 1.25, { bad: '1.25', expected: 'count', suggestion: '1250' }],
  ['count', -3, { bad: '-3', expected: 'count' }],
  ['count', 1e15, { bad: '1000000000000000', expected: 'count' }],
  [
    'count',
    'Một nghìn hai trăm',
    { bad: 'Một nghìn hai trăm', expected: 'count', suggestion: '1200' },
  ],
  ['count', '85%', { bad: '85%', expected: 'count' }],
  ['count', new Percentage(0.85), { bad: '85%', expected: 'count' }],
  ['count', true, { bad: 'TRUE', expected: 'count' }],
  ['count', date(1900, 1, 5, 5), { bad: '05/01/1900', expected: 'count' }],
  [
    'count',
    new CalendarDate(1900, 1, 0, 43_500, 43_500 / 86_400),
    { bad: '12:05', expected: 'count' },
  ],
  ['count', new CellError('#DIV/0!'), { bad: '#DIV/0!', expected: 'count' }],
  ['count', new UncomputedFormula(), { uncomputed: true }],

  ['year', 1985, 1985],
  ['year', '1985', 1985],
  ['year', '85', { value: 1985, repaired: '85' }],
  ['year', 85, { value: 1985, repaired: '85' }],
  ['year', '05', { value: 2005, repaired: '05' }],
  ['year', '12/05/1985', 1985],
  ['year', 'SN 1985', 1985],
  ['year', '1985.0', 1985],
  ['year', '85.0', { value: 1985, repaired: '85.0' }],
  ['year', '20240905.0', { value: 2024, repaired: '20240905.0' }],
  ['year', '1985.5', { bad: '1985.5', expected: 'year' }],
  ['year', date(1985, 5, 12, 31179), 1985],
  ['year', date(1905, 6, 7, 1985), { value: 1985, repaired: '07/06/1905' }],
  ['year', 31179, { value: 1985, repaired: '31179' }],
  ['year', '198', { bad: '198', expected: 'year' }],
  ['year', new CalendarDate(1900, 1, 0, 30_600, 0.354_166_67), { bad: '08:30', expected: 'year' }],
  ['year', '08:30', { bad: '08:30', expected: 'year' }],
  ['year', 0.354, { bad: '0.354', expected: 'year' }],
  ['date', new CalendarDate(1900, 1, 0, 30_600, 0.354_166_67), { bad: '08:30', expected: 'date' }],
  ['year', 1885, { bad: '1885', expected: 'year' }],

  ['sex', 'Nam', 'male'],
  ['sex', 'NỮ', 'female'],
  ['sex', ' nu ', 'female'],
  ['sex', 'F', 'female'],
  ['sex', 'x', { bad: 'x', expected: 'sex' }],
  ['sex', '', null],
  ['sex', 'N', { bad: 'N', expected: 'sex' }],
  ['sex', 1, { bad: '1', expected: 'sex' }],

  ...(['x', 'X', '✓', '✔', 'v', '1', 'Có', 'CÓ', 'co', 'yes', 1, true, 'ü'] as const).map(
    (mark): Case => ['mark', mark, true],
  ),
  ...(['✔️', '☑️', '✅', 'Đã tham gia', 'þ', '×'] as const).map((mark): Case => ['mark', mark, true]),
  ['mark', 'Đã TH', true],
  ['mark', 'Đã qua tập huấn', true],
  ['mark', 'Chưa TH', false],
  ['mark', 'Chưa tập huấn', false],
  ...(['', ' ', '0', 'Không', 'KHÔNG', '-', '–', 0, false, null, '☐'] as const).map(
    (mark): Case => ['mark', mark, false],
  ),
  ['mark', 2, { bad: '2', expected: 'mark' }],
  ['mark', 'có thể', { bad: 'có thể', expected: 'mark' }],
  ['mark', new CellError('#N/A'), { bad: '#N/A', expected: 'mark' }],

  ['phone', '0918000111', '0918000111'],
  ['phone', '+84 918.000.111', '0918000111'],
  ['phone', '84918000111', '0918000111'],
  ['phone', '0918-000-111 (Zalo)', '0918000111'],
  ['phone', '0918000111 / 0919000222', '0918000111'],
  ['phone', '0918 000 111 - 0919 000 222', '0918000111'],
  ['phone', '(0290) 3831 234', '02903831234'],
  ['phone', 918000111, { value: '0918000111', repaired: '918000111' }],
  ['phone', '918 000 111', { value: '0918000111', repaired: '918 000 111' }],
  ['phone', '918000111.0', { value: '0918000111', repaired: '918000111.0' }],
  ['phone', '0918000111.0', '0918000111'],
  ['phone', '84918000111.0', '0918000111'],
  ['phone', '0918.000.11.0', '0918000110'],
  ['phone', '01201234567', { value: '01201234567', odd: true }],
  ['phone', '09180001', { value: '09180001', odd: true }],
  ['phone', '0000000000', { value: null, odd: true }],
  ['phone', '9,18E+08', { value: null, odd: true }],
  ['phone', 'hỏi ông Ba', { value: null, odd: true }],
  ['phone', 'không có', null],
  ['phone', '-', null],

  ['identity', '096085001234', '096085001234'],
  ['identity', '096 085 001 234', '096085001234'],
  ['identity', '096.085.001.234', '096085001234'],
  ['identity', "'096085001234", '096085001234'],
  ['identity', 96085001234, { value: '096085001234', repaired: '96085001234' }],
  ['identity', '96085001234', { value: '096085001234', repaired: '96085001234' }],
  ['identity', '96085001234.0', { value: '096085001234', repaired: '96085001234.0' }],
  ['identity', 1085001234, { value: '001085001234', repaired: '1085001234' }],
  [
    'identity',
    '1085001234',
    { bad: '1085001234', expected: 'identity', suggestion: '001085001234' },
  ],
  ['identity', 101085001234, '101085001234'],
  ['identity', '9,6E+10', { bad: '9,6E+10', expected: 'identity' }],
  ['identity', 96000000000, { bad: '96000000000', expected: 'identity' }],
  ['identity', '09608500123', { bad: '09608500123', expected: 'identity' }],
  ['identity', '381234567', { bad: '381234567', expected: 'identity' }],
  ['identity', '0960850O1234', { bad: '0960850O1234', expected: 'identity' }],
  ['identity', '0960850012345', { bad: '0960850012345', expected: 'identity' }],
  ['identity', 'CCCD: 096085001243', { value: '096085001243', repaired: 'CCCD: 096085001243' }],
  ['identity', '096085001254;', { value: '096085001254', repaired: '096085001254;' }],
  [
    'identity',
    '096085001249 (đã cấp)',
    { value: '096085001249', repaired: '096085001249 (đã cấp)' },
  ],
  [
    'identity',
    '096085001249 (đã hủy)',
    { bad: '096085001249 (đã hủy)', expected: 'identity', suggestion: '096085001249' },
  ],
  ['identity', '09608500124²', { bad: '09608500124²', expected: 'identity' }],
  ['identity', '096085001244/381234567', { bad: '096085001244/381234567', expected: 'identity' }],
  ['identity', '', null],

  ['tax', '0100109106', '0100109106'],
  ['tax', '0100109106-001', '0100109106-001'],
  ['tax', '0100109106001', '0100109106-001'],
  ['tax', 100109106, { value: '0100109106', repaired: '100109106' }],
  ['tax', '100109106.0', { value: '0100109106', repaired: '100109106.0' }],
  ['tax', '0100109107', { value: '0100109107', odd: true }],
  ['tax', '096085001234', '096085001234'],
  ['tax', 96085001234, { value: '096085001234', repaired: '96085001234' }],
  ['tax', 100109106001, { value: '0100109106-001', repaired: '100109106001' }],
  ['tax', 'MST: 0100109106', { value: '0100109106', repaired: 'MST: 0100109106' }],
  ['tax', 'chưa có', null],
  ['tax', '12345', { bad: '12345', expected: 'tax' }],

  ...(
    ['1', '01', 'I', 'Mức 1', 'Mức độ 1', 'Mức độ 01', 'MỨC I', '1.0', 'Mức một', 1] as const
  ).map((level): Case => ['level', level, 1]),
  ...(
    ['2', '02', 'II', 'Mức độ 2', '2.0', '2,0', 'M2', 'mức hai', 'Định danh mức 2', 2] as const
  ).map((level): Case => ['level', level, 2]),
  ...(
    [
      '2 (hai)',
      'VNeID mức 2',
      'Mức 2 - VNeID',
      'Đã kích hoạt mức 2',
      'Mức độ 02 (đã kích hoạt)',
      'Lv2',
      'MĐ 02',
    ] as const
  ).map((level): Case => ['level', level, 2]),
  ...(['2 (một)', 'Mức 2 (chưa kích hoạt)', 'Chưa kích hoạt mức 2', 'Lv3'] as const).map(
    (level): Case => ['level', level, { bad: level, expected: 'level' }],
  ),
  ['level', '２', 2],
  ['level', 'Ⅱ', 2],
  ['level', 'Mức-2', 2],
  ['level', '3', { bad: '3', expected: 'level' }],
  ['level', 1.5, { bad: '1.5', expected: 'level' }],
  ['level', '1, 2', { bad: '1, 2', expected: 'level' }],
  ['level', '', null],

  ['date', date(2024, 9, 5, 45540), '2024-09-05'],
  ['date', '05/09/2024', '2024-09-05'],
  ['date', '2024-09-05T08:30:00.000+07:00', '2024-09-05'],
  ['date', '05 Tháng Chín 2024', '2024-09-05'],
  ['date', 'Thứ Năm, 05 Tháng Năm 2024', '2024-05-05'],
  ['date', '5 tháng mười một năm 2024', '2024-11-05'],
  ['date', 'Sep 5, 2024', { value: '2024-09-05', repaired: 'Sep 5, 2024' }],
  ['date', '5/9/24', { value: '2024-09-05', repaired: '5/9/24' }],
  ['date', 45540, { value: '2024-09-05', repaired: '45540' }],
  ['date', '45540', { value: '2024-09-05', repaired: '45540' }],
  ...(
    [
      '5/9/2024.',
      '05/09-2024',
      '05.9/2024',
      '05//09/2024',
      '15h30 ngày 5/9/2024',
      '5\\9\\2024',
    ] as const
  ).map((typed): Case => ['date', typed, { value: '2024-09-05', repaired: typed }]),
  ...(['31//02/2024', '9//2024', '05/09/2024-10/09/2024', '5/9/2024; 10/9/2024'] as const).map(
    (typed): Case => ['date', typed, { bad: typed, expected: 'date' }],
  ),
  ['date', '31/02/2024', { bad: '31/02/2024', expected: 'date' }],
  ['date', '05/13/2024', { bad: '05/13/2024', expected: 'date', suggestion: '13/05/2024' }],
  ['date', 1985, '1985'],
  ['date', '1985.0', '1985'],
  ['date', 5.9, { bad: '5.9', expected: 'date' }],
  ['date', '…', null],
  ['date', '０５/０９/２０２４', '2024-09-05'],
  ['date', true, { bad: 'TRUE', expected: 'date' }],
];

describe('casts', () => {
  it.each(CASES)('%s of %j', (type, raw, expected) => {
    expect(CASTS[type](raw)).toEqual(expected);
  });

  const anyValue = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,/- xXIVmứcTháng%') }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(new UncomputedFormula()),
    fc.constant(new CellError('#REF!')),
    fc.double({ noNaN: true }).map((n) => new Percentage(n)),
    fc.nat(60000).map((n) => date(2024, 1, 1, n)),
  );

  it.each(Object.keys(CASTS) as FieldType[])(
    '%s takes anything, and says the same twice',
    (type) => {
      fc.assert(
        fc.property(anyValue, (raw) => {
          const cast = CASTS[type](raw);
          expect(CASTS[type](raw)).toEqual(cast);
          if (isBlank(raw)) expect(cast).toBe(type === 'mark' ? false : null);
        }),
      );
    },
  );
});

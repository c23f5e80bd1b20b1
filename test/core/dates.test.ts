import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateFromNumber,
  isIsoDate,
  isoDate,
  monthsFirst,
  nearestDate,
  parseDate,
  parseMonthFirst,
  serialDate,
} from '../../src/core/dates.js';

describe('parseDate', () => {
  it.each([
    ['05/09/2024', '2024-09-05'],
    ['5-9-2024', '2024-09-05'],
    ['05.09.2024', '2024-09-05'],
    ['05 / 09 / 2024', '2024-09-05'],
    ['2024-09-05', '2024-09-05'],
    ['2024-09-05T08:30:00', '2024-09-05'],
    ['05/09/2024 08:30', '2024-09-05'],
    ['05/09/2024 8:30:00 SA', '2024-09-05'],
    ['5/9/2024 1:30 CH', '2024-09-05'],
    ['ngày 5 tháng 9 năm 2024', '2024-09-05'],
    ['Ngày 05/9/2024', '2024-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['1985', '1985'],
    ['05/1985', '1985-05'],
    ['tháng 5 năm 1985', '1985-05'],
    ['1985-05', '1985-05'],
  ])('%s → %s', (text, date) => expect(parseDate(text)).toEqual({ date }));

  it.each([
    ['5/9/24', '2024-09-05'],
    ['12/05/85', '1985-05-12'],
    ['5 tháng 9 năm 24', '2024-09-05'],
    ['05092024', '2024-09-05'],
    ['20240905', '2024-09-05'],
    ['05-Sep-2024', '2024-09-05'],
    ['45540', '2024-09-05'],
    ['thứ 5, 05/9/2024', '2024-09-05'],
    ['sáng ngày 5/9/2024', '2024-09-05'],
    ['CN 5/9/2024', '2024-09-05'],
  ])('%s → %s, told', (text, date) => {
    expect(parseDate(text)).toEqual({ date, repaired: true });
  });

  it.each([
    '31/02/2024',
    '29/02/2023',
    '00/01/2024',
    '05/09/204',
    '05/09/2204',
    'x',
    '',
    '12345',
    '05-Foo-2024',
  ])('%j is bad', (text) => expect(parseDate(text)).toEqual({ bad: true }));

  it('tells the day and month of what lacks its year, as that is no date by itself', () => {
    expect(parseDate('5/9')).toEqual({ bad: true, dayMonth: { day: 5, month: 9 } });
  });

  it('tells which stands first, and reads a column that has the month first', () => {
    expect(
      ['9/13/2024', '9/13/24 8:05', '13/9/2024', '13/12/2024', '12/13/2024'].map(monthsFirst),
    ).toEqual([true, true, false, false, true]);
    expect(['9/3/2024', '13/13/2024', 'x'].map(monthsFirst)).toEqual([null, null, null]);
    expect(parseMonthFirst('9/3/2024')).toEqual({ date: '2024-09-03', repaired: true });
    expect(parseMonthFirst('2024-09-03')).toEqual({ date: '2024-09-03' });
  });

  it('never turns mm/dd round, but suggests it', () => {
    expect(parseDate('09/15/2024')).toEqual({ bad: true, suggestion: '15/09/2024' });
  });

  const day = fc.date({
    min: new Date('1955-01-01'),
    max: new Date('2060-12-31'),
    noInvalidDate: true,
  });

  it('reads every day back, however it is written', () => {
    fc.assert(
      fc.property(day, (when) => {
        const [y, m, d] = [when.getUTCFullYear(), when.getUTCMonth() + 1, when.getUTCDate()];
        const iso = isoDate(y, m, d);
        for (const text of [
          iso,
          `${d}/${m}/${y}`,
          `${d}.${m}.${y}`,
          `ngày ${d} tháng ${m} năm ${y}`,
        ]) {
          expect(parseDate(text)).toEqual({ date: iso });
        }
        const serial = Math.floor(when.getTime() / 864e5) + 25569;
        expect(serialDate(serial)).toBe(iso);
        expect(dateFromNumber(serial)).toEqual({ date: iso, repaired: true });
        expect(isIsoDate(iso)).toBe(true);
      }),
    );
  });
});

describe('a day without its year', () => {
  it.each([
    [20, 8, '2024-09-14', '2024-08-20'],
    [20, 12, '2025-01-14', '2024-12-20'],
    [2, 1, '2024-12-14', '2025-01-02'],
    [29, 2, '2024-03-14', '2024-02-29'],
    [29, 2, '2025-03-14', null],
    [14, 3, '2024-09-14', null],
  ])('%i/%i, near %s → %s', (day, month, last, date) => {
    expect(parseDate(`${day}/${month}`)).toEqual({ bad: true, dayMonth: { day, month } });
    expect(nearestDate({ day, month }, last)).toBe(date);
  });
});

it('dates in number cells', () => {
  expect(dateFromNumber(1985)).toEqual({ date: '1985' });
  expect(dateFromNumber(5092024)).toEqual({ date: '2024-09-05', repaired: true });
  for (const n of [5.9, -1, 1e9, 61000, Number.NaN])
    expect(dateFromNumber(n)).toEqual({ bad: true });
});

it('isIsoDate', () => {
  expect(isIsoDate('2024-02-29')).toBe(true);
  const none = [
    '2024-02-30',
    '2025-02-29',
    '2025-06-31',
    '2024-13-01',
    '2024-9-5',
    '05/09/2024',
    '',
  ];
  for (const no of none) expect(isIsoDate(no)).toBe(false);
});

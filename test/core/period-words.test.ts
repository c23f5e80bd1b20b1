import { describe, expect, it } from 'vitest';
import { periodInSentence, periodName, periodsInSentence } from '../../src/core/period-words.js';

const PERIODS = ['2024-09', '2024-Q3', '2024-H2', '2024'];

describe('a period', () => {
  it('has a name in both languages', () => {
    expect(PERIODS.map((period) => periodName(period, 'vi'))).toEqual([
      'Tháng 9/2024',
      'Quý III năm 2024',
      '6 tháng cuối năm 2024',
      'Năm 2024',
    ]);
    expect(PERIODS.map((period) => periodName(period, 'en'))).toEqual([
      'September 2024',
      'Quarter 3 of 2024',
      'Second half of 2024',
      '2024',
    ]);
  });

  it('begins with no capital within a sentence, but where English has one', () => {
    expect(periodInSentence('2024-Q3', 'vi')).toBe('quý III năm 2024');
    expect(periodInSentence('2024-Q3', 'en')).toBe('quarter 3 of 2024');
    expect(periodInSentence('2024-09', 'en')).toBe('September 2024');
  });

  it('is the text itself where it is none', () => {
    for (const text of ['2024-13', 'Tháng 9', '']) expect(periodName(text, 'en')).toBe(text);
  });

  it.each([
    [['2024-09'], 'tháng 9/2024', 'September 2024'],
    [['2024-08', '2024-09'], 'tháng 8, 9/2024', 'August, September 2024'],
    [['2024-07', '2024-08', '2024-09'], 'tháng 7–9/2024', 'July–September 2024'],
    [
      ['2023-11', '2023-12', '2024-01', '2024-03'],
      'tháng 11, 12/2023, tháng 1, 3/2024',
      'November, December 2023, January, March 2024',
    ],
    [
      ['2024-Q1', '2024-Q2'],
      'quý I năm 2024, quý II năm 2024',
      'quarter 1 of 2024, quarter 2 of 2024',
    ],
    [['x'], 'x', 'x'],
  ])('several stand together where they can: %j', (periods, vi, en) => {
    expect([periodsInSentence(periods, 'vi'), periodsInSentence(periods, 'en')]).toEqual([vi, en]);
  });
});

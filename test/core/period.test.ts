import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  comparePeriods,
  firstDay,
  includes,
  isMonth,
  lastDay,
  type Month,
  monthOf,
  monthOfDate,
  monthsOf,
  type Period,
  parsePeriod,
  previousMonth,
  previousPeriod,
  samePeriodLastYear,
} from '../../src/core/period.js';

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => monthOf(y, m));
const period: fc.Arbitrary<Period> = fc.oneof(
  month,
  month.map((m): Period => `${Number(m.slice(0, 4))}-Q${Math.ceil(Number(m.slice(5)) / 3)}`),
  month.map((m): Period => `${Number(m.slice(0, 4))}-H${Math.ceil(Number(m.slice(5)) / 6)}`),
  month.map((m): Period => `${Number(m.slice(0, 4))}`),
);

it('parsePeriod takes the one spelling', () => {
  for (const p of ['2024-09', '2024-Q3', '2024-H2', '2024']) expect(parsePeriod(p)).toBe(p);
  for (const p of ['2024-9', '2024-13', '2024-Q5', '2024-h2', '09/2024', '', '2024-00']) {
    expect(parsePeriod(p)).toBeNull();
  }
  const texts = ['2024-09', '2024-Q3', '2024', '2024-13', '1824-09'];
  expect(texts.filter(isMonth)).toEqual(['2024-09']);
});

describe('calendar', () => {
  it('a month runs from the 15th to the 14th, unless the config says otherwise', () => {
    expect([firstDay('2024-09'), lastDay('2024-09')]).toEqual(['2024-08-15', '2024-09-14']);
    expect([firstDay('2024-01'), lastDay('2024-01')]).toEqual(['2023-12-15', '2024-01-14']);
    expect([firstDay('2024-02', 'calendar'), lastDay('2024-02', 'calendar')]).toEqual([
      '2024-02-01',
      '2024-02-29',
    ]);
    expect([firstDay('2024-09', 'cutoff', 20), lastDay('2024-09', 'cutoff', 20)]).toEqual([
      '2024-08-21',
      '2024-09-20',
    ]);
    expect([firstDay('2024-Q3'), lastDay('2024-Q3')]).toEqual(['2024-06-15', '2024-09-14']);
    expect([firstDay('2024'), lastDay('2024-H2')]).toEqual(['2023-12-15', '2024-12-14']);
    expect(lastDay('2025-07')).toBe('2025-07-14');
  });

  it('months follow on each other without gap or overlap', () => {
    fc.assert(
      fc.property(month, fc.constantFrom('cutoff' as const, 'calendar' as const), (m, calendar) => {
        const after = new Date(`${lastDay(m, calendar)}T00:00:00Z`).getTime() + 864e5;
        expect(new Date(after).toISOString().slice(0, 10)).toBe(
          firstDay(addMonths(m, 1), calendar),
        );
        expect(monthOfDate(firstDay(m, calendar), calendar)).toBe(m);
        expect(monthOfDate(lastDay(m, calendar), calendar)).toBe(m);
        expect(previousMonth(addMonths(m, 1))).toBe(m);
      }),
    );
  });
});

it('periods are built from months', () => {
  expect(monthsOf('2024-Q3')).toEqual(['2024-07', '2024-08', '2024-09']);
  expect(monthsOf('2024-H2')).toHaveLength(6);
  expect(monthsOf('2024')[11]).toBe('2024-12');
  expect(['2024-01', '2024-Q1', '2024-H1', '2024'].map((p) => previousPeriod(p as Period))).toEqual(
    ['2023-12', '2023-Q4', '2023-H2', '2023'],
  );
  expect(samePeriodLastYear('2024-Q3')).toBe('2023-Q3');
  expect(includes('2024-Q3', '2024-09')).toBe(true);
  expect(includes('2024-Q3', '2024-10')).toBe(false);
  expect(
    (['2024', '2024-Q4', '2024-12', '2024-09', '2024-Q3', '2024-H2'] as Period[]).sort(
      comparePeriods,
    ),
  ).toEqual(['2024-09', '2024-Q3', '2024-12', '2024-Q4', '2024-H2', '2024']);
});

it('the period before ends where this one begins', () => {
  fc.assert(
    fc.property(period, (p) => {
      const before = monthsOf(previousPeriod(p));
      expect(before).toHaveLength(monthsOf(p).length);
      expect(addMonths(before.at(-1) as Month, 1)).toBe(monthsOf(p)[0]);
      expect(parsePeriod(p)).toBe(p);
    }),
  );
});

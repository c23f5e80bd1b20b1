import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/core/period.js';
import { review } from '../../src/history/review.js';
import { reviewText } from '../../src/reports/review-text.js';
import { closed, lastDayOf, REGISTRY, summaryOf } from '../history/made.js';

const of = (households_assisted: number) => ({ '1011': { households_assisted } });

/** Of a quarter after another, what a program that only counts households says of it. */
function said(months: Readonly<Record<Month, ReturnType<typeof of>>>): string {
  const whole = summaryOf('2024-Q2', months);
  const flows = whole.indicators.filter(({ id }) => id === 'households_assisted');
  const summary = { ...whole, indicators: flows };
  const history = (['2024-01', '2024-02', '2024-03'] as const).map((one) => closed(one, of(10)));
  const against = review(summary, history, { registry: REGISTRY, lastDayOf });
  return reviewText(summary, against, [], 'vi');
}

describe('a change of a flow over a quarter', () => {
  it('says that the quarter lacks months, before anything else', () => {
    const text = said({ '2024-04': of(10), '2024-06': of(12) });
    expect(text).toMatch(/: -8 \(kỳ này mới có số liệu 2\/3 tháng; /);
  });

  it('stands alone where they are all there', () => {
    const text = said({ '2024-04': of(10), '2024-05': of(1), '2024-06': of(12) });
    expect(text).toContain(': -7 (cùng 1 ấp: -7)');
  });
});

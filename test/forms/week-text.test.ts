import { describe, expect, it } from 'vitest';
import { weekOfDays } from '../../src/forms/cells/week-text.js';

describe('a week that is told by its days', () => {
  it.each([
    ['2024-09-30', ['02/9–08/9', '09/9–15/9', '16/9–22/9', '23/9–29/9', '30/9–06/10']],
    ['2024-09-14', ['12/8–18/8', '19/8–25/8', '26/8–01/9', '02/9–08/9', '09/9–14/9']],
    ['2025-01-14', ['16/12–22/12', '23/12–29/12', '30/12–05/01', '06/01–12/01']],
  ])('is numbered on to %s, each by a number of its own', (lastDay, weeks) => {
    const numbers = weeks.map((days) => weekOfDays([`BÁO CÁO TUẦN (${days})`], lastDay)!);
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i));
    expect(numbers[0]).toBeGreaterThan(0);
  });

  it.each(['01/9–30/9', '09/9–02/9', '31/9–06/10', '02/3–08/3'])('is none of %s', (days) => {
    expect(weekOfDays([`BÁO CÁO TUẦN (${days})`], '2024-09-14')).toBeNull();
  });
});

import { isMonth, type Month, monthsOf, type Period } from '../core/period.js';
import type { Fact } from './types.js';

/** When a figure of a period stands: it counts in the last month, and is of all of them. */
export function timeOf(period: Period): Pick<Fact, 'month' | 'months'> {
  const months = monthsOf(period);
  return { month: months.at(-1)!, ...(!isMonth(period) && { months }) };
}

/** The months that a fact is of. */
export function monthsOfFact({ month, months }: Fact): readonly Month[] {
  return months ?? [month];
}

/** A fact as it stands in another month than its own, of that one alone. */
export function inMonth(fact: Fact, month: Month): Fact {
  if (fact.month === month) return fact;
  const { months: _, ...own } = fact;
  return { ...own, month };
}

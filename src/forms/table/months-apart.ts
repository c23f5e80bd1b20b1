import type { Setting } from '../lines/setting.js';

/** What is of one of several months beside each other, and what that month makes of it. */
interface OfItsMonth {
  readonly setting: Setting;
}

/** One that may be left aside. */
interface MonthApart extends OfItsMonth {
  /** Of another month than is asked for, or than the sheet's lines state where another fits them. */
  readonly isAside: boolean;
}

/** Which of several months beside each other are not read (contract, Periods). */
export function setApart<T extends OfItsMonth>(months: readonly T[]): readonly (T & MonthApart)[] {
  const isContrary = ({ setting: { verdict } }: T) => verdict.state === 'rejected';
  const fits = months.some((one) => !isContrary(one));
  return months.map((one) => {
    const isOther = one.setting.verdict.state === 'other-period';
    return { ...one, isAside: isOther || (fits && isContrary(one)) };
  });
}

/** Those that are read. Where none is, one of them stands for the sheet. */
export function monthsTaken<T extends MonthApart>(months: readonly T[]): readonly T[] {
  const own = months.filter(({ isAside }) => !isAside);
  if (own.length > 0) return isRead(own[0]!) ? own : own.slice(-1);
  return months.filter(({ setting: { verdict } }) => verdict.state === 'other-period').slice(-1);
}

/** True where it is known of which month each is that would be read. */
export function areMonthsKnown(months: readonly OfItsMonth[]): boolean {
  return months.every((one) => !isRead(one) || one.setting.verdict.month !== null);
}

/** True of what counts in its month. */
export function isRead({ setting: { verdict } }: OfItsMonth): boolean {
  return verdict.state === 'read';
}

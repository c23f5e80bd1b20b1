import { addDays } from '../core/days.js';
import { groupBy } from '../core/group-by.js';
import { memo } from '../core/memo.js';
import { nameOf } from './names.js';
import type { IsoDate, Registry, Unit } from './types.js';

/** Stand for open ends; they compare as text like any date. */
export const FIRST_DAY: IsoDate = '0000-01-01';
export const LAST_DAY: IsoDate = '9999-12-31';

/** The lowest level, where a team works (contract, Words). */
export const HAMLET = 'hamlet';

/** The day before; of an open beginning that itself. */
export function dayBefore(date: IsoDate): IsoDate {
  return date <= FIRST_DAY ? FIRST_DAY : addDays(date, -1);
}

/** The day after; of an open end that itself. */
export function dayAfter(date: IsoDate): IsoDate {
  return date >= LAST_DAY ? LAST_DAY : addDays(date, 1);
}

type Dated = Pick<Unit, 'validFrom' | 'validTo'>;

/** First day of validity; `FIRST_DAY` where it is open. */
export function opens(unit: Dated): IsoDate {
  return unit.validFrom ?? FIRST_DAY;
}

/** Last day of validity, inclusive; `LAST_DAY` where it is open. */
export function closes(unit: Dated): IsoDate {
  return unit.validTo ?? LAST_DAY;
}

/** True on every day of validity, the first and the last among them. */
export function isValidOn(unit: Dated, date: IsoDate): boolean {
  return opens(unit) <= date && date <= closes(unit);
}

/**
 * True where two rows are one unit. Rows of one code and one name are one hamlet that moved;
 * above the hamlet a row is a unit, and any continuity is in the changes (contract, Registry).
 * Names are compared folded: `Ấp Thủy Lợi` is `Ấp Thuỷ Lợi`.
 */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a === b) return true;
  if (a.level !== HAMLET || b.level !== HAMLET || a.code !== b.code) return false;
  return a.name === b.name || nameOf(a).whole === nameOf(b).whole;
}

const groupByCode = memo(
  (units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> =>
    groupBy(units, (unit) => unit.code),
);

/** The rows of each code, in the registry's order. Made once for a registry. */
export function rowsByCode(
  registry: Pick<Registry, 'units'>,
): ReadonlyMap<string, readonly Unit[]> {
  return groupByCode(registry.units);
}

/** The unit that a code means on a day: official codes are reused, so key = code + date. */
export function unitAsOf(
  registry: Pick<Registry, 'units'>,
  code: string,
  date: IsoDate,
): Unit | undefined {
  return rowsByCode(registry)
    .get(code)
    ?.find((unit) => isValidOn(unit, date));
}

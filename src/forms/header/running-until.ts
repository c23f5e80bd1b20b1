/** The last month, and perhaps the day, of what a heading counts. */
interface Until {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const DAY = /(?:^| )(\d{1,2}) (\d{1,2})(?: (20\d\d))?$/;
const MONTH = /(?:^| )(?:thang|t) ?(\d{1,2})(?: (?:nam )?(20\d\d))?$/;
const MONTHS = /(?:^| )(\d{1,2}) thang(?: |$)/;
/** `Lũy kế từ 1/1/2024` says when it begins. */
const SINCE = /(?:^| )tu (?!.* den )/;
const LAST_DAY = 31;

/** @param key a folded heading: `luy ke den 14 8 2024`, `luy ke thang 8`, `luy ke 8 thang` */
function untilOf(key: string): Until | null {
  if (SINCE.test(key)) return null;
  const day = DAY.exec(key);
  if (day !== null) return until(day[3], day[2], Number(day[1]));
  const month = MONTH.exec(key) ?? MONTHS.exec(key);
  return month === null ? null : until(month[2], month[1], LAST_DAY);
}

function until(year: string | undefined, month: string | undefined, day: number): Until {
  return { year: year === undefined ? null : Number(year), month: Number(month), day };
}

/** True where another of the headings counts up to a later day than this one. */
export function isEarlier(key: string, keys: readonly string[]): boolean {
  const own = untilOf(key);
  if (own === null) return false;
  return keys.some((other) => {
    const its = untilOf(other);
    return its !== null && isBefore(own, its);
  });
}

function isBefore(one: Until, other: Until): boolean {
  if (one.year !== null && other.year !== null && one.year !== other.year)
    return one.year < other.year;
  return one.month === other.month ? one.day < other.day : one.month < other.month;
}

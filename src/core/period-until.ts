import { DAY, month, type Pattern, re, type Said, stated, THANG, Y } from './period-pieces.js';
import { type Day, lastMonth, spanNear, spanOfDays } from './period-range.js';

const UP_TO = '(?:den|het|toi)(?: het)?(?: ngay)?';
const MONTH = `${THANG} ?(0?[1-9]|1[0-2])(?!\\d)(?:[ ,/.-]{1,3}(?:nam )?${Y})?`;
const KY = '(?<=\\bky(?: bao cao)?[ :]{0,3})';
/** Up to that day something is to be handed in: `hạn nộp: đến 16/9`. */
const DEADLINE = /\bhan\b[^;,.()]*$/;

/** A day whose year is named elsewhere, if at all. */
type OpenDay = Omit<Day, 'year'>;

/** Where no year is named: a common one, and one with a 29 February. */
const YEARS = [2023, 2024];

/** The month of which a day is the last. */
function until(day: OpenDay, year: number | undefined, cutoff: number | undefined): Said | null {
  if (day.month < 1 || day.month > 12) return null;
  for (const of of year === undefined ? YEARS : [year]) {
    const ends = lastMonth({ ...day, year: of }, cutoff);
    if (ends !== null) return upTo(year && Number(ends.slice(0, 4)), ends.slice(5));
  }
  return null;
}

/** `từ 15/8 đến 14/9`, of a year that is named elsewhere. */
export function untilOfRange(from: OpenDay, to: OpenDay, cutoff?: number): Said | null {
  for (const year of YEARS) {
    const first = { ...from, year: year - (from.month > to.month ? 1 : 0) };
    const last = { ...to, year };
    const found = spanOfDays(first, last, cutoff) ?? spanNear(first, last, cutoff);
    if (found !== null) return upTo(undefined, found.part);
  }
  return null;
}

function upTo(year: number | undefined, part: string): Said {
  return { ...stated(year ?? null, part), strength: 'until' };
}

function ofDay(m: RegExpMatchArray, cutoff: number | undefined): Said | null {
  const year = m[3] === undefined ? undefined : Number(m[3]);
  return until({ day: Number(m[1]), month: Number(m[2]) }, year, cutoff);
}

/** The last day or month of a running total: `Lũy kế từ đầu năm đến 14/9/2024`. */
export const RUNNING: Pattern = {
  pattern: re(`luy ke (?:tu|quy|nam|ca nam)[^;),]*?(?<![a-z])${UP_TO} (?:${DAY}|${MONTH})`),
  only: ['line'],
  read: (m, _, __, cutoff) => {
    const said = m[4] === undefined ? ofDay(m, cutoff) : month(m[5], m[4]);
    return said && { ...said, strength: 'until', running: true };
  },
};

/** Days up to which figures go. */
export const UNTIL: Pattern = {
  pattern: re(`${UP_TO} ${DAY}`),
  read: (m, before, where, cutoff) => {
    const isOpen = m[3] === undefined && where !== 'line';
    return isOpen || DEADLINE.test(before) ? null : ofDay(m, cutoff);
  },
};

/** What stands behind a period's label and is not written as one. */
export const LABELLED: readonly Pattern[] = [
  // The last day of a month: `Kỳ báo cáo: 31/8/2024`.
  {
    pattern: re(`${KY}${DAY}`),
    only: ['line'],
    read: (m, _, __, cutoff) => (m[3] === undefined ? 'leave' : ofDay(m, cutoff)),
  },
  {
    pattern: re(`${KY}(20[1-4]\\d)(0[1-9]|1[0-2])(?!\\d)`),
    only: ['line'],
    read: (m) => month(m[1], m[2]!),
  },
];

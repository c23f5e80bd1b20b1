import { memoText } from './memo.js';
import { comparePeriods, type Period, parsePeriod } from './period.js';
import { DOUBTFUL } from './period-names.js';
import { PATTERNS } from './period-patterns.js';
import { clean, fold, foldAccents } from './text.js';

/** `line`: above the table; `file`: a file or sheet name; `folder`: a path, with `/`. */
export type Where = 'line' | 'file' | 'folder';

/** What a text says of its period. */
export interface FoundPeriod {
  /** Null where only a month, quarter or half is named (`Tháng 9`). */
  readonly year: number | null;
  /** `01` to `12`, `Q1` to `Q4`, `H1`, `H2`; blank for a whole year. */
  readonly part: string;
  /**
   * `stated`: names its period. `year`: a year alone, which titles of plans bear too.
   * `until`: only the day up to which the figures go (`tính đến ngày 14/9/2024`).
   * `odd`: no month, quarter, half or year (`9 tháng đầu năm`, `Tháng 13/2024`); `part` is then
   * the last month named.
   */
  readonly strength: 'stated' | 'year' | 'until' | 'odd';
  /**
   * `until` which a running total goes: `Lũy kế từ đầu năm đến 14/9/2024`; or `odd`, as the months
   * that it sums are: `Lũy kế 9 tháng năm 2024`.
   */
  readonly running?: true;
  /** Of something else, such as a plan (`phương hướng tháng 10`), unless it stands alone. */
  readonly aside?: true;
  /** As it stands in the text, for people. */
  readonly text: string;
}

const MAY_HOLD = /\d|thang|quy/;
/** Stands for what has been read, so that no later pattern reads it again. */
export const READ = '\u0000';

/**
 * Finds the periods that a text states, in the order of the text. Dates of signing, numbers
 * of documents and date stamps (`20240914`) are no periods, nor is what a line compares
 * with (`so với tháng 8/2024`). `cutoff` is the calendar's last day.
 */
export const findPeriods: FindPeriods = periodFinder((folded) => folded);

/** Finds the periods that a text of a sheet or of a name states, as `findPeriods` does. */
export type FindPeriods = (text: string, where: Where, cutoff?: number) => readonly FoundPeriod[];

/** Puts `READ` in place of what is not to be read of a text, which is folded and without accents. */
export type Blank = (folded: string) => string;

/**
 * A `findPeriods` that passes over parts of texts: names of units that read like periods. Lines
 * and names repeat from file to file; what they say does not change.
 */
export function periodFinder(blank: Blank): FindPeriods {
  const readers: Record<Where, Map<number | undefined, Reader>> = {
    line: new Map(),
    file: new Map(),
    folder: new Map(),
  };
  return (text, where, cutoff) => {
    const own = readers[where];
    let read = own.get(cutoff);
    if (read === undefined) {
      read = memoText((one) => readPeriods(one, where, cutoff, blank));
      own.set(cutoff, read);
    }
    return read(text);
  };
}

type Reader = (text: string) => readonly FoundPeriod[];

interface Found {
  readonly at: number;
  readonly end: number;
  readonly said: FoundPeriod;
}

function readPeriods(
  text: string,
  where: Where,
  cutoff: number | undefined,
  blank: Blank,
): readonly FoundPeriod[] {
  const cleaned = clean(text);
  const accented = fold(cleaned);
  const folded = withNextMonth(accented, foldAccents(accented));
  if (!MAY_HOLD.test(folded)) return [];
  const shown = folded.length === cleaned.length ? cleaned : folded;
  const found: Found[] = [];
  let rest = blank(where === 'folder' ? folded.replaceAll('/', '|') : folded);
  for (const { pattern, only, read } of PATTERNS) {
    if (only !== undefined && !only.includes(where)) continue;
    if (!MAY_HOLD.test(rest)) break;
    for (const match of rest.matchAll(pattern)) {
      const said = read(match, rest.slice(0, match.index), where, cutoff);
      if (said === 'leave') continue;
      const end = match.index + match[0].length;
      rest = rest.slice(0, match.index) + READ.repeat(match[0].length) + rest.slice(end);
      if (said !== null)
        found.push({
          at: match.index,
          end,
          said: { ...said, text: shown.slice(match.index, end).trim() },
        });
    }
  }
  return settled(
    found.sort((a, b) => a.at - b.at),
    folded,
  );
}

const NEXT_MONTH = /(tháng|thang)([ _.:-]{0,3})sau(?![\p{L}])(?!.{0,8}20\d\d)/gu;

/**
 * `tháng sau` is the next month, and none that is named; without accents June is written so too,
 * and nobody knows which is meant.
 */
function withNextMonth(accented: string, folded: string): string {
  if (folded.length !== accented.length || !folded.includes('sau')) return folded;
  return [...accented.matchAll(NEXT_MONTH)].reduce((text, { 0: whole, 1: word, index }) => {
    const end = index + whole.length;
    const sign = word === 'thang' ? DOUBTFUL : READ.repeat(3);
    return text.slice(0, end - 3) + sign + text.slice(end);
  }, folded);
}

/** Which of the periods of a text are of something else, and what year is meant. */
function settled(found: readonly Found[], folded: string): FoundPeriod[] {
  const between = (i: number) => folded.slice(found[i - 1]?.end ?? 0, found[i]?.at);
  const periods = found.map(({ said }, i) =>
    said.strength !== 'year' && isAside(between(i)) ? { ...said, aside: true as const } : said,
  );
  for (let i = periods.length - 2; i >= 0; i--)
    periods[i] = withYear(periods[i]!, periods[i + 1]!, between(i + 1));
  return periods;
}

/** What is planned, or was founded, in the period named next. */
const ASIDE =
  /(?:phuong huong|nhiem vu|ke hoach|du kien|muc tieu|chi tieu|thoi gian thuc hien|(?:ky|thang|quy|nam) (?:sau|toi)|(?<!moi )thanh lap|kien toan|hoat dong(?: ke)? tu)(?!.*(?:bao cao|so lieu|ky nay|thang nay))[^\d;]*$/;
/** A plan that was carried out is what the sheet tells of. */
const TOLD = /thuc hien|ket qua|hoan thanh|tong ket|so ket|danh gia|bao cao|theo/;

function isAside(before: string): boolean {
  const at = before.search(ASIDE);
  return at >= 0 && !TOLD.test(before.slice(0, at));
}

/**
 * The year stands with what comes behind: `Quý 3 (tháng 7, 8, 9) năm 2024`, or
 * `Kết quả tháng 12, phương hướng tháng 01 năm 2025`, which is December 2024.
 */
function withYear(period: FoundPeriod, next: FoundPeriod, between: string): FoundPeriod {
  const { year, part, strength, aside } = next;
  const isShared = aside || strength === 'odd' || part === period.part;
  const isYear = strength === 'year' && /^[), ]*$/.test(between);
  if (period.year !== null || year === null || !(isShared || isYear)) return period;
  const [own, other] = [period.part, part].map((one) => periodOf({ ...period, year, part: one }));
  const isLater = aside && own && other && comparePeriods(own, other) > 0;
  return { ...period, year: year - (isLater ? 1 : 0) };
}

/** The period, where the year is known. */
export function periodOf(found: FoundPeriod): Period | null {
  if (found.year === null) return null;
  return parsePeriod(found.part === '' ? `${found.year}` : `${found.year}-${found.part}`);
}

import { getOrMake, memoText } from './memo.js';
import { type Period, parsePeriod } from './period.js';
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
   */
  readonly strength: 'stated' | 'year' | 'until';
  /** As it stands in the text, for people. */
  readonly text: string;
}

const MAY_HOLD = /\d|thang|quy/;
/** Stands for what has been read, so that no later pattern reads it again. */
const READ = '\u0000';

/**
 * Finds the periods that a text states, in the order of the text. Dates of signing, numbers
 * of documents and date stamps (`20240914`) are no periods, nor is what a line compares
 * with (`so với tháng 8/2024`). `cutoff` is the calendar's last day.
 */
export function findPeriods(text: string, where: Where, cutoff?: number): readonly FoundPeriod[] {
  return reader(`${where}${cutoff}`, where, cutoff)(text);
}

type Read = (text: string) => readonly FoundPeriod[];
const readers = new Map<string, Read>();

/** Lines and names repeat from file to file; what they say does not change. */
function reader(key: string, where: Where, cutoff: number | undefined): Read {
  return getOrMake(readers, key, () => memoText((text) => readPeriods(text, where, cutoff)));
}

function readPeriods(text: string, where: Where, cutoff?: number): readonly FoundPeriod[] {
  const cleaned = clean(text);
  const folded = foldAccents(fold(cleaned));
  if (!MAY_HOLD.test(folded)) return [];
  const shown = folded.length === cleaned.length ? cleaned : folded;
  const found: (readonly [number, FoundPeriod])[] = [];
  let rest = where === 'folder' ? folded.replaceAll('/', '|') : folded;
  for (const { pattern, only, read } of PATTERNS) {
    if (only !== undefined && !only.includes(where)) continue;
    for (const match of rest.matchAll(pattern)) {
      const said = read(match, rest.slice(0, match.index), where, cutoff);
      if (said === 'leave') continue;
      const end = match.index + match[0].length;
      rest = rest.slice(0, match.index) + READ.repeat(match[0].length) + rest.slice(end);
      if (said !== null)
        found.push([match.index, { ...said, text: shown.slice(match.index, end).trim() }]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]).map(([, period]) => period);
}

/** The period, where the year is known. */
export function periodOf(found: FoundPeriod): Period | null {
  if (found.year === null) return null;
  return parsePeriod(found.part === '' ? `${found.year}` : `${found.year}-${found.part}`);
}

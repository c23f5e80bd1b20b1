import { NUMBERED_LETTER } from '../core/character-references.js';

/** In the order of trust: a comma may also stand in a number or an address. */
const USUAL: readonly string[] = [...';\t|,'];

/**
 * Others that programs offer, and what an input method for East Asian text makes of the usual. Some
 * are letters of older fonts as well: `§` is the `Đ` of TCVN3.
 */
const RARE: readonly string[] = [...'^~；｜，¦§'];

const DELIMITERS = [...USUAL, ...RARE];
const PLACES: ReadonlyMap<string, number> = new Map(DELIMITERS.map((one, i) => [one, i]));

/** The first line that Excel writes, and reads, to name the delimiter. */
const SEPARATOR_LINE = /^sep=([^\r\n])(?:\r\n?|\n|$)/i;

/** Lines that are looked at. */
const SAMPLE_LINES = 200;

export interface DetectedDelimiter {
  readonly delimiter: string;
  /** Length of a `sep=` line, which is no record. */
  readonly skip: number;
}

/**
 * The delimiter of a text: the one that its `sep=` line names, else the one that cuts the
 * most lines into the same number of fields; a rare one only if it cuts them into more fields
 * in all. Delimiters within quotes do not count.
 */
export function detectDelimiter(text: string): DetectedDelimiter {
  const named = SEPARATOR_LINE.exec(text);
  if (named !== null) return { delimiter: named[1]!, skip: named[0].length };
  // The end of a letter by its number delimits nothing.
  const lines = countDelimiters(text.replaceAll(NUMBERED_LETTER, ''));
  let best = ',';
  let most: Agreement = { lines: 0, cuts: 0 };
  DELIMITERS.forEach((delimiter, index) => {
    const found = agreement(lines.map((counts) => counts[index]!));
    if (found.lines <= most.lines) return;
    if (index >= USUAL.length && found.cuts <= most.cuts) return;
    best = delimiter;
    most = found;
  });
  return { delimiter: best, skip: 0 };
}

/** For each line the number of each delimiter in it, outside of quotes that are closed. */
function countDelimiters(text: string): number[][] {
  const lines: number[][] = [];
  const last = text.lastIndexOf('"');
  let counts = DELIMITERS.map(() => 0);
  let quoted = false;
  let fieldStart = true;
  for (let i = 0; i < text.length && lines.length < SAMPLE_LINES; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"') quoted = false;
      continue;
    }
    const index = PLACES.get(c) ?? -1;
    if (c === '"') {
      // A quote opens a field, or follows another that has just closed: it stands for one.
      quoted = i < last && (fieldStart || text[i - 1] === '"');
    } else if (c === '\n' || (c === '\r' && text[i + 1] !== '\n')) {
      lines.push(counts);
      counts = DELIMITERS.map(() => 0);
    } else if (index >= 0) {
      counts[index]!++;
    }
    fieldStart = index >= 0 || c === '\n' || c === '\r' || (fieldStart && c === ' ');
  }
  if (counts.some((count) => count > 0)) lines.push(counts);
  return lines;
}

interface Agreement {
  /** How many lines have the commonest number of the delimiter, leaving out none at all. */
  readonly lines: number;
  /** How many delimiters these lines have together. */
  readonly cuts: number;
}

function agreement(counts: readonly number[]): Agreement {
  const tally = new Map<number, number>();
  let most: Agreement = { lines: 0, cuts: 0 };
  for (const count of counts) {
    if (count === 0) continue;
    const lines = (tally.get(count) ?? 0) + 1;
    tally.set(count, lines);
    if (lines > most.lines) most = { lines, cuts: lines * count };
  }
  return most;
}

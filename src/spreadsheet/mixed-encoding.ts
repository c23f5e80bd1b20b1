import { isUtf8 } from 'node:buffer';
import { decodeText, lettersOf, singleByteEncoding, type TextEncoding } from './text-encoding.js';

/** A line of a text: where it begins, and where it ends with its line break. */
type Line = readonly [from: number, to: number];

/**
 * A text put together from files of different encodings (`copy *.csv`), line by line: some lines are
 * UTF-8, the others in one of the encodings of a byte a letter. Null for a text that is not.
 * @param encoding that of the text as a whole
 */
export function mixedText(bytes: Buffer, encoding: TextEncoding): string | null {
  if (encoding.startsWith('utf-16') || !hasLetter(bytes) || isUtf8(bytes)) return null;
  const lines = linesOf(bytes).map((line) => ({ line, kind: kindOf(bytes, line) }));
  const others = lines.filter(({ kind }) => kind === 'other').map(({ line }) => line);
  if (others.length === 0 || lines.every(({ kind }) => kind !== 'utf-8')) return null;
  const own = singleByteEncoding(
    Buffer.concat(others.map(([from, to]) => bytes.subarray(from, to))),
  );
  return lines
    .map(({ line: [from, to], kind }) => {
      const text = bytes.subarray(from, to);
      return kind === 'other'
        ? decodeText(text, { encoding: own, skip: 0 })
        : text.toString('utf8');
    })
    .join('');
}

/** Half of Vietnamese's letters are E1 BA or E1 BB and a third byte. */
function hasLetter(bytes: Buffer): boolean {
  return bytes.includes(VIETNAMESE[0]!) || bytes.includes(VIETNAMESE[1]!);
}

const VIETNAMESE = [Buffer.of(0xe1, 0xba), Buffer.of(0xe1, 0xbb)];

function linesOf(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    lines.push([from, to]);
    from = to;
  }
  return lines;
}

/** `plain`: ASCII, the same in all. A line in UTF-8 may have a broken letter. */
function kindOf(bytes: Buffer, [from, to]: Line): 'plain' | 'utf-8' | 'other' {
  let isPlain = true;
  for (let i = from; i < to && isPlain; i++) isPlain = bytes[i]! < 0x80;
  if (isPlain) return 'plain';
  const line = bytes.subarray(from, to);
  if (isUtf8(line)) return 'utf-8';
  if (to === bytes.length && isCutShort(line)) return 'utf-8';
  const { broken, whole } = lettersOf(line.toString('utf8'));
  return whole >= broken ? 'utf-8' : 'other';
}

/** UTF-8 that ends within a letter. */
function isCutShort(line: Buffer): boolean {
  return [1, 2, 3].some((tail) => {
    const first = line[line.length - tail];
    const rest = line.subarray(0, line.length - tail);
    return first !== undefined && first >= 0xc2 && isUtf8(rest) && rest.some((byte) => byte > 0x7f);
  });
}

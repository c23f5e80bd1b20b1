import { limitError, MAX_MERGES, MAX_SHEET_TAIL_BYTES } from './limits.js';
import type { Merge } from './types.js';
import { XmlReader } from './xml.js';

/** Merged ranges of a worksheet part that is in memory: they stand after its rows. */
export function mergesOf(bytes: Buffer, part: string): Merge[] {
  const end = endOfRows(bytes);
  return end < 0 ? [] : mergesIn(bytes.subarray(end), part);
}

/** The same of a part that comes in pieces, of which only what follows the rows is kept. */
export async function mergesAfterRows(
  pieces: AsyncIterable<Buffer>,
  part: string,
): Promise<Merge[]> {
  const tail: Buffer[] = [];
  let size = 0;
  let last: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (tail.length > 0) {
      tail.push(piece);
    } else {
      // The tag may lie across two pieces.
      const joined = Buffer.concat([last, piece]);
      const end = endOfRows(joined);
      if (end >= 0) tail.push(joined.subarray(end));
      else last = joined.subarray(Math.max(0, joined.length - LONGEST_TAG));
    }
    if (tail.length > 0) size += piece.length;
    if (size > MAX_SHEET_TAIL_BYTES) {
      throw limitError('sheet-tail-bytes', MAX_SHEET_TAIL_BYTES, { part });
    }
  }
  return mergesIn(Buffer.concat(tail), part);
}

/** A closing tag with a prefix; one longer is not met. */
const LONGEST_TAG = 64;
const ROWS = 'sheetData';

/** After the tag that closes the rows; -1 where there is none. */
function endOfRows(bytes: Buffer): number {
  let at = bytes.indexOf(ROWS, 0, 'latin1');
  while (at >= 0) {
    const before = bytes.toString('latin1', Math.max(0, at - LONGEST_TAG / 2), at);
    if (/<\/(?:[^<>/\s]+:)?$/.test(before)) return bytes.indexOf('>', at, 'latin1') + 1 || -1;
    at = bytes.indexOf(ROWS, at + ROWS.length, 'latin1');
  }
  return -1;
}

function mergesIn(tail: Buffer, part: string): Merge[] {
  const none = tail.indexOf('mergeCell', 0, 'latin1') < 0;
  return none ? [] : readMerges(tail.toString('utf8'), part);
}

function readMerges(xml: string, part: string): Merge[] {
  const merges: Merge[] = [];
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.name === 'mergeCells' && reader.closing) break;
    if (!reader.opens('mergeCell')) continue;
    const merge = parseRange(reader.attribute('ref') ?? '');
    if (merge === null) continue;
    if (merges.length >= MAX_MERGES) throw limitError('merges', MAX_MERGES, { part });
    merges.push(merge);
  }
  return merges;
}

const RANGE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** `B2:D5`. A single cell is no merge, and what is no range is passed over. */
function parseRange(ref: string): Merge | null {
  const match = RANGE.exec(ref.trim());
  if (match === null) return null;
  const [left, top, right, bottom] = [
    columnIndex(match[1]!),
    Number(match[2]),
    columnIndex(match[3]!),
    Number(match[4]),
  ];
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** `A` → 0, `AB` → 27. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

import { columnNumber } from '../core/address.js';
import { memoText } from '../core/memo.js';
import { limitError, MAX_COLUMNS, MAX_MERGES, MAX_SHEET_TAIL_BYTES } from './limits.js';
import type { ColumnRange, Merge } from './types.js';
import { XmlReader } from './xml.js';

/**
 * What a worksheet part says besides its rows, and which a caller wants to know before
 * them: merged ranges stand after the rows (ECMA-376 Part 1 §18.3.1.99), columns before.
 */
export interface SheetLayout {
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly ColumnRange[];
}

/** A closing tag with a prefix; one longer is not met. */
const LONGEST_TAG = 64;
const ROWS = 'sheetData';

/** Layout of a part that is in memory. */
export function layoutOf(bytes: Buffer, part: string): SheetLayout {
  const end = endOfRows(bytes);
  return layout(headOf(bytes), end < 0 ? Buffer.alloc(0) : bytes.subarray(end), part);
}

/** Layout of a part that comes in pieces: the rows pass by, what follows them is kept. */
export async function layoutOfStream(
  pieces: AsyncIterable<Buffer>,
  part: string,
): Promise<SheetLayout> {
  const tail: Buffer[] = [];
  let head: Buffer | undefined;
  let size = 0;
  let last: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    head ??= headOf(piece);
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
  return layout(head ?? last, Buffer.concat(tail), part);
}

/** What precedes the rows: in the first piece of any part whose rows are to be streamed. */
function headOf(bytes: Buffer): Buffer {
  const end = bytes.indexOf(ROWS, 0, 'latin1');
  return bytes.subarray(0, end < 0 ? bytes.length : bytes.lastIndexOf('<', end, 'latin1'));
}

/** After the tag that closes the rows; -1 where there is none. What follows them is short. */
function endOfRows(bytes: Buffer): number {
  const end = endOfTag(bytes, bytes.lastIndexOf(ROWS, undefined, 'latin1'));
  if (end >= 0) return end;
  let at = bytes.indexOf(ROWS, 0, 'latin1');
  while (at >= 0) {
    const end = endOfTag(bytes, at);
    if (end >= 0) return end;
    at = bytes.indexOf(ROWS, at + ROWS.length, 'latin1');
  }
  return -1;
}

/** Where the tag of this name ends, if it is one that closes the rows; else -1. */
function endOfTag(bytes: Buffer, at: number): number {
  if (at < 0) return -1;
  const before = bytes.toString('latin1', Math.max(0, at - LONGEST_TAG / 2), at);
  const tag = /<(\/?)(?:[^<>/\s]+:)?$/.exec(before);
  const close = tag === null ? -1 : bytes.indexOf('>', at, 'latin1');
  return close >= 0 && (tag?.[1] === '/' || bytes[close - 1] === 0x2f) ? close + 1 : -1;
}

function layout(head: Buffer, tail: Buffer, part: string): SheetLayout {
  const hasColumns = head.includes('hidden', 0, 'latin1');
  const hasMerges = tail.includes('mergeCell', 0, 'latin1');
  return {
    hiddenColumns: hasColumns ? readColumns(head.toString()) : [],
    merges: hasMerges ? readMerges(tail.toString(), part) : [],
  };
}

function readColumns(text: string): ColumnRange[] {
  const columns: ColumnRange[] = [];
  const xml = new XmlReader(text);
  while (xml.next()) {
    if (!xml.opens('col') || !/^(?:1|true)$/.test(xml.attribute('hidden') ?? '')) continue;
    const first = Number(xml.attribute('min')) - 1;
    const last = Number(xml.attribute('max')) - 1;
    if (first >= 0 && last >= first && columns.length < MAX_COLUMNS) columns.push({ first, last });
  }
  return columns;
}

function readMerges(text: string, part: string): Merge[] {
  const merges: Merge[] = [];
  const xml = new XmlReader(text);
  while (xml.next()) {
    if (xml.name === 'mergeCells' && xml.closing) break;
    if (!xml.opens('mergeCell')) continue;
    const merge = rangeOf(xml.attribute('ref') ?? '');
    if (merge === null) continue;
    if (merges.length >= MAX_MERGES) throw limitError('merges', MAX_MERGES, { part });
    merges.push(merge);
  }
  return merges;
}

const RANGE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** `B2:D5`; null for what is no range. The same few stand in file after file. */
const rangeOf = memoText((ref): Merge | null => {
  const match = RANGE.exec(ref.trim());
  if (match === null) return null;
  const left = columnNumber(match[1]!);
  const right = columnNumber(match[3]!);
  const top = Number(match[2]);
  const bottom = Number(match[4]);
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
});

import { getOrMake } from '../core/memo.js';
import { biffRecords, EOF, sheetRecords } from './biff-records.js';
import type { ColumnRange } from './types.js';

/**
 * Columns that the sheets of a BIFF workbook hide, by where the sheet begins in the stream; none
 * of a sheet that hides none.
 * SheetJS tells them only together with the look of every cell, which takes half as much
 * memory again, and a third more time.
 */
export function biffHiddenColumns(stream: Buffer): ReadonlyMap<number, readonly ColumnRange[]> {
  const sheets = new Map<number, ColumnRange[]>();
  for (const { id, at, length, sheet } of sheetRecords(stream)) {
    if (id !== COLUMN_INFO || length < 10) continue;
    const first = stream.readUInt16LE(at);
    const last = Math.min(stream.readUInt16LE(at + 2), MAX_COLUMN);
    const isHidden = (stream.readUInt16LE(at + 8) & HIDDEN) !== 0;
    if (isHidden && first <= last)
      add(
        getOrMake(sheets, sheet, () => []),
        first,
        last,
      );
  }
  return sheets;
}

/** Where each sheet begins, in the order of the workbook; one that is all there is, at 0. */
export function biffSheetOffsets(stream: Buffer): number[] {
  const offsets: number[] = [];
  for (const { id, at, length } of biffRecords(stream)) {
    if (id === EOF) break;
    if (id === SHEET && length >= 4) offsets.push(stream.readUInt32LE(at));
  }
  return offsets.length === 0 ? [0] : offsets;
}

/** Columns side by side are one range, as from the other formats. */
function add(columns: ColumnRange[], first: number, last: number): void {
  const before = columns.at(-1);
  if (before?.last === first - 1) columns[columns.length - 1] = { first: before.first, last };
  else columns.push({ first, last });
}

const SHEET = 0x0085;
const COLUMN_INFO = 0x007d;
/** Of the flags of ColInfo (MS-XLS §2.4.53). */
const HIDDEN = 1;
const MAX_COLUMN = 255;

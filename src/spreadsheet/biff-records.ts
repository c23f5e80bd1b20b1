/** A record of a BIFF stream: `at` is where its content begins (MS-XLS §2.3). */
export interface BiffRecord {
  readonly id: number;
  readonly at: number;
  readonly length: number;
}

/** BOF of BIFF2, BIFF3, BIFF4, and BIFF5 and 8. */
const BEGINS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
/** The end of a stream, or of a sheet in it. */
export const EOF = 0x000a;

/** An identifier, and a length: so much stands before a record's content. */
export const RECORD_HEADER = 4;

/** The records of a stream, up to its end or the first that does not fit in it. */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  let at = RECORD_HEADER;
  while (at <= stream.length) {
    const id = stream.readUInt16LE(at - 4);
    const length = stream.readUInt16LE(at - 2);
    if (at + length > stream.length) return;
    yield { id, at, length };
    at += length + RECORD_HEADER;
  }
}

/** A record of a sheet's, and where that sheet begins in the stream. */
export interface SheetRecord extends BiffRecord {
  readonly sheet: number;
}

/** The records between the beginning and the end of each sheet; a chart in one is a stream in a stream. */
export function* sheetRecords(stream: Buffer): Generator<SheetRecord> {
  let sheet = 0;
  let depth = 0;
  for (const { id, at, length } of biffRecords(stream)) {
    if (BEGINS.has(id)) {
      if (depth++ === 0) sheet = at - RECORD_HEADER;
    } else if (id === EOF) {
      depth = Math.max(0, depth - 1);
    } else if (depth === 1) {
      yield { id, at, length, sheet };
    }
  }
}

/**
 * True where a part of the stream is not there: it ends within a record, and within a sheet (what follows a
 * sheet does not matter), or has zeros within a sheet, as a block of a disk that could not be read is.
 */
export function isIncomplete(stream: Buffer): boolean {
  let depth = 0;
  let end = 0;
  for (const { id, at, length } of biffRecords(stream)) {
    if (BEGINS.has(id)) depth++;
    else if (id === EOF) depth = Math.max(0, depth - 1);
    else if (id === 0 && length === 0 && depth > 0) break;
    end = at + length;
  }
  // Zeros up to the end are what a stream is filled up with.
  return depth > 0 && stream.subarray(end).some((byte) => byte !== 0);
}

/** A record of a BIFF stream: `at` is where its content begins (MS-XLS §2.3). */
export interface BiffRecord {
  readonly id: number;
  readonly at: number;
  readonly length: number;
}

/** BOF of BIFF2, BIFF3, BIFF4, and BIFF5 and 8. */
export const BEGINS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
/** The end of a stream, or of a sheet in it. */
export const EOF = 0x000a;

/** An identifier, and a length. */
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

/** A record of a BIFF stream: `at` is where its content begins (MS-XLS §2.3). */
export interface BiffRecord {
  readonly id: number;
  readonly at: number;
  readonly length: number;
}

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

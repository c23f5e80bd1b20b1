import { open, seal } from './cache-seal.js';
import type { Submission } from './read-submission.js';
import { piecesOf, reportOf } from './report-pieces.js';

const LENGTH = 4;

/**
 * What was read of a file as sealed bytes: the length of its head, the head in ASCII, its numbers.
 * @param read a report as `compact` made it
 */
export function toBytes(read: Submission, secret: Uint8Array): Uint8Array {
  const { head, numbers } = piecesOf(read);
  const text = Buffer.from(asciiOf(head), 'latin1');
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(text.length);
  return seal([length, text, new Uint8Array(numbers)], secret);
}

/** @throws Error where the bytes are not of `toBytes`, or were sealed with another secret */
export function fromBytes(sealed: Uint8Array, secret: Uint8Array): Submission {
  const opened = open(sealed, secret);
  // The head is done with at once; the numbers stay in use.
  const head = opened.next(opened.next(LENGTH).readUInt32LE()).toString('latin1');
  return reportOf({ head, numbers: bufferOf(opened.rest()) });
}

/** The bytes in a buffer of their own. */
function bufferOf(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const isAlone = byteOffset === 0 && byteLength === buffer.byteLength;
  return (isAlone ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}

function asciiOf(json: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(/[\u0080-\uffff]/g, escaped);
}

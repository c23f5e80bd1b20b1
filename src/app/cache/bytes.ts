import { bufferOf } from '../../core/buffer-of.js';
import type { Submission } from '../reading/read-submission.js';
import { piecesOf, reportOf } from '../reading/report-pieces.js';
import { open, seal } from './seal.js';

const LENGTH = 4;

/**
 * What was read of a file as sealed bytes: the lengths of its head and of its first numbers, the
 * head in ASCII, its numbers.
 * @param read a report as `compact` made it
 */
export function toBytes(read: Submission, secret: Uint8Array): Uint8Array {
  const { head, numbers } = piecesOf(read);
  const text = Buffer.from(asciiOf(head), 'latin1');
  const [often, seldom] = numbers.map((buffer) => new Uint8Array(buffer));
  const lengths = Buffer.alloc(2 * LENGTH);
  lengths.writeUInt32LE(text.length);
  lengths.writeUInt32LE(often!.length, LENGTH);
  return seal([lengths, text, often!, seldom!], secret);
}

/** @throws Error where the bytes are not of `toBytes`, or were sealed with another secret */
export function fromBytes(sealed: Uint8Array, secret: Uint8Array): Submission {
  const opened = open(sealed, secret);
  const often = 2 * LENGTH + opened.readUInt32LE();
  const seldom = often + opened.readUInt32LE(LENGTH);
  const head = opened.toString('latin1', 2 * LENGTH, often);
  // What was opened is done with; the numbers stay in use, each in a buffer of its own.
  const bytes = bufferOf(opened);
  return reportOf({ head, numbers: [bytes.slice(often, seldom), bytes.slice(seldom)] });
}

function asciiOf(json: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(/[\u0080-\uffff]/g, escaped);
}

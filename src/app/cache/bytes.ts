import { bufferOf } from '../../core/buffer-of.js';
import type { Pieces } from '../reading/report-pieces.js';
import { open, seal } from './seal.js';

const LENGTH = 4;

/**
 * What was read of a file as sealed bytes: the lengths of its head and of its first numbers, the
 * head in ASCII, its numbers.
 */
export function toBytes({ head, numbers }: Pieces, secret: Uint8Array): Uint8Array {
  const text = Buffer.from(asciiOf(head), 'latin1');
  const [often, seldom] = numbers.map((buffer) => new Uint8Array(buffer));
  const lengths = Buffer.alloc(2 * LENGTH);
  lengths.writeUInt32LE(text.length);
  lengths.writeUInt32LE(often!.length, LENGTH);
  return seal([lengths, text, often!, seldom!], secret);
}

/** What was sealed; null where the bytes are not of `toBytes`, or of another secret. */
export function piecesIn(sealed: Uint8Array, secret: Uint8Array): Pieces | null {
  try {
    const opened = open(sealed, secret);
    const lengths = opened.next(2 * LENGTH);
    const head = opened.next(lengths.readUInt32LE()).toString('latin1');
    const often = bufferOf(opened.next(lengths.readUInt32LE(LENGTH)));
    return { head, numbers: [often, bufferOf(opened.rest())] };
  } catch {
    return null;
  }
}

function asciiOf(json: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(/[\u0080-\uffff]/g, escaped);
}

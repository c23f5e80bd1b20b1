import { createHash, hash as digestOf } from 'node:crypto';
import { decisionsOn, type PlacedDecision } from '../decisions/decisions.js';
import { type InputFile, sourceOf } from '../inputs/collect.js';
import { readSized } from '../system/read-sized.js';

/** Larger files are read anew each time. */
const MOST_BYTES = 64 * 2 ** 20;

/** What a file's content makes. */
export interface Content {
  readonly sha256: string;
  /** Opens what is kept of it; 32 bytes. */
  readonly secret: Uint8Array;
}

/** What the reading of a file is kept under, and what opens it. */
export interface Place extends Content {
  readonly name: string;
}

/** Room that files are read into one after another: none of their bytes are kept. */
export type Room = (bytes: number) => Buffer;

/** Files larger than this are few. */
const ROOM_BYTES = 2 ** 20;

/** Room that is taken once and grows to the largest of the files read into it. */
export function newRoom(): Room {
  let room = Buffer.alloc(0);
  return (bytes) => {
    if (bytes > ROOM_BYTES) return Buffer.allocUnsafe(bytes);
    if (bytes > room.length) room = Buffer.allocUnsafe(Math.min(ROOM_BYTES, 2 * bytes));
    return room.subarray(0, bytes);
  };
}

/** Null for a file that is not kept: not to be opened, too large, or gone. */
export async function contentOf(file: InputFile, room: Room): Promise<Content | null> {
  if (file.finding !== undefined || file.size > MOST_BYTES) return null;
  const bytes = await bytesOf(file, room).catch(() => null);
  if (bytes === null) return null;
  const hash = createHash('sha256').update(bytes);
  const sha256 = hash.copy().digest('hex');
  // Goes on from the bytes themselves, so that the hash, which is published, does not tell it.
  return { sha256, secret: hash.update('ccds cache\n').digest() };
}

/** Where a file of that content has its place. @param decisions those of the run */
export function placeOf(
  file: InputFile,
  content: Content,
  decisions: readonly PlacedDecision[] = [],
): Place {
  const { name, mtime, size, folders } = file;
  const own = decisionsOn(decisions, name);
  const about = [content.sha256, name, mtime.toISOString(), size, folders, own];
  return { ...content, name: digestOf('sha256', JSON.stringify(about)) };
}

async function bytesOf(file: InputFile, room: Room): Promise<Uint8Array | null> {
  const source = await sourceOf(file);
  return typeof source === 'string' ? readSized(source, file.size, room) : source.bytes;
}

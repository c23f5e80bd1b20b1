import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../system/make-folder.js';

/** Sealed entries by name, many to a file: opening thousands of small ones takes longest. */
export type PackEntry = readonly [name: string, sealed: Uint8Array];

/** Names are SHA-256 hashes, in hexadecimal. */
const NAME = 32;
const LENGTH = 4;
const ENDING = '.pack';
/** Packs below this size are put together when there are more than so many of them. */
const SMALL = 2 ** 20;
const MOST_SMALL = 16;
/** Bytes of a pack that are read in one go. */
const AT_ONCE = 2 ** 20;

/** The packs of a folder, by path; none where it can't be read. */
export function packsIn(folder: string): string[] {
  const names = orElse(() => readdirSync(folder), []);
  return names.filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name));
}

/** A pack that is open: what it has, and what is taken of it. */
export interface OpenPack {
  readonly names: readonly string[];
  /**
   * Its entries, some at a time: they lie in room that is used again, so that they are to be done
   * with before the next are asked for. What can't be got is left out.
   * @param wanted those whose names are here
   */
  entries(wanted: (name: string) => boolean): Iterable<readonly PackEntry[]>;
  close(): void;
}

/** Opens a pack; null for one that can't be read, or is not whole, which is removed. */
export function openPack(path: string): OpenPack | null {
  const file = orElse(() => openSync(path, 'r'), null);
  if (file === null) return null;
  const index = orElse(() => indexOf(file), null);
  if (index !== null)
    return {
      names: index.map(({ name }) => name),
      entries: (wanted) =>
        entriesAt(
          file,
          index.filter(({ name }) => wanted(name)),
        ),
      close: () => closeSync(file),
    };
  closeSync(file);
  orElse(() => rmSync(path, { force: true }), undefined);
  return null;
}

/** Writes a pack: whole or not at all. @throws where the disk does */
export async function writePack(folder: string, entries: readonly PackEntry[]): Promise<void> {
  const path = join(folder, `${randomBytes(16).toString('hex')}${ENDING}`);
  const aside = `${path}.new`;
  try {
    await makeFolder(folder);
    await writeFile(aside, pack(entries));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}

/** Puts the small packs of a folder together once there are many. @throws where the disk does */
export async function joinSmall(folder: string): Promise<void> {
  const paths = packsIn(folder);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const small = paths.filter((_, i) => sizes[i]! < SMALL);
  if (small.length <= MOST_SMALL) return;
  const entries: PackEntry[] = [];
  for (const path of small) {
    const pack = openPack(path);
    for (const some of pack?.entries(() => true) ?? [])
      for (const [name, sealed] of some) entries.push([name, Buffer.from(sealed)]);
    pack?.close();
  }
  await writePack(folder, entries);
  for (const path of small) await rm(path, { force: true });
}

/** How many entries, the name and length of each, then the entries. */
function pack(entries: readonly PackEntry[]): Uint8Array {
  const index = Buffer.alloc(LENGTH + entries.length * (NAME + LENGTH));
  let at = index.writeUInt32LE(entries.length, 0);
  for (const [name, sealed] of entries) {
    at += index.write(name, at, 'hex');
    at = index.writeUInt32LE(sealed.length, at);
  }
  return Buffer.concat([index, ...entries.map(([, sealed]) => sealed)]);
}

/** Where an entry lies in its pack. */
interface Indexed {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/** Null for a file that is no whole pack. @throws where the disk does */
function indexOf(file: number): readonly Indexed[] | null {
  const { size } = fstatSync(file);
  const count = bytesAt(file, 0, LENGTH).readUInt32LE(0);
  const length = count * (NAME + LENGTH);
  let start = LENGTH + length;
  if (size < start) return null;
  const bytes = bytesAt(file, LENGTH, length);
  const index: Indexed[] = [];
  for (let at = 0; at < length; at += NAME + LENGTH) {
    const name = bytes.toString('hex', at, at + NAME);
    const own = bytes.readUInt32LE(at + NAME);
    index.push({ name, start, length: own });
    start += own;
  }
  return start === size ? index : null;
}

/** @throws where the disk does, and where the file has fewer */
function bytesAt(file: number, from: number, length: number, room?: Buffer): Buffer {
  const bytes = (room ?? Buffer.allocUnsafe(length)).subarray(0, length);
  if (readSync(file, bytes, 0, length, from) < length) throw new RangeError('a pack that is cut');
  return bytes;
}

function* entriesAt(file: number, index: readonly Indexed[]): Generator<readonly PackEntry[]> {
  let room = Buffer.alloc(0);
  for (const batch of batchesOf(index)) {
    const { start } = batch[0]!;
    const length = lengthOf(batch);
    if (room.length < length) room = Buffer.allocUnsafe(Math.max(length, AT_ONCE));
    const bytes = orElse(() => bytesAt(file, start, length, room), null);
    if (bytes === null) continue;
    const at = (from: number, own: number) => bytes.subarray(from - start, from - start + own);
    yield batch.map((one) => [one.name, at(one.start, one.length)] as const);
  }
}

/** Entries that lie near each other, so much at once; an entry larger than that is alone. */
function batchesOf(index: readonly Indexed[]): readonly (readonly Indexed[])[] {
  const batches: Indexed[][] = [];
  for (const one of index) {
    const batch = batches.at(-1);
    if (batch !== undefined && lengthOf([batch[0]!, one]) <= AT_ONCE) batch.push(one);
    else batches.push([one]);
  }
  return batches;
}

/** From the first entry's begin to the last one's end. */
function lengthOf(some: readonly Indexed[]): number {
  const last = some.at(-1)!;
  return last.start + last.length - some[0]!.start;
}

/** What the disk gives; something else where it gives an error. */
function orElse<T, E>(ask: () => T, other: E): T | E {
  try {
    return ask();
  } catch {
    return other;
  }
}

import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAside } from './write-aside.js';

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

/** A pack, and how many bytes it takes. */
export interface Pack {
  readonly path: string;
  readonly size: number;
}

/** The packs of a folder; none where it can't be read. */
export async function packsIn(folder: string): Promise<readonly Pack[]> {
  const names = await readdir(folder).catch(() => []);
  const paths = names.filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name));
  const found = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path).catch(() => null);
      return info === null ? [] : [{ path, size: info.size }];
    }),
  );
  return found.flat();
}

/**
 * The entries of packs, some at a time: they lie in room that is used again, so that they are to
 * be done with before the next are asked for. A pack that is not whole is removed. The small ones
 * are read side by side: each would be waited for as long as for a large one.
 */
export async function* entriesIn(packs: readonly Pack[]): AsyncGenerator<readonly PackEntry[]> {
  for (const whole of await Promise.all(packs.filter(isSmall).map(readWhole))) yield whole;
  for (const { path } of packs.filter((one) => !isSmall(one))) yield* entriesOf(path);
}

function isSmall({ size }: Pack): boolean {
  return size < SMALL;
}

/** The entries of a small pack; none where it can't be read. */
async function readWhole({ path }: Pack): Promise<readonly PackEntry[]> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return [];
  const index = indexIn(bytes, bytes.length);
  if (index === null) await rm(path, { force: true }).catch(() => {});
  const at = (start: number, length: number) => bytes.subarray(start, start + length);
  return (index ?? []).map(({ name, start, length }) => [name, at(start, length)]);
}

async function* entriesOf(path: string): AsyncGenerator<readonly PackEntry[]> {
  const file = await open(path).catch(() => null);
  if (file === null) return;
  try {
    const index = await indexOf(file);
    if (index === null) await rm(path, { force: true });
    else yield* entriesAt(file, index);
  } catch {
    // What is not got here is read anew.
  } finally {
    await file.close();
  }
}

/** Writes a pack: whole or not at all. @throws where the disk does */
export async function writePack(folder: string, entries: readonly PackEntry[]): Promise<void> {
  const name = `${randomBytes(16).toString('hex')}${ENDING}`;
  await writeAside(join(folder, name), pack(entries));
}

/** Puts the small packs of a folder together once there are many. @throws where the disk does */
export async function joinSmall(folder: string): Promise<void> {
  const small = (await packsIn(folder)).filter(isSmall);
  if (small.length <= MOST_SMALL) return;
  const entries: PackEntry[] = [];
  for await (const some of entriesIn(small)) entries.push(...some);
  await writePack(folder, entries);
  for (const { path } of small) await rm(path, { force: true });
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

/** Null for a file that is no whole pack. */
async function indexOf(file: FileHandle): Promise<readonly Indexed[] | null> {
  const { size } = await file.stat();
  const count = await firstBytes(file, LENGTH);
  const length = indexBytes(count);
  return size < length ? null : indexIn(await firstBytes(file, length), size);
}

/** Where a pack's index ends, by its first bytes. */
function indexBytes(head: Buffer): number {
  return LENGTH + head.readUInt32LE(0) * (NAME + LENGTH);
}

/** The index that a pack of so many bytes begins with; null where it is not whole. */
function indexIn(bytes: Buffer, size: number): readonly Indexed[] | null {
  if (size < LENGTH || bytes.length < indexBytes(bytes)) return null;
  const end = indexBytes(bytes);
  const index: Indexed[] = [];
  let start = end;
  for (let at = LENGTH; at < end; at += NAME + LENGTH) {
    const name = bytes.toString('hex', at, at + NAME);
    const length = bytes.readUInt32LE(at + NAME);
    index.push({ name, start, length });
    start += length;
  }
  return start === size ? index : null;
}

/** The first bytes of a file, and zeros where it is shorter. */
async function firstBytes(file: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, 0);
  return bytes;
}

/** While some entries are looked at, the next are read: in two rooms in turn. */
async function* entriesAt(
  file: FileHandle,
  index: readonly Indexed[],
): AsyncGenerator<readonly PackEntry[]> {
  const rooms: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  const read = async (
    some: readonly Indexed[],
    i: number,
  ): Promise<readonly PackEntry[] | null> => {
    const { start } = some[0]!;
    const length = lengthOf(some);
    if (rooms[i]!.length < length) rooms[i] = Buffer.allocUnsafe(Math.max(length, AT_ONCE));
    const { bytesRead } = await file.read(rooms[i]!, 0, length, start);
    if (bytesRead < length) return null;
    const at = (from: number, own: number) => rooms[i]!.subarray(from, from + own);
    return some.map((one) => [one.name, at(one.start - start, one.length)] as const);
  };
  // One that fails is waited for in its turn.
  const quietly = (some: readonly Indexed[] | undefined, i: number) =>
    some === undefined ? null : read(some, i).catch(() => null);
  const batches = batchesOf(index);
  let next = quietly(batches[0], 0);
  for (let i = 0; i < batches.length; i++) {
    const entries = await next;
    if (entries === null) return;
    next = quietly(batches[i + 1], (i + 1) % 2);
    yield entries;
  }
}

/** Entries that follow each other, so much at once; an entry larger than that is alone. */
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

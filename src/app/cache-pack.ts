import { randomBytes } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';

/** Sealed entries by name, many to a file: opening thousands of small ones takes longest. */
export type PackEntry = readonly [name: string, sealed: Uint8Array];

/** Names are SHA-256 hashes, in hexadecimal. */
const NAME = 32;
const LENGTH = 4;
const ENDING = '.pack';
/** Packs below this size are put together when there are more than so many of them. */
const SMALL = 2 ** 20;
const MOST_SMALL = 16;

/** The packs of a folder, by path; none where it can't be read. */
export async function packsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name));
}

/** The names of a pack's entries, without reading these; a pack that is not whole is removed. */
export async function namesIn(path: string): Promise<readonly string[]> {
  const file = await open(path).catch(() => null);
  if (file === null) return [];
  const index = await readIndex(file).catch(() => null);
  await file.close();
  if (index === null) await removed(path);
  return index?.map(([name]) => name) ?? [];
}

/** The entries of a pack; one that is not whole is removed. */
export async function entriesOf(path: string): Promise<readonly PackEntry[]> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return [];
  const entries = unpack(bytes);
  if (entries === null) await removed(path);
  return entries ?? [];
}

async function removed(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {});
}

/** Writes a pack: whole or not at all. @throws where the disk does */
export async function writePack(folder: string, entries: readonly PackEntry[]): Promise<void> {
  const path = join(folder, `${randomBytes(16).toString('hex')}${ENDING}`);
  const aside = `${path}.new`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, pack(entries));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}

/** Puts the small packs of a folder together once there are many. @throws where the disk does */
export async function joinSmall(folder: string): Promise<void> {
  const paths = await packsIn(folder);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const small = paths.filter((_, i) => sizes[i]! < SMALL);
  if (small.length <= MOST_SMALL) return;
  const entries: PackEntry[] = [];
  for (const path of small) entries.push(...(await entriesOf(path)));
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

/** Null for bytes that are no whole pack. */
function unpack(bytes: Buffer): PackEntry[] | null {
  if (bytes.length < LENGTH || bytes.length < startOf(bytes)) return null;
  const index = indexOf(bytes, bytes.length);
  if (index === null) return null;
  let start = startOf(bytes);
  return index.map(([name, length]): PackEntry => {
    const sealed = bytes.subarray(start, start + length);
    start += length;
    return [name, sealed];
  });
}

/** Name and length of each entry. */
type Index = readonly (readonly [name: string, length: number])[];

/** Null for a file that is no whole pack. @throws where the disk does */
async function readIndex(file: FileHandle): Promise<Index | null> {
  const { size } = await file.stat();
  const first = async (bytes: number) => (await file.read(Buffer.alloc(bytes), 0, bytes, 0)).buffer;
  if (size < LENGTH) return null;
  const start = startOf(await first(LENGTH));
  return start > size ? null : indexOf(await first(start), size);
}

/** Where the entries begin in a pack that begins so. */
function startOf(bytes: Buffer): number {
  return LENGTH + bytes.readUInt32LE(0) * (NAME + LENGTH);
}

/** The index that a pack of a size begins with; null where its entries make another size. */
function indexOf(bytes: Buffer, size: number): Index | null {
  const index = Array.from({ length: bytes.readUInt32LE(0) }, (_, i) => {
    const at = LENGTH + i * (NAME + LENGTH);
    return [bytes.toString('hex', at, at + NAME), bytes.readUInt32LE(at + NAME)] as const;
  });
  const entries = index.reduce((sum, [, length]) => sum + length, 0);
  return startOf(bytes) + entries === size ? index : null;
}

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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

/** The entries of a pack; one that is not whole is removed. */
export async function entriesOf(path: string): Promise<readonly PackEntry[]> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return [];
  const entries = unpack(bytes);
  if (entries === null) await rm(path, { force: true }).catch(() => {});
  return entries ?? [];
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
  if (bytes.length < LENGTH) return null;
  const count = bytes.readUInt32LE(0);
  let start = LENGTH + count * (NAME + LENGTH);
  if (bytes.length < start) return null;
  const entries: PackEntry[] = [];
  for (let i = 0, at = LENGTH; i < count; i++, at += NAME + LENGTH) {
    const end = start + bytes.readUInt32LE(at + NAME);
    entries.push([bytes.toString('hex', at, at + NAME), bytes.subarray(start, end)]);
    start = end;
  }
  return start === bytes.length ? entries : null;
}

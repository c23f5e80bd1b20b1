import { createHash, hash as digestOf, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../inputs/collect.js';
import type { Content } from './place.js';
import { open, SEAL_BYTES, seal } from './seal.js';
import { writeAside } from './write-aside.js';

/** What the files that a run has looked into hold, by their marks. */
export type Seen = ReadonlyMap<string, Content>;

/** Looks into a file; null where it can't. */
type Look = (file: InputFile) => Promise<Content | null>;

const NAME = 'files.seen';
/** Of fewer files each is looked into: that takes no longer. */
const FEWEST = 64;
/** What changes so soon after it was looked at may bear the same time as before. */
const SETTLED_MS = 10_000;

/** Files whose contents together open the list; any of so many groups of them does. */
const WITNESSES = 4;
const GROUPS = 4;

const HASH = 32;
/** A file's mark, and the hash and the secret of its content. */
const RECORD = 3 * HASH;
/** The marks of the witnesses, then the key of the list as they seal it. */
const MARKS = WITNESSES * HASH;
const GROUP = MARKS + HASH + SEAL_BYTES;
const HEAD = GROUPS * GROUP;

/**
 * What tells a file as it is now: where it lies, and what the file system says of it.
 * @param now when that was asked, in milliseconds since 1970
 * @returns null of a file that might change and have the same mark
 */
export function markOf({ path, stamp, member }: InputFile, now: number): string | null {
  if (stamp === undefined || Math.max(stamp.mtimeMs, stamp.ctimeMs) + SETTLED_MS > now) return null;
  return digestOf('sha256', JSON.stringify([path, stamp, member?.offset]));
}

/**
 * What the last run has seen: a file that bears the same mark need not be read to be found in the
 * cache, which saves fetching a whole month from a share. As the list opens the cache, it is
 * sealed: it takes the contents of several of the files to open it.
 * @param files those of this run, by their marks
 * @returns what it tells: nothing where too few of its files are as they were; and how many files
 *   are on it
 */
export async function readSeen(
  folder: string,
  files: ReadonlyMap<string, InputFile>,
  look: Look,
): Promise<{ readonly seen: Seen; readonly listed: number }> {
  const list = files.size < FEWEST ? null : await readFile(join(folder, NAME)).catch(() => null);
  if (list === null || list.length < HEAD) return { seen: new Map(), listed: 0 };
  return {
    seen: (await openedBy(list, files, look)) ?? new Map(),
    listed: Math.floor((list.length - HEAD) / RECORD),
  };
}

async function openedBy(
  list: Buffer,
  files: ReadonlyMap<string, InputFile>,
  look: Look,
): Promise<Seen | null> {
  for (let at = 0; at < HEAD; at += GROUP) {
    const marks = textsOf(list.subarray(at, at + MARKS));
    const witnesses = marks.flatMap((mark) => files.get(mark) ?? []);
    if (witnesses.length < WITNESSES) continue;
    const contents = await Promise.all(witnesses.map(look));
    const key = opened(list.subarray(at + MARKS, at + GROUP), jointSecret(contents));
    const records = key && opened(list.subarray(HEAD), key);
    if (records) return new Map(recordsIn(records));
  }
  return null;
}

/** Keeps what was seen for the next run, to which a full disk only costs time. */
export async function keepSeen(folder: string, seen: Seen): Promise<void> {
  if (seen.size < FEWEST) return;
  await writeAside(join(folder, NAME), listOf([...seen])).catch(() => {});
}

function listOf(seen: readonly (readonly [string, Content])[]): Buffer {
  const key = randomBytes(HASH);
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    // Far from each other: of files that come from one place, the sender has all.
    const witnesses = Array.from({ length: WITNESSES }, (_, i) => {
      const nth = i * GROUPS + group;
      return seen[Math.floor((nth * seen.length) / (GROUPS * WITNESSES))]!;
    });
    const marks = witnesses.map(([mark]) => Buffer.from(mark, 'hex'));
    return [...marks, seal([key], jointSecret(witnesses.map(([, content]) => content)))];
  });
  const records = seen.map(([mark, { sha256, secret }]) =>
    Buffer.concat([Buffer.from(mark + sha256, 'hex'), secret]),
  );
  return Buffer.concat([...groups.flat(), seal(records, key)]);
}

function* recordsIn(records: Buffer): Generator<[mark: string, Content]> {
  const texts = textsOf(records);
  for (let i = 0; i < texts.length; i += 3) {
    const end = (i + 3) * HASH;
    yield [texts[i]!, { sha256: texts[i + 1]!, secret: records.subarray(end - HASH, end) }];
  }
}

/** Hashes that follow each other, in hexadecimal: written out at once, as there are thousands. */
function textsOf(hashes: Buffer): string[] {
  const all = hashes.toString('hex');
  const count = Math.floor(hashes.length / HASH);
  return Array.from({ length: count }, (_, i) => all.slice(2 * i * HASH, 2 * (i + 1) * HASH));
}

function jointSecret(contents: readonly (Content | null)[]): Uint8Array {
  const hash = createHash('sha256').update('ccds seen\n');
  for (const content of contents) hash.update(content?.secret ?? '');
  return hash.digest();
}

function opened(sealed: Uint8Array, secret: Uint8Array): Buffer | null {
  try {
    return open(sealed, secret);
  } catch {
    return null;
  }
}

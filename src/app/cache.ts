import { createHash } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBytes } from './cache-bytes.js';
import { Keeper } from './cache-keeper.js';
import { entriesOf, joinSmall, namesIn, packsIn } from './cache-pack.js';
import type { Place } from './cache-place.js';
import { programHash } from './cache-program.js';
import { open } from './cache-seal.js';
import type { InputFile } from './collect.js';
import type { ReadingJob } from './file-reader.js';
import type { Submission } from './read-submission.js';
import type { Readers, Told } from './readers.js';

/** What no run has used for so long is removed. */
const KEPT_MS = 60 * 24 * 3_600_000;

/**
 * Reads files through a cache: what was read of a file before is taken from there where
 * nothing that bears on it is another: its content, name, folder and time, the program, the
 * config, the registry, the period. The folder can be deleted at any time, and where it can't
 * be read or written, files are read as if it were not there. What is kept is sealed with a
 * key made from the file's own content: it says nothing to whoever lacks the file.
 * @throws EnvironmentError `interrupted`; what `readers` throws
 */
export async function readThrough(
  folder: string,
  files: readonly InputFile[],
  job: ReadingJob,
  readers: Readers,
  told: Told,
  signal?: AbortSignal,
): Promise<void> {
  const placed = readers.placesOf(files, signal);
  const own = join(folder, jobHash(job));
  const [places, packs] = await Promise.all([placed, packsIn(own)]);
  const keeper = new Keeper(own);
  const readAnew = async (missing: readonly number[]) => {
    const tell: Told = (at, read) => {
      const index = missing[at]!;
      keeper.keep(places[index]!, read);
      told(index, read);
    };
    if (missing.length > 0)
      await readers.read(
        missing.map((index) => files[index]!),
        job,
        tell,
        signal,
      );
  };
  const kept = new Set((await Promise.all(packs.map(namesIn))).flat());
  const isKept = (index: number) => kept.has(places[index]?.name ?? '');
  const [known, missing] = partition([...files.keys()], isKept);
  let unread: readonly number[] = [];
  try {
    // Another thread may read what is missing while this one takes out what is kept.
    [, unread] = await Promise.all([readAnew(missing), tellKnown(known, packs, places, told)]);
    await readAnew(unread);
  } finally {
    await keeper.end();
  }
  if (missing.length + unread.length > 0) await tidy(folder, own);
}

function partition<T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}

/** Tells what is kept of files, a pack at a time; returns those of which it can't be read. */
async function tellKnown(
  indexes: readonly number[],
  packs: readonly string[],
  places: readonly (Place | null)[],
  told: Told,
): Promise<readonly number[]> {
  const wanted = new Map(indexes.map((index) => [places[index]!.name, index]));
  for (const path of packs) {
    if (wanted.size === 0) break;
    for (const [name, sealed] of await entriesOf(path)) {
      const index = wanted.get(name);
      const read = index === undefined ? null : load(sealed, places[index]!);
      if (read === null) continue;
      wanted.delete(name);
      told(index!, read);
    }
  }
  return [...wanted.values()];
}

/** All that bears on what is read of any file. */
function jobHash(job: ReadingJob): string {
  const hash = createHash('sha256').update(programHash());
  return hash.update(JSON.stringify(job, plainly)).digest('hex').slice(0, 32);
}

/** Maps and the like as JSON has them; V8's own form of a text is not always the same. */
function plainly(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  return value instanceof RegExp ? String(value) : value;
}

function load(sealed: Uint8Array, { secret, sha256 }: Place): Submission | null {
  try {
    const read = fromBytes(open(sealed, secret));
    return read === 'own-output' || read.sha256 === sha256 ? read : null;
  } catch {
    return null;
  }
}

/**
 * Puts small packs together; removes what other programs, registries or periods left here, once
 * it is old.
 */
async function tidy(folder: string, own: string): Promise<void> {
  try {
    await joinSmall(own);
    const now = new Date();
    await utimes(own, now, now);
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      if (!/^[0-9a-f]{32}$/.test(name) || path === own) continue;
      const { mtimeMs } = await stat(path);
      if (now.getTime() - mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
    }
  } catch {
    // The next run tidies.
  }
}

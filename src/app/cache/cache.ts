import { createHash, hash as digestOf } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { memo } from '../../core/memo.js';
import type { InputFile } from '../inputs/collect.js';
import { programHash } from '../program-hash.js';
import { READ_BY, type ReadingJob } from '../reading/file-reader.js';
import type { Submission } from '../reading/read-submission.js';
import { fromBytes } from './bytes.js';
import { Keeper } from './keeper.js';
import { entriesIn, joinSmall, packsIn } from './pack.js';
import { type Content, contentOf, newRoom, type Place, placeOf, type Room } from './place.js';
import { keepSeen, markOf, readSeen } from './seen.js';

/** Told of each file of a list, by its index, as it is read. */
export type Told = (index: number, read: Submission) => void;

/** Reads some files of a job; whatever the order, each is told by its index among them. */
export type ReadFiles = (files: readonly InputFile[], told: Told) => Promise<void>;

/**
 * How a run goes through its cache; `lookInside`: no file is known by what the file system says of
 * it.
 */
export interface CacheOptions {
  readonly signal?: AbortSignal | undefined;
  readonly lookInside?: boolean | undefined;
}

/** Files looked at side by side; the disk keeps no more busy. */
const AT_ONCE = 16;
/** What no run has used for so long is removed. */
const KEPT_MS = 60 * 24 * 3_600_000;

/**
 * Reads files through a cache: what was read of a file before is taken from there where
 * nothing that bears on it is another: its content, name, folder and time, what was decided on
 * it, the program, the period, and of the config and the registry what reading goes by. The folder can be deleted at any time, and where it can't
 * be read or written, files are read as if it were not there. What is kept is sealed with a
 * key made from the file's own content: it says nothing to whoever lacks the file.
 * @param options `lookInside`: no file is known by what the file system says of it
 * @throws EnvironmentError `interrupted`; what `readFiles` throws
 */
export async function readThrough(
  folder: string,
  { files, job }: { readonly files: readonly InputFile[]; readonly job: ReadingJob },
  readFiles: ReadFiles,
  told: Told,
  options: CacheOptions,
): Promise<void> {
  const own = join(folder, jobHash(job));
  const places = await placesOf(own, files, job.decisions, options);
  const known = await tellKnown(own, places, told);
  const missing = [...files.keys()].filter((index) => !known.has(index));
  if (missing.length === 0) return;
  const keeper = new Keeper(own);
  try {
    await readFiles(
      missing.map((index) => files[index]!),
      (at, read) => {
        const index = missing[at]!;
        keeper.keep(places[index]!, read);
        told(index, read);
      },
    );
  } finally {
    await keeper.end();
  }
  await tidy(folder, own);
}

/** Where each file's reading is kept, if it is; what was not seen before is looked into. */
async function placesOf(
  own: string,
  files: readonly InputFile[],
  decisions: ReadingJob['decisions'],
  { signal, lookInside = false }: CacheOptions,
): Promise<readonly (Place | null)[]> {
  const now = Date.now();
  const marks = files.map((file) => markOf(file, now));
  const marked = new Map(files.flatMap((file, i) => (marks[i] ? [[marks[i], file]] : [])));
  const look = (file: InputFile) => contentOf(file, newRoom());
  const before = await readSeen(own, lookInside ? new Map() : marked, look);
  const seen = new Map<string, Content>();
  const places: (Place | null)[] = new Array(files.length).fill(null);
  await eachAtOnce(files, async (file, index, room) => {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    const mark = marks[index]!;
    const content = before.seen.get(mark ?? '') ?? (await contentOf(file, room));
    if (content === null) return;
    places[index] = placeOf(file, content, decisions);
    if (mark !== null) seen.set(mark, content);
  });
  // A run on a few of the files leaves what was noted of all.
  const isNew = [...seen.keys()].some((mark) => !before.seen.has(mark));
  if (isNew && 2 * seen.size > before.listed) await keepSeen(own, seen);
  return places;
}

/** Tells what is kept of files, a pack at a time; returns the indexes of those files. */
async function tellKnown(
  own: string,
  places: readonly (Place | null)[],
  told: Told,
): Promise<ReadonlySet<number>> {
  const wanted = new Map(places.map((place, index) => [place?.name, index]));
  const known = new Set<number>();
  for await (const entries of entriesIn(await packsIn(own))) {
    for (const [name, sealed] of entries) {
      const index = wanted.get(name);
      const read = index === undefined || known.has(index) ? null : load(sealed, places[index]!);
      if (read === null) continue;
      known.add(index!);
      told(index!, read);
    }
  }
  return known;
}

async function eachAtOnce<T>(
  items: readonly T[],
  work: (item: T, index: number, room: Room) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  const next = async () => {
    const room = newRoom();
    for (const [index, item] of entries) await work(item, index, room);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** All that bears on what is read of any file; layouts are made of the forms and indicators. */
function jobHash({ config, registry, wanted }: ReadingJob): string {
  const hash = createHash('sha256').update(programHash());
  for (const name of READ_BY) if (name !== 'layouts') hash.update(settingHash(config[name]));
  for (const rows of [registry.units, registry.changes]) hash.update(rowsHash(rows));
  return hash.update(String(wanted)).digest('hex').slice(0, 32);
}

function settingHash(setting: unknown): string {
  return typeof setting === 'object' && setting !== null ? objectHash(setting) : hashed(setting);
}

// A run reads month after month by the same declarations and one registry.
const objectHash = memo((setting: object) => hashed(setting));
/** Rows of a registry are as JSON has them. */
const rowsHash = memo((rows: readonly object[]) => digestOf('sha256', JSON.stringify(rows)));

function hashed(setting: unknown): string {
  return digestOf('sha256', JSON.stringify(setting, plainly));
}

/** Maps and the like as JSON has them; V8's own form of a text is not always the same. */
function plainly(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  return value instanceof RegExp ? String(value) : value;
}

function load(sealed: Uint8Array, { secret, sha256 }: Place): Submission | null {
  try {
    const read = fromBytes(sealed, secret);
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

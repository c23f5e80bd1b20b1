import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { EnvironmentError } from '../core/errors.js';
import type { FileReport } from '../forms/report.js';
import { programHash } from './cache-program.js';
import { open, seal } from './cache-seal.js';
import { type InputFile, sourceOf } from './collect.js';
import type { ReadingJob } from './file-reader.js';
import type { Submission } from './read-submission.js';

/** Told of each file of a list, by its index, as it is read. */
export type Told = (index: number, read: Submission) => void;

/** Reads some files of a job; whatever the order, each is told by its index among them. */
export type ReadFiles = (files: readonly InputFile[], told: Told) => Promise<void>;

/** Larger files are read anew each time. */
const MOST_BYTES = 64 * 2 ** 20;
/** Files looked at side by side; the disk keeps no more busy. */
const AT_ONCE = 16;
/** What no run has used for so long is removed. */
const KEPT_MS = 60 * 24 * 3_600_000;

/** Where the reading of a file is kept, and what opens it. */
interface Place {
  readonly path: string;
  readonly secret: Uint8Array;
  readonly sha256: string;
}

/**
 * Reads files through a cache: what was read of a file before is taken from there where
 * nothing that bears on it is another: its content, name, folder and time, the program, the
 * config, the registry, the period. The folder can be deleted at any time, and where it can't
 * be read or written, files are read as if it were not there. What is kept is sealed with a
 * key made from the file's own content: it says nothing to whoever lacks the file.
 * @throws EnvironmentError `interrupted`; what `readFiles` throws
 */
export async function readThrough(
  folder: string,
  files: readonly InputFile[],
  job: ReadingJob,
  readFiles: ReadFiles,
  told: Told,
  signal?: AbortSignal,
): Promise<void> {
  const own = join(folder, jobHash(job));
  const places = new Map<InputFile, Place>();
  const missing: number[] = [];
  await eachAtOnce(files, async (file, index) => {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    const place = await placeOf(own, file);
    const known = place === null ? null : await load(place);
    if (place !== null) places.set(file, place);
    if (known === null) missing.push(index);
    else told(index, known);
  });
  missing.sort((a, b) => a - b);
  const rest = missing.map((index) => files[index]!);
  const kept: Promise<void>[] = [];
  await readFiles(rest, (at, read) => {
    const place = places.get(rest[at]!);
    if (place !== undefined) kept.push(keep(place, read));
    told(missing[at]!, read);
  });
  await Promise.all(kept);
  if (kept.length > 0) await tidy(folder, own);
}

async function eachAtOnce<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  const next = async () => {
    for (const [index, item] of entries) await work(item, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
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

/** Null for a file that is not kept: not to be opened, too large, or gone. */
async function placeOf(own: string, file: InputFile): Promise<Place | null> {
  if (file.finding !== undefined || file.size > MOST_BYTES) return null;
  const source = await sourceOf(file).catch(() => null);
  if (source === null) return null;
  const bytes =
    typeof source === 'string' ? await readFile(source).catch(() => null) : source.bytes;
  if (bytes === null) return null;
  const hash = createHash('sha256').update(bytes);
  const sha256 = hash.copy().digest('hex');
  const about = [sha256, file.name, file.mtime.toISOString(), file.size, foldersOf(file)];
  const name = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  // Goes on from the bytes themselves, so that the hash, which is published, does not tell it.
  const secret = hash.update('ccds cache\n').digest();
  return { path: join(own, name), secret, sha256 };
}

/** Names of the folders above the file: they can say its place and period. */
function foldersOf(file: InputFile): readonly string[] {
  const depth = file.name.split('/').length;
  const names: string[] = [];
  for (let at = dirname(file.path), i = 0; i < depth; at = dirname(at), i++)
    names.push(basename(at));
  return names;
}

async function load({ path, secret, sha256 }: Place): Promise<Submission | null> {
  try {
    const read = deserialize(open(await readFile(path), secret)) as Submission;
    return read === 'own-output' || read.sha256 === sha256 ? read : null;
  } catch {
    return null;
  }
}

/** Whole or not at all; a full disk only costs the next run some time. */
async function keep({ path, secret, sha256 }: Place, read: Submission): Promise<void> {
  if (read !== 'own-output' && (read.sha256 !== sha256 || hasFailed(read))) return;
  const aside = `${path}.${process.pid}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(aside, seal(serialize(read), secret));
    await rename(aside, path);
  } catch {
    await rm(aside, { force: true }).catch(() => {});
  }
}

/** The system could not read it: that may pass. */
function hasFailed({ findings }: FileReport): boolean {
  return findings.some(({ code }) => code === 'CCDS-F09');
}

/** Removes what other programs, registries or periods left here, once it is old. */
async function tidy(folder: string, own: string): Promise<void> {
  try {
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

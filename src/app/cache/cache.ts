import { createHash } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { memo } from '../../core/memo.js';
import type { InputFile } from '../inputs/collect.js';
import { programHash } from '../program-hash.js';
import type { ReadingJob } from '../reading/file-reader.js';
import type { Submission } from '../reading/read-submission.js';
import { reportOf } from '../reading/report-pieces.js';
import { Keeper } from './keeper.js';
import { joinSmall } from './pack.js';
import type { CacheSearch } from './search.js';

/** What readings are taken from, and put into. */
export interface Cache {
  readonly folder: string;
  /** For the files that are to be read. */
  readonly search: CacheSearch;
}

/** Told of each file of a list, by its index, as it is read. */
export type Told = (index: number, read: Submission) => void;

/** Reads some files of a job; whatever the order, each is told by its index among them. */
export type ReadFiles = (files: readonly InputFile[], told: Told) => Promise<void>;

/** What no run has used for so long is removed. */
const KEPT_MS = 60 * 24 * 3_600_000;

/**
 * Reads files through a cache: what was read of a file before is taken from there where
 * nothing that bears on it is another: its content, name, folder and time, the program, the
 * config, the registry, the period. The folder can be deleted at any time, and where it can't
 * be read or written, files are read as if it were not there. What is kept is sealed with a
 * key made from the file's own content: it says nothing to whoever lacks the file.
 * @throws EnvironmentError `interrupted`; what `readFiles` throws
 */
export async function readThrough(
  { folder, search }: Cache,
  files: readonly InputFile[],
  job: ReadingJob,
  readFiles: ReadFiles,
  told: Told,
): Promise<void> {
  const own = join(folder, jobHash(job));
  const keeper = new Keeper(own);
  const readAnew = async (indexes: readonly number[]): Promise<void> => {
    if (indexes.length === 0) return;
    const places = await search.places();
    const some = indexes.map((index) => files[index]!);
    await readFiles(some, (at, read) => {
      const index = indexes[at]!;
      keeper.keep(places[index]!, read);
      told(index, read);
    });
  };
  try {
    const missing = await search.lookIn(own);
    const [known] = await Promise.all([tellKnown(search, told), readAnew(missing)]);
    if (known.size === files.length) return;
    const isRead = new Set([...known, ...missing]);
    await readAnew([...files.keys()].filter((index) => !isRead.has(index)));
  } finally {
    search.end();
    await keeper.end();
  }
  await tidy(folder, own);
}

/** Tells what is kept of files as it is found; returns the indexes of those files. */
async function tellKnown(search: CacheSearch, told: Told): Promise<ReadonlySet<number>> {
  const known = new Set<number>();
  for (let some = await search.next(); some !== null; some = await search.next()) {
    for (const { index, pieces } of some) {
      known.add(index);
      told(index, reportOf(pieces));
    }
  }
  return known;
}

/** All that bears on what is read of any file. */
function jobHash({ config, registry, ...others }: ReadingJob): string {
  const hash = createHash('sha256').update(programHash());
  hash.update(contentHash(config)).update(contentHash(registry));
  return hash.update(JSON.stringify(others, plainly)).digest('hex').slice(0, 32);
}

/** A run reads month after month by one config and one registry. */
const contentHash = memo((content: object): string =>
  createHash('sha256').update(JSON.stringify(content, plainly)).digest('hex'),
);

/** Maps and the like as JSON has them; V8's own form of a text is not always the same. */
function plainly(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  return value instanceof RegExp ? String(value) : value;
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

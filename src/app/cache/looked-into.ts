import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Month } from '../../core/period.js';
import type { InputFile } from '../inputs/collect.js';
import { markOf } from './seen.js';
import { writeAside } from './write-aside.js';

/** SHA-256 of the files of a closed month that were looked into, by their marks. */
export type LookedInto = ReadonlyMap<string, string>;

/** Of fewer files each is looked into: that takes no longer. */
const FEWEST = 64;

const HASH = 32;
/** A file's mark, and the hash of its content. */
const RECORD = 2 * HASH;

const pathOf = (folder: string, month: Month) => join(folder, `closed-${month}.seen`);

/**
 * Marks of a month's files as they are now; null of one that might change and have the same mark, or
 * can't be opened, and of all where they are few.
 */
export function marksOf(files: readonly InputFile[]): readonly (string | null)[] {
  if (files.length < FEWEST) return files.map(() => null);
  const now = Date.now();
  return files.map((file) => (file.finding === undefined ? markOf(file, now) : null));
}

/**
 * What a closed month's files held when a run last looked into them: a file that bears the same mark
 * need not be read again to see that it is what was closed. Its hash is no secret: the closed month
 * has it. Nothing where the list is not whole.
 * @param folder the cache; null: each file is to be looked into
 */
export async function readLookedInto(folder: string | null, month: Month): Promise<LookedInto> {
  const list = folder && (await readFile(pathOf(folder, month)).catch(() => null));
  if (!list || list.length % RECORD !== HASH) return new Map();
  const records = list.subarray(HASH);
  if (!sumOf(records).equals(list.subarray(0, HASH))) return new Map();
  const text = records.toString('hex');
  const known = new Map<string, string>();
  for (let at = 0; at < text.length; at += 2 * RECORD)
    known.set(text.slice(at, at + RECORD), text.slice(at + RECORD, at + 2 * RECORD));
  return known;
}

/** Keeps what was looked into for the next run, to which a full disk only costs time. */
export async function keepLookedInto(
  folder: string,
  month: Month,
  known: LookedInto,
): Promise<void> {
  const records = Buffer.from([...known].flat().join(''), 'hex');
  await writeAside(pathOf(folder, month), Buffer.concat([sumOf(records), records])).catch(() => {});
}

/** A list that was damaged must not make a file another than it is. */
function sumOf(records: Uint8Array): Buffer {
  return createHash('sha256').update(records).digest();
}

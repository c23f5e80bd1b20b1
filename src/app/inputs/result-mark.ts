import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a result folder carries its mark: the data package's `generator`. */
export const MARK_FILE = 'data/datapackage.json';

/** What marks a folder as a closed month's; written with the rest, whole or not at all. */
export const CLOSED_MARK = 'closed.json';

/** True where the folder is a result that ccds wrote, whole. */
export async function isOwnResult(folder: string): Promise<boolean> {
  try {
    return hasMark(await readFile(join(folder, MARK_FILE), 'utf8'));
  } catch {
    return false;
  }
}

/** True where the folder is one of ccds's own by its mark: a result, or a closed month. */
export async function isOwnFolder(folder: string): Promise<boolean> {
  if (await isOwnResult(folder)) return true;
  return readFile(join(folder, CLOSED_MARK), 'utf8').then(hasClosedMark, () => false);
}

/** True where the text of a `closed.json` says that ccds wrote it. */
export function hasClosedMark(json: string): boolean {
  try {
    const mark = JSON.parse(json) as Readonly<Record<string, unknown>> | null;
    return typeof mark?.ccds === 'string' && typeof mark.closed_at === 'string';
  } catch {
    return false;
  }
}

/** True where the text of a data package says that ccds made it. */
export function hasMark(json: string): boolean {
  try {
    const generator: unknown = (JSON.parse(json) as { generator?: unknown } | null)?.generator;
    return /\bccds\b/.test(JSON.stringify(generator) ?? '');
  } catch {
    return false;
  }
}

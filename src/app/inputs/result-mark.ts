import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a result folder carries its mark: the data package's `generator`. */
export const MARK_FILE = 'data/datapackage.json';

/** True where the folder is a result that ccds wrote, whole. */
export async function isOwnResult(folder: string): Promise<boolean> {
  try {
    return hasMark(await readFile(join(folder, MARK_FILE), 'utf8'));
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

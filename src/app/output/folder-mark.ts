import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonText } from '../../core/json-text.js';
import { byCodePoint } from '../../core/order.js';

/** Hidden, and by its name never read as a submission. */
const MARK = '.ccds-folder.json';

/** Marks a folder of returned copies as written, with what was written. */
export async function sealed(folder: string): Promise<void> {
  const content = { generator: 'ccds', files: await stamps(folder) };
  await writeFile(join(folder, MARK), jsonText(content));
}

/**
 * True where a folder of returned copies is as it was written: one in which somebody has
 * corrected a copy, or has put another file, is never replaced unasked.
 */
export async function isUntouched(folder: string): Promise<boolean> {
  try {
    const mark = JSON.parse(await readFile(join(folder, MARK), 'utf8')) as { files: unknown };
    return JSON.stringify(mark.files) === JSON.stringify(await stamps(folder));
  } catch {
    return false;
  }
}

/** SHA-256 of every file by its path. */
async function stamps(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== MARK)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCodePoint);
  const all: Record<string, string> = {};
  for (const path of paths) {
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    all[name] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return all;
}

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Month } from '../../core/period.js';
import { hashFile } from '../reading/load-submission.js';
import { readText } from './files.js';

/** Checksums of a folder's files, by name; `restated/2024-08/values.csv` of another month's. */
export type Checksums = Readonly<Record<string, string>>;

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Files of a closed month that are not what was closed: edited, or gone. What git or an editor
 * makes of line ends is no change.
 * @param folder where the closed months lie
 * @param among which of the month's files: its own, or what it published of another month
 * @returns paths from the workspace, as `closed/2024-09/values.csv`
 */
export async function changedFiles(
  folder: string,
  month: Month,
  sums: Checksums,
  among: (name: string) => boolean,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [name, sum] of Object.entries(sums).filter(([name]) => among(name))) {
    if (!(await isSame(join(folder, month, name), sum)))
      changed.push(`${basename(folder)}/${month}/${name}`);
  }
  return changed;
}

/** The usual case first: it is the very file, and need not be held whole. */
async function isSame(path: string, sum: string): Promise<boolean> {
  if ((await hashFile(path).catch(() => null)) === sum) return true;
  const text = await readText(path);
  if (text === null) return false;
  const plain = text.replaceAll('\r\n', '\n');
  return [text, plain, plain.replaceAll('\n', '\r\n')].some((one) => checksum(one) === sum);
}

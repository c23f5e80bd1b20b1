import { join } from 'node:path';
import type { Month } from '../core/period.js';
import type { InputFile } from './collect.js';
import { hashIfReadable } from './load-submission.js';
import { isFolder, type Workspace } from './workspace.js';
import type { ClosedMonth } from './workspace-closed.js';

/** Where the submissions of a closed month lie now; none where its folder is gone. */
export async function inputsOfMonth(
  { submissions }: Workspace,
  month: Month,
): Promise<readonly string[]> {
  const folder = join(submissions, month);
  return (await isFolder(folder)) ? [folder] : [];
}

/**
 * Contents of a month's files, by name, pictures and letters among them, as a closed month has
 * them; those that can't be read are left out.
 */
export async function contentsOf(files: readonly InputFile[]): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const file of files) {
    const content = await hashIfReadable(file);
    if (content !== '') contents.set(file.name, content);
  }
  return contents;
}

/**
 * True where the submissions of a month are not those that it was closed with: by a name, too,
 * which may say whose a sheet is, of which month, and that it replaces another.
 */
export function isChanged({ inputs }: ClosedMonth, contents: ReadonlyMap<string, string>): boolean {
  const before = new Map(
    inputs.filter(({ sha256 }) => sha256 !== '').map(({ file, sha256 }) => [file, sha256]),
  );
  return (
    before.size !== contents.size ||
    [...contents].some(([file, sha256]) => before.get(file) !== sha256)
  );
}

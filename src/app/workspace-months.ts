import { join } from 'node:path';
import type { Month } from '../core/period.js';
import type { InputFile } from './collect.js';
import { hashSubmission } from './load-submission.js';
import { isOfSystem } from './system-error.js';
import { isFolder, type Workspace } from './workspace.js';
import type { ClosedMonth } from './workspace-closed.js';
import { unreadable } from './workspace-files.js';

/** Where the submissions of a closed month lie now; none where its folder is gone. */
export async function inputsOfMonth(
  { submissions }: Workspace,
  month: Month,
): Promise<readonly string[]> {
  const folder = join(submissions, month);
  return (await isFolder(folder)) ? [folder] : [];
}

/**
 * Contents of a closed month's files, by name, pictures and letters among them, as it has them. One
 * that the system can't read now, and could at its closing, is not held to be withdrawn.
 * @throws EnvironmentError `workspace-unreadable`
 */
export async function contentsOf(
  { inputs }: ClosedMonth,
  files: readonly InputFile[],
): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  const never = new Set(inputs.flatMap(({ file, sha256 }) => (sha256 === '' ? [file] : [])));
  for (const file of files) {
    const content = await hashSubmission(file).catch((error) => {
      if (isOfSystem(error) && !never.has(file.name)) throw unreadable(file.path, error);
      return '';
    });
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

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Month } from '../core/period.js';
import { type InputFile, sourceOf } from './collect.js';
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

/** Contents of the files that would be read, by name; those that can't be opened are left out. */
export async function contentsOf(files: readonly InputFile[]): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const file of files) {
    if (file.finding !== undefined) continue;
    const content = await contentOf(file).catch(() => null);
    if (content !== null) contents.set(file.name, content);
  }
  return contents;
}

async function contentOf(file: InputFile): Promise<string> {
  const source = await sourceOf(file);
  const bytes = typeof source === 'string' ? await readFile(source) : source.bytes;
  return createHash('sha256').update(bytes).digest('hex');
}

/** True where the submissions of a month are not those that it was closed with. */
export function isChanged({ inputs }: ClosedMonth, contents: ReadonlyMap<string, string>): boolean {
  const before = new Set(inputs.map(({ sha256 }) => sha256).filter((one) => one !== ''));
  const now = new Set(contents.values());
  return before.size !== now.size || [...now].some((one) => !before.has(one));
}

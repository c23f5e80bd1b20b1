import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodePoint } from '../core/order.js';
import { makeFolder } from './make-folder.js';
import type { Workspace } from './workspace.js';
import { asWorkspaceError, readText, writeWhole } from './workspace-files.js';
import type { Entry } from './workspace-journal.js';

/** Says in a closed month's own folder why it is set aside, so that the two are one step. */
const REOPENED_MARK = 'reopened.json';

/** @param closed folder of closed months */
const asideOf = (closed: string) => join(closed, 'reopened');

/**
 * Puts a closed month's folder aside, with who did it and why inside: stopped at any moment, it
 * is closed, or aside with its reason.
 * @returns where it lies now
 * @throws EnvironmentError `workspace-unwritable`, `output-busy`
 */
export async function setAside(workspace: Workspace, entry: Entry): Promise<string> {
  const { month, at } = entry;
  const folder = join(workspace.closed, month);
  const path = join(
    asideOf(workspace.closed),
    `${month}-${at.replace(/[^0-9]/g, '').slice(0, 14)}`,
  );
  await writeWhole(join(folder, REOPENED_MARK), `${JSON.stringify(entry, null, 2)}\n`);
  try {
    await makeFolder(asideOf(workspace.closed));
    await rename(folder, path);
  } catch (error) {
    await unmark(folder);
    throw asWorkspaceError(error, path);
  }
  return path;
}

/** A month that is closed is not reopened, whatever a stopped run was about to say there. */
export async function unmark(folder: string): Promise<void> {
  await rm(join(folder, REOPENED_MARK), { force: true }).catch(() => {});
}

/**
 * The reopenings of all months that were set aside, the earliest first.
 * @param closed folder of closed months
 */
export async function reopenings(closed: string): Promise<readonly Entry[]> {
  const aside = asideOf(closed);
  const all = await readdir(aside, { withFileTypes: true }).catch(() => []);
  const found: Entry[] = [];
  for (const one of all.filter((entry) => entry.isDirectory())) {
    const text = await readText(join(aside, one.name, REOPENED_MARK));
    if (text !== null) found.push(...entryOf(text));
  }
  return found.sort((a, b) => byCodePoint(a.at, b.at));
}

function entryOf(text: string): Entry[] {
  try {
    return [JSON.parse(text) as Entry];
  } catch {
    return [];
  }
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonText } from '../../core/json-text.js';
import { byCodePoint } from '../../core/order.js';
import type { Month } from '../../core/period.js';
import { CLOSED_MARK } from '../inputs/result-mark.js';
import { exists, isFolder } from '../system/exists.js';
import { makeFolder } from '../system/make-folder.js';
import { renameOnceFree } from '../system/rename.js';
import { closingPlace, placeInOrder } from './closed-mark.js';
import { asWorkspaceError, namesIn, readText, writeWhole } from './files.js';
import type { Entry } from './journal.js';
import type { Workspace } from './workspace.js';

/** Says in a closed month's own folder why it is set aside, so that the two are one step. */
const REOPENED_MARK = 'reopened.json';

/** A month that was set aside. */
export interface Reopening extends Entry {
  /** Its place among all closings and reopenings, and that of the closing that it took back. */
  readonly place: string;
  readonly closing: string;
  /** Other months that the closing published anew: with it these figures are taken back. */
  readonly restated: readonly Month[];
}

/** @param closed folder of closed months */
const asideOf = (closed: string) => join(closed, 'reopened');

/**
 * Puts a closed month's folder aside, with who did it and why inside: stopped at any moment, it
 * is closed, or aside with its reason.
 * @returns where it lies now
 * @throws EnvironmentError `workspace-unwritable`, `output-busy`
 */
export async function setAside(workspace: Workspace, entry: Entry): Promise<string> {
  const folder = join(workspace.closed, entry.month);
  const path = await freePath(asideOf(workspace.closed), entry);
  await writeWhole(join(folder, REOPENED_MARK), jsonText(entry));
  try {
    // What a stopped run was about to say there.
    for (const name of await namesIn(folder))
      if (name.startsWith(`${REOPENED_MARK}.`)) await rm(join(folder, name), { force: true });
    await makeFolder(asideOf(workspace.closed));
    await renameOnceFree(folder, path);
  } catch (error) {
    await unmark(folder);
    throw asWorkspaceError(error, path);
  }
  return path;
}

/** Named by its time, to the second: what was set aside in the same one stays beside it. */
async function freePath(aside: string, { month, at }: Entry): Promise<string> {
  const path = join(aside, `${month}-${at.replace(/[^0-9]/g, '').slice(0, 14)}`);
  for (let i = 1; ; i++) {
    const free = i === 1 ? path : `${path}-${i}`;
    if (!(await exists(free))) return free;
  }
}

/** A month that is closed is not reopened, whatever a stopped run was about to say there. */
export async function unmark(folder: string): Promise<void> {
  await rm(join(folder, REOPENED_MARK), { force: true }).catch(() => {});
}

/**
 * The reopenings of all months that were set aside, the earliest first.
 * @param closed folder of closed months
 */
export async function reopenings(closed: string): Promise<readonly Reopening[]> {
  const aside = asideOf(closed);
  const all = await namesIn(aside);
  const found: Reopening[] = [];
  for (const name of all) {
    if (!(await isFolder(join(aside, name)))) continue;
    const text = await readText(join(aside, name, REOPENED_MARK));
    const mark = await readText(join(aside, name, CLOSED_MARK));
    if (text !== null) found.push(...reopeningOf(text, mark ?? '{}'));
  }
  return found.sort((a, b) => byCodePoint(a.place, b.place));
}

function reopeningOf(text: string, mark: string): Reopening[] {
  try {
    const entry = JSON.parse(text) as Entry;
    const { restated = [] } = JSON.parse(mark) as { restated?: readonly Month[] };
    return [{ ...entry, place: placeInOrder(entry), closing: closingPlace(mark), restated }];
  } catch {
    return [];
  }
}

import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { byCodePoint } from '../../core/order.js';
import { systemCode } from '../system/error.js';
import { statOf } from '../system/stat.js';
import { CLOSED_MARK, isOwnFolder, MARK_FILE } from './result-mark.js';
import { type LeftOutReason, leftOutByName } from './triage.js';

/**
 * What the file system says of a file besides its name: its size in bytes, when it was written and
 * when anything about it was changed last, in milliseconds since 1970, and its number. A file whose
 * stamp is as before was not written in between, for all that a file system can tell.
 */
export type Stamp = Readonly<Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>>;

/** A file on the disk, or a place that could not be looked into. */
export interface FoundFile {
  readonly root: string;
  readonly rel: string;
  /** Absolute, links resolved. */
  readonly path: string;
  readonly size: number;
  readonly mtime: Date;
  readonly stamp?: Stamp;
  /** System code (`EACCES`, …) where the file or folder could not be opened. */
  readonly failed?: string;
}

/** What one search has come to so far; handed down the folders. */
export interface Search {
  /** Real path of the folder that the run will write; not searched. */
  readonly exclude: string | null;
  /** Real paths of the registry's tables and of the config that the run goes by. */
  readonly settings: ReadonlySet<string>;
  readonly found: FoundFile[];
  readonly leftOut: Map<LeftOutReason, number>;
  /** Real paths met: guards against loops of links, and files given twice. */
  readonly seen: Set<string>;
  /** Links met on the way, followed last: a file's own place names it, not a link's. */
  readonly links: { readonly root: string; readonly rel: string; readonly path: string }[];
}

/** `exclude`: real path of a folder that is not searched; `settings`: files that are no submissions. */
export function newSearch(exclude: string | null, settings: ReadonlySet<string>): Search {
  return { exclude, settings, found: [], leftOut: new Map(), seen: new Set(), links: [] };
}

/** Counts files that are left out for a reason. */
export function countLeftOut(search: Search, reason: LeftOutReason, count = 1): void {
  if (count > 0) search.leftOut.set(reason, (search.leftOut.get(reason) ?? 0) + count);
}

/** Adds a file named on the command line; hidden ones too, as they were asked for. */
export function addFile(search: Search, given: string, real: string, info: Stats): void {
  const reason = leftOutByName(basename(given));
  if (reason !== null && reason !== 'hidden') countLeftOut(search, reason);
  else keep(search, dirname(given), basename(given), real, info);
}

/** Searches a folder in depth. `rel` is its path from `root`, blank for the INPUT itself. */
export async function addFolder(
  search: Search,
  root: string,
  rel: string,
  path: string,
): Promise<void> {
  if (search.seen.has(path)) return countLeftOut(search, 'given-twice');
  search.seen.add(path);
  const entries = await entriesOf(path);
  if (path === search.exclude || (mayHaveMark(entries) && (await isOwnFolder(path)))) {
    return countLeftOut(search, 'own-output', await countFiles(path));
  }
  if (typeof entries === 'string') return fail(search, root, rel || basename(root), path, entries);
  const kept: Dirent[] = [];
  for (const entry of entries) {
    const reason = leftOutByName(entry.name);
    if (reason === null) kept.push(entry);
    else await leaveOut(search, path, entry, reason);
  }
  for (const entry of kept.filter((e) => e.isSymbolicLink())) {
    search.links.push({ root, rel: under(rel, entry.name), path: join(path, entry.name) });
  }
  const files = kept.filter((e) => !e.isDirectory() && !e.isSymbolicLink());
  await Promise.all(
    files.map((e) => addPlain(search, root, under(rel, e.name), join(path, e.name))),
  );
  // Side by side: a share takes its time over each.
  const folders = kept.filter((e) => e.isDirectory());
  await Promise.all(
    folders.map((e) => addFolder(search, root, under(rel, e.name), join(path, e.name))),
  );
}

/** A quick no for nearly every folder: a mark is looked for where it can be. */
function mayHaveMark(entries: readonly Dirent[] | string): boolean {
  return typeof entries !== 'string' && entries.some(({ name }) => MARKS.has(name));
}

const MARKS: ReadonlySet<string> = new Set([dirname(MARK_FILE), CLOSED_MARK]);

/**
 * Follows the links met so far, and those met behind them: by path, as of two that lead to one
 * place the first names it.
 */
export async function followLinks(search: Search): Promise<void> {
  while (search.links.length > 0) {
    const links = search.links.splice(0).sort((a, b) => byCodePoint(a.path, b.path));
    for (const { root, rel, path } of links) await addEntry(search, root, rel, path);
  }
}

/** A file that is no link, in a folder whose links are resolved: its path is the real one. */
async function addPlain(search: Search, root: string, rel: string, path: string): Promise<void> {
  try {
    keep(search, root, rel, path, await statOf(path));
  } catch (error) {
    fail(search, root, rel, path, systemCode(error));
  }
}

async function addEntry(search: Search, root: string, rel: string, here: string): Promise<void> {
  try {
    const info = await statOf(here);
    const path = await realpath(here);
    if (info.isDirectory()) await addFolder(search, root, rel, path);
    else keep(search, root, rel, path, info);
  } catch (error) {
    fail(search, root, rel, here, systemCode(error));
  }
}

function keep(search: Search, root: string, rel: string, path: string, info: Stats): void {
  if (!info.isFile()) countLeftOut(search, 'not-a-file');
  else if (search.seen.has(path)) countLeftOut(search, 'given-twice');
  else if (search.settings.has(path)) countLeftOut(search, 'setting');
  else {
    search.seen.add(path);
    const { size, mtime, mtimeMs, ctimeMs, ino } = info;
    const stamp = { size, mtimeMs, ctimeMs, ino };
    search.found.push({ root, rel, path, size, mtime, stamp });
  }
}

function fail(search: Search, root: string, rel: string, path: string, code: string): void {
  // Bytes of a name that are no Unicode are lost in it: what bears it is there, and not found by it.
  const failed = code === 'ENOENT' && rel.includes('\ufffd') ? 'EILSEQ' : code;
  search.found.push({ root, rel, path, size: 0, mtime: new Date(0), failed });
}

async function leaveOut(
  search: Search,
  folder: string,
  entry: Dirent,
  reason: LeftOutReason,
): Promise<void> {
  const count = entry.isDirectory() ? await countFiles(join(folder, entry.name)) : 1;
  countLeftOut(search, reason, count);
}

/** Files below a folder, links not followed. */
async function countFiles(folder: string): Promise<number> {
  const entries = await entriesOf(folder);
  if (typeof entries === 'string') return 0;
  let count = 0;
  for (const entry of entries) {
    count += entry.isDirectory() ? await countFiles(join(folder, entry.name)) : 1;
  }
  return count;
}

/** The folder's entries by name, or the system's code where it can't be read. */
async function entriesOf(folder: string): Promise<Dirent[] | string> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => byCodePoint(a.name, b.name));
  } catch (error) {
    return systemCode(error);
  }
}

function under(rel: string, name: string): string {
  return rel === '' ? name : `${rel}/${name}`;
}

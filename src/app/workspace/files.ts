import { randomBytes } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EnvironmentError } from '../../core/errors.js';
import { withNeeded } from '../../core/needed-columns.js';
import { csv } from '../../reports/data/csv.js';
import { asOutputError } from '../output/target.js';
import { isNowhere, systemCode } from '../system/error.js';
import { makeFolder } from '../system/make-folder.js';
import { renameOnceFree } from '../system/rename.js';
import { textOf } from '../system/text-of.js';

/** What the system says about writing in a workspace, as a plain sentence; a bug stays a bug. */
export function asWorkspaceError(error: unknown, path: string): unknown {
  const known = asOutputError(error, path, true);
  if (!(known instanceof EnvironmentError) || known.code !== 'output-unwritable') return known;
  return new EnvironmentError('workspace-unwritable', known.args);
}

/**
 * Writes a file whole or not at all: aside, onto the disk, then into its place.
 * @throws EnvironmentError `workspace-unwritable`, `output-busy`
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.new`;
  try {
    await makeFolder(dirname(path));
    const file = await open(fresh, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOnceFree(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw asWorkspaceError(error, path);
  }
}

/** The text of a file, or null where there is none. @throws EnvironmentError `workspace-unreadable` */
export async function readText(path: string): Promise<string | null> {
  try {
    return await textOf(path);
  } catch (error) {
    if (isNowhere(systemCode(error))) return null;
    throw unreadableThere(path, error);
  }
}

/** Names in a folder; none where there is no folder. @throws EnvironmentError `workspace-unreadable` */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isNowhere(systemCode(error))) return [];
    throw unreadableThere(folder, error);
  }
}

/** What the system says about reading in a workspace, as a plain sentence; a bug stays a bug. */
function unreadableThere(path: string, error: unknown): EnvironmentError {
  return new EnvironmentError('workspace-unreadable', { path, detail: systemCode(error) });
}

/**
 * What is understood of a file of ccds's own.
 * @throws EnvironmentError `history-bad` where nothing is
 */
export function understood<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new EnvironmentError('history-bad', { path, detail: 'resaved' });
  }
}

/** As another program may have saved it: Excel parts by semicolons where the comma is the decimal sign. */
export function formatOf(text: string) {
  const header = text.split(/[\r\n]/, 1)[0]!;
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  return { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
}

/**
 * The rows of a table of ccds's own; none where there is no file.
 * @param needed columns that it can't do without
 * @throws EnvironmentError `history-bad` where it is not as ccds wrote it
 */
export async function readTable<T>(
  path: string,
  needed: readonly (keyof T & string)[],
): Promise<T[]> {
  return rowsIn(path, (await readText(path)) ?? '', needed);
}

/**
 * The rows of such a table's text.
 * @param isWhole true where a row of another length than the header is a cut one
 * @throws EnvironmentError `history-bad` where it is not as ccds wrote it
 */
export function rowsIn<T>(
  path: string,
  text: string,
  needed: readonly (keyof T & string)[],
  isWhole = false,
): T[] {
  const columns = (header: string[]) => withNeeded(header, needed);
  const format = { columns, ...formatOf(text), relax_column_count: !isWhole };
  return understood(path, () => parse(text, format) as T[]);
}

/** A table's text with commas, whatever program saved it. @throws Error where it is none */
export function withCommas(text: string): string {
  const format = formatOf(text);
  if (format.delimiter === ',') return text;
  const [header = [], ...rows] = parse(text, format) as string[][];
  return csv(header, rows);
}

import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import type { Month } from '../../core/period.js';
import type { FileReport } from '../../forms/report.js';
import { keepLookedInto, marksOf, readLookedInto } from '../cache/looked-into.js';
import type { UnreadFile } from '../figures/before.js';
import type { InputFile } from '../inputs/collect.js';
import { inLanes } from '../reading/lanes.js';
import { hashSubmission } from '../reading/load-submission.js';
import { isOfSystem } from '../system/error.js';
import { isFolder } from '../system/exists.js';
import type { RunOptions } from '../types.js';
import type { ClosedMonth } from './closed.js';
import type { Workspace } from './workspace.js';

/** Where the submissions of a closed month lie now; none where its folder is gone. */
export async function inputsOfMonth(
  { submissions }: Workspace,
  month: Month,
): Promise<readonly string[]> {
  const folder = join(submissions, month);
  return (await isFolder(folder)) ? [folder] : [];
}

/** What a closed month's files hold now. */
export interface MonthContents {
  /** Their content by name, pictures and letters among them, as the closed month has them. */
  readonly contents: ReadonlyMap<string, string>;
  /** Those that the system can't read now, and could at the closing: they are not held to be withdrawn. */
  readonly unread: readonly UnreadFile[];
}

/**
 * What the files of a closed month hold now. One that the system has as it was when an earlier run
 * looked into it is not opened, unless `lookInside` asks for it. Several are looked into side by
 * side: on a share each takes its time.
 * @throws EnvironmentError `interrupted`
 */
export async function contentsOf(
  closed: ClosedMonth,
  files: readonly InputFile[],
  { cache, lookInside = false, signal }: Pick<RunOptions, 'cache' | 'lookInside' | 'signal'>,
): Promise<MonthContents> {
  const never = neverRead(closed);
  const marks = marksOf(files);
  const known = await readLookedInto(lookInside ? null : (cache ?? null), closed.month);
  const seen = new Map<string, string>();
  const read: (string | UnreadFile | null)[] = new Array(files.length).fill(null);
  const look = async (index: number) => {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    const [file, mark] = [files[index]!, marks[index] ?? null];
    try {
      const found = known.get(mark ?? '') ?? (await hashSubmission(file));
      read[index] = found;
      if (mark !== null) seen.set(mark, found);
    } catch (error) {
      if (!isOfSystem(error) || never.has(file.name)) return;
      read[index] = { file: file.name, reason: failureOf(file) ?? error.code };
    }
  };
  await inLanes(files.keys(), new Array(AT_ONCE).fill(look));
  if (cache !== undefined && [...seen].some(([mark, hash]) => known.get(mark) !== hash))
    await keepLookedInto(cache, closed.month, seen);
  const contents = new Map<string, string>();
  const unread: UnreadFile[] = [];
  for (const [index, found] of read.entries()) {
    if (typeof found === 'string') contents.set(files[index]!.name, found);
    else if (found !== null) unread.push(found);
  }
  return { contents, unread };
}

/** Files looked into side by side; the disk keeps no more busy. */
const AT_ONCE = 16;

/** Of what was read of a closed month: the files that could not be opened, and could at its closing. */
export function unreadOf(closed: ClosedMonth, reports: readonly FileReport[]): UnreadFile[] {
  const never = neverRead(closed);
  return reports.flatMap(({ file, findings }) => {
    const [reason] = findings.flatMap((found) => failureOf({ finding: found }) ?? []);
    return reason === undefined || never.has(file) ? [] : [{ file, reason }];
  });
}

/** Why a file or folder could not be opened, where it was tried. */
function failureOf({ finding }: Pick<InputFile, 'finding'>): string | undefined {
  return finding?.code === 'CCDS-F09' ? String(finding.args.reason) : undefined;
}

/** Contents of a month's files as they were read, by name. */
export function contentsIn(reports: readonly FileReport[]): ReadonlyMap<string, string> {
  const read = reports.filter(({ sha256 }) => sha256 !== '');
  return new Map(read.map(({ file, sha256 }) => [file, sha256]));
}

/** Names of files that could not be read at a month's closing either. */
function neverRead({ inputs }: ClosedMonth): ReadonlySet<string> {
  return new Set(inputs.flatMap(({ file, sha256 }) => (sha256 === '' ? [file] : [])));
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

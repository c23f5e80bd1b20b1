import { join } from 'node:path';
import type { Month } from '../../core/period.js';
import type { FileReport } from '../../forms/report.js';
import type { UnreadFile } from '../figures/compare.js';
import type { InputFile } from '../inputs/collect.js';
import { hashSubmission } from '../reading/load-submission.js';
import { isOfSystem } from '../system/error.js';
import type { ClosedMonth } from './closed.js';
import { isFolder, type Workspace } from './workspace.js';

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

export async function contentsOf(
  closed: ClosedMonth,
  files: readonly InputFile[],
): Promise<MonthContents> {
  const contents = new Map<string, string>();
  const unread: UnreadFile[] = [];
  const never = neverRead(closed);
  for (const file of files) {
    const { name } = file;
    try {
      contents.set(name, await hashSubmission(file));
    } catch (error) {
      if (!isOfSystem(error) || never.has(name)) continue;
      unread.push({ file: name, reason: failureOf(file) ?? error.code });
    }
  }
  return { contents, unread };
}

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

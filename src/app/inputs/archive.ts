import { extensionOf } from '../../core/file-name.js';
import { SpreadsheetError } from '../../spreadsheet/types.js';
import { systemCode } from '../system/error.js';
import { type Candidate, type Problem, problem } from './candidate.js';
import { lookInto, unsupported } from './look.js';
import { CLOSED_MARK, hasClosedMark, hasMark, MARK_FILE } from './result-mark.js';
import { classOf, type LeftOutReason, leftOutByName } from './triage.js';
import { countLeftOut, type FoundFile, type Search } from './walk.js';
import { type ListedMember, listArchive, readMember } from './zip.js';

/**
 * The members of a `.zip`, one level deep, each a candidate `archive.zip/inner.xlsx`; the
 * archive itself, with a problem, where it can't be listed or its members can't be read.
 */
export async function expandArchive(search: Search, archive: FoundFile): Promise<Candidate[]> {
  if (archive.size === 0) return [{ ...archive, problem: problem('CCDS-F08', {}) }];
  try {
    const members = await listArchive(archive.path);
    if (isWorkbook(members)) return [archive];
    if (isNumbers(members)) return [{ ...archive, problem: unsupported('numbers', 'zip') }];
    const kept = await withoutLeftOut(search, archive, members);
    const readable = kept.filter((member) => !member.encrypted);
    return [
      ...(await Promise.all(readable.map((member) => candidateOf(archive, member)))),
      ...remarks(archive, members.length, kept.length > readable.length),
    ];
  } catch (error) {
    return [otherwise(archive, error)];
  }
}

/** What is no zip at all under such a name is told, or read, as what it is. */
function otherwise(archive: FoundFile, error: unknown): Candidate {
  if (error instanceof SpreadsheetError && error.reason === 'damaged') {
    const looked = lookInto(archive.path, 'zip');
    if (looked === 'sheet') return archive;
    if (looked !== 'archive' && !isOf(looked, 'zip')) return { ...archive, problem: looked };
  }
  return { ...archive, problem: archiveProblem(error) };
}

function isOf({ args }: Problem, kind: string): boolean {
  return 'kind' in args && args.kind === kind;
}

/** A workbook under the name of an archive: told apart by its content. */
function isWorkbook(members: readonly ListedMember[]): boolean {
  const names = new Set(members.map((member) => member.name));
  return names.has('[Content_Types].xml') || (names.has('mimetype') && names.has('content.xml'));
}

/** What Apple's Numbers saves, or its folder as it is sent: pictures and packed parts. */
function isNumbers(members: readonly ListedMember[]): boolean {
  return members.some(({ name }) => /(?:^|\/)Index(?:\/Document\.iwa|\.zip)$/.test(name));
}

/** One problem for the archive, not one for each of its thousand members. */
function remarks(archive: FoundFile, members: number, encrypted: boolean): Candidate[] {
  if (encrypted) return [{ ...archive, problem: problem('CCDS-F02', {}) }];
  return members === 0 ? [{ ...archive, problem: problem('CCDS-F06', { kind: 'zip' }) }] : [];
}

async function candidateOf(archive: FoundFile, listed: ListedMember): Promise<Candidate> {
  const { name, size, mtime, member } = listed;
  const reason = await memberProblem(archive, listed);
  return {
    root: archive.root,
    rel: `${archive.rel}/${name}`,
    path: archive.path,
    size,
    mtime,
    member,
    ...(archive.stamp && { stamp: archive.stamp }),
    ...(reason && { problem: reason }),
  };
}

async function memberProblem(archive: FoundFile, listed: ListedMember): Promise<Problem | null> {
  const kind = extensionOf(listed.name) || 'unknown';
  switch (classOf(listed.name)) {
    case 'sheet':
      return null;
    case 'other':
      return problem('CCDS-F06', { kind });
    case 'doubtful':
      return doubtfulProblem(archive, listed, kind);
    default:
      // An archive inside an archive too: one level deep is all that is opened.
      return problem('CCDS-F04', { kind });
  }
}

async function doubtfulProblem(
  { path }: FoundFile,
  { member, size }: ListedMember,
  kind: string,
): Promise<Problem | null> {
  try {
    const looked = lookInto(await readMember(path, member, size), kind);
    if (looked === 'archive') return problem('CCDS-F04', { kind: 'zip' });
    return looked === 'sheet' ? null : looked;
  } catch (error) {
    return archiveProblem(error);
  }
}

async function withoutLeftOut(
  search: Search,
  archive: FoundFile,
  members: readonly ListedMember[],
): Promise<ListedMember[]> {
  const own = await ownFolders(archive, members);
  return members.filter((member) => {
    const reason = own.some((folder) => member.name.startsWith(folder))
      ? 'own-output'
      : reasonOf(member.name);
    if (reason !== null) countLeftOut(search, reason);
    return reason === null;
  });
}

function reasonOf(name: string): LeftOutReason | null {
  for (const part of name.split('/')) {
    const reason = leftOutByName(part);
    if (reason !== null) return reason;
  }
  return null;
}

/** Folders inside the archive that are results or closed months of ccds, each with its last `/`. */
async function ownFolders(archive: FoundFile, members: readonly ListedMember[]): Promise<string[]> {
  const own: string[] = [];
  for (const { name, size, member } of members) {
    const mark = MARKS.find(({ file }) => `/${name}`.endsWith(`/${file}`));
    if (mark === undefined || size > 1_000_000) continue;
    const bytes = await readMember(archive.path, member, size).catch(() => null);
    if (bytes && mark.isOwn(new TextDecoder().decode(bytes)))
      own.push(name.slice(0, -mark.file.length));
  }
  return own;
}

const MARKS = [
  { file: MARK_FILE, isOwn: hasMark },
  { file: CLOSED_MARK, isOwn: hasClosedMark },
];

function archiveProblem(error: unknown): Problem {
  if (!(error instanceof SpreadsheetError)) {
    return problem('CCDS-F09', { reason: systemCode(error) });
  }
  const { limit, value, kind } = error.details;
  if (error.reason === 'unsupported') return problem('CCDS-F04', { kind: String(kind) });
  if (error.reason !== 'limit') return problem('CCDS-F01', { reason: error.reason });
  return problem('CCDS-F03', { limit: String(limit), value: Number(value) });
}

import { append } from '../../core/append.js';
import { type Finding, finding } from '../../core/finding.js';
import type { FileReport, SheetReport } from '../../forms/report.js';
import { openWorkbook, type Workbook } from '../../spreadsheet/index.js';
import { applied, droppedAsWhole } from '../decisions/decisions.js';
import type { InputFile } from '../inputs/collect.js';
import { isOwnText, isOwnWorkbook, ownSheets } from '../inputs/own-output.js';
import { isOnlyNamedWorkbook, tellFile } from './file-findings.js';
import { namesOf } from './file-names.js';
import { fileProblem } from './file-problem.js';
import { namedMonths, refusedMonths, type SheetRead } from './kept-sheets.js';
import { hashIfReadable, loadSubmission } from './load-submission.js';
import { passedBy, type ReadingContext, readSheet } from './read-sheet.js';
import { outdated, TEMPLATE_MARK } from './template-version.js';

/** A file that is one of ccds's own outputs is left out, not read. */
export type Submission = FileReport | 'own-output';

/** Reads one file into parts and findings. Never throws for the file's sake. */
export async function readSubmission(
  file: InputFile,
  context: ReadingContext,
): Promise<Submission> {
  const read = await readFile(file, context);
  const isUnread = read !== 'own-output' && read.state !== 'read' && read.sheets.length === 0;
  const dropped = isUnread ? droppedAsWhole(context.decisions ?? [], file.name) : undefined;
  return isUnread && dropped ? { ...read, state: 'no-form', findings: [applied(dropped)] } : read;
}

async function readFile(file: InputFile, context: ReadingContext): Promise<Submission> {
  if (file.finding !== undefined) return refused(file, await hashIfReadable(file), file.finding);
  let sha256 = '';
  try {
    const source = await loadSubmission(file);
    sha256 = source.sha256;
    const book = await openWorkbook(source.open, context.config.limits);
    try {
      return await readBook(file, sha256, book, context);
    } finally {
      await book.close();
    }
  } catch (error) {
    return refused(file, sha256, fileProblem(file.name, error));
  }
}

function refused(file: InputFile, sha256: string, found: Finding): FileReport {
  const state = found.code === 'CCDS-F06' ? 'foreign' : 'unreadable';
  // Of what the system could not even look at it is not known when it was saved.
  const saved = file.mtime.getTime() === 0 ? '' : file.mtime.toISOString();
  return {
    file: file.name,
    sha256,
    bytes: file.size,
    receivedAt: saved,
    savedAt: saved,
    state,
    sheets: [],
    findings: [{ ...found, place: { ...found.place, file: file.name } }],
  };
}

async function readBook(
  file: InputFile,
  sha256: string,
  book: Workbook,
  context: ReadingContext,
): Promise<Submission> {
  if ((await isOwnWorkbook(book)) || (await isOwnText(book))) return 'own-output';
  const findings: Finding[] = [];
  const sheets: SheetReport[] = [];
  const names = namesOf(file);
  const own = await ownSheets(book);
  if (own.size > 0 && own.size === book.sheets.length) return 'own-output';
  const { wanted, datedNames } = context;
  const sheetNames = book.sheets.map(({ name }) => name);
  const { findPeriods } = datedNames;
  const named = namedMonths(sheetNames, { names, findPeriods, wanted });
  const reads: SheetRead[] = [];
  for (const [i, sheet] of book.sheets.entries()) {
    const isOwn = own.has(sheet);
    const period = named.get(i) ?? null;
    reads.push(
      isOwn ? await passedBy(sheet) : await readSheet(file, sheet, names, context, period),
    );
  }
  for (const [i, period] of refusedMonths(reads))
    reads[i] = await readSheet(file, book.sheets[i]!, names, context, period);
  for (const read of reads) {
    sheets.push(read.report);
    append(findings, read.findings);
  }
  const unreadable = sheets.filter(({ state }) => state === 'unreadable');
  const state = sheets.some(({ tables }) => tables.length > 0)
    ? 'read'
    : unreadable.length > 0
      ? 'unreadable'
      : 'no-form';
  if (state === 'no-form' && isOnlyNamedWorkbook(file.name, book))
    return refused(file, sha256, finding('CCDS-F01', { file: file.name }, { reason: 'unknown' }));
  const ownNames = new Set([...own].map(({ name }) => name));
  const foreign = sheets.filter(({ name }) => !ownNames.has(name));
  tellFile(file, book, foreign, state, findings);
  const old = outdated(book.properties[TEMPLATE_MARK], context.config.forms);
  if (old !== null) findings.push(finding('CCDS-F10', { file: file.name }, old));
  const savedAt = (book.modified ?? file.mtime).toISOString();
  return {
    file: file.name,
    sha256,
    bytes: file.size,
    receivedAt: savedAt,
    savedAt,
    state,
    sheets,
    findings,
  };
}

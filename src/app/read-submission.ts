import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { type Finding, finding } from '../core/finding.js';
import type { Period } from '../core/period.js';
import { nfc } from '../core/text.js';
import type { FileReport, SheetReport } from '../forms/report.js';
import { type SheetContext, SheetReader } from '../forms/sheet-reader.js';
import { ROW_CHECKS } from '../rules/checks/index.js';
import { resolveSeverity } from '../rules/index.js';
import { openWorkbook, type Sheet, SpreadsheetError, type Workbook } from '../spreadsheet/index.js';
import { type InputFile, sourceOf } from './collect.js';
import type { Config } from './config.js';
import { decidedSheet } from './decided-sheet.js';
import { type Decision, decisionsAt } from './decisions.js';
import { fileProblem } from './file-problem.js';
import type { MonthMap } from './maps.js';
import { isOwnSheet, isOwnText, isOwnWorkbook } from './own-output.js';
import { outdated, TEMPLATE_MARK } from './template-version.js';

/** What reading a file needs to know; the same for every file of a run. */
export interface ReadingContext {
  readonly config: Config;
  readonly wanted: Period | null;
  /** What was settled by telephone. */
  readonly decisions?: readonly Decision[];
  readonly mapOf: (month: Parameters<SheetContext['mapOf']>[0]) => MonthMap;
}

/** A file that is one of ccds's own outputs is left out, not read. */
export type Submission = FileReport | 'own-output';

/** Files up to this size are read in one go; larger ones are hashed as a stream. */
const WHOLE = 64 * 2 ** 20;

/** Reads one file into parts and findings. Never throws for the file's sake. */
export async function readSubmission(
  file: InputFile,
  context: ReadingContext,
): Promise<Submission> {
  if (file.finding !== undefined) return refused(file, await hashIfReadable(file), file.finding);
  let sha256 = '';
  try {
    const source = await load(file);
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

async function load(
  file: InputFile,
): Promise<{ open: Parameters<typeof openWorkbook>[0]; sha256: string }> {
  const source = await sourceOf(file);
  if (typeof source !== 'string') return { open: source, sha256: hash(source.bytes) };
  if (file.size > WHOLE) return { open: source, sha256: await hashFile(source) };
  const bytes = await readFile(source);
  return { open: { name: file.name, bytes }, sha256: hash(bytes) };
}

/** A file that is not opened is still known by its hash; '' where it can't be read at all. */
async function hashIfReadable(file: InputFile): Promise<string> {
  try {
    const source = await sourceOf(file);
    return typeof source === 'string' ? await hashFile(source) : hash(source.bytes);
  } catch {
    return '';
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function refused(file: InputFile, sha256: string, found: Finding): FileReport {
  const state = found.code === 'CCDS-F06' ? 'foreign' : 'unreadable';
  const saved = file.mtime.toISOString();
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
  if (isOwnWorkbook(book) || (await isOwnText(book))) return 'own-output';
  const findings: Finding[] = [];
  const sheets: SheetReport[] = [];
  const names = namesOf(file);
  const own = await ownSheets(book);
  if (own.size > 0 && own.size === book.sheets.length) return 'own-output';
  for (const sheet of book.sheets) {
    if (own.has(sheet)) sheets.push(await passedBy(sheet));
    else sheets.push(await readSheet(file, sheet, names, context, findings));
  }
  const unreadable = sheets.filter(({ state }) => state === 'unreadable');
  const state = sheets.some(({ tables }) => tables.length > 0)
    ? 'read'
    : unreadable.length > 0
      ? 'unreadable'
      : 'no-form';
  if (state === 'no-form' && isOnlyNamedWorkbook(file, book))
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

/** Sheets that ccds put there itself: nothing of the submitter's is in them. */
async function ownSheets(book: Workbook): Promise<ReadonlySet<Sheet>> {
  const own = new Set<Sheet>();
  if (book.kind === 'csv') return own;
  for (const sheet of book.sheets)
    if (sheet.state === 'visible' && (await isOwnSheet(sheet).catch(() => false))) own.add(sheet);
  return own;
}

/** A sheet of which only the rows are counted. */
async function passedBy(sheet: Sheet): Promise<SheetReport> {
  return { name: sheet.name, state: 'no-form', rows: await lastRow(sheet), width: 0, tables: [] };
}

async function lastRow(sheet: Sheet): Promise<number> {
  let rows = 0;
  await sheet.read((row) => {
    if (row.values.some((value) => value !== null)) rows = row.number;
  });
  return rows;
}

async function readSheet(
  file: InputFile,
  sheet: Sheet,
  names: SheetContext['names'],
  { config, wanted, mapOf, decisions = [] }: ReadingContext,
  findings: Finding[],
): Promise<SheetReport> {
  const place = sheet.name === '' ? { file: file.name } : { file: file.name, sheet: sheet.name };
  if (sheet.state !== 'visible') return hiddenSheet(sheet, place, findings);
  const own: Finding[] = [];
  const decided = decidedSheet(decisionsAt(decisions, place));
  try {
    const reader = new SheetReader({
      file: file.name,
      sheet: sheet.name,
      layouts: config.layouts,
      indicators: config.indicators,
      checks: ROW_CHECKS,
      wanted,
      cutoff: config.cutoff,
      severityOf: (code) => resolveSeverity(code, config.severities),
      ...(decided ?? {}),
      names,
      merges: await sheet.merges(),
      mapOf: (month) => {
        const { matcher, lastDay } = mapOf(month);
        return { ...matcher, lastDay };
      },
      emit: (found) => own.push(found),
    });
    const { ragged } = await sheet.read((row) =>
      reader.push(decided === null ? row : decided.corrected(row)),
    );
    const report = reader.end();
    if (ragged !== undefined && report.tables.length > 0)
      own.push(finding('CCDS-S08', { ...place, row: ragged.first }, ragged));
    if (decided?.setAside !== true) for (const found of own) findings.push(found);
    findings.push(...(decided?.end(report) ?? []));
    return report;
  } catch (error) {
    const reason = error instanceof SpreadsheetError ? error.reason : null;
    if (reason === null) throw error;
    findings.push(finding('CCDS-S10', place, { reason }));
    return { name: sheet.name, state: 'unreadable', rows: 0, width: 0, tables: [] };
  }
}

async function hiddenSheet(
  sheet: Sheet,
  place: { file: string },
  findings: Finding[],
): Promise<SheetReport> {
  const rows = await lastRow(sheet);
  findings.push(finding('CCDS-S03', place, { rows }));
  return { name: sheet.name, state: 'hidden', rows, width: 0, tables: [] };
}

const KINDS: Readonly<Record<string, string>> = {
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.xls': 'xls',
  '.ods': 'ods',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
};

/** Any text can be read as lines; one that calls itself a workbook and has no form is broken. */
function isOnlyNamedWorkbook(file: InputFile, book: Workbook): boolean {
  const named = KINDS[extname(file.name).toLowerCase()];
  return book.kind === 'csv' && named !== undefined && named !== 'csv';
}

function tellFile(
  file: InputFile,
  book: Workbook,
  sheets: readonly SheetReport[],
  state: FileReport['state'],
  findings: Finding[],
): void {
  const place = { file: file.name };
  const extension = extname(file.name).toLowerCase();
  if (KINDS[extension] !== undefined && KINDS[extension] !== book.kind) {
    findings.push(finding('CCDS-F07', place, { extension, kind: book.kind }));
  }
  if (state === 'no-form') findings.push(finding('CCDS-F05', place, { sheets: sheets.length }));
  if (state !== 'read') return;
  for (const { name, rows, state: of } of sheets) {
    if (of === 'no-form' && rows > 0)
      findings.push(finding('CCDS-S04', { ...place, sheet: name }, { rows }));
  }
}

/** The file's own name, then its folders from the nearest up to the INPUT folder itself. */
function namesOf(file: InputFile): SheetContext['names'] {
  const pieces = file.name.split('/');
  const own = pieces.pop()!.replace(/\.[^.]+$/, '');
  const root = nfc(basename(rootOf(file, pieces.length)));
  const folders = [root, ...pieces].reverse().filter((text) => text !== '');
  return [
    { text: own, from: 'file' },
    ...folders.map((text) => ({ text, from: 'folder' as const })),
  ];
}

/** Folder that the name counts from. */
function rootOf(file: InputFile, depth: number): string {
  let folder = dirname(file.path);
  for (let i = 0; i < (file.member === undefined ? depth : 0); i++) folder = dirname(folder);
  return folder;
}

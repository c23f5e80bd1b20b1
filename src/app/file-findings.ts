import { extname } from 'node:path';
import { type Finding, finding } from '../core/finding.js';
import type { FileReport, SheetReport } from '../forms/report.js';
import type { Workbook } from '../spreadsheet/index.js';
import type { InputFile } from './collect.js';

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
export function isOnlyNamedWorkbook(file: InputFile, book: Workbook): boolean {
  const named = KINDS[extname(file.name).toLowerCase()];
  return book.kind === 'csv' && named !== undefined && named !== 'csv';
}

/** What is to be told of a file as a whole: its name, and sheets without a form. */
export function tellFile(
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
  if (state === 'no-form') {
    const { lost } = sheets.find((sheet) => sheet.lost !== undefined) ?? {};
    findings.push(finding('CCDS-F05', place, { sheets: sheets.length, ...(lost && { lost }) }));
  }
  if (state !== 'read') return;
  for (const { name, rows, state: of } of sheets) {
    if (of === 'no-form' && rows > 0)
      findings.push(finding('CCDS-S04', { ...place, sheet: name }, { rows }));
  }
}

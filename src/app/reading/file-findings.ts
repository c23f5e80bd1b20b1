import { extname } from 'node:path';
import { cellAddress } from '../../core/address.js';
import { type Finding, finding, placeAt } from '../../core/finding.js';
import type { FileReport, SheetReport } from '../../forms/report.js';
import type { Workbook } from '../../spreadsheet/index.js';
import type { InputFile } from '../inputs/collect.js';

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
export function isOnlyNamedWorkbook(name: string, book: Workbook): boolean {
  const named = KINDS[extname(name).toLowerCase()];
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
    const { typed } = sheets.find((sheet) => sheet.typed !== undefined) ?? {};
    const { joined } = sheets.find((sheet) => sheet.joined !== undefined) ?? {};
    const seen = sheets.filter(({ nearest }) => nearest !== undefined);
    const { nearest, name } = seen.find((one) => one.nearest?.form) ?? seen[0] ?? {};
    findings.push(
      finding('CCDS-F05', place, {
        sheets: sheets.length,
        ...nearest,
        ...(nearest && { headerCell: placed(name, nearest.headerCell) }),
        ...(lost && { lost }),
        ...(typed && { typed }),
        ...(joined && { joined }),
      }),
    );
  }
  if (state !== 'read') return;
  if (book.unread?.size)
    findings.push(finding('CCDS-F13', place, { unread: [...book.unread].sort().join(', ') }));
  for (const { name, rows, state: of, goesOn: row, nearest } of sheets) {
    if (of !== 'no-form' || rows === 0) continue;
    const sheet = { ...place, sheet: name };
    findings.push(
      row === undefined
        ? finding('CCDS-S04', sheet, { rows, ...nearest })
        : finding('CCDS-S21', placeAt(sheet, row, cellAddress(0, row)), { rows: rows - row + 1 }),
    );
  }
}

/** A cell with its sheet, as a formula names it; a CSV's sheet has no name. */
function placed(sheet: string | undefined, cell: string): string {
  return sheet ? `${sheet}!${cell}` : cell;
}

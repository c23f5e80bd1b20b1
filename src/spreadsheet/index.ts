import { type Limits, resolveLimits } from './limits.js';
import { sniff } from './sniff.js';
import { fileSource, memorySource, type Source } from './source.js';
import type { Kind, OpenWorkbook, ReadOptions, Workbook } from './types.js';
import { openXlsx } from './xlsx-workbook.js';
import { zipKind } from './zip-kind.js';
import { openZip } from './zip-parts.js';

export { plainText } from './plain-text.js';
export { unsupported } from './sniff.js';
export * from './types.js';

/**
 * Opens a spreadsheet by its content, whatever it is called: `.xlsx` and its kin, `.xls`,
 * `.ods`, HTML tables, SpreadsheetML 2003, delimited text. `source` is a path, or a name
 * with bytes. Close the workbook when done.
 *
 * Throws a `SpreadsheetError` for a file that cannot be read, here or while a sheet is
 * read; and what `node:fs` throws (ENOENT, EACCES, …).
 */
export const openWorkbook: OpenWorkbook = async (source, options = {}) => {
  const opened = typeof source === 'string' ? fileSource(source) : memorySource(source.bytes);
  try {
    return await open(opened, options);
  } catch (error) {
    opened.close();
    throw error;
  }
};

/**
 * What `openWorkbook` would take a file for, by its first bytes and, of a zip, its parts; no cell
 * is read. Throws as it does.
 */
export function tellKind(source: string | Uint8Array): Kind {
  const opened = typeof source === 'string' ? fileSource(source) : memorySource(source);
  try {
    const kind = sniff(opened);
    if (kind === 'zip') return zipKind(openZip(opened, resolveLimits({}))).kind;
    if (kind === 'encrypted') return 'xlsx';
    return kind === 'flat-ods' ? 'ods' : kind;
  } finally {
    opened.close();
  }
}

/** What most files do not need is loaded when the first comes that does. */
async function open(source: Source, options: ReadOptions): Promise<Workbook> {
  const limits = resolveLimits(options);
  const kind = sniff(source);
  if (kind === 'zip') return await openZipped(source, limits);
  if (kind === 'csv') {
    const { openCsv } = await import('./csv.js');
    return openCsv(source, limits);
  }
  if (kind === 'flat-ods') {
    const { openFlatOds } = await import('./ods.js');
    return openFlatOds(source, limits);
  }
  if (kind === 'html') {
    const { openHtml } = await import('./html.js');
    return openHtml(source, limits);
  }
  const { openLegacy, openPackage } = await import('./legacy.js');
  if (kind === 'encrypted') return await openZipped(await openPackage(source, limits), limits);
  return await openLegacy(source, kind, limits);
}

async function openZipped(source: Source, limits: Limits): Promise<Workbook> {
  const zip = openZip(source, limits);
  const inside = zipKind(zip);
  if (inside.kind === 'xlsx') return openXlsx(source, zip, inside, limits);
  const { openOds } = await import('./ods.js');
  return openOds(source, zip, limits);
}

import type { Epoch } from './dates.js';
import { readInWorker, unlockInWorker } from './legacy-process.js';
import { type LegacyRow, type LegacySheet, reviveValue } from './legacy-values.js';
import {
  damagedError,
  documentTypeError,
  type Limits,
  limitError,
  MAX_LEGACY_FILE_BYTES,
} from './limits.js';
import { RowSink } from './row-sink.js';
import { encrypted } from './sniff.js';
import { memorySource, type Source } from './source.js';
import { decodeText, detectMarkupEncoding } from './text-encoding.js';
import type { Kind, Sheet, Workbook } from './types.js';

/**
 * The older formats, through SheetJS. Their files are few and small; all of one is read,
 * in a process with a limit to its time and memory, before the workbook is handed out.
 */
export async function openLegacy(source: Source, kind: Kind, limits: Limits): Promise<Workbook> {
  if (source.size > MAX_LEGACY_FILE_BYTES) {
    throw limitError('legacy-file-bytes', MAX_LEGACY_FILE_BYTES, { kind });
  }
  const bytes = source.read(0, source.size);
  if (kind === 'xls') return workbookOf(kind, new Uint8Array(bytes), limits);
  const encoding = detectMarkupEncoding(bytes);
  const text = decodeText(bytes, encoding);
  if (/<!DOCTYPE/i.test(text)) throw documentTypeError();
  // SheetJS takes as much as there is.
  if (!ENDS.test(text.slice(-TAIL))) throw damagedError('the XML ends early');
  return { ...(await workbookOf(kind, text, limits)), encoding: encoding.encoding };
}

const ENDS = /<\/(?:[\w.-]+:)?Workbook\s*>/;
/** Room for comments behind the end. */
const TAIL = 4096;

/**
 * What an encrypted package holds, where Excel's own password opens it: a zip.
 * @throws SpreadsheetError `encrypted` where it takes another
 */
export async function openPackage(source: Source, limits: Limits): Promise<Source> {
  if (source.size > MAX_LEGACY_FILE_BYTES) throw encrypted();
  const bytes = new Uint8Array(source.read(0, source.size));
  source.close();
  return memorySource(await unlockInWorker(bytes, limits));
}

async function workbookOf(
  kind: Kind,
  content: Uint8Array | string,
  limits: Limits,
): Promise<Workbook> {
  const result = await readInWorker(kind, content, limits);
  if (result.sheets.length === 0) throw damagedError('no sheet was found', { kind });
  const epoch: Epoch = result.date1904 ? 1904 : 1900;
  return {
    kind,
    ...(result.modified !== undefined && { modified: new Date(result.modified) }),
    properties: result.properties,
    sheets: result.sheets.map((sheet) => legacySheet(sheet, epoch)),
    close: async () => {},
  };
}

function legacySheet(
  { name, state, merges, hiddenColumns, rows }: LegacySheet,
  epoch: Epoch,
): Sheet {
  return {
    name,
    state,
    merges: async () => merges,
    hiddenColumns: async () => hiddenColumns,
    read: async (onRow) => {
      const sink = new RowSink(onRow);
      for (const [number, hidden, values, look] of rows as LegacyRow[]) {
        if (sink.stopped) break;
        sink.push(
          number,
          values.map((value) => reviveValue(value, epoch)),
          hidden,
          look,
        );
      }
      return {};
    },
  };
}

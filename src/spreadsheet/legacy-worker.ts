import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { biffHiddenColumns, biffSheetOffsets } from './biff-columns.js';
import { decryptBiff } from './biff-encryption.js';
import { biffLooks, type LooksOfRows } from './biff-looks.js';
import { isIncomplete } from './biff-records.js';
import {
  formattedLegacyNumber,
  type LegacyAnswer,
  type LegacyResult,
  type LegacyRow,
  type LegacySheet,
  type LegacyTask,
  type LegacyValue,
} from './legacy-values.js';
import { startWatch } from './legacy-watch.js';
import { MAX_SHEETS } from './limits.js';
import { decryptPackage } from './package-encryption.js';
import { isWindows1258 } from './text-encoding.js';
import type { ColumnRange, RowLook } from './types.js';
import { withoutRuns, xmlStruck } from './xml-struck.js';

/**
 * Runs in a process of its own: reads a file of an older format with SheetJS and answers
 * with plain rows. Whatever it throws becomes an answer; want of memory ends the process.
 */

// The older formats keep text in code pages, windows-1258 among them.
XLSX.set_cptable(codePages);

const setTime = startWatch();

process.on('message', (task: LegacyTask) => {
  setTime(task.milliseconds);
  const found = answer(task);
  setTime(0);
  process.send?.(found);
});
process.on('disconnect', () => process.exit());

function answer(task: LegacyTask): LegacyAnswer {
  try {
    return task.kind === 'package' ? unlock(task) : readWorkbook(task);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function readWorkbook({ kind, content, maxCells }: LegacyTask): LegacyAnswer {
  const text = typeof content === 'string' && kind === 'xml' ? withoutRuns(content) : content;
  const input = typeof text === 'string' ? text : unlockedBiff(Buffer.from(text));
  let book = readBook(kind, input);
  if (typeof input !== 'string' && isMistakenFor1258(book, input)) book = readBook(kind, input);
  if (book.SheetNames.length > MAX_SHEETS) return { limit: 'sheets', value: MAX_SHEETS };
  const stream = typeof input === 'string' ? null : biffStream(input);
  if (stream !== null && isIncomplete(stream)) return { problem: 'the stream is not whole' };
  const looks = stream === null ? null : looksOfBiff(stream);
  const ofRows = typeof content === 'string' && kind === 'xml' ? xmlStruck(content) : looks?.ofRows;
  const sheets: LegacySheet[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') continue;
    const state = SHEET_STATES[book.Workbook?.Sheets?.[index]?.Hidden ?? 0]!;
    const rows = readRows(sheet, maxCells, ofRows?.[index]);
    if (rows === null) return { limit: 'cells', value: maxCells };
    sheets.push({
      name,
      state,
      merges: readMerges(sheet),
      hiddenColumns: looks?.hiddenColumns[index] ?? readHiddenColumns(sheet),
      rows,
    });
  }
  return { result: { ...readProperties(book), sheets } };
}

function readBook(kind: LegacyTask['kind'], input: string | Buffer): XLSX.WorkBook {
  return XLSX.read(input, {
    type: typeof input === 'string' ? 'string' : 'buffer',
    dense: true,
    // Serial numbers and format codes, so that no time zone touches a date.
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    // Without it, no columns are told; of BIFF they are looked up apart.
    cellStyles: kind === 'xml',
    // A row with only formats in it is a row.
    sheetStubs: true,
  });
}

/** CodePage, of 2 bytes: windows-1258. */
const CODE_PAGE_1258 = Buffer.from('42000200ea04', 'hex');

/**
 * Bytes of fonts such as TCVN3 and VNI, typed on a Vietnamese Windows: as in a text file they are
 * to come back as the letters of windows-1252. Changes the code page that the file states.
 */
function isMistakenFor1258(book: XLSX.WorkBook, file: Buffer): boolean {
  const at = file.indexOf(CODE_PAGE_1258);
  if (at < 0 || isWindows1258(textOf(book))) return false;
  file.writeUInt16LE(1252, at + 4);
  return true;
}

function textOf(book: XLSX.WorkBook): string {
  const cells = Object.values(book.Sheets).flatMap((sheet) =>
    ((sheet['!data'] ?? []) as XLSX.CellObject[][]).flat(),
  );
  return cells.map((cell) => (typeof cell?.v === 'string' ? cell.v : '')).join('\n');
}

const SHEET_STATES = ['visible', 'hidden', 'veryHidden'] as const;

function readProperties(book: XLSX.WorkBook): Omit<LegacyResult, 'sheets'> {
  const modified = book.Props?.ModifiedDate;
  const time = modified === undefined ? Number.NaN : new Date(modified).getTime();
  // SheetJS mixes the built-in properties in.
  const custom = Object.entries(book.Custprops ?? {}).filter(([name]) => !isBuiltIn(book, name));
  return {
    date1904: book.Workbook?.WBProps?.date1904 === true,
    ...(!Number.isNaN(time) && { modified: time }),
    properties: Object.fromEntries(custom.map(([name, value]) => [name, String(value)])),
  };
}

function isBuiltIn(book: XLSX.WorkBook, name: string): boolean {
  return name in (book.Props ?? {}) || /^(?:SystemIdentifier|CodePage|FMTID)$/.test(name);
}

function readMerges(sheet: XLSX.WorkSheet): LegacySheet['merges'] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c,
    bottom: e.r + 1,
    right: e.c,
  }));
}

/** An encrypted package, opened with Excel's own password. */
function unlock({ content }: LegacyTask): LegacyAnswer {
  const container = XLSX.CFB.read(Buffer.from(content as Uint8Array), { type: 'buffer' });
  const stream = (name: string) => Buffer.from(XLSX.CFB.find(container, name)?.content ?? []);
  const unlocked = decryptPackage(stream('/EncryptionInfo'), stream('/EncryptedPackage'));
  return unlocked === null ? { problem: 'another password' } : { unlocked };
}

/** A BIFF workbook in its container, its encryption undone where Excel's own password does. */
function unlockedBiff(file: Buffer): Buffer {
  if (!isContainer(file)) return file;
  const container = XLSX.CFB.read(file, { type: 'buffer' });
  const entry = workbookEntry(container);
  const stream = Buffer.from(entry?.content ?? []);
  if (entry === null || !decryptBiff(stream)) return file;
  entry.content = stream;
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** What SheetJS does not tell of a BIFF workbook, by its sheets. */
interface BiffLooks {
  readonly hiddenColumns: readonly (readonly ColumnRange[] | undefined)[];
  readonly ofRows: readonly (LooksOfRows | undefined)[];
}

function looksOfBiff(stream: Buffer): BiffLooks {
  const columns = biffHiddenColumns(stream);
  const ofRows = biffLooks(stream);
  const offsets = biffSheetOffsets(stream);
  return {
    hiddenColumns: offsets.map((offset) => columns.get(offset)),
    ofRows: offsets.map((offset) => ofRows?.get(offset)),
  };
}

/** The workbook's stream in its container; before BIFF5 the file itself. */
function biffStream(file: Buffer): Buffer {
  if (!isContainer(file)) return file;
  return Buffer.from(workbookEntry(XLSX.CFB.read(file, { type: 'buffer' }))!.content);
}

type Container = ReturnType<typeof XLSX.CFB.read>;
type Entry = NonNullable<ReturnType<typeof XLSX.CFB.find>>;

const isContainer = (file: Buffer) => file.readUInt16BE(0) === 0xd0cf;

function workbookEntry(container: Container): Entry | null {
  return XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book');
}

function readHiddenColumns(sheet: XLSX.WorkSheet): LegacySheet['hiddenColumns'] {
  const hidden: { first: number; last: number }[] = [];
  for (const [index, column] of (sheet['!cols'] ?? []).entries()) {
    if (column?.hidden !== true) continue;
    const last = hidden.at(-1);
    if (last?.last === index - 1) last.last = index;
    else hidden.push({ first: index, last: index });
  }
  return hidden;
}

/** Null where the limit of cells is met. */
function readRows(
  sheet: XLSX.WorkSheet,
  maxCells: number,
  looks: LooksOfRows | undefined,
): LegacyRow[] | null {
  const rows: LegacyRow[] = [];
  let cells = 0;
  for (const [index, row] of ((sheet['!data'] ?? []) as XLSX.CellObject[][]).entries()) {
    if (row === undefined) continue;
    // What has been read is not needed any more, and there may be much of it.
    delete sheet['!data']![index];
    const values: LegacyValue[] = [];
    row.forEach((cell, column) => {
      const value = cell === undefined ? null : readCell(cell);
      if (value === null || value === '') return;
      while (values.length < column) values.push(null);
      values.push(value);
    });
    cells += values.length;
    if (cells > maxCells) return null;
    const hidden = sheet['!rows']?.[index]?.hidden === true;
    const look = lookOfFilled(looks?.get(index), values);
    rows.push(look === null ? [index + 1, hidden, values] : [index + 1, hidden, values, look]);
  }
  return rows;
}

/** Of the filled cells alone: a format stands without a value, too. */
function lookOfFilled(look: RowLook | undefined, values: readonly LegacyValue[]): RowLook | null {
  if (look === undefined) return null;
  const isFilled = (column: number) => (values[column] ?? null) !== null;
  const struck = look.struck?.filter(isFilled) ?? [];
  const meant = look.meant?.filter(({ column }) => isFilled(column)) ?? [];
  if (struck.length === 0 && meant.length === 0) return null;
  return { ...(struck.length > 0 && { struck }), ...(meant.length > 0 && { meant }) };
}

function readCell(cell: XLSX.CellObject): LegacyValue {
  const { t, v, f, z } = cell;
  if (v === undefined || v === null) return f === undefined ? null : { uncomputed: true };
  if (t === 'e') return { error: ERRORS[Number(v)] ?? cell.w ?? '#VALUE!' };
  if (t === 'n' && typeof v === 'number') return formattedLegacyNumber(v, z?.toString());
  if (t === 'z') return null;
  if (v instanceof Date) return v.toISOString();
  // Code page 1258 writes a letter as a vowel and a tone mark.
  return typeof v === 'string' ? v.normalize('NFC') : v;
}

/** MS-XLS §2.5.10, BErr. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

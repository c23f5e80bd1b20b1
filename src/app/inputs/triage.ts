import { extensionOf } from '../../core/file-name.js';

/** Why a file was left out without being opened. Counted, never silent. */
export type LeftOutReason =
  /** `~$…`: Excel's lock file beside an open workbook. */
  | 'lock-file'
  /** `._…`, `__MACOSX`: macOS' companions of other files. */
  | 'apple-double'
  /** `.DS_Store`, `Thumbs.db`, `desktop.ini`. */
  | 'system-file'
  /** Files and folders whose name begins with a dot. */
  | 'hidden'
  /** `.lnk`: a Windows shortcut to another place. */
  | 'shortcut'
  /** What ccds itself wrote: a result folder, a leftover of an unfinished run. */
  | 'own-output'
  /** A table of the registry, or the config, that the run itself goes by. */
  | 'setting'
  /** Named by two INPUTs, or reached a second time by a link. */
  | 'given-twice'
  /** A pipe, socket or device. */
  | 'not-a-file';

const SYSTEM_FILES: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** Says why a file or folder of this name is no submission; null when it may be one. */
export function leftOutByName(name: string): LeftOutReason | null {
  const folded = name.toLowerCase();
  if (name.startsWith('~$')) return 'lock-file';
  if (name.startsWith('._') || folded === '__macosx') return 'apple-double';
  if (SYSTEM_FILES.has(folded)) return 'system-file';
  if (folded.startsWith('.ccds')) return 'own-output';
  if (folded.startsWith('.~lock.')) return 'lock-file';
  if (name.startsWith('.')) return 'hidden';
  if (folded.endsWith('.lnk')) return 'shortcut';
  return null;
}

/**
 * What is done with a file, told by its name alone; the reader looks at its content. Of one that
 * is `doubtful` the name tells nothing: its content does, before it is read.
 */
export type FileClass = 'sheet' | 'archive' | 'unsupported' | 'other' | 'doubtful';

/**
 * The formats that people send, and what holds the same under another name: Excel 2003's own
 * `.xml`, templates, flat OpenDocument, what WPS calls its own, pages with tables.
 */
const SHEETS: ReadonlySet<string> = new Set(
  'xlsx xlsm xls ods csv tsv txt xml xltx xltm xlt ots fods et ett html htm xhtml xht'.split(' '),
);

/** Spreadsheets or archives all the same, but none that ccds reads: an error, not a stray picture. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  ...'xlsb xlw numbers sxc uos dif slk dbf gsheet'.split(' '),
  ...'rar 7z gz tar tgz bz2 xz lzh arj cab zst zipx z01 001'.split(' '),
]);

/** What a file is to be taken for, by its name alone. */
export function classOf(name: string): FileClass {
  const extension = extensionOf(name);
  if (SHEETS.has(extension)) return 'sheet';
  if (extension === 'zip') return 'archive';
  if (UNSUPPORTED.has(extension)) return 'unsupported';
  return isDoubtful(extension) ? 'doubtful' : 'other';
}

/**
 * None at all, as where the name ends in a month (`Báo cáo T9.2024`) or a download's number
 * (`a.xlsx (1)`); a slip (`.xslx`, `.xlsx_`); Excel's text with spaces between columns (`.prn`), which may
 * be a printer's file too.
 */
function isDoubtful(extension: string): boolean {
  return (
    !/^[a-z]\w*$/.test(extension) ||
    extension.endsWith('_') ||
    SLIP.test(extension) ||
    extension === 'prn'
  );
}

const SLIP = /^(?:xl[sx]+[a-z\d]?|xs[lx]+|xx[ls]+|exc?el)$/;

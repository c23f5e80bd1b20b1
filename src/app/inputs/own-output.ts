import { fold } from '../../core/text.js';
import { CLOSED_GUIDE_HEAD } from '../../reports/closed-guide.js';
import { columns, HISTORY_TABLES, RESTATEMENT, TABLES } from '../../reports/data/tables.js';
import { DECISIONS } from '../../reports/decisions.js';
import { GUIDES, LISTS, NOTE_MARKS, ORIGINS, OUTPUT_MARK } from '../../reports/own-sheets.js';
import type { Sheet, Workbook } from '../../spreadsheet/index.js';

/**
 * True for a summary workbook of ccds, also where a program that saved it dropped its properties
 * (as Excel’s older format, or a table kept on the web); a returned copy or a template is a
 * submission.
 */
export async function isOwnWorkbook(book: Workbook): Promise<boolean> {
  if (book.properties[OUTPUT_MARK] === 'summary') return true;
  if (book.kind === 'csv') return false;
  let origins = 0;
  for (const sheet of book.sheets)
    if (await isOwnSheet(sheet, 'summary').catch(() => false)) origins++;
  return origins >= ORIGINS_OF_EACH;
}

/** One of them alone was copied into somebody's report. */
const ORIGINS_OF_EACH = Object.keys(ORIGINS.vi).length;

/** Rows of a text that are looked at; the letter of a folder of returns has a line a file. */
const LETTER = 2000;
const LETTER_BEGINS = /^(?:Kính gửi:?|To) /;
/** `(ccds)` is how letters ended at first: folders of returns may hold such a one still. */
const LETTER_ENDS: ReadonlySet<string> = new Set(['(ccds)', ...Object.values(NOTE_MARKS)]);

/**
 * True for a CSV with the header of one of our data files, also where it was saved as a workbook,
 * whose sheet then bears its name; and for a letter to a commune or a guide.
 */
export async function isOwnText(book: Workbook): Promise<boolean> {
  if (book.kind !== 'csv' && !isNamedAsTable(book)) return false;
  let header: string | null = null;
  let last = '';
  await book.sheets[0]?.read(({ number, values }) => {
    header ??= values.join(',');
    const text = values.filter((value) => value !== null).join(',');
    if (text !== '') last = text;
    return number < LETTER && LETTER_BEGINS.test(header);
  });
  if (header === CLOSED_GUIDE_HEAD) return true;
  return LETTER_ENDS.has(last) || OWN_HEADERS.some((own) => own.join(',') === header);
}

/** What was closed and reopened: the columns of `closed/journal.csv`. */
export const JOURNAL = ['at', 'action', 'month', 'reason', 'by'];

const OWN_TABLES = [...TABLES, RESTATEMENT, ...HISTORY_TABLES];
const OWN_HEADERS = [...OWN_TABLES.map(columns), DECISIONS, JOURNAL];

/** `values`, or `values (1)` of a download: a sheet saved from a CSV is called as its file is. */
function isNamedAsTable({ sheets: [sheet, ...others] }: Workbook): boolean {
  if (sheet === undefined || others.length > 0) return false;
  const called = fold(sheet.name);
  return OWN_TABLES.some(({ name }) => called.startsWith(name));
}

const OWN = {
  list: Object.values(LISTS).map(folded),
  guide: Object.values(GUIDES).map(folded),
  summary: Object.values(ORIGINS).flatMap((origin) => Object.values(origin).map(folded)),
};

function folded({ sheet, title }: { readonly sheet: string; readonly title: string }) {
  return { name: fold(sheet), title: fold(title) };
}

/**
 * True for a sheet that ccds put into a workbook: the list of a returned copy, the
 * instructions of a template, the sources of a summary. Known by its name and its first cell, as a program that saves
 * the workbook may drop its marks; the name comes first, for it costs nothing to look at.
 */
export async function isOwnSheet(sheet: Sheet, kind?: keyof typeof OWN): Promise<boolean> {
  const name = fold(sheet.name);
  const known = kind === undefined ? Object.values(OWN).flat() : OWN[kind];
  if (!known.some((one) => name.startsWith(one.name))) return false;
  let title = '';
  await sheet.read(({ number, values: [first] }) => {
    if (number === 1 && typeof first === 'string') title = fold(first);
    return false;
  });
  // A list made anew in another language keeps its name.
  return known.some((one) => one.title === title);
}

/** Sheets that ccds put there itself: nothing of the submitter's is in them. */
export async function ownSheets(book: Workbook): Promise<ReadonlySet<Sheet>> {
  const own = new Set<Sheet>();
  if (book.kind === 'csv') return own;
  for (const sheet of book.sheets)
    if (sheet.state === 'visible' && (await isOwnSheet(sheet).catch(() => false))) own.add(sheet);
  return own;
}

import { ALMOST_A_PAGE, pagesOf } from '../workbook/paging.js';
import { linesOf } from '../workbook/text-lines.js';
import type { Sheet, Style } from '../workbook/xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from '../workbook/xlsx/sheet.js';
import type { Choice } from './choices.js';
import { hintOf } from './hints.js';
import { TEMPLATE_TEXTS } from './texts.js';
import type { TemplateBook } from './types.js';

const HEAD = { bold: true, horizontal: 'center', border: 'all', fill: 'D9E1F2' } as const;
const STYLES = {
  title: { bold: true, size: 16 },
  line: { bold: true },
  step: { wrap: true, vertical: 'top' },
  heading: HEAD,
  text: { wrap: true, vertical: 'top', border: 'all' },
  centre: { horizontal: 'center', vertical: 'top', border: 'all' },
  small: { italic: true, size: 10 },
} as const satisfies Record<string, Style>;

/** The template's font, and the points of a line of it. */
const FONT = { size: 12 } as const;
const LINE = 16;
const WIDTHS = [29, 36, 11, 86, 3];
const CHOICE_WIDTH = 30;
/** Last column that is read and printed. */
const HOW = 3;

/** The page of instructions, first in the workbook; beside them is what dropdowns choose from. */
export function guideSheet(book: TemplateBook, choices: readonly Choice[]): Sheet {
  const t = TEMPLATE_TEXTS[book.lang];
  const sheet = newSheet(t.guide.sheet);
  sheet.widths.push(...WIDTHS);
  sheet.tabColor = '2E75B6';
  put(sheet, 1, 0, t.guide.title, STYLES.title);
  rowAt(sheet, 1).height = 26;
  put(sheet, 2, 0, t.unit(book.unit), STYLES.line);
  put(sheet, 3, 0, t.period(book.period), STYLES.line);
  for (const [i, text] of t.steps.entries()) stepRow(sheet, 5 + i, `${i + 1}. ${text}`);
  const head = 6 + t.steps.length;
  const last = columnTable(sheet, head, book);
  put(sheet, last + 2, 0, t.version(book.version), STYLES.small);
  for (const { heading, words, column, row } of choices) {
    sheet.widths[column] = CHOICE_WIDTH;
    put(sheet, row - 1, column, heading, STYLES.heading);
    for (const [i, word] of words.entries()) put(sheet, row + i, column, word, STYLES.text);
  }
  sheet.isProtected = true;
  const area = { top: 1, left: 0, bottom: last + 2, right: HOW };
  const titleRows = [head, head] as const;
  const isPage = pagesOf(sheet, area) <= ALMOST_A_PAGE;
  const pages = isPage ? { pagesHigh: 1 } : {};
  sheet.page = { landscape: true, fitToWidth: true, titleRows, area, ...pages };
  return sheet;
}

/** What each column takes; those side by side that take the same have a row together. */
function columnTable(sheet: Sheet, top: number, book: TemplateBook): number {
  const t = TEMPLATE_TEXTS[book.lang];
  for (const [i, text] of t.heads.entries()) put(sheet, top, i, text, STYLES.heading);
  let row = top;
  for (const form of book.forms) {
    for (const { names, required, hint } of alike(form.columns, book)) {
      row++;
      put(sheet, row, 0, said(form.title, form.meaning), STYLES.text);
      put(sheet, row, 1, names.join(names.join().includes('\n') ? '\n' : ', '), STYLES.text);
      put(sheet, row, 2, required ? 'x' : null, STYLES.centre);
      put(sheet, row, 3, hint, STYLES.text);
      highEnough(sheet, row);
    }
  }
  return row;
}

interface Alike {
  readonly names: string[];
  readonly required: boolean;
  readonly hint: string;
}

function alike(columns: TemplateBook['forms'][number]['columns'], book: TemplateBook): Alike[] {
  const t = TEMPLATE_TEXTS[book.lang];
  const rows: Alike[] = [];
  for (const { heading, meaning, required, type } of columns) {
    const hint = hintOf(type, book, t);
    const last = rows.at(-1);
    const name = said(heading, meaning);
    if (last !== undefined && last.required === required && last.hint === hint)
      last.names.push(name);
    else rows.push({ names: [name], required, hint });
  }
  return rows;
}

/** A heading, and below it what it means where that is another language's. */
function said(heading: string, meaning: string): string {
  return meaning === heading ? heading : `${heading}\n${meaning}`;
}

/** A row of a merged cell is as high as it says: programs do not look. */
function stepRow(sheet: Sheet, row: number, text: string): void {
  putOver(sheet, across(row, 0, HOW), text, STYLES.step);
  const width = WIDTHS.slice(0, HOW + 1).reduce((sum, one) => sum + one, 0);
  rowAt(sheet, row).height = LINE * linesOf(text, width, FONT);
}

function highEnough(sheet: Sheet, row: number): void {
  const at = rowAt(sheet, row);
  const lines = at.cells.map(({ column, value }) =>
    typeof value === 'string' ? linesOf(value, WIDTHS[column]!, FONT) : 1,
  );
  at.height = LINE * Math.max(...lines);
}

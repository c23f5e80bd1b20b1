import { linesOf } from '../workbook/text-lines.js';
import type { Sheet, Style } from '../workbook/xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from '../workbook/xlsx/sheet.js';
import { columnCheck } from './checks.js';
import type { Choice } from './choices.js';
import { givesHamlets } from './hints.js';
import { TEMPLATE_TEXTS } from './texts.js';
import type { ColumnType, TemplateBook, TemplateColumn, TemplateForm } from './types.js';

/** The template's font, the points of a line of it, and the lines that a heading has at least. */
const FONT = { size: 12 } as const;
const LINE = 16;
const HEAD_LINES = 3;

/** Open rows that bear borders; those that are checked go further. */
const RULED_ROWS = 60;
const CHECKED_ROWS = 1000;

const HEAD = { bold: true, horizontal: 'center', wrap: true, border: 'all' } as const;
const STYLES = {
  title: { bold: true, size: 14, horizontal: 'center' },
  line: { bold: true },
  heading: { ...HEAD, fill: 'D9E1F2' },
  starred: { ...HEAD, fill: 'FCE4D6' },
  given: { border: 'all' },
  serial: { border: 'all', horizontal: 'center' },
} as const satisfies Record<string, Style>;

const WIDTHS: Readonly<Record<ColumnType, number>> = {
  text: 22,
  count: 13,
  year: 10,
  sex: 10,
  mark: 11,
  phone: 16,
  identity: 18,
  tax: 17,
  level: 9,
  date: 14,
  hamlet: 26,
};

/** How a column shows what is typed: numbers with zeros in front stay text. */
const FORMATS: Partial<Record<ColumnType, string>> = {
  phone: '@',
  identity: '@',
  tax: '@',
  count: '#,##0',
  date: 'dd/mm/yyyy',
};

const CENTRED: ReadonlySet<ColumnType> = new Set(['year', 'sex', 'mark', 'level', 'date']);

/** A form as a blank sheet: the lines of its unit and period, the heading, and what is checked. */
export function formSheet(
  name: string,
  form: TemplateForm,
  book: TemplateBook,
  choices: readonly Choice[],
): Sheet {
  const sheet = newSheet(name);
  const width = form.columns.length + 1;
  const texts = TEMPLATE_TEXTS[book.lang];
  sheet.widths.push(6, ...form.columns.map((column) => widthOf(column)));
  const title = both(form.title, form.meaning, ' ').toUpperCase();
  putOver(sheet, across(1, 0, width - 1), title, STYLES.title);
  for (const [i, line] of book.lines.entries()) put(sheet, 2 + i, 0, line, STYLES.line);
  const head = book.lines.length + 3;
  heading(sheet, head, form, texts.serial);
  const given = givesHamlets(book);
  const rows = given ? book.hamlets.length : RULED_ROWS;
  for (let i = 0; i < rows; i++) blankRow(sheet, head + 1 + i, i, form, book);
  const last = head + (given ? rows : CHECKED_ROWS);
  sheet.validations = form.columns.flatMap((column, i) =>
    given && column.type === 'hamlet'
      ? []
      : [
          columnCheck(
            column,
            { top: head + 1, left: i + 1, bottom: last, right: i + 1 },
            { book, choices, texts },
          ),
        ],
  );
  if (!given)
    sheet.columnStyles = [
      cellStyle('count', false),
      ...form.columns.map((c) => cellStyle(c.type, false)),
    ];
  sheet.isProtected = true;
  sheet.frozen = { rows: head, columns: 2 };
  sheet.page = { landscape: true, fitToWidth: true, titleRows: [head, head] };
  return sheet;
}

function heading(sheet: Sheet, row: number, { columns }: TemplateForm, serial: string): void {
  put(sheet, row, 0, both('STT', serial, '\n'), STYLES.heading);
  let lines = HEAD_LINES;
  for (const [i, { heading: text, meaning, required }] of columns.entries()) {
    const starred = required ? `${text} (*)` : text;
    const said = meaning === text ? starred : both(starred, meaning, '\n');
    put(sheet, row, i + 1, said, required ? STYLES.starred : STYLES.heading);
    lines = Math.max(lines, linesOf(said, sheet.widths[i + 1]!, { ...FONT, ...STYLES.heading }));
  }
  rowAt(sheet, row).height = LINE * lines;
}

/**
 * What is read, and in parentheses, which no heading is read by, what it means where that is
 * another language's.
 */
function both(text: string, meaning: string, between: string): string {
  return meaning === text ? text : `${text}${between}(${meaning.replace(/[()]/g, '')})`;
}

function blankRow(
  sheet: Sheet,
  row: number,
  index: number,
  { columns }: TemplateForm,
  book: TemplateBook,
): void {
  const given = givesHamlets(book);
  put(sheet, row, 0, given ? index + 1 : null, given ? STYLES.serial : cellStyle('mark', true));
  for (const [i, { type }] of columns.entries()) {
    if (given && type === 'hamlet') put(sheet, row, i + 1, book.hamlets[index]!, STYLES.given);
    else put(sheet, row, i + 1, null, cellStyle(type, true));
  }
}

const made = new Map<string, Style>();

/** One object a look: a style stands once, however many cells bear it. */
function cellStyle(type: ColumnType, ruled: boolean): Style {
  const key = `${type} ${ruled}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = FORMATS[type];
  const style: Style = {
    unlocked: true,
    ...(ruled && { border: 'all' as const }),
    ...(format !== undefined && { format }),
    ...(CENTRED.has(type) && { horizontal: 'center' as const }),
  };
  made.set(key, style);
  return style;
}

function widthOf({ type, heading, meaning }: TemplateColumn): number {
  const longest = Math.max(heading.length, meaning.length);
  return Math.max(WIDTHS[type], Math.ceil(longest / 2.4));
}

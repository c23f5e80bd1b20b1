import type { Lang } from '../../core/lang.js';
import { fold } from '../../core/text.js';
import { SpreadsheetError } from '../../spreadsheet/types.js';
import { LISTS, OUTPUT_MARK } from '../own-sheets.js';
import { writeBook } from '../workbook/xlsx/index.js';
import { LONGEST_TEXT } from '../workbook/xlsx/xml.js';
import { putComments } from './comments.js';
import { LABELS } from './labels.js';
import { listSheet } from './list-sheet.js';
import { Package } from './package.js';
import { setProperty } from './properties.js';
import { addressesIn, restyleCells } from './sheet-cells.js';
import { shownCells } from './shown-cells.js';
import { type FILLS, StylesEdit } from './styles.js';
import { NotWhole, type Remark } from './types.js';
import { putFirst, type SheetPart, sheetParts, unselected, workbookPart } from './workbook.js';

export { coveringNote } from './note.js';
export type { Remark } from './types.js';

/** What the mark of a returned copy says. */
const RETURN_MARK = 'return-copy';

export interface ReturnOptions {
  readonly lang: Lang;
  /** Name of the list's sheet where the original is itself a returned copy; else null. */
  readonly oldList: string | null;
  /** ISO date and time, UTC, for a fresh workbook: never the clock's. */
  readonly created: string;
}

/**
 * A copy of a workbook in which the cells of errors and warnings are coloured and carry a
 * comment, with a first sheet that lists all remarks. Everything else stays byte for byte:
 * the package is edited, not read into a model and written again. Null where that can't be
 * done (CSV, an old or exotic format): then `freshList` carries the remarks.
 */
export function returnCopy(
  original: Uint8Array,
  remarks: readonly Remark[],
  options: ReturnOptions,
): Uint8Array | null {
  try {
    return edited(new Package(original), remarks, options);
  } catch (error) {
    if (error instanceof NotWhole || error instanceof SpreadsheetError) return null;
    throw error;
  }
}

/** A workbook of its own with the list alone. */
export function freshList(remarks: readonly Remark[], options: ReturnOptions): Uint8Array {
  const name = LISTS[options.lang].sheet;
  const sheet = listSheet(name, remarks, { lang: options.lang, apart: true });
  return writeBook({
    sheets: [sheet],
    font: { name: 'Times New Roman', size: 12 },
    properties: { title: name, subject: '', author: 'ccds', created: options.created },
    marks: { [OUTPUT_MARK]: RETURN_MARK },
  });
}

function edited(file: Package, remarks: readonly Remark[], options: ReturnOptions): Uint8Array {
  const workbook = workbookPart(file);
  const stylesPart = file.target(workbook, 'styles');
  if (stylesPart === null) throw new NotWhole('no styles');
  const styles = new StylesEdit(file.need(stylesPart));
  const sheets = sheetParts(file, workbook);
  const old = sheets.find(({ name }) => name === options.oldList);
  for (const sheet of sheets) {
    if (sheet === old) continue;
    const own = remarks.filter((remark) => remark.sheet === sheet.name);
    markSheet(file, sheet, own, styles, options);
  }
  const list = listSheet(old?.name ?? freeListName(LISTS[options.lang].sheet, sheets), remarks, {
    lang: options.lang,
    apart: false,
  });
  putFirst(file, workbook, list, styles, old);
  file.set(stylesPart, styles.xml());
  setProperty(file, OUTPUT_MARK, RETURN_MARK);
  return file.bytes();
}

/** A name that no sheet of the submitter's has; names are compared without case. */
function freeListName(wanted: string, sheets: readonly SheetPart[]): string {
  const taken = new Set(sheets.map(({ name }) => fold(name)));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if (!taken.has(fold(name))) return name;
  }
}

/** Cells of one sheet that bear a comment: more would slow the program that opens it. */
const MOST_COMMENTS = 1000;
/** Remarks in one comment; all are on the list. */
const MOST_AT_A_CELL = 20;

type Severe = keyof typeof FILLS;

/**
 * Colours and comments of one sheet; those of an earlier return go. What is told once of many
 * cells colours them all, and is said at its own.
 */
function markSheet(
  file: Package,
  { part }: SheetPart,
  remarks: readonly Remark[],
  styles: StylesEdit,
  { lang, oldList }: ReturnOptions,
): void {
  const source = file.need(part);
  const shownAt = shownCells(source);
  const cells = new Map<string, { severity: Severe; texts: string[] }>();
  for (const remark of remarks) {
    const own = remark.cell || (remark.row === null ? '' : `A${remark.row}`);
    const { severity } = remark;
    if (own === '' || severity === 'info') continue;
    const address = shownAt(own);
    const cell = cells.get(address) ?? { severity, texts: [] };
    if (severity === 'error') cell.severity = 'error';
    cell.texts.push(commentText(remark, lang));
    cells.set(address, cell);
    for (const other of addressesIn(remark.area).map(shownAt))
      if (!cells.has(other)) cells.set(other, { severity, texts: [] });
  }
  // A sheet that is nothing but a chart has no cells to take colours from.
  const again = oldList !== null && source.includes('sheetData');
  const restyle = (address: string, style: number) => {
    const cell = cells.get(address);
    const plain = again ? styles.unmarked(style) : style;
    return cell === undefined ? plain : styles.marked(plain, cell.severity);
  };
  const wanted = new Set(cells.keys());
  const coloured =
    wanted.size === 0 && !again ? source : restyleCells(source, wanted, restyle, again);
  const shown = unselected(coloured);
  if (shown !== source) file.set(part, shown);
  const texts = [...cells].flatMap(([address, { texts }]) =>
    texts.length === 0 ? [] : [[address, joined(texts, lang)] as const],
  );
  putComments(file, part, new Map(texts.slice(0, MOST_COMMENTS)));
}

/** The remarks at one cell, as long as a comment can be. */
function joined(texts: readonly string[], lang: Lang): string {
  const left = texts.length - MOST_AT_A_CELL;
  const more = left > 0 ? [LABELS[lang].more(left)] : [];
  return [...texts.slice(0, MOST_AT_A_CELL), ...more].join('\n\n').slice(0, LONGEST_TEXT);
}

function commentText({ severity, code, message, fix }: Remark, lang: Lang): string {
  const t = LABELS[lang];
  const mend = fix === '' ? '' : `\n${t.fix}: ${fix}`;
  return `${t.severity[severity]} (${code}): ${message}${mend}`;
}

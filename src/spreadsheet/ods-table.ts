import { IN_MEMORY_PART_BYTES, limitError, MAX_COLUMNS, MAX_MERGES, MAX_ROWS } from './limits.js';
import { type OdsCell, odsValue, readOdsCell, readOdsLook } from './ods-cell.js';
import type { OdsStruck } from './ods-struck.js';
import { ASIDE, count, skipElement } from './ods-xml.js';
import { RowSink } from './row-sink.js';
import type { ColumnRange, MeantText, Merge, OnRow, Value } from './types.js';
import { XmlReader } from './xml.js';

/** A row element, which may stand for many rows; so may each of its cells. */
interface OdsRow {
  readonly number: number;
  readonly repeated: number;
  readonly hidden: boolean;
  /** Of its cells that name none; read where it is asked for. */
  readonly style?: string | undefined;
}

interface Visitor {
  /** False stops. */
  row(row: OdsRow): boolean;
  cell(cell: OdsCell, column: number, row: OdsRow): void;
  rowEnd(row: OdsRow): boolean;
}

/** Hands out the rows of the table that the reader is in (ODF 1.3 Part 3 §9.1). */
export function readOdsRows(
  xml: XmlReader,
  maxCells: number,
  styles: OdsStruck | null,
  onRow: OnRow,
): void {
  const sink = new RowSink(onRow);
  const columns = styles === null ? null : columnStyles(xml);
  let values: Value[] = [];
  let struck: number[] = [];
  let meant: MeantText[] = [];
  let cells = 0;
  let characters = 0;
  let rowCharacters = 0;
  const look = ({ look }: OdsCell, column: number, row: OdsRow, isText: boolean) => {
    const style = look!.style ?? row.style ?? columns!.find(({ last }) => column <= last)?.style;
    const found = styles!.cell(style, look!.inside);
    if (found.isStruck) struck.push(column);
    // A number or a date is what it is, whatever its cell shows.
    if (found.meant !== null && isText) meant.push({ column, ...found.meant });
  };
  const visitor: Visitor = {
    row() {
      values = [];
      struck = [];
      meant = [];
      rowCharacters = 0;
      return !sink.stopped;
    },
    cell(cell, column, row) {
      const value = odsValue(cell);
      if (value === null) return;
      if (column + cell.repeated > MAX_COLUMNS) throw limitError('columns', MAX_COLUMNS);
      while (values.length < column) values.push(null);
      for (let i = 0; i < cell.repeated; i++) {
        if (styles !== null) look(cell, values.length, row, typeof value === 'string');
        values.push(value);
      }
      if (typeof value === 'string') rowCharacters += cell.repeated * value.length;
      if (rowCharacters > IN_MEMORY_PART_BYTES) throw tooMuchText();
    },
    rowEnd({ number, repeated, hidden }) {
      if (values.length === 0) {
        sink.pushBlanks(number, repeated, hidden);
        return true;
      }
      if (number + repeated - 1 > MAX_ROWS) throw limitError('rows', MAX_ROWS);
      cells += repeated * values.length;
      if (cells > maxCells) throw limitError('cells', maxCells);
      characters += repeated * rowCharacters;
      if (characters > IN_MEMORY_PART_BYTES) throw tooMuchText();
      const look = {
        ...(struck.length > 0 && { struck }),
        ...(meant.length > 0 && { meant }),
      };
      for (let i = 0; i < repeated; i++) sink.push(number + i, values, hidden, look);
      return !sink.stopped;
    },
  };
  visit(xml, visitor, styles !== null);
}

/** More text than the part itself may hold: a few bytes can stand for a million blanks. */
function tooMuchText(): Error {
  return limitError('inflated-bytes', IN_MEMORY_PART_BYTES);
}

/**
 * The cells of the table that the reader is in which span others.
 * @throws SpreadsheetError `limit` where there are too many
 */
export function readOdsMerges(xml: XmlReader): Merge[] {
  const merges: Merge[] = [];
  visit(xml, {
    row: () => true,
    cell({ columns, rows }, left, { number }) {
      if (columns === 1 && rows === 1) return;
      if (merges.length >= MAX_MERGES) throw limitError('merges', MAX_MERGES);
      merges.push({ top: number, left, bottom: number + rows - 1, right: left + columns - 1 });
    },
    rowEnd: () => true,
  });
  return merges;
}

/** The columns that the table hides or filters out; they stand before its rows. */
export function readOdsHiddenColumns(xml: XmlReader): ColumnRange[] {
  const hidden: ColumnRange[] = [];
  let first = 0;
  while (xml.next() && xml.name !== 'table-row' && !(xml.name === 'table' && xml.closing)) {
    if (!xml.opens('table-column')) continue;
    const last = first + count(xml.attribute('number-columns-repeated')) - 1;
    if (HIDDEN.has(xml.attribute('visibility') ?? '')) hidden.push({ first, last });
    first = last + 1;
  }
  return hidden;
}

/** The styles that columns give their cells, and the last column of each, 0-based. */
function columnStyles({ text, end }: XmlReader): { last: number; style: string | undefined }[] {
  const styles: { last: number; style: string | undefined }[] = [];
  const xml = new XmlReader(text, end);
  while (xml.next() && xml.name !== 'table-row' && !(xml.name === 'table' && xml.closing)) {
    if (!xml.opens('table-column')) continue;
    const last = (styles.at(-1)?.last ?? -1) + count(xml.attribute('number-columns-repeated'));
    styles.push({ last, style: xml.attribute('default-cell-style-name') });
  }
  return styles;
}

function visit(xml: XmlReader, visitor: Visitor, looks = false): void {
  let next = 1;
  let hiddenGroups = 0;
  let column = 0;
  let row: OdsRow = { number: 1, repeated: 1, hidden: false };
  const groups: boolean[] = [];
  while (xml.next()) {
    const { name, closing, empty } = xml;
    if (name === 'table' && closing) return;
    if (name === 'table-row-group' && !empty) {
      if (!closing) groups.push(xml.attribute('display') === 'false');
      const hidden = closing ? groups.pop() : groups.at(-1);
      if (hidden === true) hiddenGroups += closing ? -1 : 1;
    } else if (name === 'table-row') {
      if (!closing) {
        const repeated = count(xml.attribute('number-rows-repeated'));
        const hidden = hiddenGroups > 0 || HIDDEN.has(xml.attribute('visibility') ?? '');
        row = { number: next, repeated, hidden };
        if (looks) row = { ...row, style: xml.attribute('default-cell-style-name') };
        next += repeated;
        column = 0;
        if (!visitor.row(row)) return;
      }
      if ((closing || empty) && !visitor.rowEnd(row)) return;
    } else if ((name === 'table-cell' || name === 'covered-table-cell') && !closing) {
      const cell = looks ? readOdsLook(xml) : readOdsCell(xml);
      visitor.cell(cell, column, row);
      column += cell.repeated;
    } else if (ASIDE.has(name) && !closing) {
      skipElement(xml);
    }
  }
}

const HIDDEN: ReadonlySet<string> = new Set(['collapse', 'filter']);

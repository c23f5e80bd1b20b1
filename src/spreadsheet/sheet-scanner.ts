import { ASCII } from './ascii.js';
import { CellLooks } from './cell-looks.js';
import { readCellParts } from './cell-parts.js';
import { CellStart } from './cell-start.js';
import { cellValue, type SheetContext } from './cell-value.js';
import { damagedError, limitError, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { RowCells } from './row-cells.js';
import type { RowSink } from './row-sink.js';
import { RowStart } from './row-start.js';
import type { RowLook, Value } from './types.js';
import { UsualCells } from './usual-cells.js';
import { isName, localNameStart, skipMarkup, tagEnd } from './xml-bytes.js';

const { BANG, COLON, GREATER, LESS, LOWER_C, LOWER_O, LOWER_R, LOWER_W, QUESTION, SLASH, SPACE } =
  ASCII;

/**
 * Reads the rows of a worksheet part (ECMA-376 Part 1 §18.3.1) straight from its bytes.
 *
 * It is handed the part whole or in pieces. It takes whole rows, and says how many bytes
 * it has taken: the caller puts the rest before the next piece. So a row is never seen in
 * halves, nor a character, and nothing but where rows begin has to be remembered. Rows must rise,
 * but where they may come in any order.
 */
export class SheetScanner {
  /** The end of the rows was seen. */
  done = false;
  private inside = false;
  private lastRow = 0;
  private rows = 0;
  private count = 0;
  /** Length of the prefix of the sheet's tags (`x:`), as its rows' element has it. */
  private prefix = 0;
  private readonly row = new RowStart();
  private readonly cell = new CellStart();
  private readonly cells = new RowCells();
  private readonly usual: UsualCells;
  private readonly looks: CellLooks;
  /** The bytes in hand, four at a time. */
  private words: DataView = new DataView(new ArrayBuffer(0));
  /** Set by `otherTag`. */
  private rowEnd = 0;

  constructor(
    private readonly context: SheetContext,
    private readonly sink: RowSink,
    private readonly anyOrder = false,
  ) {
    this.usual = new UsualCells(context);
    this.looks = new CellLooks(context);
  }

  /** The caller wants no more. */
  get stopped(): boolean {
    return this.sink.stopped;
  }

  /** The rows must have ended, unless the caller wanted no more. */
  finish(): void {
    if (!this.done && !this.stopped) throw this.damaged('the sheet ends early');
  }

  /** Scans `bytes` up to `end`; returns where the first thing not yet taken begins. */
  scan(bytes: Buffer, end: number): number {
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.looks.start(bytes);
    let at = 0;
    while (at < end && !this.done && !this.sink.stopped) {
      if (bytes[at] !== LESS) {
        const next = bytes.indexOf(LESS, at);
        if (next < 0 || next >= end) return end;
        at = next;
      }
      const next = this.step(bytes, at, end);
      if (next < 0 || next > end) return at;
      at = next;
    }
    return at;
  }

  /** One tag outside of rows, or one whole row. Negative: not all of it is there. */
  private step(bytes: Buffer, at: number, end: number): number {
    const first = bytes[at + 1];
    if (
      first === LOWER_R &&
      bytes[at + 2] === LOWER_O &&
      bytes[at + 3] === LOWER_W &&
      bytes[at + 4] === SPACE &&
      this.inside
    ) {
      return this.takeRow(bytes, at + 4, end);
    }
    if (first === BANG || first === QUESTION) return skipMarkup(bytes, at, end);
    const name = localNameStart(bytes, at, end);
    if (name < 0) return -1;
    if (this.inside && first !== SLASH && isName(bytes, name, 'row')) {
      return this.takeRow(bytes, name + 3, end);
    }
    const close = tagEnd(bytes, name, end);
    if (close < 0) return -1;
    if (isName(bytes, name, 'sheetData')) {
      this.inside = true;
      this.prefix = name - at - 1;
      this.done = first === SLASH || bytes[close - 1] === SLASH;
    } else if (first === SLASH && isName(bytes, name, 'worksheet')) {
      this.done = true;
    }
    return close + 1;
  }

  /** One row, from after the name of its tag. */
  private takeRow(bytes: Buffer, at: number, end: number): number {
    const start = this.row.read(bytes, this.words, at, end, this.lastRow + 1);
    if (start < 0) return -1;
    if (!this.row.empty) return this.scanRow(bytes, start, end);
    this.addRow([]);
    return start;
  }

  /**
   * One row, from after its opening tag; returns where it ends. What is usual is met by
   * `UsualCells` at once; whatever differs goes the long way through `otherTag` and
   * `readAnyCell`, which know all that XML allows.
   */
  private scanRow(bytes: Buffer, start: number, end: number): number {
    const { cells, looks, prefix, row, usual, words } = this;
    cells.start();
    let q = start;
    for (;;) {
      q = usual.read(bytes, words, q, end, prefix, row.digits, cells);
      if (bytes[q] !== LESS) q = bytes.indexOf(LESS, q);
      if (q < 0 || q >= end) return -1;
      // `</row>`: of the closing tags in a row no other has an o there.
      const name = q + 2 + prefix;
      if (bytes[q + 1] === SLASH && bytes[name + 1] === LOWER_O && bytes[name + 3] === GREATER) {
        q = name + 4;
        break;
      }
      q = this.opensCell(bytes, q)
        ? this.readAnyCell(bytes, q + 2 + prefix, end)
        : this.otherTag(bytes, q, end);
      if (q === ROW_END) {
        q = this.rowEnd;
        break;
      }
      if (q < 0) return -1;
    }
    if (q > end) return -1;
    const values = cells.finish();
    this.addRow(values, looks.next < q ? looks.take(bytes, start, q, values) : undefined);
    return q;
  }

  /** `<c …>`, by the prefix that the rows' element has. */
  private opensCell(bytes: Buffer, at: number): boolean {
    const { prefix } = this;
    const name = at + 1 + prefix;
    const after = bytes[name + 1]!;
    return (
      bytes[name] === LOWER_C &&
      (after <= SPACE || after === GREATER) &&
      (prefix === 0 || bytes[name - 1] === COLON)
    );
  }

  /** A cell in any shape, from its first attribute. */
  private readAnyCell(bytes: Buffer, at: number, end: number): number {
    const { cell, cells, context, row } = this;
    let next = cell.read(bytes, at, end, cells.column);
    if (next < 0) return -1;
    const { column } = cell;
    // The row says where it is; if not, its cells do.
    if (row.digits === 0 && cell.row > 0) row.number = cell.row;
    if (!cell.empty) {
      const parts = readCellParts(bytes, next, end, context.part);
      if (parts === null) return -1;
      ({ next } = parts);
      if (parts.runs !== null) this.looks.meet();
      const value = cellValue(parts, cell.type, cell.style, context);
      if (value !== null) {
        if (column >= MAX_COLUMNS) throw this.limit('columns', MAX_COLUMNS);
        cells.put(column, value);
      }
    }
    cells.column = column + 1;
    return next;
  }

  /**
   * A tag in a row, whichever it is, and with a cell's its content. Returns where to go on,
   * -1, or `ROW_END` (and `rowEnd`).
   */
  private otherTag(bytes: Buffer, at: number, end: number): number {
    const first = bytes[at + 1];
    if (first === BANG || first === QUESTION) return skipMarkup(bytes, at, end);
    const name = localNameStart(bytes, at, end);
    const close = name < 0 ? -1 : tagEnd(bytes, name, end);
    if (close < 0) return -1;
    if (isName(bytes, name, 'row')) {
      if (first !== SLASH) throw this.damaged('rows are nested');
      this.rowEnd = close + 1;
      return ROW_END;
    }
    if (isName(bytes, name, 'sheetData')) throw this.damaged('a row is not closed');
    if (first === SLASH || !isName(bytes, name, 'c')) return close + 1;
    return this.readAnyCell(bytes, name + 1, end);
  }

  private addRow(values: Value[], look?: RowLook): void {
    const { number: row, hidden } = this.row;
    if (!(row >= 1)) throw this.damaged('a row has no number');
    if (row <= this.lastRow && !this.anyOrder) throw this.damaged('rows are out of order');
    this.lastRow = row;
    this.rows++;
    this.count += values.length;
    if (row > MAX_ROWS || this.rows > MAX_ROWS) throw this.limit('rows', MAX_ROWS);
    if (this.count > this.context.maxCells) throw this.limit('cells', this.context.maxCells);
    this.sink.push(row, values, hidden, look);
  }

  private limit(name: string, value: number): Error {
    return limitError(name, value, { part: this.context.part, row: this.row.number });
  }

  private damaged(problem: string): Error {
    return damagedError(problem, { part: this.context.part, row: this.row.number });
  }
}

const ROW_END = -2;

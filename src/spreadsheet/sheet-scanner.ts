import {
  BANG,
  DIGIT_0,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_O,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  MINUS,
  QUESTION,
  SLASH,
  SPACE,
  UPPER_A,
  UPPER_Z,
} from './ascii.js';
import { readCellParts } from './cell-parts.js';
import { CellStart } from './cell-start.js';
import {
  cellValue,
  missingString,
  numberValue,
  type SheetContext,
  TYPE_NUMBER,
  TYPE_S,
} from './cell-value.js';
import { damagedError, limitError, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { NUMBER } from './number-formats.js';
import type { RowSink } from './row-sink.js';
import { RowStart } from './row-start.js';
import type { Value } from './types.js';
import { isName, localNameStart, skipMarkup, tagEnd } from './xml-bytes.js';

/** Digits that a double holds exactly, and so the powers of ten that it divides by exactly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * Reads the rows of a worksheet part (ECMA-376 Part 1 §18.3.1) straight from its bytes.
 *
 * It is handed the part whole or in pieces. It takes whole rows, and says how many bytes
 * it has taken: the caller puts the rest before the next piece. So a row is never seen in
 * halves, nor a character, and nothing but where rows begin has to be remembered.
 */
export class SheetScanner {
  /** The end of the rows was seen. */
  done = false;
  private inside = false;
  private lastRow = 0;
  private rows = 0;
  private cells = 0;
  private blankRow: Value[] = [null];
  private readonly row = new RowStart();
  private readonly cell = new CellStart();
  /** Set by `otherTag`. */
  private rowEnd = 0;
  private cellOpens = false;

  constructor(
    private readonly context: SheetContext,
    private readonly sink: RowSink,
  ) {}

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
    if (first === BANG || first === QUESTION) return skipMarkup(bytes, at, end);
    const name = localNameStart(bytes, at, end);
    if (name < 0) return -1;
    if (this.inside && first !== SLASH && isName(bytes, name, 'row')) {
      const start = this.row.read(bytes, name + 3, end, this.lastRow + 1);
      if (start < 0 || !this.row.empty) return start < 0 ? -1 : this.scanRow(bytes, start, end);
      this.addRow([]);
      return start;
    }
    const close = tagEnd(bytes, name, end);
    if (close < 0) return -1;
    if (isName(bytes, name, 'sheetData')) {
      this.inside = true;
      this.done = first === SLASH || bytes[close - 1] === SLASH;
    } else if (first === SLASH && isName(bytes, name, 'worksheet')) {
      this.done = true;
    }
    return close + 1;
  }

  /**
   * One row, from after its opening tag; returns where it ends. Long by choice: this loop
   * sees every byte of every sheet, and its state lives in local variables. What is usual
   * is met here: `<c r="B7" s="1" t="s"><v>12</v></c>`. Whatever differs from that goes to
   * `CellStart` and `readCellParts`, which know all that XML allows.
   *
   * Nothing is trusted before it is known to lie before `end`: bytes past it are of no piece.
   */
  private scanRow(bytes: Buffer, start: number, end: number): number {
    const { cell, context } = this;
    const rowDigits = this.row.digits;
    const { formats, strings } = context;
    const { texts } = strings;
    // Rows are much alike: room for as many cells as the last row had is most often right.
    const values = this.blankRow.slice();
    let length = 0;
    let column = 0;
    let q = start;

    for (;;) {
      // The next tag: most often `<c `.
      if (bytes[q] !== LESS) q = bytes.indexOf(LESS, q);
      if (q < 0 || q >= end) return -1;
      if (bytes[q + 1] === LOWER_C && bytes[q + 2] === SPACE) {
        q += 3;
      } else if (bytes[q + 1] === SLASH && bytes[q + 3] === LOWER_O && bytes[q + 5] === GREATER) {
        // `</row>`: of the closing tags in a row no other has an o there.
        q += 6;
        break;
      } else {
        const next = this.otherTag(bytes, q, end);
        if (next === ROW_END) {
          q = this.rowEnd;
          break;
        }
        if (next < 0) return -1;
        q = next;
        if (!this.cellOpens) continue;
      }

      // The cell's attributes: r, s, t, as Excel orders them, and everybody after it.
      let style = 0;
      let type = TYPE_NUMBER;
      let blank = false;
      let usual = false;
      if (
        rowDigits > 0 &&
        bytes[q] === LOWER_R &&
        bytes[q + 1] === EQUALS &&
        bytes[q + 2] === DOUBLE_QUOTE
      ) {
        let t = q + 3;
        let c = bytes[t]!;
        let letters = 0;
        while (c >= UPPER_A && c <= UPPER_Z) {
          letters = letters * 26 + c - (UPPER_A - 1);
          c = bytes[++t]!;
        }
        // The row's number follows: it needs no reading, only its length.
        t += rowDigits;
        c = bytes[t + 1]!;
        if (bytes[t] === DOUBLE_QUOTE && letters > 0 && letters <= MAX_COLUMNS) {
          t++;
          if (c === SPACE && bytes[t + 1] === LOWER_S && bytes[t + 3] === DOUBLE_QUOTE) {
            t += 4;
            c = bytes[t]! - DIGIT_0;
            while (c >= 0 && c <= 9) {
              style = style * 10 + c;
              c = bytes[++t]! - DIGIT_0;
            }
            c = bytes[++t]!;
          }
          if (c === SPACE && bytes[t + 1] === LOWER_T && bytes[t + 5] === DOUBLE_QUOTE) {
            type = bytes[t + 4]!;
            t += 6;
            c = bytes[t]!;
          }
          if (c === SLASH) {
            blank = true;
            c = bytes[++t]!;
          }
          if (c === GREATER) {
            usual = true;
            column = letters - 1;
            q = t + 1;
          }
        }
      }
      if (!usual) {
        q = cell.read(bytes, q, end, column);
        if (q < 0) return -1;
        ({ column, style, type } = cell);
        blank = cell.empty;
        // The row says where it is; if not, its cells do.
        if (rowDigits === 0 && cell.row > 0) this.row.number = cell.row;
      }
      if (blank) {
        column++;
        continue;
      }

      // The value: digits in `<v>`, or whatever else a cell may hold.
      let value: Value | undefined;
      if (
        (type === TYPE_NUMBER || type === TYPE_S) &&
        bytes[q] === LESS &&
        bytes[q + 1] === LOWER_V &&
        bytes[q + 2] === GREATER
      ) {
        let t = q + 3;
        let c = bytes[t]!;
        const negative = c === MINUS;
        if (negative) c = bytes[++t]!;
        const digitsStart = t;
        let number = 0;
        let point = -1;
        for (;;) {
          const digit = c - DIGIT_0;
          if (digit >= 0 && digit <= 9) number = number * 10 + digit;
          else if (c === DOT && point < 0) point = t;
          else break;
          c = bytes[++t]!;
        }
        const digits = t - digitsStart - (point < 0 ? 0 : 1);
        if (
          c === LESS &&
          digits > 0 &&
          (type === TYPE_NUMBER || (point < 0 && !negative)) &&
          t + 8 <= end &&
          bytes[t + 1] === SLASH &&
          bytes[t + 2] === LOWER_V &&
          bytes[t + 4] === LESS &&
          bytes[t + 5] === SLASH &&
          bytes[t + 6] === LOWER_C &&
          bytes[t + 7] === GREATER
        ) {
          if (type === TYPE_S) {
            const text = texts[number] ?? strings.get(number);
            if (text === undefined) throw missingString(number, context);
            value = text === '' ? null : text;
          } else {
            // Clinger's fast path: both exact, so the quotient is rounded but once.
            if (digits > EXACT_DIGITS) number = Number(bytes.toString('latin1', digitsStart, t));
            else if (point >= 0) number /= POWERS_OF_TEN[t - point - 1]!;
            if (negative) number = -number;
            value = formats[style] === NUMBER ? number : numberValue(number, style, context);
          }
          q = t + 8;
        }
      }
      if (value === undefined) {
        const parts = readCellParts(bytes, q, end, context.part);
        if (parts === null) return -1;
        value = cellValue(parts, type, style, context);
        q = parts.next;
      }

      if (value !== null) {
        if (column >= MAX_COLUMNS) throw this.limit('columns', MAX_COLUMNS);
        while (values.length < column) values.push(null);
        values[column] = value;
        if (column >= length) length = column + 1;
      }
      column++;
    }
    if (q > end) return -1;
    while (values.length > length) values.pop();
    this.addRow(values);
    return q;
  }

  /**
   * A tag in a row that does not begin with `<c `. Returns where to go on, -1, or `ROW_END`
   * (and `rowEnd`). If `cellOpens`, what goes on are a cell's attributes.
   */
  private otherTag(bytes: Buffer, at: number, end: number): number {
    this.cellOpens = false;
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
    this.cellOpens = true;
    return name + 1;
  }

  private addRow(values: Value[]): void {
    const { number: row, hidden } = this.row;
    this.lastRow = row;
    this.rows++;
    this.cells += values.length;
    if (!(row >= 1 && row <= MAX_ROWS) || this.rows > MAX_ROWS) throw this.limit('rows', MAX_ROWS);
    if (this.cells > this.context.maxCells) throw this.limit('cells', this.context.maxCells);
    this.expectWidth(values.length);
    this.sink.push(row, values, hidden);
  }

  /** A wide row among narrow ones must not cost each of them its width. */
  private expectWidth(width: number): void {
    const expected = this.blankRow.length;
    if (width > expected || 2 * width < expected) {
      // Packed from its beginning: an array with room for holes is a slower one.
      this.blankRow = Array.from({ length: Math.max(1, width) }, () => null);
    }
  }

  private limit(name: string, value: number): Error {
    return limitError(name, value, { part: this.context.part, row: this.row.number });
  }

  private damaged(problem: string): Error {
    return damagedError(problem, { part: this.context.part, row: this.row.number });
  }
}

const ROW_END = -2;

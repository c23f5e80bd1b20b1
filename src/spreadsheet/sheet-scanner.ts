import { AttributeReader } from './attributes.js';
import { readCellParts } from './cell-parts.js';
import {
  cellValue,
  missingString,
  numberValue,
  type SheetContext,
  TYPE_INLINE,
  TYPE_NUMBER,
  TYPE_S,
  TYPE_STR,
} from './cell-value.js';
import { damagedError, limitError, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { NUMBER } from './number-formats.js';
import type { RowSink } from './row-sink.js';
import type { Value } from './types.js';
import {
  BANG,
  GREATER,
  isName,
  LESS,
  localNameStart,
  QUESTION,
  SLASH,
  SPACE,
  skipMarkup,
  tagEnd,
} from './xml-bytes.js';

const EQUALS = 0x3d;
const QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const MINUS = 0x2d;
const DOT = 0x2e;
const DIGIT_0 = 0x30;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LOWER_C = 0x63;
const LOWER_H = 0x68;
const LOWER_I = 0x69;
const LOWER_O = 0x6f;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;

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
  private readonly attributes = new AttributeReader();

  // What the attributes of the row, and of a cell, say.
  private row = 0;
  private rowDigits = 0;
  private hidden = false;
  private column = 0;
  private style = 0;
  private type = TYPE_NUMBER;

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
      const usual = this.readUsualRow(bytes, name + 3, end);
      if (usual > 0) return this.scanRow(bytes, usual, end);
      const start = this.readRowAttributes(bytes, name + 3, end);
      if (start < 0 || !this.attributes.empty)
        return start < 0 ? -1 : this.scanRow(bytes, start, end);
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
   * The attributes of a row that begins `<row r="7"` and hides nothing, as nearly all do;
   * only the number is read of them. Returns where the content begins, 0 for other rows.
   */
  private readUsualRow(bytes: Buffer, at: number, end: number): number {
    if (bytes[at] !== SPACE || bytes[at + 1] !== LOWER_R || bytes[at + 2] !== EQUALS) return 0;
    if (bytes[at + 3] !== QUOTE) return 0;
    let q = at + 4;
    let row = 0;
    let c = bytes[q]! - DIGIT_0;
    while (c >= 0 && c <= 9) {
      row = row * 10 + c;
      c = bytes[++q]! - DIGIT_0;
    }
    const digits = q - at - 4;
    if (bytes[q] !== QUOTE || digits === 0) return 0;
    for (q++; q < end; q++) {
      const c = bytes[q]!;
      if (c === GREATER) {
        if (bytes[q - 1] === SLASH) return 0;
        this.row = row;
        this.rowDigits = digits;
        this.hidden = false;
        return q + 1;
      }
      if (c === SINGLE_QUOTE || (c === LOWER_H && bytes[q + 1] === LOWER_I)) return 0;
      if (c === QUOTE) {
        q++;
        while (q < end && bytes[q] !== QUOTE) q++;
      }
    }
    return 0;
  }

  /** The attributes of any row. Returns where its content begins. */
  private readRowAttributes(bytes: Buffer, at: number, end: number): number {
    const { attributes } = this;
    this.row = this.lastRow + 1;
    this.rowDigits = 0;
    this.hidden = false;
    attributes.start(bytes, at, end);
    while (attributes.next()) {
      if (attributes.is('r')) {
        this.row = attributes.number();
        this.rowDigits = attributes.length;
      } else if (attributes.is('hidden')) {
        this.hidden = attributes.isTrue();
      }
    }
    return attributes.at;
  }

  /**
   * One row, from after its opening tag; returns where it ends. Long by choice: this loop
   * sees every byte of every sheet, and its state lives in local variables. What is usual
   * is met here: `<c r="B7" s="1" t="s"><v>12</v></c>`. Whatever differs from that goes to
   * `readCellAttributes` and `readCellParts`, which know all that XML allows.
   *
   * Nothing is trusted before it is known to lie before `end`: bytes past it are of no piece.
   */
  private scanRow(bytes: Buffer, start: number, end: number): number {
    const { context, rowDigits } = this;
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
          q = this.column;
          break;
        }
        if (next < 0) return -1;
        q = next;
        if (this.column < 0) continue;
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
        bytes[q + 2] === QUOTE
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
        if (bytes[t] === QUOTE && letters > 0 && letters <= MAX_COLUMNS) {
          t++;
          if (c === SPACE && bytes[t + 1] === LOWER_S && bytes[t + 3] === QUOTE) {
            t += 4;
            c = bytes[t]! - DIGIT_0;
            while (c >= 0 && c <= 9) {
              style = style * 10 + c;
              c = bytes[++t]! - DIGIT_0;
            }
            c = bytes[++t]!;
          }
          if (c === SPACE && bytes[t + 1] === LOWER_T && bytes[t + 5] === QUOTE) {
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
        this.column = column;
        q = this.readCellAttributes(bytes, q, end);
        if (q < 0) return -1;
        column = this.column;
        style = this.style;
        type = this.type;
        blank = this.attributes.empty;
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
   * A tag in a row that does not begin with `<c `. Returns where to go on, `ROW_END` (then
   * `column` is where the row ends), or -1. `column` is 0 where a cell's attributes follow.
   */
  private otherTag(bytes: Buffer, at: number, end: number): number {
    this.column = -1;
    const first = bytes[at + 1];
    if (first === BANG || first === QUESTION) return skipMarkup(bytes, at, end);
    const name = localNameStart(bytes, at, end);
    const close = name < 0 ? -1 : tagEnd(bytes, name, end);
    if (close < 0) return -1;
    if (isName(bytes, name, 'row')) {
      if (first !== SLASH) throw this.damaged('rows are nested');
      this.column = close + 1;
      return ROW_END;
    }
    if (isName(bytes, name, 'sheetData')) throw this.damaged('a row is not closed');
    if (first === SLASH || !isName(bytes, name, 'c')) return close + 1;
    this.column = 0;
    return name + 1;
  }

  /** The attributes of a cell in any shape; returns where its content begins. */
  private readCellAttributes(bytes: Buffer, at: number, end: number): number {
    const { attributes } = this;
    this.style = 0;
    this.type = TYPE_NUMBER;
    attributes.start(bytes, at, end);
    while (attributes.next()) {
      if (attributes.is('r')) this.readReference();
      else if (attributes.is('s')) this.style = attributes.number();
      else if (attributes.is('t')) this.type = cellType(attributes.byte(0), attributes.length);
    }
    return attributes.at;
  }

  /** `B7`. It says the row as well, which counts only where the row itself does not. */
  private readReference(): void {
    const { attributes } = this;
    let letters = 0;
    let i = 0;
    for (; i < attributes.length; i++) {
      const letter = (attributes.byte(i) & 0xdf) - (UPPER_A - 1);
      if (!(letter >= 1 && letter <= 26)) break;
      letters = letters * 26 + letter;
    }
    if (letters > MAX_COLUMNS) throw this.limit('columns', MAX_COLUMNS);
    if (letters > 0) this.column = letters - 1;
    const row = attributes.number(i);
    if (this.rowDigits === 0 && row > 0) this.row = row;
  }

  private addRow(values: Value[]): void {
    const { row } = this;
    this.lastRow = row;
    this.rows++;
    this.cells += values.length;
    if (!(row >= 1 && row <= MAX_ROWS) || this.rows > MAX_ROWS) throw this.limit('rows', MAX_ROWS);
    if (this.cells > this.context.maxCells) throw this.limit('cells', this.context.maxCells);
    this.expectWidth(values.length);
    this.sink.push(row, values, this.hidden);
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
    return limitError(name, value, { part: this.context.part, row: this.row });
  }

  private damaged(problem: string): Error {
    return damagedError(problem, { part: this.context.part, row: this.row });
  }
}

const ROW_END = -2;

/** The type that `t` names: its letter where it is one letter long. */
function cellType(first: number, length: number): number {
  if (length === 1) return first;
  return length === 3 ? TYPE_STR : TYPE_INLINE;
}

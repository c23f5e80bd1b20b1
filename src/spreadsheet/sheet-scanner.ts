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
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const MINUS = 0x2d;
const DOT = 0x2e;
const LOWER_C = 0x63;
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
  private row = 0;
  private rows = 0;
  private cells = 0;
  private blankRow: Value[] = [];

  constructor(
    private readonly context: SheetContext,
    private readonly sink: RowSink,
  ) {}

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
    return end;
  }

  /** The caller wants no more. */
  get stopped(): boolean {
    return this.sink.stopped;
  }

  /** The rows have ended as they should, or the caller wants no more. */
  finish(): void {
    if (!this.done && !this.sink.stopped) throw this.damaged('the sheet ends early');
  }

  /** One tag outside of rows, or one whole row. Negative: not all of it is there. */
  private step(bytes: Buffer, at: number, end: number): number {
    const first = bytes[at + 1];
    if (first === BANG || first === QUESTION) return skipMarkup(bytes, at, end);
    if (this.inside && first === LOWER_R && bytes[at + 2] === LOWER_O && bytes[at + 4] === SPACE) {
      return this.scanRow(bytes, at + 4, end);
    }
    const name = localNameStart(bytes, at, end);
    if (name < 0) return -1;
    if (this.inside && first !== SLASH && isName(bytes, name, 'row')) {
      return this.scanRow(bytes, name + 3, end);
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
   * One row, from after its name. Long by choice: this loop sees every byte of every
   * sheet, and its state lives in local variables. What is usual is met here, byte by
   * byte: `<c r="B7" s="1" t="s"><v>12</v></c>`; all else goes to `readCellParts`.
   */
  private scanRow(bytes: Buffer, afterName: number, end: number): number {
    const { context } = this;
    let q = afterName;
    let rowNumber = 0;
    let hidden = false;

    // The row's attributes. Only `r` and `hidden` are looked at.
    for (;;) {
      if (q >= end) return -1;
      const c = bytes[q]!;
      if (c === GREATER) break;
      if (c <= SPACE || c === SLASH) {
        q++;
        continue;
      }
      const name = q;
      while (bytes[q] !== DOUBLE_QUOTE && bytes[q] !== SINGLE_QUOTE) {
        if (++q >= end) return -1;
      }
      const quote = bytes[q++]!;
      const value = q;
      while (bytes[q] !== quote) {
        if (++q >= end) return -1;
      }
      if (c === LOWER_R && !(bytes[name + 1]! > EQUALS)) {
        for (let i = value; i < q; i++) rowNumber = rowNumber * 10 + bytes[i]! - 48;
      } else if (isAttribute(bytes, name, 'hidden')) {
        hidden = bytes[value] === 0x31 || bytes[value] === LOWER_T;
      }
      q++;
    }
    const knownRow = rowNumber > 0;
    if (!knownRow) rowNumber = this.row + 1;
    if (bytes[q - 1] === SLASH) {
      if (q >= end) return -1;
      this.addRow(rowNumber, [], hidden);
      return q + 1;
    }
    q++;

    // Rows are much alike: room for as many cells as the last row had is most often right.
    const values = this.blankRow.slice();
    let length = 0;
    let column = 0;
    for (;;) {
      // The next tag: most often `<c `.
      if (bytes[q] !== LESS) q = bytes.indexOf(LESS, q);
      if (q < 0 || q >= end) return -1;
      if (bytes[q + 1] === LOWER_C && bytes[q + 2] === SPACE) {
        q += 3;
      } else {
        const first = bytes[q + 1];
        if (
          first === SLASH &&
          bytes[q + 2] === LOWER_R &&
          bytes[q + 3] === LOWER_O &&
          bytes[q + 5] === GREATER
        ) {
          q += 6;
          break;
        }
        if (first === BANG || first === QUESTION) {
          q = skipMarkup(bytes, q, end);
          if (q < 0) return -1;
          continue;
        }
        const name = localNameStart(bytes, q, end);
        if (name < 0) return -1;
        const close = tagEnd(bytes, name, end);
        if (close < 0) return -1;
        const isRow = isName(bytes, name, 'row');
        if (first === SLASH && isRow) {
          q = close + 1;
          break;
        }
        if (isRow || isName(bytes, name, 'sheetData')) throw this.damaged('rows are nested');
        if (first === SLASH || !isName(bytes, name, 'c')) {
          q = close + 1;
          continue;
        }
        q = name + 1;
      }

      // The cell's attributes.
      let type = TYPE_NUMBER;
      let style = 0;
      let blank = false;
      for (;;) {
        const c = bytes[q]!;
        if (c === GREATER) {
          q++;
          break;
        }
        if (q >= end) return -1;
        if (c <= SPACE) {
          q++;
          continue;
        }
        if (c === SLASH) {
          blank = true;
          q++;
          continue;
        }
        const short = bytes[q + 1] === EQUALS;
        if (short) q += 2;
        else while (bytes[q] !== EQUALS) if (++q >= end) return -1;
        while (bytes[q] !== DOUBLE_QUOTE && bytes[q] !== SINGLE_QUOTE) {
          if (++q >= end) return -1;
        }
        const quote = bytes[q++]!;
        if (!short) {
          while (bytes[q] !== quote) if (++q >= end) return -1;
        } else if (c === LOWER_R) {
          let letters = 0;
          let d = bytes[q]! & 0xdf;
          while (d >= 0x41 && d <= 0x5a) {
            letters = letters * 26 + d - 0x40;
            d = bytes[++q]! & 0xdf;
          }
          let digits = 0;
          while (bytes[q] !== quote) {
            digits = digits * 10 + bytes[q]! - 48;
            if (++q >= end) return -1;
          }
          if (q >= end) return -1;
          if (letters > MAX_COLUMNS) throw this.limit('columns', MAX_COLUMNS);
          if (letters > 0) column = letters - 1;
          if (!knownRow && digits > 0) rowNumber = digits;
        } else if (c === LOWER_S) {
          while (bytes[q] !== quote) {
            style = style * 10 + bytes[q]! - 48;
            if (++q >= end) return -1;
          }
        } else {
          const value = q;
          while (bytes[q] !== quote) if (++q >= end) return -1;
          if (c === LOWER_T) type = cellType(bytes[value]!, q - value);
        }
        q++;
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
          const digit = c - 48;
          if (digit >= 0 && digit <= 9) number = number * 10 + digit;
          else if (c === DOT && point < 0) point = t;
          else break;
          c = bytes[++t]!;
        }
        const digits = t - digitsStart - (point < 0 ? 0 : 1);
        if (
          c === LESS &&
          digits > 0 &&
          t + 8 <= end &&
          bytes[t + 1] === SLASH &&
          bytes[t + 2] === LOWER_V &&
          bytes[t + 4] === LESS &&
          bytes[t + 5] === SLASH &&
          bytes[t + 6] === LOWER_C &&
          bytes[t + 7] === GREATER
        ) {
          if (type === TYPE_S) {
            const text = context.strings.get(number);
            if (text === undefined) throw missingString(number, context);
            value = text === '' ? null : text;
          } else {
            // Clinger's fast path: both exact, so the quotient is rounded but once.
            if (digits > EXACT_DIGITS) number = Number(bytes.toString('latin1', digitsStart, t));
            else if (point >= 0) number /= POWERS_OF_TEN[t - point - 1]!;
            value = numberValue(negative ? -number : number, style, context);
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
        while (values.length < column) values.push(null);
        values[column] = value;
        if (column >= length) length = column + 1;
      }
      column++;
      if (column > MAX_COLUMNS) throw this.limit('columns', MAX_COLUMNS);
    }
    if (q > end) return -1;
    while (values.length > length) values.pop();
    this.expectWidth(length);
    this.addRow(rowNumber, values, hidden);
    return q;
  }

  /** A wide row among narrow ones must not cost each of them its width. */
  private expectWidth(length: number): void {
    const expected = this.blankRow.length;
    if (length > expected || 2 * length < expected) {
      this.blankRow = new Array<Value>(length).fill(null);
    }
  }

  private addRow(number: number, values: Value[], hidden: boolean): void {
    this.row = number;
    this.rows++;
    this.cells += values.length;
    if (!(number <= MAX_ROWS) || this.rows > MAX_ROWS) throw this.limit('rows', MAX_ROWS);
    if (this.cells > this.context.maxCells) throw this.limit('cells', this.context.maxCells);
    this.sink.push(number, values, hidden);
  }

  private limit(name: string, value: number): Error {
    return limitError(name, value, { part: this.context.part, row: this.row });
  }

  private damaged(problem: string): Error {
    return damagedError(problem, { part: this.context.part, row: this.row });
  }
}

/** The type that `t` names: its first letter where it is one letter long. */
function cellType(first: number, length: number): number {
  if (length === 1) return first;
  return length === 3 ? TYPE_STR : TYPE_INLINE;
}

function isAttribute(bytes: Buffer, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + i] !== name.charCodeAt(i)) return false;
  }
  return true;
}

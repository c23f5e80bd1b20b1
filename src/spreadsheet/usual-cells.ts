import { ASCII } from './ascii.js';
import {
  CELL_TYPE,
  missingString,
  numberValue,
  type SheetContext,
  textValue,
} from './cell-value.js';
import { MAX_COLUMNS } from './limits.js';
import { NUMBER } from './number-formats.js';
import type { RowCells } from './row-cells.js';
import type { Value } from './types.js';
import { tagEnd } from './xml-bytes.js';
import { cellText } from './xml-text.js';

const {
  AMPERSAND,
  CARRIAGE_RETURN,
  COLON,
  DIGIT_0,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_F,
  LOWER_I,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  MINUS,
  SLASH,
  SPACE,
  UNDERSCORE,
  UPPER_A,
  UPPER_Z,
} = ASCII;
const { TYPE_INLINE, TYPE_N, TYPE_NUMBER, TYPE_S } = CELL_TYPE;
/** Inlined into the loop, which an import is not. */
const LAST_COLUMN = MAX_COLUMNS;
const PLAIN_NUMBER = NUMBER;

/** Digits that a double holds exactly, and so the powers of ten that it divides by exactly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * Reads cells in the shapes that nearly all have: `<c r="B7" s="1" t="s"><v>12</v></c>`, its
 * attributes in this order or absent, a formula before the value or not, `<is><t>text</t></is>`
 * in its place, or no content at all. At a cell that differs it stops: `readAnyCell` of the
 * scanner knows all that XML allows.
 *
 * It is one loop with all it works with in local variables, which takes half the time that
 * methods take which hand a cell's parts to one another.
 */
export class UsualCells {
  /** Set by `readInline`. */
  private inline: Value = null;

  constructor(private readonly context: SheetContext) {}

  /**
   * From where a cell may begin; returns where the first thing begins that is no usual cell.
   * `prefix`: length of the prefix of the sheet's tags, colon included. `rowDigits`: how long
   * the row's number is, which stands in each reference and needs no reading.
   *
   * Nothing is trusted before it is known to lie before `end`: bytes past it are of no piece.
   */
  read(
    bytes: Buffer,
    at: number,
    end: number,
    prefix: number,
    rowDigits: number,
    row: RowCells,
  ): number {
    const { context } = this;
    const { formats } = context;
    const { texts } = context.strings;
    const { values } = row;
    let { column: next, width } = row;
    let q = at;
    for (;;) {
      // `<c r="B7"`
      let t = q + prefix;
      if (bytes[q] !== LESS || bytes[t + 1] !== LOWER_C || bytes[t + 2] !== SPACE) break;
      if (prefix > 0 && bytes[t] !== COLON) break;
      if (bytes[t + 3] !== LOWER_R || bytes[t + 4] !== EQUALS || bytes[t + 5] !== DOUBLE_QUOTE)
        break;
      t += 6;
      let c = bytes[t]!;
      let column = 0;
      while (c >= UPPER_A && c <= UPPER_Z) {
        column = column * 26 + c - (UPPER_A - 1);
        c = bytes[++t]!;
      }
      t += rowDigits;
      if (bytes[t++] !== DOUBLE_QUOTE || column === 0 || column > LAST_COLUMN) break;

      // ` s="1"`
      let style = 0;
      if (bytes[t] === SPACE && bytes[t + 1] === LOWER_S && bytes[t + 3] === DOUBLE_QUOTE) {
        t += 4;
        c = bytes[t]! - DIGIT_0;
        while (c >= 0 && c <= 9) {
          style = style * 10 + c;
          c = bytes[++t]! - DIGIT_0;
        }
        if (bytes[t++] !== DOUBLE_QUOTE) break;
      }

      // ` t="s"`
      let type: number = TYPE_NUMBER;
      if (bytes[t] === SPACE && bytes[t + 1] === LOWER_T && bytes[t + 3] === DOUBLE_QUOTE) {
        type = bytes[t + 4]!;
        if (bytes[t + 5] === DOUBLE_QUOTE) {
          if (type === TYPE_N) type = TYPE_NUMBER;
          t += 6;
        } else if (type === LOWER_I && bytes[t + 13] === DOUBLE_QUOTE) {
          type = TYPE_INLINE;
          t += 14;
        }
      }
      if (bytes[t] === SLASH && bytes[t + 1] === GREATER && t + 1 < end) {
        next = column;
        q = t + 2;
        continue;
      }
      if (bytes[t++] !== GREATER) break;

      let value: Value;
      if (type === TYPE_INLINE) {
        t = this.readInline(bytes, t, end, prefix);
        if (t === 0) break;
        value = this.inline;
      } else {
        if (type !== TYPE_NUMBER && type !== TYPE_S) break;
        if (bytes[t + 1 + prefix] === LOWER_F) {
          t = afterFormula(bytes, t, end, prefix);
          if (t === 0) break;
        }

        // `<v>-12.5`
        if (bytes[t] !== LESS) break;
        t += 1 + prefix;
        if (bytes[t] !== LOWER_V || bytes[t + 1] !== GREATER) break;
        t += 2;
        c = bytes[t]!;
        const negative = c === MINUS;
        if (negative) c = bytes[++t]!;
        const start = t;
        let number = 0;
        let point = -1;
        for (;;) {
          const digit = c - DIGIT_0;
          if (digit >= 0 && digit <= 9) number = number * 10 + digit;
          else if (c === DOT && point < 0) point = t;
          else break;
          c = bytes[++t]!;
        }
        const stop = t;
        const digits = stop - start - (point < 0 ? 0 : 1);

        // `</v></c>`
        const close = t + 1 + prefix;
        if (c !== LESS || bytes[t + 1] !== SLASH || digits === 0) break;
        if (bytes[close + 1] !== LOWER_V || bytes[close + 3] !== LESS) break;
        t = close + 7 + prefix;
        if (t > end || bytes[close + 4] !== SLASH) break;
        if (bytes[t - 2] !== LOWER_C || bytes[t - 1] !== GREATER) break;

        if (type === TYPE_S) {
          if (point >= 0 || negative) break;
          const known = texts[number];
          const text = known === undefined ? context.strings.get(number) : known;
          if (text === undefined) throw missingString(number, context);
          value = text;
        } else {
          // Clinger's fast path: both exact, so the quotient is rounded but once.
          if (digits > EXACT_DIGITS) number = Number(bytes.toString('latin1', start, stop));
          // More digits than any double has: `cellValue` knows what to make of them.
          if (number === Infinity) break;
          if (point >= 0 && digits <= EXACT_DIGITS) number /= POWERS_OF_TEN[stop - point - 1]!;
          if (negative) number = -number;
          value = formats[style] === PLAIN_NUMBER ? number : numberValue(number, style, context);
        }
      }

      if (value !== null) {
        while (values.length < column - 1) values.push(null);
        values[column - 1] = value;
        if (column > width) width = column;
      }
      next = column;
      q = t;
    }
    row.column = next;
    row.width = width;
    return q;
  }

  /** `<is><t>text</t></is></c>`, as openpyxl and R write where they stream. */
  private readInline(bytes: Buffer, at: number, end: number, prefix: number): number {
    let t = at + 1 + prefix;
    if (bytes[at] !== LESS || bytes[t] !== LOWER_I || bytes[t + 1] !== LOWER_S) return 0;
    if (bytes[t + 2] !== GREATER || bytes[t + 3] !== LESS) return 0;
    t += 4 + prefix;
    if (bytes[t] !== LOWER_T || bytes[t + 1] !== GREATER) return 0;
    const start = t + 2;
    let special = false;
    let c = bytes[start]!;
    // Blanks at the ends would be lost: see `richText`.
    if (c <= SPACE) return 0;
    for (t = start; t < end && c !== LESS; c = bytes[++t]!) {
      if (c === AMPERSAND || c === UNDERSCORE || c === CARRIAGE_RETURN) special = true;
    }
    const close = t + 2 + prefix;
    const next = close + 11 + 2 * prefix;
    if (
      next > end ||
      bytes[t - 1]! <= SPACE ||
      bytes[t + 1] !== SLASH ||
      bytes[close] !== LOWER_T ||
      bytes[close + 2] !== LESS ||
      bytes[close + 3] !== SLASH ||
      bytes[close + 4 + prefix] !== LOWER_I ||
      bytes[close + 6 + prefix] !== GREATER ||
      bytes[close + 8 + prefix] !== SLASH ||
      bytes[next - 2] !== LOWER_C ||
      bytes[next - 1] !== GREATER
    ) {
      return 0;
    }
    const text = bytes.toString(undefined, start, t);
    this.inline = textValue(special ? cellText(text) : text, this.context);
    return next;
  }
}

/** Past `<f>…</f>` or `<f …/>`; 0 where it is not whole, or has markup in it. */
function afterFormula(bytes: Buffer, at: number, end: number, prefix: number): number {
  const open = tagEnd(bytes, at, end);
  if (open < 0) return 0;
  if (bytes[open - 1] === SLASH) return open + 1;
  const close = bytes.indexOf(LESS, open);
  const name = close + 2 + prefix;
  if (close < 0 || name + 1 >= end || bytes[close + 1] !== SLASH) return 0;
  return bytes[name] === LOWER_F && bytes[name + 1] === GREATER ? name + 2 : 0;
}

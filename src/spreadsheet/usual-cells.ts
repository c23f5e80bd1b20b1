import { ASCII } from './ascii.js';
import { CELL_TYPE, missingString, numberValue, type SheetContext } from './cell-value.js';
import { afterFormula, InlineText } from './inline-text.js';
import { MAX_COLUMNS } from './limits.js';
import { NUMBER } from './number-formats.js';
import type { RowCells } from './row-cells.js';
import type { Value } from './types.js';

const {
  COLON,
  DIGIT_0,
  DOT,
  DOUBLE_QUOTE,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_E,
  LOWER_F,
  LOWER_I,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  MINUS,
  PLUS,
  SLASH,
  SPACE,
  UPPER_A,
  UPPER_E,
  UPPER_Z,
} = ASCII;
const { TYPE_INLINE, TYPE_N, TYPE_NUMBER, TYPE_S, TYPE_STR } = CELL_TYPE;
/** Inlined into the loop, which an import is not. */
const LAST_COLUMN = MAX_COLUMNS;
const PLAIN_NUMBER = NUMBER;

/** Digits that a double holds exactly, and so the powers of ten that it divides by exactly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * Reads cells in the shapes that nearly all have: `<c r="B7" s="1" t="s"><v>12</v></c>`, of
 * its attributes the reference first or absent, a formula before the value or not,
 * `<is><t>text</t></is>` in its place, or no content at all. At a cell that differs it stops: `readAnyCell` of the
 * scanner knows all that XML allows.
 *
 * It is one loop with all it works with in local variables, which takes half the time that
 * methods take which hand a cell's parts to one another.
 */
export class UsualCells {
  private readonly inline: InlineText;

  constructor(private readonly context: SheetContext) {
    this.inline = new InlineText(context);
  }

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
    const { context, inline } = this;
    const { formats } = context;
    const { texts } = context.strings;
    const { values } = row;
    let { column: next, width } = row;
    let q = at;
    cells: for (;;) {
      // `<c r="B7"`; one that does not say where it stands follows the one before.
      let t = q + prefix;
      if (bytes[q] !== LESS || bytes[t + 1] !== LOWER_C) break;
      if (prefix > 0 && bytes[t] !== COLON) break;
      t += 2;
      let column = next + 1;
      let c = 0;
      if (bytes[t + 1] === LOWER_R && bytes[t + 3] === DOUBLE_QUOTE) {
        if (rowDigits === 0) break;
        t += 4;
        column = 0;
        c = bytes[t]!;
        while (c >= UPPER_A && c <= UPPER_Z) {
          column = column * 26 + c - (UPPER_A - 1);
          c = bytes[++t]!;
        }
        t += rowDigits;
        if (bytes[t++] !== DOUBLE_QUOTE || column === 0) break;
      }
      if (column > LAST_COLUMN) break;

      // ` s="1" t="s"`, in either order
      let style = 0;
      let type: number = TYPE_NUMBER;
      while (bytes[t] === SPACE && bytes[t + 3] === DOUBLE_QUOTE) {
        const name = bytes[t + 1];
        t += 4;
        if (name === LOWER_S) {
          c = bytes[t]! - DIGIT_0;
          while (c >= 0 && c <= 9) {
            style = style * 10 + c;
            c = bytes[++t]! - DIGIT_0;
          }
        } else if (name === LOWER_T) {
          type = bytes[t]!;
          if (bytes[t + 1] === DOUBLE_QUOTE) {
            if (type === TYPE_N) type = TYPE_NUMBER;
            t += 1;
          } else if (type === LOWER_S && bytes[t + 3] === DOUBLE_QUOTE) {
            type = TYPE_STR;
            t += 3;
          } else if (type === LOWER_I && bytes[t + 9] === DOUBLE_QUOTE) {
            type = TYPE_INLINE;
            t += 9;
          } else break cells;
        } else break cells;
        if (bytes[t++] !== DOUBLE_QUOTE) break cells;
      }
      if (bytes[t] === SLASH && bytes[t + 1] === GREATER && t + 1 < end) {
        next = column;
        q = t + 2;
        continue;
      }
      if (bytes[t++] !== GREATER) break;

      let value: Value;
      if (type === TYPE_NUMBER || type === TYPE_S) {
        if (bytes[t + 1 + prefix] === LOWER_F) {
          t = afterFormula(bytes, t, end, prefix);
          if (t === 0) break;
        }
        // `<v>-12.5E+3`
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
        const digits = t - start - (point < 0 ? 0 : 1);
        let exact = digits <= EXACT_DIGITS;
        if (c === UPPER_E || c === LOWER_E) {
          exact = false;
          t = afterExponent(bytes, t);
          c = bytes[t]!;
        }
        const stop = t;

        // `</v></c>`
        const close = t + 1 + prefix;
        if (c !== LESS || bytes[t + 1] !== SLASH || digits === 0) break;
        if (bytes[close + 1] !== LOWER_V || bytes[close + 3] !== LESS) break;
        t = close + 7 + prefix;
        if (t > end || bytes[close + 4] !== SLASH) break;
        if (bytes[t - 2] !== LOWER_C || bytes[t - 1] !== GREATER) break;

        if (type === TYPE_S) {
          if (point >= 0 || negative || stop - start > digits) break;
          const known = texts[number];
          const text = known === undefined ? context.strings.get(number) : known;
          if (text === undefined) throw missingString(number, context);
          value = text;
        } else {
          // Clinger's fast path: both exact, so the quotient is rounded but once.
          if (!exact) number = Number(bytes.toString('latin1', start, stop));
          else if (point >= 0) number /= POWERS_OF_TEN[stop - point - 1]!;
          // More digits than any double has: `cellValue` knows what to make of them.
          if (number === Infinity) break;
          if (negative) number = -number;
          value = formats[style] === PLAIN_NUMBER ? number : numberValue(number, style, context);
        }
      } else {
        if (type === TYPE_INLINE) t = inline.readInline(bytes, t, end, prefix);
        else if (type === TYPE_STR) t = inline.readResult(bytes, t, end, prefix);
        else break;
        if (t === 0) break;
        ({ value } = inline);
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
}

/** Past `E-7`; where no digit follows, to where none stands. */
function afterExponent(bytes: Buffer, at: number): number {
  let t = at + 1;
  if (bytes[t] === MINUS || bytes[t] === PLUS) t++;
  const start = t;
  while (bytes[t]! >= DIGIT_0 && bytes[t]! <= DIGIT_0 + 9) t++;
  return t > start ? t : at;
}

import { ASCII, fourBytes } from './ascii.js';
import { CELL_TYPE, missingString, numberValue, type SheetContext } from './cell-value.js';
import { afterFormula, InlineText } from './inline-text.js';
import { MAX_COLUMNS } from './limits.js';
import { NUMBER } from './number-formats.js';
import type { RowCells } from './row-cells.js';
import type { Value } from './types.js';

const {
  DIGIT_0,
  DOT,
  DOUBLE_QUOTE,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_E,
  LOWER_F,
  LOWER_I,
  LOWER_S,
  LOWER_V,
  MINUS,
  PLUS,
  SLASH,
  UPPER_A,
  UPPER_E,
  UPPER_Z,
} = ASCII;
const { TYPE_INLINE, TYPE_N, TYPE_NUMBER, TYPE_S, TYPE_STR } = CELL_TYPE;
/** Inlined into the loop, which an import is not. */
const LAST_COLUMN = MAX_COLUMNS;
const PLAIN_NUMBER = NUMBER;

const CELL_OPENS = fourBytes('<c r');
const PREFIXED_OPENS = fourBytes(':c r');
const EQUALS_QUOTE = fourBytes('="');
const STYLE_IS = fourBytes(' s="');
const TYPE_IS = fourBytes(' t="');
const EMPTY_END = fourBytes('/>');
const VALUE_OPENS = fourBytes('><v>');
const VALUE_CLOSES = fourBytes('</v>');
const CELL_CLOSES = fourBytes('</c>');

/** More than is looked at in one go, prefixes aside, without asking where the bytes end. */
const FIXED = 32;

/** Digits that a double holds exactly, and so the powers of ten that it divides by exactly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * Reads cells in the shapes that nearly all have: `<c r="B7" s="1" t="s"><v>12</v></c>`, of its
 * attributes the reference first or absent, a formula before the value or not,
 * `<is><t>text</t></is>` in its place, or no content at all. At a cell that differs it stops:
 * `readAnyCell` of the scanner knows all that XML allows.
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
   * `words`: the same bytes, four at a time.
   *
   * Nothing is trusted before it is known to lie before `end`: bytes past it are of no piece.
   */
  read(
    bytes: Buffer,
    words: DataView,
    at: number,
    end: number,
    prefix: number,
    rowDigits: number,
    row: RowCells,
  ): number {
    const { context, inline } = this;
    const { formats, recalculates } = context;
    const { texts } = context.strings;
    const { values } = row;
    let { column: next, width } = row;
    const opening = prefix > 0 ? PREFIXED_OPENS : CELL_OPENS;
    const safe = end - FIXED - 2 * prefix;
    let q = at;
    cells: for (;;) {
      // `<c r="B7"`; one that does not say where it stands follows the one before.
      if (q > safe) break;
      let t = q + prefix;
      const head = words.getInt32(t, true);
      let column = next + 1;
      let c = 0;
      if (prefix > 0 && bytes[q] !== LESS) break;
      if (head === opening) {
        if (rowDigits === 0 || words.getInt16(t + 4, true) !== EQUALS_QUOTE) break;
        t += 6;
        column = 0;
        c = bytes[t]!;
        while (c >= UPPER_A && c <= UPPER_Z) {
          column = column * 26 + c - (UPPER_A - 1);
          c = bytes[++t]!;
        }
        t += rowDigits;
        if (bytes[t++] !== DOUBLE_QUOTE || column === 0) break;
      } else if ((head & 0xffff) === (opening & 0xffff)) t += 2;
      else break;
      if (column > LAST_COLUMN) break;

      // ` s="1" t="s"`, in either order
      let style = 0;
      let type: number = TYPE_NUMBER;
      let word = 0;
      for (;;) {
        if (t > safe) break cells;
        word = words.getInt32(t, true);
        if (word === STYLE_IS) {
          t += 4;
          c = bytes[t]! - DIGIT_0;
          while (c >= 0 && c <= 9) {
            style = style * 10 + c;
            c = bytes[++t]! - DIGIT_0;
          }
        } else if (word === TYPE_IS) {
          t += 4;
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
        } else break;
        if (bytes[t++] !== DOUBLE_QUOTE) break cells;
      }
      if ((word & 0xffff) === EMPTY_END) {
        next = column;
        q = t + 2;
        continue;
      }
      if ((word & 0xff) !== GREATER) break;

      let value: Value;
      if (type === TYPE_NUMBER || type === TYPE_S) {
        if (word === VALUE_OPENS) t += 4;
        else {
          t = valueStart(bytes, t + 1, end, prefix);
          if (t === 0) break;
        }
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
        if (t > safe || digits === 0) break;
        if (prefix > 0) {
          t = afterValue(bytes, t, prefix);
          if (t === 0) break;
        } else {
          if (words.getInt32(t, true) !== VALUE_CLOSES) break;
          if (words.getInt32(t + 4, true) !== CELL_CLOSES) break;
          t += 8;
        }

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
          // More digits than any double has, or a formula's 0: `cellValue` knows what to make of them.
          if (number === Infinity) break;
          if (number === 0 && recalculates && word !== VALUE_OPENS) break;
          if (negative) number = -number;
          value = formats[style] === PLAIN_NUMBER ? number : numberValue(number, style, context);
        }
      } else {
        if (type === TYPE_INLINE) t = inline.readInline(bytes, t + 1, end, prefix);
        else if (type === TYPE_STR) t = inline.readResult(bytes, t + 1, end, prefix);
        else break;
        if (t === 0) break;
        ({ value } = inline);
      }

      if (value !== null) {
        while (values.length < column - 1) values.push(null);
        if (column > width) width = column;
        else if (values[column - 1] !== null) break;
        values[column - 1] = value;
      }
      next = column;
      q = t;
    }
    row.column = next;
    row.width = width;
    return q;
  }
}

/** From after a cell's opening tag to after `<v>`, past a formula; 0 where there is none. */
function valueStart(bytes: Buffer, at: number, end: number, prefix: number): number {
  const t = bytes[at + 1 + prefix] === LOWER_F ? afterFormula(bytes, at, end, prefix) : at;
  if (t === 0 || bytes[t] !== LESS) return 0;
  const name = t + 1 + prefix;
  return bytes[name] === LOWER_V && bytes[name + 1] === GREATER ? name + 2 : 0;
}

/** Past `</x:v></x:c>`; 0 where something else stands there. */
function afterValue(bytes: Buffer, at: number, prefix: number): number {
  const value = at + 2 + prefix;
  const cell = value + 4 + prefix;
  return bytes[at] === LESS &&
    bytes[at + 1] === SLASH &&
    bytes[value] === LOWER_V &&
    bytes[value + 2] === LESS &&
    bytes[value + 3] === SLASH &&
    bytes[cell] === LOWER_C &&
    bytes[cell + 1] === GREATER
    ? cell + 2
    : 0;
}

/** Past `E-7`; where no digit follows, to where none stands. */
function afterExponent(bytes: Buffer, at: number): number {
  let t = at + 1;
  if (bytes[t] === MINUS || bytes[t] === PLUS) t++;
  const start = t;
  while (bytes[t]! >= DIGIT_0 && bytes[t]! <= DIGIT_0 + 9) t++;
  return t > start ? t : at;
}

import { ASCII } from './ascii.js';
import type { CellStart } from './cell-start.js';
import {
  CELL_TYPE,
  missingString,
  numberValue,
  type SheetContext,
  textValue,
} from './cell-value.js';
import { NUMBER } from './number-formats.js';
import type { Value } from './types.js';
import { tagEnd } from './xml-bytes.js';
import { cellText } from './xml-text.js';

const {
  AMPERSAND,
  CARRIAGE_RETURN,
  DIGIT_0,
  DOT,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_F,
  LOWER_I,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  MINUS,
  SLASH,
  SPACE,
  UNDERSCORE,
} = ASCII;
const { TYPE_INLINE, TYPE_NUMBER, TYPE_S } = CELL_TYPE;

/** Digits that a double holds exactly, and so the powers of ten that it divides by exactly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * Reads the content of a cell in the shapes that nearly all have: `<v>12.5</v></c>`, a
 * formula before it or not, and `<is><t>text</t></is></c>`. Whatever differs from that is
 * left to `readCellParts`, which knows all that XML allows.
 *
 * Nothing is trusted before it is known to lie before `end`: bytes past it are of no piece.
 */
export class PlainCell {
  value: Value = null;

  constructor(private readonly context: SheetContext) {}

  /**
   * From after the cell's opening tag; returns where the cell ends, 0 where it is of
   * another shape. `prefix`: length of the prefix of the sheet's tags, colon included.
   */
  read(bytes: Buffer, at: number, end: number, prefix: number, cell: CellStart): number {
    const { type } = cell;
    if (type === TYPE_INLINE) return this.readInline(bytes, at, end, prefix);
    if (type !== TYPE_NUMBER && type !== TYPE_S) return 0;
    const name = at + 1 + prefix;
    if (bytes[name] === LOWER_V) return this.readDigits(bytes, at, end, prefix, cell);
    if (bytes[name] !== LOWER_F) return 0;
    const value = afterFormula(bytes, at, end, prefix);
    return value > 0 ? this.readDigits(bytes, value, end, prefix, cell) : 0;
  }

  private readDigits(
    bytes: Buffer,
    at: number,
    end: number,
    prefix: number,
    { type, style }: CellStart,
  ): number {
    let t = at + 1 + prefix;
    if (bytes[at] !== LESS || bytes[t] !== LOWER_V || bytes[t + 1] !== GREATER) return 0;
    t += 2;
    let c = bytes[t]!;
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
    const close = t + 1 + prefix;
    const next = close + 7 + prefix;
    if (
      c !== LESS ||
      digits === 0 ||
      next > end ||
      bytes[t + 1] !== SLASH ||
      bytes[close + 1] !== LOWER_V ||
      bytes[close + 3] !== LESS ||
      bytes[close + 4] !== SLASH ||
      bytes[next - 2] !== LOWER_C ||
      bytes[next - 1] !== GREATER
    ) {
      return 0;
    }
    const { context } = this;
    if (type === TYPE_S) {
      if (point >= 0 || negative) return 0;
      const text = context.strings.texts[number] ?? context.strings.get(number);
      if (text === undefined) throw missingString(number, context);
      this.value = text === '' ? null : text;
      return next;
    }
    // Clinger's fast path: both exact, so the quotient is rounded but once.
    if (digits > EXACT_DIGITS) number = Number(bytes.toString('latin1', start, t));
    // More digits than any double has: `cellValue` knows what to make of them.
    if (number === Infinity) return 0;
    if (point >= 0 && digits <= EXACT_DIGITS) number /= POWERS_OF_TEN[t - point - 1]!;
    if (negative) number = -number;
    this.value = context.formats[style] === NUMBER ? number : numberValue(number, style, context);
    return next;
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
    this.value = textValue(special ? cellText(text) : text, this.context);
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

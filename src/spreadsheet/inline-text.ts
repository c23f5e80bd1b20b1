import { ASCII } from './ascii.js';
import { type SheetContext, textValue } from './cell-value.js';
import type { Value } from './types.js';
import { tagEnd } from './xml-bytes.js';
import { cellText } from './xml-text.js';

const {
  AMPERSAND,
  CARRIAGE_RETURN,
  GREATER,
  LESS,
  LOWER_C,
  LOWER_F,
  LOWER_I,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  SLASH,
  SPACE,
  UNDERSCORE,
} = ASCII;

/**
 * Reads cells that hold their text themselves, in the shapes that nearly all have. Each
 * method begins after the cell's opening tag and returns where the cell ends, 0 where it is
 * of another shape; `prefix` is the length of the prefix of the sheet's tags, colon included.
 */
export class InlineText {
  /** What was read. */
  value: Value = null;
  /** Set by `textEnd`: there is something in the text that is not to be taken literally. */
  private special = false;

  constructor(private readonly context: SheetContext) {}

  /** `<is><t>text</t></is></c>`, as openpyxl and R write where they stream. */
  readInline(bytes: Buffer, at: number, end: number, prefix: number): number {
    let t = at + 1 + prefix;
    if (bytes[at] !== LESS || bytes[t] !== LOWER_I || bytes[t + 1] !== LOWER_S) return 0;
    if (bytes[t + 2] !== GREATER || bytes[t + 3] !== LESS) return 0;
    t += 4 + prefix;
    if (bytes[t] !== LOWER_T || bytes[t + 1] !== GREATER) return 0;
    const start = t + 2;
    t = this.textEnd(bytes, start, end);
    const close = t + 2 + prefix;
    const next = close + 11 + 2 * prefix;
    if (
      t === 0 ||
      next > end ||
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
    this.value = textValue(this.special ? cellText(text) : text, this.context);
    return next;
  }

  /** `<f>A1</f><v>text</v></c>`: what a formula came to. */
  readResult(bytes: Buffer, at: number, end: number, prefix: number): number {
    const after = bytes[at + 1 + prefix] === LOWER_F ? afterFormula(bytes, at, end, prefix) : at;
    const tag = after + 1 + prefix;
    if (after === 0 || bytes[after] !== LESS || bytes[tag] !== LOWER_V) return 0;
    if (bytes[tag + 1] !== GREATER) return 0;
    const start = tag + 2;
    const t = this.textEnd(bytes, start, end);
    const close = t + 2 + prefix;
    const next = close + 6 + prefix;
    if (
      t === 0 ||
      this.special ||
      next > end ||
      bytes[t + 1] !== SLASH ||
      bytes[close] !== LOWER_V ||
      bytes[close + 2] !== LESS ||
      bytes[close + 3] !== SLASH ||
      bytes[next - 2] !== LOWER_C ||
      bytes[next - 1] !== GREATER
    ) {
      return 0;
    }
    this.value = textValue(bytes.toString(undefined, start, t), this.context);
    return next;
  }

  /** The `<` after a text; 0 where it has blanks at its ends, which are not always its own. */
  private textEnd(bytes: Buffer, start: number, end: number): number {
    this.special = false;
    let c = bytes[start]!;
    if (c <= SPACE || c === LESS) return 0;
    let t = start;
    for (; t < end && c !== LESS; c = bytes[++t]!) {
      if (c === AMPERSAND || c === UNDERSCORE || c === CARRIAGE_RETURN) this.special = true;
    }
    return bytes[t - 1]! <= SPACE ? 0 : t;
  }
}

/** Past `<f>…</f>` or `<f …/>`; 0 where it is not whole, or has markup in it. */
export function afterFormula(bytes: Buffer, at: number, end: number, prefix: number): number {
  const open = tagEnd(bytes, at, end);
  if (open < 0) return 0;
  if (bytes[open - 1] === SLASH) return open + 1;
  const close = bytes.indexOf(LESS, open);
  const name = close + 2 + prefix;
  if (close < 0 || name + 1 >= end || bytes[close + 1] !== SLASH) return 0;
  return bytes[name] === LOWER_F && bytes[name + 1] === GREATER ? name + 2 : 0;
}

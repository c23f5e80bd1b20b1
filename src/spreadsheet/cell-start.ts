import { ASCII } from './ascii.js';
import { AttributeReader } from './attributes.js';
import { CELL_TYPE } from './cell-value.js';
import { MAX_COLUMNS } from './limits.js';

const {
  DIGIT_0,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  LOWER_I,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  SLASH,
  SPACE,
  UPPER_A,
  UPPER_Z,
} = ASCII;
const { TYPE_INLINE, TYPE_N, TYPE_NUMBER, TYPE_STR } = CELL_TYPE;

/** What the opening tag of a cell says. */
export class CellStart {
  column = 0;
  /** As its reference says; 0 where it says none, or the row has said it. */
  row = 0;
  style = 0;
  type: number = TYPE_NUMBER;
  /** The cell is `<c/>`. */
  empty = false;
  private readonly attributes = new AttributeReader();

  /**
   * From the first attribute; returns where the cell's content begins, or -1. `rowDigits`:
   * how long the row's number is, 0 where the row did not say it.
   */
  read(bytes: Buffer, at: number, end: number, columnIfNone: number, rowDigits: number): number {
    return (
      (rowDigits > 0 && this.readUsual(bytes, at, rowDigits)) ||
      this.readAny(bytes, at, end, columnIfNone)
    );
  }

  /**
   * `r="B7" s="1" t="s">`, in the order that nearly every writer keeps, `s` and `t` if they
   * are there. Returns 0 for anything else. Bytes beyond the end may have been looked at:
   * what was read counts only once the row has been found to end before it.
   */
  private readUsual(bytes: Buffer, at: number, rowDigits: number): number {
    if (bytes[at] !== LOWER_R || bytes[at + 1] !== EQUALS || bytes[at + 2] !== DOUBLE_QUOTE)
      return 0;
    let t = at + 3;
    let c = bytes[t]!;
    let letters = 0;
    while (c >= UPPER_A && c <= UPPER_Z) {
      letters = letters * 26 + c - (UPPER_A - 1);
      c = bytes[++t]!;
    }
    // The row's number follows: it needs no reading, only its length.
    t += rowDigits;
    if (bytes[t++] !== DOUBLE_QUOTE || letters === 0 || letters > MAX_COLUMNS) return 0;
    let style = 0;
    let type: number = TYPE_NUMBER;
    if (bytes[t] === SPACE && bytes[t + 1] === LOWER_S && bytes[t + 3] === DOUBLE_QUOTE) {
      t += 4;
      c = bytes[t]! - DIGIT_0;
      while (c >= 0 && c <= 9) {
        style = style * 10 + c;
        c = bytes[++t]! - DIGIT_0;
      }
      if (bytes[t++] !== DOUBLE_QUOTE) return 0;
    }
    if (bytes[t] === SPACE && bytes[t + 1] === LOWER_T && bytes[t + 3] === DOUBLE_QUOTE) {
      type = bytes[t + 4]!;
      if (bytes[t + 5] === DOUBLE_QUOTE) {
        if (type === TYPE_N) type = TYPE_NUMBER;
        t += 6;
      } else if (bytes[t + 7] === DOUBLE_QUOTE) {
        type = TYPE_STR;
        t += 8;
      } else if (type === LOWER_I && bytes[t + 13] === DOUBLE_QUOTE) {
        type = TYPE_INLINE;
        t += 14;
      }
    }
    const empty = bytes[t] === SLASH;
    if (empty) t++;
    if (bytes[t] !== GREATER) return 0;
    this.column = letters - 1;
    this.row = 0;
    this.style = style;
    this.type = type;
    this.empty = empty;
    return t + 1;
  }

  /** In any shape that XML allows. */
  private readAny(bytes: Buffer, at: number, end: number, columnIfNone: number): number {
    const { attributes } = this;
    this.column = columnIfNone;
    this.row = 0;
    this.style = 0;
    this.type = TYPE_NUMBER;
    attributes.start(bytes, at, end);
    while (attributes.next()) {
      if (attributes.is('r')) this.readReference();
      else if (attributes.is('s')) this.style = attributes.number();
      else if (attributes.is('t')) this.type = cellType(attributes);
    }
    this.empty = attributes.empty;
    return attributes.at;
  }

  /** `B7`; the letters of either case. */
  private readReference(): void {
    const { attributes } = this;
    let letters = 0;
    let i = 0;
    for (; i < attributes.length; i++) {
      const letter = (attributes.byte(i) & 0xdf) - (UPPER_A - 1);
      if (!(letter >= 1 && letter <= 26)) break;
      letters = letters * 26 + letter;
    }
    if (letters > 0) this.column = letters - 1;
    this.row = attributes.number(i) || 0;
  }
}

/** The type that `t` names: its letter where it is one letter long. */
function cellType(attributes: AttributeReader): number {
  const first = attributes.byte(0);
  if (attributes.length === 1) return first === TYPE_N ? TYPE_NUMBER : first;
  return attributes.length === 3 ? TYPE_STR : TYPE_INLINE;
}

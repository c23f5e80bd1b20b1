import { ASCII } from './ascii.js';
import { AttributeReader } from './attributes.js';

const {
  DIGIT_0,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  LOWER_H,
  LOWER_I,
  LOWER_R,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
} = ASCII;

/** What the opening tag of a row says. */
export class RowStart {
  number = 0;
  /** How long its number is in the file; 0 where the tag does not say it. */
  digits = 0;
  hidden = false;
  /** The row is `<row/>`. */
  empty = false;
  private readonly attributes = new AttributeReader();

  /** From after the tag's name; returns where the row's content begins, or -1. */
  read(bytes: Buffer, at: number, end: number, numberIfNone: number): number {
    return this.readUsual(bytes, at, end) || this.readAny(bytes, at, end, numberIfNone);
  }

  /**
   * A row that begins `<row r="7"`, has content and hides nothing, as nearly all: only the
   * number is read of it. Returns 0 for other rows.
   */
  private readUsual(bytes: Buffer, at: number, end: number): number {
    if (bytes[at] !== SPACE || bytes[at + 1] !== LOWER_R || bytes[at + 2] !== EQUALS) return 0;
    if (bytes[at + 3] !== DOUBLE_QUOTE) return 0;
    let q = at + 4;
    let number = 0;
    let digit = bytes[q]! - DIGIT_0;
    while (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      digit = bytes[++q]! - DIGIT_0;
    }
    const digits = q - at - 4;
    if (bytes[q] !== DOUBLE_QUOTE || digits === 0) return 0;
    // Quotes are counted in case there is a `>` between them.
    let quotes = 0;
    for (q++; q < end; q++) {
      const c = bytes[q]!;
      if (c === DOUBLE_QUOTE) quotes++;
      else if (c === SINGLE_QUOTE || (c === LOWER_H && bytes[q + 1] === LOWER_I)) return 0;
      else if (c === GREATER && quotes % 2 === 0) {
        if (bytes[q - 1] === SLASH) return 0;
        this.number = number;
        this.digits = digits;
        this.hidden = false;
        this.empty = false;
        return q + 1;
      }
    }
    return 0;
  }

  private readAny(bytes: Buffer, at: number, end: number, numberIfNone: number): number {
    const { attributes } = this;
    this.number = numberIfNone;
    this.digits = 0;
    this.hidden = false;
    attributes.start(bytes, at, end);
    while (attributes.next()) {
      if (attributes.is('r')) {
        this.number = attributes.number();
        this.digits = attributes.length;
      } else if (attributes.is('hidden')) {
        this.hidden = attributes.isTrue();
      }
    }
    this.empty = attributes.empty;
    return attributes.at;
  }
}

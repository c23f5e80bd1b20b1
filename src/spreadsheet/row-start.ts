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

/**
 * What a usual tag had after its number, up to its `>`, in words of four bytes: rows are much
 * alike, and most go on as the one before did, in this sheet or the last.
 */
class LastTail {
  /** 0 where none is known. */
  length = 0;
  private readonly words = new Int32Array(32);

  /** Whether it stands at `at` once more. */
  isAt(bytes: DataView, at: number, end: number): boolean {
    const { words, length } = this;
    if (length === 0 || at + length > end) return false;
    const last = length - 4;
    for (let i = 0, k = 0; i < last; i += 4, k++)
      if (bytes.getInt32(at + i, true) !== words[k]) return false;
    return bytes.getInt32(at + last, true) === words[(last + 3) >> 2];
  }

  /** Remembers it, unless it is too long or too short. The last word overlaps the one before. */
  keep(bytes: DataView, at: number, end: number): void {
    const { words } = this;
    const last = end - at - 4;
    this.length = last >= 0 && last + 4 <= 4 * (words.length - 1) ? end - at : 0;
    if (this.length === 0) return;
    for (let i = 0, k = 0; i < last; i += 4, k++) words[k] = bytes.getInt32(at + i, true);
    words[(last + 3) >> 2] = bytes.getInt32(at + last, true);
  }
}

const lastTail = new LastTail();

/** What the opening tag of a row says. */
export class RowStart {
  number = 0;
  /** How long its number is in the file; 0 where the tag does not say it. */
  digits = 0;
  hidden = false;
  /** The row is `<row/>`. */
  empty = false;
  private readonly attributes = new AttributeReader();

  /**
   * From after the tag's name; returns where the row's content begins, or -1.
   * @param words the bytes, four at a time
   */
  read(bytes: Buffer, words: DataView, at: number, end: number, numberIfNone: number): number {
    return this.readUsual(bytes, words, at, end) || this.readAny(bytes, at, end, numberIfNone);
  }

  /**
   * A row that begins `<row r="7"`, has content and hides nothing, as nearly all: only the
   * number is read of it. Returns 0 for other rows.
   */
  private readUsual(bytes: Buffer, words: DataView, at: number, end: number): number {
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
    this.number = number;
    this.digits = digits;
    this.hidden = false;
    this.empty = false;
    if (lastTail.isAt(words, q, end)) return q + lastTail.length;
    const tail = q;
    // Quotes are counted in case there is a `>` between them.
    let quotes = 0;
    for (q++; q < end; q++) {
      const c = bytes[q]!;
      if (c === DOUBLE_QUOTE) quotes++;
      else if (c === SINGLE_QUOTE || (c === LOWER_H && bytes[q + 1] === LOWER_I)) return 0;
      else if (c === GREATER && quotes % 2 === 0) {
        if (bytes[q - 1] === SLASH) return 0;
        lastTail.keep(words, tail, q + 1);
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

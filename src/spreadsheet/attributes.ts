import { ASCII } from './ascii.js';

const { DIGIT_0, DOUBLE_QUOTE, EQUALS, GREATER, SINGLE_QUOTE, SLASH, SPACE } = ASCII;

/** Goes through the attributes of one tag in bytes. */
export class AttributeReader {
  /** After the attribute; at last after the `>` of the tag. -1 where the bytes run out. */
  at = 0;
  /** The tag ends with `/>`. */
  empty = false;
  private bytes: Buffer = Buffer.alloc(0);
  private end = 0;
  private nameStart = 0;
  private nameEnd = 0;
  private valueStart = 0;
  private valueEnd = 0;

  /** Begins after the tag's name. */
  start(bytes: Buffer, at: number, end: number): void {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    this.empty = false;
  }

  /** Goes on to the next attribute; false where the tag (or what there is of it) ends. */
  next(): boolean {
    const { bytes, end } = this;
    let q = this.at;
    while (q < end && (bytes[q]! <= SPACE || bytes[q] === SLASH)) {
      this.empty ||= bytes[q] === SLASH;
      q++;
    }
    if (q < end && bytes[q] === GREATER) {
      this.at = q + 1;
      return false;
    }
    this.nameStart = q;
    while (q < end && bytes[q] !== EQUALS && bytes[q] !== GREATER) q++;
    this.nameEnd = q;
    while (q < end && bytes[q] !== DOUBLE_QUOTE && bytes[q] !== SINGLE_QUOTE) q++;
    const quote = bytes[q]!;
    this.valueStart = ++q;
    while (q < end && bytes[q] !== quote) q++;
    this.valueEnd = q;
    this.at = q < end ? q + 1 : -1;
    return q < end;
  }

  is(name: string): boolean {
    const { bytes, nameStart } = this;
    let end = this.nameEnd;
    while (end > nameStart && bytes[end - 1]! <= SPACE) end--;
    if (end - nameStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) {
      if (bytes[nameStart + i] !== name.charCodeAt(i)) return false;
    }
    return true;
  }

  get length(): number {
    return this.valueEnd - this.valueStart;
  }

  /** The value's byte at an index. */
  byte(index: number): number {
    return this.bytes[this.valueStart + index]!;
  }

  /** The value as a whole number, NaN if it is none. */
  number(from = 0): number {
    let number = 0;
    for (let i = from; i < this.length; i++) {
      const digit = this.byte(i) - DIGIT_0;
      if (!(digit >= 0 && digit <= 9)) return Number.NaN;
      number = number * 10 + digit;
    }
    return from < this.length ? number : Number.NaN;
  }

  /** `1` or `true`. */
  isTrue(): boolean {
    return this.byte(0) === 0x31 || this.byte(0) === 0x74;
  }
}

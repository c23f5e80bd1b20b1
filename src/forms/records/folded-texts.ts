import { Hash53 } from '../../core/hash.js';
import { foldInto } from '../../core/text.js';

/** Longer texts grow the buffer. */
const ROOM = 2048;
/** What stands after each text of a key that has several. */
const BAR = Uint16Array.of('|'.charCodeAt(0));
/** Fewest and most digits of a number that is its own key: a double holds them. */
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 15;

/**
 * The texts of one row, folded and without spaces (contract, Counting), as character codes in
 * one buffer, so that the keys of a million rows are made without a string each.
 */
export class FoldedTexts {
  private codes = new Uint16Array(ROOM);
  private readonly ends: number[] = [];
  private count = 0;
  private readonly hash = new Hash53();

  /** Forgets the row before. */
  clear(): void {
    this.count = 0;
  }

  /** @param isPlace an address: signs between its words say nothing */
  add(text: string, isPlace = false): void {
    const at = this.start(this.count);
    if (at + 3 * text.length > this.codes.length) this.grow(at + 3 * text.length);
    const end = foldInto(text, this.codes, at);
    this.ends[this.count++] = isPlace ? withoutSigns(this.codes, at, end) : end;
  }

  private grow(size: number): void {
    const larger = new Uint16Array(2 * size);
    larger.set(this.codes);
    this.codes = larger;
  }

  /** A text by its index: 0 where blank, digits as themselves where `exact`, else its hash. */
  key(index: number, exact: boolean): number {
    const [start, end] = [this.start(index), this.ends[index]!];
    if (start === end) return 0;
    const number = exact ? this.digits(start, end) : -1;
    if (number >= 0) return number;
    this.hash.begin();
    this.hash.add(this.codes, start, end);
    return this.hash.value;
  }

  /** Several texts as one key; 0 where one of them is blank. */
  joined(indexes: readonly number[]): number {
    const { hash, codes, ends } = this;
    hash.begin();
    for (let i = 0; i < indexes.length; i++) {
      const [start, end] = [this.start(indexes[i]!), ends[indexes[i]!]!];
      if (start === end) return 0;
      hash.add(codes, start, end);
      hash.add(BAR, 0, 1);
    }
    return hash.value;
  }

  private start(index: number): number {
    return index === 0 ? 0 : this.ends[index - 1]!;
  }

  /** The number that the codes are the digits of; -1 where they are not. */
  private digits(start: number, end: number): number {
    if (end - start < FEWEST_DIGITS || end - start > MOST_DIGITS) return -1;
    let number = 0;
    for (let i = start; i < end; i++) {
      const digit = this.codes[i]! - 48;
      if (!(digit >= 0 && digit <= 9)) return -1;
      number = 10 * number + digit;
    }
    return number;
  }
}

/** Takes the signs out of codes but for `/`, and for one between two digits, and gives the new end. */
function withoutSigns(codes: Uint16Array, start: number, end: number): number {
  let to = start;
  for (let i = start; i < end; i++) {
    const code = codes[i]!;
    if (!isSign(code)) codes[to++] = code;
    else {
      while (i + 1 < end && isSign(codes[i + 1]!)) i++;
      const isBetween = to > start && isDigit(codes[to - 1]!) && i + 1 < end;
      if (isBetween && isDigit(codes[i + 1]!)) codes[to++] = SIGN;
    }
  }
  return to;
}

const SIGN = ','.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);

/** Commas, dots, dashes, quotes, parentheses. */
function isSign(code: number): boolean {
  if (code < 0x40) return (code < 0x30 && code !== SLASH) || code === 0x3a || code === 0x3b;
  return code === 0x5f || (code >= 0x2010 && code <= 0x2027);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const one = new FoldedTexts();

/** A text alone as a number, the same as that of a list's row (`Entries.group`); 0 where blank. */
export function textKey(text: string): number {
  one.clear();
  one.add(text);
  return one.key(0, false);
}

import { ASCII, fourBytes } from './ascii.js';
import { damagedError, limitError, MAX_CELL_CHARACTERS, MAX_SHARED_STRINGS } from './limits.js';
import { mayBeSetApart, richText, textRuns } from './rich-text.js';
import { SHORT, shortAscii } from './short-text.js';
import type { TextRun } from './text-runs.js';
import { isName, localNameStart, skipMarkup, tagEnd } from './xml-bytes.js';
import { cellText } from './xml-text.js';

const { BANG, GREATER, LESS, QUESTION, SLASH, SPACE } = ASCII;

/**
 * The shared strings of a workbook (ECMA-376 Part 1 §18.4). The bytes are searched for
 * where each string lies, and a string is decoded when a cell first asks for it. So a
 * caller that keeps a string keeps nothing else of the file.
 *
 * A class, so that `get` is one function for all workbooks: the scanner's compiled loop
 * holds on to the function it met, and would be thrown away at the next workbook.
 */
export class SharedStrings {
  /**
   * What was decoded so far, blank text as null: the scanner looks here first. It need not
   * look at a text itself, which may lie anywhere in memory, to tell whether it is blank.
   */
  readonly texts: (string | null | undefined)[];
  private readonly items: ItemFinder;
  private readonly escapes: boolean;
  private apart: ReadonlySet<number> | undefined;

  /** @param problem why there are none: it is thrown where one is asked for. */
  constructor(
    private readonly bytes: Buffer,
    private readonly part: string,
    readonly problem?: unknown,
  ) {
    this.items = new ItemFinder(bytes, part).find();
    this.texts = new Array<string | null | undefined>(this.items.count).fill(undefined);
    this.escapes = hasEscapes(bytes, this.items.starts[0] ?? 0);
  }

  /** The string, null where it is blank; undefined where there is none of that number. */
  get(index: number): string | null | undefined {
    const { items, texts } = this;
    const known = texts[index];
    if (known !== undefined || !(index < items.count)) return known;
    const start = items.starts[index]!;
    const end = items.ends[index]!;
    const raw =
      end < 0
        ? shortAscii(this.bytes, start, ~end - start)
        : this.bytes.toString(undefined, start < 0 ? ~start : start, end);
    const text = start < 0 ? richText(raw) : this.escapes ? cellText(raw) : raw;
    if (text.length > MAX_CELL_CHARACTERS) {
      throw limitError('cell-characters', MAX_CELL_CHARACTERS, { part: this.part });
    }
    const value = text === '' ? null : text;
    texts[index] = value;
    return value;
  }

  /** Numbers of the strings with runs that are struck through, raised or lowered. Looked up once. */
  get setApart(): ReadonlySet<number> {
    this.apart ??= new Set(this.findSetApart());
    return this.apart;
  }

  /** The runs of a string; null where they do not say how they are set. */
  runsOf(index: number): readonly TextRun[] | null {
    const item = this.itemOf(index);
    return item === null ? null : textRuns(item);
  }

  /** The XML of a string that is more than plain text. */
  private itemOf(index: number): string | null {
    const { starts, ends, count } = this.items;
    if (!(index < count) || starts[index]! >= 0) return null;
    return this.bytes.toString('utf8', ~starts[index]!, ends[index]);
  }

  private *findSetApart(): Generator<number, void> {
    const { hasSettings, count } = this.items;
    if (!hasSettings) return;
    for (let i = 0; i < count; i++) if (mayBeSetApart(this.itemOf(i) ?? '')) yield i;
  }
}

/** Whether any text may hold what is not to be taken literally: looked up once for all. */
function hasEscapes(bytes: Buffer, start: number): boolean {
  const from = start < 0 ? ~start : start;
  return bytes.includes('&', from) || bytes.includes('\r', from) || bytes.includes('_x', from);
}

/** Inlined into the loop, which an import is not. */
const LONGEST = SHORT;

const ITEM_OPENS = fourBytes('<si>');
const TEXT_OPENS = fourBytes('<t');
const TEXT_CLOSES = fourBytes('</t>');
const ITEM_CLOSES = fourBytes('</si');
/** More than is looked at in one go without asking where the bytes end. */
const FIXED = 16;

/** The high bits of four bytes. */
const HIGH_BITS = 0x80808080 | 0;
const FOUR_LESS = fourBytes('<<<<');
const FOUR_ONES = 0x01010101;

const PRESERVE = ' xml:space="preserve"';

/** Finds where each item lies. */
class ItemFinder {
  /** Of the text where that is all there is to the item; else of the XML in it, inverted. */
  starts: Int32Array;
  /** Inverted where the item is short and ASCII. */
  ends: Int32Array;
  count = 0;
  /** There are items with runs that say whether they are struck through, raised or lowered. */
  hasSettings = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly part: string,
  ) {
    const guess = Math.min(MAX_SHARED_STRINGS, (bytes.length >> 5) + 16);
    this.starts = new Int32Array(guess);
    this.ends = new Int32Array(guess);
  }

  find(): this {
    const { bytes } = this;
    let at = bytes.indexOf(LESS);
    while (at >= 0) {
      at = this.plainItems(at);
      if (bytes[at] === LESS) at = this.otherTag(at);
      if (bytes[at] !== LESS) at = bytes.indexOf(LESS, at);
    }
    return this;
  }

  /**
   * By far the most items are `<si><t>…</t></si>`, one after the other. Returns where the
   * first thing else begins.
   */
  private plainItems(first: number): number {
    const { bytes } = this;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const safe = bytes.length - FIXED;
    let { starts, ends, count } = this;
    let at = first;
    while (
      at < safe &&
      words.getInt32(at, true) === ITEM_OPENS &&
      words.getInt16(at + 4, true) === TEXT_OPENS
    ) {
      let start = at + 6;
      const preserve = bytes[start] === SPACE && startsWith(bytes, start, PRESERVE);
      if (preserve) start += PRESERVE.length;
      if (bytes[start++] !== GREATER) break;
      let end = start;
      let bits = 0;
      while (end < safe) {
        const word = words.getInt32(end, true);
        // One of the four is `<`: only where one is zero does it borrow from its high bit.
        const x = word ^ FOUR_LESS;
        if (((x - FOUR_ONES) & ~x & HIGH_BITS) !== 0) break;
        bits |= word;
        end += 4;
      }
      for (let c = bytes[end]; c !== LESS && c !== undefined; c = bytes[++end]) bits |= c;
      if (
        end > safe ||
        words.getInt32(end, true) !== TEXT_CLOSES ||
        words.getInt32(end + 4, true) !== ITEM_CLOSES ||
        bytes[end + 8] !== GREATER
      ) {
        break;
      }
      // Blanks at the ends count only where they are to be preserved: see `richText`.
      if (!preserve && (bytes[start]! <= SPACE || bytes[end - 1]! <= SPACE)) break;
      if (count === starts.length) {
        this.grow();
        ({ starts, ends } = this);
      }
      starts[count] = start;
      const length = end - start;
      ends[count++] = (bits & HIGH_BITS) === 0 && length > 0 && length <= LONGEST ? ~end : end;
      at = end + 9;
    }
    this.count = count;
    return at;
  }

  /** Any other tag, and items with more in them than plain text. Returns what comes after. */
  private otherTag(at: number): number {
    const { bytes } = this;
    if (!isTag(bytes, at, 'si') || bytes[at + 1] === SLASH) return this.skipTag(at);
    const start = this.skipTag(at);
    let end = start;
    if (bytes[start - 2] !== SLASH) {
      while (!(bytes[end] === LESS && bytes[end + 1] === SLASH && isTag(bytes, end, 'si'))) {
        const isAtTag = bytes[end] === LESS;
        this.hasSettings ||=
          isAtTag && (isTag(bytes, end, 'strike') || isTag(bytes, end, 'vertAlign'));
        end = bytes.indexOf(LESS, isAtTag ? this.skipTag(end) : end);
        if (end < 0) throw this.endsEarly();
      }
    }
    this.add(~start, end);
    return end;
  }

  private skipTag(at: number): number {
    const { bytes } = this;
    const markup = bytes[at + 1] === BANG || bytes[at + 1] === QUESTION;
    const after = markup
      ? skipMarkup(bytes, at, bytes.length)
      : tagEnd(bytes, at, bytes.length) + 1;
    if (after <= 0) throw this.endsEarly();
    return after;
  }

  private add(start: number, end: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }

  private grow(): void {
    const size = this.starts.length;
    if (size >= MAX_SHARED_STRINGS) {
      throw limitError('shared-strings', MAX_SHARED_STRINGS, { part: this.part });
    }
    const larger = () => new Int32Array(Math.min(2 * size, MAX_SHARED_STRINGS));
    const [starts, ends] = [larger(), larger()];
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }

  private endsEarly(): Error {
    return damagedError('the XML ends early', { part: this.part });
  }
}

function startsWith(bytes: Buffer, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[at + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

function isTag(bytes: Buffer, at: number, name: string): boolean {
  return isName(bytes, localNameStart(bytes, at, bytes.length), name);
}

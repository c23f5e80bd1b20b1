import { ASCII } from './ascii.js';
import { limitError, MAX_COLUMNS, MAX_RECORD_BYTES } from './limits.js';

const { CARRIAGE_RETURN, DOUBLE_QUOTE, LINE_FEED, SPACE } = ASCII;

/** U+FEFF in UTF-8: at the start of a record it is no text, but of a file that was put behind another. */
const MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * A record's fields, and its number from 1 on; `quotes` where there is something about them. May
 * throw, to stop the parsing.
 */
export type OnRecord = (fields: readonly string[], number: number, quotes: OddQuotes) => void;

/** A line ends within a quoted field, or a quote that opens one has no fellow; else null. */
export type OddQuotes = 'broken' | 'unclosed' | null;

/**
 * Parses delimited text (RFC 4180, and what is found beside it) that comes in pieces of
 * UTF-8. A record ends with CR LF, LF or CR. A quote opens a field as its first character
 * alone; elsewhere it is text, and so are the first one and its fellow where more than the
 * field's end follows, and one that is not closed in what a record may take: it was typed by
 * mistake, or the text was cut short within it, and the records after it are no part of it.
 * Spaces around a field in quotes are none of it (`"a", "b"`), where it is on one line.
 *
 * It takes whole records; what is left of a piece is put before the next.
 */
export class RecordParser {
  private readonly delimiter: Buffer;
  /** Bytes from a field's end on that tell how it ends. */
  private readonly lookahead: number;
  private bytes: Buffer = Buffer.alloc(0);
  private ended = false;
  private number = 1;

  constructor(
    delimiter: string,
    private readonly onRecord: OnRecord,
  ) {
    this.delimiter = Buffer.from(delimiter);
    this.lookahead = Math.max(this.delimiter.length, 2);
  }

  /** Throws what `onRecord` throws, and a `SpreadsheetError` where a limit is met. */
  write(piece: Buffer): void {
    this.bytes = this.bytes.length === 0 ? piece : Buffer.concat([this.bytes, piece]);
    this.takeRecords();
  }

  /** The text has ended: its last record need not. */
  end(): void {
    this.ended = true;
    this.takeRecords();
  }

  private takeRecords(): void {
    const { bytes } = this;
    let at = 0;
    while (at < bytes.length) {
      const next = this.takeRecord(at);
      if (next < 0) break;
      at = next;
    }
    this.bytes = bytes.subarray(at);
  }

  /** Returns where the record ends, or -1 where not all of it is there. */
  private takeRecord(start: number): number {
    const { bytes } = this;
    const fields: string[] = [];
    let quotes: OddQuotes = null;
    for (let at = this.afterMark(start); ; at += this.delimiter.length) {
      at = this.fieldStart(at);
      const opens = bytes[at] === DOUBLE_QUOTE;
      const found = opens ? this.closingQuote(at) : at - 1;
      const isUnclosed = found - start >= MAX_RECORD_BYTES || (this.ended && found >= bytes.length);
      const close = isUnclosed ? at - 1 : found;
      const end = this.plainEnd(close + 1);
      if (end - start > MAX_RECORD_BYTES) throw this.limit('record-bytes', MAX_RECORD_BYTES);
      if (!this.ended && end + this.lookahead > bytes.length) return -1;
      if (isUnclosed) quotes = 'unclosed';
      const isQuoted = opens && !isUnclosed;
      if (isQuoted && this.hasBreak(at, close)) quotes ??= 'broken';
      fields.push(isQuoted ? this.quotedText(at, close, end) : this.text(at, end));
      if (fields.length > MAX_COLUMNS) throw this.limit('columns', MAX_COLUMNS);
      at = end;
      if (this.isDelimiter(at)) continue;
      this.onRecord(fields, this.number++, quotes);
      return at + (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1);
    }
  }

  private afterMark(start: number): number {
    const { bytes } = this;
    const isMark = bytes[start] === MARK[0] && MARK.every((byte, i) => bytes[start + i] === byte);
    return isMark ? start + MARK.length : start;
  }

  /** Past spaces, where a field in quotes follows that ends on the same line. */
  private fieldStart(at: number): number {
    const { bytes } = this;
    if (bytes[at] !== SPACE || this.delimiter[0] === SPACE) return at;
    let quote = at + 1;
    while (bytes[quote] === SPACE) quote++;
    if (bytes[quote] !== DOUBLE_QUOTE) return at;
    const close = this.closingQuote(quote);
    if (close >= bytes.length || this.hasBreak(quote, close)) return at;
    return this.isBlank(close + 1, this.plainEnd(close + 1)) ? quote : at;
  }

  private isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.bytes[at] !== SPACE) return false;
    return true;
  }

  /** Two quotes stand for one. The end of the bytes where the field is not closed. */
  private closingQuote(at: number): number {
    const { bytes } = this;
    let close = bytes.indexOf(DOUBLE_QUOTE, at + 1);
    while (close >= 0 && bytes[close + 1] === DOUBLE_QUOTE) {
      close = bytes.indexOf(DOUBLE_QUOTE, close + 2);
    }
    return close < 0 ? bytes.length : close;
  }

  /** Where text without quotes ends. */
  private plainEnd(start: number): number {
    const { bytes } = this;
    const first = this.delimiter[0];
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      if (byte === first && this.isDelimiter(at)) break;
    }
    return at;
  }

  private isDelimiter(at: number): boolean {
    const { bytes, delimiter } = this;
    for (let i = 0; i < delimiter.length; i++) if (bytes[at + i] !== delimiter[i]) return false;
    return true;
  }

  /** By steps: `indexOf` would search on to the end of what has no such break. */
  private hasBreak(start: number, end: number): boolean {
    const { bytes } = this;
    for (let at = start; at < end; at++)
      if (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN) return true;
    return false;
  }

  private quotedText(at: number, close: number, end: number): string {
    const inside = this.text(at + 1, close).replaceAll('""', '"');
    return this.isBlank(close + 1, end) ? inside : `"${inside}"${this.text(close + 1, end)}`;
  }

  private text(start: number, end: number): string {
    return start === end ? '' : this.bytes.toString('utf8', start, end);
  }

  private limit(name: string, value: number): Error {
    return limitError(name, value, { row: this.number });
  }
}

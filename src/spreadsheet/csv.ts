import iconv from 'iconv-lite';
import { RecordParser } from './csv-parser.js';
import { type DetectedDelimiter, detectDelimiter } from './delimiter.js';
import { type Limits, limitError, MAX_ROWS } from './limits.js';
import { mixedText } from './mixed-encoding.js';
import { RowSink } from './row-sink.js';
import type { Source } from './source.js';
import {
  type DetectedEncoding,
  decodeText,
  detectSourceEncoding,
  type TextEncoding,
  windows1252,
} from './text-encoding.js';
import type { OnRow, Sheet, SheetEnd, Workbook } from './types.js';

/** A text file up to this size is taken in one piece. */
const IN_MEMORY_TEXT_BYTES = 32 * 1024 * 1024;

/** How much of the text is looked at for its delimiter. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Opens a text file with delimiters. Values are text as it stands, blanks null. Rows are
 * numbered as records: the header and blank lines count, a `sep=` line does not.
 */
export function openCsv(source: Source, limits: Limits): Workbook {
  const encoding = detectSourceEncoding(source);
  const sample = decodeText(source.read(0, Math.min(source.size, SAMPLE_BYTES)), encoding);
  const format = { encoding, ...detectDelimiter(sample) };
  const sheet: Sheet = {
    name: '',
    state: 'visible',
    merges: async () => [],
    hiddenColumns: async () => [],
    read: (onRow) => readCsv(source, format, limits, onRow),
  };
  return {
    kind: 'csv',
    encoding: encoding.encoding,
    delimiter: format.delimiter,
    properties: {},
    sheets: [sheet],
    close: async () => source.close(),
  };
}

/** How a text is written. */
interface Format extends DetectedDelimiter {
  readonly encoding: DetectedEncoding;
}

async function readCsv(
  source: Source,
  { encoding, delimiter, skip }: Format,
  limits: Limits,
  onRow: OnRow,
): Promise<SheetEnd> {
  const compose = encoding.encoding === 'windows-1258';
  const records = new Records(new RowSink(onRow), limits, delimiter, compose);
  const parser = new RecordParser(delimiter, (record, number, quotes) => {
    if (quotes === 'broken') records.look(record, number);
    if (quotes === 'unclosed') records.leaveOpen(number);
    records.add(record, number, quotes !== 'broken');
  });
  try {
    for await (const text of textPieces(source, encoding, skip)) parser.write(withoutNul(text));
    parser.end();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return records.end();
}

/** Thrown through the parser when the caller wants no more. */
class Stopped extends Error {}

class Records {
  private blanks = 0;
  private cells = 0;
  /** Cells of the last record that is all there: what stands above a table may be narrower. */
  private width = 0;
  /** See `SheetEnd.widths`. */
  private readonly widths: number[] = [];
  private held = 0;
  private firstHeld = 0;
  private firstUnclosed = 0;

  constructor(
    private readonly sink: RowSink,
    private readonly limits: Limits,
    private readonly delimiter: string,
    private readonly compose: boolean,
  ) {}

  add(record: readonly string[], number: number, isWhole: boolean): void {
    // A text file may be longer than any sheet, but not for nothing.
    const blank = record.length === 1 && record[0] === '';
    if (blank && ++this.blanks > MAX_ROWS) throw limitError('rows', MAX_ROWS);
    this.cells += record.length;
    if (this.cells > this.limits.maxCells) throw limitError('cells', this.limits.maxCells);
    this.measure(record, number, isWhole);
    const values: (string | null)[] = [];
    for (let i = 0; i < record.length; i++) {
      const text = textOf(this.compose ? record[i]!.normalize('NFC') : record[i]!);
      if (text === '') continue;
      while (values.length < i) values.push(null);
      values.push(text);
    }
    this.sink.push(number, values, false);
    if (this.sink.stopped) throw new Stopped();
  }

  /** A line without a delimiter is no row of a table, and sets no width. */
  private measure(record: readonly string[], number: number, isWhole: boolean): void {
    const blank = record.length === 1 && record[0] === '';
    const cells = blank ? 0 : record.length;
    if (isWhole && cells > 1) this.width = cells;
    if (this.widths.at(-1) !== cells) this.widths.push(number, cells);
  }

  /** Looks for records that a stray quote holds in one field of a record. */
  look(record: readonly string[], number: number): void {
    const width = this.width || record.length;
    const held = heldLines(record, this.delimiter, width);
    if (held === 0) return;
    this.held += held;
    this.firstHeld ||= number;
  }

  /** A quote in this record was taken for text, as it is not closed. */
  leaveOpen(number: number): void {
    this.firstUnclosed ||= number;
  }

  end(): SheetEnd {
    return {
      ...(this.widths.length > 2 && { widths: this.widths }),
      ...(this.held > 0 && { held: { rows: this.held, first: this.firstHeld } }),
      ...(this.firstUnclosed > 0 && { unclosed: { first: this.firstUnclosed } }),
    };
  }
}

/** In a narrower table the delimiters of a text in several lines may fit by chance. */
const LEAST_WIDTH = 5;
/** Of the delimiters that a record has, how many the lines in one field have, where they are no text's. */
const LEAST_SHARE = 0.6;

/**
 * How many lines end within one field and would each make a record: of this width, so that what stands
 * before the first of them completes the field's own line, and the rest is as long as it should be; or
 * of another, so that they have most of its delimiters, and none is a comma in a text.
 */
function heldLines(record: readonly string[], delimiter: string, width: number): number {
  for (const [index, field] of record.entries()) {
    const lines = field.split('\n');
    const breaks = lines.length - 1;
    if (breaks === 0) continue;
    const delimiters = count(field, delimiter);
    const isWhole =
      width >= LEAST_WIDTH &&
      count(lines[0]!, delimiter) === width - 1 - index &&
      delimiters === breaks * (width - 1) + width - record.length;
    const least = Math.max(2, LEAST_SHARE * (width - 1));
    const isMost = delimiters >= breaks * least && !field.includes(`${delimiter} `);
    if (isWhole || isMost) return breaks;
  }
  return 0;
}

const count = (text: string, part: string) => text.split(part).length - 1;

/** `="096001"`, by which programs keep Excel from taking a code for a number, is the text in it. */
function textOf(field: string): string {
  if (!field.startsWith('="')) return field;
  return /^="([^"]*)"$/.exec(field)?.[1] ?? field;
}

/** The text as UTF-8: a short one whole, a long one piece by piece. */
async function* textPieces(
  source: Source,
  encoding: DetectedEncoding,
  skip: number,
): AsyncGenerator<Buffer, void> {
  if (source.size <= IN_MEMORY_TEXT_BYTES) {
    yield utf8Text(source, encoding, skip);
    return;
  }
  const decode = decoderOf(encoding.encoding);
  const skipBytes = encoding.skip + skip * (encoding.encoding.startsWith('utf-16') ? 2 : 1);
  const pieces = source.stream(skipBytes, source.size) as AsyncIterable<Buffer>;
  for await (const piece of pieces)
    yield decode === null ? piece : Buffer.from(decode(piece), 'utf8');
}

/** Decodes a text piece by piece; null for UTF-8, which is taken as it is. */
function decoderOf(encoding: TextEncoding): ((piece: Buffer) => string) | null {
  if (encoding === 'utf-8') return null;
  if (encoding === 'windows-1252') return windows1252;
  const decoder = iconv.getDecoder(encoding);
  return (piece) => decoder.write(piece);
}

/** NUL is no letter: some programs end a line or a field with it. */
function withoutNul(text: Buffer): Buffer {
  return text.includes(0) ? (text.filter((byte) => byte !== 0) as Buffer) : text;
}

function utf8Text(source: Source, encoding: DetectedEncoding, skip: number): Buffer {
  const bytes = source.read(0, source.size);
  const mixed = mixedText(bytes.subarray(encoding.skip), encoding.encoding);
  if (mixed !== null) return Buffer.from(mixed.slice(skip), 'utf8');
  if (encoding.encoding === 'utf-8') return bytes.subarray(encoding.skip + skip);
  return Buffer.from(decodeText(bytes, encoding).slice(skip), 'utf8');
}

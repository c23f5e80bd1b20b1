import { CsvError, type Info, Parser } from 'csv-parse';
import { damagedError, limitError, MAX_RECORD_BYTES } from './limits.js';

/** Records of another width than a parser's first, before another one takes over. */
const MOST_ODD = 8;

/** Thrown through csv-parse at the end of a record: another parser goes on from there. */
class Resume extends Error {
  constructor(
    /** Bytes that the parser has taken. */
    readonly bytes: number,
    /** Lines that it has passed. */
    readonly lines: number,
  ) {
    super();
  }
}

/**
 * csv-parse over a text that comes in pieces of UTF-8. Records go on as they come; nothing
 * is collected.
 *
 * csv-parse makes an error, with its stack and a copy of all that it knows, of each record
 * that is not as wide as its first, even where it is to let them pass. Lines stand above most
 * tables, so that this would be nearly every record, at many times the cost of parsing it.
 * So where widths change, a new parser takes over, to which they are the first.
 */
export class RecordParser {
  private parser: Parser;
  private lines = 0;
  private width = -1;
  private odd = 0;
  /** Bytes of earlier pieces that the parser was handed. */
  private handed = 0;

  /** @param onRecord may throw, to stop the parsing */
  constructor(
    private readonly delimiter: string,
    private readonly onRecord: (record: readonly string[]) => void,
  ) {
    this.parser = this.begin();
  }

  /** Throws what `onRecord` throws, and a `SpreadsheetError` for the text's sake. */
  async write(text: Buffer): Promise<void> {
    let rest = text;
    for (;;) {
      const resume = await this.step((done) => this.parser.write(rest, done));
      if (resume === null) break;
      rest = rest.subarray(resume.bytes - this.handed);
      this.lines += resume.lines;
      this.handed = 0;
      this.parser = this.begin();
      if (rest.length === 0) return;
    }
    this.handed += rest.length;
  }

  /** The text has ended: its last record need not. */
  async end(): Promise<void> {
    this.handed = Number.POSITIVE_INFINITY;
    await this.step((done) => {
      this.parser.on('error', done).on('finish', () => done());
      this.parser.end();
    });
  }

  private begin(): Parser {
    this.width = -1;
    this.odd = 0;
    const parser = new Parser({
      delimiter: this.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_BYTES,
      on_record: (record: string[], info: Info) => this.take(record, info),
    });
    // Errors come through the callbacks; without a listener they would end the process too.
    parser.on('error', () => {});
    parser.resume();
    return parser;
  }

  private take(record: readonly string[], { bytes, lines }: Info): null {
    this.onRecord(record);
    if (this.width < 0) this.width = record.length;
    else if (record.length !== this.width) this.odd++;
    // A few bytes are held back: a record that ended in an earlier piece is no place to go on.
    if (this.odd >= MOST_ODD && bytes >= this.handed) throw new Resume(bytes, lines);
    return null;
  }

  /** Null where the parser took all that it was given. */
  private async step(give: (done: (error?: Error | null) => void) => void): Promise<Resume | null> {
    try {
      await new Promise<void>((resolve, reject) => {
        give((error) => (error ? reject(error) : resolve()));
      });
      return null;
    } catch (error) {
      if (error instanceof Resume) return error;
      throw error instanceof CsvError ? this.problem(error) : error;
    }
  }

  private problem(error: CsvError): Error {
    const line = this.lines + Number(error.lines ?? 0);
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      return limitError('record-bytes', MAX_RECORD_BYTES, { line });
    }
    const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED';
    return damagedError(isQuote ? 'a quote is not closed' : error.message, { line });
  }
}

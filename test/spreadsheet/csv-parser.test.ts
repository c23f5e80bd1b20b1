import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordParser } from '../../src/spreadsheet/csv-parser.js';

const field = fc.constantFrom(
  ...['', 'a', '12', 'Ấp 1', '"x;y"', '"hai\ndòng"', '"ba\r\ndòng"', '"""trích"""', ' '],
  ...['""', '"c"d', '"c"" "d', 'e"f"', '5" ống', '"" ""', '"', '""""'],
);
const record = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(';'));
/** Runs of records of one width, and of any. */
const text = fc
  .array(fc.tuple(record, fc.integer({ min: 1, max: 12 }), fc.constantFrom('\n', '\r\n', '\r')), {
    maxLength: 12,
  })
  .map((runs) => runs.map(([line, times, end]) => (line + end).repeat(times)).join(''));

/** The records of a text that is cut into pieces of these lengths. */
function recordsOf(bytes: Buffer, cuts: readonly number[]): (readonly string[])[] | 'not closed' {
  const records: (readonly string[])[] = [];
  const parser = new RecordParser(';', (one, number) => {
    records.push(one);
    expect(number).toBe(records.length);
  });
  let at = 0;
  try {
    for (const length of [...cuts, bytes.length]) {
      parser.write(bytes.subarray(at, at + length));
      at += length;
    }
    parser.end();
  } catch (error) {
    expect(error).toMatchObject({ reason: 'damaged', message: 'a quote is not closed' });
    return 'not closed';
  }
  return records;
}

function recordsOfCsvParse(bytes: Buffer): string[][] | 'not closed' {
  const options = { delimiter: ';', relax_quotes: true, relax_column_count: true };
  try {
    return parse(bytes, { ...options, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    expect(error).toMatchObject({ code: 'CSV_QUOTE_NOT_CLOSED' });
    return 'not closed';
  }
}

test('whatever the text, and wherever pieces end: the records are those of csv-parse', () => {
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 40 })), fc.nat(3), (whole, cuts, less) => {
      const bytes = Buffer.from(whole.slice(0, Math.max(0, whole.length - less)));
      expect(recordsOf(bytes, cuts)).toEqual(recordsOfCsvParse(bytes));
    }),
    { seed: 5, numRuns: 400 },
  );
});

test('a delimiter of several bytes', () => {
  const bytes = Buffer.from('một§"hai§ba"§§bốn\nnăm§£\n');
  for (let length = 1; length <= bytes.length; length++) {
    const records: (readonly string[])[] = [];
    const parser = new RecordParser('§', (one) => records.push(one));
    for (let at = 0; at < bytes.length; at += length) {
      parser.write(bytes.subarray(at, at + length));
    }
    parser.end();
    expect(records).toEqual([
      ['một', 'hai§ba', '', 'bốn'],
      ['năm', '£'],
    ]);
  }
});

test('a problem is told at its record', () => {
  const parser = new RecordParser(';', () => {});
  const told = () => {
    parser.write(Buffer.from('một;"hai\ndòng"\n"không đóng;1\nba;bốn\n'));
    parser.end();
  };
  expect(told).toThrow(
    expect.objectContaining({ reason: 'damaged', details: expect.objectContaining({ row: 2 }) }),
  );
});

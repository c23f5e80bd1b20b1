import { isDeepStrictEqual } from 'node:util';
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

/** The records of a text that is cut into pieces of these lengths, and those with an open quote. */
function recordsOf(bytes: Buffer, cuts: readonly number[]) {
  const records: (readonly string[])[] = [];
  let unclosed = 0;
  const parser = new RecordParser(';', (one, number, quotes) => {
    records.push(one);
    if (quotes === 'unclosed') unclosed++;
    expect(number).toBe(records.length);
  });
  let at = 0;
  for (const length of [...cuts, bytes.length]) {
    parser.write(bytes.subarray(at, at + length));
    at += length;
  }
  parser.end();
  return { records, unclosed };
}

/** Null where a quote is not closed. */
function recordsOfCsvParse(text: string): string[][] | null {
  const options = { delimiter: ';', relax_quotes: true, relax_column_count: true };
  try {
    return parse(text, { ...options, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    expect(error).toMatchObject({ code: 'CSV_QUOTE_NOT_CLOSED' });
    return null;
  }
}

/** True for what csv-parse makes of a text once one quote that opens a field is a letter. */
function areWithoutOneQuote(records: readonly (readonly string[])[], text: string): boolean {
  const opening = [...text.matchAll(/(?<=^|[;\r\n])"/g)].reverse();
  return opening.some(({ index }) => {
    const known = recordsOfCsvParse(`${text.slice(0, index)}\u0001${text.slice(index + 1)}`);
    const whole = known?.map((fields) => fields.map((one) => one.replace('\u0001', '"')));
    return isDeepStrictEqual(whole, records);
  });
}

test('whatever the text, and wherever pieces end: the records are those of csv-parse, a quote that is not closed a letter', () => {
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 40 })), fc.nat(3), (whole, cuts, less) => {
      const given = whole.slice(0, Math.max(0, whole.length - less));
      const { records, unclosed } = recordsOf(Buffer.from(given), cuts);
      const known = recordsOfCsvParse(given);
      expect(unclosed).toBe(known === null ? 1 : 0);
      if (known === null) expect(areWithoutOneQuote(records, given)).toBe(true);
      // A space behind the closing quote is none of the field.
      else
        expect(records).toEqual(known.map((all) => all.map((one) => (one === '"" ' ? '' : one))));
    }),
    { seed: 5, numRuns: 300 },
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

test('spaces around a field in quotes are none of it, nor is the mark of a file put behind another', () => {
  const cases: [string, string[][]][] = [
    ['"a"; "b;c" ; d ;"e" \n', [['a', 'b;c', ' d ', 'e']]],
    [' "một ""hai""";x\n', [['một "hai"', 'x']]],
    // Text, as it was written: what follows, another line, no second quote.
    [
      ' "a" b; "c\n;d"; "e\n',
      [
        [' "a" b', ' "c'],
        ['', 'd"', ' "e'],
      ],
    ],
    [
      '\ufeffa;b\n\ufeff"c;d";\ufeffe\n',
      [
        ['a', 'b'],
        ['c;d', '\ufeffe'],
      ],
    ],
  ];
  for (const [given, wanted] of cases)
    for (let length = 1; length < 20; length += 3)
      expect(recordsOf(Buffer.from(given), Array(30).fill(length)).records).toEqual(wanted);
});

test('lines that end in CR alone take no longer for their quotes', { timeout: 3000 }, () => {
  let records = 0;
  const parser = new RecordParser(';', () => records++);
  parser.write(Buffer.from('"1";"Nguyễn Văn An";"2"\r'.repeat(100_000)));
  parser.end();
  expect(records).toBe(100_000);
});

test('a quote that is not closed is told at its record', () => {
  const odd: unknown[] = [];
  const parser = new RecordParser(';', (_, number, quotes) => odd.push([number, quotes]));
  parser.write(Buffer.from('một;"hai\ndòng"\n"không đóng;1\nba;bốn\n'));
  parser.end();
  expect(odd).toEqual([
    [1, 'broken'],
    [2, 'unclosed'],
    [3, null],
  ]);
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordParser } from '../../src/spreadsheet/csv-parser.js';

const field = fc.constantFrom('', 'a', '12', 'Ấp 1', '"x;y"', '"hai\ndòng"', '"""trích"""', ' ');
const record = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(';'));
/** Runs of records of one width, and of any. */
const text = fc
  .array(fc.tuple(record, fc.integer({ min: 1, max: 12 }), fc.constantFrom('\n', '\r\n')), {
    maxLength: 12,
  })
  .map((runs) => runs.map(([line, times, end]) => (line + end).repeat(times)).join(''));

test('widths may change anywhere, and pieces end anywhere: the records are those of csv-parse', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.integer({ min: 1, max: 40 })), async (whole, cuts) => {
      const bytes = Buffer.from(whole);
      const records: (readonly string[])[] = [];
      const parser = new RecordParser(';', (one) => records.push(one));
      let at = 0;
      for (const length of [...cuts, bytes.length]) {
        await parser.write(bytes.subarray(at, at + length));
        at += length;
      }
      await parser.end();
      const options = { delimiter: ';', relax_quotes: true, relax_column_count: true };
      expect(records).toEqual(parse(bytes, { ...options, record_delimiter: ['\r\n', '\n', '\r'] }));
    }),
    { seed: 5, numRuns: 400 },
  );
});

test('a problem is told at its line, whichever parser met it', async () => {
  const lines = [...Array(20).fill('một cột'), ...Array(20).fill('hai;cột'), '"không đóng;1'];
  const parser = new RecordParser(';', () => {});
  const told = (async () => {
    await parser.write(Buffer.from(`${lines.join('\n')}\n`));
    await parser.end();
  })();
  await expect(told).rejects.toMatchObject({ reason: 'damaged', details: { line: 41 } });
});

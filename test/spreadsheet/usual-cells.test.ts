import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DATE, NUMBER } from '../../src/spreadsheet/number-formats.js';
import { RowSink } from '../../src/spreadsheet/row-sink.js';
import { SharedStrings } from '../../src/spreadsheet/shared-strings.js';
import { SheetScanner } from '../../src/spreadsheet/sheet-scanner.js';
import type { Row } from '../../src/spreadsheet/types.js';

/** A cell's parts as XML; attributes with a mark in place of their quotes. */
const QUOTE = '¤';
const quoted = (name: string, value: string) => ` ${name}=${QUOTE}${value}${QUOTE}`;

const numbers =
  '0|7|12|-3|-0|+4|007|1.5|-12.25|1.|.5|1..2|1.2.3|-|--1|1e5|3E-2|1.5E+10|1e|1E+|e5|1e999|-1E400|' +
  '12345678901234567890|0.1234567890123456789|9007199254740993|1 2|12a|45540|45540.5|3000000';
const texts = 'a|ấp Rạch Gốc| a|a |a b|a&amp;b|&lt;v&gt;|_x0041_|a_b|a\r\nb|#N/A|true|1|2024-09-05';
const value = fc.constantFrom(...numbers.split('|'), ...texts.split('|'), '', '1', '2', '3');

const content = fc
  .record({
    formula: fc.constantFrom('', '', '', '<f>A1</f>', '<f/>', '<f>"&lt;"</f>', '<f a=¤>¤ si=¤0¤/>'),
    kind: fc.constantFrom('v', 'v', 'v', 'is', 'none', 'empty', 'comment', 'rich'),
    value,
  })
  .map(({ formula, kind, value }) => {
    if (kind === 'v') return `${formula}<v>${value}</v>`;
    if (kind === 'is') return `<is><t>${value}</t></is>`;
    if (kind === 'rich') return `<is><r><t>${value}</t></r><r><t>b</t></r></is>`;
    if (kind === 'comment') return `<!-- <v>9</v> --><v>${value}</v>`;
    return kind === 'empty' ? `${formula}<v/>` : formula;
  });

const cell = fc
  .record({
    style: fc.constantFrom('', quoted('s', '0'), quoted('s', '1'), quoted('s', '12')),
    type: fc.constantFrom('', '', '', 'n', 's', 's', 'str', 'inlineStr', 'b', 'e', 'd', 'sss'),
    extra: fc.constantFrom('', '', '', quoted('cm', '1'), quoted('x', '/>'), quoted('y', '>')),
    order: fc.integer({ min: 0, max: 5 }),
    column: fc.constantFrom('', 'next', 'next', 'next', 'A', 'C', 'AA', 'b', 'XFE', '-'),
    closed: fc.boolean(),
    content,
  })
  .map((parts) => (reference: (column: string) => string) => {
    const type = parts.type === '' ? '' : quoted('t', parts.type);
    const own = [reference(parts.column), parts.style, type];
    const [a, b, c] = ORDERS[parts.order]!.map((i) => own[i]!);
    const start = `<c${a}${b}${c}${parts.extra}`;
    return parts.closed && parts.content === '' ? `${start}/>` : `${start}>${parts.content}</c>`;
  });
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** What a row's tag may say past its number; rows that follow each other often say the same. */
const EXTRAS = [
  '',
  quoted('spans', '1:8'),
  quoted('spans', '1:8') + quoted('ht', '15'),
  quoted('x', '>'),
  quoted('hidden', '1'),
  quoted('hidden', '0'),
  quoted('x', 'a'.repeat(200)),
];

const row = fc
  .record({
    number: fc.constantFrom('', '3', '12'),
    extra: fc.constantFrom(...EXTRAS),
    cells: fc.array(cell, { maxLength: 6 }),
  })
  .map(({ number, extra, cells }) => {
    const reference = (i: number) => (column: string) => {
      if (column === '') return '';
      if (column === '-') return quoted('r', number || '3');
      return quoted('r', `${column === 'next' ? 'ABCDEFGH'[i] : column}${number || '3'}`);
    };
    const start = `<row${number === '' ? '' : quoted('r', number)}${extra}>`;
    return `${start}${cells.map((one, i) => one(reference(i))).join('')}</row>`;
  });

const STRINGS = Buffer.from('<sst><si><t>a</t></si><si><t>001</t></si><si><t/></si></sst>');
/** A date for the style 1, numbers for all others. */
const FORMATS = Uint8Array.of(NUMBER, DATE);

function outcome(rows: string, prefix = ''): unknown {
  const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  return scanned(Buffer.from(xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`)));
}

function scanned(bytes: Buffer): unknown {
  const strings = new SharedStrings(STRINGS, '');
  const context = {
    part: '',
    strings,
    formats: FORMATS,
    struck: null,
    recalculates: false,
    maxCells: 1000,
  };
  const rows: Row[] = [];
  const sink = new RowSink((row) => rows.push(row));
  try {
    const scanner = new SheetScanner({ ...context, epoch: 1900 }, sink);
    scanner.scan(bytes, bytes.length);
    scanner.finish();
    return rows;
  } catch (error) {
    return { error: (error as Error).message };
  }
}

test('a sheet is what it is, in usual spelling or any other', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const [usual, other] = [`"`, `'`].map((quote) => rows.join('').replaceAll(QUOTE, quote));
      const expected = outcome(other!);
      expect(outcome(usual!)).toEqual(expected);
      expect(outcome(usual!, 'x:')).toEqual(expected);
    }),
    { numRuns: 4000, seed: 20_241_126 },
  );
});

import fc from 'fast-check';
import { toVni, twice } from '../../helpers/encodings.js';
import { EXTRAS } from './beside.js';
import type { GridSheet } from './grid.js';
import type { Truth } from './truth.js';
import { Writer } from './writer.js';

/** How the place of a row is told. */
export type PlaceStyle = 'columns' | 'filled' | 'merged' | 'groups' | 'one-cell' | 'lines';

/** One way to lay a table out, and the mess that people make of it. */
export interface Layout {
  readonly place: PlaceStyle;
  readonly serial: boolean;
  readonly headerRows: 1 | 2;
  readonly numbered: boolean;
  readonly letterhead: boolean;
  readonly period: string;
  readonly totals: 'none' | 'above' | 'below';
  readonly foot: boolean;
  readonly blanks: boolean;
  readonly repeated: boolean;
  /** Rows such as `Tổ 2` divide a list. */
  readonly divided: boolean;
  /** How a tally's communes are summed, each for itself. */
  readonly subtotals: 'none' | 'below' | 'head';
  /** How the columns are numbered: `(1)`, `A B 1 2`, `1`, and with a term such as `3=1+2`. */
  readonly numbers: 'brackets' | 'letters' | 'plain' | 'terms';
  /** Empty columns before the table. */
  readonly margin: 0 | 1 | 2;
  /** Where a header is repeated, the page's number stands above it. */
  readonly pages: boolean;
  /** A person's name stands in two columns. */
  readonly splitName: boolean;
  readonly encoding: 'unicode' | 'vni' | 'twice';
  /** Columns that are no form's. */
  readonly extras: readonly string[];
  /** What else the sheet holds: the month before in the same columns, or a table of no form. */
  readonly other: 'none' | 'month-above' | 'month-below' | 'stranger-above' | 'stranger-below';
  /** Spaces are left in cells beside the table. */
  readonly untidy: boolean;
  /** Picks among spellings; any numbers. */
  readonly seeds: readonly number[];
}

export const layout: fc.Arbitrary<Layout> = fc.record({
  place: fc.constantFrom('columns', 'filled', 'merged', 'groups', 'one-cell', 'lines'),
  serial: fc.boolean(),
  headerRows: fc.constantFrom(1, 2),
  numbered: fc.boolean(),
  letterhead: fc.boolean(),
  period: fc.constantFrom(
    'Tháng 9/2024',
    'Kỳ báo cáo: T9-2024',
    'THÁNG 09 NĂM 2024',
    'Kỳ: 09.2024',
  ),
  totals: fc.constantFrom('none', 'above', 'below'),
  foot: fc.boolean(),
  blanks: fc.boolean(),
  repeated: fc.boolean(),
  divided: fc.boolean(),
  subtotals: fc.constantFrom('none', 'below', 'head'),
  numbers: fc.constantFrom('brackets', 'letters', 'plain', 'terms'),
  margin: fc.constantFrom(0, 1, 2),
  pages: fc.boolean(),
  splitName: fc.boolean(),
  encoding: fc.constantFrom('unicode', 'unicode', 'vni', 'twice'),
  untidy: fc.boolean(),
  extras: fc.subarray(Object.keys(EXTRAS), { maxLength: 2 }),
  other: fc.constantFrom(
    'none',
    'none',
    'month-above',
    'month-below',
    'stranger-above',
    'stranger-below',
  ),
  seeds: fc.array(fc.nat(1_000), { minLength: 7, maxLength: 31 }),
});

/** Writes a truth out in a layout. The same arguments give the same sheet. */
export function writeOut(truth: Truth, how: Layout): GridSheet {
  const { name, rows, merges = [] } = new Writer(truth, how).sheet();
  const { margin, encoding, untidy } = how;
  const encode = { unicode: (row: string) => row, vni: toVni, twice }[encoding];
  const nfc = (row: string) => (encoding === 'unicode' ? row : row.normalize('NFC'));
  const beside = (row: number) => (untidy && row % 3 === 0 ? "|' |' " : '');
  const moved = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + margin);
  return {
    name,
    rows: rows.map((row, i) => `${'| '.repeat(margin)}${encode(nfc(row))}${beside(i)}`),
    merges: merges.map((ref) => ref.replace(/[A-Z]/g, moved)),
  };
}

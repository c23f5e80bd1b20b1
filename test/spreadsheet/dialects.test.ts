import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from './support/scan.js';
import { escapeXml, worksheet } from './support/xlsx-writer.mjs';

/**
 * Writers spell one and the same sheet in many ways. Whatever the spelling, and wherever
 * the part is cut, the values are those that were written.
 */
type Cell = string | number | null;

/** How a cell is spelt: numbers that its parts choose by. */
interface Spelling {
  readonly reference: boolean;
  readonly style: boolean;
  readonly type: number;
  readonly formula: number;
  readonly text: number;
  readonly tag: number;
}

const spelling: fc.Arbitrary<Spelling> = fc.record({
  reference: fc.boolean(),
  style: fc.boolean(),
  type: fc.nat(2),
  formula: fc.nat(4),
  text: fc.nat(5),
  tag: fc.nat(5),
});

const words = fc.constantFrom(
  'Nguyễn Văn Ấp',
  'a & b',
  '<Đất>',
  'A_B',
  '  hai  ',
  '0912',
  '>',
  'ồ"',
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  words,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.nat({ max: 99_999 }).map((n) => n / 100),
);
const sheet = fc.array(fc.array(fc.tuple(cell, spelling), { maxLength: 5 }), { maxLength: 6 });
const FORMULAS = [
  '',
  '',
  '<f>SUM(A1:B2)&amp;">"</f>',
  '<f t="shared" si="0"/>',
  '<f ca="1">A1</f>',
];

test('one sheet in every spelling, cut anywhere, is one sheet', () => {
  fc.assert(
    fc.property(sheet, fc.constantFrom('', 'x:', 'main:'), fc.nat(), (rows, prefix, where) => {
      const strings = [...new Set(rows.flat().flatMap(([value]) => textOf(value)))];
      const lines = rows.map((cells, r) => rowXml(cells, r + 1, strings));
      const xml = worksheet(`<sheetData>${lines.join('')}</sheetData>`);
      const bytes = Buffer.from(prefixed(xml, prefix));
      const cut = where % bytes.length;
      const truth = rows.map((cells, r) => [
        r + 1,
        false,
        ...trimmed(cells.map(([value]) => value)),
      ]);
      while (truth.length > 0 && truth.at(-1)!.length === 2) truth.pop();
      expect(scan([bytes.subarray(0, cut), bytes.subarray(cut)], strings)).toEqual(truth);
    }),
    { seed: 11, numRuns: 600 },
  );
});

const textOf = (value: Cell) => (typeof value === 'string' ? [value] : []);

function trimmed(values: readonly Cell[]): readonly Cell[] {
  const last = values.findLastIndex((value) => value !== null);
  return values.slice(0, last + 1);
}

function rowXml(cells: readonly [Cell, Spelling][], row: number, strings: string[]): string {
  const xml = cells.map(([value, how], i) => cellXml(value, how, i, row, strings));
  return `<row r="${row}" spans="1:5">${xml.join('')}</row>`;
}

function cellXml(value: Cell, how: Spelling, i: number, row: number, strings: string[]): string {
  const r = how.reference ? ` r="${'ABCDE'[i]}${row}"` : '';
  const s = how.style ? ' s="0"' : '';
  // Some writers order the attributes otherwise, quote them otherwise, or leave blanks.
  const attributes = (t: string) =>
    [`${r}${s}${t}`, `${r}${s}${t}`, `${t}${r}${s}`, `${s}${r}${t} `, `${r}\n${s}${t} ph="0"`][
      how.tag
    ] ?? `${r}${s}${t}`.replaceAll('"', "'");
  if (value === null)
    return how.text % 2 === 0 ? `<c${attributes('')}/>` : `<c${attributes('')}></c>`;
  const formula = FORMULAS[how.formula];
  if (typeof value === 'number') {
    const type = how.type === 0 ? ' t="n"' : '';
    return `<c${attributes(type)}>${formula}<v>${String(value)}</v></c>`;
  }
  if (how.type === 0) return `<c${attributes(' t="s"')}><v>${strings.indexOf(value)}</v></c>`;
  // Blanks at the ends are kept in a formula's text, and lost in a `<t>` that does not preserve them.
  if (how.type === 1) return `<c${attributes(' t="str"')}>${formula}<v>${escapeXml(value)}</v></c>`;
  return `<c${attributes(' t="inlineStr"')}><is>${textXml(value, how.text)}</is></c>`;
}

function textXml(value: string, how: number): string {
  const preserve = value.trim() === value && how !== 1 ? '' : ' xml:space="preserve"';
  if (how === 2) return `<r><t${preserve}>${escapeXml(value)}</t></r>`;
  if (how === 3) return `<t${preserve}><![CDATA[${value}]]></t>`;
  const text = how === 4 ? references(value) : escapeXml(value);
  return `<t${preserve}>${text}</t>`;
}

const references = (text: string) =>
  Array.from(text, (c, i) => {
    const code = c.codePointAt(0)!;
    return i % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`;
  }).join('');

/** With a prefix on every tag, as the OpenXML SDK and ClosedXML write them. */
const prefixed = (xml: string, prefix: string) =>
  xml
    .replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`)
    .replace(' xmlns=', prefix ? ' xmlns:x=' : ' xmlns=');

import { describe, expect, test } from 'vitest';
import { open } from './support/read.js';
import { worksheet, xlsx } from './support/xlsx-writer.mjs';

const FONTS = '<font/><font><strike/></font><font><strike val="0"/></font><font><b/></font>';
/** Formats: 0 plain, 1 struck through, 2 not so, 3 bold, 4 struck through. */
const XFS = [0, 1, 2, 3, 1].map((font) => `<xf numFmtId="0" fontId="${font}"/>`).join('');
const styles = (fonts = FONTS, xfs = XFS) =>
  `<styleSheet><fonts>${fonts}</fonts><cellXfs>${xfs}</cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`;

interface Parts {
  readonly styles?: string;
  readonly strings?: string;
}

/** By row, the columns that are struck through; rows that have none are left out. */
async function struckIn(xml: string, parts: Parts = {}): Promise<Record<number, unknown>> {
  const book = await open(
    xlsx({
      sheets: [{ xml }],
      strings: parts.strings ?? '',
      parts: { 'xl/styles.xml': parts.styles ?? styles() },
    }),
  );
  const found: Record<number, unknown> = {};
  await book.sheets[0]!.read(({ number, struck }) => {
    if (struck !== undefined) found[number] = struck;
  });
  await book.close();
  return found;
}

const cell = (r: string, s: number, value: unknown = 7) =>
  `<c r="${r}" s="${s}"><v>${value}</v></c>`;
const row = (r: number, ...cells: string[]) => `<row r="${r}">${cells.join('')}</row>`;

describe('cells that are struck through in a .xlsx', () => {
  test('by the font of their format', async () => {
    const rows = [
      row(1, cell('A1', 0), cell('B1', 2), cell('C1', 3)),
      row(2, cell('A2', 1), cell('B2', 0), cell('C2', 4)),
      row(3, cell('A3', 3)),
      row(5, cell('A5', 0), cell('C5', 1)),
    ];
    expect(await struckIn(rows.join(''))).toEqual({ 2: [0, 2], 5: [2] });
  });

  test('none where no font is, whatever conditional formats have', async () => {
    const none = styles(
      '<font/><font><strike val="false"/></font>',
      '<xf fontId="0"/><xf fontId="1"/>',
    );
    expect(await struckIn(row(1, cell('A1', 1)), { styles: none })).toEqual({});
  });

  test('a cell that holds nothing is not', async () => {
    const rows = row(1, cell('A1', 0), '<c r="B1" s="1"/>', '<c r="C1" s="1" t="str"><v></v></c>');
    expect(await struckIn(rows)).toEqual({});
  });

  test('however the tags are written', async () => {
    const rows = [
      "<row r='1'><c r='A1' s='1'><v>1</v></c><c s='4'><v>1</v></c></row>",
      '<row><c s="1" t="inlineStr"><is><t>a</t></is></c><!-- s="1" --><c><v>1</v></c></row>',
      '<row r="3"><c t="str" r="C3"\n s="4"><f>A1</f><v>a</v></c></row>',
    ];
    expect(await struckIn(rows.join(''))).toEqual({ 1: [0, 1], 2: [0], 3: [2] });
  });

  test('with prefixes', async () => {
    const x = (text: string) => text.replace(/<(\/?)(?=\w)/g, '<$1x:');
    const xml = x(
      `<worksheet xmlns:x="m"><sheetData>${row(1, cell('A1', 0), cell('B1', 1))}</sheetData></worksheet>`,
    );
    expect(await struckIn(xml, { styles: x(styles()) })).toEqual({ 1: [1] });
  });

  test('in formats past those that are looked for one by one, and in the first', async () => {
    const xfs = `<xf fontId="0"/>${'<xf fontId="1"/>'.repeat(12)}`;
    const rows = row(1, cell('A1', 12), cell('B1', 0)) + row(2, cell('A2', 0));
    expect(await struckIn(rows, { styles: styles(FONTS, xfs) })).toEqual({ 1: [0] });
    const all = styles('<font><strike/></font>', '<xf fontId="0"/>');
    expect(await struckIn('<row r="1"><c><v>1</v></c></row>', { styles: all })).toEqual({ 1: [0] });
  });

  const run = (text: string, strike: string) => `<r><rPr>${strike}</rPr><t>${text}</t></r>`;
  const item = (...runs: string[]) => `<si>${runs.join('')}</si>`;

  test('by the runs of their text, all of them', async () => {
    const strings = [
      '<si><t>plain</t></si>',
      item(run('Nguyễn ', '<strike/><b/>'), run('Văn An', '<strike val="1"/>')),
      item(run('Nguyễn ', '<strike/>'), run('Văn An', '<b/>')),
      item(run('a', '<strike val="0"/>')),
      '<si><t xml:space="preserve"> strike/></t></si>',
    ].join('');
    const cells = [0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    // A number that reads as the text's index is none.
    const rows = `<row r="1">${cells}</row><row r="2"><c><v>1</v></c></row>`;
    expect(await struckIn(rows, { strings })).toEqual({ 1: [1] });
    const plain = styles('<font/>', '<xf fontId="0"/>');
    expect(await struckIn(rows, { strings, styles: plain })).toEqual({ 1: [1] });
  });

  test('runs that are not struck through, in a cell that is', async () => {
    const strings = item(run('a', '<b/>')) + item('<r><t>a</t></r>');
    const rows = row(1, '<c r="A1" s="1" t="s"><v>0</v></c>', '<c r="B1" s="1" t="s"><v>1</v></c>');
    expect(await struckIn(rows, { strings })).toEqual({ 1: [1] });
  });

  test('by the runs of a text in the cell itself', async () => {
    const inline = (...runs: string[]) => `<c t="inlineStr"><is>${runs.join('')}</is></c>`;
    const rows = [
      `<row r="1">${inline('<t>a</t>')}${inline(run('a', '<strike/>'))}</row>`,
      `<row r="2">${inline(run('a', '<b/>'))}</row>`,
      `<row r="3">${inline(run('a', '<strike/>'), run('b', '<strike/>'))}</row>`,
    ];
    expect(await struckIn(rows.join(''))).toEqual({ 1: [1], 3: [0] });
    const plain = styles('<font/>', '<xf fontId="0"/>');
    expect(await struckIn(rows.join(''), { styles: plain })).toEqual({ 1: [1], 3: [0] });
  });

  test('in a sheet of many rows', async () => {
    const rows: string[] = [];
    for (let r = 1; r <= 3000; r++)
      rows.push(row(r, cell(`A${r}`, r % 1000 === 0 ? 4 : 3, 's="1"'.length), cell(`B${r}`, 0)));
    expect(await struckIn(worksheet(`<sheetData>${rows.join('')}</sheetData>`))).toEqual({
      1000: [0],
      2000: [0],
      3000: [0],
    });
  });
});

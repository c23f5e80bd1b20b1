import { describe, expect, test } from 'vitest';
import { biffRuns } from '../../src/spreadsheet/biff-runs.js';
import { type Bytes, open } from './support/read.js';
import { worksheet, xlsx } from './support/xlsx-writer.mjs';
import { zip } from './support/zip-writer.mjs';

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
  return struckRows(
    xlsx({
      sheets: [{ xml }],
      strings: parts.strings ?? '',
      parts: { 'xl/styles.xml': parts.styles ?? styles() },
    }),
  );
}

async function struckRows(bytes: Bytes): Promise<Record<number, unknown>> {
  const book = await open(bytes);
  const found: Record<number, unknown> = {};
  await book.sheets[0]!.read(({ number, struck }) => {
    if (struck !== undefined) found[number] = struck;
  });
  await book.close();
  return found;
}

/** What is meant by texts that are not meant as they stand: `A1 15 struck`. */
async function meantIn(bytes: Bytes): Promise<readonly string[]> {
  const book = await open(bytes);
  const found: string[] = [];
  await book.sheets[0]!.read(({ number, meant = [] }) => {
    for (const { column, text, isStruck } of meant)
      found.push(`${'ABCDEFGHI'[column]}${number} ${text}${isStruck ? ' struck' : ''}`);
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
      item(run('Nguyễn ', '<b/><strike/>'), run('Văn An', '<strike val="1"/>')),
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

  test('in part, or raised: what is meant', async () => {
    const items = [
      item(run('12', '<strike/>'), run('15', '<b/>')),
      item(
        '<r><t xml:space="preserve">Lê Văn A </t></r>',
        run('B', '<strike/>'),
        '<r><t>C</t></r>',
      ),
      item(run('5', ''), run('1', '<vertAlign val="superscript"/>')),
      item(run('H', ''), run('2', '<vertAlign val="subscript"/>'), run('(1)', '<strike/>')),
      item(run('12', '<vertAlign val="superscript"/>')),
      item(run('5', ''), run('1', '<vertAlign val="baseline"/>')),
      item(run('a', ''), run('b', '<vertAlign val="superscript"/>')),
      item(run('12', '<strike/>'), '<r><rPr/><t xml:space="preserve"> </t></r>'),
      item(run('7', '<strike/>'), run('8', ''), '<rPh sb="0" eb="1"><t>9</t></rPh>'),
    ];
    const shared = items.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    const inline = items.map((one) => `<c t="inlineStr">${one.replaceAll('si>', 'is>')}</c>`);
    const expected = [
      'A1 15 struck',
      'B1 Lê Văn A C struck',
      'C1 5¹',
      'D1 H₂ struck',
      'I1 8 struck',
    ];
    const strings = items.join('');
    expect(
      await meantIn(xlsx({ sheets: [{ xml: `<row r="1">${shared}</row>` }], strings })),
    ).toEqual(expected);
    const own = `<row r="1">${inline.join('')}</row>`;
    expect(await meantIn(xlsx({ sheets: [{ xml: own }] }))).toEqual(expected);
    // Two pieces of a row out of order.
    const pieces = `<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="1"><c r="A1" t="s"><v>2</v></c></row>`;
    const meant = await meantIn(xlsx({ sheets: [{ xml: pieces }], strings }));
    expect([...meant].sort()).toEqual(['A1 5¹', 'B1 15 struck']);
  });

  test('in part by the format of a cell whose runs do not all say', async () => {
    const strings = item('<r><t>12</t></r>', run('15', '<b/>'));
    const rows = row(1, '<c r="A1" s="1" t="s"><v>0</v></c>', '<c r="B1" s="0" t="s"><v>0</v></c>');
    const parts = { 'xl/styles.xml': styles() };
    expect(await meantIn(xlsx({ sheets: [{ xml: rows }], strings, parts }))).toEqual([
      'A1 15 struck',
    ]);
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

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

/** An .ods: the styles of `styles.xml`, automatic styles, what stands in the table. */
function ods(named: string, automatic: string, table: string): Uint8Array {
  const content = `<office:document-content><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="B">${table}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zip([
    ['mimetype', MIME],
    ['content.xml', content],
    [
      'styles.xml',
      `<office:document-styles><office:styles>${named}</office:styles></office:document-styles>`,
    ],
  ]);
}

describe('cells that are struck through in an .ods', () => {
  const style = (name: string, text: string, parent = 'Default', family = 'table-cell') =>
    `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties ${text}/></style:style>`;
  const SOLID = 'style:text-line-through-style="solid" style:text-line-through-type="single"';
  const NONE = 'style:text-line-through-style="none" style:text-line-through-type="none"';
  const cell = (style: string, text = 'a') =>
    `<table:table-cell${style && ` table:style-name="${style}"`} office:value-type="string">${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  const line = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

  test('by their style, or the one that it comes from', async () => {
    const named = style('Default', NONE, '') + style('Bỏ', 'style:text-line-through-type="double"');
    const automatic = [
      style('ce1', SOLID),
      style('ce2', 'fo:color="#000000"', 'Bỏ'),
      style('ce3', NONE, 'Bỏ'),
      style('ce4', '', 'ce4'),
    ].join('');
    const table =
      line(cell(''), cell('ce4')) + line(cell('ce1'), cell('ce2'), cell('ce3'), cell('ce1', ''));
    expect(await struckRows(ods(named, automatic, table))).toEqual({ 2: [0, 1] });
  });

  test('by the style of their row or column', async () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="Default"/><table:table-column table:default-cell-style-name="ce1"/>';
    const row = `<table:table-row table:default-cell-style-name="ce1" table:number-rows-repeated="2">${cell('')}${cell('Default')}</table:table-row>`;
    const table = columns + line(cell(''), cell(''), cell('')) + row;
    const automatic = style('ce1', SOLID);
    expect(await struckRows(ods('', automatic, table))).toEqual({ 1: [2], 2: [0], 3: [0] });
  });

  test('by all spans of their text', async () => {
    const automatic =
      style('T1', SOLID, '', 'text') + style('T2', NONE, '', 'text') + style('ce1', SOLID);
    const span = (name: string, text: string) =>
      `<text:span text:style-name="${name}">${text}</text:span>`;
    const table = line(
      cell('', span('T1', 'a') + span('T1', 'b')),
      cell('', `${span('T1', 'a')} b`),
      cell('ce1', span('T2', 'a')),
      cell('ce1', `${span('T1', 'a')} b`),
      cell('', `${span('T1', '<text:a>a</text:a>')} b`),
      cell('', span('T1', '<text:a>a</text:a>')),
    );
    expect(await struckRows(ods('', automatic, table))).toEqual({ 1: [0, 3, 5] });
  });

  test('in part, or raised: what is meant', async () => {
    const automatic =
      style('T1', SOLID, '', 'text') +
      style('T2', 'style:text-position="super 58%"', '', 'text') +
      style('T3', 'style:text-position="-33% 58%"', '', 'text') +
      style('T4', 'style:text-position="0% 100%"', 'T2', 'text') +
      style('ce1', SOLID);
    const span = (name: string, text: string) =>
      `<text:span text:style-name="${name}">${text}</text:span>`;
    const table = line(
      cell('', `${span('T1', '12')}<text:s/>15`),
      cell('', `5${span('T2', '1')}`),
      cell('', `5${span('T3', '1')}`),
      cell('', `5${span('T4', '1')}`),
      cell('ce1', `12${span('T2', '1')}`),
      cell('', `a</text:p><text:p>${span('T1', 'b')}`),
      `<table:table-cell office:value-type="float" office:value="51"><text:p>5${span('T2', '1')}</text:p></table:table-cell>`,
    );
    const meant = ['A1 15 struck', 'B1 5¹', 'C1 5₁', 'F1 a struck'];
    expect(await meantIn(ods('', automatic, table))).toEqual(meant);
  });

  test('none where no style strikes through', async () => {
    const table = line(cell('ce1'));
    expect(await struckRows(ods('', style('ce1', NONE), table))).toEqual({});
  });
});

describe('cells that are struck through on a page', () => {
  const page = (cells: string, head = '') =>
    `<html><head>${head}</head><body><table><tr><td>x</td></tr><tr>${cells}</tr></table></body></html>`;

  test('by tags, styles and classes', async () => {
    const head =
      '<style>.xl65 { color: red } td.xl66\n{mso-x:1;text-decoration:line-through;}</style>';
    const cells = [
      '<td><s><font>a</font></s></td>',
      '<td><strike>a</strike> b</td>',
      '<td style="TEXT-DECORATION: line-through">a</td>',
      '<td class="y xl66">a</td>',
      '<td class=xl65>a</td>',
      '<td><p><del>a</del><br><del>b</del></p></td>',
      '<td><s></s></td>',
      '<td><span>a</span></td>',
    ];
    expect(await struckRows(page(cells.join(''), head))).toEqual({ 2: [0, 2, 3, 5] });
  });

  test('in part, or raised: what is meant', async () => {
    const cells = [
      '<td><s>12</s> 15</td>',
      '<td>5<sup>1</sup></td>',
      '<td>H<sub>2</sub>O<br><strike>a</strike>b</td>',
      '<td><sup>12</sup></td>',
      '<td>x<sup>a</sup></td>',
    ];
    expect(await meantIn(page(cells.join('')))).toEqual([
      'A2 15 struck',
      'B2 5¹',
      'C2 H₂O\nb struck',
    ]);
  });

  test('a tag that is not closed ends with its cell', async () => {
    expect(await struckRows(page('<td><s>a</td><td>b</td>'))).toEqual({ 2: [0] });
  });
});

describe('runs of the texts of BIFF8', () => {
  const record = (id: number, content: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(content.length, 2);
    return Buffer.concat([head, content]);
  };
  const u16 = (...numbers: number[]) =>
    Buffer.concat(numbers.map((n) => Buffer.of(n & 255, n >> 8)));
  const wide = (text: string) => Buffer.from(text, 'utf16le');

  test('also where texts and runs go on in another record', () => {
    const table = Buffer.concat([u16(9, 0, 5, 0)]);
    // In one byte a letter, then in two: `123` | `4ấ`, with a run from the third letter on.
    const split = Buffer.concat([u16(5), Buffer.of(8), u16(1), Buffer.from('123')]);
    const rest = Buffer.concat([Buffer.of(1), wide('4ấ'), u16(2, 1)]);
    const plain = Buffer.concat([u16(2), Buffer.of(1), wide('ấp')]);
    // With what a Japanese reader needs behind it, and its run in the next record.
    const other = Buffer.concat([u16(2), Buffer.of(12), u16(1), u16(3, 0), Buffer.from('51')]);
    const last = Buffer.concat([
      u16(1, 2),
      Buffer.from('abc'),
      u16(1),
      Buffer.of(0),
      Buffer.from('x'),
    ]);
    const stream = Buffer.concat([
      record(0x0809, u16(0x0600, 5)),
      record(0x00fc, Buffer.concat([table, split])),
      record(0x003c, Buffer.concat([rest, plain, other])),
      record(0x003c, last),
      record(0x003c, u16(40)),
      record(0x000a, Buffer.alloc(0)),
    ]);
    const fonts = [
      { struck: false, raised: 0 },
      { struck: true, raised: 0 },
      { struck: false, raised: 1 },
    ] as const;
    const runs = biffRuns(stream, (font) => fonts[font]);
    expect([...runs]).toEqual([
      [
        0,
        [
          { text: '12', struck: null, raised: 0 },
          { text: '34ấ', struck: true, raised: 0 },
        ],
      ],
      [
        2,
        [
          { text: '5', struck: null, raised: 0 },
          { text: '1', struck: false, raised: 1 },
        ],
      ],
    ]);
  });
});

describe('SpreadsheetML 2003', () => {
  const NS = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"';
  const book = (font: string, rows: string) =>
    Buffer.from(
      `<?xml version="1.0"?><Workbook ${NS} xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="a"><Font ${font}/></Style><Style ss:ID="b" ss:Parent="a"/><Style ss:ID="c"><Font ss:Bold="1"/></Style><Style ss:ID="d" ss:Parent="a"><Font ss:StrikeThrough="0"/></Style></Styles><Worksheet ss:Name="A"><Table>${rows}</Table></Worksheet></Workbook>`,
    );
  const data = '<Data ss:Type="Number">7</Data>';
  const one = (attributes: string) => `<Cell ${attributes}>${data}</Cell>`;
  const ROWS = [
    `<Row>${one('')}${one('ss:StyleID="a"')}${one('ss:StyleID="c"')}</Row>`,
    `<Row ss:Index="4" ss:StyleID="b">${one('ss:MergeAcross="1"')}${one('')}${one('ss:Index="6" ss:StyleID="c"')}</Row>`,
    '<Row><Cell ss:StyleID="a"/></Row>',
  ].join('');

  test('cells by their own style or their row’s, where they stand', async () => {
    const struck = await struckRows(book('ss:StrikeThrough="1"', ROWS));
    expect(struck).toEqual({ 1: [1], 4: [0, 2] });
  });

  test('not those whose style takes it back from the one that it goes on from', async () => {
    const row = `<Row>${one('ss:StyleID="d"')}${one('ss:StyleID="b"')}</Row>`;
    expect(await struckRows(book('ss:StrikeThrough="1"', row))).toEqual({ 1: [1] });
  });

  test('texts of several runs are whole, and what is meant is told', async () => {
    const HTML = 'ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"';
    const rich = (inside: string, style = '') =>
      `<Cell${style}><ss:Data ${HTML}>${inside}</ss:Data></Cell>`;
    const cells = [
      rich('<B>Nguyễn</B><Font html:Color="#FF0000"> Văn An</Font>'),
      rich('<S>12</S><Font html:Color="#FF0000">15</Font>'),
      rich('5<Sup>1</Sup>'),
      rich('<S>1</S><B><S>2</S></B>'),
      rich('<B>a</B>', ' ss:StyleID="a"'),
      `<Cell><Data ss:Type="String">b</Data><Comment><ss:Data ${HTML}><S>c</S></ss:Data></Comment></Cell>`,
    ].join('');
    const bytes = book('ss:StrikeThrough="1"', `<Row>${cells}</Row>`);
    const opened = await open(bytes);
    const values: unknown[] = [];
    await opened.sheets[0]!.read((row) => values.push(...row.values));
    await opened.close();
    expect(values).toEqual(['Nguyễn Văn An', '1215', '51', '12', 'a', 'b']);
    expect(await meantIn(bytes)).toEqual(['B1 15 struck', 'C1 5¹']);
    expect(await struckRows(bytes)).toEqual({ 1: [3, 4] });
  });

  test('none where nothing is', async () => {
    expect(await struckRows(book('ss:StrikeThrough="0"', ROWS))).toEqual({});
    expect(await struckRows(book('', ROWS))).toEqual({});
  });
});

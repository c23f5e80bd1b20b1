import { describe, expect, test } from 'vitest';
import { failure, open, readAll } from './support/read.js';
import { zip } from './support/zip-writer.mjs';

const STYLES =
  '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
const document = (tables: string, root = 'office:document-content') =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${STYLES}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></${root}>`;
const META =
  '<office:document-meta><office:meta><meta:user-defined meta:name="mark">ccds</meta:user-defined><dc:date>2024-10-01T08:30:00.5</dc:date></office:meta></office:document-meta>';

function ods(content: string) {
  return zip([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { method: 0 }],
    ['content.xml', content],
    ['meta.xml', META],
  ]);
}

const table = (inside: string, attributes = 'table:name="Biểu 1" table:style-name="ta1"') =>
  `<table:table ${attributes}>${inside}</table:table>`;
const row = (cells: string, attributes = '') =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, text = '') =>
  `<table:table-cell ${attributes}>${text}</table:table-cell>`;
const sheetOf = async (inside: string) => (await readAll(ods(document(table(inside))))).sheets[0]!;
const cellsOf = async (cells: string) => (await sheetOf(row(cells))).rows[0]?.slice(1);

describe('values', () => {
  test('of every type', async () => {
    const cells = [
      cell('office:value-type="float" office:value="12.5"', '<text:p>12,5</text:p>'),
      cell('office:value-type="percentage" office:value="0.85"', '<text:p>85%</text:p>'),
      cell('office:value-type="currency" office:value="5000"', '<text:p>5.000 đ</text:p>'),
      cell('office:value-type="date" office:date-value="2024-09-05"', '<text:p>05/09</text:p>'),
      cell('office:value-type="date" office:date-value="2024-09-05T12:30:15.999"'),
      cell('office:value-type="date" office:date-value="1899-12-30T12:30:00"'),
      cell('office:value-type="time" office:time-value="PT12H30M00S"'),
      cell('office:value-type="time" office:time-value="PT36H00M00S"'),
      cell('office:value-type="boolean" office:boolean-value="true"'),
      cell('office:value-type="string" calcext:value-type="string"', '<text:p>001</text:p>'),
      cell('office:value-type="string" office:string-value="x"', '<text:p>y</text:p>'),
    ];
    expect(await cellsOf(cells.join(''))).toEqual([
      12.5,
      { percent: 0.85 },
      5000,
      { date: '2024-09-05' },
      { date: '2024-09-05 45015' },
      { date: '1900-01-00 45000' },
      { date: '1900-01-00 45000' },
      1.5,
      true,
      '001',
      'x',
    ]);
  });

  test('dates that show no day', async () => {
    const shown = [
      'Tháng 09/2024',
      '09-2024',
      'Sep-24',
      '05/09',
      '05/09/24',
      'Thứ Năm, 05/09/2024',
    ];
    const cells = shown.map((text) =>
      cell('office:value-type="date" office:date-value="2024-09-05"', `<text:p>${text}</text:p>`),
    );
    const [month, date] = [{ month: '2024-09' }, { date: '2024-09-05' }];
    expect(await cellsOf(cells.join(''))).toEqual([month, month, month, date, date, date]);
  });

  test('errors and formulas', async () => {
    const cells = [
      cell(
        'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
        '<text:p>#DIV/0!</text:p>',
      ),
      cell('table:formula="of:=X" office:value-type="string"', '<text:p>Err:508</text:p>'),
      cell('office:value-type="string"', '<text:p>#DIV/0!</text:p>'),
      cell('table:formula="of:=1+1"'),
      cell('table:formula="of:=1+1" office:value-type="float" office:value="2"'),
      cell('table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""'),
      cell('table:formula="of:=&quot;&quot;"', '<text:p/>'),
      cell('office:value-type="float" office:value="1"'),
    ];
    expect(await cellsOf(cells.join(''))).toEqual([
      { error: '#DIV/0!' },
      { error: 'Err:508' },
      '#DIV/0!',
      { uncomputed: true },
      2,
      null,
      null,
      1,
    ]);
  });

  test('text: paragraphs, white space, spans, notes left out', async () => {
    const text =
      '<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>một  <text:span>hai</text:span>\n <text:s text:c="2"/>ba<text:tab/>b&#7889;n</text:p><text:p/><text:p><text:s/>năm<text:line-break/><![CDATA[<sáu>]]></text:p><draw:frame><table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table></draw:frame>';
    expect(await cellsOf(cell('office:value-type="string"', text))).toEqual([
      'một hai   ba\tbốn\n\n năm\n<sáu>',
    ]);
  });
});

test('what is drawn in a cell is none of its text', async () => {
  const shape =
    '<draw:custom-shape><text:p>hình</text:p><draw:enhanced-geometry/></draw:custom-shape>';
  const frame = '<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>';
  const cells = [
    cell('', shape),
    cell('office:value-type="string"', `${shape}<text:p>Ấp 1${frame}, 2</text:p>${frame}`),
    cell(
      'office:value-type="string"',
      '<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>',
    ),
  ];
  expect(await cellsOf(cells.join(''))).toEqual([null, 'Ấp 1, 2', 'a']);
});

describe('tables', () => {
  test('repeated cells and rows, no tail of blank ones', async () => {
    const inside =
      row(
        cell('office:value-type="float" office:value="1" table:number-columns-repeated="3"') +
          cell('table:number-columns-repeated="2"') +
          cell('office:value-type="float" office:value="2"') +
          cell('table:number-columns-repeated="16378"'),
      ) +
      row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="2"') +
      row(cell('office:value-type="float" office:value="3"'), 'table:number-rows-repeated="2"') +
      row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048571"');
    expect((await sheetOf(inside)).rows).toEqual([
      [1, 1, 1, 1, null, null, 2],
      [2],
      [3],
      [4, 3],
      [5, 3],
    ]);
  });

  test('merges, hidden rows, groups and columns', async () => {
    const one = cell('office:value-type="float" office:value="1"');
    const inside = `<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="3"/><table:table-header-rows>${row(
      cell(
        'table:number-columns-spanned="3" table:number-rows-spanned="2" office:value-type="string"',
        '<text:p>a</text:p>',
      ) +
        '<table:covered-table-cell table:number-columns-repeated="2"/>' +
        one,
    )}</table:table-header-rows>${row(one, 'table:visibility="collapse"')}${row(one, 'table:visibility="filter"')}<table:table-row-group table:display="false">${row(one)}</table:table-row-group><table:table-row-group>${row(one)}</table:table-row-group>`;
    expect(await sheetOf(inside)).toMatchObject({
      rows: [
        [1, 'a', null, null, 1],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
      ],
      hiddenRows: [2, 3, 4],
      merges: [{ top: 1, left: 0, bottom: 2, right: 2 }],
      hiddenColumns: [{ first: 2, last: 4 }],
    });
  });

  test('hidden sheets; shapes, links and tracked changes are none', async () => {
    const one = row(cell('office:value-type="float" office:value="1"'));
    const content = document(
      `<table:tracked-changes><table:cell-content-change><table:table-cell><text:p>cũ</text:p></table:table-cell></table:cell-content-change></table:tracked-changes>${table(`<table:shapes><draw:frame><table:table table:name="trong hình">${one}</table:table></draw:frame></table:shapes>${one}`)}${table(one, 'table:name="Ẩn" table:style-name="ta2"')}<table:dde-links><table:dde-link><table:table>${one}</table:table></table:dde-link></table:dde-links>`,
    );
    const { sheets } = await readAll(ods(content));
    expect(sheets.map(({ name, state, rows }) => [name, state, rows])).toEqual([
      ['Biểu 1', 'visible', [[1, 1]]],
      ['Ẩn', 'hidden', [[1, 1]]],
    ]);
  });

  test('properties; flat XML', async () => {
    const workbook = await open(ods(document('')));
    expect([workbook.modified?.toISOString(), workbook.properties]).toEqual([
      '2024-10-01T08:30:00.500Z',
      { mark: 'ccds' },
    ]);
    const flat = document(
      table(row(cell('office:value-type="string"', '<text:p>Ấp</text:p>'))),
      'office:document',
    );
    expect(await readAll(flat)).toMatchObject({ kind: 'ods', sheets: [{ rows: [[1, 'Ấp']] }] });
  });
});

describe('hostile', () => {
  test('repetitions', async () => {
    const full = cell(
      'office:value-type="float" office:value="1" table:number-columns-repeated="16384"',
    );
    expect(await failure(sheetOf(row(full, 'table:number-rows-repeated="1048576"')))).toMatchObject(
      { limit: 'cells' },
    );
    expect(await failure(sheetOf(row(full + full)))).toMatchObject({ limit: 'columns' });
    expect(
      await failure(sheetOf(row(cell('table:number-columns-repeated="99999999999"') + full))),
    ).toMatchObject({ limit: 'columns' });
    expect(
      await failure(sheetOf(row(full, 'table:number-rows-repeated="99999999999999"'))),
    ).toMatchObject({ limit: 'rows' });
    expect(
      await failure(sheetOf(row('', 'table:number-rows-repeated="999999999"') + row(full))),
    ).toMatchObject({ limit: 'rows' });
  });

  test('blanks without end', async () => {
    const blanks = cell(
      'office:value-type="string"',
      '<text:p><text:s text:c="1000000"/></text:p>',
    );
    expect(await failure(sheetOf(row(blanks.repeat(100))))).toMatchObject({
      limit: 'inflated-bytes',
    });
    expect(await failure(sheetOf(row(blanks, 'table:number-rows-repeated="100"')))).toMatchObject({
      limit: 'inflated-bytes',
    });
  });

  test('cut short, a document type, a cell of megabytes', async () => {
    const whole = document(table(row(cell('office:value-type="string"', '<text:p>a</text:p>'))));
    for (let length = 60; length < whole.length - 30; length += 41) {
      expect(await failure(readAll(ods(whole.slice(0, length))))).toMatchObject({
        reason: 'damaged',
      });
    }
    expect(
      await failure(readAll(ods(whole.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')))),
    ).toMatchObject({ reason: 'damaged' });
    const long = '<text:s text:c="99999999"/>'.repeat(100);
    expect(
      await failure(sheetOf(row(cell('office:value-type="string"', `<text:p>${long}</text:p>`)))),
    ).toMatchObject({ limit: 'cell-characters' });
    const short = '<text:s/>'.repeat(1_500_000);
    expect(
      await failure(sheetOf(row(cell('office:value-type="string"', `<text:p>${short}</text:p>`)))),
    ).toMatchObject({ limit: 'cell-characters' });
  });
});

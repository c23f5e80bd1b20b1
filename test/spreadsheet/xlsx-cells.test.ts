import { describe, expect, test } from 'vitest';
import { cellsOf, failure, readAll, rowsOf } from './support/read.js';
import { xlsx } from './support/xlsx-writer.mjs';

const strings = (...items: string[]) => ({ strings: items.join('') });

describe('types of cells', () => {
  test('numbers, as they stand', async () => {
    const texts = ['0', '12', '-3.25', '0.1', '1E3', '1.5e-7', '123456789012345', '+7', ' 8 '];
    const cells = texts.map((text) => `<c><v>${text}</v></c>`).join('');
    expect(await cellsOf(cells)).toEqual([0, 12, -3.25, 0.1, 1000, 1.5e-7, 123456789012345, 7, 8]);
  });

  test('numbers of any length are the nearest doubles', async () => {
    const texts = [
      '0.70145060000000004',
      '12345678901234567890',
      '0.1234567890123456789',
      '9007199254740993',
      '-0.30000000000000004',
      '4.9406564584124654E-324',
      '1.7976931348623157E308',
    ];
    const cells = texts.map((text) => `<c t="n"><v>${text}</v></c>`).join('');
    expect(await cellsOf(cells)).toEqual(texts.map(Number));
  });

  test('what is no number stays text', async () => {
    const texts = ['abc', '0x10', '1.2.3', 'NaN', '1e999'];
    const cells = texts.map((text) => `<c><v>${text}</v></c>`).join('');
    expect(await cellsOf(cells)).toEqual(texts);
  });

  test('shared strings, the text 001 among them', async () => {
    const shared = strings('<si><t>001</t></si>', '<si><t>Nguyễn Văn Ấp</t></si>');
    expect(await cellsOf('<c t="s"><v>1</v></c><c t="s"><v>0</v></c>', shared)).toEqual([
      'Nguyễn Văn Ấp',
      '001',
    ]);
  });

  test('a shared string that is not there is damage, not a blank', async () => {
    for (const index of ['5', '-1', '0.5', 'x', '99999999999999999999']) {
      const read = cellsOf(`<c t="s"><v>${index}</v></c>`, strings('<si><t>a</t></si>'));
      expect(await failure(read)).toMatchObject({ reason: 'damaged', string: expect.anything() });
    }
  });

  test('str, inlineStr, b, e, d', async () => {
    const cells = [
      '<c t="str"><f>A1</f><v>kết quả</v></c>',
      '<c t="inlineStr"><is><t>trong ô</t></is></c>',
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c>',
      '<c t="e"><v>#REF!</v></c><c t="e"><f>NA()</f><v>#N/A</v></c>',
      '<c t="d"><v>2024-09-05</v></c><c t="d"><v>2024-09-05T12:30:15Z</v></c><c t="d"><v>hôm nay</v></c>',
    ];
    expect(await cellsOf(cells.join(''))).toEqual([
      'kết quả',
      'trong ô',
      true,
      false,
      true,
      { error: '#REF!' },
      { error: '#N/A' },
      { date: '2024-09-05' },
      { date: '2024-09-05 45015' },
      'hôm nay',
    ]);
  });

  test('formulas: by their value, told where there is none', async () => {
    const cells = [
      '<c><f>1+1</f><v>2</v></c>',
      '<c><f>1+1</f></c><c><f>1+1</f><v></v></c><c><f>1+1</f><v/></c><c t="str"><f>A1</f></c>',
      '<c t="str"><f>""</f><v></v></c>',
      '<c><f t="shared" si="0"/><v>3</v></c><c><f t="shared" si="0"/></c>',
      '<c t="str"><f>A1&amp;"&lt;v&gt;"</f><v>x</v></c>',
    ];
    const none = { uncomputed: true };
    expect(await cellsOf(cells.join(''))).toEqual([2, none, none, none, none, null, 3, none, 'x']);
  });

  test('formulas: 0 is no result where none was computed since the file was written', async () => {
    const cells =
      '<c><f>1+1</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c><v>0</v></c><c t="n"><f/><v>0.0</v></c><c s="0"><f t="shared" si="0"/><v>0</v></c>';
    const none = { uncomputed: true };
    expect(await cellsOf(cells, { recalculates: true })).toEqual([none, 2, 0, none, none]);
    expect(await cellsOf(cells)).toEqual([0, 2, 0, 0, 0]);
  });

  test('blank cells are null, and make no row longer', async () => {
    const shared = strings('<si><t/></si>', '<si><t></t></si>', '<si/>');
    const cells =
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="str"><v></v></c><c t="inlineStr"><is><t/></is></c><c s="1"/><c></c>';
    expect(await cellsOf(`${cells}<c><v>1</v></c>${cells}`, shared)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      1,
    ]);
  });
});

describe('text', () => {
  test('entities: the five and numeric references', async () => {
    const shared = strings('<si><t>&lt;&gt;&amp;&quot;&apos;&#7845;&#x1EA5;&#x1F600;</t></si>');
    expect(await cellsOf('<c t="s"><v>0</v></c>', shared)).toEqual(['<>&"\'ấấ😀']);
  });

  test('any other entity is damage', async () => {
    for (const text of [
      '&nbsp;',
      '&xxe;',
      '&#x110000;',
      '&amp',
      '&#;',
      '&__proto__;',
      '&constructor;',
    ]) {
      const read = cellsOf('<c t="s"><v>0</v></c>', strings(`<si><t>${text}</t></si>`));
      expect(await failure(read)).toMatchObject({ reason: 'damaged' });
    }
  });

  test('escapes of code units, and of the escape', async () => {
    const shared = strings('<si><t>a_x000D_\nb_x005F_x000D_c_x1EA5_d_x00_e_xZZZZ_</t></si>');
    expect(await cellsOf('<c t="s"><v>0</v></c>', shared)).toEqual([
      'a\r\nb_x000D_cấd_x00_e_xZZZZ_',
    ]);
  });

  test('line ends are LF', async () => {
    const cells = '<c t="inlineStr"><is><t>a\r\nb\rc\nd</t></is></c>';
    expect(await cellsOf(cells)).toEqual(['a\nb\nc\nd']);
    expect(await cellsOf('<c t="s"><v>0</v></c>', strings('<si><t>a\r\nb</t></si>'))).toEqual([
      'a\nb',
    ]);
  });

  test('xml:space', async () => {
    const shared = strings(
      '<si><t xml:space="preserve"> a </t></si>',
      '<si><t> a </t></si>',
      "<si><t xml:space='preserve'>\n a</t></si>",
      '<si><t xml:space="preserve">  </t></si>',
      '<si><t>  </t></si>',
    );
    const cells = [0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    expect(await cellsOf(`${cells}<c><v>1</v></c>`, shared)).toEqual([
      ' a ',
      'a',
      '\n a',
      '  ',
      null,
      1,
    ]);
  });

  test('rich text joined, phonetic runs left out', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>Nguyễn </t></r><r><t xml:space="preserve"> Văn</t></r><rPh sb="0" eb="1"><t>グエン</t></rPh><phoneticPr fontId="1"/>';
    const cells = `<c t="s"><v>0</v></c><c t="inlineStr"><is>${rich}</is></c>`;
    expect(await cellsOf(cells, strings(`<si>${rich}</si>`))).toEqual(['Nguyễn Văn', 'Nguyễn Văn']);
  });

  test('CDATA and comments within text', async () => {
    const text = 'a<![CDATA[<b>&amp;</si></t>]]><!-- </t> -->&amp;c';
    const cells = `<c t="s"><v>0</v></c><c t="inlineStr"><is><t>${text}</t></is></c><c t="str"><v>${text}</v></c><c><v><![CDATA[12]]></v></c><c><!-- <v>1</v> --><v>2</v></c>`;
    const all = 'a<b>&amp;</si></t>&c';
    expect(await cellsOf(cells, strings(`<si><t>${text}</t></si>`))).toEqual([
      all,
      all,
      all,
      12,
      2,
    ]);
  });

  test('names that objects have are only names', async () => {
    const shared = strings('<si><t>__proto__</t></si><si><t>constructor</t></si>');
    expect(await cellsOf('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>', shared)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });

  test('a string that a caller keeps is whole when all else is gone', async () => {
    const shared = strings(...Array.from({ length: 50 }, (_, i) => `<si><t>Ấp số ${i}</t></si>`));
    const cells = Array.from({ length: 50 }, (_, i) => `<c t="s"><v>${49 - i}</v></c>`).join('');
    expect((await cellsOf(cells, shared))[7]).toBe('Ấp số 42');
  });
});

describe('addresses', () => {
  test('cells and rows without r count on', async () => {
    const xml =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(await rowsOf(xml)).toEqual([
      [1, 1, null, null, 2, 3],
      [5, 4],
      [6, 5],
    ]);
  });

  test('a row without r is where its cells say', async () => {
    expect(await rowsOf('<row><c r="B7"><v>1</v></c></row><row><c><v>2</v></c></row>')).toEqual([
      [7, null, 1],
      [8, 2],
    ]);
  });

  test('sparse rows, the last column, lower case, cells out of order', async () => {
    const rows = await rowsOf(
      '<row r="2"><c r="XFD2"><v>1</v></c></row><row r="9"><c r="c9"><v>3</v></c><c r="A9"><v>1</v></c></row>',
    );
    expect(rows[0]).toHaveLength(16385);
    expect(rows[0]?.at(-1)).toBe(1);
    expect(rows[1]).toEqual([9, 1, null, 3]);
  });

  test('rows out of order are handed out from the top down, one in several pieces as one', async () => {
    const row = (n: number, cells: string, more = '') => `<row r="${n}"${more}>${cells}</row>`;
    const cell = (ref: string, value: number) => `<c r="${ref}"><v>${value}</v></c>`;
    const xml = [
      ...[row(9, ''), row(3, cell('A3', 3) + cell('B3', 4)), row(2, '', ' hidden="1"')],
      ...[row(1, cell('A1', 1)), row(3, cell('B3', 4) + cell('D3', 6))],
    ].join('');
    const { sheets } = await readAll(xlsx({ sheets: [{ xml }] }));
    expect(sheets[0]).toMatchObject({ rows: [[1, 1], [2], [3, 3, 4, null, 6]], hiddenRows: [2] });
  });

  test('a cell that is there twice, not alike, is damage: in one row or in two of one number', async () => {
    const a = (value: number) => `<c r="A1"><v>${value}</v></c>`;
    const rows = (first: number, second: number) => [
      `<row r="1">${a(first)}${a(second)}</row>`,
      `<row r="1">${a(first)}</row><row r="1">${a(second)}</row>`,
      `<row r="1">${a(first)}<c  r="A1"><v>${second}</v></c></row>`,
    ];
    for (const xml of rows(7, 7)) expect(await rowsOf(xml)).toEqual([[1, 7]]);
    for (const xml of rows(7, 8))
      expect(await failure(rowsOf(xml))).toMatchObject({ problem: 'a cell is there twice' });
  });

  test('rows out of order are damage where the sheet is large, and so is a row without a number', async () => {
    const xml = `<row r="2"/><row r="1"/>${' '.repeat(2 ** 21)}`;
    expect(await failure(rowsOf(xml))).toMatchObject({ problem: 'rows are out of order' });
    for (const r of ['0', '-3', '8.5'])
      expect(await failure(rowsOf(`<row r="${r}"><c><v>1</v></c></row>`))).toMatchObject({
        problem: 'a row has no number',
      });
  });

  test('attributes in any order and shape', async () => {
    const shared = strings('<si><t>a</t></si>');
    const cells = `<c t='s' r='B1' s='0'><v>0</v></c><c\n  s = "0"\tr = "D1" cm="1"><v>7</v></c><c r="E1" s="12" vm="1" t="b" ><v>1</v></c><c r="G1" s="0" />`;
    expect(await cellsOf(cells, shared)).toEqual([null, 'a', null, 7, true]);
  });

  test('beyond the limits of a sheet', async () => {
    expect(await failure(cellsOf('<c r="XFE1"><v>1</v></c>'))).toMatchObject({
      reason: 'limit',
      limit: 'columns',
    });
    expect(await failure(cellsOf('<c r="ZZZZZZZZZZ1"><v>1</v></c>'))).toMatchObject({
      limit: 'columns',
    });
    expect(await failure(cellsOf('<c r="XFD1"><v>1</v></c><c><v>1</v></c>'))).toMatchObject({
      limit: 'columns',
    });
    expect(await failure(rowsOf('<row r="1048577"><c><v>1</v></c></row>'))).toMatchObject({
      reason: 'limit',
      limit: 'rows',
    });
  });

  test('hidden rows are handed out, and known as such', async () => {
    const { readAll } = await import('./support/read.js');
    const { xlsx } = await import('./support/xlsx-writer.mjs');
    const xml =
      '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row><row hidden="true" r="3"><c><v>3</v></c></row>';
    expect((await readAll(xlsx({ sheets: [{ xml }] }))).sheets[0]?.hiddenRows).toEqual([1, 3]);
  });

  test('blank rows are rows between others, and no tail', async () => {
    const xml =
      '<row r="1"><c><v>1</v></c></row><row r="3"/><row r="4"><c s="1"/></row><row r="6"></row><row r="7"><c><v>7</v></c></row><row r="8" ht="20"/><row r="1048576"><c s="1"/></row>';
    expect(await rowsOf(xml)).toEqual([[1, 1], [3], [4], [6], [7, 7]]);
  });

  test('a wide row among narrow ones', async () => {
    const row = (r: number, columns: number) =>
      `<row r="${r}">${'<c><v>1</v></c>'.repeat(columns)}</row>`;
    const rows = await rowsOf([1, 300, 2, 2, 5].map((columns, i) => row(i + 1, columns)).join(''));
    expect(rows.map((values) => values.length - 1)).toEqual([1, 300, 2, 2, 5]);
  });
});

test('false from onRow stops', async () => {
  const { open } = await import('./support/read.js');
  const { xlsx } = await import('./support/xlsx-writer.mjs');
  const xml = Array.from(
    { length: 9 },
    (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c></row>`,
  ).join('');
  const seen: number[] = [];
  const workbook = await open(xlsx({ sheets: [{ xml }] }));
  await workbook.sheets[0]!.read(({ number }) => {
    seen.push(number);
    return number < 3;
  });
  expect(seen).toEqual([1, 2, 3]);
});

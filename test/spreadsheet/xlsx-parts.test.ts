import { expect, test } from 'vitest';
import { failure, open, readAll, readRows, readSheets } from './support/read.js';
import { relationships, worksheet, xlsx, xlsxParts } from './support/xlsx-writer.mjs';
import { zip } from './support/zip-writer.mjs';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const ONE = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const STRINGS = '<si><t>Ấp Đất Mũi</t></si>';

/** The parts of a workbook, each renamed or rewritten. */
function changed(change: (name: string, content: string) => [string, string]) {
  const parts = xlsxParts({ sheets: [{ name: 'Biểu', xml: ONE }], strings: STRINGS });
  return parts.map(([name, content]) => change(name, content.toString()));
}

test('prefixes on every element', async () => {
  const prefixed = changed((name, content) => [
    name,
    name.startsWith('xl/') && !name.endsWith('.rels')
      ? content.replace(/<(\/?)(?![?/])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
      : content,
  ]);
  expect(prefixed.map(([, content]) => content).join('')).toContain('<x:row r="1"><x:c');
  expect(await readAll(zip(prefixed))).toMatchObject({
    sheets: [{ name: 'Biểu', rows: [[1, 'Ấp Đất Mũi']] }],
  });
});

test('strict namespaces', async () => {
  const strict = changed((name, content) => [
    name,
    content
      .replaceAll(TRANSITIONAL, STRICT)
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ),
  ]);
  expect(await readRows(zip(strict))).toEqual([[1, 'Ấp Đất Mũi']]);
});

test('part names in other case, with backslashes, with a leading slash', async () => {
  for (const rename of [
    (name: string) => name.toUpperCase(),
    (name: string) => name.replaceAll('/', '\\'),
    (name: string) => `/${name}`,
  ]) {
    expect(await readRows(zip(changed((name, content) => [rename(name), content])))).toEqual([
      [1, 'Ấp Đất Mũi'],
    ]);
  }
});

test('parts by relationship, whatever they are called', async () => {
  const parts = changed((name, content) => {
    const moved = name
      .replace('xl/_rels/workbook.xml.rels', 'a/_rels/b.rels')
      .replace('xl/workbook.xml', 'a/b')
      .replace('xl/worksheets/sheet1.xml', 'tables/chart1.xml')
      .replace('xl/sharedStrings.xml', 'a/c d.xml');
    return [
      moved,
      content
        .replace('"xl/workbook.xml"', '"/a/./b"')
        .replace('"worksheets/sheet1.xml"', '"../tables//chart1.xml"')
        .replace('"sharedStrings.xml"', '"c%20d.xml"')
        .replace('"styles.xml"', '"/xl/styles.xml"'),
    ];
  });
  expect(await readRows(zip(parts))).toEqual([[1, 'Ấp Đất Mũi']]);
});

test('parts in UTF-16, and in a character set that they declare', async () => {
  const utf16 = xlsxParts({ sheets: [{ xml: ONE }], strings: STRINGS }).map(
    ([name, content]): [string, Uint8Array] => [
      name,
      Buffer.from(`\ufeff${content.toString().replace('"UTF-8"', '"UTF-16"')}`, 'utf16le'),
    ],
  );
  expect(await readRows(zip(utf16))).toEqual([[1, 'Ấp Đất Mũi']]);
  const latin = xlsx({
    sheets: [{ xml: ONE }],
    parts: {
      'xl/sharedStrings.xml': Buffer.from(
        '<?xml version="1.0" encoding="ISO-8859-1"?><sst><si><t>Hà Nội</t></si></sst>'.replace(
          'ộ',
          'ô',
        ),
        'latin1',
      ),
    },
  });
  expect(await readRows(latin)).toEqual([[1, 'Hà Nôi']]);
  const declared = '<?xml version="1.0" encoding="windows-1252"?><sst><si><t>';
  const western = Buffer.concat([
    Buffer.from(declared),
    Buffer.of(0x80, 0x20, 0x93, 0x4e, 0xf4, 0x94),
    Buffer.from('</t></si></sst>'),
  ]);
  const parts = { 'xl/sharedStrings.xml': western };
  expect(await readRows(xlsx({ sheets: [{ xml: ONE }], parts }))).toEqual([[1, '€ “Nô”']]);
});

test('bytes that are not UTF-8 are damage, not U+FFFD', async () => {
  const strings = Buffer.from('<sst><si><t>H\xe0 N\xf4i</t></si></sst>', 'latin1');
  const bytes = xlsx({ sheets: [{ xml: ONE }], parts: { 'xl/sharedStrings.xml': strings } });
  expect(await failure(readRows(bytes))).toMatchObject({
    reason: 'damaged',
    part: 'xl/sharedStrings.xml',
  });
});

test('a byte order mark before the XML', async () => {
  const parts = changed((name, content) => [name, `\ufeff${content}`]);
  expect(await readRows(zip(parts))).toEqual([[1, 'Ấp Đất Mũi']]);
});

test('hidden sheets, names with entities, order of the workbook', async () => {
  const bytes = xlsx({
    sheets: [
      { name: 'A & "B" > C', xml: '' },
      { name: 'Ẩn', state: 'hidden', xml: '' },
      { name: '__proto__', state: 'veryHidden', xml: '' },
    ],
  });
  const { sheets } = await readAll(bytes);
  expect(sheets.map(({ name, state }) => [name, state])).toEqual([
    ['A & "B" > C', 'visible'],
    ['Ẩn', 'hidden'],
    ['__proto__', 'veryHidden'],
  ]);
});

test('chart sheets and dialog sheets are passed over', async () => {
  const bytes = xlsx({
    sheets: [
      { name: 'Biểu đồ', xml: '' },
      { name: 'Hộp thoại', xml: '' },
      { name: 'Số liệu', xml: ONE },
    ],
    strings: STRINGS,
    parts: {
      'xl/_rels/workbook.xml.rels': relationships([
        [`${TRANSITIONAL}/chartsheet`, 'chartsheets/sheet1.xml'],
        [`${TRANSITIONAL}/dialogsheet`, 'dialogsheets/sheet1.xml'],
        [`${TRANSITIONAL}/worksheet`, 'worksheets/sheet3.xml'],
        [`${TRANSITIONAL}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    },
  });
  expect((await readAll(bytes)).sheets.map(({ name }) => name)).toEqual(['Số liệu']);
});

test('a module sheet of Excel 5 has no part', async () => {
  const workbook =
    '<workbook><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" r:id=""/></sheets></workbook>';
  const bytes = xlsx({
    sheets: [{ xml: ONE }],
    strings: STRINGS,
    parts: { 'xl/workbook.xml': workbook },
  });
  expect((await readAll(bytes)).sheets.map(({ name }) => name)).toEqual(['Biểu']);
});

test('external relationships are never followed', async () => {
  const rels = relationships([
    [`${TRANSITIONAL}/worksheet`, 'worksheets/sheet1.xml'],
    [`${TRANSITIONAL}/sharedStrings`, 'file:///etc/passwd" TargetMode="External'],
  ]);
  const bytes = xlsx({
    sheets: [{ xml: '<row><c><v>1</v></c></row>' }],
    parts: { 'xl/_rels/workbook.xml.rels': rels },
  });
  expect(await readRows(bytes)).toEqual([[1, 1]]);
});

test('no strings part, no properties', async () => {
  const bytes = xlsx({
    sheets: [{ xml: '<row><c s="3"><v>1</v></c></row>' }],
    parts: {
      'xl/sharedStrings.xml': null,
      'docProps/core.xml': null,
      'docProps/custom.xml': null,
    },
  });
  expect(await readRows(bytes)).toEqual([[1, 1]]);
});

test('the order of parts in the zip does not matter', async () => {
  const parts = changed((name, content) => [name, content]).reverse();
  expect(await readRows(zip(parts))).toEqual([[1, 'Ấp Đất Mũi']]);
});

test('modified and custom properties', async () => {
  const properties = { 'ccds.mark': 'mẫu & biểu', __proto__x: 'a', constructor: 'b' };
  const workbook = await open(
    xlsx({ sheets: [{ xml: '' }], modified: '2024-10-01T08:30:00Z', properties }),
  );
  expect(workbook.modified?.toISOString()).toBe('2024-10-01T08:30:00.000Z');
  expect(workbook.properties).toEqual(properties);
  const without = await open(xlsx({ sheets: [{ xml: '' }], modified: 'hôm qua' }));
  expect(without.modified).toBeUndefined();
});

test('merged ranges and hidden columns, before the rows', async () => {
  const head =
    '<cols><col min="1" max="2" width="9"/><col min="3" max="5" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>';
  const tail =
    '<mergeCells count="3"><mergeCell ref="A1:C2"/><mergeCell ref="$D$9:B4"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="x"/></mergeCells><extLst><ext/></extLst>';
  const xml = worksheet(
    `<dimension ref="A1:XFD1048576"/>${head}<sheetData>${ONE}</sheetData>${tail}`,
  );
  const { sheets } = await readAll(xlsx({ sheets: [{ xml }], strings: STRINGS }));
  expect(sheets[0]).toMatchObject({
    rows: [[1, 'Ấp Đất Mũi']],
    merges: [
      { top: 1, left: 0, bottom: 2, right: 2 },
      { top: 4, left: 1, bottom: 9, right: 3 },
      { top: 1, left: 0, bottom: 1048576, right: 16383 },
    ],
    hiddenColumns: [
      { first: 2, last: 4 },
      { first: 8, last: 16383 },
    ],
  });
});

test('merged ranges with a prefix, and the word in a cell', async () => {
  const xml =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>sheetData mergeCell</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>';
  const { sheets } = await readAll(xlsx({ sheets: [{ xml }] }));
  expect(sheets[0]).toMatchObject({
    rows: [[1, 'sheetData mergeCell']],
    merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
  });
});

test('a sheet without rows, in any shape', async () => {
  for (const inside of ['<sheetData/>', '<sheetData></sheetData>', '<sheetPr/>', '<sheetData />']) {
    expect(await readRows(xlsx({ sheets: [{ xml: worksheet(inside) }] }))).toEqual([]);
  }
});

test('sheets are read in any order, and again', async () => {
  const row = (n: number) => ({ xml: `<row><c><v>${n}</v></c></row>` });
  const workbook = await open(xlsx({ sheets: [row(1), row(2)] }));
  const seen: unknown[] = [];
  for (const index of [1, 0, 1]) {
    await workbook.sheets[index]!.merges();
    await workbook.sheets[index]!.read(({ values }) => seen.push(values[0]));
  }
  expect(seen).toEqual([2, 1, 2]);
});

test('a broken workbook says what is broken', async () => {
  const cases: [Record<string, string | null>, object][] = [
    [
      { 'xl/worksheets/sheet1.xml': null },
      { problem: 'the part of a sheet is missing', sheet: 'Sheet1' },
    ],
    [
      { 'xl/_rels/workbook.xml.rels': null },
      { problem: 'the part of a sheet is missing', sheet: 'Sheet1' },
    ],
    [{ 'xl/workbook.xml': null }, { problem: 'the workbook part is missing' }],
    ...['', '<workbook><sheets><sheet name="a" r:id="rId1"/>'].map(
      (xml): [Record<string, string>, object] => [
        { 'xl/workbook.xml': xml },
        { problem: 'the XML ends early', part: 'xl/workbook.xml' },
      ],
    ),
    [
      { 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="a"/>' },
      { problem: 'the XML ends early', part: 'xl/_rels/workbook.xml.rels' },
    ],
    [{ 'xl/workbook.xml': '<workbook><sheets><sheet name="a' }, { problem: 'the XML ends early' }],
    [
      {
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>',
      },
      { problem: 'two sheets share a part' },
    ],
    [
      {
        'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><c><v>1</v></c></row>').replace(
          '</worksheet>',
          '',
        ),
      },
      { problem: 'the sheet ends early' },
    ],
    [
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</c></row></sheetData>' },
      { reason: 'damaged' },
    ],
    [
      { 'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><c><v>1</v></row></sheetData>') },
      { problem: 'a cell is not closed' },
    ],
    [
      { 'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><row></row></row></sheetData>') },
      { problem: 'rows are nested' },
    ],
    [
      { 'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><c><v>1</v></c></sheetData>') },
      { problem: 'a row is not closed' },
    ],
    [{ 'xl/worksheets/sheet1.xml': 'không phải XML' }, { problem: 'the sheet ends early' }],
    [{ 'xl/sharedStrings.xml': '<sst><si><t>a</t>' }, { problem: 'the XML ends early' }],
  ];
  for (const [parts, expected] of cases) {
    expect(
      await failure(readAll(xlsx({ sheets: [{ xml: ONE }], strings: STRINGS, parts }))),
    ).toMatchObject({
      reason: 'damaged',
      ...expected,
    });
  }
});

test.each<[string, string | Uint8Array | null, string[]]>([
  ['docProps/core.xml', '<coreProperties><modified>2024-10-0', ['properties']],
  ['docProps/core.xml', Buffer.of(0x3c, 0xff, 0xfe, 0x3e), ['properties']],
  ['docProps/custom.xml', '<Properties><property name="a', ['properties']],
  ['docProps/core.xml', null, []],
  ['_rels/.rels', '<Relationships><Relationship Id="', ['relationships']],
  ['_rels/.rels', '<Relationships>', ['relationships']],
  ['_rels/.rels', null, []],
  ['xl/styles.xml', null, ['formats']],
  ['xl/styles.xml', '', ['formats']],
  ['xl/styles.xml', '<styleSheet><cellXfs><xf/><xf/>', ['formats']],
  ['xl/styles.xml', '<styleSheet><cellXfs><xf numFmtId="1', ['formats']],
  ['xl/styles.xml', '<styleSheet/>', []],
  ['xl/sharedStrings.xml', '<sst><si><t>a', []],
  ['xl/theme/theme1.xml', '<theme', []],
])('%s as %j is done without', async (part, content, unread) => {
  const xml =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Ấp</t></is></c><c r="B1"><v>45000</v></c></row>';
  const workbook = await open(xlsx({ sheets: [{ xml }], parts: { [part]: content } }));
  expect(await readSheets(workbook)).toMatchObject([{ rows: [[1, 'Ấp', 45000]] }]);
  expect(workbook.properties).toEqual({});
  expect([...workbook.unread!]).toEqual(unread);
});

test('where a format is not known, a number that may be a day of our time is a date', async () => {
  const cells = [12, 19_999, 20_000, 45_000, 45_000.5, 59_999, 60_000, 912_345_678, -45_000, 0.7];
  const xml = cells.map((n) => `<c s="1"><v>${n}</v></c>`).join('');
  const parts = { 'xl/styles.xml': null };
  const read = await readRows(xlsx({ sheets: [{ xml: `<row>${xml}</row>` }], parts }));
  expect(read).toEqual([
    [
      ...[1, 12, 19_999, { date: '1954-10-03' }, { date: '2023-03-15' }],
      ...[{ date: '2023-03-15 43200' }, { date: '2064-04-07' }, 60_000, 912_345_678, -45_000, 0.7],
    ],
  ]);
});

test('the properties of a package without relationships are where they usually are', async () => {
  const workbook = await open(xlsx({ sheets: [{ xml: ONE }], parts: { '_rels/.rels': null } }));
  expect(workbook.modified?.toISOString()).toBe('2024-10-01T08:30:00.000Z');
});

test('a sheet whose part is missing is damage, and the others are read', async () => {
  const bytes = xlsx({
    sheets: [{ xml: ONE }, { xml: ONE }, { xml: ONE }],
    strings: STRINGS,
    parts: { 'xl/worksheets/sheet2.xml': null },
  });
  const { sheets } = await open(bytes);
  const read = sheets.map((sheet) => sheet.read(() => undefined));
  expect((await Promise.allSettled(read)).map(({ status }) => status)).toEqual([
    ...['fulfilled', 'rejected', 'fulfilled'],
  ]);
  for (const ask of [sheets[1]!.merges(), sheets[1]!.hiddenColumns()])
    expect(await failure(ask)).toMatchObject({ reason: 'damaged', sheet: 'Sheet2' });
});

test('a document type is refused in every part', async () => {
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>';
  const external = '<!DOCTYPE x SYSTEM "file:///etc/passwd">';
  for (const name of [
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
  ]) {
    for (const doctype of [bomb, external]) {
      const parts = changed((part, content) => [
        part,
        part === name ? content.replace('?>', `?>${doctype}`) : content,
      ]);
      expect(await failure(readAll(zip(parts)))).toMatchObject({
        reason: 'damaged',
        problem: 'the XML has a document type',
      });
    }
  }
});

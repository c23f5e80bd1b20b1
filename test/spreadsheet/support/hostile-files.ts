import { ole } from './ole-writer.mjs';
import { worksheet, xlsx, xlsxParts } from './xlsx-writer.mjs';
import { zip } from './zip-writer.mjs';

/** A file that is made to do harm, or is broken, and what becomes of it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What the error holds; null where it is read after all. */
  readonly error: Readonly<Record<string, unknown>> | null;
}

const limit = (name: string) => ({ reason: 'limit', limit: name });
const DAMAGED = { reason: 'damaged' };

export const withPart = (name: string, content: string | Uint8Array) =>
  xlsx({
    sheets: [{ xml: '<row><c t="s"><v>0</v></c></row>' }],
    strings: '<si><t>a</t></si>',
    parts: { [name]: content },
  });

export const withRows = (rows: string) => xlsx({ sheets: [{ xml: rows }] });
const inline = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
const N = 1_000_000;
/** Enough of what is quadratic, where it is, to be noticed. */
const LONG = 200_000;

const WORKBOOKS: readonly HostileFile[] = [
  { name: 'a billion cells of used range', bytes: usedRange, error: null },
  {
    name: 'blank rows without end',
    bytes: () => withRows('<row/>'.repeat(1.1 * N)),
    error: limit('rows'),
  },
  {
    name: 'rows of one number without end',
    bytes: () => withRows('<row r="1"><c><v>1</v></c></row>'.repeat(1.1 * N)),
    error: limit('rows'),
  },
  {
    name: 'a cell of 10 MB',
    bytes: () => withRows(inline('x'.repeat(10 * N))),
    error: limit('cell-characters'),
  },
  {
    name: 'a shared string of 10 MB',
    bytes: () =>
      withPart('xl/sharedStrings.xml', `<sst><si><t>${'x'.repeat(10 * N)}</t></si></sst>`),
    error: limit('cell-characters'),
  },
  { name: 'too many sheets', bytes: manySheets, error: limit('sheets') },
  {
    name: 'a thousand times as large',
    bytes: () => withPart('xl/worksheets/sheet1.xml', Buffer.alloc(80 * N, '<row/>')),
    error: limit('ratio'),
  },
  { name: 'a size that is a lie', bytes: lyingSize, error: DAMAGED },
  {
    name: 'sheets that are too much together',
    bytes: () => {
      const part = worksheet(`<sheetData>${' '.repeat(12 * N)}</sheetData>`);
      return xlsx({ sheets: Array.from({ length: 8 }, () => ({ xml: part })) });
    },
    error: limit('ratio'),
  },
  {
    name: 'merged ranges without end',
    bytes: () => {
      const merges = '<mergeCell ref="A1:B2"/>'.repeat(300_000);
      return xlsx({
        sheets: [{ xml: worksheet(`<sheetData/><mergeCells>${merges}</mergeCells>`) }],
      });
    },
    error: limit('merges'),
  },
  {
    name: 'formats without end',
    bytes: () =>
      withPart(
        'xl/styles.xml',
        `<styleSheet><cellXfs>${'<xf/>'.repeat(300_000)}</cellXfs></styleSheet>`,
      ),
    error: limit('cell-formats'),
  },
  {
    name: 'attributes without end',
    bytes: () =>
      withRows(`<row ${'a="1" '.repeat(LONG)}><c ${'b="2" '.repeat(LONG)}><v>1</v></c></row>`),
    error: null,
  },
  ...[
    ...[
      `<c t="inlineStr"><is>${'<'.repeat(LONG)}>`,
      `<c><v>${'<a'.repeat(LONG)}>`,
      '<c>'.repeat(LONG),
    ],
    ...[
      `<c ${'r'.repeat(LONG)}`,
      '<c r="'.repeat(LONG),
      '<!--'.repeat(LONG),
      'sheetData'.repeat(LONG),
    ],
    '<c t="inlineStr"><is><t>'.repeat(LONG / 10),
  ].map((inside, i) => ({
    name: `a row that never ends ${i + 1}`,
    bytes: () => withRows(`<row>${inside}`),
    error: DAMAGED,
  })),
  ...['<si>', '<si><t>', '<si><<<', '<si><r><t>', '<a:'].map((text, i) => ({
    name: `strings that never end ${i + 1}`,
    bytes: () => withPart('xl/sharedStrings.xml', `<sst>${text.repeat(LONG)}`),
    error: DAMAGED,
  })),
  ...['xl/workbook.xml', 'xl/styles.xml', '_rels/.rels'].flatMap((part) =>
    ['<a ', '<a b="', '<!-- '].map((text, i) => ({
      name: `${part.replaceAll('/', ' ')} that never ends ${i + 1}`,
      bytes: () => withPart(part, text.repeat(LONG)),
      // What the sheets can do without is no error of theirs.
      error: part === 'xl/workbook.xml' ? DAMAGED : null,
    })),
  ),
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>',
    worksheet(`<sheetData>${inline('&b;')}</sheetData>`),
  ].map((xml, i) => ({
    name: `an entity ${i + 1}`,
    bytes: () => withPart('xl/worksheets/sheet1.xml', xml),
    error: DAMAGED,
  })),
];

const TABLES: readonly HostileFile[] = [
  ...['\r', '\n', 'a,b\r', 'a,b\n\n', 'a,b\na,b,c\n', '"a""b",""\n'].map((line, i) => ({
    name: `lines without end ${i + 1}`,
    bytes: () => Buffer.from(line.repeat(20_000)),
    error: null,
  })),
  { name: 'fields without end', bytes: () => Buffer.alloc(9 * N, ','), error: limit('columns') },
  {
    name: 'a field without end',
    bytes: () => Buffer.from(`a,b\n1,"${'x'.repeat(9 * N)}"\n`),
    error: limit('record-bytes'),
  },
  { name: 'a quote that is never closed', bytes: () => Buffer.from('a,b\n"1,2\n'), error: null },
  ...[
    '<tr><td colspan=100000000>a</td><td>b</td></tr>',
    "<td a='x' b=\"",
    '<td>a<!-- ',
    '<td>&amp&#',
    '<td><table>',
    '<',
  ].map((rows, i) => ({
    name: `a page ${i + 1}`,
    bytes: () => Buffer.from(`<table>${rows.repeat(20_000)}</table>`),
    error: i === 0 || i === 3 ? limit('columns') : null,
  })),
];

const OTHERS: readonly HostileFile[] = [
  { name: 'a row for ten thousand as wide as can be', bytes: repeatedRow, error: limit('cells') },
  { name: 'nothing', bytes: () => Buffer.alloc(0), error: { reason: 'empty' } },
  { name: 'noise', bytes: () => Buffer.alloc(3000, '\0\x01\x02'), error: { reason: 'unknown' } },
  {
    name: 'encrypted',
    bytes: () => ole(['EncryptionInfo', 'EncryptedPackage']),
    error: { reason: 'encrypted' },
  },
  { name: 'an OLE container of nothing', bytes: () => ole(['Workbook']), error: DAMAGED },
  { name: 'cut short', bytes: () => withRows('<row/>').subarray(0, 300), error: DAMAGED },
  { name: 'a zip of nothing', bytes: () => zip([['a', 'b']]), error: { reason: 'unsupported' } },
];

/** Each is refused, or read after all, with the limits as they are. */
export const HOSTILE: readonly HostileFile[] = [...WORKBOOKS, ...TABLES, ...OTHERS];

/** Two cells as far apart as can be. */
export function usedRange(): Uint8Array {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
  const all = '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
  const xml = `<dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${all}`;
  return xlsx({ sheets: [{ xml: worksheet(xml) }] });
}

/** An OpenDocument sheet with a cell in the last column of its rows, which are written once. */
function repeatedRow(): Uint8Array {
  const blank = '<table:table-cell table:number-columns-repeated="16383"/>';
  const cell = '<table:table-cell office:value-type="float" office:value="1"/>';
  const row = `<table:table-row table:number-rows-repeated="10000">${blank}${cell}</table:table-row>`;
  const table = `<table:table table:name="1">${row}</table:table>`;
  return zip([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { method: 0 }],
    [
      'content.xml',
      `<office:document-content><office:spreadsheet>${table}</office:spreadsheet></office:document-content>`,
    ],
  ]);
}

/** A cell in the last column of each row. */
export function wideRows(): Uint8Array {
  const row = (_: unknown, i: number) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`;
  return withRows(Array.from({ length: 100_000 }, row).join(''));
}

function manySheets(): Uint8Array {
  const numbers = Array.from({ length: 6_000 }, (_, i) => i + 1);
  const parts = numbers.map((i): [string, string, object] => [
    `xl/worksheets/s${i}.xml`,
    '<worksheet/>',
    { method: 0 },
  ]);
  const rels = numbers.map(
    (i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="worksheets/s${i}.xml"/>`,
  );
  const sheets = numbers.map((i) => `<sheet name="${i}" r:id="r${i}"/>`);
  const book = xlsxParts({
    sheets: [],
    parts: {
      'xl/workbook.xml': `<workbook><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
    },
  });
  return zip([...book, ...parts]);
}

function lyingSize(): Uint8Array {
  const parts = xlsxParts({ sheets: [{ xml: '' }] }).map(
    ([name, content]): [string, string | Uint8Array, object] =>
      name.includes('sheet1') ? [name, Buffer.alloc(80 * N), { size: 1000 }] : [name, content, {}],
  );
  return zip(parts);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usedRange, wideRows, withPart, withRows } from './support/hostile-files.js';
import { worksheet, xlsx, xlsxParts } from './support/xlsx-writer.mjs';
import { zip } from './support/zip-writer.mjs';

// Each of these gets one plain error, within 5 s of processor time and 512 MB, in a process of
// its own.

const SECONDS = 5;
const MEGABYTES = 512;
/** More rows than a sheet may have. */
const ROWS = 1_100_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  error: Record<string, unknown> | null;
  rows: number;
  milliseconds: number;
  megabytes: number;
}

function measureAll(files: readonly Uint8Array[], options: object = {}): Outcome[] {
  const paths = files.map((bytes, i) => {
    const path = join(folder, `file${i}`);
    writeFileSync(path, bytes);
    return path;
  });
  const script = fileURLToPath(new URL('support/measure.mjs', import.meta.url));
  const output = execFileSync(process.execPath, [script, JSON.stringify(options), ...paths], {
    timeout: 60_000,
  });
  const outcomes = JSON.parse(output.toString()) as Outcome[];
  for (const { error, milliseconds, megabytes } of outcomes) {
    if (error !== null)
      expect(error).toMatchObject({ name: 'SpreadsheetError', message: expect.any(String) });
    expect(milliseconds).toBeLessThan(SECONDS * 1000);
    expect(megabytes).toBeLessThan(MEGABYTES);
  }
  return outcomes;
}

const measure = (bytes: Uint8Array, options: object = {}): Outcome =>
  measureAll([bytes], options)[0]!;

/** The error that reading gives. */
const errorOf = (bytes: Uint8Array, options: object = {}) => measure(bytes, options).error;

test('a billion cells of used range, and two of content', () => {
  expect(measure(usedRange())).toMatchObject({ error: null, rows: 2 });
});

test('rows without end', () => {
  const rows = ['<row/>', '<row><c><v>1</v></c></row>'];
  for (const { error } of measureAll(rows.map((row) => withRows(row.repeat(ROWS)))))
    expect(error).toMatchObject({ reason: 'limit', limit: 'rows' });
});

test('every row as wide as can be', () => {
  expect(errorOf(wideRows())).toMatchObject({ reason: 'limit', limit: 'cells' });
});

test('a cell of 10 MB, inline and shared, in memory and streamed', () => {
  const text = 'x'.repeat(10_000_000);
  const inline = `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const shared = withPart('xl/sharedStrings.xml', `<sst><si><t>${text}</t></si></sst>`);
  for (const { error } of measureAll([withRows(inline), shared]))
    expect(error).toMatchObject({ reason: 'limit', limit: 'cell-characters' });
  const padding = `<row><c><v>1</v></c></row>${' '.repeat(70_000_000)}`;
  expect(errorOf(withRows(padding + inline), { maxRatio: 1e6 })).toMatchObject({
    limit: 'row-bytes',
  });
});

test('lines of text without end: blank, ended by CR alone, of two widths, of quotes', () => {
  const lines = ['\r', '\n', 'a,b\r', 'a,b\n\n', 'a,b\na,b,c\n', '"a""b",""\n', '"a"b\n'];
  const outcomes = measureAll(lines.map((line) => Buffer.from(line.repeat(400_000))));
  const [blank, blankToo, ...others] = outcomes;
  for (const none of [blank, blankToo]) expect(none).toMatchObject({ error: null, rows: 0 });
  for (const { error, rows } of others) {
    expect(error).toBeNull();
    expect(rows).toBeGreaterThanOrEqual(400_000);
  }
});

test('pages whose cells span all there is, and tags without end', () => {
  const n = 25_000;
  const pages = [
    '<tr><td colspan=100000000>a</td><td>b</td></tr>',
    '<tr><td colspan=16384 rowspan=65000>a</td></tr>',
    '<tr><td rowspan=1048576>a</td></tr>',
    '<tr><td rowspan=9>a</td><td colspan=16000></td><td>b</td></tr>',
    '<td><table>',
    '<td a="',
    "<td a='x' b=\"",
    '<td a=',
    '<td>a<!-- ',
    '<td><script>',
    '<td>&amp&#',
    '<td>\u2029 ',
    '<',
  ];
  const bytes = pages.map((rows) => Buffer.from(`<table>${rows.repeat(n)}</table>`));
  for (const { error } of measureAll(bytes)) {
    if (error !== null) expect(error).toMatchObject({ reason: 'limit' });
  }
});

test('70,000 sheets', () => {
  const parts: [string, string, object][] = [];
  const rels: string[] = [];
  const sheets: string[] = [];
  for (let i = 1; i <= 70_000; i++) {
    parts.push([`xl/worksheets/s${i}.xml`, '<worksheet/>', { method: 0 }]);
    rels.push(`<Relationship Id="r${i}" Type="x/worksheet" Target="worksheets/s${i}.xml"/>`);
    sheets.push(`<sheet name="${i}" r:id="r${i}"/>`);
  }
  const all = xlsxParts({
    sheets: [],
    parts: {
      'xl/workbook.xml': `<workbook><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
    },
  });
  expect(errorOf(zip([...all, ...parts]))).toMatchObject({ reason: 'limit', limit: 'sheets' });
});

test('a small file that is a thousand times as large', () => {
  const bytes = withPart('xl/worksheets/sheet1.xml', Buffer.alloc(80_000_000, '<row/>'));
  const lie = xlsxParts({ sheets: [{ xml: '' }] }).map(
    ([name, content]): [string, string | Uint8Array, object] =>
      name.includes('sheet1')
        ? [name, Buffer.alloc(80_000_000), { size: 1000 }]
        : [name, content, {}],
  );
  const [large, lying] = measureAll([bytes, zip(lie)]);
  expect(large!.error).toMatchObject({ reason: 'limit', limit: 'ratio' });
  expect(lying!.error).toMatchObject({ reason: 'damaged' });
});

test('many sheets that are small each and too much together', () => {
  const part = worksheet(`<sheetData>${' '.repeat(12_000_000)}</sheetData>`);
  const sheets = Array.from({ length: 8 }, () => ({ xml: part }));
  expect(errorOf(xlsx({ sheets }))).toMatchObject({ reason: 'limit', limit: 'ratio' });
});

test('strings without end', () => {
  const many = `<sst>${'<si><t>a</t></si>'.repeat(5_000_000)}</sst>`;
  const large = Buffer.alloc(140_000_000, '<si><t>Nguyễn Thị Ấp, ấp Tân Ân</t></si>');
  const files = [many, large].map((strings) => withPart('xl/sharedStrings.xml', strings));
  const limits = measureAll(files, { maxRatio: 1e6 }).map(({ error }) => error?.limit);
  expect(limits).toEqual(['shared-strings', 'shared-string-bytes']);
});

test('merged ranges, formats and attributes without end', () => {
  const merges = worksheet(
    `<sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(300_000)}</mergeCells>`,
  );
  const xfs = `<styleSheet><cellXfs>${'<xf/>'.repeat(300_000)}</cellXfs></styleSheet>`;
  const attributes = `<row ${'a="1" '.repeat(1_000_000)}><c ${'b="2" '.repeat(1_000_000)}><v>1</v></c></row>`;
  const files = [
    xlsx({ sheets: [{ xml: merges }] }),
    withPart('xl/styles.xml', xfs),
    withRows(attributes),
  ];
  expect(measureAll(files)).toMatchObject([
    { error: { limit: 'merges' } },
    { error: { limit: 'cell-formats' } },
    { error: null, rows: 1 },
  ]);
});

test('what would take a careless parser forever', () => {
  const n = 300_000;
  const texts = [
    `a${' '.repeat(n)}b `,
    '&amp;'.repeat(n / 4),
    '_x'.repeat(n / 4),
    '\r'.repeat(n / 4),
    `<![CDATA[x]]>${'<!---->'.repeat(n / 4)}`,
  ];
  const items = texts.map((text) => `<si><t> ${text}</t></si>`).join('');
  const cells = texts.map(
    (text, i) => `<c t="s"><v>${i}</v></c><c t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  const rows = [
    `<c t="inlineStr"><is>${'<'.repeat(n)}>`,
    `<c><v>${'<a'.repeat(n)}>`,
    '<c>'.repeat(n),
    `<c ${'r'.repeat(n)}`,
    '<c r="'.repeat(n),
    '<!--'.repeat(n),
    `<c r="A1"><v>${'1'.repeat(n)}</v></c>`,
    '<c t="inlineStr"><is><t>'.repeat(n / 10),
    'sheetData'.repeat(n),
  ];
  const strings = ['<si>', '<si><t>', `<si>${'<'.repeat(9)}`, '<si><r><t>', '<a:'];
  const markup = ['<a ', '<a b="', '<sheet ', '<sheet/>', '<Relationship/>', '<!-- '];
  const names = ['xl/workbook.xml', 'xl/styles.xml', '_rels/.rels', 'docProps/core.xml'];
  const outcomes = measureAll([
    xlsx({ sheets: [{ xml: `<row>${cells.join('')}</row>` }], strings: items }),
    ...rows.map((inside) => withRows(`<row>${inside}`)),
    ...strings.map((text) => withPart('xl/sharedStrings.xml', `<sst>${text.repeat(n)}`)),
    ...names.flatMap((name) => [
      ...markup.map((text) => withPart(name, text.repeat(n))),
      withPart(name, `<sheet ${'name='.repeat(n)}>`),
    ]),
  ]);
  expect(outcomes[0]).toMatchObject({ error: null, rows: 1 });
});

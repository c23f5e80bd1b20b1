import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cellAddress } from '../../../src/core/address.js';
import { freshList, type Remark, returnCopy } from '../../../src/reports/return-copy/index.js';
import { writeBook } from '../../../src/reports/workbook/xlsx/index.js';
import { newSheet, put } from '../../../src/reports/workbook/xlsx/sheet.js';
import { packed, zip } from '../../../src/reports/workbook/xlsx/zip.js';
import { openWorkbook } from '../../../src/spreadsheet/index.js';
import { convertAll, hasOffice } from '../../helpers/office/convert.mjs';
import { unzip } from '../package-parts.js';
import { hasWriters, python } from './python.js';

const folder = mkdtempSync(join(tmpdir(), 'ccds-return-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPTIONS = { lang: 'vi', oldList: null, created: '2024-09-16T00:00:00Z' } as const;
const RED = 'FFFFC7CE';
const YELLOW = 'FFFFEB9C';

function remark(cell: string, more: Partial<Remark> = {}): Remark {
  return {
    severity: 'error',
    code: 'CCDS-R02',
    sheet: 'Thành viên',
    cell,
    area: '',
    row: null,
    message: `Sai ở ${cell}.`,
    fix: 'Đề nghị sửa.',
    ...more,
  };
}

/** A workbook with all that a rewriting loses: a chart, a validation, names, a comment. */
const RICH = `
import sys, xlsxwriter
wb = xlsxwriter.Workbook(sys.argv[1])
ws, other = wb.add_worksheet('Thành viên'), wb.add_worksheet('Tổng & hợp')
cell = wb.add_format({'border': 1, 'num_format': '#,##0', 'bold': True})
ws.merge_range('A1:D1', 'UBND XÃ TÂN ÂN', cell)
for r in range(3, 9):
    for c in range(4): ws.write_number(r, c, r * 1000 + c, cell)
ws.write_comment('B5', 'của người nộp')
ws.data_validation('C4:C50', {'validate': 'list', 'source': ['Tổ trưởng', 'Tổ viên']})
ws.conditional_format('D4:D9', {'type': 'cell', 'criteria': '>', 'value': 5, 'format': cell})
ws.set_column('B:B', 31.5)
other.write_formula('A1', "=SUM('Thành viên'!D4:D9)", cell, 33018)
chart = wb.add_chart({'type': 'column'})
chart.add_series({'values': "='Thành viên'!$D$4:$D$9"})
other.insert_chart('C3', chart)
wb.define_name("'Tổng & hợp'!vung", "='Tổng & hợp'!$A$1:$A$5")
other.activate()
wb.close()
`;

/** What a program that knows nothing of ccds sees in a workbook. */
const LOOK = `
import sys, json, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
cells = {}
for ws in wb:
    for row in ws.iter_rows():
        for c in row:
            fill = c.fill.fgColor.rgb if c.fill.fill_type else None
            if c.value is not None or fill or c.comment:
                cells[ws.title + '!' + c.coordinate] = [c.value, c.number_format, c.font.b,
                    c.border.left.style, fill, c.comment.text if c.comment else None]
print(json.dumps({'sheets': wb.sheetnames, 'active': wb.active.title, 'cells': cells,
    'width': wb['Thành viên'].column_dimensions['B'].width,
    'links': [h.hyperlink.location for row in wb.worksheets[0].iter_rows() for h in row if h.hyperlink]}))
`;
interface Look {
  sheets: string[];
  active: string;
  cells: Record<string, [unknown, string, boolean, string | null, string | null, string | null]>;
  width: number;
  links: string[];
}

function rich(): { original: Buffer; path: string } {
  const path = join(folder, 'rich.xlsx');
  python(RICH, path);
  return { original: readFileSync(path), path };
}

function look(bytes: Uint8Array): Look {
  const path = join(folder, 'look.xlsx');
  writeFileSync(path, bytes);
  return python(LOOK, path) as Look;
}

describe.skipIf(!hasWriters)('a copy of another program’s workbook', () => {
  const remarks = [
    remark('D5'),
    remark('B5', { severity: 'warning' }),
    remark('F7'),
    remark('B20'),
    remark('A1', { sheet: 'Tổng & hợp', severity: 'warning' }),
    remark('', { severity: 'info', row: 9 }),
  ];

  it('colours and comments the cells, keeps their look, and lists all in front', () => {
    const { original } = rich();
    const before = look(original);
    const after = look(returnCopy(original, remarks, OPTIONS)!);
    expect(after.sheets).toEqual(['Cần sửa', 'Thành viên', 'Tổng & hợp']);
    expect(after.active).toBe('Cần sửa');
    expect(after.width).toBe(before.width);
    const [value, format, bold, border, fill, comment] = after.cells['Thành viên!D5']!;
    expect([value, format, bold, border, fill]).toEqual([4003, '#,##0', true, 'thin', RED]);
    expect(comment).toBe('Lỗi (CCDS-R02): Sai ở D5.\nCách sửa: Đề nghị sửa.');
    expect(after.cells['Thành viên!B5']![4]).toBe(YELLOW);
    expect(after.cells['Thành viên!B5']![5]).toMatch(/^của người nộp\nCảnh báo \(CCDS-R02\)/);
    expect(after.cells['Thành viên!F7']![4]).toBe(RED);
    expect(after.cells['Thành viên!B20']![4]).toBe(RED);
    expect(after.cells['Tổng & hợp!A1']![0]).toBe("=SUM('Thành viên'!D4:D9)");
    expect(after.links).toEqual([
      "'Thành viên'!D5",
      "'Thành viên'!B5",
      "'Thành viên'!F7",
      "'Thành viên'!B20",
      "'Tổng & hợp'!A1",
    ]);
    const marked = new Set(['D5', 'B5', 'F7', 'B20'].map((cell) => `Thành viên!${cell}`));
    for (const [cell, was] of Object.entries(before.cells))
      if (!marked.has(cell) && cell !== 'Tổng & hợp!A1') expect(after.cells[cell]).toEqual(was);
  });

  it('marks the cell that is shown where one that a merge covers is meant', () => {
    const { original } = rich();
    const { cells } = look(returnCopy(original, [remark('C1'), remark('B3')], OPTIONS)!);
    const marked = (address: string) => cells[`Thành viên!${address}`]!.slice(4);
    expect(marked('A1')).toEqual([RED, expect.stringContaining('Sai ở C1.')]);
    expect(marked('B3')).toEqual([RED, expect.stringContaining('Sai ở B3.')]);
    expect(cells['Thành viên!C1']?.[4] ?? null).toBeNull();
    // The list says where it is.
    expect(Object.values(cells).map(([value]) => value)).toContain('C1');
  });

  it('leaves every other part as it was: charts, names, validations', () => {
    const { original } = rich();
    const [before, after] = [unzip(original), unzip(returnCopy(original, remarks, OPTIONS)!)];
    const changed = [...before].filter(([path, text]) => after.get(path) !== text);
    expect(changed.map(([path]) => path).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(after.get('xl/worksheets/sheet1.xml')).toContain('<dataValidation type="list"');
    expect(after.get('xl/workbook.xml')).toMatch(/name="vung" localSheetId="2"/);
  });

  it('repeats the heading of its list on every page, once', () => {
    const TITLES =
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Cần sửa\'!$4:$4</definedName>';
    const workbook = (bytes: Uint8Array) => unzip(bytes).get('xl/workbook.xml')!;
    const first = returnCopy(rich().original, remarks, OPTIONS)!;
    const again = returnCopy(first, [remark('D6')], { ...OPTIONS, oldList: 'Cần sửa' })!;
    const plain = returnCopy(bookOf([[0, 1, 'x']]), [remark('A1')], OPTIONS)!;
    for (const bytes of [first, again, plain])
      expect(workbook(bytes).split(TITLES)).toHaveLength(2);
    expect(workbook(plain)).toMatch(/<\/sheets><definedNames>.*<\/definedNames><calcPr/);
  });

  it('takes back the marks of an earlier return where nothing is wrong any more', () => {
    const { original } = rich();
    const before = look(original);
    const first = returnCopy(original, remarks, OPTIONS)!;
    const again = { ...OPTIONS, oldList: 'Cần sửa' };
    const after = look(returnCopy(first, [remark('D6')], again)!);
    expect(after.sheets).toEqual(['Cần sửa', 'Thành viên', 'Tổng & hợp']);
    expect(after.active).toBe('Cần sửa');
    expect(after.cells['Thành viên!D6']![4]).toBe(RED);
    for (const cell of ['D5', 'B5']) {
      const key = `Thành viên!${cell}`;
      expect(after.cells[key]).toEqual(before.cells[key]);
    }
    expect(after.cells['Thành viên!F7']).toBeUndefined();
  });

  it.skipIf(!hasOffice)('opens in LibreOffice with its comments, colours and links', () => {
    const path = join(folder, 'office.xlsx');
    writeFileSync(path, returnCopy(rich().original, remarks, OPTIONS)!);
    const [ods, again] = ['office.ods', 'again.xlsx'].map((name) => join(folder, name));
    convertAll([
      { from: path, to: ods!, filter: 'calc8' },
      { from: ods!, to: again!, filter: 'Calc MS Excel 2007 XML' },
    ]);
    const seen = python(LOOK, again!) as Look;
    expect(seen.cells['Thành viên!D5']![4]).toBe(RED);
    expect(seen.cells['Thành viên!D5']![5]).toContain('Sai ở D5.');
    expect(seen.cells['Thành viên!B20']![4]).toBe(RED);
    expect(seen.sheets[0]).toBe('Cần sửa');
  });
});

describe('a copy', () => {
  const values = fc.oneof(
    fc.integer({ min: -9999, max: 9999 }),
    fc.constantFrom('Nguyễn Văn A', '=1+1', ' <b> & "c" ', '001', 'a\nb'),
  );
  const cells = fc.uniqueArray(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 30 }), values), {
    selector: ([column, row]) => `${column} ${row}`,
    minLength: 1,
    maxLength: 40,
  });
  const places = fc.uniqueArray(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 40 })), {
    selector: String,
    maxLength: 12,
  });

  it('holds the same values wherever the marks are, and colours these alone', async () => {
    await fc.assert(
      fc.asyncProperty(cells, places, async (filled, marked) => {
        const original = bookOf(filled);
        const remarks = marked.map(([column, row]) => remark(cellAddress(column, row)));
        const copy = returnCopy(original, remarks, OPTIONS)!;
        expect(await valuesOf(copy, 1)).toEqual(await valuesOf(original, 0));
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(copy as unknown as ArrayBuffer);
        const red: string[] = [];
        book.getWorksheet('Thành viên')!.eachRow({ includeEmpty: true }, (row) => {
          row.eachCell({ includeEmpty: true }, (cell) => {
            const { fill } = cell;
            if (fill?.type === 'pattern' && fill.fgColor?.argb === RED) red.push(cell.address);
          });
        });
        expect(red.sort()).toEqual(remarks.map(({ cell }) => cell).sort());
      }),
      { numRuns: 25 },
    );
  });

  it('bears a mark that ccds knows it by, and keeps other marks', async () => {
    const original = bookOf([[0, 1, 'x']], { 'ccds-template': '3' });
    const copy = await openWorkbook({
      name: 'x.xlsx',
      bytes: returnCopy(original, [remark('A1')], OPTIONS)!,
    });
    expect(copy.properties).toEqual({ 'ccds-template': '3', 'ccds-output': 'return-copy' });
  });

  it('never changes the bytes it was given', () => {
    const original = bookOf([[0, 1, 'x']]);
    const before = Buffer.from(original).toString('hex');
    returnCopy(original, [remark('A1')], OPTIONS);
    expect(Buffer.from(original).toString('hex')).toBe(before);
  });

  it('works on names with a prefix, and on rows and cells that do not say where they are', () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row><x:row/></x:sheetData></x:worksheet>';
    const parts = unzip(bookOf([[0, 1, 'x']]));
    parts.set('xl/worksheets/sheet1.xml', sheet);
    const original = zip([...parts].map(([path, content]) => packed({ path, content })));
    const remarks = ['B1', 'C1', 'A2'].map((cell) => remark(cell));
    const copy = unzip(returnCopy(original, remarks, OPTIONS)!).get('xl/worksheets/sheet1.xml')!;
    expect(copy).toMatch(/<x:c s="\d+"><x:v>5<\/x:v><\/x:c><x:c r="C1" s="\d+"\/><\/x:row>/);
    expect(copy).toMatch(/<x:row><x:c r="A2" s="\d+"\/><\/x:row>/);
    expect(copy).toContain('<x:legacyDrawing ');
  });

  it.each([
    ['no workbook', new TextEncoder().encode('Ấp,Số\n')],
    ['a broken one', bookOf([[0, 1, 'x']]).slice(0, 900)],
    ['a strict one', strict()],
    ['one whose content types are of another kind', without('[Content_Types].xml')],
    ['one whose relationships are of another kind', without('_rels/.rels')],
  ])('is refused of %s, and then there is a list of its own', async (_, bytes) => {
    expect(returnCopy(bytes, [remark('A1')], OPTIONS)).toBeNull();
    const list = await openWorkbook({
      name: 'x.xlsx',
      bytes: freshList([remark('A1')], OPTIONS),
    });
    expect(list.sheets.map(({ name }) => name)).toEqual(['Cần sửa']);
    expect(list.properties['ccds-output']).toBe('return-copy');
  });

  it('has no cell that begins as a formula would', async () => {
    const bad = remark('A1', { message: '=HYPERLINK("http://x")', sheet: '@x', fix: '+1' });
    const [texts] = [await valuesOf(freshList([bad], OPTIONS), 0)];
    for (const text of texts) expect(String(text)).not.toMatch(/!\s*[=+@-]/);
    expect(texts.join('\n')).toContain("'=HYPERLINK");
  });
});

type Filled = readonly (readonly [column: number, row: number, value: string | number])[];

function bookOf(filled: Filled, marks: Record<string, string> = {}): Uint8Array {
  const sheet = newSheet('Thành viên');
  for (const [column, row, value] of filled) put(sheet, row, column, value);
  return writeBook({
    sheets: [sheet],
    font: { name: 'Arial', size: 10 },
    properties: { title: 't', subject: 's', author: 'a', created: '2024-09-14T00:00:00Z' },
    marks,
  });
}

/** A workbook of which a part has no such element as is to be added to. */
function without(part: string): Uint8Array {
  const parts = unzip(bookOf([[0, 1, 'x']])).set(part, '<other/>');
  return zip([...parts].map(([path, content]) => packed({ path, content })));
}

function strict(): Uint8Array {
  const parts = unzip(bookOf([[0, 1, 'x']]));
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const book = parts.get('xl/workbook.xml')!;
  parts.set('xl/workbook.xml', book.replace(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main'));
  return zip([...parts].map(([path, content]) => packed({ path, content })));
}

/** `B7!value` of every cell of a sheet. */
async function valuesOf(bytes: Uint8Array, index: number): Promise<string[]> {
  const book = await openWorkbook({ name: 'x.xlsx', bytes });
  const all: string[] = [];
  await book.sheets[index]!.read(({ number, values }) => {
    for (const [column, value] of values.entries())
      if (value !== null) all.push(`${cellAddress(column, number)}!${String(value)}`);
  });
  await book.close();
  return all;
}

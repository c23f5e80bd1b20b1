import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freshList, type Remark, returnCopy } from '../../src/reports/return-copy/index.js';
import { sum } from '../../src/reports/workbook/figures.js';
import { summaryWorkbook, type WorkbookOptions } from '../../src/reports/workbook/index.js';
import { writeBook } from '../../src/reports/workbook/xlsx/index.js';
import type { Sheet } from '../../src/reports/workbook/xlsx/model.js';
import { newSheet, put } from '../../src/reports/workbook/xlsx/sheet.js';
import { convertAll, hasOffice } from '../helpers/office/convert.mjs';
import { inTime } from './fake-review.js';
import { big, makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';
import { packageFaults } from './package-faults.js';
import { unzip } from './package-parts.js';
import { hasWriters, python } from './return-copy/python.js';
import { faultsOf, parse } from './schema.js';

const folder = mkdtempSync(join(tmpdir(), 'ccds-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Excel would mend in a workbook. */
function faults(bytes: Uint8Array): readonly string[] {
  const parts = unzip(bytes);
  const sheets = [...parts].filter(([path]) => /^xl\/(worksheets|comments)/.test(path));
  return [
    ...packageFaults(parts),
    ...sheets.flatMap(([path, xml]) => (path.endsWith('.xml') ? faultsOf(parse(xml), path) : [])),
  ];
}

describe('a summary workbook', () => {
  const LONG = `Nông trường "Động Cát" & khu dân cư <số bảy> ${'rất dài '.repeat(30)}`;
  const longNamed: Plan = {
    ...SMALL,
    units: SMALL.units.map(([code, name, ...rest]) => [code, `${name} ${LONG}`, ...rest]),
  };
  const nobody: Plan = { ...SMALL, reports: {} };
  const many = big({ districts: 25, communes: 60, hamlets: 120 });
  const english: Partial<WorkbookOptions> = { lang: 'en' };
  const cases: readonly [string, Plan, Partial<WorkbookOptions>, string?][] = [
    ['in Vietnamese', SMALL, {}],
    ['in English', SMALL, english],
    ['of a district', SMALL, {}, '973'],
    ['of a commune', SMALL, english, '32245'],
    ['with history', SMALL, inTime(SMALL)],
    ['of 25 districts', many, inTime(many)],
    ['of very long names', longNamed, inTime(longNamed)],
    ['of a month in which nobody reported', nobody, {}],
  ];

  it.each(cases)('has nothing that Excel would mend: %s', async (_, plan, options, code = '96') => {
    const summary = makeSummary(plan);
    const root = summary.tree.byCode.get(code) ?? summary.tree.roots[0]!;
    const bytes = await summaryWorkbook({ summary, root }, { describe: sentences, ...options });
    expect(faults(bytes)).toEqual([]);
  });
});

describe('what Excel would mend', () => {
  const spoilt: readonly [string, string, string | RegExp, string][] = [
    [
      'a look that is not there',
      'xl/worksheets/sheet1.xml',
      '</sheetData>',
      '</sheetData><cfRule dxfId="99"/>',
    ],
    ['a prefix of nobody', 'xl/workbook.xml', '<workbook ', '<workbook mc:Ignorable="x15" '],
    ['a wrong count of texts', 'xl/sharedStrings.xml', /count="\d+"/, 'count="3"'],
    ['a name of a sheet too far', 'xl/workbook.xml', 'localSheetId="0"', 'localSheetId="99"'],
    [
      'merged cells told too few',
      'xl/worksheets/sheet1.xml',
      /mergeCells count="\d+"/,
      'mergeCells count="1"',
    ],
    [
      'pages told too few',
      'xl/worksheets/sheet8.xml',
      '</sheetData>',
      '</sheetData><rowBreaks count="2" manualBreakCount="9"><brk id="5"/><brk id="9"/></rowBreaks>',
    ],
    ['a column twice', 'xl/worksheets/sheet1.xml', '<col min="2" max="2"', '<col min="1" max="2"'],
    [
      'a pane beside its cell',
      'xl/worksheets/sheet2.xml',
      / topLeftCell="\w+"/,
      ' topLeftCell="Z99"',
    ],
    [
      'two links at a cell',
      'xl/worksheets/sheet1.xml',
      /<hyperlink ref="\w+"( location="[^"]+")\/><hyperlink ref="\w+"/,
      '<hyperlink ref="B9"$1/><hyperlink ref="B9"',
    ],
    [
      'an outline too deep',
      'xl/worksheets/sheet2.xml',
      '<row r="12"',
      '<row r="12" outlineLevel="8"',
    ],
    [
      'a sheet to open at that is not selected',
      'xl/workbook.xml',
      'activeTab="0"',
      'activeTab="12"',
    ],
    ['a name that is none', 'xl/workbook.xml', 'name="_xlnm.Print_Titles"', 'name="Print Titles"'],
    [
      'a chart whose axis is gone',
      'xl/charts/chart1.xml',
      /<c:valAx><c:axId val="\d+"/,
      '<c:valAx><c:axId val="9"',
    ],
    ['a chart of no sheet', 'xl/charts/chart1.xml', /<c:f>[^<]*/, "<c:f>'Không có'!$A$1"],
    [
      'a format of its own that nobody told of',
      'xl/styles.xml',
      /(<cellXfs[^>]*><xf numFmtId=")\d+/,
      '$1999',
    ],
  ];

  it('is found in a workbook that is spoilt', async () => {
    const scope = makeSummary(SMALL);
    const bytes = await summaryWorkbook(
      { summary: scope, root: scope.tree.roots[0]! },
      { describe: sentences },
    );
    for (const [what, path, from, to] of spoilt) {
      const parts = new Map(unzip(bytes));
      parts.set(path, parts.get(path)!.replace(from, to));
      expect([what, packageFaults(parts).length > 0]).toEqual([what, true]);
    }
  });
});

function bookOf(sheet: Sheet): Uint8Array {
  return writeBook({
    sheets: [sheet],
    font: { name: 'Arial', size: 10 },
    properties: { title: '', subject: '', author: '', created: OPTIONS.created },
    marks: {},
  });
}

function remark(cell: string, more: Partial<Remark> = {}): Remark {
  return {
    ...{
      severity: 'error',
      code: 'CCDS-R02',
      sheet: 'Tổ "A" & \'B\' <1>',
      cell,
      area: '',
      row: null,
    },
    ...{ message: `Sai ở ${cell}.`, fix: 'Đề nghị sửa.' },
    ...more,
  };
}

const REMARKS = [remark('B5'), remark('B5'), remark('D4', { severity: 'warning' }), remark('H40')];
const OPTIONS = { lang: 'vi', oldList: null, created: '2024-09-16T00:00:00Z' } as const;

/** Bars, a filter, a picture in the header: what other programs put round a drawing of comments. */
const XLSXWRITER = `
import sys, struct, zlib, xlsxwriter
def png(path):
    def chunk(kind, data):
        body = kind + data
        return struct.pack('>I', len(data)) + body + struct.pack('>I', zlib.crc32(body))
    with open(path, 'wb') as out:
        out.write(b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(b'\\0\\0')) + chunk(b'IEND', b''))
path, kind = sys.argv[1:]
book = xlsxwriter.Workbook(path)
sheet = book.add_worksheet('Tổ "A" & \\'B\\' <1>')
for r in range(2, 9):
    for c in range(4): sheet.write_number(r, c, r * 10 + c)
if kind == 'bars':
    sheet.conditional_format('D4:D9', {'type': 'data_bar', 'data_bar_2010': True})
if kind == 'header':
    png(path + '.png')
    sheet.set_header('&C&G', {'image_center': path + '.png'})
if kind == 'table':
    sheet.add_table('A2:D9')
    sheet.write_comment('B5', 'của người nộp')
if kind == 'filter':
    sheet.autofilter('A2:D9')
    sheet.repeat_rows(1)
    sheet.data_validation('A3:A9', {'validate': 'list', 'source': ['1', '2']})
if kind == 'button':
    sheet.insert_button('F3', {'caption': 'x'})
book.close()
`;
const KINDS = ['plain', 'bars', 'header', 'table', 'filter', 'button'];

const OPENPYXL = `
import sys, openpyxl
from openpyxl.comments import Comment
book = openpyxl.load_workbook(sys.argv[1])
book.active['C5'].comment = Comment('khác', 'Ông X')
book.save(sys.argv[2])
`;

describe.skipIf(!hasWriters)('a returned copy', () => {
  const made = (kind: string) => {
    const path = join(folder, `${kind}.xlsx`);
    python(XLSXWRITER, path, kind);
    return path;
  };
  /** Faults that the copy has and the original did not have. */
  function ofCopies(path: string): readonly string[] {
    const original = readFileSync(path);
    const known = new Set(faults(original));
    const first = returnCopy(original, REMARKS, OPTIONS)!;
    const again = returnCopy(first, [remark('C5')], { ...OPTIONS, oldList: 'Cần sửa' })!;
    writeFileSync(path.replace('.xlsx', '-copy.xlsx'), first);
    return [first, again].flatMap(faults).filter((fault) => !known.has(fault));
  }

  it.each(KINDS)('has nothing that Excel would mend: xlsxwriter, %s', (kind) => {
    expect(ofCopies(made(kind))).toEqual([]);
  });

  it.each(KINDS)('has nothing that Excel would mend: openpyxl, %s', (kind) => {
    const path = join(folder, `openpyxl-${kind}.xlsx`);
    python(OPENPYXL, made(kind), path);
    expect(ofCopies(path)).toEqual([]);
  });

  it.skipIf(!hasOffice)('has nothing that Excel would mend: LibreOffice', () => {
    const to = (kind: string) => join(folder, `office-${kind}.xlsx`);
    const filter = 'Calc MS Excel 2007 XML';
    const kinds = ['bars', 'table'];
    convertAll(kinds.map((kind) => ({ from: made(kind), to: to(kind), filter })));
    for (const kind of kinds) expect([kind, ...ofCopies(to(kind))]).toEqual([kind]);
  });
});

it('has no more links on a sheet than Excel takes', () => {
  const sheet = newSheet('A');
  for (let row = 1; row <= 65_531; row++) {
    put(sheet, row, 0, row);
    sheet.links.push({ row, column: 0, to: { location: "'A'!B1" } });
  }
  const xml = unzip(bookOf(sheet)).get('xl/worksheets/sheet1.xml')!;
  expect(xml.match(/<hyperlink /g)).toHaveLength(65_530);
});

it('has no formula longer than Excel takes: the figure stands there instead', () => {
  const cells = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ column: 2, row: 10 + 3 * i, value: 1 }));
  expect(sum(cells(600))!.formula.length).toBeLessThan(8192);
  expect(sum(cells(900))).toBeNull();
});

it('keeps to what Excel takes where a list is long', () => {
  const long = { message: 'Ấp Rạch Muỗi, '.repeat(3000), fix: 'Sửa. '.repeat(400) };
  const remarks = Array.from({ length: 3 }, (_, i) => remark(`B${i + 1}`, long));
  expect(faults(freshList(remarks, OPTIONS))).toEqual([]);
  const sheet = newSheet(REMARKS[0]!.sheet);
  put(sheet, 5, 1, 'x');
  const original = bookOf(sheet);
  const many = Array.from({ length: 900 }, (_, i) => remark('B5', { row: i + 6 }));
  expect(faults(returnCopy(original, [...many, ...remarks], OPTIONS)!)).toEqual([]);
});

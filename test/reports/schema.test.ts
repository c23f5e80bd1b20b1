import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summaryWorkbook } from '../../src/reports/workbook/index.js';
import { inTime } from './fake-review.js';
import { big, makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';
import { unzip } from './package-parts.js';
import { hasWriters, python } from './return-copy/python.js';
import { faultsOf, parse, shapeOf } from './schema.js';

async function partsOf(plan: Plan, history: boolean): Promise<ReadonlyMap<string, string>> {
  const summary = makeSummary(plan);
  const scope = { summary, root: summary.tree.roots[0]! };
  const options = { describe: sentences, ...(history && inTime(plan)) };
  return unzip(await summaryWorkbook(scope, options));
}

let parts: ReadonlyMap<string, string>;
beforeAll(async () => {
  parts = await partsOf(SMALL, true);
});

const under = (all: ReadonlyMap<string, string>, folder: string) =>
  [...all].filter(([path]) => path.startsWith(folder) && path.endsWith('.xml'));

describe('the schema of ECMA-376', () => {
  it('tells what is out of place, too many or lacking', () => {
    const faults = (xml: string) => faultsOf(parse(xml));
    expect(faults('<worksheet><sheetData/><sheetPr/></worksheet>')).toEqual([
      '/worksheet: sheetPr is out of place',
    ]);
    expect(faults('<worksheet><sheetPr/></worksheet>')).toEqual(['/worksheet lacks sheetData']);
    expect(faults('<mergeCells><mergeCell/></mergeCells>')).toEqual([
      '/mergeCells/mergeCell lacks @ref',
    ]);
    expect(faults('<worksheet><sheetData/><odd><x/></odd></worksheet>')).toHaveLength(2);
  });

  it('is held to by every part of a workbook with history', () => {
    for (const [path, xml] of parts) expect([path, faultsOf(parse(xml))]).toEqual([path, []]);
    expect(under(parts, 'xl/charts/').length).toBeGreaterThan(6);
  });

  it('is held to with lying bars and without a district', async () => {
    const plan = big({ districts: 0, communes: 20, hamlets: 60, twoTier: true });
    for (const [path, xml] of await partsOf(plan, false))
      expect([path, faultsOf(parse(xml))]).toEqual([path, []]);
  });

  it('has styles whose every number points to what is there', () => {
    const styles = parts.get('xl/styles.xml')!;
    const count = (tag: string) => Number(new RegExp(`<${tag} count="(\\d+)"`).exec(styles)![1]);
    const cells = [
      ...styles.matchAll(/<xf numFmtId="\d+" fontId="(\d+)" fillId="(\d+)" borderId="(\d+)"/g),
    ];
    expect(cells.length).toBeGreaterThan(count('cellXfs') - 1);
    for (const [, font, fill, border] of cells) {
      expect(Number(font)).toBeLessThan(count('fonts'));
      expect(Number(fill)).toBeLessThan(count('fills'));
      expect(Number(border)).toBeLessThan(count('borders'));
    }
    for (const [, xml] of under(parts, 'xl/worksheets/'))
      for (const [, style] of xml.matchAll(/ s="(\d+)"/g))
        expect(Number(style)).toBeLessThan(count('cellXfs'));
  });
});

/** Charts as ours: bars with a line over them, a line with an axis of its own, lines alone. */
const XLSXWRITER = `
import sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet('A')
for i in range(5):
    sheet.write_row(i, 0, ['x%d' % i, i / 10, i])
font = {'name': 'Times New Roman', 'size': 9}
def series(column, **more):
    return {'name': 'n', 'categories': '=A!$A$1:$A$5', 'values': '=A!$%s$1:$%s$5' % (column, column), **more}
labels = {'value': True, 'num_format': '0%', 'font': font}
fill = {'fill': {'color': '#5B7B9C'}}
line = {'line': {'color': '#9C2A2A', 'dash_type': 'dash'}, 'marker': {'type': 'square', 'size': 6}}
def finish(chart, at, kind='column'):
    chart.set_title({'name': 'T', 'name_font': font})
    chart.set_legend({'position': 'bottom', 'font': font})
    values, names = (chart.set_x_axis, chart.set_y_axis) if kind == 'bar' else (chart.set_y_axis, chart.set_x_axis)
    values({'min': 0, 'max': 1, 'num_format': '0%', 'num_font': font, 'major_gridlines': {'visible': True, 'line': {'color': '#D9D9D9'}}})
    names({'num_font': font, 'major_tick_mark': 'none'})
    sheet.insert_chart(at, chart)
for at, kind, apart in [('E2', 'column', False), ('E20', 'column', True), ('E40', 'bar', False)]:
    bars = book.add_chart({'type': kind})
    bars.add_series(series('B', data_labels=labels, gap=60, **fill))
    if kind == 'column':
        over = book.add_chart({'type': 'line'})
        over.add_series(series('C', y2_axis=apart, **line))
        bars.combine(over)
    finish(bars, at, kind)
lines = book.add_chart({'type': 'line'})
lines.add_series(series('B', **line))
lines.add_series(series('C', **line))
finish(lines, 'E60')
sheet.merge_range('H1:I1', 'm')
sheet.freeze_panes(1, 1)
sheet.autofilter('A1:C5')
sheet.conditional_format('B1:B5', {'type': 'data_bar', 'bar_solid': True})
sheet.write_url('H3', "internal:'A'!A1")
sheet.set_landscape(); sheet.set_paper(9); sheet.fit_to_pages(1, 0)
sheet.repeat_rows(0); sheet.print_area('A1:C5'); sheet.set_h_pagebreaks([3])
sheet.set_footer('&L1&R&P/&N'); sheet.center_horizontally(); sheet.set_column(0, 3, 12)
book.close()
`;

describe.skipIf(!hasWriters)('beside xlsxwriter, whose files Excel opens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ccds-schema-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let theirs: ReadonlyMap<string, string>;
  beforeAll(() => {
    const path = join(folder, 'xlsxwriter.xlsx');
    python(XLSXWRITER, path);
    theirs = unzip(readFileSync(path));
  });

  it('the schema as it is written here takes its parts', () => {
    for (const folder of ['xl/charts/', 'xl/drawings/', 'xl/worksheets/', 'xl/workbook'])
      for (const [path, xml] of under(theirs, folder))
        expect([path, faultsOf(parse(xml))]).toEqual([path, []]);
  });

  it.each(['xl/charts/', 'xl/drawings/'])('%s hold all that its own do', (folder) => {
    const ours = shapeOfAll(parts, folder);
    for (const [path, children] of shapeOfAll(theirs, folder)) {
      const own = ours.get(path);
      expect(own, path).toBeDefined();
      for (const child of children) expect([path, ...own!]).toContain(child);
    }
  });

  it('the sheet holds all that its own does, but its dimension', () => {
    const ours = shapeOfAll(parts, 'xl/worksheets/').get('/worksheet')!;
    const own = [...shapeOfAll(theirs, 'xl/worksheets/').get('/worksheet')!];
    expect(own.filter((child) => !ours.has(child))).toEqual(['dimension']);
  });
});

/** The shape of all parts of a folder together. */
function shapeOfAll(
  all: ReadonlyMap<string, string>,
  folder: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const whole = new Map<string, Set<string>>();
  for (const [, xml] of under(all, folder))
    for (const [path, children] of shapeOf(parse(xml)))
      whole.set(path, new Set([...(whole.get(path) ?? []), ...children]));
  return whole;
}

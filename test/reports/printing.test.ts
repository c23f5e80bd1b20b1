import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { summaryWorkbook, type WorkbookOptions } from '../../src/reports/workbook/index.js';
import { printable } from '../../src/reports/workbook/xlsx/number-format.js';
import { FEW_MONTHS, inTime } from './fake-review.js';
import { big, makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';
import { cellsOf, sheetNames, unzip } from './package-parts.js';
import { hasWriters, python } from './return-copy/python.js';

type Parts = ReadonlyMap<string, string>;

async function bytesOf(plan: Plan, more: Partial<WorkbookOptions> = {}, code = '96') {
  const summary = makeSummary(plan);
  const root = summary.tree.byCode.get(code)!;
  return summaryWorkbook({ summary, root }, { describe: sentences, ...more });
}
const open = async (...args: Parameters<typeof bytesOf>) => unzip(await bytesOf(...args));
const xmlOf = (parts: Parts, name: string) =>
  parts.get(`xl/worksheets/sheet${sheetNames(parts).indexOf(name) + 1}.xml`)!;
const cells = (parts: Parts, name: string) => cellsOf(parts, sheetNames(parts).indexOf(name));

const selected = (parts: Parts) =>
  sheetNames(parts).filter((name) => xmlOf(parts, name).includes(' tabSelected="1"'));
const tables = (...numbers: string[]) => numbers.map((n) => `Biểu ${n}`);
const PRINTED = ['Bìa', ...tables('01a', '01b', '01c', '02a', '02b', '02c')];

describe('what prints when a workbook is opened', () => {
  it('is the cover and the tables 01 and 02, of a province, a district and a commune', async () => {
    const province = await open(SMALL);
    expect(selected(province)).toEqual(PRINTED);
    expect(province.get('xl/workbook.xml')).toContain(' activeTab="0"');
    expect(selected(await open(SMALL, {}, '973'))).toEqual(PRINTED);
    const communes = ['Bìa', ...tables('01a', '01b', '01c')];
    expect(selected(await open(SMALL, {}, '32245'))).toEqual(communes);
  });

  it('is the cover alone where the setting says so; either says how to print or to type', async () => {
    const alone = await open(SMALL, { printTogether: false });
    expect(selected(alone)).toEqual(['Bìa']);
    const beside = (parts: Parts) => [...cells(parts, 'Bìa').values()].map(({ value }) => value);
    expect(beside(alone).join()).toContain('giữ Shift bấm trang Biểu 02c');
    expect(beside(await open(SMALL)).join()).toContain('Trước khi gõ, bấm một trang khác');
  });

  it.skipIf(!hasWriters)('is selected as openpyxl reads it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ccds-printing-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, await bytesOf(SMALL));
    const code = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([book.active.title, [s.title for s in book if s.sheet_view.tabSelected]]))`;
    expect(python(code, path)).toEqual(['Bìa', PRINTED]);
  });
});

describe('what an office fills in', () => {
  const letterhead = { number: 'Số: 12/BC', signerName: 'Nguyễn Văn A', signerTitle: 'GIÁM ĐỐC' };

  it('is typed on the cover, and the other sheets to be signed repeat it', async () => {
    const parts = await open(SMALL, { letterhead });
    const cover = cells(parts, 'Bìa');
    for (const name of [...PRINTED.slice(1), 'Biểu 03a', 'Đối chiếu số liệu']) {
      const found = [...cells(parts, name).values()].filter(({ formula }) =>
        formula?.includes("'Bìa'!"),
      );
      const values = found.map(({ value }) => value);
      for (const text of ['Nguyễn Văn A', 'GIÁM ĐỐC', 'Cà Mau, ngày 14 tháng 9 năm 2024'])
        expect(values).toContain(text);
      for (const { formula, value } of found)
        expect(cover.get(/'Bìa'!(\w+)/.exec(formula!)![1]!)?.value ?? '').toBe(value);
    }
    expect(cells(parts, 'Biểu 01a').get('A3')!.value).toBe('Số: 12/BC');
  });

  it.each([
    ['vi', 'state', '45/BC-SKHCN', 'Số: 45/BC-SKHCN'],
    ['vi', 'party', '45-BC/TU', 'Số 45-BC/TU'],
    ['vi', 'party', 'Số 45-BC/TU', 'Số 45-BC/TU'],
    ['en', 'state', '45/BC-SKHCN', 'No. 45/BC-SKHCN'],
    ['vi', 'state', '', ''],
  ] as const)('has the word before its number (%s, %s, %s)', async (lang, form, number, shown) => {
    const parts = await open(SMALL, { lang, letterhead: { form, number } });
    expect(cellsOf(parts, 0).get('A3')?.value ?? '').toBe(shown);
  });

  it('stands on pages of the margins that documents have', async () => {
    const parts = await open(SMALL);
    expect(xmlOf(parts, 'Bìa')).toContain('<pageMargins left="1.18" right="0.6" top="0.79"');
    expect(xmlOf(parts, 'Biểu 01a')).toContain('<pageMargins left="0.6" right="0.6" top="0.79"');
  });

  it('goes on to a second line where it is long, in a row that is high enough', async () => {
    const agency = 'ỦY BAN NHÂN DÂN TỈNH CÀ MAU VÀ CÁC SỞ, BAN, NGÀNH CÓ LIÊN QUAN CỦA TỈNH CÀ MAU';
    const height = async (more: Partial<WorkbookOptions>) =>
      Number(/<row r="2" ht="([\d.]+)"/.exec(xmlOf(await open(SMALL, more), 'Biểu 01a'))![1]);
    expect(await height({ letterhead: { agency } })).toBeGreaterThan(await height({}));
  });
});

describe('long names', () => {
  const LONG = 'Nông trường Động Cát và khu dân cư số bảy';
  const renamed = (level: string): Plan => ({
    ...SMALL,
    units: SMALL.units.map(([code, name, of, above]) =>
      of === level ? [code, `${name} ${LONG}`, of, above] : [code, name, of, above],
    ),
  });

  it('of hamlets and of communes are not cut off where sources are listed', async () => {
    const height = async (plan: Plan) =>
      Number(/<row r="5" ht="([\d.]+)"/.exec(xmlOf(await open(plan), 'Nguồn số liệu'))![1]);
    const usual = await height(SMALL);
    for (const level of ['hamlet', 'commune'])
      expect(await height(renamed(level))).toBeGreaterThan(25);
    expect(usual).toBe(17);
  });
});

describe('pages', () => {
  /** Rows after which pages end, and the cells of each row's first columns. */
  function pagesOf(parts: Parts, name: string) {
    const own = cells(parts, name);
    const at = (column: string, row: number) => own.get(column + row)?.value ?? '';
    const breaks = [...xmlOf(parts, name).matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id));
    return { breaks, at };
  }

  it('never end with a unit whose own are on the next, nor begin with the signatures', async () => {
    const plan = big({ districts: 9, communes: 101, hamlets: 300 });
    const parts = await open(plan);
    for (const name of ['Biểu 02a', 'Biểu 03a', 'Biểu 03c', 'Tình hình báo cáo']) {
      const { breaks, at } = pagesOf(parts, name);
      expect(breaks.length).toBeGreaterThan(2);
      for (const row of breaks) {
        expect([name, row, at('A', row)]).toEqual([name, row, expect.stringMatching(/^\d+$/)]);
        expect(at('B', row + 1)).not.toBe('');
      }
    }
  });

  it('hold more than the name of a unit and what is below it, where names are long', async () => {
    const plan = big({ districts: 3, communes: 12, hamlets: 36 });
    const long = 'Nguyễn Thị Minh Khai Xô Viết Nghệ Tĩnh Kéo Dài Thành Phố Mới';
    const units = plan.units.map(
      ([code, name, level, above]) =>
        [code, level === 'province' ? name : `${name} ${long}`, level, above] as const,
    );
    const parts = await open({ ...plan, units });
    for (const name of ['Biểu 02a', 'Biểu 02b', 'Biểu 02c', 'Biểu 03c']) {
      const { breaks, at } = pagesOf(parts, name);
      expect(breaks.length).toBeGreaterThan(1);
      for (const row of breaks)
        expect([name, row, at('A', row)]).toEqual([name, row, expect.stringMatching(/^\d+$/)]);
    }
  });

  it('keep some rows of a table on the last, without signatures as well', async () => {
    for (let communes = 104; communes < 108; communes++) {
      const parts = await open(big({ districts: 3, communes, hamlets: communes }));
      const { breaks, at } = pagesOf(parts, 'Tình hình báo cáo');
      const left = Array.from({ length: 4 }, (_, i) => at('B', breaks.at(-1)! + 1 + i));
      expect([communes, ...left]).not.toContain('');
    }
  });

  it('of ranks begin with some under the title', async () => {
    const parts = await open(big({ districts: 25, communes: 25, hamlets: 25 }));
    const { breaks, at } = pagesOf(parts, 'Xếp hạng huyện');
    expect(at('A', 6)).toBe('1');
    expect(breaks[0]).toBeGreaterThan(10);
  });

  it('have room for the number of a commune in a province of many districts', async () => {
    const parts = await open(big({ districts: 18, communes: 198, hamlets: 198 }));
    const numbers = [...cells(parts, 'Biểu 03a').values()].map(({ value }) => value);
    expect(numbers).toContain('XVIII.11');
    const width = (name: string) =>
      Number(/<col min="1"[^>]* width="([\d.]+)"/.exec(xmlOf(parts, name))![1]);
    expect(width('Biểu 03a')).toBeGreaterThan('XVIII.11'.length);
    expect(width('Biểu 01a')).toBeLessThan(8);
  });

  it('of ranks and comparisons say what their figures are of', async () => {
    const plan = big({ districts: 0, communes: 80, hamlets: 80, twoTier: true });
    const parts = await open(plan, inTime(plan, FEW_MONTHS));
    const compared = pagesOf(parts, 'So sánh xã');
    expect(compared.breaks.length).toBeGreaterThan(5);
    for (const row of compared.breaks) {
      expect(compared.at('A', row + 1)).toMatch(/\(.+\)/);
      expect(compared.at('B', row + 1)).toBe('');
    }
    const ranked = pagesOf(parts, 'Xếp hạng xã');
    expect(ranked.breaks.length).toBeGreaterThan(3);
    for (const row of ranked.breaks)
      expect(ranked.at('C', row + 1) || ranked.at('A', row + 1)).toMatch(/^Tỷ lệ /);
  });

  it('that stand side by side have charts of one scale', async () => {
    const plan = big({ districts: 0, communes: 64, hamlets: 128, twoTier: true });
    const charts = [...(await open(plan))].filter(([path]) => path.startsWith('xl/charts/'));
    const ends = new Map<string, Set<string>>();
    for (const [, xml] of charts) {
      const title = /<a:t>(.*?)<\/a:t>/.exec(xml)![1]!.replace(/ \([\d–]+\)$/, '');
      const end = /<c:max val="([\d.]+)"/.exec(xml)![1]!;
      ends.set(title, new Set([...(ends.get(title) ?? []), end]));
    }
    expect(ends.size).toBe(5);
    for (const some of ends.values()) expect(some.size).toBe(1);
  });

  it.each([
    [4, '0%'],
    [0.03, '0.0%'],
    [0.0003, '0.00%'],
  ])(
    'have axes that tell shares apart, small as they are: some %s of the hundred',
    async (times, format) => {
      const few = Object.fromEntries(
        Object.entries(SMALL.baselines!).map(([unit, own]) => [
          unit,
          { ...own, households: Math.round(1000 / times) },
        ]),
      );
      const charts = [...(await open({ ...SMALL, baselines: few, targets: [] }))].filter(([path]) =>
        path.startsWith('xl/charts/'),
      );
      const [, xml] = charts.find(([, text]) => text.includes('Tỷ lệ hộ được hỗ trợ'))!;
      const axis = xml.slice(xml.indexOf('<c:valAx>'));
      expect(/<c:numFmt formatCode="(?:\[[^\]]*\])?([^"]+)"/.exec(axis)![1]).toBe(format);
    },
  );

  it('print a share rounded half up where a program multiplies it by 100 first', () => {
    expect((0.31875 * 100).toFixed(2)).toBe('31.87');
    const ties = [1, 23, 41, 51, 87, 97, 131, 159].map((n) => n / 160);
    for (const share of ties) {
      const half = Math.floor(share * 10_000 + 0.5) / 100;
      expect((printable(share) * 100).toFixed(2)).toBe(half.toFixed(2));
      expect(Math.abs(printable(share) - share)).toBeLessThan(1e-15);
    }
    for (const share of [0, 1, 0.5, 612 / 1921, 0.7014506, 1.03125, -0.31875])
      expect(printable(share)).toBe(share);
  });

  it('show numbers as Vietnamese does, and as English in an English workbook', async () => {
    const vi = (await open(SMALL)).get('xl/styles.xml')!;
    expect(vi).toContain('formatCode="[$-42A]#,##0_)"');
    const en = (await open(SMALL, { lang: 'en' })).get('xl/styles.xml')!;
    expect(en).not.toContain('[$-');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitWords } from '../../src/reports/unit-words.js';
import { comparisonColumns } from '../../src/reports/workbook/comparison-columns.js';
import { summaryWorkbook, type WorkbookOptions } from '../../src/reports/workbook/index.js';
import { labelsOf } from '../../src/reports/workbook/labels.js';
import { STYLES } from '../../src/reports/workbook/styles.js';
import { linesOf } from '../../src/reports/workbook/text-lines.js';
import { readComparison } from './comparison-sheet.js';
import { inTime } from './fake-review.js';
import { makeSummary, SMALL, describe as sentences } from './fake-summary.js';
import { cellsOf, type ReadCell, sheetNames, unzip } from './package-parts.js';
import { hasWriters, python } from './return-copy/python.js';

const folder = mkdtempSync(join(tmpdir(), 'ccds-in-time-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bytesOf(more: Partial<WorkbookOptions> = {}, code = '96'): Promise<Uint8Array> {
  const summary = makeSummary(SMALL);
  const scope = { summary, root: summary.tree.byCode.get(code)! };
  return summaryWorkbook(scope, { describe: sentences, ...inTime(SMALL), ...more });
}
const open = async (...args: Parameters<typeof bytesOf>) => unzip(await bytesOf(...args));

type Parts = ReadonlyMap<string, string>;
const sheet = (parts: Parts, name: string): ReadonlyMap<string, ReadCell> =>
  cellsOf(parts, sheetNames(parts).indexOf(name));

let province: Parts;
beforeAll(async () => {
  province = await open();
});

describe('comparison', () => {
  it('stands on a sheet of the unit and one of each level, with history or targets alone', async () => {
    const names = (parts: Parts) => sheetNames(parts).filter((name) => name.startsWith('So sánh'));
    expect(names(province)).toEqual(['So sánh', 'So sánh huyện', 'So sánh xã']);
    expect(names(await open({}, '973'))).toEqual(['So sánh', 'So sánh xã']);
    expect(names(await open({}, '32245'))).toEqual(['So sánh', 'So sánh ấp']);
    const { review } = inTime(SMALL);
    const none = { ...review!, comparisons: [], carried: [], trend: [] };
    expect(names(await open({ review: none }))).toEqual(['So sánh']);
    expect(names(await open({ review: { ...none, attainments: [] } }))).toEqual([]);
  });

  it('says the sum that is held against a target, where no column beside has it', async () => {
    const { review } = inTime(SMALL);
    const flow = 'households_assisted';
    const goal = { unit: '96', indicator: flow, level: 'province', period: '2024' };
    const attainments = [{ ...goal, target: 1000, value: 400, attainment: 0.4 }];
    const sums = async (more: Partial<NonNullable<typeof review>>) => {
      const parts = await open({ review: { ...review!, attainments, ...more } });
      const own = readComparison(parts, 'So sánh').filter(
        ({ indicator, group }) =>
          indicator === 'Hộ được hỗ trợ trong kỳ' && group === 'Kế hoạch năm',
      );
      const note = [...sheet(parts, 'So sánh').values()].find(({ value }) =>
        value.startsWith('Ghi chú'),
      )!;
      return [...own.map(({ heading, value, formula }) => [heading, value, formula]), note.value];
    };
    const alone = await sums({ comparisons: [] });
    expect(alone.slice(0, 3)).toEqual([
      ['Cộng dồn', '400', null],
      ['Kế hoạch', '1000', null],
      ['Tỷ lệ đạt', '0.4', expect.stringMatching(/E\d+\/F\d+/)],
    ]);
    expect(alone[3]).toContain('bằng số cộng dồn từ đầu năm');
    // What stands beside it is told once.
    const since = review!.comparisons.find(
      ({ unit, indicator, kind }) =>
        unit === '96' && indicator === flow && kind === 'since_year_start',
    );
    const value = since!.accumulated!.value;
    const known = await sums({ attainments: [{ ...attainments[0]!, value }] });
    expect(known.map(([heading]) => heading).slice(0, 2)).toEqual(['Kế hoạch', 'Tỷ lệ đạt']);
  });

  it('leaves out a level whose only unit says what the whole says', async () => {
    const names = async (targets: boolean) => {
      const { review } = inTime(SMALL);
      const only = SMALL.units.filter(
        ([code, , , parent]) => parent !== '32245' || code === HAMLET,
      );
      const summary = makeSummary({ ...SMALL, units: only });
      const own = review!.attainments.filter(({ unit }) => unit !== HAMLET);
      const goal = { ...own[0]!, unit: HAMLET, target: 0.123 };
      const options = {
        ...inTime(SMALL),
        review: { ...review!, attainments: targets ? [...own, goal] : own },
      };
      const scope = { summary, root: summary.tree.byCode.get('32245')! };
      const book = await summaryWorkbook(scope, { describe: sentences, ...options });
      return sheetNames(unzip(book)).filter((name) => name.startsWith('So sánh'));
    };
    const HAMLET = SMALL.units.find(([, , , parent]) => parent === '32245')![0];
    expect(await names(false)).toEqual(['So sánh']);
    expect(await names(true)).toEqual(['So sánh', 'So sánh ấp']);
  });

  it('is the figure of the tables less the earlier one, by formula', () => {
    const cells = readComparison(province, 'So sánh huyện');
    const of = (heading: string, group: string) =>
      cells.find(
        (one) =>
          one.unit === '964' &&
          one.indicator === 'Thành viên tổ CNSCĐ' &&
          one.heading === heading &&
          one.group.startsWith(group),
      )!;
    const [now, then, change] = [
      of('Kỳ này', ''),
      of('Kỳ gốc', 'So với kỳ trước'),
      of('Tăng, giảm', 'So với kỳ trước'),
    ];
    expect(now.formula).toContain("'Biểu 01a'!");
    expect(then.formula).toBeNull();
    expect(change.formula).toMatch(/^IF\(OR\(D\d+="",\w+=""\),"",D\d+-\w+\)$/);
    expect(Number(change.value)).toBe(Number(now.value) - Number(then.value));
  });

  it('speaks in its note of no column that it has not', async () => {
    const { review } = inTime(SMALL);
    const comparisons = review!.comparisons.filter(({ kind }) => kind !== 'previous');
    const note = async (parts: Promise<Parts> | Parts, name: string) =>
      [...sheet(await parts, name).values()].find(({ value }) => /^(Ghi chú|Note)/.test(value))!;
    const without = { review: { ...review!, comparisons } };
    expect((await note(province, 'So sánh')).value).toContain('có cả hai kỳ');
    expect((await note(open(without), 'So sánh')).value).not.toContain('có cả hai kỳ');
    const english = open({ ...without, lang: 'en' });
    expect((await note(english, 'Comparison')).value).not.toContain('Same hamlets');
  });

  it('has no change of a running total that began anew, and a note of it', async () => {
    const { review } = inTime(SMALL);
    const comparisons = review!.comparisons.map((one) =>
      one.kind === 'previous' && one.indicator === 'household_coverage'
        ? { ...one, beganAnew: true }
        : one,
    );
    const anew = await open({ review: { ...review!, comparisons } });
    const changes = (parts: Parts) =>
      readComparison(parts, 'So sánh huyện').filter(
        ({ indicator, group, heading }) =>
          indicator === 'Tỷ lệ hộ được hỗ trợ' &&
          group.startsWith('So với kỳ trước') &&
          heading === 'Tăng, giảm',
      );
    expect(changes(province)).not.toEqual([]);
    expect(changes(anew)).toEqual([]);
    const note = (parts: Parts) =>
      [...sheet(parts, 'So sánh huyện').values()].find(({ value }) => value.startsWith('Ghi chú'))!;
    expect(note(anew).value).toContain('tính lại từ đầu mỗi năm');
    expect(note(province).value).not.toContain('tính lại từ đầu mỗi năm');
  });

  it('has no heading with a word too long for its column', async () => {
    const base = { previous: '2024-08', last_year: '2023-09' };
    const bases = { ...base, since_year_start: '2024-01', since_launch: '2023-09' };
    const shown = {
      bases,
      accumulates: true,
      carries: true,
      hasTargets: true,
      sumsForTargets: true,
      unequal: 1,
      partly: null,
    };
    const { roots } = makeSummary(SMALL).tree;
    for (const lang of ['vi', 'en'] as const)
      for (const { heading, width } of comparisonColumns(
        labelsOf(lang, unitWords(roots, lang)),
        shown,
      ))
        for (const word of heading.split(/\s+/))
          expect(linesOf(word, width, STYLES.head), `${word} in ${width}`).toBe(1);
  });

  it('leaves out what no unit of a level has a figure of', async () => {
    const names = (parts: Parts) => [
      ...new Set(readComparison(parts, 'So sánh ấp').map(({ indicator }) => indicator)),
    ];
    const rate = 'Tỷ lệ công dân có tài khoản ĐDĐT';
    expect(names(await open({}, '32245'))).toContain(rate);
    const commune = await open({}, '32026');
    expect(names(commune)).toContain('Thành viên tổ CNSCĐ');
    const texts = [...sheet(commune, 'So sánh ấp').values()].map(({ value }) => value);
    expect(texts.filter((text) => text.startsWith(rate))).toEqual([]);
  });

  it('names each earlier period, and says how many months are missing in a sum', () => {
    const groups = new Set(readComparison(province, 'So sánh').map(({ group }) => group));
    expect([...groups]).toEqual(
      expect.arrayContaining([
        'So với kỳ trước (Tháng 8/2024)',
        'So với cùng kỳ năm trước (Tháng 9/2023)',
        'Từ kỳ đầu năm (Tháng 1/2024)',
        'Từ khi triển khai (Tháng 9/2023)',
        'Kế hoạch năm',
      ]),
    );
    const texts = [...sheet(province, 'So sánh').values()].map(({ value }) => value);
    expect(texts.find((text) => text.startsWith('Ghi chú'))).toContain('8/9 tháng');
  });
});

describe('periods', () => {
  it('stand one under the other without a gap, charts read them', () => {
    const cells = sheet(province, 'Diễn biến');
    const periods = [...cells.values()].filter(({ value }) => /^Tháng \d/.test(value));
    expect(periods.map(({ value }) => value)).toEqual([
      ...[9, 10, 11, 12].map((n) => `Tháng ${n}/2023`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Tháng ${n}/2024`),
    ]);
    const row = (name: string) =>
      Number(/\d+/.exec(periods.find((c) => c.value === name)!.address));
    expect(cells.get(`B${row('Tháng 5/2024')}`)).toBeUndefined();
    expect(cells.get(`B${row('Tháng 9/2024')}`)!.formula).toContain("'Biểu 01a'!");
    const charts = [...province].flatMap(([path, xml]) =>
      path.startsWith('xl/charts/') && xml.includes("'Diễn biến'!") ? [xml] : [],
    );
    expect(charts.length).toBe(3);
    expect(charts[0]).toContain('<c:lineChart>');
    expect(charts[0]).not.toContain('<c:barChart>');
  });

  it('of a whole year and their charts are two pages, the first chart below the table', () => {
    const n = sheetNames(province).indexOf('Diễn biến') + 1;
    const xml = province.get(`xl/worksheets/sheet${n}.xml`)!;
    expect(xml.match(/<brk /g)).toHaveLength(1);
  });

  it('are marked and noted where running totals begin anew with the year', async () => {
    const anew = await open(inTime(SMALL, undefined, 'year'));
    const texts = (parts: Parts) => [...sheet(parts, 'Diễn biến').values()].map((c) => c.value);
    expect(texts(anew)).toContain('Tháng 1/2024 *');
    expect(texts(anew).filter((text) => text.endsWith('*'))).toHaveLength(1);
    const note = texts(anew).find((text) => text.startsWith('Ghi chú'));
    expect(note).toContain('“Tỷ lệ hộ được hỗ trợ” thấp hơn kỳ trước đó không phải là giảm');
    expect(texts(province).join()).not.toMatch(/\*|không phải là giảm/);
  });

  it('are in no workbook without history', async () => {
    const { review } = inTime(SMALL);
    const names = sheetNames(await open({ review: { ...review!, trend: [] }, revisions: [] }));
    expect(names).not.toContain('Diễn biến');
    expect(names).not.toContain('Số liệu công bố lại');
  });
});

describe('restated figures', () => {
  const rows = (parts: Parts) => {
    const cells = sheet(parts, 'Số liệu công bố lại');
    const numbers = [...cells.values()].filter(
      ({ address, value }) => /^A\d+$/.test(address) && /^\d+$/.test(value),
    );
    return numbers.map(({ address }) =>
      [...'BCDEFGHIJ'].map((column) => cells.get(column + address.slice(1))?.value ?? ''),
    );
  };

  it('tell what was published, what it is now, and why', () => {
    const [members, rate, hamlet, gone] = rows(province);
    expect(members!.slice(0, 7)).toEqual([
      'Tháng 8/2024',
      'Tỉnh Cà Mau',
      'Tỉnh',
      'Thành viên tổ CNSCĐ',
      '40',
      '45',
      '5',
    ]);
    expect(members![7]).toBe("'=bo sung.xlsx; b.xlsx; c.xlsx; và 1 tệp khác");
    expect(rate!.slice(4, 8)).toEqual([
      '0.5',
      '0.625',
      '0.125',
      'lũy kế cộng tiếp từ tháng 7/2024, số liệu đã thay đổi',
    ]);
    expect(hamlet![1]).toMatch(/^(Ấp|Khóm) .+ \((Xã|Phường|Thị trấn) .+\)$/);
    expect(hamlet!.slice(4)).toEqual([
      ...['', '5', '', 'b.xlsx'],
      'Trang Thành viên; ô C9: – → 5; ô B9: – → 1; 3 → –',
    ]);
    expect(gone![1]).toBe('Xã Cũ');
  });

  it('say how rates differ, and have room for all that is said above them', async () => {
    const { revisions } = inTime(SMALL);
    const many = Array.from({ length: 5001 }, () => revisions![0]!);
    const parts = await open({ lang: 'en', revisions: many });
    const name = 'Restated figures';
    expect(sheet(parts, name).get('A3')!.value).toMatch(/percentage points\. The first 5,000/);
    const xml = parts.get(`xl/worksheets/sheet${sheetNames(parts).indexOf(name) + 1}.xml`)!;
    expect(Number(/<row r="3" ht="(\d+)"/.exec(xml)![1])).toBeGreaterThan(18);
  });

  it('are those of its own units in a workbook below', async () => {
    const district = await open({}, '973');
    expect(rows(district).map(([, unit]) => unit)).toEqual(['Ấp Rạch Tàu (Xã Đất Mũi)']);
    expect(sheetNames(await open({}, '964'))).not.toContain('Số liệu công bố lại');
  });
});

describe('the workbook of a month with history', () => {
  it.each(['vi', 'en'] as const)(
    'has room for its dates and levels on one line (%s)',
    async (lang) => {
      const parts = await open({ lang });
      const { timelinessSheet, received, revisionsSheet, level } = {
        vi: {
          timelinessSheet: 'Thời hạn nộp',
          received: 'Ngày nộp',
          revisionsSheet: 'Số liệu công bố lại',
          level: 'Cấp',
        },
        en: {
          timelinessSheet: 'Timeliness',
          received: 'Received',
          revisionsSheet: 'Restated figures',
          level: 'Level',
        },
      }[lang];
      for (const [name, heading] of [
        [timelinessSheet, received],
        [revisionsSheet, level],
      ] as const) {
        const cells = sheet(parts, name);
        const head = [...cells.values()].find(({ value }) => value === heading)!.address;
        const column = head.replace(/\d+/, '');
        const xml = parts.get(`xl/worksheets/sheet${sheetNames(parts).indexOf(name) + 1}.xml`)!;
        const number = column.charCodeAt(0) - 64;
        const width = Number(
          new RegExp(`<col min="${number}"[^>]* width="([\\d.]+)"`).exec(xml)![1],
        );
        const below = [...cells.values()].filter(
          ({ address }) => new RegExp(`^${column}\\d+$`).test(address) && address !== head,
        );
        expect(below.length).toBeGreaterThan(0);
        for (const { value } of [...below, { value: lang === 'en' ? '27 September 2024' : '' }])
          if (name === timelinessSheet || value !== '27 September 2024')
            expect(linesOf(String(value ?? ''), width, { bold: true })).toBe(1);
      }
    },
  );

  it('speaks English as well', async () => {
    const parts = await open({ lang: 'en' });
    expect(sheetNames(parts)).toEqual(
      expect.arrayContaining(['Comparison', 'Trend', 'Restated figures', 'Timeliness']),
    );
    expect(parts.get('xl/sharedStrings.xml')!).not.toMatch(/Kỳ|kỳ|Tăng|Trễ|ấp, khóm|Ghi chú/);
  });

  it.skipIf(!hasWriters)('is opened by openpyxl, sheet by sheet', async () => {
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, await bytesOf());
    const code = `
import json, sys, warnings, openpyxl
warnings.simplefilter('ignore')
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[s.title, s.max_row, len(s._charts)] for s in book]))`;
    const read = python(code, path) as [string, number, number][];
    expect(read.map(([name]) => name)).toEqual(sheetNames(province));
    expect(read.find(([name]) => name === 'Diễn biến')![2]).toBe(3);
    for (const [, height] of read) expect(height).toBeGreaterThan(1);
  });
});

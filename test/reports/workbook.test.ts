import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import type { Month } from '../../src/core/period.js';
import { FORMS as DECLARED } from '../../src/forms/declared/index.js';
import { receiptsOf } from '../../src/history/receipt.js';
import { INDICATORS } from '../../src/indicators/index.js';
import type { Indicator } from '../../src/indicators/types.js';
import { provinceFile, unitFile } from '../../src/reports/file-names.js';
import { MOST_FINDINGS } from '../../src/reports/workbook/findings.js';
import { summaryWorkbook, type WorkbookOptions } from '../../src/reports/workbook/index.js';
import { FEW_MONTHS, inTime } from './fake-review.js';
import {
  big,
  FORMS,
  makeSummary,
  makeTree,
  type Plan,
  SMALL,
  describe as sentences,
} from './fake-summary.js';
import { cellsOf, type ReadCell, sheetNames, unzip } from './package-parts.js';

interface Opened {
  readonly parts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  cells(sheet: string): ReadonlyMap<string, ReadCell>;
  xml(sheet: string): string;
}

async function open(
  plan: Plan,
  options: Partial<WorkbookOptions> = {},
  code?: string,
): Promise<Opened> {
  const summary = makeSummary(plan);
  const root = code === undefined ? summary.tree.roots[0]! : summary.tree.byCode.get(code)!;
  const parts = unzip(
    await summaryWorkbook({ summary, root }, { describe: sentences, ...options }),
  );
  const names = sheetNames(parts);
  return {
    parts,
    names,
    cells: (sheet) => cellsOf(parts, names.indexOf(sheet)),
    xml: (sheet) => parts.get(`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`)!,
  };
}

let small: Opened;
beforeAll(async () => {
  small = await open(SMALL);
});

/** The row of a unit in a table, by the name in its second column. */
function row(book: Opened, sheet: string, name: string): Record<string, ReadCell> {
  const cells = [...book.cells(sheet).values()];
  const number = /\d+/.exec(
    cells.find((c) => c.value === name && /^B\d/.test(c.address))!.address,
  )![0];
  const own = cells.filter((cell) => cell.address.replace(/[A-Z]+/, '') === number);
  return Object.fromEntries(own.map((cell) => [cell.address.replace(/\d+/, ''), cell]));
}

describe('the sheets', () => {
  it('are in the order of printing', () => {
    expect(small.names).toEqual([
      'Bìa',
      ...['01a', '01b', '01c', '02a', '02b', '02c', '03a', '03b', '03c'].map((n) => `Biểu ${n}`),
      'Xếp hạng huyện',
      'Xếp hạng xã',
      'Biểu đồ',
      'Tình hình báo cáo',
      'Lỗi và cảnh báo',
      'Đối chiếu số liệu',
      'Nguồn số liệu',
      'Tệp nguồn',
    ]);
  });

  it('of a district start from its communes, of a commune from its hamlets', async () => {
    const district = await open(SMALL, {}, '973');
    expect(district.names).toContain('Biểu 02c');
    expect(district.names).not.toContain('Biểu 03a');
    expect(row(district, 'Biểu 01a', 'TỔNG SỐ').G!.value).toBe('19');
    const commune = await open(SMALL, {}, '32245');
    expect(commune.names).not.toContain('Biểu 02a');
    expect(row(commune, 'Biểu 01a', 'TỔNG SỐ').G!.value).toBe('19');
  });

  it('are made from the indicators that are declared', async () => {
    const market: Indicator = {
      id: 'markets',
      kind: 'base',
      family: 'market',
      time: 'stock',
      label: { vi: 'Chợ 4.0', en: 'Markets 4.0' },
      heading: { vi: 'Chợ 4.0', en: 'Markets' },
      unit: { vi: 'chợ', en: 'markets' },
      source: { form: 'market', tally: { field: 'markets' } },
    };
    const forms = [...FORMS, { id: 'market', label: { vi: 'Chợ 4.0', en: 'Market 4.0' } }];
    const reports = { '3200501': { ...SMALL.reports['3200501'], markets: 3 } };
    const book = await open({ ...SMALL, reports, forms, indicators: [...INDICATORS, market] });
    const headings = [...book.cells('Biểu 01c').values()].map((cell) => cell.value);
    expect(headings).toContain('Chợ 4.0');
    expect(row(book, 'Biểu 03c', 'Khóm 1').K!.value).toBe('3');
  });

  it('speak English', async () => {
    const { names, parts } = await open(SMALL, { lang: 'en' });
    expect(names.slice(0, 2)).toEqual(['Cover', 'Table 01a']);
    const texts = parts.get('xl/sharedStrings.xml')!;
    expect(texts).not.toMatch(/Đơn vị|TỔNG SỐ|Ghi chú|Lỗi/);
  });

  it('know the khu vực of a city’s wards', async () => {
    const units = SMALL.units.map(([code, name, level, parent]) => {
      const own = parent === '32005' ? name.replace('Khóm', 'Khu vực') : name;
      return [code, own, level, parent] as const;
    });
    const book = await open({ ...SMALL, units });
    expect(book.parts.get('xl/sharedStrings.xml')).toMatch(/THEO ẤP, KHU VỰC</);
  });

  it('call hamlets what they are called there', async () => {
    const units = SMALL.units.map(([code, name, level, parent]) => {
      const own =
        level === 'hamlet' ? name.replace(/^(Ấp|Khóm)/, Number(code) % 2 ? 'Thôn' : 'Buôn') : name;
      return [code, own, level, parent] as const;
    });
    const texts = (await open({ ...SMALL, units })).parts.get('xl/sharedStrings.xml')!;
    expect(texts).toContain('Số thôn, buôn');
    expect(texts).not.toContain('ấp, khóm');
  });
});

describe('figures', () => {
  it('are live from the hamlets up, and carry their values', () => {
    const total = row(small, 'Biểu 03a', 'TỔNG SỐ');
    expect(total.G).toMatchObject({ formula: expect.stringMatching(/^IF\(COUNT\(/), value: '45' });
    const commune = row(small, 'Biểu 02a', 'Phường 1');
    expect(commune.G).toMatchObject({
      formula: expect.stringContaining("'Biểu 03a'!G"),
      value: '12',
    });
    const district = row(small, 'Biểu 01a', 'Thành phố Cà Mau');
    expect(district.G).toMatchObject({
      formula: expect.stringContaining("'Biểu 02a'!G"),
      value: '26',
    });
  });

  it('of a ratio divide the cells beside it', () => {
    const total = row(small, 'Biểu 01c', 'TỔNG SỐ');
    expect(total.G).toMatchObject({
      formula: 'IF(OR(C12="",N(F12)=0),"",C12/F12)',
      value: String(3433 / 5500),
    });
  });

  it('are blank where nothing is reported, and 0 where nothing is', () => {
    const silent = row(small, 'Biểu 02b', 'Xã Tân Ân');
    expect(silent.C).toMatchObject({ value: '', formula: expect.any(String) });
    expect(silent.L!.value).toBe('Chưa có số liệu');
    const half = row(small, 'Biểu 03c', 'Ấp 3');
    expect(half.C!.value).toBe('33');
    expect(half.K!.value).toBe('Chưa có số liệu: Hộ kinh doanh không tiền mặt');
    expect(row(small, 'Biểu 03b', 'Khóm 2').C!.value).toBe('0');
    expect(row(small, 'Biểu 03b', 'Ấp 3').C).toBeUndefined();
  });

  it('stay as ccds has them where the cells below do not make them', async () => {
    const own = { ...SMALL.baselines, '96': { households: 2000 } };
    const book = await open({ ...SMALL, baselines: own });
    expect(row(book, 'Biểu 02b', 'TỔNG SỐ').E).toMatchObject({ formula: null, value: '2000' });
    expect(row(book, 'Biểu 02b', 'TỔNG SỐ').F!.value).toBe(String(840 / 2000));
  });

  it('add up on every level, and rows are accounted for', () => {
    const cells = [...small.cells('Đối chiếu số liệu').values()];
    const differences = cells.filter((cell) => /^G\d/.test(cell.address) && cell.formula);
    expect(differences.length).toBeGreaterThan(30);
    for (const { address, value } of differences) expect([address, value]).toEqual([address, '0']);
  });

  it('are ranked, beside their targets', () => {
    const best = row(small, 'Xếp hạng huyện', 'Huyện Ngọc Hiển');
    expect(best.B!.value).toBe('Huyện Ngọc Hiển');
    const cells = [...small.cells('Xếp hạng huyện').values()];
    const targets = cells.filter((cell) => /^G\d/.test(cell.address)).map((cell) => cell.value);
    expect(targets).toEqual(expect.arrayContaining(['0.75', '0.8']));
  });
});

describe('completeness', () => {
  it('say which denominator is lacking, and of whom; others are ranked all the same', () => {
    const said = [...small.cells('Bìa').values()].map(({ value }) => value);
    expect(said).toContain(
      '“Tỷ lệ hộ kinh doanh không tiền mặt” chưa tính được: chưa có mẫu số “Tổng số hộ kinh doanh” của Huyện Ngọc Hiển.',
    );
    const notes = ['TỔNG SỐ', 'Thành phố Cà Mau', 'Huyện Ngọc Hiển'].map(
      (name) => row(small, 'Biểu 01c', name).K?.value,
    );
    const lacks = 'Thiếu mẫu số: Tổng số hộ kinh doanh';
    expect(notes.map((note) => note?.includes(lacks) === true)).toEqual([true, false, true]);
    const ranked = [...small.cells('Xếp hạng huyện').values()].map(({ value }) => value);
    expect(ranked.some((text) => text.startsWith('Tỷ lệ hộ kinh doanh'))).toBe(true);
  });

  it('counts hamlets by form, and names those that are missing', async () => {
    const book = await open({ ...SMALL, reports: { '3224801': SMALL.reports['3200501']! } });
    const commune = row(book, 'Tình hình báo cáo', 'Xã Tân Ân');
    expect(commune).toMatchObject({ C: { value: '2' }, D: { value: '1' }, E: { value: '0.5' } });
    expect(commune.J!.value).toBe('Ấp Ông Quyền');
    expect(row(book, 'Tình hình báo cáo', 'Phường 1').J!.value).toBe('Toàn bộ');
  });

  it('says who was late only where receipts are known', async () => {
    const status = async (now: string) => {
      const book = await open(SMALL, { receipts: receiptsAt(now) });
      return ['Phường 1', 'Xã An Xuyên', 'Xã Tân Ân', 'TỔNG SỐ'].map((name) => {
        const { I, J, K } = row(book, 'Thời hạn nộp', name);
        return [I?.value, J!.value, K?.value];
      });
    };
    expect(await status('2024-09-20T03:00:00Z')).toEqual([
      ['17/09/2024', 'Đúng hạn', undefined],
      ['19/09/2024', 'Trễ hạn', '2'],
      [undefined, 'Chưa nộp', undefined],
      ['19/09/2024', 'Chưa nộp đủ', '2'],
    ]);
    expect((await status('2024-09-17T03:00:00Z'))[2]![1]).toBe('Chưa đến hạn');
    expect(small.names).not.toContain('Thời hạn nộp');
  });

  it('counts hamlets by timeliness, as sums of those below', async () => {
    const book = await open(SMALL, { receipts: receiptsAt('2024-09-20T03:00:00Z') });
    const total = row(book, 'Thời hạn nộp', 'TỔNG SỐ');
    const counts = ['C', 'D', 'E', 'F', 'G'].map((column) => Number(total[column]!.value));
    expect(counts).toEqual([10, 2, 3, 5, 0]);
    expect(total.D!.formula).toContain('SUM(');
    expect(total.H!.value).toBe('0.2');
    const district = await open(SMALL, { receipts: receiptsAt('2024-09-20T03:00:00Z') }, '964');
    expect(row(district, 'Thời hạn nộp', 'Ấp 1').L!.value).toBe(
      'Thiếu: Tài khoản định danh điện tử',
    );
  });
});

/** Phường 1 in time, Xã An Xuyên two days late and one hamlet with one form of two. */
function receiptsAt(now: string) {
  const came = (unit: string, form: string, day: string) => ({
    ...{ unit, form, isEmpty: false },
    receivedAt: `2024-09-${day}T02:00:00Z`,
  });
  return receiptsOf(
    [
      ...['3200501', '3200502'].flatMap((unit) => [
        came(unit, 'members', '16'),
        came(unit, 'eid', '17'),
      ]),
      came('3202601', 'members', '19'),
      ...['3202602', '3202603'].flatMap((unit) => [
        came(unit, 'members', '19'),
        came(unit, 'eid', '19'),
      ]),
    ],
    {
      ...{ month: '2024-09', deadline: '2024-09-17', now, forms: ['members', 'eid'] },
      tree: makeTree(SMALL.units),
    },
  );
}

describe('texts', () => {
  it('of a submitter never begin like a formula', () => {
    for (const [, text] of small.parts.get('xl/sharedStrings.xml')!.matchAll(/<t[^>]*>([^<]*)</g))
      expect(text).not.toMatch(/^[=+\-@\t]/);
    expect([...small.cells('Lỗi và cảnh báo').values()].map((c) => c.value)).toContain(
      "'=cmd.xlsx",
    );
  });

  it('put the Party form or the state form at the head', async () => {
    const headOf = (book: Opened, sheet: string) =>
      ['A1', 'A2'].map((address) => book.cells(sheet).get(address)!.value);
    const texts = (book: Opened) => book.parts.get('xl/sharedStrings.xml')!;
    expect(texts(small)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const party = await open(SMALL, { letterhead: { form: 'party' } });
    expect(texts(party)).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(texts(party)).toContain('TỈNH ỦY CÀ MAU');
    expect(texts(party)).not.toContain('CỘNG HÒA');
    const above = { form: 'party', parent: 'TỈNH ỦY CÀ MAU', agency: 'BAN TUYÊN GIÁO' } as const;
    const body = await open(SMALL, { letterhead: above });
    // `TU` stands for a provincial committee alone.
    expect(texts(party)).toContain('-BC/TU');
    expect(texts(body)).not.toContain('-BC/TU');
    expect(texts(body)).toContain('Số        -BC/<');
    for (const name of ['Bìa', 'Biểu 01a'])
      expect(headOf(body, name)).toEqual(['TỈNH ỦY CÀ MAU', 'BAN TUYÊN GIÁO\n*']);
    expect(headOf(party, 'Bìa')).toEqual(['TỈNH ỦY CÀ MAU', '*']);
  });

  it('draw a line under the agency of the state form', async () => {
    const lines = (book: Opened) =>
      book.names.filter((_, i) =>
        book.parts.get(`xl/drawings/drawing${i + 1}.xml`)?.includes('<xdr:sp '),
      );
    expect(lines(small)).toEqual([
      'Bìa',
      ...small.names.filter((name) => name.startsWith('Biểu 0')),
    ]);
    expect(lines(await open(SMALL, { letterhead: { form: 'party' } }))).toEqual([]);
    // In the middle of the columns that the agency stands over, however wide they are drawn.
    const drawn = small.parts.get('xl/drawings/drawing1.xml')!;
    expect([...drawn.matchAll(/<xdr:colOff>(\d+)</g)].map(([, off]) => off)).toEqual(['0', '0']);
    const [from, to] = [...drawn.matchAll(/<a:pt x="(\d+)"/g)].map(([, x]) => Number(x));
    expect(from! + to!).toBe(10_000);
    expect(from).toBeLessThan(to!);
  });

  it('name the Party committee of a city as one', async () => {
    const units = SMALL.units.map(([code, name, level, parent]) => {
      const own = level === 'province' ? 'Thành phố Cần Thơ' : name;
      return [code, own, level, parent] as const;
    });
    const texts = async (lang: 'vi' | 'en') => {
      const book = await open({ ...SMALL, units }, { lang, letterhead: { form: 'party' } });
      return book.parts.get('xl/sharedStrings.xml')!;
    };
    expect(await texts('vi')).toContain('THÀNH ỦY CẦN THƠ');
    expect(await texts('en')).toContain('CẦN THƠ CITY PARTY COMMITTEE');
  });

  it('bear the letterhead and the date that are given', async () => {
    const letterhead = { agency: 'VĂN PHÒNG', place: 'Năm Căn', signerName: 'Nguyễn Văn A' };
    const book = await open(SMALL, { letterhead, date: '2024-02-05' });
    const texts = book.parts.get('xl/sharedStrings.xml')!;
    expect(texts).toContain('Năm Căn, ngày 05 tháng 02 năm 2024');
    expect(texts).toContain('Nguyễn Văn A');
    expect(book.parts.get('docProps/core.xml')).toContain('2024-02-05T00:00:00Z');
  });

  it('name the rows of a source and the columns that its figures are counted by', async () => {
    const at = (cells: ReadonlyMap<string, ReadCell>) =>
      ['I5', 'J5', 'K5'].map((address) => cells.get(address)?.value);
    const plan = { ...SMALL, forms: DECLARED };
    expect(at((await open(plan)).cells('Nguồn số liệu'))).toEqual([
      '9',
      '11–18, 20',
      'Giới tính: E; Đã tập huấn: H',
    ]);
    const english = await open(plan, { lang: 'en' });
    expect(at(english.cells('Sources'))).toEqual(['9', '11–18, 20', 'Sex: E; Trained: H']);
  });

  it('name the months of sources as people do, in their order, where there are several', async () => {
    expect([...small.cells('Nguồn số liệu').values()].map(({ value }) => value)).not.toContain(
      'Kỳ',
    );
    const made = makeSummary(SMALL);
    const sheets = made.sheets.map((one, n) => ({
      ...one,
      month: (n % 2 === 0 ? '2024-10' : '2024-09') as Month,
    }));
    const at = async (lang: 'vi' | 'en', name: string) => {
      const root = made.tree.byCode.get('96')!;
      const scope = { summary: { ...made, sheets }, root };
      const parts = unzip(await summaryWorkbook(scope, { describe: sentences, lang }));
      const cells = cellsOf(parts, sheetNames(parts).indexOf(name));
      return ['H5', 'H6', 'H7'].map((cell) => cells.get(cell)!.value);
    };
    const months = ['Tháng 9/2024', 'Tháng 9/2024', 'Tháng 10/2024'];
    expect(await at('vi', 'Nguồn số liệu')).toEqual(months);
    expect((await at('en', 'Sources'))[0]).toBe('September 2024');
  });

  it('have no columns of what is not known of a package', async () => {
    const made = makeSummary(SMALL);
    const sheets = made.sheets.map(({ counted: _, ...one }) => ({
      ...one,
      sheet: '',
      layout: null,
    }));
    const scope = { summary: { ...made, sheets }, root: made.tree.byCode.get('96')! };
    const parts = unzip(await summaryWorkbook(scope, { describe: sentences }));
    const cells = cellsOf(parts, sheetNames(parts).indexOf('Nguồn số liệu'));
    const heads = [...cells.values()].flatMap((c) => (/^[A-Z]4$/.test(c.address) ? [c.value] : []));
    expect(heads).toEqual(['STT', 'Ấp', 'Xã', 'Mã', 'Biểu mẫu', 'Tệp']);
    expect(cells.get('A3')?.value ?? '').toBe('');
  });

  it('give the columns of fields side by side as the first and the last of them', async () => {
    const made = makeSummary({ ...SMALL, forms: DECLARED });
    const columns = { teams: 'C', members: 'D', female: 'E', trained: 'F', zalo: 'H' };
    const sheets = made.sheets.map((one) => ({
      ...one,
      layout: 'tally' as const,
      counted: one.counted?.map((rows) => ({ ...rows, columns })) ?? [],
    }));
    const scope = { summary: { ...made, sheets }, root: made.tree.byCode.get('96')! };
    const parts = unzip(await summaryWorkbook(scope, { describe: sentences }));
    const cells = cellsOf(parts, sheetNames(parts).indexOf('Nguồn số liệu'));
    expect(cells.get('K5')!.value).toBe('Số tổ … Đã tập huấn: C–F; Tham gia Zalo OA: H');
  });

  it('tell which commune the hamlet of a finding is in, and that a row is one', async () => {
    const { place, ...one } = SMALL.findings![0]!;
    const findings = [{ ...one, place: { file: 'a.csv', row: 11 } }];
    const texts = async (code: string, lang: 'vi' | 'en') => {
      const book = await open({ ...SMALL, findings }, { lang }, code);
      const sheet = lang === 'vi' ? 'Lỗi và cảnh báo' : 'Findings';
      return [...book.cells(sheet).values()].map(({ value }) => value);
    };
    expect(await texts('96', 'vi')).toEqual(
      expect.arrayContaining(['Khóm 1 (Phường 1)', 'dòng 11']),
    );
    expect(await texts('32005', 'en')).toEqual(expect.arrayContaining(['Khóm 1', 'row 11']));
  });

  it('say once what many rows are told of at one cell, with the rows', async () => {
    const one = SMALL.findings![0]!;
    const findings = Array.from({ length: MOST_FINDINGS + 789 }, (_, n) => ({
      ...one,
      place: { file: 'a.xlsx', sheet: 'TV', cell: 'A2', row: n + 5 },
    }));
    const cells = (await open({ ...SMALL, findings })).cells('Lỗi và cảnh báo');
    expect(cells.get('A3')).toBeUndefined();
    expect(cells.get('H5')!.value).toMatch(/ Chung cho 5\.789 dòng \(5–5793\)\.$/);
    expect(cells.get('H6')).toBeUndefined();
  });

  it('say why levels do not add up where a unit’s figures stand above it alone', async () => {
    const plain = makeSummary(SMALL);
    const own = plain.values.get('96')!;
    const members = own.get('members')!;
    const held = new Map([...own, ['members', { ...members, value: members.value! + 5 }]]);
    const restatement = {
      ...{
        asOf: '2024-09-14',
        periodEnd: '2024-09-14',
        certified: [],
        unallocated: [],
      },
      notComparable: new Map(),
    };
    const notes = async (more: Partial<typeof plain>) => {
      const summary = { ...plain, ...more };
      const scope = { summary, root: summary.tree.roots[0]! };
      const parts = unzip(await summaryWorkbook(scope, { describe: sentences }));
      const cells = cellsOf(parts, sheetNames(parts).indexOf('Đối chiếu số liệu'));
      return [...cells.values()].filter(({ value }) => value.startsWith('Chênh lệch là'));
    };
    const values = new Map([...plain.values, ['96', held]]);
    expect(await notes({ values, restatement })).toHaveLength(1);
    expect(await notes({ restatement })).toHaveLength(0);
  });

  it('say how many findings are elsewhere', async () => {
    const one = SMALL.findings![0]!;
    const findings = Array.from({ length: MOST_FINDINGS + 1200 }, (_, n) => ({
      ...one,
      place: { ...one.place, row: n + 1, cell: `B${n + 1}` },
    }));
    const book = await open({ ...SMALL, findings });
    const cells = book.cells('Lỗi và cảnh báo');
    expect(cells.get('A3')!.value).toContain('1.200');
    expect(cells.size).toBeLessThan((MOST_FINDINGS + 10) * 9);
  });
});

describe('the file', () => {
  it('has the same bytes for the same summary', async () => {
    const summary = makeSummary(SMALL);
    const scope = { summary, root: summary.tree.roots[0]! };
    const [a, b] = [
      await summaryWorkbook(scope, { describe: sentences }),
      await summaryWorkbook(scope, { describe: sentences }),
    ];
    expect(Buffer.compare(a, b)).toBe(0);
  });

  it('bears the mark of ccds and no clock', () => {
    expect(small.parts.get('docProps/custom.xml')).toMatch(
      /name="ccds-output"><vt:lpwstr>summary<\/vt:lpwstr>/,
    );
    expect(small.parts.get('docProps/core.xml')).toContain('2024-09-14T00:00:00Z');
  });

  it('prints on A4 landscape, page by page with its header', () => {
    const xml = small.xml('Biểu 02b');
    expect(xml).toContain('paperSize="9"');
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('outlineLevel="1"');
    const names = small.parts.get('xl/workbook.xml')!;
    expect(names.match(/_xlnm\.Print_Area/g)).toHaveLength(small.names.length);
    expect(names).toMatch(/Print_Titles" localSheetId="1">'Biểu 01a'!\$8:\$10</);
  });

  it('has links that lead somewhere', () => {
    let inside = 0;
    for (const [n, name] of small.names.entries()) {
      const xml = small.xml(name);
      for (const [, sheet] of xml.matchAll(/location="'([^']+)'![A-Z]+\d+"/g)) {
        expect(small.names).toContain(sheet);
        inside++;
      }
      const ids = [...xml.matchAll(/r:id="(rIdLink\d+)"/g)].map((match) => match[1]!);
      const rels = small.parts.get(`xl/worksheets/_rels/sheet${n + 1}.xml.rels`) ?? '';
      for (const id of ids) expect(rels).toContain(`Id="${id}"`);
    }
    expect(inside).toBeGreaterThan(50);
    expect(small.parts.get('xl/worksheets/_rels/sheet2.xml.rels')).toContain(
      'huyen/973-ngoc-hien-2024-09.xlsx',
    );
  });

  it('has no chart of one bar, and no line from one unit to the next', async () => {
    const alone = { ...SMALL, units: SMALL.units.filter(([code]) => !/^322450[23]$/.test(code)) };
    const commune = await open(alone, {}, '32245');
    expect(commune.names).toContain('Biểu 01a');
    expect(commune.names).not.toContain('Biểu đồ');
    const charts = [...small.parts].filter(([path]) => path.startsWith('xl/charts/'));
    const [, members] = charts.find(([, xml]) => xml.includes('Thành viên – Số tổ'))!;
    const series = members.split('<c:lineChart>')[1]!;
    expect(series).toContain('<c:spPr><a:ln w="22225"><a:noFill/></a:ln></c:spPr><c:marker>');
  });

  it('has charts whose numbers are those of the cells', () => {
    const charts = [...small.parts].filter(([path]) => path.startsWith('xl/charts/'));
    expect(charts).toHaveLength(4);
    for (const [, xml] of charts)
      for (const [, ref, cache] of xml.matchAll(
        /<c:f>([^<]*)<\/c:f><c:numCache>(.*?)<\/c:numCache>/g,
      )) {
        const [, sheet, column, first, last] = /'(.+)'!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?/.exec(
          ref!,
        )!;
        const cells = small.cells(sheet!);
        const count = Number(last ?? first) - Number(first) + 1;
        const expected = Array.from(
          { length: count },
          (_, i) => cells.get(`${column}${Number(first) + i}`)?.value,
        );
        const cached = [...cache!.matchAll(/<c:v>(.*?)<\/c:v>/g)].map((match) => match[1]);
        expect(cached).toEqual(expected.filter((value) => value !== undefined && value !== ''));
      }
  });

  it('of three times the hamlets costs about three times the time, and no memory to speak of', async () => {
    const written = async (hamlets: number) => {
      const plan = big({ districts: 9, communes: 101, hamlets });
      const summary = makeSummary(plan);
      const root = summary.tree.roots[0]!;
      const options = { describe: sentences, ...inTime(plan, FEW_MONTHS) };
      const [started, before] = [process.cpuUsage(), process.memoryUsage().rss];
      const bytes = await summaryWorkbook({ summary, root }, options);
      const { user, system } = process.cpuUsage(started);
      return { time: user + system, memory: process.memoryUsage().rss - before, bytes };
    };
    // The first of all is compiled while it runs.
    await written(200);
    const [few, many] = [await written(350), await written(1050)];
    expect(many.time / few.time).toBeLessThan(5);
    expect(many.memory).toBeLessThan(150 * 2 ** 20);
    expect(many.bytes.length).toBeLessThan(2_100_000);
  });
});

describe('file names', () => {
  const tree = makeTree(SMALL.units);
  const node = (code: string) => tree.byCode.get(code)!;

  it('are unaccented, lower case, with hyphens', () => {
    expect(provinceFile(node('96'), '2024-09')).toBe('tong-hop-ca-mau-2024-09.xlsx');
    expect(unitFile(node('973'), '2024-Q3')).toBe('huyen/973-ngoc-hien-2024-Q3.xlsx');
    expect(unitFile(node('32248'), '2024-09')).toBeNull();
  });

  it('are for communes where no district is above them', () => {
    const after = makeTree([
      ['96', 'Tỉnh Cà Mau', 'province', null],
      ['32005', 'Phường 1', 'commune', '96'],
      ['32248', 'Xã Đất Mũi', 'commune', '96'],
    ]);
    expect(unitFile(after.byCode.get('32248')!, '2025-08')).toBe('xa/32248-dat-mui-2025-08.xlsx');
    expect(unitFile(after.byCode.get('32005')!, '2025-08')).toBe('xa/32005-phuong-1-2025-08.xlsx');
  });
});

describe('the English cover', () => {
  const texts = ({ cells }: Opened) => [...cells('Cover').values()].map(({ value }) => value);

  it('has its date as every other page of English has', async () => {
    expect(texts(await open(SMALL, { lang: 'en', date: '2024-10-05' }))).toContainEqual(
      expect.stringMatching(/, 5 October 2024$/),
    );
  });

  it('says what kind of unit it is of in English', async () => {
    const capitals = [
      'PEOPLE’S COMMITTEE OF CÀ MAU PROVINCE',
      'OF COMMUNITY DIGITAL TECHNOLOGY TEAMS\nIN CÀ MAU PROVINCE',
    ];
    const book = await open(SMALL, { lang: 'en' });
    expect(texts(book)).toEqual(expect.arrayContaining(capitals));
    expect(book.parts.get('docProps/core.xml')).toContain('Cà Mau Province');
    const party = await open(SMALL, { lang: 'en', letterhead: { form: 'party' } });
    expect(texts(party)).toContain('CÀ MAU PROVINCIAL PARTY COMMITTEE');
    const district = await open(SMALL, { lang: 'en' }, '973');
    const headings = district.parts.get('xl/sharedStrings.xml')!;
    expect(headings).toContain('IN NGỌC HIỂN DISTRICT');
    expect(headings).toContain('Ngọc Hiển District – Period: September 2024');
    expect(district.xml('Cover')).toContain('Ngọc Hiển District – September 2024');
  });

  it('counts one and many', async () => {
    const [error, warning] = ['error', 'warning'].map((severity) => ({
      ...SMALL.findings![0]!,
      severity,
    })) as [Finding, Finding];
    const findings = [error, warning, warning];
    expect(texts(await open({ ...SMALL, findings }, { lang: 'en' }))).toContain(
      '1 error; 2 warnings',
    );
    expect(
      [...(await open({ ...SMALL, findings })).cells('Bìa').values()].map(({ value }) => value),
    ).toContain('1 lỗi; 2 cảnh báo');
  });
});

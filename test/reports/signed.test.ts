import { describe, expect, it } from 'vitest';
import { headline } from '../../src/reports/figures.js';
import { summaryWorkbook, type WorkbookOptions } from '../../src/reports/workbook/index.js';
import type { Summary } from '../../src/rollup/types.js';
import {
  big,
  FORMS,
  makeSummary,
  type Plan,
  SMALL,
  describe as sentences,
} from './fake-summary.js';
import { cellsOf, sheetNames, unzip } from './package-parts.js';

async function open(plan: Plan, more: Partial<WorkbookOptions> = {}, code = '96') {
  const summary = makeSummary(plan);
  const root = summary.tree.byCode.get(code)!;
  const parts = unzip(await summaryWorkbook({ summary, root }, { describe: sentences, ...more }));
  const names = sheetNames(parts);
  return {
    cells: (sheet: string) => cellsOf(parts, names.indexOf(sheet)),
    xml: (sheet: string) => parts.get(`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`)!,
  };
}
type Book = Awaited<ReturnType<typeof open>>;

/** The texts of the row that has a text in its second column, by column. */
function rowOf(book: Book, sheet: string, text: string): Record<string, string> {
  const cells = [...book.cells(sheet).values()];
  const number = cells
    .find(({ address, value }) => value === text && /^B\d/.test(address))!
    .address.slice(1);
  const own = cells.filter(({ address }) => address.replace(/[A-Z]+/, '') === number);
  return Object.fromEntries(own.map(({ address, value }) => [address.replace(/\d+/, ''), value]));
}

describe('the cover', () => {
  it('has what was found in a row of its own, not beside the rows that were rejected', async () => {
    const { findings = [], ...rest } = SMALL;
    const book = await open({ ...rest, findings: findings.filter((f) => f.severity !== 'error') });
    expect(rowOf(book, 'Bìa', 'Dòng bị loại vì có lỗi').E ?? '').toBe('');
    const found = rowOf(book, 'Bìa', 'Lỗi, cảnh báo, lưu ý');
    expect(found).toMatchObject({ D: '2', E: '1 cảnh báo; 1 lưu ý' });
  });
});

describe('the cover and the tables', () => {
  const plain = makeSummary(SMALL);
  const notes = async (stated: Record<string, number>, code: string, lang: 'vi' | 'en' = 'vi') => {
    const baselinesStated = new Map([[code, new Map(Object.entries(stated))]]);
    const root = plain.tree.byCode.get(code)!;
    const scope = { summary: { ...plain, baselinesStated }, root };
    const parts = unzip(await summaryWorkbook(scope, { describe: sentences, lang }));
    return sheetNames(parts).flatMap((name, n) =>
      [...cellsOf(parts, n).values()].flatMap(({ value }) =>
        /^(Mẫu số|Denominators)/.test(value) ? [`${name}: ${value}`] : [],
      ),
    );
  };

  it('say whether denominators are the registry’s or what was handed in', async () => {
    expect((await notes({}, '964')).filter((one) => !one.includes('02'))).toEqual([
      'Bìa: Mẫu số lấy ở danh mục đơn vị.',
      'Biểu 01b: Mẫu số lấy ở danh mục đơn vị.',
      'Biểu 01c: Mẫu số lấy ở danh mục đơn vị.',
    ]);
    const some = await notes({ households: 900, merchants: 12 }, '964');
    expect(some).toContain('Biểu 01b: Mẫu số lấy ở báo cáo (danh mục đơn vị chưa có).');
    expect(some).toContain(
      'Bìa: Mẫu số: “Công dân đủ điều kiện” lấy ở danh mục đơn vị; “Tổng số hộ” lấy ở báo cáo (danh mục đơn vị chưa có); “Tổng số hộ kinh doanh” lấy ở báo cáo 12 trên 90, còn lại ở danh mục đơn vị.',
    );
    const [cover] = await notes({ households: 900, merchants: 12 }, '964', 'en');
    expect(cover).toBe(
      'Cover: Denominators: “Eligible citizens” from the registry; “Households” from the reports (the registry has none); “Merchants” from the reports for 12 of 90, else from the registry.',
    );
  });
});

describe('the cover of a unit without units below it, and so without tables', () => {
  it('has its results, and the shares of its targets that come of them', async () => {
    const own = await open(SMALL);
    const summary = makeSummary(SMALL);
    const root = { ...summary.tree.byCode.get('96')!, children: [] };
    const bytes = await summaryWorkbook({ summary, root }, { describe: sentences });
    const alone = { cells: () => cellsOf(unzip(bytes), 0), xml: () => '' };
    const said = [...alone.cells().values()].map(({ value }) => value).join();
    expect(said).not.toContain('chọn cùng nhau');
    for (const { label } of headline(summary.indicators)) {
      const [there, here] = [own, alone].map((book) => {
        const row = rowOf(book, 'Bìa', label.vi);
        return [...'BCDEFGH'].map((column) => row[column] ?? '');
      });
      expect(here).toEqual(there);
    }
  });
});

describe('the certificate', () => {
  it('has a blank, not 0, for what nobody has reported', async () => {
    const reports = Object.fromEntries(
      Object.entries(SMALL.reports).map(([code, own]) => [code, { ...own, skill_other: null }]),
    );
    const book = await open({ ...SMALL, reports });
    const row = rowOf(book, 'Đối chiếu số liệu', 'Hộ được hướng dẫn: Nền tảng khác');
    expect([row.C, row.D, row.E, row.F ?? '', row.G]).toEqual(['', '', '', '', '0']);
  });

  it('of a unit below says why its rows are fewer than those of its files', async () => {
    const notes = async (code: string) =>
      [...(await open(SMALL, {}, code)).cells('Đối chiếu số liệu').values()].filter(({ value }) =>
        value.includes('chỉ có ở phần III'),
      ).length;
    expect([await notes('96'), await notes('964'), await notes('32005')]).toEqual([0, 1, 1]);
  });
});

describe('the rows of files', () => {
  it('go on the table of the units, so that its heads stand over them on every page', async () => {
    const book = await open(SMALL);
    const cells = [...book.cells('Đối chiếu số liệu').values()];
    const rowAt = (text: string) =>
      Number(cells.find(({ value }) => value.startsWith(text))!.address.replace(/\D/g, ''));
    expect(rowAt('III. ')).toBe(rowAt('Không của riêng địa bàn nào') + 1);
  });
});

describe('the rows of a package', () => {
  /** Rows of files by the lowest unit that covers each. */
  const rowsIn = async (code: string, units: Summary['units']) => {
    const whole = makeSummary(SMALL);
    const summary = { ...whole, units };
    const root = whole.tree.byCode.get(code)!;
    const parts = unzip(await summaryWorkbook({ summary, root }, { describe: sentences }));
    const n = sheetNames(parts).indexOf('Đối chiếu số liệu');
    const cells = [...cellsOf(parts, n).values()];
    const second = Number(cells.find(({ value }) => value.startsWith('II. '))!.address.slice(1));
    const third = Number(cells.find(({ value }) => value.startsWith('III. '))!.address.slice(1));
    const lines = new Map<number, string[]>();
    for (const { address, value } of cells) {
      const row = Number(address.replace(/\D/g, ''));
      if (row > second + 1 && row < third && /^[A-D]\d/.test(address))
        lines.set(row, [...(lines.get(row) ?? []), value]);
    }
    return [...lines.values()].map((texts) => texts.filter((text) => text !== '').join(' '));
  };
  const rows = (unit: string, accepted: number) => ({ unit, accepted, rejected: 0, ignored: 1 });
  const units = [rows('32005', 4), rows('964', 2), rows('96', 7)];
  const SEVERAL = /gồm cả tệp chung của nhiều đơn vị/;

  it('that are of several units have a row of their own, and make up what stands above', async () => {
    const lines = await rowsIn('964', units);
    expect(lines[0]).toMatch(/^TỔNG SỐ 8 6$/);
    expect(lines).toContainEqual(expect.stringMatching(/^Không của riêng địa bàn nào .* 3 2$/));
    expect(lines.some((line) => SEVERAL.test(line))).toBe(false);
  });

  it('of a unit between say why it has more than those below it', async () => {
    const lines = await rowsIn('96', units);
    expect(lines.at(-1)).toMatch(SEVERAL);
    expect((await rowsIn('96', [rows('32005', 4)])).at(-1)).not.toMatch(SEVERAL);
  });
});

/** Points of an upright page within its margins. */
const A4 = { high: 841.9 - 2 * 0.79 * 72, wide: 595.3 - (1.18 + 0.6) * 72 };
/** Points of `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` in 12 points of Times New Roman Bold. */
const MOTTO = 250.3;

describe('the page of the cover', () => {
  const pageOf = async (plan: Plan, code?: string) => {
    const xml = (await open(plan, {}, code)).xml('Bìa');
    const [, orientation] = /<pageSetup[^>]* orientation="(\w+)"/.exec(xml)!;
    return [orientation, /fitToHeight="(\d)"/.exec(xml)?.[1], xml.includes('<brk ')];
  };

  it('is one, upright: its figures, its accounts and who signs it', async () => {
    for (const code of ['96', '964', '32005'])
      expect(await pageOf(SMALL, code)).toEqual(['portrait', '1', false]);
  });

  it('is cut between its parts where forms are many', async () => {
    const more = Array.from({ length: 60 }, (_, n) => ({
      id: `form${n}`,
      label: { vi: `Biểu ${n}`, en: `Form ${n}` },
    }));
    const [orientation, , isCut] = await pageOf({ ...SMALL, forms: [...FORMS, ...more] });
    expect([orientation, isCut]).toEqual(['portrait', true]);
  });

  it('has room for the name of a place, and for what hamlets are called', async () => {
    const heights = async (rename: (name: string, level: string) => string) => {
      const units = SMALL.units.map(
        ([code, name, level, above]) => [code, rename(name, level), level, above] as const,
      );
      const book = await open({ ...SMALL, units });
      const { address } = [...book.cells('Bìa').values()].find(({ value }) =>
        /^Tỷ lệ .* có tổ CNSCĐ$/.test(value),
      )!;
      const heightOf = (row: string) =>
        Number(new RegExp(`<row r="${row}" ht="([\\d.]+)"`).exec(book.xml('Bìa'))![1]);
      return [heightOf('6'), heightOf(address.slice(1))];
    };
    const kinds = ['Ấp', 'Khu phố', 'Tổ dân phố', 'Tiểu khu'];
    let hamlets = 0;
    const long = await heights((name, level) => {
      if (level === 'province') return `${name} và các đảo, quần đảo lân cận thuộc vùng biển Tây`;
      return level === 'hamlet' ? `${kinds[hamlets++ % 4]} ${hamlets}` : name;
    });
    expect(await heights((name) => name)).toEqual([37.5, 15.75]);
    expect(long).toEqual([56.25, 44]);
  });

  it('is printed at its full size, whose rows are as high as Excel has them, and nothing is cut off', async () => {
    for (const [lang, name] of [
      ['vi', 'Bìa'],
      ['en', 'Cover'],
    ] as const) {
      const plan = big({ districts: 2, communes: 4, hamlets: 8 });
      const xml = (await open({ ...plan, findings: [] }, { lang })).xml(name);
      const last = Number(/<mergeCell ref="E(\d+):H\1"\/><\/mergeCells>/.exec(xml)![1]);
      const height = new Map(
        [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, n, ht]) => [
          Number(n),
          Number(ht),
        ]),
      );
      const points = Array.from({ length: last }, (_, i) => height.get(i + 1) ?? 15);
      expect(points.reduce((all, one) => all + one, 0)).toBeLessThanOrEqual(A4.high);
      // Pixels of a column at 7 to a digit (ECMA-376 18.3.1.13).
      const pixels = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
        Math.trunc(((256 * Number(width) + Math.trunc(128 / 7)) / 256) * 7),
      );
      const wide = (some: readonly number[]) => some.reduce((all, one) => all + one, 0) * 0.75;
      expect(wide(pixels.slice(0, 8))).toBeLessThanOrEqual(A4.wide);
      expect(wide(pixels.slice(3, 8))).toBeGreaterThanOrEqual(lang === 'vi' ? MOTTO : 0);
    }
  });
});

describe('figures on another day’s map', () => {
  const asOf = async (day: string, more: Partial<Summary> = {}, lang: 'vi' | 'en' = 'vi') => {
    const plain = makeSummary(SMALL);
    const restatement = {
      ...{ asOf: day, periodEnd: '2024-09-14', isAsked: true, certified: [], unallocated: [] },
      notComparable: new Map([['3202603', new Set(['members'])]]),
    };
    const summary = { ...plain, tree: { ...plain.tree, date: day }, restatement, ...more };
    const scope = { summary, root: summary.tree.byCode.get('96')! };
    const parts = unzip(await summaryWorkbook(scope, { describe: sentences, lang }));
    const names = sheetNames(parts);
    return (sheet: string) => [...cellsOf(parts, names.indexOf(sheet)).values()];
  };
  const texts = (cells: readonly { readonly value: string }[]) => cells.map(({ value }) => value);

  it('are those of their period: the cover tells its days, and which day’s map they are on', async () => {
    const sheet = await asOf('2025-08-01');
    const cover = texts(sheet('Bìa'));
    expect(cover).toContain('Kỳ báo cáo: Tháng 9/2024 (từ ngày 15/08/2024 đến ngày 14/09/2024)');
    expect(cover).toContain('Cà Mau, ngày 01 tháng 8 năm 2025');
    const said =
      'Số liệu được đưa về các đơn vị hành chính của ngày 01/08/2025. 1 đơn vị chưa so sánh được nên để trống: xem các mã CCDS-M ở trang Lỗi và cảnh báo.';
    for (const name of ['Bìa', 'Biểu 01a', 'Biểu 02c']) expect(texts(sheet(name))).toContain(said);
    expect(texts((await asOf('2025-08-01', {}, 'en'))('Cover')).join()).toContain(
      'on the administrative units of 1 August 2025. 1 unit is not comparable',
    );
  });

  it('are on no paper that is older than their period', async () => {
    expect(texts((await asOf('2023-01-01'))('Bìa'))).toContain('Cà Mau, ngày 14 tháng 9 năm 2024');
  });

  it('have a note that says why they are blank, or not told of its hamlets', async () => {
    const plain = makeSummary(SMALL);
    const silent = { value: 5, numerator: null, denominator: null, reported: 0, expected: 2 };
    const held = new Map(
      [...plain.values.get('32248')!].map(
        ([id, one]) => [id, id === 'members' ? silent : { ...one, reported: 0 }] as const,
      ),
    );
    const sheet = await asOf('2025-08-01', { values: new Map([...plain.values, ['32248', held]]) });
    const noteOf = (name: string, table: string) => {
      const cells = sheet(table);
      const { address } = cells.find(({ value }) => value === name)!;
      return cells.find((one) => one.address === `L${address.slice(1)}`)?.value;
    };
    expect(noteOf('Xã Tân Ân', 'Biểu 02a')).toBe('Chưa tách được theo ấp, khóm');
    expect(noteOf('Ấp 3', 'Biểu 03a')).toBe('Chưa so sánh được');
  });
});

describe('the place of signing', () => {
  const place = async (province: string, more: Partial<WorkbookOptions> = {}) => {
    const units = SMALL.units.map((unit) =>
      unit[0] === '96' ? (['96', province, 'province', null] as const) : unit,
    );
    const cover = (await open({ ...SMALL, units }, more)).cells(more.lang ? 'Cover' : 'Bìa');
    return [...cover.values()].map(({ value }) => value);
  };

  it('is named whole where it bears the name of a person', async () => {
    const date = 'ngày 14 tháng 9 năm 2024';
    expect(await place('Thành phố Hồ Chí Minh')).toContain(`Thành phố Hồ Chí Minh, ${date}`);
    expect(await place('Thành phố Cần Thơ')).toContain(`Cần Thơ, ${date}`);
    const party = await place('Thành phố Hồ Chí Minh', { letterhead: { form: 'party' } });
    expect(party).toContain('THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH');
    const english = await place('Thành phố Hồ Chí Minh', { lang: 'en' });
    expect(english).toContain('Hồ Chí Minh, 14 September 2024');
  });
});

describe('a unit that is linked to its own', () => {
  it('bears the link on its number where its name takes two lines: it would not wrap', async () => {
    const long = 'Phường Nguyễn Thị Minh Khai – Cầu Ông Lãnh – Cô Giang';
    const units = SMALL.units.map(([code, name, level, above]) =>
      code === '964'
        ? ([code, long, level, above] as const)
        : ([code, name, level, above] as const),
    );
    const book = await open({ ...SMALL, units });
    const linkOf = (name: string) => {
      const { address } = [...book.cells('Biểu 01a').values()].find(({ value }) => value === name)!;
      const row = address.slice(1);
      return new RegExp(`<hyperlink ref="([AB])${row}"`).exec(book.xml('Biểu 01a'))![1];
    };
    expect([linkOf(long), linkOf('Huyện Ngọc Hiển')]).toEqual(['A', 'B']);
  });
});

describe('a table without any figure', () => {
  const FAMILIES = { a: 'members', b: 'household' } as const;
  it.each(['vi', 'en'] as const)('says so, as it is signed with the others (%s)', async (lang) => {
    const reports = Object.fromEntries(
      Object.entries(SMALL.reports).map(([code, own]) => [
        code,
        Object.fromEntries(Object.entries(own).filter(([key]) => !/^(household|skill)/.test(key))),
      ]),
    );
    const book = await open({ ...SMALL, reports }, { lang });
    const says = (sheet: string) =>
      [...book.cells(sheet).values()].filter(({ value }) =>
        /^(Không có số liệu: chưa ấp, khóm nào|No figures: no hamlet)/.test(value),
      ).length;
    const name = lang === 'vi' ? 'Biểu' : 'Table';
    expect(Object.keys(FAMILIES).map((part) => says(`${name} 01${part}`))).toEqual([0, 1]);
  });
});

describe('rows of a table', () => {
  it('are high enough for what hamlets are called, where units are ranked', async () => {
    const kinds = ['Ấp', 'Khu phố', 'Tổ dân phố', 'Tiểu khu'];
    const units = SMALL.units.map(([code, name, level, above], n) => {
      const own = level === 'hamlet' ? `${kinds[n % 4]} ${n}` : name;
      return [code, own, level, above] as const;
    });
    const book = await open({ ...SMALL, units });
    const labels = [...book.cells('Xếp hạng huyện').values()].filter(
      ({ address, value }) => /^C\d/.test(address) && /^Tỷ lệ .* có tổ CNSCĐ$/.test(value),
    );
    expect(labels.length).toBe(2);
    for (const { address } of labels)
      expect(book.xml('Xếp hạng huyện')).toContain(`<row r="${address.slice(1)}" ht="25.5"`);
  });

  it('are high enough for a long name, where rows are accounted for', async () => {
    const long =
      'Huyện Nguyễn Thị Minh Khai, Cầu Ông Lãnh, Cô Giang, Đa Kao và các đảo ở phía tây nam';
    const units = SMALL.units.map(([code, name, level, above]) =>
      code === '964'
        ? ([code, long, level, above] as const)
        : ([code, name, level, above] as const),
    );
    const book = await open({ ...SMALL, units });
    const { address } = [...book.cells('Đối chiếu số liệu').values()].find(
      ({ value }) => value === long,
    )!;
    const row = address.slice(1);
    expect(book.xml('Đối chiếu số liệu')).toContain(`<row r="${row}" ht="30.5"`);
  });
});

describe('the note of a unit', () => {
  it('stands on one line where some hamlets have not reported', async () => {
    const many = Array.from({ length: 260 }, (_, n) => `32005${n + 100}`);
    const units = many.map(
      (code, n) => [code, `${n < 9 ? 'Khóm' : 'Ấp'} ${n}`, 'hamlet', '32005'] as const,
    );
    const reports = Object.fromEntries(many.slice(0, 118).map((code) => [code, { members: 5 }]));
    const book = await open({ ...SMALL, units: [...SMALL.units, ...units], reports });
    const cells = [...book.cells('Biểu 02a').values()];
    const partly = cells.filter(({ value }) => /^Có số liệu 118\/2\d\d ấp, khóm/.test(value));
    expect(partly.length).toBe(3);
    for (const { address } of partly)
      expect(book.xml('Biểu 02a')).toContain(`<row r="${address.replace(/\D+/, '')}" ht="17"`);
  });
});

describe('who signs on the Party’s form', () => {
  const signers = async (letterhead: NonNullable<WorkbookOptions['letterhead']>) =>
    [...(await open(SMALL, { letterhead })).cells('Bìa').values()].map(({ value }) => value);

  it('does so for the standing committee, or as the head of the body that is named', async () => {
    const committee = await signers({ form: 'party' });
    expect(committee).toContain('T/M BAN THƯỜNG VỤ');
    expect(committee).toContain('(Chức vụ, ký, đóng dấu, ghi rõ họ tên)');
    expect(committee).not.toContain('THỦ TRƯỞNG ĐƠN VỊ');
    const body = await signers({ form: 'party', agency: 'VĂN PHÒNG TỈNH ỦY' });
    expect(body).toContain('THỦ TRƯỞNG CƠ QUAN');
    expect(body).not.toContain('T/M BAN THƯỜNG VỤ');
    expect(await signers({ form: 'party', signerTitle: 'BÍ THƯ' })).toContain('BÍ THƯ');
  });

  it.each([
    ['party', 'T/M BAN THƯỜNG VỤ', '(Chức vụ, ký, đóng dấu, ghi rõ họ tên)'],
    ['state', 'TM. ỦY BAN NHÂN DÂN', '(Chức vụ, ký, đóng dấu, ghi rõ họ tên)'],
    ['party', 'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ', '(Ký, đóng dấu, ghi rõ họ tên)'],
    ['party', 'CHÁNH VĂN PHÒNG', '(Ký, đóng dấu, ghi rõ họ tên)'],
  ] as const)(
    'on the %s’s form is asked for the office that “%s” lacks',
    async (form, signerTitle, hint) => {
      const texts = await signers({ form, signerTitle });
      const hints = texts.filter((text) => /ký, đóng dấu/i.test(String(text)));
      expect(hints).toEqual([hint]);
    },
  );

  it('is the head of the agency on the state’s form', async () => {
    expect(await signers({})).toContain('THỦ TRƯỞNG ĐƠN VỊ');
  });
});

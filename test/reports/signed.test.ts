import { describe, expect, it } from 'vitest';
import { summaryWorkbook, type WorkbookOptions } from '../../src/reports/workbook/index.js';
import { makeSummary, type Plan, SMALL, describe as sentences } from './fake-summary.js';
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

  it('is the head of the agency on the state’s form', async () => {
    expect(await signers({})).toContain('THỦ TRƯỞNG ĐƠN VỊ');
  });
});

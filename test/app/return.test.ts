import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyName, freeName } from '../../src/app/output/return-names.js';
import { versionOf } from '../../src/rollup/version.js';
import { HEAD, type Province, province } from '../helpers/province.js';

const GOC = 'Xã An Bình/Ấp Rạch Gốc T9.2024.xlsx';
const COPY = '99101-an-binh/Ấp Rạch Gốc T9.2024 - bản sửa.xlsx';
const LETTER = 'thu-gui-kem.txt';

let p: Province;
beforeEach(async () => {
  p = province();
  const top = [['Xã: An Bình'], ['Ấp: Rạch Gốc'], ['Kỳ báo cáo: Tháng 9/2024']];
  await p.book(GOC, {
    TV: [
      ...top,
      HEAD.members,
      ['Nguyễn Văn Lành', 'Tổ trưởng', '19x5', 'Nam', '0912345678', ''],
      ['', 'Tổ viên', 1990, 'Nữ', '0987654321', ''],
      ['Trần Thị Bưởi', 'Tổ viên', 1991, 'Nữ', '0987654322', ''],
      ['Lê Văn Cam', 'Tổ viên', 1992, 'Nam', '0987654323', ''],
      ['Phạm Thị Dừa', 'Tổ viên', 1993, 'Nữ', '0987654324', ''],
    ],
    ĐD: [
      ...top,
      HEAD.eid,
      ['Nguyễn Văn Lành', '096085001234', '2'],
      ['Trần Thị Bưởi', '09608500', '2'],
    ],
  });
});
afterEach(() => p.remove());

const FLAGS = ['--registry', 'registry', '--period', '2024-09'];
const returned = (...args: string[]) =>
  p.ccds('validate', 'in', ...FLAGS, '--return', 'tra', ...args);
const files = (folder: string) =>
  readdirSync(join(p.dir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(p.dir, folder).length + 1))
    .sort();
const hash = (path: string) =>
  createHash('sha256')
    .update(readFileSync(join(p.dir, path)))
    .digest('hex');

/** Opens a workbook in another program, changes cells, and saves it elsewhere. */
async function edit(from: string, to: string, cells: Record<string, string | number>) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(p.dir, from));
  for (const [at, value] of Object.entries(cells)) {
    const [sheet, cell] = at.split('!') as [string, string];
    book.getWorksheet(sheet)!.getCell(cell).value = value;
  }
  mkdirSync(join(p.dir, to, '..'), { recursive: true });
  await book.xlsx.writeFile(join(p.dir, to));
}

const MENDED = { 'TV!C5': 1985, 'TV!A6': 'Võ Thị Ổi', 'ĐD!B6': '096190001234' };

describe('validate --return', () => {
  it('makes a folder a commune, with marked copies and a letter, and changes no original', async () => {
    p.file('Xã An Hòa/so lieu T9.2024.csv', 'Ấp/Khóm,Số thành viên,Nữ\nẤp Bàu Sen,5,7\n');
    p.file('Xã An Hòa/hỏng.xlsx', 'PK\u0003\u0004 không đọc được');
    const before = hash(`in/${GOC}`);
    const { status, stderr } = await returned();
    expect(status).toBe(1);
    expect(stderr).toContain('Đã ghi 3 bản trả lại vào');
    expect(files('tra')).toEqual([
      '.ccds-folder.json',
      `99101-an-binh/${LETTER}`,
      COPY,
      '99102-an-hoa/hỏng xlsx - danh sách cần sửa.xlsx',
      '99102-an-hoa/so lieu T9.2024 csv - danh sách cần sửa.xlsx',
      `99102-an-hoa/${LETTER}`,
    ]);
    expect(hash(`in/${GOC}`)).toBe(before);
    const letter = readFileSync(join(p.dir, 'tra/99101-an-binh', LETTER), 'utf8');
    expect(letter).toMatch(/^\ufeffKính gửi: UBND xã An Bình,\r\n/);
    expect(letter).toContain('báo cáo tháng 9/2024');
    expect(letter).toContain('- Ấp Rạch Gốc T9.2024 - bản sửa.xlsx: 2 lỗi, 1 cảnh báo\r\n');
    expect(letter).not.toMatch(/Lành|Bưởi|\d{8}/);
  });

  it('clears its findings once corrected and sent again, beside the original', async () => {
    await returned();
    await edit(`tra/${COPY}`, 'in/Xã An Bình/Ấp Rạch Gốc T9.2024 - bản sửa.xlsx', MENDED);
    const { status, stdout } = await p.ccds('validate', 'in', ...FLAGS, '--json');
    const { findings, submissions } = JSON.parse(stdout);
    const copy = findings.filter((one: { file: string }) => one.file.endsWith('bản sửa.xlsx'));
    expect(copy).toEqual([]);
    const statuses = submissions.map(({ file, status }: Record<string, string>) => [file, status]);
    expect(new Set(statuses.map(String))).toEqual(
      new Set([`${GOC},superseded`, `${GOC.replace('.xlsx', ' - bản sửa.xlsx')},accepted`]),
    );
    expect(status).toBe(0);
    await p.ccds('validate', 'in', ...FLAGS, '--return', 'tra-2');
    expect(files('tra-2')).toEqual(['.ccds-folder.json']);
  });

  it('clears its findings where it stands in the place of the original', async () => {
    await returned();
    await edit(`tra/${COPY}`, `in/${GOC}`, MENDED);
    const { status, stdout } = await p.ccds('validate', 'in', ...FLAGS, '--json');
    const own = JSON.parse(stdout).findings.filter((one: { file: string }) => one.file === GOC);
    expect({ status, own }).toEqual({ status: 0, own: [] });
  });

  it('colours every cell that a remark stands for, and says it at the first', async () => {
    p.put('ccds.config.json', JSON.stringify({ severities: { 'CCDS-X03': 'warning' } }));
    const house = (n: number, mark: string | null) => [
      `Hộ ${n}`,
      `Số ${n}`,
      null,
      null,
      mark,
      null,
    ];
    await p.book(GOC, {
      Hộ: [
        ['Xã: An Bình'],
        ['Ấp: Rạch Gốc'],
        ['Kỳ báo cáo: Tháng 9/2024'],
        HEAD.households,
        ...[house(1, null), house(2, null), house(3, 'x'), house(4, null)],
      ],
    });
    await returned();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(p.dir, 'tra', COPY));
    const cells = ['E5', 'E6', 'E7', 'E8'].map((at) => book.getWorksheet('Hộ')!.getCell(at));
    const solid = cells.map(({ fill }) => (fill as { pattern?: string } | undefined)?.pattern);
    expect(solid.map((pattern) => pattern === 'solid')).toEqual([true, true, false, true]);
    expect(cells.map(({ note }) => note !== undefined)).toEqual([true, false, false, false]);
  });

  it('says once what all rows of a sheet are told of at one cell', async () => {
    const rows = Array.from({ length: 9 }, (_, n) => [`Bùi Văn ${n}`, `09608500123${n}`, '2']);
    await p.book(GOC, {
      ĐD: [['Xã: An Bình'], ['Ấp: Hoa Mai'], ['Kỳ báo cáo: Tháng 9/2024'], HEAD.eid, ...rows],
    });
    await returned();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(p.dir, 'tra', COPY));
    const list = book.getWorksheet('Cần sửa')!;
    const texts = [5, 6].map((row) => `${list.getCell(row, 5).value ?? ''}`);
    expect(texts).toEqual([expect.stringMatching(/Hoa Mai.* Chung cho 9 dòng \(5–13\)\.$/), '']);
    const note = JSON.stringify(book.getWorksheet('ĐD')!.getCell('A2').note);
    expect(note.split('Hoa Mai')).toHaveLength(2);
  });

  it('marks a copy anew that comes back only half corrected', async () => {
    await returned();
    await edit(`tra/${COPY}`, `in/${GOC}`, { 'TV!C5': 1985 });
    await p.ccds('validate', 'in', ...FLAGS, '--return', 'tra-2');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(p.dir, 'tra-2', COPY));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Cần sửa', 'TV', 'ĐD']);
    expect(book.getWorksheet('TV')!.getCell('C5').fill).not.toMatchObject({ pattern: 'solid' });
    expect(book.getWorksheet('TV')!.getCell('C5').note).toBeUndefined();
    expect(book.getWorksheet('TV')!.getCell('A6').fill).toMatchObject({ pattern: 'solid' });
    expect(book.getWorksheet('TV')!.getCell('A6').note).toBeDefined();
  });

  it('replaces its own folder, but not one in which somebody has corrected a copy', async () => {
    await returned();
    const first = files('tra').map((file) => [file, hash(`tra/${file}`)]);
    expect((await returned()).status).toBe(1);
    expect(files('tra').map((file) => [file, hash(`tra/${file}`)])).toEqual(first);
    await edit(`tra/${COPY}`, `tra/${COPY}`, MENDED);
    const refused = await returned();
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect((await returned('--force')).status).toBe(1);
    expect(files('tra').map((file) => [file, hash(`tra/${file}`)])).toEqual(first);
  });

  it('never writes over the reports themselves', async () => {
    const { status } = await p.ccds('validate', 'in', ...FLAGS, '--return', 'in', '--force');
    expect(status).toBe(2);
    expect(existsSync(join(p.dir, 'in', GOC))).toBe(true);
  });

  it('reads what it wrote as submissions, but not its letters and lists', async () => {
    p.file('so lieu T9.2024.csv', 'Ấp/Khóm,Số thành viên,Nữ\nẤp Bàu Sen,5,7\n');
    await returned();
    cpSync(join(p.dir, 'tra'), join(p.dir, 'lai'), { recursive: true });
    const { stdout } = await p.ccds('validate', 'lai', ...FLAGS, '--json');
    const { files: read, leftOut } = JSON.parse(stdout);
    expect(read).toEqual({ partial: 1 });
    expect(leftOut['own-output']).toBe(4);
  });

  it('gives what tells no unit to those beside it only in a folder of their name', async () => {
    const wrong = { TV: [['Ấp: Tân Tiến'], ['Xã: Phú Lâm'], [], HEAD.members, ['', 'Tổ trưởng']] };
    await p.book('Huyện Tây/bc 1.xlsx', wrong);
    for (const place of ['Huyện Tây', 'Xã An Bình', 'xa-an-binh/T9'])
      p.file(`${place}/hỏng.xlsx`, '');
    await p.book('xa-an-binh/T9/bc 2.xlsx', { TV: [['Ấp: Cái Đôi'], ...wrong.TV.slice(2)] });
    await returned();
    expect(files('tra').filter((file) => file.includes('hỏng'))).toEqual([
      '99101-an-binh/T9 - hỏng xlsx - danh sách cần sửa.xlsx',
      '99101-an-binh/hỏng xlsx - danh sách cần sửa.xlsx',
      'chua-ro-don-vi/hỏng xlsx - danh sách cần sửa.xlsx',
    ]);
  });

  it('returns nothing where nothing is wrong', async () => {
    writeFileSync(join(p.dir, 'sach.csv'), '');
    await edit(`in/${GOC}`, `in/${GOC}`, MENDED);
    const { status } = await returned();
    expect(status).toBe(0);
    expect(files('tra')).toEqual(['.ccds-folder.json']);
  });
});

describe('the name of a copy', () => {
  it.each([
    ['T9.xlsx', 'T9 - bản sửa.xlsx'],
    ['xa/T9 v2.xlsx', 'T9 v2 - bản sửa lần 2.xlsx'],
    ['T9 - bản sửa.xlsx', 'T9 - bản sửa lần 2.xlsx'],
    ['T9 - bản sửa lần 2.xlsx', 'T9 - bản sửa lần 3.xlsx'],
    ['lần 2/T9.xlsm', 'T9 - bản sửa lần 2.xlsm'],
    ['lần 2/T9 lần 2.xlsx', 'T9 lần 2 - bản sửa lần 3.xlsx'],
    ['T9: a|b.xlsx', 'T9_ a_b - bản sửa.xlsx'],
    ['Báo cáo T9.2024', 'Báo cáo T9.2024 - bản sửa'],
    ['Báo cáo T9.2024 lần 2', 'Báo cáo T9.2024 lần 2 - bản sửa lần 2'],
    [
      `Ấp Cây Thơ ${'x'.repeat(230)} T9.xlsx`,
      `Ấp Cây Thơ ${'x'.repeat(100)}…${'x'.repeat(109)} T9 - bản sửa.xlsx`,
    ],
  ])('of %s is %s, which ranks later', (file, name) => {
    expect(copyName(file, 'vi')).toBe(name);
    expect(versionOf(name).rank).toBeGreaterThan(versionOf(file).rank);
  });

  it.each([
    ['T9.xlsx', 'T9 - corrected v2.xlsx'],
    ['T9 - corrected v2.xlsx', 'T9 - corrected v3.xlsx'],
    ['T9 - bản sửa.xlsx', 'T9 - corrected v3.xlsx'],
    ['T9 - bản sửa lần 2.xlsx', 'T9 - corrected v4.xlsx'],
    ['lần 2/T9 lần 2.xlsx', 'T9 lần 2 - corrected v4.xlsx'],
  ])('in English of %s is %s, and either language’s of either ranks later', (file, name) => {
    expect(copyName(file, 'en')).toBe(name);
    const { rank } = versionOf(name);
    expect(rank).toBeGreaterThan(versionOf(file).rank);
    expect(versionOf(copyName(name, 'vi')).rank).toBeGreaterThan(rank);
  });
});

it('a copy whose name is taken has its folders in front, or a number', () => {
  const names = new Set<string>();
  const free = (wanted: string) => freeName(wanted, 'Huyện Một/Xã Hai/x.xlsx', names);
  expect(['T9.xlsx', 't9.xlsx', 'T9.xlsx', 'T9.xlsx'].map(free)).toEqual([
    ...['T9.xlsx', 'Xã Hai - t9.xlsx', 'Huyện Một - Xã Hai - T9.xlsx', '4 - T9.xlsx'],
  ]);
  const long = `${'x'.repeat(245)}.xlsx`;
  expect([long, long].map(free)).toEqual([long, `2 - ${long}`]);
});

describe('validate --return in English', () => {
  const ENGLISH = '99101-an-binh/Ấp Rạch Gốc T9.2024 - corrected v2.xlsx';

  it('has all names that are ours in English, and is read again as any other', async () => {
    p.file('so lieu T9.2024.csv', 'Ấp/Khóm,Số thành viên,Nữ\nẤp Bàu Sen,5,7\n');
    p.file('hỏng.xlsx', '');
    await returned('--lang', 'en');
    expect(files('tra')).toEqual([
      '.ccds-folder.json',
      '99101-an-binh/covering-note.txt',
      ENGLISH,
      '99102-an-hoa/covering-note.txt',
      '99102-an-hoa/so lieu T9.2024 csv - list of corrections.xlsx',
      'unit-not-known/covering-note.txt',
      'unit-not-known/hỏng xlsx - list of corrections.xlsx',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(p.dir, 'tra', ENGLISH));
    const [list] = book.worksheets;
    expect([list!.name, list!.getCell('A1').value]).toEqual([
      'To correct',
      'LIST OF WHAT IS TO BE CORRECTED',
    ]);
    const note = readFileSync(join(p.dir, 'tra/99101-an-binh/covering-note.txt'), 'utf8');
    expect(note).toContain('The sheet “To correct”');
    cpSync(join(p.dir, 'tra'), join(p.dir, 'lai'), { recursive: true });
    const { stdout } = await p.ccds('validate', 'lai', ...FLAGS, '--json');
    const { files: read, leftOut } = JSON.parse(stdout);
    expect([read, leftOut['own-output']]).toEqual([{ partial: 1 }, 6]);
  });

  it('puts its list in the place of one in the other language', async () => {
    await returned('--lang', 'en');
    await edit(`tra/${ENGLISH}`, `in/${GOC}`, { 'TV!C5': 1985 });
    await p.ccds('validate', 'in', ...FLAGS, '--return', 'tra-2');
    const again = files('tra-2').find((file) => file.endsWith('.xlsx'))!;
    await edit(`tra-2/${again}`, `in/${GOC}`, { 'TV!C5': 1986 });
    await p.ccds('validate', 'in', ...FLAGS, '--return', 'tra-3', '--lang', 'en');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(p.dir, 'tra-3', ENGLISH));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['To correct', 'TV', 'ĐD']);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { HEAD, type Province, province } from '../helpers/province.js';

const UNITS = [
  ['99', 'Tỉnh Thử', 'province', ''],
  ['991', 'Huyện Đông T1', 'district', '99'],
  ['99101', 'Xã Phú Quý', 'commune', '991'],
];
const NAMES = [
  'Ấp 3 Tháng 2',
  'Ấp 3',
  'Khóm 1 T1',
  'Ấp Quý Hai',
  'Ấp Tháng Tám',
  'Ấp Tháng Chạp',
  'Ấp T4',
  'Ấp Kênh T5',
  'Ấp Kinh 8.2024',
  'Khóm 8-2024',
  'Ấp Năm',
  'Tổ dân phố số 6 năm 2020',
  'Ấp 19/5',
  'Ấp 2-9',
];
const codeOf = (name: string) => `99101${String(NAMES.indexOf(name) + 10)}`;
const inFile = (name: string) => name.replaceAll('/', '-');

let p: Province;
afterEach(() => p.remove());

function withHamlets() {
  p = province([...UNITS, ...NAMES.map((name) => [codeOf(name), name, 'hamlet', '99101'])]);
}

const tally = (lines: readonly string[], count: number) => ({
  TH: [...lines.map((line) => [line]), ['Số thành viên'], [count]],
});

async function expectAll() {
  const r = await p.rollup();
  const counts = NAMES.map((name) => [name, r.value(codeOf(name), 'members')]);
  expect(counts).toEqual(NAMES.map((name, i) => [name, 4 + i]));
  expect(r.findings.filter(({ code }) => /^CCDS-[PU]0/.test(code!))).toEqual([]);
}

describe('hamlets whose names read like periods', () => {
  it('are named in rows', async () => {
    withHamlets();
    const rows = NAMES.map((name, i) => [name, 4 + i]);
    await p.book('a.xlsx', {
      TH: [['Tháng 9/2024'], ['Xã: Phú Quý'], ['Ấp/Khóm', 'Số thành viên'], ...rows],
    });
    await expectAll();
  });

  it('are named in lines', async () => {
    withHamlets();
    for (const [i, name] of NAMES.entries()) {
      const lines = ['Tháng 9 năm 2024', `Đơn vị: ${name}, xã Phú Quý`];
      await p.book(`${i}.xlsx`, tally(lines, 4 + i));
    }
    await expectAll();
  });

  it('are named in lines by themselves, behind a label', async () => {
    withHamlets();
    for (const [i, name] of NAMES.entries()) {
      const [type, bare] = name.startsWith('Tổ')
        ? ['Tổ dân phố', name.slice(11)]
        : name.split(/ (.*)/);
      const lines = ['Tháng 9 năm 2024', 'Xã: Phú Quý', `${type}: ${bare}`];
      await p.book(`${i}.xlsx`, tally(lines, 4 + i));
    }
    await expectAll();
  });

  it('are named in the names of files beside their period', async () => {
    withHamlets();
    for (const [i, name] of NAMES.entries())
      await p.book(`Xã Phú Quý/${inFile(name)} T9-2024.xlsx`, tally(['Biểu số 1'], 4 + i));
    await expectAll();
  });

  it('are named in the names of files alone', async () => {
    withHamlets();
    for (const [i, name] of NAMES.entries())
      await p.book(`Xã Phú Quý/${inFile(name)}.xlsx`, tally(['Tháng 9/2024'], 4 + i));
    await expectAll();
  });

  it('are named in the names of sheets alone', async () => {
    withHamlets();
    const sheets = NAMES.map((name, i) => [inFile(name), tally(['Tháng 9/2024'], 4 + i).TH]);
    await p.book('Xã Phú Quý.xlsx', Object.fromEntries(sheets));
    await expectAll();
  });

  it('are named in the titles of lists', async () => {
    withHamlets();
    for (const [i, name] of NAMES.entries()) {
      const rows = Array.from({ length: 4 + i }, (_, k) => [
        `Ngô Văn ${'ABCDEGHIKLMNOPQRSTUVXY'[k]}`,
        'Thành viên',
      ]);
      const title = `DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ${name.toUpperCase()}`;
      await p.book(`Xã Phú Quý/${i}.xlsx`, {
        DS: [[title], ['Tháng 9 năm 2024'], HEAD.members.slice(0, 2), ...rows],
      });
    }
    await expectAll();
  });
});

describe('a hamlet’s name that a spreadsheet made a date of', () => {
  it('is told for what it is, and the name suggested', async () => {
    withHamlets();
    const head = ['Ấp/Khóm', 'Số thành viên'];
    const day = new Date('2024-05-19T00:00:00Z');
    await p.book('a.xlsx', { TH: [['Tháng 9/2024'], ['Xã: Phú Quý'], head, [day, 5]] });
    const [found, ...more] = (await p.rollup({ args: ['--lang', 'en'] })).found('CCDS-U01');
    expect(more).toEqual([]);
    expect(found?.cell).toBe('A4');
    expect(found?.message).toContain('of the name “19/5”. Is it “Ấp 19/5 (9910122)”?');
  });
});

describe('a file whose name may be a hamlet’s, or another’s and its month', () => {
  const communes = [...UNITS, ['99102', 'Xã An Bình', 'commune', '991']];
  const hamlets = [
    ['9910101', 'Ấp 3', 'hamlet', '99101'],
    ['9910102', 'Ấp 3 T2', 'hamlet', '99101'],
    ['9910103', 'Ấp 19/5', 'hamlet', '99101'],
    ['9910201', 'Ấp 3', 'hamlet', '99102'],
    ['9910202', 'Ấp 19.5', 'hamlet', '99102'],
    ['9910203', 'Tổ dân phố số 6', 'hamlet', '99102'],
  ];
  const ofFile = async (name: string, ...lines: string[]) => {
    p = province([...communes, ...hamlets]);
    await p.book(name, tally(['Biểu số 1', ...lines], 5));
    const { unit_code, status, period } = (await p.rollup()).submission(name);
    return `${unit_code} ${status} ${period}`;
  };

  it.each([
    ['Xã Phú Quý/Ấp 3 T2.xlsx', '9910102 accepted 2024-09'],
    ['Xã Phú Quý/Ấp 3 T2 T9-2024.xlsx', '9910102 accepted 2024-09'],
    ['Xã Phú Quý/Ấp 3 T2-2024.xlsx', '9910101 ignored 2024-02'],
    ['Xã Phú Quý/Ấp 3 T8-2024.xlsx', '9910101 ignored 2024-08'],
    ['Xã An Bình/Ấp 3 T2.xlsx', '9910201 ignored 2024-02'],
    ['Xã An Bình/Ấp 3 T9.xlsx', '9910201 accepted 2024-09'],
    ['Xã Phú Quý/Ấp 19.5.xlsx', '9910103 accepted 2024-09'],
    ['Xã An Bình/Ấp 19.5.xlsx', '9910202 accepted 2024-09'],
    ['Xã An Bình/Ấp 19-5.xlsx', '9910202 accepted 2024-09'],
  ])('%s: %s', async (name, outcome) => {
    expect(await ofFile(name)).toBe(outcome);
  });

  it('is no matter where a line names it', async () => {
    const line = 'Đơn vị: Tổ dân phố số 6, xã An Bình';
    expect(await ofFile('a.xlsx', line)).toBe('9910203 accepted 2024-09');
  });
});

describe('a hamlet whose name is the beginning of another’s', () => {
  it('is not the one that its line names', async () => {
    const hamlets = ['Ấp Bình Quý', 'Ấp Bình Quý A', 'Ấp Bình Quý B'];
    p = province([
      ...UNITS,
      ...hamlets.map((name, i) => [`99101${i + 10}`, name, 'hamlet', '99101']),
    ]);
    for (const [i, name] of hamlets.entries()) {
      const lines = ['Tháng 9/2024', name.replace('Ấp', 'Ấp:'), 'Xã: Phú Quý'];
      await p.book(`${i}.xlsx`, tally(lines, 4 + i));
    }
    await p.book('c.xlsx', tally(['Tháng 9/2024', 'Ấp: Bình Quý C', 'Xã: Phú Quý'], 50));
    const r = await p.rollup();
    const counts = hamlets.map((_, i) => r.value(`99101${i + 10}`, 'members'));
    expect(counts).toEqual([4, 5, 6]);
    const told = r.findings.filter(({ code }) => /^CCDS-[PU]0/.test(code!));
    expect(told.map(({ code, file }) => [code, file])).toEqual([['CCDS-U01', 'c.xlsx']]);
  });
});

import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/spreadsheet/index.js';
import { type Province, province } from '../helpers/province.js';

/** Personal data that stand nowhere else, each in a row that has something to be told of. */
const PEOPLE = {
  names: ['Quách Thị Mỹ Xuyến', 'Tôn Nữ Bạch Yến', 'Vưu Khắc Ghi', 'Lữ Phụng Nghi', 'Khưu Tấn Ô'],
  phones: ['0912345678', '0987.654.321', '35791113', '0707070707'],
  numbers: ['096085001234', '999085005678', '09608500', '096190009999'],
  taxes: ['0100109107', '2000123456'],
  addresses: ['17 hẻm Bờ Tre Già', '23 lộ Cây Dừa Nước'],
  births: ['29/02/1984', '17/11/2019', '13/13/1977'],
} as const;
const ALL = Object.values(PEOPLE).flat();

const FLAGS = ['--registry', 'registry', '--period', '2024-09'];
const HOA_PHU = fileURLToPath(new URL('../../fixtures/hoa-phu/', import.meta.url));

let p: Province;
beforeAll(async () => {
  p = province();
  const top = (commune: string, hamlet: string) => [
    [`Xã: ${commune}`],
    [`Ấp: ${hamlet}`],
    ['Kỳ báo cáo: Tháng 9/2024'],
  ];
  const { names, phones, numbers, taxes, addresses, births } = PEOPLE;
  const sheets = (commune: string, hamlet: string) => ({
    TV: [
      ...top(commune, hamlet),
      ['Họ và tên', 'Chức vụ', 'Năm sinh', 'Giới tính', 'Số điện thoại', 'Tên tổ'],
      [names[0], 'Tổ trưởng', births[2], 'Nữ', phones[0], ''],
      [names[0], 'Tổ trưởng', births[0], 'N', phones[0], ''],
      [names[1], '', 1990, 'Nữ', phones[1], ''],
      [names[2], 'Tổ viên', 1991, 'Nam', phones[2], ''],
      [names[2], 'Tổ viên', '', 'Nam', '', ''],
    ],
    Hộ: [
      ...top(commune, hamlet),
      ['Chủ hộ', 'Địa chỉ', 'Số điện thoại', 'Ngày hỗ trợ', 'Dịch vụ công'],
      [names[3], addresses[0], phones[3], '31/12/2024', 'ừ'],
      [names[3], addresses[0], phones[3], '31/12/2024', 'x'],
      [names[4], addresses[1], phones[2], '2024', ''],
    ],
    ĐD: [
      ...top(commune, hamlet),
      ['Họ và tên', 'Số định danh', 'Mức', 'Ngày sinh', 'Giới tính'],
      [names[0], numbers[0], '2', births[0], 'Nữ'],
      [names[1], numbers[1], '9', births[1], 'Nam'],
      [names[2], numbers[2], '1', births[2], 'Nam'],
      [names[3], numbers[3], '1', births[1], 'Nam'],
    ],
    HKD: [
      ...top(commune, hamlet),
      ['Tên hộ kinh doanh', 'Chủ hộ', 'Mã số thuế', 'Địa điểm/Chợ', 'Hình thức'],
      [names[4], names[1], taxes[0], addresses[0], 'Tiền mặt'],
      [names[4], names[2], taxes[1], addresses[1], 'QR'],
      [names[4], names[2], taxes[1], addresses[1], 'QR'],
    ],
  });
  await p.book('Xã An Bình/Ấp Rạch Gốc T9.2024.xlsx', sheets('An Bình', 'Rạch Gốc'));
  await p.book('lệch cột.xlsx', {
    'Danh sách': [
      ['Kỳ báo cáo: Tháng 9/2024'],
      ['Huyện', 'Xã', 'Ấp', 'Họ và tên', 'Số định danh', 'Mức'],
      [numbers[0], 'An Bình', 'Cái Đôi', names[0], numbers[0], 2],
      [names[1], 'An Bình', 'Cái Đôi', names[1], numbers[3], 2],
    ],
    'Số đếm': [
      ['Kỳ báo cáo: Tháng 9/2024'],
      ['Huyện', 'Xã', 'Ấp', 'Số thành viên'],
      [phones[1], 'An Bình', 'Cái Đôi', 5],
      ['Đông', 'An Bình', phones[0], 5],
    ],
  });
  await p.book('Xã An Hòa/Ấp Bàu Sen T9.2024.xlsx', sheets('An Hòa', 'Bàu Sen'));
  await p.book('Xã An Hòa/Ấp Bàu Sen T9.2024 lần 2.xlsx', sheets('An Hòa', 'Bàu Sen'));
  p.put(
    'registry/decisions.csv',
    'file,sheet,cell,decision,value,reason,by,date\n' +
      `Xã An Bình/Ấp Rạch Gốc T9.2024.xlsx,TV,A6,accept,,${names[0]} xác nhận,${names[1]},2024-09-18\n` +
      `Xã An Bình/Ấp Rạch Gốc T9.2024.xlsx,ĐD,B7,correct,${numbers[0]},,,\n`,
  );
});
afterAll(() => p.remove());

/** Every text in a file: of a workbook, every part of it. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.toString('utf8');
  const parts: string[] = [];
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const isStored = bytes.readUInt16LE(at + 10) === 0;
    parts.push((isStored ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30);
  }
  return parts.join('\n');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
}

/** Personal data found in a text, however it is spelled there. */
function leaks(text: string, personal: readonly string[] = ALL): string[] {
  const plain = text.normalize('NFC').toLowerCase();
  const digits = plain.replace(/(?<=\d)[ .](?=\d)/g, '');
  return personal.filter((value) => {
    const wanted = value.normalize('NFC').toLowerCase();
    const bare = wanted.replace(/[ .]/g, '');
    return plain.includes(wanted) || (/^\d{8,}$/.test(bare) && digits.includes(bare));
  });
}

describe('personal data', () => {
  it('is found where it is looked for', () => {
    const own = textOf(join(p.dir, 'in/Xã An Bình/Ấp Rạch Gốc T9.2024.xlsx'));
    expect(leaks(own)).toEqual(ALL);
    expect(leaks('0987 654 321')).toEqual(['0987.654.321']);
  });

  it.each([
    ['text', []],
    ['text in English', ['--lang', 'en']],
    ['JSON', ['--json']],
    ['CSV', ['--format', 'csv']],
    ['text of every severity', ['--strict', '--max-warnings', '0']],
  ])('stays out of what validate prints: %s', async (_, args) => {
    const { stdout, stderr } = await p.ccds('validate', 'in', ...FLAGS, ...args);
    expect(stdout.length).toBeGreaterThan(1000);
    expect(leaks(stdout + stderr)).toEqual([]);
  });

  it.each([
    ['units', 'suggest', 'in', ...FLAGS],
    ['units', 'hamlets', 'in', ...FLAGS],
    ['trace', 'members', 'in', '--unit', '9910101', ...FLAGS],
    ['trace', 'eid_accounts', 'in', '--unit', '99102', ...FLAGS],
    ['status', 'in', ...FLAGS],
    ['status', 'in', '--chase', ...FLAGS],
  ])('stays out of what is told of it: ccds %s %s', async (...words) => {
    for (const format of ['text', 'csv', 'json']) {
      const { stdout, stderr, status } = await p.ccds(...words, '--format', format);
      expect(status, stderr).not.toBe(2);
      expect(stdout.length).toBeGreaterThan(20);
      expect({ format, found: leaks(stdout + stderr) }).toEqual({ format, found: [] });
    }
  });

  it('stays out of a closed month and all that a workspace keeps', async () => {
    await p.ccds('init', '--quiet');
    cpSync(join(p.dir, 'in'), join(p.dir, 'submissions/2024-09'), { recursive: true });
    for (const words of [['rollup', '--period', '2024-09'], ['status'], ['close', '2024-09']])
      expect(await p.ccds(...words)).not.toMatchObject({ status: 2 });
    const files = ['closed', 'out', '.ccds'].flatMap((name) => filesUnder(join(p.dir, name)));
    expect(files.some((file) => file.endsWith('ledger.csv'))).toBe(true);
    for (const file of files)
      expect({ file, found: leaks(textOf(file)) }).toEqual({ file, found: [] });
  });

  it('stays out of every file of a roll-up', async () => {
    const r = await p.rollup({ workbooks: true });
    const files = filesUnder(r.out);
    expect(files.some((file) => file.endsWith('.xlsx'))).toBe(true);
    for (const file of files)
      expect({ file, found: leaks(textOf(file)) }).toEqual({ file, found: [] });
    expect(leaks(r.stdout + r.stderr)).toEqual([]);
  });

  it('of a returned copy is the submitter’s own alone, and never in a letter', async () => {
    await p.ccds('validate', 'in', ...FLAGS, '--return', 'tra', '--decisions', 'quyet-dinh.csv');
    expect(leaks(textOf(join(p.dir, 'quyet-dinh.csv')))).toEqual([]);
    const files = filesUnder(join(p.dir, 'tra'));
    expect(files.filter((file) => file.endsWith('.xlsx'))).toHaveLength(3);
    for (const file of files.filter((name) => !name.endsWith('.xlsx')))
      expect({ file, found: leaks(textOf(file)) }).toEqual({ file, found: [] });
    for (const file of files.filter((name) => name.endsWith('.xlsx'))) {
      const book = await openWorkbook(file);
      const texts: unknown[] = [];
      await book.sheets[0]!.read(({ values }) => texts.push(...values));
      expect(leaks(texts.join('\n'))).toEqual([]);
    }
  });

  it('of a sample stays out of its roll-up', async () => {
    const personal = new Set<string>();
    for (const file of filesUnder(join(HOA_PHU, 'submissions'))) {
      const book = await openWorkbook(file);
      for (const sheet of book.sheets)
        await sheet.read(({ values }) => {
          for (const value of values) {
            const text = typeof value === 'string' ? value.trim() : '';
            if (/^0\d{9}$/.test(text)) personal.add(text);
            else if (/^(?:\p{Lu}\p{Ll}+ ){2,}\p{Lu}\p{Ll}+$/u.test(text)) personal.add(text);
          }
        });
    }
    expect(personal.size).toBeGreaterThan(50);
    const [registry, submissions] = [join(HOA_PHU, 'registry'), join(HOA_PHU, 'submissions')];
    const flags = ['--registry', registry, '--period', '2023-09', '--out', 'hoa-phu'];
    const { stdout } = await p.ccds('rollup', submissions, ...flags);
    const texts = filesUnder(join(p.dir, 'hoa-phu')).map(textOf);
    expect(leaks([stdout, ...texts].join('\n'), [...personal])).toEqual([]);
  });
});

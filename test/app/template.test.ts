import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedPeriod } from '../../src/app/asked.js';
import { openWorkbook } from '../../src/spreadsheet/index.js';
import { type Province, province } from '../helpers/province.js';
import { packageFaults } from '../reports/package-faults.js';
import { sheetNames, unzip } from '../reports/package-parts.js';
import { faultsOf, parse } from '../reports/schema.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const FLAGS = ['--registry', 'registry', '--period', '2024-09'];
const template = (...args: string[]) => p.ccds('template', ...FLAGS, '--out', 'mau', ...args);
const books = (folder = 'mau') =>
  readdirSync(join(p.dir, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

async function open(name: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(p.dir, 'mau', name));
  return book;
}

async function save(book: ExcelJS.Workbook, name: string): Promise<void> {
  mkdirSync(dirname(join(p.dir, 'in', name)), { recursive: true });
  await book.xlsx.writeFile(join(p.dir, 'in', name));
}

/** The row of the heading, and the columns by heading without its star. */
function layoutOf(sheet: ExcelJS.Worksheet) {
  let head = 1;
  while (!/^STT(\n|$)/.test(String(sheet.getCell(head, 1).value))) head++;
  const columns = new Map<string, number>();
  sheet.getRow(head).eachCell((cell, column) => {
    columns.set(String(cell.value).split('\n')[0]!.replace(' (*)', ''), column);
  });
  return { head, columns };
}

function fill(sheet: ExcelJS.Worksheet, rows: readonly Record<string, unknown>[]): void {
  const { head, columns } = layoutOf(sheet);
  for (const [i, row] of rows.entries())
    for (const [heading, value] of Object.entries(row)) {
      const column = columns.get(heading);
      if (column === undefined) throw new Error(`no ${heading} in ${sheet.name}`);
      sheet.getCell(head + 1 + i, column).value = value as ExcelJS.CellValue;
    }
}

const TALLIES: Record<string, Record<string, number>> = {
  'Thành viên tổ': { 'Số tổ': 1, 'Số thành viên': 6, Nữ: 2, 'Đã tập huấn': 5 },
  'Hộ được hỗ trợ': { 'Tổng số hộ': 300, 'Số hộ được hỗ trợ trong kỳ': 20, 'Lũy kế': 150 },
  'Tài khoản định danh điện tử': {
    'Công dân đủ điều kiện': 1000,
    'Mức 1': 300,
    'Mức 2': 400,
    Tổng: 700,
  },
  'Hộ kinh doanh không tiền mặt': { 'Tổng số hộ kinh doanh': 80, 'Số hộ có QR/không tiền mặt': 40 },
};

const people = ['An', 'Bình', 'Chi', 'Dũng', 'Em'];
const LISTS: Record<string, Record<string, unknown>[]> = {
  'Thành viên tổ': people.map((name, i) => ({
    'Họ và tên': `Nguyễn Văn ${name}`,
    'Chức vụ': i === 0 ? 'Tổ trưởng' : 'Thành viên',
    'Năm sinh': 1985,
    'Giới tính': 'Nam',
    'Số điện thoại': `091234567${i}`,
    'Đã tập huấn': 'x',
  })),
  'Hộ được hỗ trợ': people.map((name, i) => ({
    'Chủ hộ': `Trần Thị ${name}`,
    'Địa chỉ': `Số ${i + 1} đường liên ấp`,
    'Ngày hỗ trợ': new Date('2024-09-03T00:00:00Z'),
    'Dịch vụ công': 'x',
  })),
  'Tài khoản định danh điện tử': people.map((name, i) => ({
    'Họ và tên': `Lê Văn ${name}`,
    'Số định danh': `09608500123${i}`,
    Mức: 2,
    'Ngày sinh': new Date('1985-02-03T00:00:00Z'),
    'Giới tính': 'Nam',
  })),
  'Hộ kinh doanh không tiền mặt': people.map((name) => ({
    'Tên hộ kinh doanh': `Tạp hóa ${name}`,
    'Hình thức': 'Mã QR',
  })),
};

/** Findings that a file has, but for what is said of others that sent nothing. */
async function findingsOf(period = '2024-09') {
  const { stdout } = await p.ccds(
    'validate',
    'in',
    '--registry',
    'registry',
    '--period',
    period,
    '--json',
  );
  const { findings, submissions } = JSON.parse(stdout);
  return {
    findings: findings.filter(({ code }: { code: string }) => !/C0[13]$/.test(code)),
    statuses: submissions.map(({ status, form }: Record<string, string>) => `${form} ${status}`),
  };
}

const ACCEPTED = ['eid', 'households', 'members', 'merchants'].map((form) => `${form} accepted`);

describe('a commune whose hamlets are not yet in the registry', () => {
  it.each([
    ['Thôn', 'Thôn'],
    ['Tổ dân phố', 'Tổ dân phố'],
    ['Khu', 'Khu'],
    ['Khu vực', 'Thôn/Tổ dân phố'],
  ])('heads the column of hamlets called %s with %s', async (kind, heading) => {
    p.put(
      'moi/units.csv',
      `code,name,level,parent,valid_from,valid_to\n99,Tỉnh Thử,province,,,\n99101,Xã An Bình,commune,99,,\n9910101,${kind} Một,hamlet,99101,,\n`,
    );
    const flags = ['--registry', 'moi', '--period', '2024-09'];
    expect((await p.ccds('template', ...flags, '--out', 'mau')).status).toBe(0);
    const book = await open('2024-09_99101-an-binh.xlsx');
    expect([...layoutOf(book.getWorksheet('Thành viên tổ')!).columns.keys()]).toContain(heading);
  });

  it.each(['Khu 2', 'Tổ 12', 'Phố Tân Sơn', 'Bản Mới', 'Khu dân cư số 3'])(
    'names the hamlet %s so that it is read back',
    async (name) => {
      p.put(
        'moi/units.csv',
        `code,name,level,parent,valid_from,valid_to\n99,Tỉnh Thử,province,,,\n99101,Xã An Bình,commune,99,,\n9910101,${name},hamlet,99101,,\n9910102,Thôn Khác,hamlet,99101,,\n`,
      );
      const flags = ['--registry', 'moi', '--period', '2024-09'];
      const made = ['--layout', 'list', '--by', 'hamlet', '--unit', '9910101'];
      expect((await p.ccds('template', ...flags, ...made, '--out', 'mau')).status).toBe(0);
      const [path] = books();
      const book = await open(path!);
      fill(book.getWorksheet('Thành viên tổ')!, LISTS['Thành viên tổ']!);
      await save(book, 'a.xlsx');
      await p.ccds('rollup', 'in', ...flags, '--out', 'out');
      const values = readFileSync(join(p.dir, 'out/data/values.csv'), 'utf8');
      expect(values).toContain(`\n2024-09,hamlet,9910101,${name},99101,members,5,`);
    },
  );

  it('gets open rows to write them into, which give the first list of hamlets', async () => {
    p.put(
      'moi/units.csv',
      'code,name,level,parent,valid_from,valid_to\n99,Tỉnh Thử,province,,,\n99101,Xã An Bình,commune,99,,\n',
    );
    const flags = ['--registry', 'moi', '--period', '2024-09'];
    expect((await p.ccds('template', ...flags, '--out', 'mau')).status).toBe(0);
    const book = await open('2024-09_99101-an-binh.xlsx');
    const sheet = book.getWorksheet('Thành viên tổ')!;
    const { head, columns } = layoutOf(sheet);
    const cell = sheet.getCell(head + 1, columns.get('Ấp/Khóm')!);
    expect(cell.protection?.locked).toBe(false);
    const told = cell.dataValidation as { prompt?: string } | undefined;
    expect(told?.prompt).toBe('Bắt buộc. Ghi tên kèm loại, ví dụ Ấp Rạch Gốc.');
    fill(sheet, [{ 'Ấp/Khóm': 'Ấp Rạch Gốc', 'Số tổ': 1, 'Số thành viên': 6 }]);
    await save(book, 'a.xlsx');
    const made = await p.ccds('units', 'hamlets', 'in', ...flags);
    expect(made.stdout).toContain('Ấp Rạch Gốc,hamlet,99101');
  });
});

it('knows the levels of the config', async () => {
  const levels = ['province', 'zone', 'commune', 'hamlet'];
  p.put('ccds.config.json', JSON.stringify({ registry: 'moi', levels }));
  const units = [
    '99,Tỉnh Thử,province,,,',
    '1,Vùng Biển,zone,99,,',
    '99101,Xã An Bình,commune,1,,',
  ];
  p.put('moi/units.csv', `code,name,level,parent,valid_from,valid_to\n${units.join('\n')}\n`);
  const made = await p.ccds('template', '--config', 'ccds.config.json', '--period', '2024-09');
  expect(made.stderr).toBe('');
  expect(made.status).toBe(0);
});

it('tells a period that is none', async () => {
  const { status, stderr } = await p.ccds('template', '--period', '2024-13');
  expect(status).toBe(2);
  expect(stderr).toContain('“2024-13” không phải là kỳ báo cáo. Đề nghị');
});

it.each([
  ['9/2024', '2024-09'],
  ['2024-9', '2024-09'],
  ['T9/2024', '2024-09'],
  ['tháng 9 năm 2024', '2024-09'],
  ['quý 3/2024', '2024-Q3'],
  ['6 tháng đầu năm 2024', '2024-H1'],
  ['9 tháng đầu năm 2024', ''],
  ['13/2024', ''],
  ['T9', ''],
  ['nay', ''],
])('tells which period is meant by %s', (text, near) => {
  expect(() => askedPeriod(text)).toThrow(
    expect.objectContaining({ code: 'period-bad', args: { period: text, near } }),
  );
});

describe('ccds template', () => {
  it('makes a workbook a commune, in folders of their districts, and says how many', async () => {
    const { status, stdout } = await template();
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Đã ghi 4 tệp mẫu vào mau\n' });
    expect(books()).toEqual([
      '991-dong/2024-09_99101-an-binh.xlsx',
      '991-dong/2024-09_99102-an-hoa.xlsx',
      '992-tay/2024-09_99201-phu-lam.xlsx',
      '992-tay/2024-09_99202-phu-loc.xlsx',
    ]);
    const guide = (await open(books()[0]!)).worksheets[0]!;
    const how = guide.getColumn(4).values.map(String);
    expect(how).toContain('Đã ghi sẵn, giữ nguyên.');
    expect(how).not.toContain('Chọn tên trong danh sách.');
    const columns = guide.getColumn(2).values.map(String);
    expect(columns).toContain('Nữ, Đã tập huấn, Tham gia Zalo OA');
    expect(guide.pageSetup.fitToHeight).toBe(1);
  });

  it('makes one a hamlet for lists, of one unit where that is asked for', async () => {
    await template('--layout', 'list', '--unit', '99102');
    expect(books()).toEqual([
      '99102-an-hoa/2024-09_9910201-ap-bau-sen.xlsx',
      '99102-an-hoa/2024-09_9910202-ap-vam-lung.xlsx',
    ]);
  });

  it('gives the same bytes again, and never replaces what somebody has filled in', async () => {
    await template();
    const name = join(p.dir, 'mau', books()[0]!);
    const first = readFileSync(name);
    expect((await template()).status).toBe(0);
    expect(readFileSync(name).equals(first)).toBe(true);
    writeFileSync(name, 'đã điền');
    expect((await template()).status).toBe(2);
    expect(readFileSync(name, 'utf8')).toBe('đã điền');
    expect((await template('--force')).status).toBe(0);
  });

  it.each([
    ['commune', 4, 2],
    ['hamlet', 8, 1],
  ] as const)(
    'passes with no finding once filled: tallies, one a %s',
    async (by, workbooks, hamlets) => {
      await template('--by', by);
      expect(books()).toHaveLength(workbooks);
      for (const name of books()) {
        const book = await open(name);
        for (const [form, row] of Object.entries(TALLIES))
          fill(book.getWorksheet(form)!, Array(hamlets).fill(row));
        await save(book, name);
      }
      const { findings, statuses } = await findingsOf();
      expect(findings).toEqual([]);
      expect(statuses.sort()).toEqual(ACCEPTED.flatMap((one) => Array(workbooks).fill(one)).sort());
    },
  );

  it.each(['hamlet', 'commune'])(
    'passes with no finding once filled: lists, one a %s',
    async (by) => {
      await template(
        '--layout',
        'list',
        '--by',
        by,
        '--unit',
        by === 'hamlet' ? '9910201' : '99102',
      );
      const [name] = books();
      const book = await open(name!);
      const hamlet = by === 'commune' ? { 'Ấp/Khóm': 'Ấp Bàu Sen' } : {};
      for (const [form, rows] of Object.entries(LISTS))
        fill(
          book.getWorksheet(form)!,
          rows.map((row) => ({ ...row, ...hamlet })),
        );
      await save(book, name!);
      const { findings, statuses } = await findingsOf();
      expect(findings).toEqual([]);
      expect(statuses.sort()).toEqual(ACCEPTED);
    },
  );

  it('is of its own period: for another month it is set aside', async () => {
    await template('--unit', '99101');
    const [name] = books();
    const book = await open(name!);
    for (const [form, row] of Object.entries(TALLIES)) fill(book.getWorksheet(form)!, [row, row]);
    await save(book, name!);
    const { findings } = await findingsOf('2024-10');
    expect(new Set(findings.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['CCDS-P02']),
    );
  });

  it('checks as one types, over bounded ranges, with its words in Vietnamese', async () => {
    await template('--layout', 'list', '--by', 'commune', '--unit', '99101');
    const book = await open(books()[0]!);
    const sheet = book.getWorksheet('Tài khoản định danh điện tử')!;
    const { head, columns } = layoutOf(sheet);
    const at = (heading: string) => sheet.getCell(head + 1, columns.get(heading)!);
    expect(at('Số định danh').dataValidation).toMatchObject({
      type: 'textLength',
      formulae: [12, 12],
    });
    expect(at('Mức').dataValidation).toMatchObject({ type: 'list', formulae: ['"1,2"'] });
    expect(at('Ấp/Khóm').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'Hướng dẫn'!$F$5:$F$6"],
    });
    expect(at('Số định danh').numFmt).toBe('@');
    expect(at('Số định danh').dataValidation.error).toContain('12 chữ số');
    const ranges = Object.keys(
      (sheet as unknown as { dataValidations: { model: object } }).dataValidations.model,
    );
    expect(ranges.length).toBeLessThan(40_000);
  });

  it('is explained in English where that is asked for, and read like any other', async () => {
    await template('--unit', '99101', '--lang', 'en');
    const [name] = books();
    const book = await open(name!);
    const [guide, ...forms] = book.worksheets;
    expect([guide!.name, guide!.getCell('A1').value]).toEqual([
      'Guide',
      'HOW TO FILL IN THE REPORT',
    ]);
    const said = [2, 3, 4, 12, 14, 15].map((row) => guide!.getRow(row).values).join('\n');
    expect(said).toContain('Period: September 2024');
    expect(said).toContain('Số tổ\nTeams');
    const { head, columns } = layoutOf(forms[0]!);
    const check = forms[0]!.getCell(head + 1, columns.get('Số thành viên')!).dataValidation;
    expect([check.prompt, check.errorTitle]).toEqual([
      expect.stringMatching(/^Required\. A count/),
      'Not right yet',
    ]);
    expect(forms.map((form) => form.name)).toEqual([
      ...['Team members', 'Households assisted', 'e-ID accounts', 'Cashless merchants'],
    ]);
    expect(forms[0]!.getCell('A1').value).toBe('THÀNH VIÊN TỔ (TEAM MEMBERS)');
    const headings = forms[0]!.getRow(head).values;
    expect(headings).toEqual(
      expect.arrayContaining([
        'STT\n(No.)',
        'Ấp/Khóm (*)\n(Hamlet)',
        'Số thành viên (*)\n(Members)',
      ]),
    );
    for (const [i, row] of Object.values(TALLIES).entries()) fill(forms[i]!, [row, row]);
    await save(book, name!);
    const { findings, statuses } = await findingsOf();
    expect(findings).toEqual([]);
    expect(statuses.sort()).toEqual(ACCEPTED);
  });

  it('has all its lists read where each heading has its English below', async () => {
    await template('--layout', 'list', '--by', 'commune', '--unit', '99102', '--lang', 'en');
    const [name] = books();
    const book = await open(name!);
    for (const [i, rows] of Object.values(LISTS).entries())
      fill(
        book.worksheets[i + 1]!,
        rows.map((row) => ({ ...row, 'Ấp/Khóm': 'Ấp Bàu Sen' })),
      );
    await save(book, name!);
    const { findings, statuses } = await findingsOf();
    expect(findings).toEqual([]);
    expect(statuses.sort()).toEqual(ACCEPTED);
  });

  it('locks the heading and the lines above it, and nothing that is to be filled in', async () => {
    await template('--unit', '99101');
    const book = await open(books()[0]!);
    for (const sheet of book.worksheets.slice(1)) {
      const { head, columns } = layoutOf(sheet);
      expect((sheet as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({
        sheet: true,
      });
      expect(sheet.getCell(head, 3).protection?.locked ?? true).toBe(true);
      for (const [heading, column] of columns) {
        const { protection } = sheet.getCell(head + 1, column);
        const given = heading === 'STT' || heading === 'Ấp/Khóm';
        expect(protection?.locked ?? true).toBe(given);
      }
    }
  });

  it('carries its version, and one of another version is told so', async () => {
    await template('--unit', '99101', '--layout', 'list', '--by', 'commune');
    const [name] = books();
    const bytes = readFileSync(join(p.dir, 'mau', name!));
    const { properties } = await openWorkbook({ name: name!, bytes });
    expect(properties).toMatchObject({ 'ccds-output': 'template' });
    expect(properties['ccds-template']).toMatch(/^list [\da-f]{8}$/);
    p.file(name!.split('/').at(-1)!, bytes);
    expect((await findingsOf()).findings.map(({ code }: { code: string }) => code)).not.toContain(
      'CCDS-F10',
    );
    const field = { id: 'device', type: 'text', label: { vi: 'Thiết bị', en: 'Device' } };
    p.put('ccds.config.json', JSON.stringify({ fields: { 'members.list': [field] } }));
    expect((await findingsOf()).findings.map(({ code }: { code: string }) => code)).toContain(
      'CCDS-F10',
    );
  });

  it.each([
    ['no period', ['template', '--registry', 'registry']],
    ['an unknown unit', ['template', ...FLAGS, '--unit', '1234']],
    ['an unknown layout', ['template', ...FLAGS, '--layout', 'so-do']],
  ])('says what is wrong in one sentence: %s', async (_, args) => {
    const { status, stdout, stderr } = await p.ccds(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^ccds: [^\n]+\n/);
  });
});

it('prints its instructions without the names that are chosen from', async () => {
  await template('--unit', '99101');
  const [guide] = (await open(books()[0]!)).worksheets;
  expect(guide!.pageSetup.printArea).toMatch(/^A1:D\d+$/);
});

it('repeats the headings of every sheet on each page of a print', async () => {
  await template();
  const book = await open(books()[0]!);
  const visible = book.worksheets.filter(({ state }) => state === 'visible');
  expect(visible.length).toBeGreaterThan(1);
  for (const sheet of visible)
    expect([sheet.name, sheet.pageSetup.printTitlesRow]).toEqual([
      sheet.name,
      expect.stringMatching(/^\d+:\d+$/),
    ]);
});

describe('a template that Excel opens without mending it', () => {
  const GOODS = [
    'Rau củ, quả tươi',
    'Đồ "gia dụng"',
    ...Array.from({ length: 20 }, (_, i) => `Mặt hàng thứ ${i + 1} của chợ`),
  ];
  const count = (id: string, name: string) => ({
    ...{ id, type: 'count', required: true },
    label: { vi: name, en: name },
  });
  const form = (id: string, title: string, name: string) => ({
    id,
    label: { vi: title, en: title },
    tally: { fields: [count(`${id}_n`, name)] },
    list: {
      fields: [
        { id: 'name', type: 'text', required: true, label: { vi: `Tên ${name}`, en: 'Name' } },
        { id: 'trade', type: 'text', label: { vi: name, en: name }, suggestions: GOODS },
      ],
    },
  });
  const CONFIG = {
    forms: [
      form('one', 'Danh sách các hộ kinh doanh tham gia chợ 4.0 của xã', 'Số sạp của xã'),
      form('two', 'Danh sách các hộ kinh doanh tham gia chợ 4.0 của huyện', 'Số sạp của huyện'),
      form('three', "'Hướng dẫn'", 'Số buổi'),
      form('four', 'Hướng dẫn', 'Số lượt'),
    ],
  };
  const faults = (name: string) => {
    const parts = unzip(readFileSync(join(p.dir, 'mau', name)));
    const sheets = [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet'));
    return [
      ...packageFaults(parts),
      ...sheets.flatMap(([path, xml]) => faultsOf(parse(xml), path)),
    ];
  };

  it.each(['tally', 'list'])('of every form, and of those that are added: %s', async (layout) => {
    const made = ['--layout', layout, '--by', 'commune', '--unit', '99101', '--force'];
    for (const lang of ['vi', 'en']) {
      await template(...made, '--lang', lang);
      expect(faults(books()[0]!)).toEqual([]);
    }
    p.put('ccds.config.json', JSON.stringify(CONFIG));
    expect((await template(...made)).stderr).not.toMatch(/^ccds:/);
    const [name] = books();
    expect(faults(name!)).toEqual([]);
    const names = sheetNames(unzip(readFileSync(join(p.dir, 'mau', name!))));
    expect(names.slice(-4)).toEqual([
      'Danh sách các hộ kinh doanh tha',
      'Danh sách các hộ kinh doanh (2)',
      'Hướng dẫn (2)',
      'Hướng dẫn (3)',
    ]);
  });

  it('offers words that are many, or have a comma in them, from beside the instructions', async () => {
    p.put('ccds.config.json', JSON.stringify(CONFIG));
    await template('--layout', 'list', '--by', 'commune', '--unit', '99101');
    const book = await open(books()[0]!);
    const sheet = book.worksheets.at(-1)!;
    const { head, columns } = layoutOf(sheet);
    const [range] = sheet.getCell(head + 1, columns.get('Số lượt')!).dataValidation.formulae;
    const [, column, from, to] = /^'Hướng dẫn'!\$(\w+)\$(\d+):\$\w+\$(\d+)$/.exec(range)!;
    const words = Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, i) => book.worksheets[0]!.getCell(`${column}${Number(from) + i}`).value,
    );
    expect(words).toEqual(GOODS);
  });
});

it('makes one unit’s beside those of all, not in their place', async () => {
  const made = async (...args: string[]) => {
    const { status, stderr } = await p.ccds('template', ...FLAGS, ...args);
    expect([status, stderr]).toEqual([0, '']);
  };
  await made();
  const all = books('mau/2024-09');
  expect(all).toHaveLength(4);
  await made('--unit', '99101', '--layout', 'list');
  expect(books('mau/2024-09')).toEqual(all);
  expect(books('mau/2024-09_99101-an-binh')).toHaveLength(2);
});

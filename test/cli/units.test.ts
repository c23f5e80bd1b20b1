import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownFolder } from './helpers/folder.js';

const XLSX = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

const { at, put, ccds } = ownFolder();

const units = (...args: string[]) => ccds('units', ...args);

const HEAD = 'code,name,level,parent,valid_from,valid_to';
const REGISTRY = [
  HEAD,
  '96,Tỉnh Cà Mau,province,,,',
  '32242,Xã Tân Ân,commune,96,,',
  '32244,Thị trấn Rạch Gốc,commune,96,,',
  '32242001,Ấp Rạch Gốc B,hamlet,32242,,',
  '32242002,Ấp Nhà Diệu,hamlet,32242,,',
  '32244001,Khóm 1,hamlet,32244,,',
];
const SHEET = [
  'Xã,Ấp/Khóm,Số thành viên',
  'Xã Tân Ân,Ấp Rạch Gôc B,5',
  'Xã Tân Ân,Ấp Rạch Gôc B,6',
  'Xã Tân Ân,Ấp Nhà Diệu,4',
  'Xã Tân Ân,=Ấp Dinh Hạn,7',
  'Xã Tân Ấn,Ấp Nhà Diệu,7',
  'TT. Rạch Gốc,Khóm 2,3',
];

describe('ccds units check', () => {
  it('is clean over the bundled registry, and tells the codes used again', async () => {
    const { status, stdout, stderr } = await units('check', '--registry', 'ca-mau');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      'CCDS-G05 Mã 31876 trước đây là “Xã Phước Long”, từ ngày 01/07/2025 là “Xã Vĩnh Phước”.',
    );
    const { stdout: json } = await units('check', '--registry', 'ca-mau', '--json', '--lang', 'en');
    expect(JSON.parse(json)).toMatchObject({ registry: 'ca-mau', changes: 189 });
  });

  it('lists every problem of a registry that the other commands refuse', async () => {
    put('dm/units.csv', [
      HEAD,
      '96,Tỉnh Cà Mau,province,,,',
      '1,Xã A,commune,97,,',
      '2,Xã B,xã,96,,',
    ]);
    const { status, stdout } = await units('check', '--registry', 'dm', '--format', 'csv');
    expect(status).toBe(1);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 5));
    expect(rows).toEqual([
      ['orphan', 'error', 'units.csv', '', '3'],
      ['unknown-level', 'error', 'units.csv', '', '4'],
    ]);
    expect((await units('list', '--registry', 'dm')).status).toBe(2);
  });

  it('has warnings exit 1 only when strict, and 2 where there is no registry', async () => {
    const twins = ['1,Ấp 1,hamlet,32242,,', '2,Ấp 1,hamlet,32242,,'];
    put('dm/units.csv', [...REGISTRY, ...twins]);
    expect((await units('check', '--registry', 'dm')).status).toBe(0);
    expect((await units('check', '--registry', 'dm', '--strict')).status).toBe(1);
    expect((await units('check', '--registry', 'nowhere')).status).toBe(2);
    expect((await units('check')).status).toBe(2);
  });

  it('takes another level where the config has it', async () => {
    put('dm/units.csv', [
      ...REGISTRY.slice(0, 2),
      '961,Vùng Nam,zone,96,,',
      '32242,Xã Tân Ân,commune,961,,',
    ]);
    expect((await units('check', '--registry', 'dm')).status).toBe(1);
    const levels = ['province', 'zone', 'commune', 'hamlet'];
    put('ccds.config.json', [JSON.stringify({ levels })]);
    expect((await units('check', '--registry', 'dm')).status).toBe(0);
    const tree = JSON.parse((await units('tree', '--registry', 'dm', '--json')).stdout);
    expect(tree.levels).toEqual(['province', 'zone', 'commune']);
  });
});

describe('ccds units list, tree and diff', () => {
  it('shows the units of a day, with the code as of that day', async () => {
    const may = (await units('tree', '--registry', 'ca-mau', '--as-of', '2025-05-14')).stdout;
    expect(may).toContain('\n95 Tỉnh Bạc Liêu\n  954 Thành phố Bạc Liêu\n    31813 Phường 2\n');
    expect(may).toContain('    31876 Xã Phước Long\n');
    const august = (await units('tree', '--registry', 'ca-mau', '--as-of', '2025-08-01')).stdout;
    expect(august).toMatch(/^Ngày 01\/08\/2025: 65 đơn vị\n96 Tỉnh Cà Mau\n {2}31825 /);
    expect(august).toContain('\n  31876 Xã Vĩnh Phước\n');
    const month = (await units('tree', '--registry', 'ca-mau', '--period', '2025-07')).stdout;
    expect(month).toContain('Ngày 14/07/2025: 65 đơn vị');
  });

  it('lists as units.csv, which reads back as the same units', async () => {
    put('dm/units.csv', REGISTRY);
    const csv = (await units('list', '--registry', 'dm', '--format', 'csv')).stdout;
    put('dm2/units.csv', csv.trimEnd().split('\n'));
    expect((await units('list', '--registry', 'dm2', '--format', 'csv')).stdout).toBe(csv);
    expect(csv.split('\n')[0]).toBe(HEAD);
  });

  it('tells what changed between two days, in either order', async () => {
    const { status, stdout } = await units(
      'diff',
      '2025-06-30',
      '2025-07-01',
      '--registry',
      'ca-mau',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('  Xã: 164 → 64\n');
    expect(stdout).toContain('Chia cho (19)');
    expect(stdout).toContain('31876 Xã Phước Long → ');
    expect((await units('diff', '2025-07-01', '2025-06-30', '--registry', 'ca-mau')).stdout).toBe(
      stdout,
    );
    expect((await units('diff', '2025-06-30', '2025-7-1', '--registry', 'ca-mau')).status).toBe(2);
  });
});

describe('ccds units import', () => {
  const list = [
    ['DANH MỤC HÀNH CHÍNH'],
    [
      'Tỉnh Thành Phố',
      'Mã TP',
      'Quận Huyện',
      'Mã QH',
      'Phường Xã',
      'Mã PX',
      'Cấp',
      'Tên Tiếng Anh',
    ],
    ['Thành phố Hà Nội', '01', 'Quận Ba Đình', '001', 'Phường Phúc Xá', '00001', 'Phường', ''],
    ['Tỉnh Cà Mau', '96', 'Huyện Ngọc Hiển', '973', 'Xã Tân Ân', '32242', 'Xã', ''],
    ['Tỉnh Cà Mau', '96', 'Huyện Ngọc Hiển', '973', 'Thị trấn Rạch Gốc', '32244', 'Thị trấn', ''],
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(list), 'Danh mục');

  it.each(['xls', 'xlsx', 'csv'] as const)('reads the list as .%s', async (kind) => {
    const bookType = kind === 'xls' ? 'biff8' : kind;
    const bytes = XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
    writeFileSync(at(`ds.${kind}`), kind === 'csv' ? `\ufeff${bytes.toString()}` : bytes);
    const { status, stdout, stderr } = await units(
      'import',
      `ds.${kind}`,
      'Cà Mau',
      '--as-of',
      '2023-04-10',
    );
    expect([status, stderr]).toEqual([0, 'Đã lấy 4 đơn vị.\n']);
    expect(stdout.trimEnd().split('\n')).toEqual([
      HEAD,
      '96,Tỉnh Cà Mau,province,,2023-04-10,',
      '973,Huyện Ngọc Hiển,district,96,2023-04-10,',
      '32242,Xã Tân Ân,commune,973,2023-04-10,',
      '32244,Thị trấn Rạch Gốc,commune,973,2023-04-10,',
    ]);
  });

  it('writes a registry that passes its check, and replaces nothing without --force', async () => {
    put(
      'ds.csv',
      list.slice(1).map((row) => row.join(',')),
    );
    const call = ['import', 'ds.csv', '--out', 'dm/units.csv'];
    expect(await units(...call)).toMatchObject({ status: 0, stdout: '' });
    expect(readdirSync(at('dm'))).toEqual(['units.csv']);
    expect((await units('check', '--registry', 'dm')).status).toBe(0);
    expect((await units(...call)).status).toBe(2);
    expect((await units(...call, '--force')).status).toBe(0);
  });

  it('refuses what is no such list, and tells rows that it left out', async () => {
    put('x.csv', ['a,b', '1,2']);
    expect(await units('import', 'x.csv')).toMatchObject({ status: 2, stdout: '' });
    expect(await units('import', 'nowhere.xls')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Không tìm thấy “nowhere.xls”.'),
    });
    put('y.csv', [list[1]!.join(','), 'Tỉnh Cà Mau,96,Huyện U Minh,966,Xã Khánh Hòa,,Xã,']);
    const { status, stderr } = await units('import', 'y.csv');
    expect(status).toBe(1);
    expect(stderr).toContain('dòng 2: thiếu mã (Xã Khánh Hòa)');
  });
});

interface Reviewed {
  readonly kind: string;
  readonly name: string;
  readonly rows: number;
  readonly candidates: readonly { readonly code: string }[];
}

describe('ccds units suggest and hamlets', () => {
  beforeEach(() => {
    put('dm/units.csv', REGISTRY);
    put('bc/T9-2024.csv', SHEET);
  });
  const call = ['bc', '--registry', 'dm', '--period', '2024-09'];

  it('has the aliases ready that a person has only to approve', async () => {
    const { status, stdout } = await units(
      'suggest',
      ...call,
      '--format',
      'json',
      '--out',
      'duyet.json',
    );
    expect([status, stdout]).toEqual([0, '']);
    const { aliases, review, units: fresh } = JSON.parse(readFileSync(at('duyet.json'), 'utf8'));
    expect(aliases.units).toEqual([
      { name: 'Xã Tân Ấn', code: '32242' },
      { name: 'Ấp Rạch Gôc B', code: '32242001' },
    ]);
    expect(
      review.map(({ kind, name, rows }: Record<string, unknown>) => [kind, name, rows]),
    ).toContainEqual(['near', 'Ấp Rạch Gôc B', 2]);
    expect(
      fresh.map(({ code, name, validFrom }: Record<string, unknown>) => [code, name, validFrom]),
    ).toEqual([
      ['32242003', '=Ấp Dinh Hạn', '2024-08-15'],
      ['32244002', 'Khóm 2', '2024-08-15'],
    ]);
    // Once approved, the rows are counted.
    put('ccds.config.json', [JSON.stringify({ aliases })]);
    const after = JSON.parse((await units('suggest', ...call, '--json')).stdout);
    expect(after.aliases.units).toEqual([]);
    expect(after.review).toHaveLength(2);
  });

  it('shows a person what to approve, with the place', async () => {
    const { stdout } = await units('suggest', ...call);
    expect(stdout).toContain('“Ấp Rạch Gôc B”, Xã Tân Ân (2 dòng; T9-2024.csv › B2)');
    expect(stdout).toContain('    32242001 Ấp Rạch Gốc B, Xã Tân Ân');
    expect(stdout).toContain('aliases.units');
  });

  it('shows hamlets that may be new as they stand in units.csv', async () => {
    const { stdout } = await units('suggest', ...call);
    expect(stdout).toContain('\n32244002,Khóm 2,hamlet,32244,2024-08-15,');
    expect(stdout).toContain("\n32242003,'=Ấp Dinh Hạn,hamlet,32242,2024-08-15,");
  });

  it('shows what several units are called, and what a unit that was split became', async () => {
    put('dm/units.csv', [
      ...REGISTRY,
      '32242003,Khóm Nhà Diệu,hamlet,32242,,',
      '32242004,Ấp Cũ,hamlet,32242,,2024-06-30',
      '32242005,Ấp Mới Một,hamlet,32242,2024-07-01,',
      '32242006,Ấp Mới Hai,hamlet,32242,2024-07-01,',
      '32244004,Ấp Cũ,hamlet,32244,,2024-06-30',
      '32244005,Khóm Mới,hamlet,32244,2024-07-01,',
    ]);
    put('dm/changes.csv', [
      'effective,from,to,share',
      '2024-07-01,32242004,32242005,',
      '2024-07-01,32242004,32242006,',
      '2024-07-01,32244004,32244005,',
      '2024-07-01,32244004,32244001,',
    ]);
    const old = ['Xã Tân Ân,Ấp Cũ,6', 'TT. Rạch Gốc,Ấp Cũ,7'];
    put('bc/T9-2024.csv', [SHEET[0]!, 'Xã Tân Ân,Nhà Diệu,5', ...old]);
    const { review } = JSON.parse((await units('suggest', ...call, '--json')).stdout);
    const said = review.map(({ kind, name, rows, candidates }: Reviewed) => [
      kind,
      name,
      rows,
      candidates.map(({ code }) => code).join(' '),
    ]);
    expect(said).toEqual([
      ['several', 'Nhà Diệu', 1, '32242002 32242003'],
      ['ended', 'Ấp Cũ', 1, '32244001 32244005'],
      ['ended', 'Ấp Cũ', 1, '32242005 32242006'],
    ]);
  });

  it('lets no text of a sheet become a formula', async () => {
    const { stdout } = await units('suggest', ...call, '--format', 'csv');
    expect(stdout).not.toMatch(/(^|,)"?=/m);
  });

  it('makes a first list of hamlets, with which the same sheets are counted', async () => {
    put(
      'dm0/units.csv',
      REGISTRY.filter((line) => !line.includes('hamlet')),
    );
    const sheet = SHEET.filter((line) => !line.includes('=') && !line.includes('Tân Ấn'));
    put('bc2/T9-2024.csv', sheet);
    const made = await units('hamlets', 'bc2', '--registry', 'dm0', '--period', '2024-09');
    expect(made.status).toBe(0);
    const rows = made.stdout.trimEnd().split('\n').slice(1);
    expect(rows.map((line) => line.split(',').slice(0, 4).join(','))).toEqual([
      '32242001,Ấp Nhà Diệu,hamlet,32242',
      '32242002,Ấp Rạch Gôc B,hamlet,32242',
      '32244001,Khóm 2,hamlet,32244',
    ]);
    const registry = [...REGISTRY.filter((line) => !line.includes('hamlet'))];
    put('dm1/units.csv', [
      ...registry,
      ...rows.map((line) => line.split(',').slice(0, 6).join(',')),
    ]);
    expect(
      (await units('suggest', 'bc2', '--registry', 'dm1', '--period', '2024-09')).stdout,
    ).toContain('tên nào cũng có trong danh mục');
    expect(existsSync(at('ccds.config.json'))).toBe(false);
  });

  it('tells what a hamlet is near to whose type it writes in full', async () => {
    put('dm4/units.csv', [...REGISTRY, '32242009,Tổ dân phố Tân Lập,hamlet,32242,,']);
    const commune = REGISTRY.find((line) => line.startsWith('32242,'))!.split(',')[1]!;
    put('bc4/T9-2024.csv', [commune, 'Thôn,Số thành viên', 'TDP Tân Lâp,5']);
    const call = ['hamlets', 'bc4', '--registry', 'dm4', '--period', '2024-09'];
    const { stdout } = await units(...call);
    expect(stdout).toContain(',Tổ dân phố Tân Lâp,hamlet,32242,');
    expect(stdout).toContain(',TDP Tân Lâp,32242009 Tổ dân phố Tân Lập');
  });

  it('tells of files that name no hamlet', async () => {
    put(
      'dm2/units.csv',
      REGISTRY.filter((line) => !line.includes('hamlet')),
    );
    put('bc3/T9-2024 khu.csv', ['Họ và tên,Chức vụ', 'Nguyễn Văn An,Tổ trưởng']);
    const call = ['hamlets', 'bc3', '--registry', 'dm2', '--period', '2024-09'];
    expect((await units(...call)).stderr).toContain('1 tệp có dòng không ghi ấp/khóm nào');
    const { stdout } = await units(...call, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ unnamed: [{ file: 'T9-2024 khu.csv', rows: 1 }] });
  });
});

describe('ccds units', () => {
  it('says what it can do where it was called the wrong way', async () => {
    const wrong = await units('chek');
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toBe(
      'ccds: Không có việc “chek”. Có phải “check” không? Chọn một trong: check, list, tree, diff, import, suggest, hamlets.\n',
    );
    expect((await units('diff', '2025-06-30')).stderr).toContain('ccds units diff DATE DATE');
    expect((await units()).status).toBe(2);
    expect((await units('--help')).status).toBe(0);
  });
});

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, HEAD, type Province, province } from '../helpers/province.js';
import { filesIn, textsIn } from '../helpers/texts.js';
import { zip } from '../spreadsheet/support/zip-writer.mjs';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const LINES = [['Ấp: Rạch Gốc', 'Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024']];
const GOOD: Cell[][] = [...LINES, [...HEAD.eid], ['An', '096080001234', 1]];
/** What stands in a sheet, without its marks and formats. */
const cellsOf = (sheet: ExcelJS.Worksheet) =>
  sheet
    .getSheetValues()
    .slice(1)
    .map((row) => (Array.isArray(row) ? row.slice(1) : []));
const CSV = 'Ấp,Mức 1,Mức 2\nRạch Gốc,5,0\n';

describe('the files of a roll-up', () => {
  it('are those of the contract, under unaccented names', async () => {
    const { out } = await p.rollup({ workbooks: true });
    expect(filesIn(out)).toEqual([
      'data/datapackage.json',
      'data/findings.csv',
      'data/submissions.csv',
      'data/values.csv',
      'huyen/991-dong-2024-09.xlsx',
      'huyen/992-tay-2024-09.xlsx',
      'tong-hop-thu-2024-09.xlsx',
    ]);
  });

  it('values.csv has a row for every unit and indicator, by unit code', async () => {
    await p.book('a.xlsx', { ĐD: GOOD });
    const { values } = await p.rollup();
    const [hamlets, others] = [8, 1 + 2 + 4];
    const indicators = new Set(values.map(({ indicator }) => indicator)).size;
    expect(values).toHaveLength(others * indicators + hamlets * (indicators - 2));
    const codes = values.map(({ unit_code }) => unit_code!);
    expect(codes).toEqual([...codes].sort());
    expect(values[0]).toMatchObject({ period: '2024-09', level: 'province', parent_code: '' });
  });

  it('the data package’s sizes and hashes are those of its files', async () => {
    const { out } = await p.rollup();
    const { resources } = JSON.parse(readFileSync(join(out, 'data/datapackage.json'), 'utf8'));
    expect(resources).toHaveLength(3);
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(join(out, 'data', path));
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
    }
  });
});

describe('the same inputs', () => {
  it('give the same bytes, in whatever order they are named', async () => {
    await p.book('x/a.xlsx', { ĐD: GOOD });
    await p.book('x/b.xlsx', { ĐD: [...GOOD, ['Bé', '096080001234', 1], ['Cả', 'sai', 1]] });
    p.file('Xã Phú Lâm.csv', 'Ấp,Mức 1,Mức 2\nTân Tiến,5,0\n');
    const texts = async (inputs: string[]) =>
      textsIn((await p.rollup({ inputs, workbooks: true })).out);
    const first = await texts(['in/x', 'in/Xã Phú Lâm.csv']);
    const again = await texts(['in/Xã Phú Lâm.csv', 'in/x']);
    expect([...again.keys()]).toEqual([...first.keys()]);
    for (const [name, text] of first) expect(again.get(name), name).toBe(text);
  });

  it('saved at another time differ in `received_at` alone', async () => {
    const texts = async (saved: string) => {
      p.file('Xã An Bình T9.csv', CSV, saved);
      const { out, submissions } = await p.rollup({ workbooks: true });
      expect(submissions[0]!.received_at).toBe(`${saved.slice(0, -1)}.000Z`);
      const found = await textsIn(out);
      const stamped = found.get('data/submissions.csv')!;
      found.set('data/submissions.csv', stamped.replaceAll(`${saved.slice(0, -1)}.000Z`, ''));
      return found;
    };
    const [one, two] = [await texts('2024-09-15T01:02:03Z'), await texts('2024-09-20T04:05:06Z')];
    for (const name of ['values.csv', 'findings.csv', 'submissions.csv'])
      expect(two.get(`data/${name}`)).toBe(one.get(`data/${name}`));
  });

  it('`received_at` of a workbook is when it was saved, in UTC', async () => {
    await p.book('a.xlsx', { ĐD: GOOD }, '2024-09-16T08:09:10Z');
    const { submissions } = await p.rollup();
    expect(submissions[0]!.received_at).toBe('2024-09-16T08:09:10.000Z');
  });
});

describe('file', () => {
  it('is the path from the INPUT folder with `/`, in NFC; the bare name of a file argument', async () => {
    p.file('Xã An Bình/tháng 9/a.csv'.normalize('NFD'), CSV);
    p.file('b.csv', CSV.replace('5', '6'));
    const r = await p.rollup({ inputs: ['in/Xã An Bình'.normalize('NFD'), 'in/b.csv'] });
    expect(r.submissions.map(({ file }) => file).sort()).toEqual(['b.csv', 'tháng 9/a.csv']);
  });

  it('of a zip’s member begins with the zip', async () => {
    const name = 'Xã An Bình/T9.csv';
    p.file('gửi.zip', zip([[name, CSV, { flags: 0x800 }]]));
    const r = await p.rollup();
    expect(r.submissions).toMatchObject([{ file: `gửi.zip/${name}`, status: 'accepted' }]);
    expect(r.value(H.goc, 'eid_accounts')).toBe(5);
  });

  it('in a CSV a row is the record number, and the sheet is blank', async () => {
    p.file('Xã An Bình T9.csv', 'Ấp,Mức 1,Mức 2\n"Rạch\nGốc",1,2\nCái Đôi,âm,2\n');
    const [found] = (await p.rollup()).found('CCDS-R02');
    expect(found).toMatchObject({ row: '3', sheet: '', cell: 'B3' });
  });
});

describe('its own outputs', () => {
  it('lying among the inputs are left out and counted', async () => {
    await p.book('a.xlsx', { ĐD: GOOD });
    const first = await p.rollup({ workbooks: true });
    cpSync(join(first.out, 'data/values.csv'), join(p.dir, 'in/values.csv'));
    cpSync(join(first.out, 'tong-hop-thu-2024-09.xlsx'), join(p.dir, 'in/đổi tên.xlsx'));
    cpSync(first.out, join(p.dir, 'in/tháng trước'), { recursive: true });
    const again = await p.rollup({ args: ['--json'] });
    expect(again.submissions).toMatchObject([{ file: 'a.xlsx', status: 'accepted' }]);
    expect(JSON.parse(again.stdout).leftOut['own-output']).toBeGreaterThanOrEqual(3);
    for (const name of ['values', 'submissions', 'findings']) {
      const read = (out: string) => readFileSync(join(out, 'data', `${name}.csv`), 'utf8');
      expect(read(again.out)).toBe(read(first.out));
    }
  });

  it.each([
    ['vi', 'tong-hop-thu-2024-09.xlsx'],
    ['en', 'huyen/991-dong-2024-09.xlsx'],
  ])('are known where another program saved them without their marks: %s', async (lang, name) => {
    await p.book('a.xlsx', { ĐD: GOOD });
    const { out } = await p.rollup({ workbooks: true, args: ['--lang', lang] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(out, name));
    const again = new ExcelJS.Workbook();
    for (const sheet of book.worksheets) again.addWorksheet(sheet.name).addRows(cellsOf(sheet));
    await again.xlsx.writeFile(join(p.dir, 'in/lưu lại.xlsx'));
    for (const table of ['values', 'submissions']) {
      const rows = parse(readFileSync(join(out, `data/${table}.csv`)));
      await p.book(`${table}.xlsx`, { [`${table} (1)`]: rows });
    }
    const { submissions, stdout } = await p.rollup({ args: ['--json'] });
    expect(submissions).toMatchObject([{ file: 'a.xlsx', status: 'accepted' }]);
    expect(JSON.parse(stdout).leftOut['own-output']).toBe(3);
  });

  it('a result in the output folder is replaced, and never read', async () => {
    await p.book('a.xlsx', { ĐD: GOOD });
    const call = ['rollup', '.', '--period', '2024-09', '--registry', 'registry', '--out', 'kq'];
    rmSync(join(p.dir, 'registry', 'x'), { force: true });
    expect((await p.ccds(...call)).status).toBe(0);
    const before = readFileSync(join(p.dir, 'kq/data/submissions.csv'), 'utf8');
    expect((await p.ccds(...call)).status).toBe(0);
    expect(readFileSync(join(p.dir, 'kq/data/submissions.csv'), 'utf8')).toBe(before);
  });
});

describe('personal data', () => {
  const SECRETS = [
    'Nguyễn Thị Bí Mật',
    'Bí Mật',
    '0987654321',
    '987654321',
    '096180004321',
    'Số 77 đường Kín',
    '1983-04-05',
    '05/04/1983',
  ];

  it('stays out of every output, workbooks included', async () => {
    const person = ['Nguyễn Thị Bí Mật', 'Tổ viên', 1983, 'Nữ', '0987654321', 'Tổ 1'];
    await p.book('a.xlsx', {
      Tổ: [
        ...LINES,
        [...HEAD.members],
        person,
        person,
        ['Nguyễn Thị Bí Mật', null, 'x', '?', '0987654321', null],
      ],
      Hộ: [
        ...LINES,
        [...HEAD.households],
        ['Nguyễn Thị Bí Mật', 'Số 77 đường Kín', '0987654321', '31/02/2024', 'có lẽ', 'x'],
        ['Nguyễn Thị Bí Mật', 'Số 77 đường Kín', '0987654321', null, 'x', 'x'],
      ],
      ĐD: [
        ...LINES,
        [...HEAD.eid, 'Ngày sinh'],
        ['Nguyễn Thị Bí Mật', '096180004321', 2, '05/04/1983'],
        ['Nguyễn Thị Bí Mật', '096180004321', 2, '05/04/1983'],
        ['Nguyễn Thị Bí Mật', '0961800043210', 2, '05/04/1983'],
        ['096180004321', 'Nguyễn Thị Bí Mật', 2, '05/04/1983'], // columns changed over
        ['Bí Mật', '096180004322', '096180004321', null],
        ['Bí Mật', '096180004323', 'Nguyễn Thị Bí Mật', null],
      ],
    });
    await p.book('b.xlsx', {
      ĐD: [
        ['Ấp: Bàu Sen', 'Xã: An Hòa'],
        ...LINES.slice(1),
        [...HEAD.eid],
        ['Nguyễn Thị Bí Mật', '096180004321', 1],
      ],
      Tổ: [['Ấp: Bàu Sen', 'Xã: An Hòa'], ...LINES.slice(1), [...HEAD.members], person],
    });
    const r = await p.rollup({ workbooks: true });
    expect(r.findings.length).toBeGreaterThan(10);
    const texts = await textsIn(r.out);
    texts.set('stdout', r.stdout);
    for (const [name, text] of texts)
      for (const secret of SECRETS)
        expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
  });
});

describe('a submitter’s text', () => {
  it('never makes a formula of an output’s cell', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'];
    await p.book('=cmd.xlsx', {
      '+sheet': [
        ...LINES,
        [...HEAD.eid, '=HYPERLINK("x")', '@SUM(A1)', '-1+1'],
        ...evil.map((text, i): Cell[] => ['An', `09608000123${i}`, text]),
      ],
      '@TH': [
        ['Xã: An Bình'],
        LINES[1]!,
        [...HEAD.eidTally],
        ...evil.map((text): Cell[] => [text, 1, 1, 1, 2]),
      ],
    });
    await p.book('@counted.xlsx', { '+TV': [...LINES, HEAD.eid, ['An', '096080001239', 1]] });
    const r = await p.rollup({ workbooks: true });
    expect(r.submission("'@counted.xlsx").status).toBe('accepted');
    expect(r.findings.length).toBeGreaterThan(evil.length);
    for (const line of [...r.values, ...r.findings, ...r.submissions])
      for (const [column, text] of Object.entries(line))
        expect(text, column).not.toMatch(/^[=+\-@\t]/);
    const books = filesIn(r.out).filter((file) => file.endsWith('.xlsx'));
    expect(books).toHaveLength(3);
    for (const name of books) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(join(r.out, name));
      book.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[=+\-@\t]./);
          }),
        ),
      );
    }
    const flags = ['--registry', 'registry', '--period', '2024-09'];
    await p.ccds('validate', 'in', ...flags, '--return', 'tra', '--decisions', 'quyet-dinh.csv');
    const told = [
      ['validate', 'in', ...flags],
      ['units', 'suggest', 'in', ...flags],
      ['units', 'hamlets', 'in', ...flags],
      ['trace', 'eid_accounts', 'in', '--unit', '99', ...flags],
      ['status', 'in', ...flags],
      ['inspect', 'in/@counted.xlsx'],
    ].map((words) => p.ccds(...words, '--format', 'csv'));
    const texts = [...(await Promise.all(told)).map(({ stdout }) => stdout)];
    for (const text of [...texts, readFileSync(join(p.dir, 'quyet-dinh.csv'), 'utf8')]) {
      expect(text.split('\n').length).toBeGreaterThanOrEqual(2);
      for (const cell of (parse(text, { bom: true }) as string[][]).flat())
        expect(cell).not.toMatch(/^[=+\-@\t](?!\d+$)/);
    }
  });

  it('that was guarded in the lines of decisions is known again', async () => {
    await p.book('=cmd.xlsx', { '+TV': [...LINES, HEAD.eid, ['An', 'sai', 1], ['Bé', '', 1]] });
    const flags = ['--registry', 'registry', '--period', '2024-09'];
    await p.ccds('validate', 'in', ...flags, '--decisions', 'lines.csv');
    const lines = readFileSync(join(p.dir, 'lines.csv'), 'utf8');
    expect(lines).toContain("'=cmd.xlsx,'+TV,");
    p.put('registry/decisions.csv', lines.replace(/(,'\+TV,\w+),/g, '$1,drop'));
    const r = await p.rollup();
    expect(r.found('CCDS-K01')).toHaveLength(2);
    expect(r.found('CCDS-K02')).toEqual([]);
  });
});

describe('exit status', () => {
  it('0 with warnings alone, 1 with --strict', async () => {
    await p.book('a.xlsx', { ĐD: [...GOOD, ['Bé', '000080001234', 1]] }); // an unknown prefix
    const clean = await p.rollup();
    expect(clean.findings.some(({ severity }) => severity === 'warning')).toBe(true);
    expect(clean.status).toBe(0);
    expect((await p.rollup({ args: ['--strict'] })).status).toBe(1);
  });

  it('1 if and only if there is an error', async () => {
    await p.book('a.xlsx', { ĐD: [...GOOD, ['Bé', 'sai', 1]] });
    const r = await p.rollup();
    expect(r.findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(r.status).toBe(1);
  });

  it('2 where the work can’t be done, with one sentence and nothing written', async () => {
    p.put('registry/units.csv', 'code,name,level,parent\n1,Xã Mồ Côi,commune,9\n');
    const r = await p.rollup();
    expect(r.status).toBe(2);
    expect(r.stderr).toMatch(/^ccds: [^\n]*units\.csv[^\n]*\n$/);
    expect(() => filesIn(r.out)).toThrow();
    expect(
      (await p.ccds('rollup', 'không-có', '--period', '2024-09', '--registry', 'registry')).status,
    ).toBe(2);
  });
});

it('the registry may be one workbook with sheets of the same names', async () => {
  await p.book('a.xlsx', { ĐD: GOOD });
  const csv = await p.rollup();
  const units = readFileSync(join(p.dir, 'registry/units.csv'), 'utf8').trim().split('\n');
  await p.book('../dm.xlsx', {
    units: units.map((line) => line.split(',')),
    Baselines: [
      ['unit', 'baseline', 'from', 'value'],
      [H.goc, 'eligible_citizens', new Date('2024-01-01'), 10],
    ],
  });
  const call = ['rollup', 'in', '--period', '2024-09', '--registry', 'dm.xlsx', '--out', 'kq'];
  expect((await p.ccds(...call)).status).toBe(0);
  const values = readFileSync(join(p.dir, 'kq/data/values.csv'), 'utf8');
  expect(values).toContain('eid_rate,0.1,1,10,');
  expect(values.split('\n')).toHaveLength(csv.values.length + 2);
});

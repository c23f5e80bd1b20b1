import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listArchive, readMember } from '../../src/app/inputs/zip.js';
import { type Cell, H, HEAD, type Line, type Province, province } from '../helpers/province.js';
import { zip } from '../spreadsheet/support/zip-writer.mjs';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const PERIOD = 'Kỳ báo cáo: Tháng 9/2024';
const eid = (rows: Cell[][], lines = [['Ấp: Rạch Gốc', 'Xã: An Bình'], [PERIOD]]) => [
  ...lines,
  HEAD.eid,
  ...rows,
];
const GOOD = ['An', '096080001234', 1];

function counts(line: Line): number[] {
  const { rows_read, rows_accepted, rows_rejected, rows_ignored } = line;
  return [rows_read, rows_accepted, rows_rejected, rows_ignored].map(Number);
}

describe('rows read = accepted + rejected + ignored', () => {
  it('of a sheet with a title, groups, subtotals, blank rows and signatures', async () => {
    await p.book('Xã An Bình T9.2024.xlsx', {
      TH: [
        ['UBND XÃ AN BÌNH'],
        ['BÁO CÁO ĐỊNH DANH ĐIỆN TỬ'],
        [PERIOD],
        ['STT', ...HEAD.eidTally],
        ['A', 'B', 1, 2, 3, 4],
        [1, 'Rạch Gốc', 50, 10, 20, 30],
        [],
        [2, 'Cái Đôi', 60, 'mười lăm rưỡi', 20, 35],
        [3, 'Ấp Không Có', 60, 1, 2, 3],
        ['', 'Tổng cộng', 170, 26, 42, 68],
        [],
        ['', '', '', 'Người lập biểu'],
      ],
    });
    const r = await p.rollup();
    expect(counts(r.submission('Xã An Bình T9.2024.xlsx'))).toEqual([12, 1, 2, 9]);
    const errors = r.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cell }) => cell)).toEqual(['B9', 'D8']);
    expect(r.submission('Xã An Bình T9.2024.xlsx')).toMatchObject({
      status: 'partial',
      unit_code: '99101',
      form: 'eid',
      period: '2024-09',
    });
  });

  it('a subtotal of a list sums the marks of rows that are rejected as well', async () => {
    await p.book('Rạch Gốc.xlsx', {
      Hộ: [
        ['Ấp: Rạch Gốc', 'Xã: An Bình'],
        ['Kỳ báo cáo: Tháng 9/2024'],
        HEAD.households,
        ['Ngô Văn Sáu', 'Số 12', null, null, 'x', null],
        [null, 'Số 13', '0912345678', null, 'x', 'Có'],
        ['Ngô Văn Tám', 'Số 14', null, null, null, 'x'],
        ['Cộng', null, null, null, 2, 2],
      ],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'skill_public_services')).toBe(1);
    expect(r.found('CCDS-R01')).toHaveLength(1);
    expect(r.found('CCDS-S07')).toEqual([]);
  });

  it('of several tables in one sheet: each row is counted once', async () => {
    await p.book('Rạch Gốc T9.2024.xlsx', {
      Tất: [
        ['Ấp: Rạch Gốc', 'Xã: An Bình'],
        ['STT', ...HEAD.eid],
        [1, ...GOOD],
        [],
        ['Hộ kinh doanh'],
        ['STT', ...HEAD.merchants],
        [1, 'Quán Út', null, null, 'QR'],
        [2, 'Quán Ba', null, null, 'QR'],
      ],
    });
    const r = await p.rollup();
    const of = (form: string) => counts(r.submission('Rạch Gốc T9.2024.xlsx', form));
    expect(of('eid')).toEqual([5, 1, 0, 4]);
    expect(of('merchants')).toEqual([3, 2, 0, 1]);
  });

  it('is the same on the screen, in the JSON and in submissions.csv', async () => {
    const sheets = {
      ĐD: eid([GOOD]),
      Nháp: [['ghi riêng'], [1], [2]],
      'Trang khác': [['việc khác']],
    };
    await p.book('a.xlsx', sheets, undefined, ['Nháp']);
    const r = await p.rollup({ args: ['--json'] });
    expect(counts(r.submission('a.xlsx'))).toEqual([4, 1, 0, 3]);
    expect(JSON.parse(r.stdout).rows).toEqual({ read: 4, accepted: 1, rejected: 0, ignored: 3 });
    const { stdout } = await p.rollup();
    expect(stdout).toContain('Dòng: đọc 4 = nhận 1 + loại 0 + bỏ qua 3');
  });

  it('of a sheet of another month, which is set aside with an info', async () => {
    const lines = [['Ấp: Rạch Gốc', 'Xã: An Bình'], ['Kỳ báo cáo: Tháng 8/2024']];
    await p.book('a.xlsx', { ĐD: eid([GOOD, ['Bé', 'sai', 1]], lines) });
    const r = await p.rollup();
    expect(counts(r.submission('a.xlsx'))).toEqual([5, 0, 0, 5]);
    expect(r.submission('a.xlsx')).toMatchObject({
      status: 'ignored',
      period: '2024-08',
      unit_code: H.goc,
    });
    expect(r.findings.filter(({ code }) => code !== 'CCDS-C01')).toMatchObject([
      { code: 'CCDS-P02', severity: 'info', cell: 'A2' },
    ]);
    expect(r.status).toBe(0);
  });

  it('of a sheet that contradicts itself: rejected', async () => {
    const lines = [['Ấp: Rạch Gốc', 'Xã: An Bình'], [PERIOD], ['Tháng 8 năm 2024']];
    await p.book('a.xlsx', { ĐD: eid([GOOD], lines) });
    const r = await p.rollup();
    expect(counts(r.submission('a.xlsx'))).toEqual([5, 0, 1, 4]);
    expect(r.submission('a.xlsx').status).toBe('rejected');
    expect(r.status).toBe(1);
  });

  it('of a form with a header and nothing below it', async () => {
    await p.book('a.xlsx', {
      ĐD: eid([]),
      KD: [['Ấp: Rạch Gốc'], [PERIOD], HEAD.merchants, ['Út', null, null, null]],
    });
    const r = await p.rollup();
    expect(r.submission('a.xlsx', 'eid')).toMatchObject({ status: 'ignored', rows_ignored: '3' });
    expect(r.submission('a.xlsx', 'merchants').status).toBe('accepted');
    expect(r.value(H.goc, 'eid_accounts')).toBeNull();
    expect(r.found('CCDS-C02')).toHaveLength(1);
  });

  it('of sheets without a form beside others, and of hidden ones', async () => {
    await p.book(
      'a.xlsx',
      { Bìa: [['BÁO CÁO'], ['Kính gửi']], ĐD: eid([GOOD]), Ẩn: eid([['Bé', '096080001235', 1]]) },
      undefined,
      ['Ẩn'],
    );
    const r = await p.rollup();
    expect(r.submissions).toHaveLength(1);
    expect(counts(r.submission('a.xlsx', 'eid'))).toEqual([4, 1, 0, 3]);
    expect(r.found('CCDS-S03')).toMatchObject([{ severity: 'info', sheet: 'Ẩn' }]);
    expect(r.found('CCDS-S04')).toMatchObject([{ severity: 'info', sheet: 'Bìa' }]);
    expect(r.value(H.goc, 'eid_accounts')).toBe(1);
  });
});

describe('status', () => {
  it('rejected where no row of the form counts', async () => {
    await p.book('a.xlsx', {
      ĐD: eid([
        ['An', 'sai', 1],
        ['Bé', null, 2],
      ]),
    });
    const r = await p.rollup();
    expect(r.submission('a.xlsx')).toMatchObject({ status: 'rejected', rows_rejected: '2' });
    expect(r.submission('a.xlsx').unit_code).toBe(H.goc);
    expect(r.value(H.goc, 'eid_accounts')).toBeNull();
  });

  it('a line for each form of a file, each with its own', async () => {
    await p.book('a.xlsx', {
      ĐD: eid([GOOD]),
      KD: [['Ấp: Rạch Gốc'], [PERIOD], HEAD.merchants, [null, 'Út', null, 'QR']],
    });
    const r = await p.rollup();
    expect(r.submissions.map(({ form, status }) => `${form} ${status}`)).toEqual([
      'eid accepted',
      'merchants rejected',
    ]);
    expect(r.found('CCDS-R01')).toMatchObject([{ cell: 'A4', row: '4', severity: 'error' }]);
  });

  it('ignored with a warning: no form, a picture, a PDF, a Word file', async () => {
    await p.book('lịch trực.xlsx', { A: [['Lịch trực'], ['Thứ hai', 'An']] });
    p.file('ảnh.jpg', 'x');
    p.file('công văn.pdf', 'x');
    p.file('thư.docx', 'x');
    const r = await p.rollup();
    expect(r.submissions.map(({ status }) => status)).toEqual(Array(4).fill('ignored'));
    expect(
      r.findings.filter(({ code }) => code !== 'CCDS-C01').map(({ severity }) => severity),
    ).toEqual(Array(4).fill('warning'));
    expect(r.status).toBe(0);
  });

  it('a broken file among good ones is rejected and named; the others count; exit 1', async () => {
    await p.book('tốt.xlsx', { ĐD: eid([GOOD]) });
    p.file('hỏng.xlsx', 'PK\u0003\u0004 không phải zip');
    const r = await p.rollup();
    expect(r.status).toBe(1);
    expect(r.value(H.goc, 'eid_accounts')).toBe(1);
    expect(r.submission('hỏng.xlsx')).toMatchObject({ status: 'rejected', rows_read: '0' });
    expect(r.found('CCDS-F01')).toMatchObject([{ file: 'hỏng.xlsx', severity: 'error' }]);
  });
});

describe('tables that share rows or fail', () => {
  it('two tables beside each other: their rows are read once', async () => {
    await p.book('Rạch Gốc T9.2024.xlsx', {
      Tất: [
        ['Ấp: Rạch Gốc', 'Xã: An Bình'],
        ['STT', ...HEAD.eid, null, 'STT', ...HEAD.merchants],
        [1, ...GOOD, null, 1, 'Quán Út', null, null, 'QR'],
        [2, 'Bé', '096080001235', 2, null, null, null, null, null, null],
      ],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(2);
    expect(r.value(H.goc, 'merchants_cashless')).toBe(1);
    const lines = r.submissions.map(counts);
    const [read, accepted, rejected, ignored] = [0, 1, 2, 3].map((i) =>
      lines.reduce((sum, line) => sum + line[i]!, 0),
    );
    expect(accepted! + rejected! + ignored!).toBe(read);
    expect(accepted).toBe(3);
    for (const [all, ...rest] of lines) expect(rest.reduce((a, b) => a + b)).toBe(all);
  });

  it('a sheet that can’t be read to its end has a line of its own: rejected', async () => {
    await p.book('a.xlsx', { ĐD: eid([GOOD]), KD: [['x']] });
    const path = join(p.dir, 'in/a.xlsx');
    const parts = await Promise.all(
      (await listArchive(path)).map(async ({ name, member, size }) => {
        const bytes = Buffer.from(await readMember(path, member, size));
        const broken = name.endsWith('sheet2.xml')
          ? bytes.subarray(0, bytes.indexOf('<sheetData') + 30)
          : bytes;
        return [name, broken] as const;
      }),
    );
    p.file('a.xlsx', zip(parts));
    const r = await p.rollup();
    expect(r.submissions.map(({ form, status }) => `${form} ${status}`)).toEqual([
      ' rejected',
      'eid accepted',
    ]);
    expect(r.found('CCDS-S10')).toMatchObject([{ severity: 'error', sheet: 'KD' }]);
    expect(r.value(H.goc, 'eid_accounts')).toBe(1);
    expect(r.status).toBe(1);
  });
});

import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, type Province, province } from '../helpers/province.js';

/** A hamlet's report whose rows are figures: counts are in D7 and below. */
const FILE = 'Ấp Rạch Gốc T9.2024.xlsx';
const rows = (...counts: readonly Cell[]) => [
  ['Xã: An Bình'],
  ['Ấp: Rạch Gốc'],
  ['Kỳ báo cáo: Tháng 9/2024'],
  [],
  ['STT', 'Nội dung', 'ĐVT', 'Số lượng', 'Ghi chú'],
  ...[
    ['I', 'Tổ công nghệ số cộng đồng', ''],
    ['1', 'Số thành viên', 'người'],
    ['', 'Trong đó: nữ', 'người'],
    ['2', 'Số hộ được hỗ trợ', 'hộ'],
    ['', '- Dịch vụ công', 'hộ'],
    ['3', 'Mức 1', 'tài khoản'],
    ['4', 'Mức 2', 'tài khoản'],
  ].map((names, i) => [...names, i === 0 ? null : counts[i - 1]!]),
];

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const flags = ['--registry', 'registry', '--period', '2024-09'];
const trace = async (indicator: string) => {
  const args = [indicator, 'in', '--unit', H.goc, ...flags, '--format', 'csv'];
  const { stdout } = await p.ccds('trace', ...args);
  return stdout.trim().split(/\r?\n/).at(-1)!;
};

describe('a tally that is laid downwards', () => {
  it('gives figures that are traced to their own cells', async () => {
    await p.book(FILE, { BC: rows(7, 3, 35, 12, 200, 100) });
    const r = await p.rollup();
    const ids = ['members', 'members_female', 'teams', 'skill_public_services', 'eid_accounts'];
    expect(ids.map((id) => r.value(H.goc, id))).toEqual([7, 3, 1, 12, 300]);
    expect(await trace('members_female')).toMatch(/,BC,D8,8,sheet$/);
    expect(await trace('teams')).toMatch(/,BC,D7,7,sheet$/);
    expect(await trace('households_assisted_total')).toMatch(/,BC,D9,9,sheet$/);
    expect(await trace('eid_level2')).toMatch(/,BC,D12,12,sheet$/);
  });

  it('accounts for every row of the sheet once', async () => {
    await p.book(FILE, { BC: rows(7, 3, 'nhiều', 12, 200, 100) });
    const { submissions } = await p.rollup();
    const counts = submissions.map((one) => [
      one.form,
      one.rows_read,
      one.rows_accepted,
      one.rows_rejected,
      one.rows_ignored,
    ]);
    expect(counts).toEqual([
      ['eid', '2', '2', '0', '0'],
      ['households', '2', '0', '2', '0'],
      ['members', '8', '2', '0', '6'],
    ]);
  });

  it('names the cells that a later file changed', async () => {
    await p.book(FILE, { BC: rows(7, 3, 35, 12, 200, 100) });
    await p.book('Ấp Rạch Gốc T9.2024 lần 2.xlsx', { BC: rows(8, 3, 35, 14, 200, 100) });
    const r = await p.rollup();
    const messages = r.found('CCDS-D07', FILE).map(({ cell, message }) => `${cell} ${message}`);
    expect(
      messages.filter((one) => one.includes('7 → 8 (D7)') && one.startsWith('D7')),
    ).toHaveLength(1);
    expect(messages.filter((one) => one.includes('12 → 14 (D10)'))).toHaveLength(1);
    expect(r.submission(FILE, 'members')).toMatchObject({
      status: 'superseded',
      rows_ignored: '8',
    });
  });

  it('keeps what is to be said of a form when a later file replaces another one', async () => {
    await p.book(FILE, { BC: rows(7, 'ba', 35, 'mười', 200, 100) });
    const later = [...rows().slice(0, 5), ['1', 'Số hộ được hỗ trợ', 'hộ', 36]];
    await p.book('Ấp Rạch Gốc T9.2024 lần 2.xlsx', { BC: later });
    const r = await p.rollup();
    expect(r.found('CCDS-R03', FILE).map(({ cell }) => cell)).toEqual(['D8']);
  });

  it('is corrected, and left out, by decisions on any of its rows', async () => {
    await p.book(FILE, { BC: rows(7, 3, 'nhiều', 12, 200, 100) });
    const head = 'file,sheet,cell,decision,value,reason,by,date\n';
    const lines = [`${FILE},BC,D9,correct,36,,Lan,`, `${FILE},BC,D12,drop,,,Lan,`];
    p.put('registry/decisions.csv', `${head}${lines.join('\n')}\n`);
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(36);
    expect(r.value(H.goc, 'eid_level1')).toBeNull();
    expect(r.submission(FILE, 'eid')).toMatchObject({ rows_accepted: '0', rows_rejected: '2' });
    expect(r.found('CCDS-K01').map(({ cell }) => cell)).toEqual(['D9', 'D12']);
    expect(r.found('CCDS-K02')).toEqual([]);
  });

  it('goes back with its own cells marked', async () => {
    await p.book(FILE, { BC: rows(7, 9, 35, 'nhiều', 200, 100) });
    await p.ccds('validate', 'in', ...flags, '--return', 'tra');
    const book = new ExcelJS.Workbook();
    const copy = 'tra/99101-an-binh/Ấp Rạch Gốc T9.2024 - bản sửa.xlsx';
    await book.xlsx.readFile(join(p.dir, copy));
    const sheet = book.getWorksheet('BC')!;
    const noted = ['D7', 'D8', 'D9', 'D10', 'D11'].filter((at) => sheet.getCell(at).note);
    expect(noted).toEqual(['D8', 'D10']);
  });

  it('is shown by inspect, each form with its rows', async () => {
    await p.book(FILE, { BC: rows(7, 3, 35, 12, 200, 100) });
    const { stdout } = await p.ccds('inspect', join('in', FILE), '--json');
    const [sheet] = JSON.parse(stdout).sheets;
    const tables = sheet.tables.map(({ form, firstRow, lastRow }: Record<string, unknown>) => [
      form,
      firstRow,
      lastRow,
    ]);
    expect(tables).toEqual([
      ['members', 7, 8],
      ['households', 9, 10],
      ['eid', 11, 12],
    ]);
  });

  it('takes decisions on one of several hamlets by their column', async () => {
    await p.book('Xã An Bình T9.2024.xlsx', {
      BC: [
        ['Nội dung', 'Rạch Gốc', 'Cái Đôi', 'Tổng'],
        ['Số thành viên', 5, 6, 11],
        ['Nữ', 2, 3, 5],
      ],
    });
    const before = await p.rollup();
    expect([H.goc, H.doi].map((unit) => before.value(unit, 'members'))).toEqual([5, 6]);
    const line = 'Xã An Bình T9.2024.xlsx,BC,C2,drop,,,Lan,';
    p.put('registry/decisions.csv', `file,sheet,cell,decision,value,reason,by,date\n${line}\n`);
    const after = await p.rollup();
    expect([H.goc, H.doi].map((unit) => after.value(unit, 'members'))).toEqual([5, null]);
    expect(await trace('members')).toMatch(/,BC,B2,2,sheet$/);
  });
});

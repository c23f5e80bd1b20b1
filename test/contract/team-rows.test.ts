import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const sheet = (...rows: (readonly Cell[])[]) => ({
  Biểu: [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024'], ...rows],
});
const HEAD = ['Ấp/Khóm', 'Tên tổ', 'Số thành viên', 'Nữ'];

describe('a tally with a row a team', () => {
  it('adds the teams of a hamlet up, tells it once, and traces all of its rows', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        HEAD,
        ['Rạch Gốc', 'Tổ 1', 5, 2],
        ['Rạch Gốc', 'Tổ 2', 6, 3],
        ['Rạch Gốc', 'Tổ 3', 4, 1],
        ['Cái Đôi', 'Tổ 1', 7, 1],
        ['Cộng', null, 22, 7],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(15);
    expect(r.value(H.goc, 'members_female')).toBe(6);
    expect(r.value(H.goc, 'teams')).toBe(3);
    expect(r.value(H.doi, 'teams')).toBe(1);
    expect(r.findings.map(({ code, cell }) => `${code} ${cell}`)).toContain('CCDS-D20 C4');
    for (const code of ['CCDS-D01', 'CCDS-S05', 'CCDS-S07']) expect(r.found(code)).toEqual([]);
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '4', rows_rejected: '0' });
    const trace = ['trace', 'members', 'in', '--registry', 'registry'];
    const { stdout } = await p.ccds(...trace, '--period', '2024-09', '--unit', H.goc);
    expect(stdout).toContain('15 ← T9.xlsx › Biểu, dòng 4–6\n');
  });

  it('is told below “Tổ CNSCĐ” too, and below a hamlet that stands in the first row alone', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        ['STT', 'Ấp/Khóm', 'Tổ CNSCĐ', 'Số thành viên'],
        [1, 'Rạch Gốc', 'Tổ 1', 5],
        [2, null, 'Tổ 2', 6],
        [3, null, 'Tổ 3', 4],
        [4, 'Cái Đôi', 'Tổ số 1', 7],
        [5, 'Cái Đôi', 'Tổ số 2', 0],
        ['Cộng', null, null, 22],
      ),
    );
    const r = await p.rollup();
    expect([r.value(H.goc, 'members'), r.value(H.goc, 'teams')]).toEqual([15, 3]);
    expect([r.value(H.doi, 'members'), r.value(H.doi, 'teams')]).toEqual([7, 1]);
    expect(r.found('CCDS-R03')).toEqual([]);
    expect(r.found('CCDS-D20')).toHaveLength(1);
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '5', rows_rejected: '0' });
  });

  it('and a row a sex', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        ['Ấp/Khóm', 'Tên tổ', 'Giới tính', 'Số thành viên'],
        ['Rạch Gốc', 'Tổ 1', 'Nam', 3],
        ['Rạch Gốc', 'Tổ 1', 'Nữ', 2],
        ['Rạch Gốc', 'Tổ 2', 'Nam', 4],
        ['Rạch Gốc', 'Tổ 2', 'Nữ', 1],
      ),
    );
    const r = await p.rollup();
    expect([r.value(H.goc, 'members'), r.value(H.goc, 'teams')]).toEqual([10, 2]);
    expect(r.value(H.goc, 'members_female')).toBe(3);
    expect(r.found('CCDS-D01')).toEqual([]);
  });

  it('but the same team again is a second row of it', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        HEAD,
        ['Rạch Gốc', 'Tổ 1', 5, 2],
        ['Rạch Gốc', 'Tổ 2', 6, 3],
        ['Rạch Gốc', 'TỔ 2', 7, 3],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(11);
    expect(r.found('CCDS-D01').map(({ cell }) => cell)).toEqual(['C6']);
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '2', rows_rejected: '1' });
  });

  it('beside a row of the whole hamlet is held against it', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        HEAD,
        ['Rạch Gốc', 'Cả ấp', 15, 5],
        ['Rạch Gốc', 'Tổ 1', 5, 2],
        ['Rạch Gốc', 'Tổ 2', 8, 3],
        ['Cái Đôi', null, null, null],
        ['Cái Đôi', 'Tổ 1', 4, 2],
        ['Cái Đôi', 'Tổ 2', 4, 3],
        ['Cộng', null, 23, 10],
      ),
    );
    const r = await p.rollup();
    expect([r.value(H.goc, 'members'), r.value(H.goc, 'teams')]).toEqual([15, 2]);
    expect([r.value(H.doi, 'members'), r.value(H.doi, 'teams')]).toEqual([8, 2]);
    expect(r.found('CCDS-S15').map(({ cell }) => cell)).toEqual(['C4']);
    for (const code of ['CCDS-D01', 'CCDS-R04', 'CCDS-T03', 'CCDS-S07'])
      expect(r.found(code)).toEqual([]);
    const trace = ['trace', 'members', 'in', '--registry', 'registry', '--period', '2024-09'];
    expect((await p.ccds(...trace, '--unit', H.goc)).stdout).toContain('15 ← T9.xlsx › Biểu › C4');
    expect((await p.ccds(...trace, '--unit', H.doi)).stdout).toContain('Biểu, dòng 8–9');
  });

  it('below a row of the hamlet that leaves the counts to them', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        ['Ấp/Khóm', 'Số thành viên'],
        ['Ấp Rạch Gốc', null],
        ['Tổ 1', 5],
        ['Tổ 2', 6],
        ['Ấp Cái Đôi', null],
        ['Nam', 4],
        ['Nữ', 3],
      ),
    );
    const r = await p.rollup();
    expect([r.value(H.goc, 'members'), r.value(H.goc, 'teams')]).toEqual([11, 2]);
    expect([r.value(H.doi, 'members'), r.value(H.doi, 'teams')]).toEqual([7, 1]);
    expect(r.value(H.doi, 'members_female')).toBe(3);
    for (const code of ['CCDS-U01', 'CCDS-R04']) expect(r.found(code)).toEqual([]);
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '4', rows_rejected: '0' });
  });

  it('of `Số tổ` what is stated once for the hamlet is not taken again', async () => {
    await p.book(
      'T9.xlsx',
      sheet(
        ['Ấp/Khóm', 'Tên tổ', 'Số tổ', 'Số thành viên'],
        ['Rạch Gốc', 'Tổ 1', 2, 5],
        ['Rạch Gốc', 'Tổ 2', 2, 6],
        ['Cái Đôi', 'Tổ 1', 1, 5],
        ['Cái Đôi', 'Tổ 2', 1, null],
      ),
    );
    const r = await p.rollup();
    expect([r.value(H.goc, 'members'), r.value(H.goc, 'teams')]).toEqual([11, 2]);
    // Of a team nobody stated the members: the hamlet's sum is not known.
    expect(r.value(H.doi, 'members')).toBe(null);
  });

  it('in a corrected file replaces the rows before; of files of other teams all count', async () => {
    await p.book('T9.xlsx', sheet(HEAD, ['Rạch Gốc', 'Tổ 1', 5, 2], ['Rạch Gốc', 'Tổ 2', 6, 3]));
    await p.book(
      'T9 lần 2.xlsx',
      sheet(HEAD, ['Rạch Gốc', 'Tổ 1', 5, 2], ['Rạch Gốc', 'Tổ 2', 7, 3]),
    );
    await p.book('Tổ 1 T9.xlsx', sheet(HEAD, ['Cái Đôi', 'Tổ 1', 5, 2]));
    await p.book('Tổ 2 T9.xlsx', sheet(HEAD, ['Cái Đôi', 'Tổ 2', 8, 3]));
    const r = await p.rollup();
    expect([r.value(H.goc, 'members'), r.value(H.goc, 'teams')]).toEqual([12, 2]);
    expect(r.found('CCDS-D07').map(({ message }) => message)).toEqual([
      expect.stringContaining('6 → 7 (C5)'),
    ]);
    expect([r.value(H.doi, 'members'), r.value(H.doi, 'teams')]).toEqual([13, 2]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const HOUSEHOLDS = ['Ấp/Khóm', 'Tuần', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế', 'Dịch vụ công'];
const tally = (...rows: (readonly Cell[])[]) => ({
  Biểu: [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024'], ...rows],
});

describe('a tally with a row a week', () => {
  it('is of the month as a whole: flows add up, of a stock the last week stands, and it is told', async () => {
    await p.book(
      'T9.xlsx',
      tally(
        HOUSEHOLDS,
        ['Rạch Gốc', 'Tuần 1', 4, 104, 1],
        ['Rạch Gốc', 'Tuần 2', 5, 109, 2],
        ['Rạch Gốc', 'Tuần 3', 6, null, 3],
        ['Cái Đôi', 'Tuần 1', 7, 70, 0],
        ['Cái Đôi', 'Tuần 2', 1, 71, 0],
        ['Tổng cộng', null, 23, null, 6],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(15);
    expect(r.value(H.goc, 'skill_public_services')).toBe(6);
    expect(r.value(H.goc, 'households_assisted_total')).toBe(109);
    expect(r.value(H.doi, 'households_assisted')).toBe(8);
    expect(r.value(H.doi, 'households_assisted_total')).toBe(71);
    expect(r.found('CCDS-D01')).toEqual([]);
    expect(r.found('CCDS-D16')).toMatchObject([
      { severity: 'warning', file: 'T9.xlsx', sheet: 'Biểu', cell: 'C4' },
    ]);
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '5', rows_rejected: '0' });
    const trace = ['trace', 'households_assisted', 'in', '--registry', 'registry'];
    const { stdout } = await p.ccds(...trace, '--period', '2024-09', '--unit', H.goc);
    expect(stdout).toContain('15 ← T9.xlsx › Biểu, dòng 4–6\n');
  });

  it('is told by a number alone below a heading of weeks', async () => {
    await p.book(
      'T9.xlsx',
      tally(HOUSEHOLDS, ['Rạch Gốc', 1, 4, 104, 1], ['Rạch Gốc', 2, 5, 109, 2]),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(9);
    expect(r.value(H.goc, 'households_assisted_total')).toBe(109);
    expect(r.found('CCDS-D01')).toEqual([]);
    expect(r.found('CCDS-D16')).toHaveLength(1);
  });

  it('of members is what the last week says', async () => {
    await p.book(
      'T9.xlsx',
      tally(
        ['Ấp/Khóm', 'Số thành viên', 'Ghi chú'],
        ['Rạch Gốc', 5, 'Tuần II'],
        ['Rạch Gốc', 4, 'Tuần thứ nhất'],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(5);
    expect(r.value(H.goc, 'teams')).toBe(1);
  });

  it('but a week that stands twice, or a row of none, is a second row of the hamlet', async () => {
    await p.book(
      'T9.xlsx',
      tally(
        HOUSEHOLDS,
        ['Rạch Gốc', 'Tuần 1', 4, 104, 1],
        ['Rạch Gốc', 'Tuần 1', 5, 109, 2],
        ['Cái Đôi', 'Tuần 1', 7, 70, 0],
        ['Cái Đôi', null, 1, 71, 0],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(4);
    expect(r.found('CCDS-D01').map(({ cell }) => cell)).toEqual(['C5', 'C7']);
    expect(r.found('CCDS-D16')).toEqual([]);
  });
});

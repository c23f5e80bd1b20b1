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

  it('is told behind the hamlet, by rounds and by the days of the month as well', async () => {
    const heads = ['Số hộ được hỗ trợ trong kỳ', 'Lũy kế'];
    await p.book('T9.xlsx', {
      ...tally(
        ['Ấp/Khóm', ...heads],
        ['Ấp Rạch Gốc (tuần 2)', 5, 109],
        ['Ấp Rạch Gốc (tuần 1)', 4, 104],
      ),
      Đợt: [
        ['Xã: An Bình'],
        ['Kỳ báo cáo: Tháng 9/2024'],
        ['Ấp/Khóm', 'Đợt', ...heads],
        ['Cái Đôi', 'Đợt 1', 7, 70],
        ['Cái Đôi', 'Đợt 2', 1, 71],
      ],
      Ngày: [
        ['Xã: An Hòa'],
        ['Kỳ báo cáo: Tháng 9/2024'],
        ['Ấp/Khóm', 'Ngày', ...heads],
        ['Bàu Sen', '05/09/2024', 2, 12],
        ['Bàu Sen', '20/08/2024', 3, 10],
      ],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(9);
    expect(r.value(H.goc, 'households_assisted_total')).toBe(109);
    expect(r.value(H.doi, 'households_assisted')).toBe(8);
    expect(r.value(H.sen, 'households_assisted')).toBe(5);
    expect(r.value(H.sen, 'households_assisted_total')).toBe(12);
    expect(r.found('CCDS-D01')).toEqual([]);
    expect(r.found('CCDS-R05').map(({ cell }) => cell)).toEqual(['A4', 'A5']);
  });

  it('but a day of another month is none of its days', async () => {
    await p.book(
      'T9.xlsx',
      tally(
        ['Ấp/Khóm', 'Ngày', 'Số hộ được hỗ trợ trong kỳ'],
        ['Rạch Gốc', '05/09/2024', 2],
        ['Rạch Gốc', '05/08/2024', 3],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(2);
    expect(r.found('CCDS-D01')).toHaveLength(1);
    expect(r.found('CCDS-D16')).toEqual([]);
  });
});

describe('a sheet a week', () => {
  const head = ['Ấp/Khóm', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế', 'Dịch vụ công'];
  const sheet = (...rows: (readonly Cell[])[]) => [
    ['Xã: An Bình'],
    ['Kỳ báo cáo: Tháng 9/2024'],
    head,
    ...rows,
  ];

  it('is of the month together, and told once', async () => {
    await p.book('T9.xlsx', {
      'Tuần 2': sheet(['Rạch Gốc', 5, 109, 2], ['Cái Đôi', 1, null, 0]),
      'Tuần 1': sheet(['Rạch Gốc', 4, 104, 1], ['Cái Đôi', 7, 70, 0]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(9);
    expect(r.value(H.goc, 'skill_public_services')).toBe(3);
    expect(r.value(H.goc, 'households_assisted_total')).toBe(109);
    expect(r.value(H.doi, 'households_assisted')).toBe(8);
    expect(r.value(H.doi, 'households_assisted_total')).toBe(70);
    expect(r.found('CCDS-D01')).toEqual([]);
    const told = r.found('CCDS-D16');
    expect(told).toMatchObject([{ severity: 'warning', sheet: 'Tuần 2', cell: 'B4' }]);
    expect(told[0]!.message).toContain('on the sheets “Tuần 2”, “Tuần 1”:');
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '4', rows_rejected: '0' });
  });

  it('may be told by a line above its table', async () => {
    const [place, period] = sheet();
    const of = (week: string, count: number) => [
      place!,
      period!,
      [`BÁO CÁO ${week} THÁNG 9/2024`],
      head,
      ['Rạch Gốc', count, null, null],
    ];
    await p.book('T9.xlsx', { A: of('TUẦN 1', 4), B: of('TUẦN 2', 5) });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(9);
  });

  it('gives way to the sheet of the whole month, wherever that stands', async () => {
    await p.book('T9.xlsx', {
      'Tuần 1': sheet(['Rạch Gốc', 4, null, 1]),
      'Tuần 2': sheet(['Rạch Gốc', 5, null, 2]),
      'Tổng hợp': sheet(['Rạch Gốc', 8, 109, 3]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(8);
    expect(r.found('CCDS-D01').map((one) => one.sheet)).toEqual(['Tuần 1', 'Tuần 2']);
    expect(r.found('CCDS-D16')).toEqual([]);
  });

  it('of members is what the last week says', async () => {
    const of = (count: number) => [
      ['Xã: An Bình'],
      ['Tháng 9/2024'],
      ['Ấp/Khóm', 'Số tổ', 'Số thành viên'],
      ['Rạch Gốc', 1, count],
    ];
    await p.book('T9.xlsx', { 'Tuần 1': of(5), 'Tuần 3': of(6), 'Tuần 2': of(4) });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(6);
    expect(r.value(H.goc, 'teams')).toBe(1);
  });
});

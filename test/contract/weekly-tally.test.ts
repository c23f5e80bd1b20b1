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

describe('a file a week', () => {
  const head = ['Ấp/Khóm', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế', 'Dịch vụ công'];
  const top = [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024']];
  const counts = (...rows: (readonly Cell[])[]) => ({ Biểu: [...top, head, ...rows] });
  const people = (...rows: (readonly Cell[])[]) => ({
    Biểu: [...top, ['Ấp', 'Chủ hộ', 'Số điện thoại', 'Ngày hỗ trợ', 'Dịch vụ công'], ...rows],
  });

  it('adds up where a count falls from week to week, and is told once', async () => {
    await p.book(
      'Tuần 1/Xã An Bình.xlsx',
      counts(['Rạch Gốc', 4, 104, 2], ['Cái Đôi', 1, null, 0]),
      '2024-09-16T05:00:00Z',
    );
    await p.book('Bao cao tuan 2.xlsx', counts(['Rạch Gốc', 3, 107, 3], ['Cái Đôi', 2, null, 1]));
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(7);
    expect(r.value(H.goc, 'households_assisted_total')).toBe(107);
    expect(r.value(H.doi, 'households_assisted')).toBe(3);
    expect(r.found('CCDS-D16')).toMatchObject([
      { severity: 'warning', file: 'Tuần 1/Xã An Bình.xlsx', cell: 'B4' },
    ]);
    for (const code of ['CCDS-D10', 'CCDS-D13', 'CCDS-D18', 'CCDS-D19'])
      expect(r.found(code)).toEqual([]);
    const asked = ['trace', 'households_assisted', 'in', '--registry', 'registry'];
    const { stdout } = await p.ccds(...asked, '--period', '2024-09', '--unit', H.goc);
    expect(stdout).toContain('4 ← Tuần 1/Xã An Bình.xlsx › Biểu › B4');
    expect(stdout).toContain('3 ← Bao cao tuan 2.xlsx › Biểu › B4');
  });

  it.each([
    ['rises by the week’s own count', 5, 109, 9, 0],
    ['says that the later week has the earlier in it', 6, 106, 6, 1],
    ['says nothing', 6, null, 6, 1],
  ])('adds up, or is told, where its running total %s', async (_, count, total, sum, told) => {
    await p.book('Tuần 1.xlsx', counts(['Rạch Gốc', 4, 104, 1]));
    await p.book('Tuần 2.xlsx', counts(['Rạch Gốc', count, total, 2]), '2024-09-10T02:00:00Z');
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(sum);
    expect(r.found('CCDS-D18').map(({ file }) => file)).toEqual(told ? ['Tuần 1.xlsx'] : []);
    expect(r.found('CCDS-D07')).toEqual([]);
  });

  it('does not add up for one count that was put right, where all others rise', async () => {
    const columns = ['Dịch vụ công', 'Mua sắm trực tuyến', 'An toàn mạng'];
    const of = (...rows: (readonly Cell[])[]) => ({
      Biểu: [...top, ['Ấp/Khóm', 'Số hộ được hỗ trợ trong kỳ', ...columns], ...rows],
    });
    await p.book('Tuần 1.xlsx', of(['Rạch Gốc', 4, 3, 2, 1], ['Cái Đôi', 5, 4, 2, 2]));
    await p.book('Tuần 2.xlsx', of(['Rạch Gốc', 6, 4, 3, 2], ['Cái Đôi', 9, 7, 4, 1]));
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(6);
    expect(r.found('CCDS-D18').map(({ file }) => file)).toEqual(['Tuần 1.xlsx']);
  });

  it('gives way to its own correction, and to the file of the month whenever that came', async () => {
    await p.book('Tuần 1.xlsx', counts(['Rạch Gốc', 4, null, 1], ['Cái Đôi', 5, null, 0]));
    await p.book('Tuần 1 sửa.xlsx', counts(['Rạch Gốc', 6, null, 1], ['Cái Đôi', 5, null, 0]));
    await p.book('Tuần 2.xlsx', counts(['Rạch Gốc', 3, null, 1], ['Cái Đôi', 2, null, 0]));
    await p.book('T9.xlsx', counts(['Cái Đôi', 6, 60, 0]), '2024-09-01T02:00:00Z');
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(9);
    expect(r.value(H.doi, 'households_assisted')).toBe(6);
    expect(
      r
        .found('CCDS-D18')
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['Tuần 1 sửa.xlsx', 'Tuần 1.xlsx', 'Tuần 2.xlsx']);
    expect(r.found('CCDS-D07').map(({ file }) => file)).toEqual(['Tuần 1.xlsx']);
  });

  it('of stocks is what the last week says, which is no loss', async () => {
    const of = (count: number) => ({
      Biểu: [...top, ['Ấp/Khóm', 'Số tổ', 'Số thành viên'], ['Rạch Gốc', 1, count]],
    });
    await p.book('Tuần 2.xlsx', of(4), '2024-09-10T02:00:00Z');
    await p.book('Tuần 1.xlsx', of(5));
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(4);
    expect(r.found('CCDS-D07').map(({ file }) => file)).toEqual(['Tuần 1.xlsx']);
    expect(r.found('CCDS-D14')).toEqual([]);
    expect(r.found('CCDS-D19')).toEqual([]);
  });

  it('of lists adds up where the later has hardly a row of the earlier', async () => {
    const row = (name: string, phone: string) => ['Rạch Gốc', name, phone, '20/08/2024', 'x'];
    const [a, b, c] = [
      row('Lê A', '0912000001'),
      row('Lê B', '0912000002'),
      row('Lê C', '0912000003'),
    ];
    await p.book('Tuần 1.xlsx', people(a, b, c));
    await p.book('Tuần 2.xlsx', people(row('Lê D', '0912000004'), a));
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(4);
    expect(r.found('CCDS-D01').map(({ cell }) => cell)).toEqual(['B5']);
    expect(r.found('CCDS-D10')).toHaveLength(1);
    await p.book('Tuần 2.xlsx', people(a, b, c, row('Lê D', '0912000004')));
    const whole = await p.rollup();
    expect(whole.value(H.goc, 'households_assisted')).toBe(4);
    expect(whole.found('CCDS-D01')).toEqual([]);
    expect(whole.found('CCDS-D07')).toHaveLength(1);
  });
});

describe('a week alone', () => {
  const head = ['Ấp/Khóm', 'Số hộ được hỗ trợ trong kỳ'];
  const top = [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024']];

  it.each([
    ['Tuần 2.xlsx', 'Biểu', ''],
    ['BaoCao_Tuan-02_T9.xlsx', 'Biểu', ''],
    ['T9.xlsx', 'Tuần 2', ''],
    ['T9.xlsx', 'Biểu', 'BÁO CÁO TUẦN THỨ HAI THÁNG 9/2024'],
  ])('is told of %s › %s', async (file, sheet, title) => {
    await p.book(file, { [sheet]: [[title], ...top, head, ['Rạch Gốc', 5], ['Cái Đôi', 1]] });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(5);
    expect(r.found('CCDS-D19')).toMatchObject([{ severity: 'warning', sheet, cell: 'B5' }]);
    expect(r.found('CCDS-D19')[0]!.message).toContain('week 2 alone');
  });

  it.each(['Tuần 1-4.xlsx', 'Nguyen Van Tuan 2.xlsx', 'Tuấn 2.xlsx', 'Tuần 1, 2, 3, 4.xlsx'])(
    'is none in %s',
    async (file) => {
      await p.book(file, { Biểu: [...top, head, ['Rạch Gốc', 5]] });
      expect((await p.rollup()).found('CCDS-D19')).toEqual([]);
    },
  );
});

describe('a tally with rows of men and of women', () => {
  const sexes = (...rows: (readonly Cell[])[]) =>
    tally(['Ấp/Khóm', 'Giới tính', 'Số thành viên', 'Đã tập huấn'], ...rows);

  it('is of the hamlet together, and the women are known', async () => {
    await p.book(
      'T9.xlsx',
      sexes(
        ['Rạch Gốc', 'Nam', 4, 2],
        ['Rạch Gốc', 'Nữ', 3, 1],
        ['Cái Đôi', 'Nữ', 5, null],
        ['Cái Đôi', 'Nam', 2, 1],
        ['Tổng cộng', null, 14, 4],
      ),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(7);
    expect(r.value(H.goc, 'members_female')).toBe(3);
    expect(r.value(H.goc, 'members_trained')).toBe(3);
    expect(r.value(H.goc, 'teams')).toBe(1);
    expect(r.value(H.doi, 'members')).toBe(7);
    expect(r.value(H.doi, 'members_trained')).toBeNull();
    for (const code of ['CCDS-D01', 'CCDS-T03', 'CCDS-S05']) expect(r.found(code)).toEqual([]);
    expect(r.found('CCDS-D20')).toMatchObject([{ severity: 'info', cell: 'C4' }]);
    expect(r.submission('T9.xlsx')).toMatchObject({ rows_accepted: '4', rows_rejected: '0' });
    const asked = ['trace', 'members', 'in', '--registry', 'registry'];
    const { stdout } = await p.ccds(...asked, '--period', '2024-09', '--unit', H.goc);
    expect(stdout).toContain('7 ← T9.xlsx › Biểu, dòng 4–5');
  });

  it('counts by the row of both, where there is one', async () => {
    await p.book(
      'T9.xlsx',
      sexes(
        ['Rạch Gốc', 'Nam', 4, 2],
        ['Rạch Gốc', 'Nữ', 3, 1],
        ['Rạch Gốc', 'Tổng', 7, 3],
        ['Cái Đôi', 'Nam', 4, 2],
        ['Cái Đôi', 'Nữ', 3, 1],
        ['Cái Đôi', 'Chung', 8, 3],
      ),
    );
    await p.book('An Hòa T9.xlsx', {
      Biểu: [
        ['Xã: An Hòa'],
        ...sexes(
          ['Bàu Sen', 'Nam', 4, 2],
          ['Bàu Sen', 'Nữ', 3, 1],
          ['Bàu Sen', 'Tổng', 7, null],
        ).Biểu.slice(1),
      ],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(7);
    expect(r.value(H.doi, 'members')).toBe(8);
    expect(r.value(H.sen, 'members')).toBe(7);
    expect(r.found('CCDS-D01').map(({ cell }) => cell)).toEqual(['C7', 'C8']);
  });

  it('below each hamlet are parts of its row', async () => {
    await p.book(
      'T9.xlsx',
      tally(['Ấp/Khóm', 'Số thành viên'], ['Rạch Gốc', 7], ['Nam', 4], ['Nữ', 3], ['Cái Đôi', 5]),
    );
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(7);
    expect(r.value(H.doi, 'members')).toBe(5);
    expect(r.found('CCDS-U01')).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, HEAD, type Line, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const TITLE = [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024'], []];
const titled = (hamlet: string, header: readonly Cell[], rows: readonly (readonly Cell[])[]) => [
  [`Ấp: ${hamlet}`],
  ...TITLE,
  header,
  ...rows,
];
// The first row of data is row 6 of each sheet.
const rowsOf = (lines: readonly Line[]) => lines.map(({ row }) => row);

describe('within a hamlet', () => {
  it('a member is name and telephone, lacking that name and year of birth', async () => {
    await p.book('Rạch Gốc.xlsx', {
      Tổ: titled('Rạch Gốc', HEAD.members, [
        ['Lê Văn An', 'Tổ trưởng', 1980, 'Nam', '0912 345 678', null],
        ['LÊ VĂN  AN', 'Tổ viên', 1981, 'Nam', '84912345678', null], // same telephone
        ['Lê Văn An', 'Tổ viên', 1980, 'Nam', '0987654321', null], // another telephone
        ['Trần Thị Bé', 'Tổ viên', 1990, 'Nữ', null, null],
        ['Trần Thị Bé', 'Tổ viên', 1990, 'Nữ', '0912000111', null], // first lacks a telephone
        ['Trần Thị Bé', 'Tổ viên', 1975, 'Nữ', null, null], // another year
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(4);
    expect(rowsOf(r.found('CCDS-D01'))).toEqual(['7', '10']);
    expect(r.found('CCDS-D01')[0]).toMatchObject({
      severity: 'error',
      cell: 'A7',
      unit_code: H.goc,
      sheet: 'Tổ',
    });
    expect(r.found('CCDS-D01')[0]!.message).toBe(
      'The same member as in row 6; that row is counted, this one is not.',
    );
    expect(r.submission('Rạch Gốc.xlsx')).toMatchObject({
      status: 'partial',
      rows_read: '11',
      rows_accepted: '4',
      rows_rejected: '2',
      rows_ignored: '5',
    });
    expect(r.status).toBe(1);
  });

  it('a name alone is never enough: a warning', async () => {
    await p.book('Rạch Gốc.xlsx', {
      Tổ: titled('Rạch Gốc', HEAD.members, [
        ['Lê Văn An', 'Tổ trưởng', null, 'Nam', '0912345678', null],
        ['Lê Văn An', 'Tổ viên', 1980, 'Nam', null, null],
        ['Lê Văn An', 'Tổ viên', null, 'Nam', null, null],
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(3);
    expect(rowsOf(r.found('CCDS-D05'))).toEqual(['7', '8']);
    expect(r.found('CCDS-D05').every(({ severity }) => severity === 'warning')).toBe(true);
    expect(r.status).toBe(0);
  });

  it('a household is its head, and address or telephone', async () => {
    await p.book('Rạch Gốc.xlsx', {
      Hộ: titled('Rạch Gốc', HEAD.households, [
        ['Ngô Văn Sáu', 'Số 12, đường Hai', '0912345678', null, 'x', null],
        ['Ngô Văn Sáu', 'số 12, Đường Hai', '0999888777', null, null, 'x'], // same address
        ['Ngô Văn Sáu', 'Số 99', '0912.345.678', null, null, 'x'], // same telephone
        ['Ngô Văn Sáu', 'Số 7', '0900111222', null, null, 'x'],
        ['Ngô Văn Bảy', 'Ấp Rạch Gốc, xã An Bình', null, null, 'x', null],
        ['Ngô Văn Bảy', 'Ấp Rạch Gốc, xã An Bình', null, null, 'x', null], // no address at all
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(4);
    expect(rowsOf(r.found('CCDS-D01'))).toEqual(['7', '8']);
    expect(rowsOf(r.found('CCDS-D05'))).toEqual(['11']);
    expect(r.value(H.goc, 'skill_public_services')).toBe(3);
    expect(r.value(H.goc, 'skill_shopping')).toBe(1);
  });

  it('a row that stands between two others makes them one household', async () => {
    await p.book('Rạch Gốc.xlsx', {
      Hộ: titled('Rạch Gốc', HEAD.households, [
        ['Ngô Văn Sáu', 'Số 12', null, null, 'x', null],
        ['Ngô Văn Sáu', null, '0912345678', null, 'x', null],
        ['Ngô Văn Sáu', 'Số 12', '0912345678', null, 'x', null],
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(1);
    expect(rowsOf(r.found('CCDS-D01'))).toEqual(['7', '8']);
    expect(r.submission('Rạch Gốc.xlsx').rows_accepted).toBe('1');
  });

  it('visits on different dates are one household, both rows accepted, skills joined', async () => {
    await p.book('Rạch Gốc.xlsx', {
      Hộ: titled('Rạch Gốc', HEAD.households, [
        ['Ngô Văn Sáu', 'Số 12', null, '01/09/2024', 'x', null],
        ['Ngô Văn Sáu', 'Số 12', null, '05/09/2024', null, 'x'],
        ['Ngô Văn Sáu', 'Số 12', null, '05/09/2024', null, 'x'], // the same date again
        ['Ngô Văn Sáu', 'Số 12', null, null, null, 'x'], // no date
        ['Ngô Văn Sáu', 'Số 12', null, '07/09/2024', 'x', 'x'],
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(1);
    expect(r.value(H.goc, 'skill_public_services')).toBe(1);
    expect(r.value(H.goc, 'skill_shopping')).toBe(1);
    expect(rowsOf(r.found('CCDS-D01'))).toEqual(['8', '9']);
    expect(r.submission('Rạch Gốc.xlsx').rows_accepted).toBe('3');
  });

  it('skills of a visit in another sheet are joined, whichever sheet has the column', async () => {
    const bare = HEAD.households.slice(0, 4);
    await p.book('Rạch Gốc.xlsx', {
      'Đợt 1': titled('Rạch Gốc', bare, [['Ngô Văn Sáu', 'Số 12', null, '01/09/2024']]),
      'Đợt 2': titled('Rạch Gốc', HEAD.households, [
        ['Ngô Văn Sáu', 'Số 12', null, '05/09/2024', 'x', null],
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(1);
    expect(r.value(H.goc, 'skill_public_services')).toBe(1);
    expect(r.value(H.goc, 'skill_shopping')).toBe(0);
  });

  it('an account is its identity number', async () => {
    await p.book('Rạch Gốc.xlsx', {
      ĐD: titled('Rạch Gốc', HEAD.eid, [
        ['Lê Văn An', '096080001234', 'Mức 1'],
        ['Lê Văn Ân', '0960 8000 1234', 2],
        ['Lê Văn An', '096080001235', 'II'],
      ]),
    });
    const r = await p.rollup();
    expect([r.value(H.goc, 'eid_level1'), r.value(H.goc, 'eid_level2')]).toEqual([1, 1]);
    expect(r.value(H.goc, 'eid_accounts')).toBe(2);
    expect(r.found('CCDS-D01')).toMatchObject([{ row: '7', cell: 'B7', field: 'id_number' }]);
  });

  it('a merchant is its tax code, else its name in the hamlet', async () => {
    await p.book('Rạch Gốc.xlsx', {
      KD: titled('Rạch Gốc', HEAD.merchants, [
        ['Tạp hóa Út', null, '2000000012', 'QR'],
        ['Tạp hoá Út Mới', null, '2000000012', 'QR'], // same tax code
        ['Tạp hóa Út', null, null, 'QR'], // no tax code: by name
        ['Quán Ba', null, null, 'QR'],
        ['quán  ba', null, null, 'QR'],
        ['Quán Tư', null, null, 'Tiền mặt'],
        ['Quán Năm', null, null, null],
      ]),
    });
    const r = await p.rollup();
    // At the key that repeats: the tax code, else the name.
    expect(r.found('CCDS-D01')).toMatchObject([
      { cell: 'C7', field: 'tax_code' },
      { cell: 'A8', field: 'name' },
      { cell: 'A10', field: 'name' },
    ]);
    expect(r.value(H.goc, 'merchants_cashless')).toBe(3); // Út, Ba, Năm: cash alone is not
  });

  it('the first row of a merchant decides, also of cash alone', async () => {
    await p.book('Rạch Gốc.xlsx', {
      KD: titled('Rạch Gốc', HEAD.merchants, [
        ['Quán Ba', null, null, 'Tiền mặt'],
        ['Quán Ba', null, null, 'QR'],
        ['Quán Tư', null, null, 'QR'],
        ['Quán Tư', null, null, 'Tiền mặt'],
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'merchants_cashless')).toBe(1);
    const told = r.found('CCDS-D01').map(({ row, message }) => [row, message]);
    expect(told).toEqual([
      ['7', 'The same merchant as in row 6; that row is counted, this one is not.'],
      ['9', 'The same merchant as in row 8; that row is counted, this one is not.'],
    ]);
    expect(r.submission('Rạch Gốc.xlsx')).toMatchObject({ rows_accepted: '2', rows_rejected: '2' });
  });
});

describe('across hamlets', () => {
  const eid = (hamlet: string, commune: string, rows: Cell[][]) => [
    [`Ấp: ${hamlet}`],
    [`Xã: ${commune}`],
    ['Kỳ báo cáo: Tháng 9/2024'],
    [],
    HEAD.eid,
    ...rows,
  ];

  it('an account counts in the first hamlet by code; each finding names the other place', async () => {
    // the file names sort against the unit codes
    await p.book('b.xlsx', { ĐD: eid('Rạch Gốc', 'An Bình', [['An', '096080001234', 1]]) });
    await p.book('a.xlsx', { ĐD: eid('Bàu Sen', 'An Hòa', [['An', '096080001234', 2]]) });
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_level1')).toBe(1);
    expect(r.value(H.sen, 'eid_accounts')).toBe(0);
    const [lost] = r.found('CCDS-D02');
    expect(lost).toMatchObject({ severity: 'error', file: 'a.xlsx', sheet: 'ĐD', cell: 'B6' });
    expect(lost!.message).toContain('b.xlsx');
    const [won] = r.found('CCDS-D03');
    expect(won).toMatchObject({ severity: 'warning', file: 'b.xlsx', unit_code: H.goc });
    expect(won!.message).toContain('a.xlsx');
    expect(r.submission('a.xlsx')).toMatchObject({ status: 'rejected', rows_rejected: '1' });
    expect(r.submission('b.xlsx').status).toBe('accepted');
  });

  it('a merchant only by its tax code', async () => {
    const shop = (hamlet: string, commune: string, rows: Cell[][]) => [
      ...eid(hamlet, commune, []).slice(0, 4),
      HEAD.merchants,
      ...rows,
    ];
    const rows = [
      ['Quán Út', null, '2000000012', 'QR'],
      ['Quán Ba', null, null, 'QR'],
    ];
    await p.book('a.xlsx', { KD: shop('Rạch Gốc', 'An Bình', rows) });
    await p.book('b.xlsx', { KD: shop('Bàu Sen', 'An Hòa', rows) });
    const r = await p.rollup();
    expect(r.value(H.goc, 'merchants_cashless')).toBe(2);
    expect(r.value(H.sen, 'merchants_cashless')).toBe(1);
    expect(r.found('CCDS-D02')).toHaveLength(1);
  });

  it.each([
    { first: 'Tiền mặt', next: 'QR', counted: 0 },
    { first: 'QR', next: 'Tiền mặt', counted: 1 },
  ])('a merchant goes by the first hamlet: $first there, $next in the next', async (shown) => {
    const shop = (hamlet: string, commune: string, means: string) => [
      ...eid(hamlet, commune, []).slice(0, 4),
      HEAD.merchants,
      ['Quán Út', null, '2000000012', means],
    ];
    // The file names sort against the unit codes.
    await p.book('b.xlsx', { KD: shop('Rạch Gốc', 'An Bình', shown.first) });
    await p.book('a.xlsx', { KD: shop('Bàu Sen', 'An Hòa', shown.next) });
    const r = await p.rollup();
    expect(r.value(H.goc, 'merchants_cashless')).toBe(shown.counted);
    expect(r.value(H.sen, 'merchants_cashless')).toBe(0);
    expect(r.found('CCDS-D02')).toMatchObject([{ file: 'a.xlsx', severity: 'error' }]);
    expect(r.found('CCDS-D03')).toMatchObject([{ file: 'b.xlsx', unit_code: H.goc }]);
  });

  it('a member in two hamlets, or two teams, is a warning: both count', async () => {
    const team = (hamlet: string, commune: string, rows: Cell[][]) => [
      ...eid(hamlet, commune, []).slice(0, 4),
      HEAD.members,
      ...rows,
    ];
    await p.book('a.xlsx', {
      Tổ: team('Rạch Gốc', 'An Bình', [
        ['An', 'TT', 1980, 'Nam', '0912345678', 'Tổ 1'],
        ['An', 'TV', 1980, 'Nam', '0912345678', 'Tổ 2'],
        ['Bé', 'TV', 1990, 'Nữ', null, 'Tổ 2'],
      ]),
    });
    await p.book('b.xlsx', {
      Tổ: team('Bàu Sen', 'An Hòa', [
        ['An', 'TV', 1980, 'Nam', '0912345678', 'Tổ 1'],
        ['Bé', 'TV', 1990, 'Nữ', '0911222333', 'Tổ 1'], // held by the year: the other lacks it
      ]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(3);
    expect(r.value(H.goc, 'teams')).toBe(2);
    expect(r.value(H.sen, 'members')).toBe(2);
    expect(r.found('CCDS-D04').map(({ file, row }) => `${file} ${row}`)).toEqual([
      'a.xlsx 7',
      'b.xlsx 6',
      'b.xlsx 7',
    ]);
    expect(r.status).toBe(0);
  });
});

it('a second row of counts of one hamlet is rejected', async () => {
  await p.book('Xã An Bình T9.2024.xlsx', {
    TH: [HEAD.eidTally, ['Rạch Gốc', 50, 10, 20, 30], ['Ấp Rạch Gốc', 50, 11, 20, 31]],
  });
  const r = await p.rollup();
  expect(r.value(H.goc, 'eid_accounts')).toBe(30);
  expect(r.found('CCDS-D01')).toMatchObject([{ row: '3', severity: 'error' }]);
  expect(r.found('CCDS-D01')[0]!.message).toBe(
    'The same hamlet as in row 2; that row is counted, this one is not. Figures that differ: Mức 1 (Level 1) 10 → 11 (C3); Tổng (Total) 30 → 31 (E3).',
  );
});

describe('a list and a tally of one hamlet in one file', () => {
  const list = titled('Rạch Gốc', HEAD.households, [
    ['Ngô Văn Sáu', 'Số 12', null, null, 'x', null],
    ['Ngô Văn Bảy', 'Số 13', null, null, 'x', null],
  ]);

  it('the list counts; the tally gives what a list can’t say', async () => {
    await p.book('Xã An Bình T9.2024.xlsx', {
      DS: list,
      TH: [HEAD.householdsTally, ['Rạch Gốc', 40, 3, 25]],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(2);
    expect(r.value(H.goc, 'households_assisted_total')).toBe(25);
    expect(r.value(H.goc, 'household_coverage')).toBe(25 / 40);
    expect(r.found('CCDS-D09')).toMatchObject([{ severity: 'warning', sheet: 'TH', cell: 'C2' }]);
    expect(r.found('CCDS-D09')[0]!.message).toMatch(/2.*3|3.*2/);
    expect(r.submission('Xã An Bình T9.2024.xlsx')).toMatchObject({
      status: 'accepted',
      rows_accepted: '3',
    });
  });

  it('what does not fit the list is not taken from the tally, and told', async () => {
    const members = titled(
      'Rạch Gốc',
      ['Họ và tên', 'Chức vụ'],
      [
        ['Ngô Văn Sáu', 'Tổ trưởng'],
        ['Ngô Thị Bảy', 'Thành viên'],
      ],
    );
    const row = (women: number, trained: number) => ['Rạch Gốc', 1, 900, women, trained];
    const head = HEAD.membersTally.slice(0, 5);
    await p.book('Xã An Bình T9.2024.xlsx', { DS: members, TH: [head, row(600, 2)] });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members')).toBe(2);
    expect(r.value(H.goc, 'members_female')).toBeNull();
    expect(r.value(H.goc, 'members_trained')).toBe(2);
    expect(r.found('CCDS-D09')[0]!.message).toContain('does not fit the list: Nữ (Women)');
  });

  it('a running total below the households listed is not taken either', async () => {
    const below = [HEAD.householdsTally, ['Rạch Gốc', 40, 1, 1]];
    await p.book('Xã An Bình T9.2024.xlsx', { DS: list, TH: below });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted_total')).toBe(2);
    expect(r.found('CCDS-D09')[0]!.message).toContain('does not fit the list');
    expect(r.found('CCDS-C03')).toHaveLength(1);
  });

  it('a tally with nothing more to say is ignored, not rejected', async () => {
    await p.book('Xã An Bình T9.2024.xlsx', {
      DS: list,
      TH: [HEAD.householdsTally, ['Rạch Gốc', null, 3, null]],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'households_assisted')).toBe(2);
    expect(r.submission('Xã An Bình T9.2024.xlsx')).toMatchObject({
      status: 'accepted',
      rows_accepted: '2',
      rows_rejected: '0',
    });
    expect(r.status).toBe(0);
  });

  it('a subtotal of what all hamlets’ lists say is nobody’s to mend', async () => {
    const other = titled('Cái Đôi', HEAD.households, [
      ['Lê Thị Út', 'Số 3', null, null, 'x', null],
    ]);
    const rows = [HEAD.householdsTally, ['Rạch Gốc', 40, 3, 25], ['Cái Đôi', 50, 4, 30]];
    const sheets = { DS: list, TH: [...rows, ['Tổng cộng', 90, 9, 55]] };
    await p.book('Xã An Bình T9.2024.xlsx', { ...sheets, DS2: other });
    expect((await p.rollup()).found('CCDS-S07')).toEqual([]);
    await p.book('Xã An Bình T9.2024.xlsx', sheets);
    expect((await p.rollup()).found('CCDS-S07').map(({ cell }) => cell)).toEqual(['C4']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

const at = (hamlet: string, commune: string) => [
  [`Ấp: ${hamlet}`, `Xã: ${commune}`],
  ['Kỳ báo cáo: Tháng 9/2024'],
];
const AN_BINH = [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024']];
const PHU_LAM = [['Xã: Phú Lâm'], ['Kỳ báo cáo: Tháng 9/2024']];
const tally = (head: readonly Cell[], ...rows: Cell[][]) => [...AN_BINH, head, ...rows];

describe('blank is not zero', () => {
  it('nothing reported is blank at every level, with what was expected', async () => {
    const r = await p.rollup();
    for (const { value, reported, expected, indicator, level } of r.values) {
      if (indicator === 'hamlets') expect(value).toBe(expected);
      else expect([value, reported]).toEqual(['', '0']);
      if (level === 'province') expect(expected).toBe('8');
    }
    expect(r.found('CCDS-C01')).toHaveLength(8);
    expect(r.found('CCDS-C01').every(({ severity }) => severity === 'info')).toBe(true);
    expect(r.status).toBe(0);
  });

  it('a blank starred count of a tally says so; the others of its row count', async () => {
    await p.book('a.xlsx', {
      TH: tally(HEAD.eidTally, ['Rạch Gốc', 50, null, 7, null], ['Cái Đôi', 60, 0, 0, 0]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_level1')).toBeNull();
    expect(r.value(H.goc, 'eid_level2')).toBe(7);
    expect(r.value(H.doi, 'eid_accounts')).toBe(0);
    expect(r.row('99101', 'eid_level1')).toMatchObject({
      value: '0',
      reported: '1',
      expected: '2',
    });
    expect(r.found('CCDS-R04')).toMatchObject([{ severity: 'warning', cell: 'C4' }]);
  });

  it('a list without a column does not report it; a mark’s column without marks is 0', async () => {
    const rows = [
      ['An', 'TT', null],
      ['Bé', 'TV', null],
    ];
    await p.book('a.xlsx', {
      Tổ: [...at('Rạch Gốc', 'An Bình'), ['Họ và tên', 'Chức vụ', 'Đã tập huấn'], ...rows],
    });
    await p.book('b.xlsx', {
      Tổ: [...at('Cái Đôi', 'An Bình'), ['Họ và tên', 'Chức vụ', 'Giới tính'], ...rows],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members_trained')).toBe(0);
    expect(r.value(H.goc, 'members_female')).toBeNull();
    expect(r.value(H.doi, 'members_trained')).toBeNull();
    expect(r.value(H.doi, 'members_female')).toBeNull(); // a column of blanks tells nothing
    expect(r.row('99101', 'members_trained')).toMatchObject({ value: '0', reported: '1' });
  });

  it('a mark’s column that could not be read of any row of a hamlet is not reported', async () => {
    await p.book('a.xlsx', {
      Tổ: [
        ...AN_BINH,
        ['Ấp', 'Họ và tên', 'Chức vụ', 'Đã tập huấn'],
        ['Rạch Gốc', 'An', 'TT', 'đợt hai'],
        ['Rạch Gốc', 'Cả', 'TV', 'đợt hai'],
        ['Cái Đôi', 'Bé', 'TT', 'đợt hai'],
        ['Cái Đôi', 'Dư', 'TV', null],
      ],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members_trained')).toBeNull();
    expect(r.value(H.doi, 'members_trained')).toBe(0);
    expect(r.row('99101', 'members_trained')).toMatchObject({ value: '0', reported: '1' });
    expect(r.found('CCDS-R03')).toHaveLength(3);
  });

  it('in a sheet of several hamlets, one hamlet’s blanks are not another’s zeros', async () => {
    await p.book('a.xlsx', {
      Tổ: [
        ...AN_BINH,
        ['Ấp', 'Họ và tên', 'Chức vụ', 'Giới tính'],
        ['Rạch Gốc', 'An', 'TT', 'Nữ'],
        ['Cái Đôi', 'Bé', 'TT', null],
      ],
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'members_female')).toBe(1);
    expect(r.value(H.doi, 'members_female')).toBeNull();
  });
});

describe('teams', () => {
  it('`Số tổ` absent is one team where there are members; stated, it is what is stated', async () => {
    const [hamlet, , members] = HEAD.membersTally;
    await p.book('a.xlsx', { TH: tally([hamlet, members], ['Rạch Gốc', 5], ['Cái Đôi', 0]) });
    await p.book('b.xlsx', {
      TH: [...PHU_LAM, HEAD.membersTally.slice(0, 3), ['Tân Tiến', 2, 9], ['Tân Lập', null, 4]],
    });
    const r = await p.rollup();
    expect([H.goc, H.doi, H.tien, H.lap].map((unit) => r.value(unit, 'teams'))).toEqual([
      1, 0, 2, 1,
    ]);
    expect(r.found('CCDS-T05')).toMatchObject([
      { severity: 'warning', file: 'b.xlsx', unit_code: H.lap, field: 'teams', row: '5' },
    ]);
    expect(r.row('99', 'team_coverage')).toMatchObject({
      value: '0.375',
      numerator: '3',
      denominator: '8',
      reported: '4',
    });
    expect(r.row('99102', 'team_coverage')).toMatchObject({ value: '', denominator: '2' });
    expect(r.row('99', 'members_per_team')).toMatchObject({
      numerator: '18',
      denominator: '4',
      value: '4.5',
    });
  });

  it('a list: distinct names, a blank one is one more, over all sheets of the hamlet', async () => {
    const row = (name: string, team: Cell): Cell[] => [name, 'TV', null, null, null, team];
    const lines = at('Rạch Gốc', 'An Bình');
    await p.book('a.xlsx', {
      '1': [...lines, HEAD.members, row('An', 'Tổ 1'), row('Bé', 'TỔ  1'), row('Cả', null)],
      '2': [...lines, HEAD.members, row('Dư', 'Tổ 1'), row('Đệ', 'Tổ 2'), row('Em', null)],
    });
    expect((await p.rollup()).value(H.goc, 'teams')).toBe(3);
  });

  it('no rows for `hamlets` and `team_coverage` at hamlet level', async () => {
    const { values } = await p.rollup();
    const own = values
      .filter(({ unit_code }) => unit_code === H.goc)
      .map(({ indicator }) => indicator);
    expect(own).not.toContain('hamlets');
    expect(own).not.toContain('team_coverage');
    expect(own).toContain('members_per_team');
  });
});

describe('ratios', () => {
  const baselines = (...rows: string[]) =>
    p.put('registry/baselines.csv', `unit,baseline,from,value\n${rows.join('\n')}\n`);

  it('are none over a baseline of 0, which is known', async () => {
    baselines('99,eligible_citizens,2024-01-01,0');
    await p.book('a.xlsx', { TH: tally(HEAD.eidTally, ['Rạch Gốc', null, 12, 0, null]) });
    const r = await p.rollup();
    expect(r.row('99', 'eid_rate')).toMatchObject({ value: '', numerator: '12', denominator: '0' });
    expect(r.found('CCDS-B03')[0]!.message).toMatch(/ larger than its baseline 0\.$/);
    expect(r.stdout).toContain('12 (mẫu số bằng 0)');
  });

  it('are recomputed from sums, never averaged, never clipped', async () => {
    baselines(
      `${H.goc},eligible_citizens,2024-01-01,10`,
      `${H.doi},eligible_citizens,2024-01-01,1000`,
    );
    await p.book('a.xlsx', {
      TH: tally(HEAD.eidTally, ['Rạch Gốc', null, 12, 0, null], ['Cái Đôi', null, 100, 0, null]),
    });
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_rate')).toBe(1.2);
    expect(r.row('99101', 'eid_rate')).toMatchObject({ numerator: '112', denominator: '1010' });
    expect(r.value('99101', 'eid_rate')).toBe(112 / 1010);
    expect(r.found('CCDS-B03')).toMatchObject([{ severity: 'warning', unit_code: H.goc }]);
    expect(r.found('CCDS-B03')[0]!.message).toMatch(
      /^“e-ID accounts \(levels 1 and 2\)” is 12, larger than its baseline 10; the rate is above 100%\.$/,
    );
    expect(r.row('991', 'eid_rate')).toMatchObject({
      numerator: '112',
      denominator: '',
      value: '',
    });
  });

  it('a unit’s own baseline wins over its children’s sum, with a warning', async () => {
    baselines(
      `${H.goc},households,2024-01-01,10`,
      `${H.doi},households,2024-01-01,20`,
      '99101,households,2024-01-01,40',
      '99101,households,2023-01-01,99',
      '99101,households,2024-09-15,77',
    );
    await p.book('a.xlsx', { TH: tally(HEAD.householdsTally, ['Rạch Gốc', null, 2, 8]) });
    const r = await p.rollup();
    expect(r.row('99101', 'household_coverage')).toMatchObject({
      numerator: '8',
      denominator: '40',
      value: '0.2',
    });
    expect(r.found('CCDS-B02')).toMatchObject([{ severity: 'warning', unit_code: '99101' }]);
  });

  it('a baseline stated in a tally serves where the registry has none, and is checked against it', async () => {
    baselines(`${H.goc},merchants,2024-01-01,10`);
    await p.book('a.xlsx', {
      TH: tally(HEAD.merchantsTally, ['Rạch Gốc', 12, 6], ['Cái Đôi', 20, 5]),
    });
    const r = await p.rollup();
    expect(r.row(H.goc, 'cashless_rate')).toMatchObject({ denominator: '10', value: '0.6' });
    expect(r.row(H.doi, 'cashless_rate')).toMatchObject({ denominator: '20', value: '0.25' });
    expect(r.row('99101', 'cashless_rate')).toMatchObject({ numerator: '11', denominator: '30' });
    expect(r.found('CCDS-B01')).toMatchObject([
      { severity: 'warning', cell: 'B4', unit_code: H.goc },
    ]);
  });

  it('nothing over nothing is blank', async () => {
    await p.book('a.xlsx', { TH: tally(HEAD.merchantsTally, ['Rạch Gốc', 0, 0]) });
    expect((await p.rollup()).row(H.goc, 'cashless_rate')).toMatchObject({
      value: '',
      denominator: '0',
    });
  });
});

describe('households_assisted_total', () => {
  it('is `Lũy kế` where a tally states it, else what the period has, told once', async () => {
    await p.book('a.xlsx', {
      TH: tally(HEAD.householdsTally, ['Rạch Gốc', null, 2, 8]),
      'Không lũy kế': tally(HEAD.householdsTally.slice(0, 3), ['Cái Đôi', null, 3]),
    });
    await p.book('b.xlsx', {
      Hộ: [...at('Tân Tiến', 'Phú Lâm'), HEAD.households, ['Sáu', '12', null, null, 'x', null]],
    });
    const r = await p.rollup();
    expect([H.goc, H.doi, H.tien].map((u) => r.value(u, 'households_assisted_total'))).toEqual([
      8, 3, 1,
    ]);
    expect(r.value('99', 'households_assisted')).toBe(6);
    expect(r.found('CCDS-C03')).toMatchObject([{ severity: 'info' }]);
    expect(r.found('CCDS-C03')[0]!.message).toContain('2');
  });

  it('is not reported where a tally has the column and leaves it blank', async () => {
    await p.book('a.xlsx', {
      TH: tally(HEAD.householdsTally, ['Rạch Gốc', null, 2, 8], ['Cái Đôi', null, 3, null]),
    });
    const r = await p.rollup();
    expect(r.value(H.doi, 'households_assisted_total')).toBeNull();
    expect(r.value('99', 'households_assisted_total')).toBe(8);
    expect(r.found('CCDS-C03')).toEqual([]);
    expect(r.found('CCDS-R04')).toMatchObject([{ severity: 'warning', unit_code: H.doi }]);
  });
});

it('every level’s sums agree, and reported counts hamlets', async () => {
  await p.book('a.xlsx', {
    TH: tally(HEAD.eidTally, ['Rạch Gốc', 50, 1, 2, 3], ['Cái Đôi', 60, 4, 5, 9]),
  });
  await p.book('b.xlsx', { TH: [...PHU_LAM, HEAD.eidTally, ['Tân Tiến', 50, 10, 20, 30]] });
  const r = await p.rollup();
  expect(['99101', '991', '992', '99'].map((u) => r.value(u, 'eid_accounts'))).toEqual([
    12, 12, 30, 42,
  ]);
  expect(['99101', '991', '992', '99'].map((u) => r.row(u, 'eid_accounts').reported)).toEqual([
    '2',
    '2',
    '1',
    '3',
  ]);
  expect(r.found('CCDS-C01').map(({ unit_code }) => unit_code)).toEqual([
    H.sen,
    H.lung,
    H.lap,
    H.cho,
    H.dinh,
  ]);
});

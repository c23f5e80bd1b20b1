import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, type Province, province } from '../helpers/province.js';

/** Two provinces became one, and their wards 2 became parts of two wards of today. */
const PAST = [
  ['98', 'Tỉnh Cũ', 'province', '', '', '2024-06-30'],
  ['981', 'Thành phố Cũ', 'district', '98', '', '2024-06-30'],
  ['98101', 'Phường 2', 'commune', '981', '', '2024-06-30'],
  ['98102', 'Phường 3', 'commune', '981', '', '2024-06-30'],
  ['991', 'Thành phố Thử', 'district', '99', '', '2024-06-30'],
  ['99101', 'Phường 2', 'commune', '991', '', '2024-06-30'],
];
const TODAY = [
  ['99', 'Tỉnh Thử', 'province', ''],
  ...['99201', '99202'].flatMap((code, at) => [
    [code, ['Phường Biển', 'Phường Rừng'][at]!, 'commune', '99', '2024-07-01'],
    ...[1, 2, 3, 7].map((n) => [`${code}0${n}`, `Khóm ${n}`, 'hamlet', code, '2024-07-01']),
  ]),
];
const CHANGES = ['98101,99201', '98102,99201', '99101,99202'];
const SEA = '99201';

let p: Province;
function given(units: readonly (readonly string[])[], changes: readonly string[]): void {
  p = province(units);
  const rows = changes.map((one) => `2024-07-01,${one},\n`).join('');
  p.put('registry/changes.csv', `effective,from,to,share\n${rows}`);
}
afterEach(() => p.remove());

const COUNTS = ['Số tổ', 'Số thành viên'];
/** A sheet that names its commune or province on top. */
const sheet = (top: string, ...rows: Cell[][]) => ({ TH: [[top], ['Tháng 9/2024'], ...rows] });
const members = (r: Awaited<ReturnType<Province['rollup']>>, code = SEA) =>
  [1, 2, 3, 7].map((n) => r.value(`${code}0${n}`, 'members'));

/** The ways of naming an old commune in a sheet of today's: rows below the header's. */
const WAYS: Readonly<Record<string, readonly Cell[][]>> = {
  'as the head of a group': [
    ['STT', 'Ấp/Khóm', ...COUNTS],
    ['I', 'Phường 2 (cũ)'],
    [1, 'Khóm 1', 1, 4],
    [2, 'Khóm 2', 1, 5],
    ['II', 'Phường 3 (cũ)'],
    [1, 'Khóm 3', 1, 6],
  ],
  'behind the hamlet': [
    ['Ấp/Khóm', ...COUNTS],
    ['Khóm 1 (Phường 2 cũ)', 1, 4],
    ['Khóm 2, phường 2 (cũ)', 1, 5],
    ['Khóm 3 - Phường 3 cũ', 1, 6],
  ],
  'in a column of its own': [
    ['Xã/Phường (cũ)', 'Ấp/Khóm', ...COUNTS],
    ['Phường 2', 'Khóm 1', 1, 4],
    ['Phường 2', 'Khóm 2', 1, 5],
    ['Phường 3', 'Khóm 3', 1, 6],
  ],
};

describe('an old commune in the sheet of the one that it became part of', () => {
  beforeEach(() => given([...PAST, ...TODAY], CHANGES));

  it.each(Object.keys(WAYS))('is that one, whatever others were called so: %s', async (way) => {
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...WAYS[way]!));
    const r = await p.rollup();
    expect(members(r)).toEqual([4, 5, 6, null]);
    expect(r.submissions).toMatchObject([{ rows_rejected: '0' }]);
    expect(r.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is pointed out at the cell that names it', async () => {
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...WAYS['behind the hamlet']!));
    const r = await p.rollup();
    const told = r.found('CCDS-U04').map(({ cell, unit_code }) => [cell, unit_code]);
    expect(told).toEqual([
      ['A4', SEA],
      ['A6', SEA],
    ]);
  });

  it.each([
    ['Phường 2 cũ - Phường Biển T9.xlsx', []],
    ['Phường Biển (Phường 2 cũ).xlsx', []],
    ['Phường Biển/P2 T9.xlsx', []],
    ['T9.xlsx', ['UBND PHƯỜNG BIỂN', 'Địa bàn: Phường 2 (cũ)']],
    ['T9.xlsx', ['UBND PHƯỜNG BIỂN', '(Khu vực Phường 2 cũ)']],
  ])('is that one where a name or line says so: %s %s', async (name, lines) => {
    const rows = [
      ['Ấp/Khóm', ...COUNTS],
      ['Khóm 1', 1, 4],
    ];
    await p.book(name, { TH: [...lines.map((line) => [line]), ...rows] });
    expect(members(await p.rollup())).toEqual([4, null, null, null]);
  });

  it('is passed by in an address that names today’s', async () => {
    const rows = [
      ['Chủ hộ', 'Địa chỉ'],
      ['Lê An', 'Khóm 1, Phường 2 cũ, Phường Biển'],
      ['Lê Bé', 'Khóm 2, Phường 2 (cũ), Phường Biển'],
    ];
    await p.book('T9.xlsx', sheet('UBND TỈNH THỬ', ...rows));
    const r = await p.rollup();
    const households = ['01', '02'].map((n) => r.value(`${SEA}${n}`, 'households_assisted'));
    expect(households).toEqual([1, 1]);
  });

  it('is asked about where the sheet names only the province, and two were called so', async () => {
    const [head, ...rows] = WAYS['in a column of its own']!;
    await p.book('T9.xlsx', sheet('UBND TỈNH THỬ', head!, ...rows));
    const r = await p.rollup();
    expect(members(r)).toEqual([null, null, 6, null]);
    expect(r.found('CCDS-U02').map(({ cell }) => cell)).toEqual(['B4', 'B5']);
  });

  it('does not count in a commune that it never was a part of', async () => {
    const rows = [
      ['I', 'Phường 3 (cũ)'],
      [1, 'Khóm 1', 1, 4],
    ];
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG RỪNG', ['STT', 'Ấp/Khóm', ...COUNTS], ...rows));
    const r = await p.rollup();
    expect(members(r, '99202')).toEqual([null, null, null, null]);
  });
});

describe('an old commune that the registry does not have', () => {
  beforeEach(() => given(TODAY, []));

  it.each(Object.keys(WAYS))(
    'leaves the rows to the commune that the sheet names: %s',
    async (way) => {
      await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...WAYS[way]!));
      const r = await p.rollup();
      expect(members(r)).toEqual([4, 5, 6, null]);
    },
  );

  it('is asked about, once each', async () => {
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...WAYS['as the head of a group']!));
    const found = (await p.rollup()).found('CCDS-U05');
    expect(found.map(({ cell, severity }) => [cell, severity])).toEqual([
      ['B4', 'warning'],
      ['B7', 'warning'],
    ]);
    expect(found[0]!.message).toContain('the registry has no “Phường 2 (cũ)”');
  });

  it('does so only where it is said to be an old one', async () => {
    const rows = [
      ['I', 'Phường 2'],
      [1, 'Khóm 1', 1, 4],
    ];
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ['STT', 'Ấp/Khóm', ...COUNTS], ...rows));
    const r = await p.rollup();
    expect(members(r)).toEqual([null, null, null, null]);
    expect(r.found('CCDS-U01')).toMatchObject([{ severity: 'error' }]);
  });

  it('is one hamlet twice where two old ones had hamlets of one name: the second row is told', async () => {
    const rows = [
      ['I', 'Phường 2 (cũ)'],
      [1, 'Khóm 1', 1, 4],
      ['II', 'Phường 3 cũ'],
      [1, 'Khóm 1', 1, 5],
    ];
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ['STT', 'Ấp/Khóm', ...COUNTS], ...rows));
    const r = await p.rollup();
    expect(members(r)).toEqual([4, null, null, null]);
    expect(r.found('CCDS-D01')).toMatchObject([{ severity: 'error', row: '7' }]);
  });
});

describe('names of before beside those of today', () => {
  beforeEach(() => given([...PAST, ...TODAY], CHANGES));

  it.each([
    ['Ấp cũ', 'Ấp mới'],
    ['Tên ấp/khóm (cũ)', 'Tên ấp/khóm (mới)'],
    ['Khóm trước sắp xếp', 'Khóm sau sắp xếp'],
    ['Ấp/Khóm trước khi sáp nhập', 'Ấp/Khóm'],
    ['Ấp (trước 01/7/2024)', 'Ấp (từ 01/7/2024)'],
  ])('%s, %s: the hamlet is today’s', async (old, now) => {
    const rows = [['Khóm 7', 'Khóm 1', 1, 4]];
    const top = 'UBND PHƯỜNG BIỂN';
    await p.book('T9.xlsx', sheet(top, [old, now, ...COUNTS], ...rows));
    await p.book('T9 b.xlsx', {
      TV: [
        [top],
        ['Tháng 9/2024'],
        ['Chủ hộ', 'Địa chỉ', old, now],
        ['Lê An', '1', 'Khóm 7', 'Khóm 1'],
      ],
    });
    const r = await p.rollup();
    expect(members(r)).toEqual([4, null, null, null]);
    expect(r.value(`${SEA}01`, 'households_assisted')).toBe(1);
    expect(r.value(`${SEA}07`, 'households_assisted')).toBeNull();
  });

  it('below headings over two columns', async () => {
    const above = [
      'STT',
      'Trước sắp xếp',
      'Trước sắp xếp',
      'Sau sắp xếp',
      'Sau sắp xếp',
      ...COUNTS,
    ];
    const below = [null, 'Xã', 'Ấp', 'Xã', 'Ấp', null, null];
    const row = [1, 'Phường 2', 'Khóm 7', 'Phường Biển', 'Khóm 1', 1, 4];
    await p.book('T9.xlsx', sheet('UBND TỈNH THỬ', above, below, row));
    expect(members(await p.rollup())).toEqual([4, null, null, null]);
  });

  it('the commune is today’s, in either order', async () => {
    const row = (...names: string[]) => [...names, 'Khóm 1', 1, 4];
    await p.book(
      'a.xlsx',
      sheet('UBND TỈNH THỬ', ['Xã cũ', 'Xã mới', 'Ấp', ...COUNTS], row('Phường 2', 'Phường Biển')),
    );
    await p.book(
      'b.xlsx',
      sheet('UBND TỈNH THỬ', ['Xã', 'Xã cũ', 'Ấp', ...COUNTS], row('Phường Rừng', 'Phường 2')),
    );
    const r = await p.rollup();
    expect([members(r)[0], members(r, '99202')[0]]).toEqual([4, 4]);
    expect(r.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

it('an old commune in its column tells hamlets of one name in today’s commune apart', async () => {
  const hamlets = ['98101', '98102'].flatMap((code, at) => [
    [`${code}01`, 'Khóm 1', 'hamlet', code, '', '2024-06-30'],
    [`${SEA}1${at}`, 'Khóm 1', 'hamlet', SEA, '2024-07-01'],
  ]);
  const today = TODAY.filter(([code]) => code !== `${SEA}01`);
  const moved = ['98101', '98102'].map((code, at) => `${code}01,${SEA}1${at}`);
  given([...PAST, ...today, ...hamlets], [...CHANGES, ...moved]);
  const rows = [
    ['Xã/phường cũ', 'Ấp/Khóm', ...COUNTS],
    ['Phường 2', 'Khóm 1', 1, 4],
    ['Phường 3', 'Khóm 1', 1, 5],
    ['Phường 3', 'Khóm 2', 1, 6],
  ];
  await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...rows));
  const r = await p.rollup();
  expect([r.value(`${SEA}10`, 'members'), r.value(`${SEA}11`, 'members')]).toEqual([4, 5]);
  expect(r.value(`${SEA}02`, 'members')).toBe(6);
});

describe('a column of communes that only a word for places heads', () => {
  beforeEach(() => given([...PAST, ...TODAY], CHANGES));
  const people = (...names: string[]) => ['Lê An', 'Tổ trưởng', ...names];

  it.each(['Đơn vị', 'Địa phương', 'ĐVHC', 'Đơn vị hành chính mới', 'ĐVHC cấp xã'])(
    '%s: is read as what its cells name',
    async (head) => {
      const rows = [
        ['Phường Biển', 'Khóm 1', 1, 4],
        ['Phường Rừng', 'Khóm 1', 1, 5],
      ];
      await p.book('a.xlsx', sheet('UBND TỈNH THỬ', [head, 'Ấp/Khóm', ...COUNTS], ...rows));
      const list = [['Họ và tên', 'Chức vụ', head, 'Ấp/Khóm'], people('Phường Biển', 'Khóm 2')];
      await p.book('b.xlsx', sheet('UBND TỈNH THỬ', ...list));
      const r = await p.rollup();
      expect([members(r), members(r, '99202')]).toEqual([
        [4, 1, null, null],
        [5, null, null, null],
      ]);
    },
  );

  it('is none where its cells name other things', async () => {
    const list = [['Họ và tên', 'Chức vụ', 'Đơn vị', 'Ấp/Khóm'], people('Hội Phụ nữ', 'Khóm 2')];
    await p.book('b.xlsx', sheet('UBND PHƯỜNG BIỂN', ...list));
    expect(members(await p.rollup())).toEqual([null, 1, null, null]);
  });

  it('is left aside where it is of old units and another is of today’s', async () => {
    const head = ['Đơn vị hành chính cũ', 'Đơn vị hành chính mới', 'Ấp/Khóm', ...COUNTS];
    await p.book(
      'a.xlsx',
      sheet('UBND TỈNH THỬ', head, ['Phường 2', 'Phường Biển', 'Khóm 1', 1, 4]),
    );
    expect(members(await p.rollup())).toEqual([4, null, null, null]);
  });
});

it.each([
  'Khóm 1 (sáp nhập từ khóm 7, khóm 8)',
  'Khóm 1 (Khóm 9 + 10 cũ)',
  'Khóm 1 (thành lập trên cơ sở khóm 4)',
])('what a hamlet was made of, behind its name, is no part of it: %s', async (name) => {
  given(TODAY, []);
  await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ['Ấp/Khóm', ...COUNTS], [name, 1, 4]));
  const r = await p.rollup();
  expect(members(r)).toEqual([4, null, null, null]);
  expect(r.found('CCDS-R05')).toHaveLength(1);
});

describe('an old commune of which the sheet’s own has only a part', () => {
  const SPLIT = [...PAST, ['98103', 'Phường 5', 'commune', '981', '', '2024-06-30']];
  const rows = [
    ['STT', 'Ấp/Khóm', ...COUNTS],
    ['I', 'Phường 5 (cũ)'],
    [1, 'Khóm 1', 1, 4],
  ];
  const parts = [...CHANGES, '98103,99201', '98103,99202'];

  it.each(['Phường 5 (cũ)', 'Phường 5', 'Xã/phường cũ: Phường 5'])(
    '%s: is that part',
    async (head) => {
      given([...SPLIT, ...TODAY], parts);
      const [first, , ...others] = rows;
      await p.book('T9.xlsx', sheet('UBND PHƯỜNG RỪNG', first!, ['I', head], ...others));
      const r = await p.rollup();
      expect(members(r, '99202')).toEqual([4, null, null, null]);
      expect(r.found('CCDS-U04')).toHaveLength(1);
    },
  );

  it('is that part by the new name of a hamlet that came out of it', async () => {
    const hamlet = ['9810301', 'Khóm 9', 'hamlet', '98103', '', '2024-06-30'];
    given([...SPLIT, hamlet, ...TODAY], [...parts, '9810301,9920201']);
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG RỪNG', ...rows));
    expect(members(await p.rollup(), '99202')).toEqual([4, null, null, null]);
  });

  it('is that part, too, where today’s commune has its name', async () => {
    const old = SPLIT.map((unit) =>
      unit[0] === '98103' ? ['98103', 'Phường Rừng', ...unit.slice(2)] : unit,
    );
    given([...old, ...TODAY], parts);
    const [first, , ...others] = rows;
    await p.book(
      'T9.xlsx',
      sheet('UBND PHƯỜNG RỪNG', first!, ['I', 'Phường Rừng (cũ)'], ...others),
    );
    expect(members(await p.rollup(), '99202')).toEqual([4, null, null, null]);
  });

  it('is asked about where the registry knows its hamlets, and none is of the name', async () => {
    const hamlet = ['9810301', 'Khóm 9', 'hamlet', '98103', '', '2024-06-30'];
    given([...SPLIT, hamlet, ...TODAY], [...parts, '9810301,9920207']);
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG RỪNG', ...rows));
    const r = await p.rollup();
    expect(members(r, '99202')).toEqual([null, null, null, null]);
    expect(r.submissions).toMatchObject([{ rows_rejected: '1' }]);
  });
});

describe('an old commune whose name another of today’s bears', () => {
  const rows = [
    ['STT', 'Ấp/Khóm', ...COUNTS],
    ['I', 'Phường Rừng'],
    [1, 'Khóm 1', 1, 4],
  ];
  beforeEach(() => {
    const old = ['98104', 'Phường Rừng', 'commune', '981', '', '2024-06-30'];
    given([...PAST, old, ...TODAY], [...CHANGES, `98104,${SEA}`]);
  });

  it('is meant where a line names the commune that it became part of', async () => {
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...rows));
    const r = await p.rollup();
    expect([members(r)[0], members(r, '99202')[0]]).toEqual([4, null]);
    expect(r.found('CCDS-U04')).toMatchObject([{ cell: 'B4', unit_code: SEA }]);
  });

  it('is asked about where only the file’s name does', async () => {
    await p.book('Phường Biển.xlsx', sheet('', ...rows));
    const r = await p.rollup();
    expect([members(r)[0], members(r, '99202')[0]]).toEqual([null, null]);
    expect(r.found('CCDS-U02')).toMatchObject([{ cell: 'B5', severity: 'error' }]);
  });

  it('is the old one of the name of its own, where it is said to be', async () => {
    const old = ['98105', 'Phường Biển', 'commune', '981', '', '2024-06-30'];
    p.remove();
    given([...PAST, old, ...TODAY], [...CHANGES, `98105,${SEA}`]);
    const list = [
      ['Họ và tên', 'Chức vụ'],
      ['Lê An', 'Tổ trưởng'],
    ];
    await p.book('Phường Biển/Khóm 1 (Phường Biển cũ) T9.xlsx', { DS: list });
    await p.book(
      'T9.xlsx',
      sheet('UBND TỈNH THỬ', ['Xã cũ', 'Ấp', ...COUNTS], ['Phường Biển', 'Khóm 2', 1, 5]),
    );
    expect(members(await p.rollup())).toEqual([1, 5, null, null]);
  });

  it('is today’s where nothing names the other', async () => {
    await p.book('T9.xlsx', sheet('UBND TỈNH THỬ', ...rows));
    expect(members(await p.rollup(), '99202')).toEqual([4, null, null, null]);
  });
});

describe('a hamlet that today’s commune does not have, under an old one’s name', () => {
  it.each([
    ['an old one of the registry', [...PAST, ...TODAY], CHANGES],
    ['one that it lacks', TODAY, []],
  ])('is told as one that today’s lacks, with what is near: %s', async (_, units, changes) => {
    given(units, changes);
    const rows = [
      ['I', 'Phường 2 (cũ)'],
      [1, 'Khốm 1', 1, 4],
    ];
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ['STT', 'Ấp/Khóm', ...COUNTS], ...rows));
    const [told] = (await p.rollup()).found('CCDS-U01');
    expect(told).toMatchObject({ cell: 'B5', severity: 'error' });
    expect(told!.message).toContain('“Khốm 1” in Phường Biển');
    expect(told!.message).toContain('Khóm 1 (9920101)');
  });

  it('is proposed for today’s, without the communes that stand beside its name', async () => {
    given([...PAST, ...TODAY.filter(([, , level]) => level !== 'hamlet')], CHANGES);
    const rows = [
      ['STT', 'Ấp/Khóm', ...COUNTS],
      [1, 'Khóm 1 (Phường 2 cũ)', 1, 4],
      [2, 'Khóm 2 - Phường Biển', 1, 4],
      [3, 'Khóm 5 (Phường 2 cũ)', 1, 4],
      [4, 'Khóm 5 (Phường 3 cũ)', 1, 4],
      ['I', 'Phường 3 (cũ)'],
      [5, 'Khóm 3', 1, 4],
    ];
    await p.book('T9.xlsx', sheet('UBND PHƯỜNG BIỂN', ...rows));
    const flags = ['--registry', 'registry', '--period', '2024-09', '--format', 'csv'];
    const { stdout } = await p.ccds('units', 'hamlets', 'in', ...flags);
    const names = stdout
      .split('\n')
      .flatMap((line) => /,(Khóm[^,]*),hamlet,99201,/.exec(line)?.[1] ?? []);
    expect(names.sort()).toEqual([
      'Khóm 1',
      'Khóm 2',
      'Khóm 3',
      'Khóm 5 (Phường 2 cũ)',
      'Khóm 5 (Phường 3 cũ)',
    ]);
  });
});

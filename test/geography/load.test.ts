import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/geography/load.js';
import { load, tablesOf } from './registry.js';

const P = '96,Tỉnh Cà Mau,province,,,';
const D = '964,Thành phố Cà Mau,district,96,,2025-06-30';
const C = '32005,Phường 1,commune,964,,2025-06-30';

const problems = (units: string[], others: Record<string, string[]> = {}) =>
  load({ units, ...others }).problems.map(({ file, row, problem, detail }) =>
    [file, row, problem, detail].join(' | '),
  );
const findings = (units: string[], others: Record<string, string[]> = {}) =>
  load({ units, ...others }).findings;

describe('self-checks of the units', () => {
  it('accept a consistent registry', () => {
    expect(problems([P, D, C, '0960001,Khóm 1,hamlet,32005,,2025-06-30'])).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['an orphan', [P, '1,Xã A,commune,999,,'], ['units.csv | 3 | orphan | 999']],
    ['a blank parent', [P, '1,Xã A,commune,,,'], ['units.csv | 3 | orphan | ']],
    [
      'a parent that ends before',
      [P, D, '1,Xã A,commune,964,,'],
      ['units.csv | 4 | orphan | 964 2025-07-01..'],
    ],
    [
      'a parent that begins later',
      [P, '9,Huyện B,district,96,2020-01-01,', '1,Xã A,commune,9,,'],
      ['units.csv | 4 | orphan | 9 ..2019-12-31'],
    ],
    [
      'a gap between two parents of one code',
      [
        P,
        '9,Huyện B,district,96,,2020-01-01',
        '9,Huyện C,district,96,2020-02-01,',
        '1,Xã A,commune,9,,',
      ],
      ['units.csv | 5 | orphan | 9 2020-01-02..2020-01-31'],
    ],
    [
      'a parent whose code lost its leading zeros',
      ['096,Tỉnh B,province,,,', '1,Xã A,commune,96,,'],
      ['units.csv | 3 | orphan | 96 ≠ 096'],
    ],
    [
      'a code that means two units on one day',
      [P, '1,Xã A,commune,96,,2025-07-01', '1,Xã B,commune,96,2025-07-01,'],
      ['units.csv | 4 | overlap | 1: Xã A (3)'],
    ],
    [
      'codes that a program took for numbers',
      [P, '"3,2E+07",Xã A,commune,96,,', '1.0,Xã B,commune,96,,'],
      ['units.csv | 3 | bad-code | 3,2E+07', 'units.csv | 4 | bad-code | 1.0'],
    ],
    ['a row twice', [P, P], ['units.csv | 3 | duplicate-row | 2']],
    [
      'a cycle',
      [P, '1,Huyện A,district,2,,', '2,Xã B,commune,1,,'],
      ['units.csv | 3 | cycle | 1 > 2 > 1'],
    ],
    ['its own parent', [P, '1,Xã A,commune,1,,'], ['units.csv | 3 | cycle | 1 > 1']],
    [
      'a level that is not below',
      [P, '1,Xã A,commune,96,,', '2,Xã B,commune,1,,'],
      ['units.csv | 4 | level-not-below | commune < commune'],
    ],
    ['an unknown level', [P, '1,Xã A,village,96,,'], ['units.csv | 3 | unknown-level | village']],
    [
      'a bad date',
      [P, '1,Xã A,commune,96,2025-02-29,01/07/2025'],
      [
        'units.csv | 3 | bad-date | valid_from: 2025-02-29',
        'units.csv | 3 | bad-date | valid_to: 01/07/2025',
      ],
    ],
    [
      'closed before opened',
      [P, '1,Xã A,commune,96,2025-07-01,2025-06-30'],
      ['units.csv | 3 | closed-before-opened | 2025-07-01 > 2025-06-30'],
    ],
    [
      'a blank code and name',
      [P, ',,commune,96,,'],
      ['units.csv | 3 | blank-value | code', 'units.csv | 3 | blank-value | name'],
    ],
    ['no units', [], ['units.csv | 1 | no-units | ']],
  ])('tell of %s', (_, units, expected) => {
    expect(problems(units)).toEqual(expected);
  });

  it('tell of all problems, in the order of the files', () => {
    expect(
      problems([P, '1,Xã A,commune,999,,', '2,Xã B,tổ,96,,', '3,Xã C,commune,96,x,'], {
        baselines: ['96,households,2024-01-01,nhiều'],
      }).map((line) => line.split(' | ').slice(0, 3).join(' ')),
    ).toEqual([
      'units.csv 3 orphan',
      'units.csv 4 unknown-level',
      'units.csv 5 bad-date',
      'baselines.csv 2 bad-number',
    ]);
  });

  it('accept a code that is reused, and a hamlet under it, as of the day', () => {
    const units = [
      P,
      '957,Huyện Phước Long,district,96,,2025-06-30',
      '31876,Xã Phước Long,commune,957,,2025-06-30',
      '31876,Xã Vĩnh Phước,commune,96,2025-07-01,',
      'H1,Ấp 1,hamlet,31876,,',
    ];
    expect(problems(units)).toEqual([]);
  });

  it('take another level from the config', () => {
    const units = [P, '1,Cụm A,cluster,96,,', '2,Xã B,commune,1,,'];
    const levels = ['province', 'cluster', 'commune', 'hamlet'];
    expect(load({ units }, { levels }).problems).toEqual([]);
  });
});

describe('warnings', () => {
  it('CCDS-G01 for two units of one name under one parent on one day', () => {
    const units = [
      P,
      '1,Xã Hòa A,commune,96,,',
      '2,xã Hoà  A,commune,96,,',
      '3,Xã B,commune,96,,2020-12-31',
      '4,Xã B,commune,96,2021-01-01,',
    ];
    const found = findings(units).filter(({ code }) => code === 'CCDS-G01');
    expect(found).toMatchObject([{ place: { row: 4 }, args: { codes: '1, 2' } }]);
  });

  it('CCDS-G02 for stray spaces, which are mended', () => {
    const { registry, findings } = load({ units: [P, ' 0960 ,Xã  Tân\u00a0Ân,commune,96,,'] });
    expect(registry.units[1]).toMatchObject({ code: '0960', name: 'Xã Tân Ân' });
    expect(findings).toMatchObject([
      { code: 'CCDS-G02', place: { row: 3, cell: 'A3' }, args: { found: ' 0960 ' } },
      { code: 'CCDS-G02', place: { row: 3, cell: 'B3' } },
    ]);
  });

  it('CCDS-G03 for units that are not known as of a row’s day', () => {
    const units = [P, D, C];
    const others = {
      baselines: ['32005,households,2024-01-01,10', '32005,households,2025-07-01,10'],
      targets: ['964,teams,2025-06,5', '964,teams,2025-07,5', '964,teams,2026,5'],
      changes: ['2025-07-01,32005,32002,'],
      teams: ['Tổ 1,32005,H1;H2,2024-01-01,'],
    };
    const places = findings(units, others).map(({ place, args }) => [place.file, place.row, args]);
    expect(places).toEqual([
      ['baselines.csv', 3, { found: '32005', date: '2025-07-01' }],
      ['targets.csv', 3, { found: '964', date: '2025-07-14' }],
      ['targets.csv', 4, { found: '964', date: '2026-12-14' }],
      ['changes.csv', 2, { found: '32002' }],
      ['teams.csv', 2, { found: 'H1' }],
      ['teams.csv', 2, { found: 'H2' }],
    ]);
  });
});

describe('a target of a unit that ends within its period', () => {
  it('is told of by nothing, as it holds for as long as the unit does', () => {
    const targets = ['964,teams,2025,5', '32005,members,2025,9'];
    expect(findings([P, D, C], { targets })).toEqual([]);
  });
});

describe('the tables', () => {
  it('have headers in any case and order, with a BOM, decomposed or not', () => {
    const { registry, problems } = loadRegistry({
      Units: {
        file: 'registry.xlsx',
        sheet: 'Units',
        firstRow: 3,
        rows: [
          ['\ufeffNAME', 'Code', ' level ', 'Parent', 'valid_from', 'valid_to', 'note'],
          ['Tỉnh Cà Mau'.normalize('NFD'), '096', 'Province', '', '', '', 'x'],
          [],
          ['Xã A', '1', 'commune', '96'],
        ],
      },
    });
    expect(registry.units[0]).toMatchObject({
      code: '096',
      name: 'Tỉnh Cà Mau',
      level: 'province',
    });
    expect(problems).toEqual([
      { file: 'registry.xlsx', sheet: 'Units', row: 6, problem: 'orphan', detail: '96 ≠ 096' },
    ]);
  });

  it('say which column is missing or doubled', () => {
    const rows = [['code', 'name', 'level', 'code', 'valid_from', 'valid_to']];
    const { problems } = loadRegistry({ units: { file: 'u.csv', rows, firstRow: 1 } });
    expect(problems.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['duplicate-column', 'code'],
      ['missing-column', 'parent'],
    ]);
  });

  it('give numbers and dates their types, and nothing else', () => {
    const { registry, problems } = load({
      units: [P, C.replace('964', '96')],
      baselines: ['96,households,2024-01-01,301639', '96,merchants,2024-01-01,1.118.560'],
      targets: ['96,eid_rate,2024,0.7014'],
      changes: ['2025-07-01,32005,96,', '2025-07-02,96,32005,0.25'],
      teams: ['Tổ 1,32005,01; 02;,2024-01-01,'],
      holidays: ['2024-09-02,Quốc khánh'],
    });
    expect(problems).toEqual([]);
    expect(registry.baselines.map(({ value }) => value)).toEqual([301639, 1118560]);
    expect(registry.targets[0]).toMatchObject({ period: '2024', value: 0.7014 });
    expect(registry.changes.map(({ share }) => share)).toEqual([null, 0.25]);
    expect(registry.teams[0]?.serves).toEqual(['01', '02']);
    expect(Object.keys(registry.tables)).toEqual(['holidays']);
  });

  it('tell a commune among the hamlets that a team serves', () => {
    const { findings } = load({ units: [P, C.replace('964', '96')], teams: ['T,32005,32005,,'] });
    expect(findings).toMatchObject([{ code: 'CCDS-G03', args: { found: '32005' } }]);
  });

  it('read numbers as those of a submitted sheet, and tell what is written in another way', () => {
    const { registry, problems, findings } = load({
      units: [P],
      baselines: [
        ...['96,households,2024-01-01,"1,250"', '96,merchants,2024-01-01,38.420 hộ'],
        '96,eligible_citizens,2024-01-01,1 118 560',
      ],
      changes: ['2025-07-02,96,96,"0,25"'],
    });
    expect(problems).toEqual([]);
    expect(registry.baselines.map(({ value }) => value)).toEqual([1250, 38_420, 1_118_560]);
    expect(registry.changes[0]?.share).toBe(0.25);
    expect(findings.filter(({ code }) => code === 'CCDS-G13')).toMatchObject([
      {
        place: { file: 'baselines.csv', row: 2 },
        args: { column: 'value', found: '1,250', taken: '1250', rows: 2 },
      },
    ]);
  });

  it('read dates as Excel saves them where one of them tells which order they are in', () => {
    const dates = (of: string[], changes: string[], holidays: string[] = []) => {
      const { registry, problems, findings } = load({ units: [P, ...of], changes, holidays });
      const told = findings.filter(({ code }) => code === 'CCDS-G13');
      return {
        ends: registry.units.slice(1).map(({ validTo }) => validTo),
        effective: registry.changes.map(({ effective }) => effective),
        days: registry.tables.holidays?.map(({ values }) => values.date),
        problems: problems.map(({ file, row, detail }) => `${file} ${row} ${detail}`),
        told: told.map(({ args }) => [args.column, args.found, args.taken, args.rows]),
      };
    };
    const change = '1/7/2025,1,1,';
    expect(dates(['1,Xã A,commune,96,,30/6/2025'], [change], ['2/9/2024,Quốc khánh'])).toEqual({
      ends: ['2025-06-30'],
      effective: ['2025-07-01'],
      days: ['2024-09-02'],
      problems: [],
      told: [
        ['valid_to', '30/6/2025', '2025-06-30', undefined],
        ['effective', '1/7/2025', '2025-07-01', undefined],
        ['date', '2/9/2024', '2024-09-02', undefined],
      ],
    });
    const american = dates(
      ['1,Xã A,commune,96,,6/30/2025', '2,Xã B,commune,96,,6/30/2025'],
      ['7/1/2025,1,1,'],
    );
    expect(american).toMatchObject({
      ends: ['2025-06-30', '2025-06-30'],
      effective: ['2025-07-01'],
    });
    expect(american.told[0]).toEqual(['valid_to', '6/30/2025', '2025-06-30', 2]);
    const plain = ['1,Xã A,commune,96,,2025-7-1', '2,Xã B,commune,96,,2025-07-01 00:00:00'];
    expect(dates(plain, []).ends).toEqual(['2025-07-01', '2025-07-01']);
    // Nothing tells, the two contradict each other, or there is no such day.
    expect(dates([], [change]).problems).toEqual(['changes.csv 2 effective: 1/7/2025']);
    const slip = dates(['1,Xã A,commune,96,,1/31/2025', '2,Xã B,commune,96,,7/1/2025'], []);
    expect(slip.ends).toEqual([null, null]);
    const both = dates(['1,Xã A,commune,96,,30/6/2025', '2,Xã B,commune,96,,6/30/2025'], []);
    expect(both.problems).toHaveLength(2);
    expect(dates(['1,Xã A,commune,96,,31/6/2025'], []).problems).toHaveLength(1);
  });

  it.each([
    ['Sep-24', '2024-09'],
    ['Thg9-24', '2024-09'],
    ['9/2024', '2024-09'],
    ['tháng 9/2024', '2024-09'],
    ['2024-09-01', '2024-09'],
    ['2024-9-1', '2024-09'],
    ['24-Sep', null],
    ['9/24', null],
    ['2024-09-15', null],
  ])('read a month as Excel saves it: %s', (written, month) => {
    const { registry, problems } = load({ units: [P], targets: [`96,teams,${written},5`] });
    expect(registry.targets.map(({ period }) => period)).toEqual(month === null ? [] : [month]);
    expect(problems).toHaveLength(month === null ? 1 : 0);
  });

  it('suggest the code that lost its leading zeros, or has kept them', () => {
    const units = [P, '01,Xã A,commune,96,,'];
    const { findings } = load({ units, contacts: ['1,Lan,0912', '001,Mai,0913', '2,An,0914'] });
    expect(findings.map(({ args }) => args)).toEqual([
      { found: '1', near: '01' },
      { found: '001', near: '01' },
      { found: '2' },
    ]);
  });

  it('tell of units that skip a level which the unit above has on some day of theirs', () => {
    const D = '8,Huyện A,district,96,,2025-06-30';
    const X = '1,Xã A,commune,8,,2025-06-30';
    const told = (...units: string[]) =>
      findings([P, D, ...units]).flatMap(({ code, place, args }) =>
        code === 'CCDS-G16' ? [[place.row, args.name, args.others, args.rows]] : [],
      );
    expect(told(X, 'h,Ấp 1,hamlet,8,,2025-06-30', 'k,Ấp 2,hamlet,8,,2025-06-30')).toEqual([
      [5, 'Ấp 1', 'Xã A', 2],
    ]);
    expect(told('h,Ấp 1,hamlet,8,,2025-06-30', X, '2,Xã B,commune,96,2025-07-01,')).toEqual([
      [4, 'Ấp 1', 'Xã A', undefined],
    ]);
    expect(told('h,Ấp 1,hamlet,8,,2025-06-30', '2,Xã B,commune,96,2025-07-01,')).toEqual([]);
    expect(told(X, 'h,Ấp 1,hamlet,8,,2024-12-31', '3,Xã C,commune,96,,2025-01-01')).toHaveLength(2);
  });

  it('tell of no unknown unit where no units could be read', () => {
    const rows = [['DANH MỤC'], ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to']];
    const units = { file: 'units.csv', firstRow: 1, rows: [...rows, ['1', 'Tỉnh A', 'province']] };
    const changes = {
      file: 'changes.csv',
      firstRow: 1,
      rows: [
        ['effective', 'from', 'to', 'share'],
        ['2025-07-01', '1', '2', ''],
      ],
    };
    const { problems, findings } = loadRegistry({ units, changes });
    expect(problems).toMatchObject([{ problem: 'title-above' }]);
    expect(findings).toEqual([]);
  });

  it.each<[string, string, number | string]>([
    ['eid_rate', '70%', 0.7],
    ['eid_rate', '"70,5 %"', 0.705],
    ['eid_rate', '"0,7"', 0.7],
    ['eid_rate', '70', 'bad-percent'],
    ['eid_rate', '"1,05"', 'bad-percent'],
    ['members', '1.000', 1000],
    ['members', '70%', 'bad-number'],
    ['members', '12.5', 'bad-number'],
    ['members_per_team', '"5,12"', 5.12],
    ['members_per_team', '5.125', 'bad-decimal'],
    ['own', '70%', 0.7],
    ['own', 'nhiều', 'bad-number'],
  ])('read the target of %s from %s', (indicator, written, expected) => {
    const numbers = new Map([
      ...[['eid_rate', 'percent'] as const, ['members', 'count'] as const],
      ['members_per_team', 'decimal'] as const,
    ]);
    const lines = { units: [P], targets: [`96,${indicator},2024,${written}`] };
    const { registry, problems } = load(lines, { numbers });
    if (typeof expected === 'number') expect(registry.targets[0]!.value).toBe(expected);
    else expect(problems).toMatchObject([{ file: 'targets.csv', row: 2, problem: expected }]);
  });

  it('tell of a table that nothing reads and that may be meant to be read', () => {
    const rows = ['96,households,2024-01-01,5'];
    const lines = { units: [P], baseline: rows, 'units (1)': [P], 'ghi chú': ['x'] };
    const { findings, problems } = load(lines);
    expect(problems).toEqual([]);
    expect(findings.map(({ code, args }) => [code, args.found, args.near])).toEqual([
      ['CCDS-G14', 'baseline', 'baselines'],
      ['CCDS-G14', 'units (1)', 'units'],
    ]);
  });

  it('tell of names whose letters were lost when they were saved', () => {
    const { findings } = load({ units: [P, '1,Xã An H?a,commune,96,,', '2,?p M?t,hamlet,1,,'] });
    expect(findings).toMatchObject([
      { code: 'CCDS-S16', place: { file: 'units.csv' }, args: { lost: 'B3, B4' } },
    ]);
  });

  it('say where a code is there on other days than its row’s; of a blank date that alone', () => {
    const units = [P, D, C];
    const others = {
      changes: ['2025-06-30,96,32005,', '2025-08-01,32005,96,'],
      teams: ['Tổ 1,32005,,2025-07-01,', 'Tổ 2,32005,,,2025-06-01'],
    };
    const told = findings(units, others).map(({ place, args }) => [place.file, place.row, args]);
    expect(told).toEqual([
      ['changes.csv', 3, { found: '32005', date: '2025-07-31' }],
      ['teams.csv', 2, { found: '32005', date: '2025-07-01' }],
    ]);
    const blank = load({ units, changes: [',32005,96,'] });
    expect(blank.findings).toEqual([]);
    expect(blank.problems).toMatchObject([{ problem: 'blank-value', detail: 'effective' }]);
  });

  it('tell of a contact for a unit that there is none of', () => {
    const { findings } = load({ units: [P], contacts: ['96,Lan,0912', '999,Mai,0913'] });
    expect(findings).toMatchObject([
      { code: 'CCDS-G03', place: { file: 'contacts.csv', row: 3 }, args: { found: '999' } },
    ]);
  });

  it('name what there is in the stead of a table of units', () => {
    expect(load({ unit: [P], 'danh mục': [] }).problems).toEqual([
      { file: 'units.csv', row: 0, problem: 'no-units', detail: 'unit, danh mục' },
    ]);
  });

  it.each<[string, Record<string, string[]>, string]>([
    ['a bad holiday', { holidays: ['2/9/2024,Quốc khánh'] }, 'bad-date'],
    ['a bad number', { baselines: ['96,households,2024-01-01,-5'] }, 'bad-number'],
    ['a blank value', { baselines: ['96,households,2024-01-01,'] }, 'blank-value'],
    ['a blank date', { baselines: ['96,households,,5'] }, 'blank-value'],
    ['a bad period', { targets: ['96,teams,13/2024,5'] }, 'bad-period'],
    ['a share beyond 1', { changes: ['2025-07-01,96,96,1.5'] }, 'bad-share'],
    [
      'a baseline twice',
      { baselines: ['96,households,2024-01-01,5', '96,households,2024-01-01,6'] },
      'duplicate-row',
    ],
    [
      'shares that make more than 1',
      { changes: ['2025-07-01,96,96,0.6', '2025-07-01,96,1,0.6'] },
      'bad-share',
    ],
  ])('tell of %s', (_, others, problem) => {
    const found = problems([P, '1,Xã A,commune,96,,'], others);
    expect(found.map((line) => line.split(' | ')[2])).toEqual([problem]);
  });

  it('are found whatever the case of their names', () => {
    const { units } = tablesOf({ units: [P] });
    expect(loadRegistry({ UNITS: units! }).problems).toEqual([]);
  });
});

describe('a title above the header of a table', () => {
  it('is the one problem, and names the row of the header', () => {
    const header = ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'];
    const rows = [['DANH MỤC ĐƠN VỊ'], [], header, ['96', 'Tỉnh Cà Mau', 'province', '', '', '']];
    const { problems: told } = loadRegistry({
      units: { file: 'danh-muc.xlsx', sheet: 'units', rows, firstRow: 2 },
    });
    expect(told).toEqual([
      { file: 'danh-muc.xlsx', sheet: 'units', row: 2, problem: 'title-above', detail: '4' },
    ]);
  });
});

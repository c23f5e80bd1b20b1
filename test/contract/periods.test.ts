import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, HEAD, type Line, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

/** Tallies of one month: accounts of level 1 (a stock), households assisted (a flow). */
async function month(n: number, eid: Record<string, Cell>, households: Record<string, Cell> = {}) {
  const lines = [['Xã: An Bình'], [`Kỳ báo cáo: Tháng ${n}/2024`]];
  await p.book(`T${n}.xlsx`, {
    ĐD: [
      ...lines,
      HEAD.eidTally,
      ...Object.entries(eid).map(([h, v]): Cell[] => [h, null, v, 0, null]),
    ],
    Hộ: [
      ...lines,
      HEAD.householdsTally.slice(0, 3),
      ...Object.entries(households).map(([h, v]): Cell[] => [h, null, v]),
    ],
  });
}

describe('a quarter, half-year or year', () => {
  it('flows add up; a stock is the value of the last month that the hamlet reported', async () => {
    await month(7, { 'Rạch Gốc': 5, 'Cái Đôi': 50 }, { 'Rạch Gốc': 1, 'Cái Đôi': 10 });
    await month(8, { 'Rạch Gốc': 6 }, { 'Rạch Gốc': 2 });
    await month(9, { 'Rạch Gốc': 4, 'Cái Đôi': null }, { 'Rạch Gốc': 3, 'Cái Đôi': 20 });
    const r = await p.rollup({ period: '2024-Q3' });
    expect(r.value(H.goc, 'eid_accounts')).toBe(4);
    expect(r.value(H.doi, 'eid_accounts')).toBe(50);
    expect(r.value('99101', 'eid_accounts')).toBe(54);
    expect(r.value(H.goc, 'households_assisted')).toBe(6);
    expect(r.value(H.doi, 'households_assisted')).toBe(30);
    expect(r.value('99', 'households_assisted_total')).toBe(36);
    for (const period of ['2024-H2', '2024']) {
      const longer = await p.rollup({ period });
      expect(longer.value('99', 'eid_accounts')).toBe(54);
      expect(longer.value('99', 'households_assisted')).toBe(36);
    }
    expect((await p.rollup({ period: '2024-08' })).value('99', 'eid_accounts')).toBe(6);
  });

  it('a figure is traced to the months that make it', async () => {
    await month(7, { 'Rạch Gốc': 5, 'Cái Đôi': 50 }, { 'Rạch Gốc': 1 });
    await month(8, { 'Rạch Gốc': 6 }, { 'Rạch Gốc': 2 });
    const trace = async (indicator: string, unit: string) => {
      const flags = ['--registry', 'registry', '--period', '2024-Q3', '--unit', unit];
      const { stdout } = await p.ccds('trace', indicator, 'in', ...flags);
      return stdout.split('\n').flatMap((line) => line.match(/\d+ ← T\d/)?.[0] ?? []);
    };
    expect(await trace('eid_level1', H.goc)).toEqual(['6 ← T8']);
    expect(await trace('eid_level1', H.doi)).toEqual(['50 ← T7']);
    expect(await trace('households_assisted', H.goc)).toEqual(['1 ← T7', '2 ← T8']);
  });

  it('one person counts once a month, not once a quarter', async () => {
    const list = (n: number) => [
      ['Ấp: Rạch Gốc', 'Xã: An Bình'],
      [`Tháng ${n}/2024`],
      HEAD.households,
      ['Ngô Văn Sáu', 'Số 12', null, null, 'x', null],
    ];
    await p.book('a.xlsx', { Hộ: list(8) });
    await p.book('b.xlsx', { Hộ: list(9) });
    const r = await p.rollup({ period: '2024-Q3' });
    expect(r.value(H.goc, 'households_assisted')).toBe(2);
    expect(r.found('CCDS-D01')).toEqual([]);
    expect(r.status).toBe(0);
  });

  it('a running total stated in one month is run up by the next ones', async () => {
    const sheet = (n: number, rows: Cell[][]) => [
      ['Xã: An Bình'],
      [`Tháng ${n}/2024`],
      HEAD.householdsTally,
      ...rows,
    ];
    await p.book('a.xlsx', { TH: sheet(7, [['Rạch Gốc', null, 5, 40]]) });
    await p.book('b.xlsx', { TH: sheet(8, [['Rạch Gốc', null, 3, null]]) });
    const r = await p.rollup({ period: '2024-Q3' });
    expect(r.value(H.goc, 'households_assisted_total')).toBe(43);
  });
});

describe('the period of a sheet', () => {
  const csv = 'Ấp,Mức 1,Mức 2\nRạch Gốc,5,0\n';

  it('is stated in its lines, its file name or its folder', async () => {
    p.file('An Bình tháng 9 năm 2024.csv', csv);
    expect((await p.rollup()).found('CCDS-P03')).toEqual([]);
    p.file('An Bình tháng 9 năm 2024.csv', '');
    p.file('T9-2024/An Bình.csv', csv);
    const r = await p.rollup();
    expect(r.submission('T9-2024/An Bình.csv')).toMatchObject({
      period: '2024-09',
      status: 'accepted',
    });
    expect(r.found('CCDS-P03')).toEqual([]);
  });

  it('stated nowhere is the single month asked for, with an info', async () => {
    p.file('An Bình.csv', csv);
    const r = await p.rollup();
    expect(r.value(H.goc, 'eid_accounts')).toBe(5);
    expect(r.found('CCDS-P03')).toMatchObject([{ severity: 'info' }]);
    expect(r.submission('An Bình.csv').period).toBe('2024-09');
  });

  it('stated nowhere can’t be placed in a quarter: rejected', async () => {
    p.file('An Bình.csv', csv);
    const r = await p.rollup({ period: '2024-Q3' });
    expect(r.value('99', 'eid_accounts')).toBeNull();
    expect(r.submission('An Bình.csv').status).toBe('rejected');
    expect(r.found('CCDS-P04')).toMatchObject([{ severity: 'error' }]);
    expect(r.status).toBe(1);
  });
});

describe('the unit tree is that of the period’s last day', () => {
  const NEW = [
    ['99', 'Tỉnh Thử', 'province', '', '', ''],
    ['991', 'Huyện Đông', 'district', '99', '', '2025-06-30'],
    ['99101', 'Xã An Bình', 'commune', '991', '', '2025-06-30'],
    ['99300', 'Xã An Bình', 'commune', '99', '2025-07-01', ''],
    ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101', '', '2025-06-30'],
    ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99300', '2025-07-01', ''],
    ['9910102', 'Ấp Cái Đôi', 'hamlet', '99101', '', '2025-06-30'],
    ['9930001', 'Ấp Cái Đôi Mới', 'hamlet', '99300', '2025-07-01', ''],
    ['9910103', 'Ấp Chẻ', 'hamlet', '99101', '', '2025-06-30'],
    ['9930002', 'Ấp Chẻ Một', 'hamlet', '99300', '2025-07-01', ''],
    ['9930003', 'Ấp Chẻ Hai', 'hamlet', '99300', '2025-07-01', ''],
  ];
  const CHANGES = [
    'effective,from,to,share',
    '2025-07-01,991,99,1',
    '2025-07-01,99101,99300,1',
    '2025-07-01,9910102,9930001,1',
    '2025-07-01,9910103,9930002,',
    '2025-07-01,9910103,9930003,',
  ].join('\n');

  it('with or without districts', async () => {
    p.remove();
    p = province(NEW);
    p.put('registry/changes.csv', CHANGES);
    const levels = async (period: string) => {
      const { values } = await p.rollup({ period });
      return [...new Set(values.map(({ level }) => level))].sort();
    };
    expect(await levels('2025-06')).toEqual(['commune', 'district', 'hamlet', 'province']);
    expect(await levels('2025-07')).toEqual(['commune', 'hamlet', 'province']);
  });

  it('a quarter’s earlier months count where hamlets went whole; a split one is told, not lost', async () => {
    p.remove();
    p = province(NEW);
    p.put('registry/changes.csv', CHANGES);
    const sheet = (n: number, rows: Record<string, number>) =>
      `Kỳ báo cáo: Tháng ${n}/2025,,\nXã: An Bình,,\nẤp,Số hộ được hỗ trợ trong kỳ,Lũy kế\n${Object.entries(
        rows,
      )
        .map(([h, v]) => `${h},${v},\n`)
        .join('')}`;
    p.file('a.csv', sheet(5, { 'Rạch Gốc': 1, 'Cái Đôi': 2, Chẻ: 4 }));
    p.file('b.csv', sheet(7, { 'Rạch Gốc': 10, 'Cái Đôi Mới': 20, 'Chẻ Một': 40 }));
    const half = await p.rollup({ period: '2025' });
    expect(half.value('9910101', 'households_assisted')).toBe(11);
    expect(half.value('9930001', 'households_assisted')).toBe(22);
    expect(half.value('9930002', 'households_assisted')).toBeNull(); // not comparable
    expect(half.value('99', 'households_assisted')).toBe(77);
    const [told] = half.found('CCDS-M01');
    expect(told).toMatchObject({ severity: 'warning' });
    expect(told!.message).toContain('Ấp Chẻ');
    expect(half.submission('a.csv')).toMatchObject({ status: 'accepted', unit_code: '99300' });
    expect(half.status).toBe(0);
    expect((await p.rollup({ period: '2025-05' })).value('9910103', 'households_assisted')).toBe(4);
  });
});

describe('validate', () => {
  const list = (lines: string[][], rows: Cell[][]) => [...lines, HEAD.eid, ...rows];
  const AT = [['Ấp: Rạch Gốc', 'Xã: An Bình']];
  const twice = [
    ['An', '096080001234', 1],
    ['An', '096080001234', 1],
  ];

  it('without a period takes every month for itself, and sheets that state none', async () => {
    await p.book('a.xlsx', { ĐD: list([...AT, ['Kỳ báo cáo: Tháng 8/2024']], twice) });
    await p.book('b.xlsx', { ĐD: list([...AT, ['Kỳ báo cáo: Tháng 9/2024']], twice) });
    await p.book('c.xlsx', { ĐD: list(AT, [['An', 'sai', 1], ...twice]) });
    const { status, stdout } = await p.ccds('validate', 'in', '--registry', 'registry', '--json');
    const { findings, submissions } = JSON.parse(stdout);
    expect(status).toBe(1);
    const of = (code: string) =>
      findings.flatMap((one: Line) => (one.code === code ? [`${one.file} ${one.row}`] : []));
    expect(of('CCDS-D01')).toEqual(['a.xlsx 5', 'b.xlsx 5', 'c.xlsx 5']);
    expect(of('CCDS-R02')).toEqual(['c.xlsx 3']);
    expect(of('CCDS-C01')).toEqual([]);
    expect(submissions.map((one: Line) => `${one.file} ${one.status} ${one.period}`)).toEqual([
      'a.xlsx partial 2024-08',
      'b.xlsx partial 2024-09',
      'c.xlsx partial null',
    ]);
  });

  it('with one it says what the roll-up would', async () => {
    await p.book('a.xlsx', { ĐD: list([...AT, ['Kỳ báo cáo: Tháng 9/2024']], twice) });
    const rolled = await p.rollup();
    const call = ['validate', 'in', '--registry', 'registry', '--period', '2024-09'];
    const { stdout } = await p.ccds(...call, '--format', 'csv');
    expect(stdout).toBe(readFileSync(join(rolled.out, 'data/findings.csv'), 'utf8'));
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  HOUSEHOLDS,
  list,
  MEMBERS,
  MERGED,
  mergedProvince,
  tally,
  team,
} from '../helpers/merged.js';
import { HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = mergedProvince('Ấp Tân Lập', [
    ['9910101', 'Ấp Rạch Gốc'],
    ['9910102', 'Ấp Cái Đôi'],
  ]);
});
afterEach(() => p.remove());

describe('what comes under the names of hamlets that were merged adds up', () => {
  it('in one table, each row pointed out', async () => {
    await p.book(
      'T9.xlsx',
      tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Cái Đôi', 5, 1], ['Bàu Sen', 4, 1]),
    );
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(11);
    expect(r.value(MERGED, 'members_female')).toBe(3);
    expect(r.value(MERGED, 'teams')).toBe(2);
    expect(r.value('99', 'members')).toBe(15);
    expect(r.found('CCDS-D01')).toEqual([]);
    expect(r.found('CCDS-U04').map(({ cell }) => cell)).toEqual(['A5', 'A6']);
    expect(r.submission('T9.xlsx')).toMatchObject({ status: 'accepted', rows_accepted: '3' });
    const trace = ['trace', 'members', 'in', '--registry', 'registry', '--period', '2024-09'];
    const { stdout } = await p.ccds(...trace, '--unit', MERGED);
    expect(stdout).toContain('6 ← T9.xlsx › Biểu › B5\n');
    expect(stdout).toContain('5 ← T9.xlsx › Biểu › B6\n');
  });

  it('running totals too, but no baseline: the other may not have stated its own', async () => {
    await p.book(
      'T9.xlsx',
      tally(HOUSEHOLDS, ['Rạch Gốc', 300, 40, 100], ['Cái Đôi', 200, 20, 80]),
    );
    const r = await p.rollup();
    expect(r.value(MERGED, 'households_assisted')).toBe(60);
    expect(r.value(MERGED, 'households_assisted_total')).toBe(180);
    expect(r.row(MERGED, 'household_coverage')).toMatchObject({ value: '', denominator: '' });
  });

  it('where nothing but the files’ names says so, and is pointed out', async () => {
    const sheet = (name: string) => ({ Tổ: [['Xã: An Bình'], HEAD.members, ...team(name, name)] });
    await p.book('Ấp Rạch Gốc T9.2024.xlsx', sheet('Lê'));
    await p.book('Ấp Cái Đôi T9.2024.xlsx', sheet('Ngô'), '2024-09-17');
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(4);
    expect(r.value(MERGED, 'teams')).toBe(2);
    expect(r.found('CCDS-D07')).toEqual([]);
    expect(r.found('CCDS-U04')).toHaveLength(2);
  });

  it('but where one states no running total, it is its month’s own, and told', async () => {
    await p.book('T9.xlsx', tally(HOUSEHOLDS, ['Rạch Gốc', 300, 40, 100]));
    await p.book('Cái Đôi.xlsx', tally(HOUSEHOLDS.slice(0, 3), ['Cái Đôi', 200, 20]));
    const r = await p.rollup();
    expect(r.value(MERGED, 'households_assisted_total')).toBe(120);
    expect(r.found('CCDS-D15')).toMatchObject([{ file: 'Cái Đôi.xlsx', unit_code: MERGED }]);
    const trace = ['trace', 'households_assisted_total', 'in', '--registry', 'registry'];
    const { stdout } = await p.ccds(...trace, '--period', '2024-09', '--unit', MERGED);
    expect(stdout).toContain('100 ← T9.xlsx › Biểu › D5\n');
    expect(stdout).toContain('20 ← Cái Đôi.xlsx › Biểu › C5\n');
    expect(stdout.match(/←/g)).toHaveLength(2);
  });

  it('in two files, with a team in each', async () => {
    await p.book('Rạch Gốc.xlsx', list('Rạch Gốc', ...team('Lê', '091200000')));
    await p.book('Cái Đôi.xlsx', list('Cái Đôi', ...team('Ngô', '091300000')), '2024-09-17');
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(4);
    expect(r.value(MERGED, 'teams')).toBe(2);
    expect(r.found('CCDS-D07')).toEqual([]);
    expect(r.found('CCDS-D10')).toHaveLength(1);
    expect(r.found('CCDS-T02')).toEqual([]);
  });

  it('with a team in each, of whatever name, which is asked about', async () => {
    await p.book('Rạch Gốc.xlsx', list('Rạch Gốc', ...team('Lê', '091200000', 'Tổ 1')));
    const both = [...team('Ngô', '091300000', 'Tổ 1'), ...team('Vũ', '091400000', 'Tổ 2')];
    await p.book('Cái Đôi.xlsx', list('Cái Đôi', ...both), '2024-09-17');
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(6);
    expect(r.value(MERGED, 'teams')).toBe(3);
    expect(r.found('CCDS-T02')).toEqual([]);
    expect(r.found('CCDS-T08')).toMatchObject([
      { file: 'Cái Đôi.xlsx', severity: 'warning', cell: 'F6', row: '6' },
    ]);
    expect(r.found('CCDS-T08')[0]!.message).toContain('file “Rạch Gốc.xlsx”');
  });

  it('a supplement’s members are of its own hamlet’s team', async () => {
    await p.book('Rạch Gốc.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2]));
    await p.book('Cái Đôi bổ sung.xlsx', tally(MEMBERS, ['Cái Đôi', 5, 1]));
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(11);
    expect(r.value(MERGED, 'teams')).toBe(2);
    expect(r.found('CCDS-T06')).toEqual([]);
  });

  it('and a correction replaces its own hamlet’s alone', async () => {
    await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Cái Đôi', 5, 1]));
    await p.book('T9 lần 2.xlsx', tally(MEMBERS, ['Cái Đôi', 7, 1]));
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(13);
    expect(r.found('CCDS-D07')).toMatchObject([{ file: 'T9.xlsx', cell: 'B6' }]);
    expect(r.submission('T9.xlsx')).toMatchObject({ status: 'partial', rows_accepted: '1' });
  });

  it('and hamlets of an earlier month are told by their names', async () => {
    const july = (n: number) => ({
      Biểu: [['Xã: An Bình'], ['Tháng 7/2024'], MEMBERS, ['Cái Đôi', n, 1]],
    });
    await p.book('T7.xlsx', july(5));
    await p.book('T7 lần 2.xlsx', july(6));
    const [told] = (await p.rollup({ period: '2024-Q3' })).found('CCDS-D07');
    expect(told!.message).toContain('(Ấp Cái Đôi (Xã An Bình))');
  });

  it('until the merged hamlet’s own comes later: it is the whole', async () => {
    await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Cái Đôi', 5, 1]));
    await p.book('T9 lần 2.xlsx', tally(MEMBERS, ['Tân Lập', 12, 4]));
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(12);
    expect(r.submission('T9.xlsx').status).toBe('superseded');
  });

  it('and also where it came first: a part that comes later takes no whole’s place', async () => {
    await p.book('T9.xlsx', tally(MEMBERS, ['Tân Lập', 12, 4]));
    await p.book('Rạch Gốc.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2]), '2024-09-17');
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(12);
    expect(r.found('CCDS-D07')).toEqual([]);
    expect(r.found('CCDS-D14')).toMatchObject([
      { file: 'Rạch Gốc.xlsx', severity: 'warning', cell: 'B5' },
    ]);
    expect(r.found('CCDS-D14')[0]!.message).toContain('“T9.xlsx”');
    expect(r.submission('Rạch Gốc.xlsx').status).toBe('superseded');
  });

  it('of which no hamlet is told to be missing in a later file that came before', async () => {
    await p.book('T9.xlsx', tally(MEMBERS, ['Tân Lập', 12, 4], ['Bàu Sen', 3, 1]));
    await p.book(
      'T9 lần 2.xlsx',
      tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Bàu Sen', 4, 1]),
      '2024-09-17',
    );
    const r = await p.rollup();
    expect([r.value(MERGED, 'members'), r.value('99', 'members')]).toEqual([12, 16]);
    expect(r.found('CCDS-D14')).toMatchObject([{ file: 'T9 lần 2.xlsx' }]);
    expect(r.found('CCDS-D08')).toMatchObject([{ file: 'T9.xlsx' }]);
  });

  it('in one table with the merged hamlet’s own row that one counts, wherever it stands', async () => {
    await p.book('T9.xlsx', tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Tân Lập', 12, 4]));
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(12);
    expect(r.found('CCDS-D01')).toMatchObject([{ cell: 'B5', severity: 'error' }]);
  });

  it('but within a hamlet’s own name a second row is still rejected', async () => {
    await p.book(
      'T9.xlsx',
      tally(MEMBERS, ['Rạch Gốc', 6, 2], ['Cái Đôi', 5, 1], ['Rạch Gốc', 7, 2]),
    );
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(11);
    expect(r.found('CCDS-D01')).toMatchObject([{ cell: 'B7' }]);
  });
});

describe('hamlets that were merged on the day on which their commune was', () => {
  it('add up under the new commune’s name as well', async () => {
    p.remove();
    p = province([
      ['99', 'Tỉnh Thử', 'province', ''],
      ['99101', 'Xã An Bình', 'commune', '99', '', '2024-08-20'],
      ['99109', 'Xã Tân Bình', 'commune', '99', '2024-08-21'],
      ['9910101', 'Ấp Rạch Gốc', 'hamlet', '99101', '', '2024-08-20'],
      ['9910102', 'Ấp Cái Đôi', 'hamlet', '99101', '', '2024-08-20'],
      [MERGED, 'Ấp Tân Lập', 'hamlet', '99109', '2024-08-21'],
    ]);
    const lines = ['9910101,9910109', '9910102,9910109', '99101,99109'];
    const changes = lines.map((line) => `2024-08-21,${line},`).join('\n');
    p.put('registry/changes.csv', `effective,from,to,share\n${changes}\n`);
    const of = (name: string, count: number) => ({
      Biểu: [['Xã: Tân Bình'], ['Tháng 9/2024'], MEMBERS, [name, count, 1]],
    });
    await p.book('Rạch Gốc.xlsx', of('Rạch Gốc', 6));
    await p.book('Cái Đôi.xlsx', of('Cái Đôi', 5), '2024-09-17');
    const r = await p.rollup();
    expect(r.value(MERGED, 'members')).toBe(11);
    expect(r.found('CCDS-D07')).toEqual([]);
  });
});

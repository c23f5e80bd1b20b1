import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, H, HEAD, type Province, province } from '../helpers/province.js';

let p: Province;
beforeEach(() => {
  p = province();
});
afterEach(() => p.remove());

/** A hamlet's list of members: name, position, team. */
const list = (rows: readonly (readonly [string, string, string?])[]) => [
  ['Ấp: Rạch Gốc', 'Xã: An Bình'],
  ['Kỳ báo cáo: Tháng 9/2024'],
  HEAD.members,
  ...rows.map(([name, as, team = null]): Cell[] => [name, as, null, null, null, team]),
];
const LEADER = list([
  ['An', 'Tổ trưởng'],
  ['Bé', 'Tổ viên'],
]);
const MEMBERS = list([
  ['Cả', 'Tổ viên'],
  ['Dần', 'Tổ viên'],
]);
const told = async () => {
  const r = await p.rollup();
  return ['CCDS-T01', 'CCDS-T02', 'CCDS-T03'].flatMap((code) => r.found(code));
};

describe('a team is judged over the whole list of its hamlet', () => {
  it('on two sheets of one file', async () => {
    await p.book('a.xlsx', { 'TV 1': LEADER, 'TV 2': MEMBERS });
    expect(await told()).toEqual([]);
  });

  it('in the tallies of a file and its supplement, whose members are of the team there is', async () => {
    const tally = (members: number) => [
      ['Xã: An Bình'],
      ['Kỳ báo cáo: Tháng 9/2024'],
      ['Ấp/Khóm', 'Số thành viên'],
      ['Rạch Gốc', members],
    ];
    await p.book('a.xlsx', { TH: tally(5) });
    await p.book('a bổ sung.xlsx', { TH: tally(2) });
    expect(await told()).toEqual([]);
  });

  it('where a supplement names a team of its own', async () => {
    await p.book('a.xlsx', {
      TV: list([
        ['An', 'Tổ trưởng'],
        ['Bé', 'Tổ viên'],
      ]),
    });
    await p.book('a bổ sung.xlsx', { TV: list([['Cả', 'Tổ trưởng', 'Tổ 2']]) });
    const r = await p.rollup();
    expect(r.value(H.goc, 'teams')).toBe(2);
  });

  it('in a file and its supplement', async () => {
    await p.book('a.xlsx', { TV: LEADER });
    await p.book('a bổ sung.xlsx', { TV: MEMBERS });
    expect(await told()).toEqual([]);
  });

  it('by name, where it has one', async () => {
    const two = (team: string, as: string) =>
      list(['1', '2', '3', '4'].map((n) => [`${team} ${n}`, n === '1' ? as : 'Tổ viên', team]));
    await p.book('a.xlsx', { 'TV 1': two('Tổ Một', 'Tổ trưởng'), 'TV 2': two('Tổ Hai', 'Tổ phó') });
    expect(await told()).toMatchObject([
      { code: 'CCDS-T01', file: 'a.xlsx', sheet: 'TV 2', cell: 'B4', unit_code: H.goc },
    ]);
  });

  it('by a leader’s position cut short, where it can be nobody else’s', async () => {
    const four = (...positions: string[]) =>
      list(positions.map((as, i) => [`${positions.join('')} ${i}`, as, positions.join(' ')]));
    await p.book('a.xlsx', {
      1: four('TT', 'TP', 'TV', 'TV'),
      2: four('T.T', 'PT', 'tv', 'tv'),
      3: four('Tổ trưởng', 'TT', 'TV', 'TV'),
      4: four('TT', 'TT', 'TV', 'TV'),
      5: four('TP', 'PT', 'TTTT', 'UV TT'),
    });
    expect(await told()).toMatchObject([
      { code: 'CCDS-T01', sheet: '4', cell: 'B4' },
      { code: 'CCDS-T01', sheet: '5', cell: 'B4' },
    ]);
  });

  it('of what stands once later files have replaced earlier ones', async () => {
    await p.book('a.xlsx', { TV: [...LEADER, ...MEMBERS.slice(3)] }, '2024-09-10T01:00:00Z');
    await p.book('a lần 2.xlsx', { TV: MEMBERS }, '2024-09-12T01:00:00Z');
    expect(await told()).toMatchObject([
      { code: 'CCDS-T01', file: 'a lần 2.xlsx' },
      { code: 'CCDS-T03', file: 'a lần 2.xlsx' },
    ]);
  });

  it('without the rows that repeat', async () => {
    const known = [...LEADER.slice(0, 3), ['An', 'Tổ trưởng', 1980, null, '0912345678']];
    await p.book('a.xlsx', { 'TV 1': [...known, ...MEMBERS.slice(3)], 'TV 2': known });
    expect(await told()).toMatchObject([{ code: 'CCDS-T03', cell: 'B4' }]);
  });

  it('and says where the other leaders stand', async () => {
    await p.book('a.xlsx', { 'TV 1': [...LEADER, ...MEMBERS.slice(3)], 'TV 2': LEADER });
    const found = await told();
    expect(found).toMatchObject([{ code: 'CCDS-T02', sheet: 'TV 2', cell: 'B4' }]);
    expect(found[0]!.message).toContain('TV 1 › 4, 4');
  });

  it('by validate as well', async () => {
    await p.book('a.xlsx', { 'TV 1': MEMBERS, 'TV 2': MEMBERS.slice(0, 3) });
    const { stdout } = await p.ccds('validate', 'in', '--registry', 'registry', '--json');
    const codes = JSON.parse(stdout).findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['CCDS-T01', 'CCDS-T03']));
  });

  it('and not over a tally that is set aside for it', async () => {
    const tally = [
      ['Xã: An Bình', null, 'Kỳ báo cáo: Tháng 9/2024'],
      ['Ấp', 'Số tổ', 'Số thành viên'],
      ['Ấp Rạch Gốc', 1, 99],
    ];
    await p.book('a.xlsx', { TV: [...LEADER, ...MEMBERS.slice(3)], TH: tally });
    expect(await told()).toEqual([]);
    const r = await p.rollup();
    expect(r.found('CCDS-D09')).toHaveLength(1);
  });
});

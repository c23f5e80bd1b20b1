import { describe, expect, it } from 'vitest';
import { readAsFormer, type SaidUnder } from '../../src/geography/former-communes.js';
import { createMatcher } from '../../src/geography/match.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { registryOf } from './registry.js';

/** A commune that became a part of Xã Mới, and the one that bears its name today. */
const pair = (code: number, name: string, old: readonly string[], today: readonly string[]) => [
  `${code},${name},commune,1,,2025-06-30`,
  `${code + 1},${name} Tây,commune,1,,2025-06-30`,
  `${code + 1},${name},commune,1,2025-07-01,`,
  ...old.flatMap((hamlet, i) => [
    `${code}${i},${hamlet},hamlet,${code},,2025-06-30`,
    `${code}${i},${hamlet},hamlet,99,2025-07-01,`,
  ]),
  ...today.map((hamlet, i) => `${code + 1}${i},${hamlet},hamlet,${code + 1},,`),
];
const THREE = ['Ấp 1', 'Ấp 2', 'Ấp 3'];
const registry = registryOf({
  units: [
    '1,Tỉnh Một,province,,,',
    '99,Xã Mới,commune,1,2025-07-01,',
    '98,Xã Cũ Kỹ,commune,1,,2025-06-30',
    ...pair(20, 'Xã An Bình', ['Ấp 1', 'Ấp Rẫy'], THREE),
    ...pair(30, 'Xã Phú Hòa', ['Ấp 1', 'Ấp 2'], THREE),
    ...pair(40, 'Xã Tân Lộc', ['Ấp 1', 'Ấp 2'], ['Ấp 1', 'Ấp 2']),
    ...pair(50, 'Xã Vĩnh An', ['Ấp 1'], THREE),
    // Of two districts; since 2025 of the first alone.
    '80,Huyện Đông,district,1,,2025-06-30',
    '81,Huyện Tây,district,1,,2025-06-30',
    '60,Xã Hòa Lợi,commune,80,,2024-12-31',
    '61,Xã Hòa Lợi,commune,81,,2024-12-31',
    '62,Xã Hòa Lợi,commune,80,2025-01-01,2025-06-30',
    '63,Xã Hòa Thành,commune,80,2025-01-01,2025-06-30',
    ...['601,Ấp 1', '602,Ấp Bàu'].flatMap((hamlet) => [
      `${hamlet},hamlet,60,,2024-12-31`,
      `${hamlet},hamlet,63,2025-01-01,2025-06-30`,
    ]),
    '621,Ấp 1,hamlet,62,2025-01-01,2025-06-30',
  ],
  changes: [
    ...[20, 30, 40, 50, 98].map((code) => `2025-07-01,${code},99,`),
    '2025-01-01,60,63,',
    '2025-01-01,61,63,',
  ],
});
const matcherOn = (day: string) => createMatcher(registry, treeAsOf(registry, day));
const matcher = matcherOn('2025-08-14');

const said = (commune: string, ...hamlets: readonly string[]): SaidUnder => {
  const often = new Map<string, number>();
  for (const name of hamlets) often.set(name, (often.get(name) ?? 0) + 1);
  return { commune, district: '', hamlets: often };
};
const sheet = {
  lacking: said('Xã An Bình', 'Ấp 1', 'Ấp Rẫy'),
  some: said('Xã An Bình', 'Ấp 1'),
  whole: said('Xã Phú Hòa', 'Ấp 1', 'Ấp 2'),
};

describe('a commune of today’s name is the old one of that name', () => {
  it.each([
    ['where today’s lacks a hamlet that it names', [sheet.lacking], 'is'],
    ['also beside one that neither has', [said('An Bình', 'Ấp 1', 'Ấp Rẫy', 'Ấp Lạ')], 'is'],
    ['not where one is today’s alone', [said('Xã An Bình', 'Ấp 1', 'Ấp Rẫy', 'Ấp 3')], 'no'],
    ['not of hamlets that neither has', [said('Xã An Bình', 'Ấp Lạ')], 'no'],
    ['not where all are placed as well without it', [said('Xã An Bình', 'Ấp Rẫy')], 'no'],
    ['not where today’s is named by its code', [sheet.lacking, said('21', 'Ấp 3')], 'no'],
    ['not of one that no commune bears today', [said('Xã Cũ Kỹ', 'Ấp 1')], 'no'],
    ['not of some that both have', [sheet.some], 'no'],
    ['of those, beside a commune that has ended', [sheet.some, said('Xã Cũ Kỹ')], 'is'],
    ['or that says that it has', [sheet.some, said('Cũ Kỹ cũ')], 'is'],
    ['and one that never was', [sheet.some, said('Cũ Kỹ'), said('Xã Lạ')], 'is'],
    ['but not one of today alone', [sheet.some, said('Cũ Kỹ'), said('Xã Mới')], 'no'],
    ['perhaps, of all that the old one had', [sheet.whole], 'may be'],
    ['not where one is there oftener', [said('Xã Phú Hòa', 'Ấp 1', 'Ấp 2', 'Ấp 2')], 'no'],
    ['nor where they are all of today’s too', [said('Xã Tân Lộc', 'Ấp 1', 'Ấp 2')], 'no'],
    ['nor of a single one', [said('Xã Vĩnh An', 'Ấp 1')], 'no'],
    ['one that neither has says nothing', [said('Phú Hòa', 'Ấp 1', 'Ấp 2', 'Ấp Lạ')], 'may be'],
    ['a code means what it means today', [said('21', 'Ấp 1', 'Ấp Rẫy')], 'no'],
  ])('%s', (_, sheets, meant) => {
    const names = matcher.former(sheets);
    const isMeant = names && [...names.values()].map((former) => former.isMeant)[0]!;
    expect(isMeant === null ? 'no' : isMeant ? 'is' : 'may be').toBe(meant);
  });

  it.each([
    ['Huyện Đông', true],
    ['Đông', true],
    ['Thị xã Đông', false],
    ['Huyện Nam', false],
    ['', false],
  ])('of two that have ended, that in the district %s', (district, isMeant) => {
    const one = { ...said('Xã Hòa Lợi', 'Ấp 1', 'Ấp Bàu'), district };
    expect(matcherOn('2025-02-14').former([one]) !== null).toBe(isMeant);
  });

  it.each([
    ['of what is meant, the old one’s hamlet', sheet.lacking, 'Xã An Bình/Ấp 1', 'moved 200'],
    ['by its code too', sheet.lacking, '21/Ấp 1', 'moved 200'],
    ['of what may be, both are to choose from', sheet.whole, 'Phú Hòa/Ấp 1', 'ambiguous 300, 310'],
    ['but not the communes', sheet.whole, 'Xã Phú Hòa', 'found 31'],
    ['others are read as ever', sheet.whole, 'Xã Tân Lộc/Ấp 1', 'found 410'],
    ['and hamlets of no commune', sheet.whole, '/Ấp Rẫy', 'found 201'],
  ])('%s', (_, sheets, name, found) => {
    const read = readAsFormer(matcher.match, matcher.former([sheets])!);
    const [commune, hamlet] = name.split('/');
    const got = read({ ...(commune && { commune }), ...(hamlet && { hamlet }) });
    const units = 'choices' in got ? got.choices : 'node' in got ? [got.node!] : [];
    expect(`${got.kind} ${units.map(({ unit }) => unit.code).join(', ')}`).toBe(found);
  });
});

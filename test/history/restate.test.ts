import { describe, expect, it } from 'vitest';
import { lastDay, type Month } from '../../src/core/period.js';
import { treeAsOf } from '../../src/geography/tree.js';
import type { Registry } from '../../src/geography/types.js';
import { isSameMap } from '../../src/history/past.js';
import { restate } from '../../src/history/restate.js';
import { restateFindings } from '../../src/history/restate-findings.js';
import { Shares } from '../../src/history/restate-shares.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { foldMonths } from '../../src/rollup/fold.js';
import type { Fact } from '../../src/rollup/types.js';
import { registryOf } from '../geography/registry.js';

const registry = registryOf({
  units: [
    '9,Tỉnh A,province,,,',
    '1,Xã Một,commune,9,,2025-06-30',
    '2,Xã Hai,commune,9,,2025-06-30',
    '3,Xã Ba,commune,9,,2025-06-30',
    '4,Xã Bốn,commune,9,,2025-06-30',
    '10,Xã Mười,commune,9,2025-07-01,',
    '3,Xã Chín,commune,9,2025-07-01,',
    // Moved with its commune, which was merged.
    'a,Ấp A,hamlet,1,,2025-06-30',
    'a,Ấp A,hamlet,10,2025-07-01,',
    // Merged into one in the other half.
    'b,Ấp B,hamlet,2,,2025-06-30',
    'c,Ấp C,hamlet,2,,2025-06-30',
    'd,Ấp D,hamlet,10,2025-07-01,',
    // Split by shares; split nobody knows how; gone with its commune, which was split.
    'e,Ấp E,hamlet,1,,2025-06-30',
    'e1,Ấp E Một,hamlet,10,2025-07-01,',
    'e2,Ấp E Hai,hamlet,3,2025-07-01,',
    'f,Ấp F,hamlet,1,,2025-06-30',
    'f1,Ấp F Một,hamlet,10,2025-07-01,',
    'f2,Ấp F Hai,hamlet,10,2025-07-01,',
    'g,Ấp G,hamlet,3,,2025-06-30',
    // Its commune went whole, it does not say where itself.
    'h,Ấp H,hamlet,2,,2025-06-30',
    'i,Ấp I,hamlet,4,,2025-06-30',
  ],
  changes: [
    '2025-07-01,1,10,1',
    '2025-07-01,2,10,1',
    '2025-07-01,3,10,',
    '2025-07-01,3,3,',
    '2025-07-01,4,10,0.6',
    '2025-07-01,4,3,0.4',
    '2025-07-01,b,d,',
    '2025-07-01,c,d,1',
    '2025-07-01,e,e1,0.6',
    '2025-07-01,e,e2,0.4',
    '2025-07-01,f,f1,',
    '2025-07-01,f,f2,',
  ],
});
const dateOf = (month: Month) => lastDay(month);
const onMapOf = (registry: Registry, to: string) => {
  return { registry, lastDayOf: dateOf, to, indicators: INDICATORS };
};
const fact = (
  unit: string,
  value: number | null,
  indicator = 'members',
  month = '2025-05',
): Fact => ({
  unit,
  month: month as Month,
  indicator,
  value,
  source: 0,
});
const put = (facts: readonly Fact[], to = '2025-08-01') => restate(facts, onMapOf(registry, to));
const plain = (facts: readonly Fact[]) => facts.map(({ unit, value }) => [unit, value]);
const folded = (facts: readonly Fact[], months: readonly string[], to = '2025-12-14') => {
  const values = foldMonths(put(facts, to).facts, INDICATORS, months as Month[]);
  return (unit: string, indicator: string) => values.get(unit)?.get(indicator);
};

describe('restating', () => {
  it('moves a hamlet with its figures, and adds merged ones up', () => {
    const { facts, unallocated, notComparable } = put([fact('a', 5), fact('b', 4), fact('c', 6)]);
    expect(plain(facts)).toEqual([
      ['a', 5],
      ['d', 4],
      ['d', 6],
    ]);
    expect([unallocated, notComparable.size]).toEqual([[], 0]);
  });

  it('names the months of which figures stand at other units, and no others', () => {
    const later = fact('d', 6, 'members', '2025-09');
    expect(put([fact('a', 5), later]).moved).toEqual(new Set());
    expect(put([fact('b', 4), later]).moved).toEqual(new Set(['2025-05']));
  });

  it('shares a split out in whole numbers where the shares are given', () => {
    expect(plain(put([fact('e', 5)]).facts)).toEqual([
      ['e1', 3],
      ['e2', 2],
    ]);
    expect(plain(put([fact('e', 0)]).facts)).toEqual([
      ['e1', 0],
      ['e2', 0],
    ]);
  });

  it('takes back from parts that were given too much, and never more than they have', () => {
    // Rounding gave both of the small ones one too many when the last two were to be given out.
    const shares = new Shares();
    const at = treeAsOf(registry, '2025-08-01').byCode.get('10')!;
    const parts = [16, 1, 1, 12, 12].map((share) => ({ at, share: share / 42 }));
    const [values, last] = [[1, 2, 2, 2, 2, 1, 1, 2, 1, 3, 2], 2];
    for (const value of values) shares.give(fact('e', value), parts);
    const { given, rest } = shares.give(fact('e', last), parts);
    expect(given.every((n) => n >= 0)).toBe(true);
    expect(given.reduce((a, b) => a + b, rest)).toBe(last);
  });

  it('leaves a split in the total above where nobody knows how, and says so', () => {
    const { facts, unallocated, notComparable, certified } = put([fact('f', 5), fact('a', 2)]);
    expect(plain(facts)).toEqual([
      ['a', 2],
      ['10', 5],
    ]);
    expect(unallocated).toMatchObject([
      { unit: 'f', old: { code: 'f', name: 'Ấp F' }, value: 5, at: '10', among: ['f1', 'f2'] },
    ]);
    expect([...notComparable.keys()]).toEqual(['f1', 'f2']);
    expect(certified).toMatchObject([{ before: 7, after: 2, notAllocated: 5 }]);
    const told = restateFindings(put([fact('f', 5)]), treeAsOf(registry, '2025-08-01'));
    expect(told.map(({ code }) => code)).toEqual(['CCDS-M01', 'CCDS-M01']);
  });

  it('looks for a hamlet that does not say where it went with its commune', () => {
    const { facts, unallocated, notComparable } = put([fact('h', 3), fact('g', 8), fact('i', 10)]);
    expect(plain(facts)).toEqual([
      ['9', 8],
      ['10', 3],
      ['10', 6],
      ['3', 4],
    ]);
    expect(unallocated).toMatchObject([{ unit: 'g', old: { name: 'Xã Ba' }, at: '9' }]);
    expect([...notComparable.keys()].sort()).toEqual(['10', '3']);
  });

  it('keeps blank blank, and a split of nothing is nothing everywhere', () => {
    const { facts, notComparable } = put([fact('f', 0), fact('g', null)]);
    expect(plain(facts)).toEqual([
      ['f1', 0],
      ['f2', 0],
      ['9', null],
    ]);
    expect(notComparable.size).toBe(0);
  });

  it('goes back where the change is whole, and says where it is not', () => {
    const august = (unit: string, value: number) => fact(unit, value, 'members', '2025-08');
    const back = put(
      [august('a', 5), august('d', 9), august('e1', 3), august('e2', 2)],
      '2025-05-14',
    );
    expect(plain(back.facts)).toEqual([
      ['a', 5],
      ['2', 9],
      ['e', 3],
      ['e', 2],
    ]);
    expect([...back.notComparable.keys()].sort()).toEqual(['b', 'c']);
  });

  it('shares no hamlet out as its commune was, where others of it say where they went', () => {
    const told = registryOf({
      units: [
        '9,Tỉnh A,province,,,',
        '4,Xã Bốn,commune,9,,2025-06-30',
        '10,Xã Mười,commune,9,2025-07-01,',
        '3,Xã Chín,commune,9,2025-07-01,',
        'k,Ấp K,hamlet,4,,2025-06-30',
        'k,Ấp K,hamlet,10,2025-07-01,',
        'l,Ấp L,hamlet,4,,2025-06-30',
      ],
      changes: ['2025-07-01,4,10,0.6', '2025-07-01,4,3,0.4'],
    });
    const moved = restate([fact('k', 5), fact('l', 10)], onMapOf(told, '2025-08-01'));
    expect(plain(moved.facts)).toEqual([
      ['k', 5],
      ['9', 10],
    ]);
    expect(moved.unallocated).toMatchObject([{ unit: 'l', old: { name: 'Xã Bốn' }, at: '9' }]);
  });

  it('tells what was split between two provinces as in no total', () => {
    const two = registryOf({
      units: [
        '8,Tỉnh B,province,,,',
        '9,Tỉnh A,province,,,',
        '1,Xã Một,commune,9,,',
        '2,Xã Hai,commune,8,,',
        'k,Ấp K,hamlet,1,,2025-06-30',
        'k1,Ấp K Một,hamlet,1,2025-07-01,',
        'k2,Ấp K Hai,hamlet,2,2025-07-01,',
      ],
      changes: ['2025-07-01,k,k1,', '2025-07-01,k,k2,'],
    });
    const restated = restate([fact('k', 5)], onMapOf(two, '2025-08-01'));
    expect(restated.unallocated).toMatchObject([{ unit: 'k', at: null, among: ['k1', 'k2'] }]);
    const told = restateFindings(restated, treeAsOf(two, '2025-08-01'));
    expect(told.map(({ code, args }) => [code, args.name])).toEqual([['CCDS-M03', 'Ấp K']]);
  });

  it('gives rounding back within a commune that is shared out', () => {
    const many = registryOf({
      units: [
        '9,Tỉnh A,province,,,',
        '4,Xã Bốn,commune,9,,2025-06-30',
        '10,Xã Mười,commune,9,2025-07-01,',
        '3,Xã Chín,commune,9,2025-07-01,',
        ...Array.from({ length: 20 }, (_, i) => `h${i},Ấp ${i},hamlet,4,,2025-06-30`),
      ],
      changes: ['2025-07-01,4,10,0.6', '2025-07-01,4,3,0.4'],
    });
    const ones = Array.from({ length: 20 }, (_, i) => fact(`h${i}`, 1));
    const { facts } = restate(ones, onMapOf(many, '2025-08-01'));
    const at = (unit: string) =>
      facts.filter((one) => one.unit === unit).reduce((sum, { value }) => sum + value!, 0);
    expect([at('10'), at('3')]).toEqual([12, 8]);
  });
});

it('the map is another one where a unit only ended, or only began', () => {
  const units = ['9,Tỉnh A,province,,,', '1,Xã Một,commune,9,,', 'k,Ấp K,hamlet,1,,'];
  const same = (more: string) =>
    isSameMap(registryOf({ units: [...units, more] }), '2025-05-14', '2025-08-14');
  expect(same('l,Ấp L,hamlet,1,,2025-06-30')).toBe(false);
  expect(same('l,Ấp L,hamlet,1,2025-07-01,')).toBe(false);
  expect(same('l,Ấp L,hamlet,1,2025-08-15,')).toBe(true);
  expect(same('l,Ấp L,hamlet,1,,2025-08-14')).toBe(true);
});

describe('restating months on both sides of a change', () => {
  it('keeps a stock of each that was merged until the merged one reports', () => {
    const may = [fact('b', 4, 'members', '2025-05'), fact('c', 6, 'members', '2025-06')];
    expect(folded(may, ['2025-05', '2025-06', '2025-07'])('d', 'members')).toBe(10);
    const then = [...may, fact('d', 9, 'members', '2025-07')];
    expect(folded(then, ['2025-05', '2025-06', '2025-07'])('d', 'members')).toBe(9);
  });

  it('keeps on an earlier map what became one until that reports, which stands above them', () => {
    const months = ['2025-05', '2025-08', '2025-09'];
    const early = '2025-06-30';
    const may = ['b', 'c'].flatMap((code) => [
      fact(code, 4, 'members', '2025-05'),
      fact(code, 5, 'households_assisted', '2025-05'),
    ]);
    const then = [
      ...may,
      fact('d', 9, 'members', '2025-08'),
      fact('d', 7, 'households_assisted', '2025-08'),
      fact('a', 1, 'members', '2025-09'),
      fact('d', 2, 'households_assisted', '2025-09'),
    ];
    const sum = (of: ReturnType<typeof folded>, id: string) =>
      ['b', 'c', '2'].reduce((all, code) => all + (of(code, id) ?? 0), 0);
    expect(sum(folded(may, months, early), 'members')).toBe(8);
    const later = folded(then, months, early);
    expect(['2', 'b', 'c'].map((code) => later(code, 'members'))).toEqual([9, 0, 0]);
    expect(sum(later, 'households_assisted')).toBe(19);
    expect(sum(later, 'households_assisted_total')).toBe(19);
    const stated = [...then, fact('d', 30, 'households_assisted_total', '2025-08')];
    expect(sum(folded(stated, months, early), 'households_assisted_total')).toBe(32);
  });

  it('adds flows up over the change', () => {
    const facts = [
      fact('b', 4, 'households_assisted', '2025-05'),
      fact('c', 6, 'households_assisted', '2025-06'),
      fact('d', 5, 'households_assisted', '2025-08'),
    ];
    expect(folded(facts, ['2025-05', '2025-06', '2025-08'])('d', 'households_assisted')).toBe(15);
  });

  it('runs a total on over the change', () => {
    const facts = [
      fact('b', 10, 'households_assisted_total', '2025-05'),
      fact('b', 2, 'households_assisted', '2025-05'),
      fact('c', 6, 'households_assisted', '2025-05'),
      fact('b', 3, 'households_assisted', '2025-06'),
      fact('b', 7, 'members', '2025-06'),
      fact('d', 5, 'households_assisted', '2025-08'),
    ];
    const months = ['2025-05', '2025-06', '2025-08'];
    expect(folded(facts, months)('d', 'households_assisted_total')).toBe(24);
    expect(folded(facts, months)('d', 'households_assisted')).toBe(16);
  });

  it('runs a total on where the next month leaves it blank, and knows none where the first does', () => {
    const total = 'households_assisted_total';
    const first = [fact('b', 2, 'households_assisted'), fact('b', null, total)];
    const known = [fact('b', 10, total), fact('b', 2, 'households_assisted')];
    const next = [
      fact('b', 3, 'households_assisted', '2025-06'),
      fact('b', null, total, '2025-06'),
      fact('d', 5, 'households_assisted', '2025-08'),
    ];
    const months = ['2025-05', '2025-06', '2025-08'];
    expect(folded([...known, ...next], months)('d', total)).toBe(18);
    expect(folded([...first, ...next.slice(0, 2)], months)('d', total) ?? null).toBeNull();
    expect(folded([...first, ...next], months)('d', total)).toBe(2 + 3 + 5);
  });

  it('counts a split stock no longer once a part of it reports itself', () => {
    const facts = [fact('f', 5, 'members', '2025-05')];
    const months = ['2025-05', '2025-08'];
    expect(folded(facts, months)('10', 'members')).toBe(5);
    const later = folded([...facts, fact('f1', 3, 'members', '2025-08')], months);
    expect([later('10', 'members'), later('f1', 'members')]).toEqual([0, 3]);
  });

  it('ends what a split ran up where a part of it begins, whatever else its unit above holds', () => {
    const facts = [
      fact('f', 5, 'households_assisted', '2025-05'),
      fact('f1', 3, 'households_assisted', '2025-08'),
      fact('10', 40, 'members', '2025-08'),
    ];
    const total = folded(facts, ['2025-05', '2025-08']);
    const units = ['10', 'f1'] as const;
    expect(units.map((unit) => total(unit, 'households_assisted_total'))).toEqual([0, 3]);
  });
});

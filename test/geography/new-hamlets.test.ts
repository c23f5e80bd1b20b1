import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newHamlets } from '../../src/geography/new-hamlets.js';
import { unitAsOf } from '../../src/geography/validity.js';

import { registryOf } from './registry.js';

const registry = registryOf({
  units: [
    '9,Tỉnh A,province,,,',
    '100,Xã Một,commune,9,,',
    '200,Xã Hai,commune,9,,',
    '100001,Ấp Cũ,hamlet,100,,2020-12-31',
  ],
});
const commune = (code: string) => unitAsOf(registry, code, '2025-01-01')!;
const named = (name: string, rows = 1, code = '100') => ({ commune: commune(code), name, rows });
const brief = (names: ReturnType<typeof named>[]) =>
  newHamlets(registry, names).map(({ code, name, rows }) => [code, name, rows]);

describe('new hamlets', () => {
  it('are one for all spellings that fold to one name, in the commonest', () => {
    const found = newHamlets(registry, [
      named('ấp 1', 2),
      named('Ấp 1', 9),
      named('Ấp I'),
      named('Ấp 10'),
      named('1', 3),
      named('Ấp 2'),
    ]);
    expect(found.map(({ name, rows }) => [name, rows])).toEqual([
      ['Ấp 1', 15],
      ['Ấp 2', 1],
      ['Ấp 10', 1],
    ]);
    expect(found[0]!.spellings).toEqual(['Ấp I', 'ấp 1', '1']);
  });

  it('are called with their types in full, and not in capitals', () => {
    const found = newHamlets(registry, [
      named('TDP 3', 5),
      named('KP.2', 4),
      named('Khu phố 2'),
      named('ẤP GÒ', 7),
      named('Ấp Gò', 2),
      named("Buôn H'Đrát"),
      named('Buôn Hđrát', 3),
      named('Tổ dân phố số 4', 2),
    ]);
    expect(found.map(({ name, spellings }) => [name, ...spellings])).toEqual([
      ['Ấp Gò', 'ẤP GÒ'],
      ["Buôn H'Đrát", 'Buôn Hđrát'],
      ['Khu phố 2', 'KP.2'],
      ['Tổ dân phố 3', 'TDP 3'],
      ['Tổ dân phố số 4'],
    ]);
  });

  it('never get a code that was ever given', () => {
    expect(brief([named('Ấp 1'), named('Ấp 2'), named('Ấp 1', 1, '200')])).toEqual([
      ['100002', 'Ấp 1', 1],
      ['100003', 'Ấp 2', 1],
      ['200001', 'Ấp 1', 1],
    ]);
  });

  it('tell of one that differs by accents or type alone', () => {
    const near = newHamlets(registry, [named('Ấp Ba'), named('Ấp Bà'), named('Ấp Tư')]);
    expect(near.map(({ name, near: other }) => [name, other])).toEqual([
      ['Ấp Ba', 'Ấp Bà'],
      ['Ấp Bà', 'Ấp Ba'],
      ['Ấp Tư', ''],
    ]);
  });

  it('do not depend on the order in which the sheets name them, and lose no row', () => {
    const some = fc.array(
      fc.record({
        name: fc.constantFrom('Ấp 1', 'ấp 1', '1', 'Khóm 1', 'Ấp Bà', 'Ba', 'Ấp Ba', 'Ấp X'),
        rows: fc.integer({ min: 1, max: 9 }),
        code: fc.constantFrom('100', '200'),
      }),
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const unique = new Map(drawn.map((one) => [`${one.code} ${one.name}`, one]));
        const names = [...unique.values()].map((one) => named(one.name, one.rows, one.code));
        const found = newHamlets(registry, names);
        expect(newHamlets(registry, [...names].reverse())).toEqual(found);
        const sum = (all: readonly { rows: number }[]) => all.reduce((n, { rows }) => n + rows, 0);
        expect(sum(found)).toBe(sum(names));
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/geography/match.js';
import { treeAsOf } from '../../src/geography/tree.js';
import type { Match } from '../../src/geography/types.js';
import { registryOf } from './registry.js';

const NAMES = [
  'Ấp 19/5',
  'Ấp 195',
  'Khóm 8/3',
  'Khóm 8.3',
  'Ấp 2-9',
  'Ấp 3/2',
  'Ấp 3/20',
  'Ấp 5',
  'Ấp 3/1975',
];
const registry = registryOf({
  units: [
    '96,Tỉnh Thử,province,,,',
    '9601,Xã Tân Ân,commune,96,,',
    ...NAMES.map((name, i) => `9601${i + 10},${name},hamlet,9601,,`),
    '9602,Xã Phú Lâm,commune,96,,',
    '960210,Ấp 19.5,hamlet,9602,,',
  ],
});
const matcher = createMatcher(registry, treeAsOf(registry, '2024-09-14'));

function said(found: Match | null): string {
  const names = (nodes: readonly { unit: { name: string } }[]) =>
    nodes.map(({ unit }) => unit.name).join('; ');
  if (found === null) return 'none';
  if (found.kind === 'unknown') return `unknown, near ${names(found.suggestions)}`;
  if (found.kind === 'ambiguous') return `one of ${names(found.choices)}`;
  return found.kind === 'ended' ? 'ended' : names([found.node]);
}

describe('numbers in a name that a sign stands between', () => {
  it.each([
    ['19/5', 'Ấp 19/5'],
    ['19.5', 'Ấp 19/5'],
    ['Ấp 19-5', 'Ấp 19/5'],
    ['Ấp 19 5', 'Ấp 19/5'],
    ['ấp 19_05', 'Ấp 19/5'],
    ['195', 'Ấp 195'],
    ['2/9', 'Ấp 2-9'],
    ['Khóm 8.3', 'Khóm 8.3'],
    ['Khóm 8/3', 'Khóm 8/3'],
    ['8-3', 'one of Khóm 8/3; Khóm 8.3'],
    ['Khóm 19.5', 'unknown, near Ấp 19/5'],
    ['3/2', 'Ấp 3/2'],
    // A cell's number has no nought at its end.
    ['3.2', 'one of Ấp 3/2; Ấp 3/20'],
    ['Ấp 3.2', 'Ấp 3/2'],
    ['Ấp 1 95', 'unknown, near '],
    // What a spreadsheet makes a date of.
    ['2/3/2024', 'unknown, near Ấp 3/2'],
    ['1/3/1975', 'unknown, near Ấp 3/1975'],
    ['2/3/1975', 'unknown, near Ấp 3/2'],
  ])('%s is %s', (hamlet, name) => {
    expect(said(matcher.match({ commune: 'Xã Tân Ân', hamlet }))).toBe(name);
  });

  it('are those of another unit where that is written so', () => {
    expect(said(matcher.match({ commune: 'Xã Phú Lâm', hamlet: '19.5' }))).toBe('Ấp 19.5');
    expect(said(matcher.match({ hamlet: 'Ấp 19-5' }))).toBe('one of Ấp 19/5; Ấp 19.5');
  });

  it.each([
    ['Xã Tân Ân - Ấp 19-5.xlsx', 'Ấp 19/5'],
    ['Xã Tân Ân - Ấp 19_5 T9.2024.xlsx', 'Ấp 19/5'],
    ['Xã Tân Ân - Ấp 2.9.xlsx', 'Ấp 2-9'],
    ['Xã Tân Ân - Ấp 195.xlsx', 'Ấp 195'],
    ['Xã Tân Ân - Khóm 8.3.xlsx', 'Khóm 8.3'],
    ['Xã Tân Ân - Khóm 8-3.xlsx', 'one of Khóm 8/3; Khóm 8.3'],
  ])('may have any sign in the name of a file: %s', (text, name) => {
    expect(said(matcher.matchText(text))).toBe(name);
  });

  it.each([
    ['19/05/2024', 'Ấp 19/5'],
    ['Ấp 19/05/2024', 'Ấp 19/5'],
    ['05/19/2024', 'Ấp 19/5'],
    ['02/09/2024', 'Ấp 2-9'],
    ['01/01/2024', ''],
  ])('are asked about where a spreadsheet made a date of them: %s', (hamlet, near) => {
    const found = matcher.match({ commune: 'Xã Tân Ân', hamlet });
    expect(said(found)).toBe(`unknown, near ${near}`);
  });
});

describe('apostrophes in a name', () => {
  const registry = registryOf({
    units: [
      '66,Tỉnh Thử,province,,,',
      "6601,Xã Cư M'gar,commune,66,,",
      "660101,Buôn H'Đrát,hamlet,6601,,",
      '660102,Buôn Mduk,hamlet,6601,,',
      "660103,Buôn K'Ra,hamlet,6601,,",
      '660104,Buôn Kra,hamlet,6601,,',
    ],
  });
  const { match } = createMatcher(registry, treeAsOf(registry, '2024-09-14'));

  it.each([
    ["Buôn H'Đrát", "Buôn H'Đrát"],
    ['Buôn H’Đrát', "Buôn H'Đrát"],
    ['Buôn Hđrát', "Buôn H'Đrát"],
    ["M'Duk", 'Buôn Mduk'],
    ["K'Ra", "Buôn K'Ra"],
    ['Kra', 'Buôn Kra'],
    ['Buôn H Đrát', "unknown, near Buôn H'Đrát"],
    ['Buôn Hdrát', "unknown, near Buôn H'Đrát"],
  ])('are left out or put in by some: %s is %s', (hamlet, name) => {
    expect(said(match({ commune: 'Xã Cư Mgar', hamlet }))).toBe(name);
  });
});

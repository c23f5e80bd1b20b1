import { describe, expect, it } from 'vitest';
import {
  changesFrom,
  changesTo,
  isWhole,
  leadsTo,
  predecessors,
  successors,
} from '../../src/geography/changes.js';
import { endedName } from '../../src/geography/namesakes.js';
import { unitAsOf } from '../../src/geography/validity.js';

import { registryOf } from './registry.js';

const registry = registryOf({
  units: [
    '96,Tỉnh A,province,,,',
    '1,Xã A,commune,96,,2024-12-31',
    '2,Xã B,commune,96,,2024-12-31',
    '1,Xã AB,commune,96,2025-01-01,2025-06-30',
    '3,Xã C,commune,96,,2025-06-30',
    '1,Xã ABC,commune,96,2025-07-01,',
    '4,Xã D,commune,96,2025-07-01,',
    '5,Xã E,commune,96,,2025-06-30',
    'H1,Ấp 1,hamlet,2,,2024-12-31',
    'H1,Ấp 1,hamlet,1,2025-01-01,',
    'H2,Ấp 2,hamlet,1,,2025-12-31',
  ],
  changes: [
    '2025-01-01,1,1,',
    '2025-01-01,2,1,1',
    '2025-07-01,1,1,1',
    '2025-07-01,3,1,',
    '2025-07-01,3,4,',
    '2025-07-01,5,4,0.6',
    '2026-01-01,H2,H1,',
  ],
});
const unit = (code: string, date: string) => unitAsOf(registry, code, date)!;
const names = (units: readonly { name: string }[]) => units.map(({ name }) => name);

it('names the hamlet that bore a code last before a day, in whatever order the rows stand', () => {
  const registry = registryOf({
    units: [
      '9,Tỉnh A,province,,,',
      '1,Xã Một,commune,9,,',
      '11,Ấp Hai,hamlet,1,2010-01-01,2019-12-31',
      '11,Ấp Ba,hamlet,1,2020-01-01,',
      '11,Ấp Một,hamlet,1,,2009-12-31',
    ],
  });
  expect(endedName(registry, '11', '2024-01-01')).toBe('Ấp Hai');
  expect(endedName(registry, '11', '2015-01-01')).toBe('Ấp Một');
  expect(endedName(registry, '11', '2005-01-01')).toBe('Ấp Hai');
});

describe('changes', () => {
  it('lead on through whole changes, one after the other', () => {
    expect(leadsTo(registry, unit('2', '2024-06-01'), '2025-02-01')?.name).toBe('Xã AB');
    expect(leadsTo(registry, unit('2', '2024-06-01'), '2025-08-01')?.name).toBe('Xã ABC');
    expect(leadsTo(registry, unit('1', '2024-06-01'), '2025-08-01')?.name).toBe('Xã ABC');
    expect(leadsTo(registry, unit('4', '2025-08-01'), '2025-08-01')?.name).toBe('Xã D');
  });

  it('lead nowhere from a split, a part, or before they happen', () => {
    expect(leadsTo(registry, unit('3', '2025-01-01'), '2025-08-01')).toBeNull();
    expect(leadsTo(registry, unit('5', '2025-01-01'), '2025-08-01')).toBeNull();
    expect(leadsTo(registry, unit('4', '2025-08-01'), '2025-01-01')).toBeNull();
  });

  it('follow a hamlet that moved, and one that was merged', () => {
    const h1 = unit('H1', '2024-06-01');
    expect(leadsTo(registry, h1, '2025-02-01')).toBe(unit('H1', '2025-02-01'));
    expect(leadsTo(registry, unit('H2', '2025-01-01'), '2026-01-01')?.code).toBe('H1');
  });

  it('name all successors and predecessors of a day', () => {
    expect(names(successors(registry, unit('3', '2025-01-01'), '2025-08-01'))).toEqual([
      'Xã ABC',
      'Xã D',
    ]);
    expect(names(predecessors(registry, unit('1', '2025-08-01'), '2024-06-01'))).toEqual([
      'Xã A',
      'Xã B',
      'Xã C',
    ]);
    expect(names(predecessors(registry, unit('4', '2025-08-01'), '2025-06-01'))).toEqual([
      'Xã C',
      'Xã E',
    ]);
  });

  it('read codes as of their days', () => {
    expect(changesFrom(registry, unit('1', '2025-02-01'))).toMatchObject([
      { effective: '2025-07-01' },
    ]);
    expect(changesTo(registry, unit('1', '2025-02-01'))).toHaveLength(2);
    expect(registry.changes.map((change) => isWhole(registry, change))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BaselineValues, baselinesAsOf } from '../../src/geography/baselines.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { registryOf } from './registry.js';

const units = [
  '95,Tỉnh B,province,,,2025-06-30',
  '96,Tỉnh A,province,,,',
  '31,Xã C,commune,96,,2025-06-30',
  '31,Xã D,commune,96,2025-07-01,',
  '32,Xã E,commune,96,,',
  '33,Xã F,commune,95,,2025-06-30',
  'H1,Ấp 1,hamlet,31,,2025-06-30',
  'H1,Ấp 1,hamlet,32,2025-07-01,',
  'H2,Ấp 2,hamlet,32,,',
  'H3,Ấp 3,hamlet,32,,2024-12-31',
];

function at(
  date: string,
  baselines: string[],
  changes: string[] = [],
  stated?: Record<string, number>,
) {
  const registry = registryOf({ units, baselines, changes });
  const given: BaselineValues | undefined =
    stated &&
    new Map(
      Object.entries(stated).map(([code, value]) => [code, new Map([['households', value]])]),
    );
  const {
    values,
    stated: parts,
    findings,
  } = baselinesAsOf(registry, treeAsOf(registry, date), ['households'], given);
  const byUnit = (all: BaselineValues) =>
    Object.fromEntries([...all].map(([code, kinds]) => [code, kinds.get('households')]).sort());
  return { known: byUnit(values), parts: byUnit(parts), findings };
}

describe('baselinesAsOf', () => {
  it('takes the latest that is not after the day', () => {
    const rows = ['H2,households,2024-01-01,10', 'H2,households,2024-06-01,12'];
    expect(at('2024-05-31', rows).known).toMatchObject({ H2: 10 });
    expect(at('2024-06-01', rows).known).toMatchObject({ H2: 12 });
    expect(at('2023-12-31', rows).known).toEqual({});
  });

  it('sums children where all are known, and only then', () => {
    const both = ['H2,households,2024-01-01,10', 'H3,households,2024-01-01,5'];
    expect(at('2024-02-01', both).known).toEqual({ H2: 10, H3: 5, 32: 15 });
    expect(at('2024-02-01', both.slice(1)).known).toEqual({ H3: 5 });
  });

  it('tells how much of each is stated by hamlets, and not by the registry', () => {
    const own = ['H2,households,2024-01-01,10'];
    const some = at('2024-02-01', own, [], { H2: 11, H3: 5 });
    expect(some.known).toEqual({ H2: 10, H3: 5, 32: 15 });
    expect(some.parts).toEqual({ H2: 0, H3: 5, 32: 5 });
    const above = at('2024-02-01', ['32,households,2024-01-01,20'], [], { H2: 10, H3: 5 });
    expect(above.parts).toEqual({ H2: 10, H3: 5, 32: 0 });
    // A package states those of the units above as well.
    const both = [...own, 'H3,households,2024-01-01,5'];
    expect(at('2024-02-01', both, [], { 32: 15 }).parts).toEqual({ H2: 0, H3: 0, 32: 0 });
    expect(at('2024-02-01', own, [], { 32: 15 }).parts).toEqual({ H2: 0, 32: 15 });
  });

  it('lets a unit’s own win over its children’s sum, with a warning at its row', () => {
    const rows = [
      'H2,households,2024-01-01,10',
      'H3,households,2024-01-01,5',
      '32,households,2024-01-01,20',
    ];
    const { known, findings } = at('2024-02-01', rows);
    expect(known).toMatchObject({ 32: 20 });
    expect(findings).toMatchObject([
      {
        code: 'CCDS-B02',
        severity: 'warning',
        unit: '32',
        place: { file: 'baselines.csv', row: 4 },
        args: { baseline: 'households', own: 20, sum: 15 },
      },
    ]);
  });

  it('never serves another unit of the same code, but a hamlet that moved', () => {
    const rows = ['31,households,2024-01-01,100', 'H1,households,2024-01-01,7'];
    expect(at('2025-06-30', rows).known).toMatchObject({ 31: 100, H1: 7 });
    expect(at('2025-07-01', rows).known).toEqual({ H1: 7 });
  });

  it('lapses when a change touches the unit', () => {
    const rows = ['H2,households,2024-01-01,10', 'H3,households,2024-01-01,5'];
    const change = ['2025-01-01,H3,H2,'];
    expect(at('2024-12-31', rows, change).known).toMatchObject({ H2: 10 });
    expect(at('2025-01-01', rows, change).known).toEqual({});
    const renewed = [...rows, 'H2,households,2025-01-01,15'];
    expect(at('2025-01-01', renewed, change).known).toMatchObject({ H2: 15, 32: 15 });
  });

  it('lapses for the units above whose border a change crosses', () => {
    const rows = ['96,households,2024-01-01,100', '32,households,2024-01-01,40'];
    const within = ['2025-01-01,H3,H2,'];
    expect(at('2025-06-30', rows, within).known).toEqual({ 32: 40, 96: 100 });
    const across = ['2025-07-01,33,31,'];
    expect(at('2025-06-30', rows, across).known).toMatchObject({ 96: 100 });
    expect(at('2025-07-01', rows, across).known).toEqual({ 32: 40 });
  });

  it('lapses for the commune that a hamlet goes from, and the one that it goes to', () => {
    const registry = registryOf({
      units: [
        '96,Tỉnh A,province,,,',
        '31,Xã C,commune,96,,',
        '32,Xã D,commune,96,,',
        '33,Xã E,commune,96,,',
        'K,Ấp K,hamlet,31,,2025-06-30',
        'L,Ấp L,hamlet,32,2025-07-01,',
      ],
      baselines: ['31', '32', '33', '96'].map((code) => `${code},households,2024-01-01,10`),
      changes: ['2025-07-01,K,L,1'],
    });
    const { values } = baselinesAsOf(registry, treeAsOf(registry, '2025-07-14'), ['households']);
    expect([...values.keys()].sort()).toEqual(['33', '96']);
  });

  it('takes what tallies state where the registry has none', () => {
    const rows = ['H2,households,2024-01-01,10'];
    expect(at('2024-02-01', rows, [], { H2: 99, H3: 5 }).known).toEqual({ H2: 10, H3: 5, 32: 15 });
  });

  it('never makes a partial sum', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(50)), { minLength: 1, maxLength: 12 }), (sizes) => {
        const registry = registryOf({
          units: ['96,Tỉnh A,province,,,', ...sizes.map((_, i) => `H${i},Ấp ${i},hamlet,96,,`)],
          baselines: sizes.flatMap((size, i) =>
            size === null ? [] : [`H${i},households,2024-01-01,${size}`],
          ),
        });
        const { values } = baselinesAsOf(registry, treeAsOf(registry, '2024-06-01'), [
          'households',
        ]);
        const sum = sizes.includes(null) ? undefined : sizes.reduce((a, b) => a! + b!, 0);
        expect(values.get('96')?.get('households')).toBe(sum);
      }),
    );
  });
});

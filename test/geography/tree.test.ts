import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestors,
  hamletsOf,
  isWithin,
  lowestCommon,
  nodeAt,
  treeAsOf,
} from '../../src/geography/tree.js';
import type { Node, Registry, Unit } from '../../src/geography/types.js';
import { dayAfter, dayBefore, isValidOn } from '../../src/geography/validity.js';
import { growth } from '../helpers/processor-time.js';
import { registryOf } from './registry.js';

const registry = registryOf({
  units: [
    '96,Tỉnh Cà Mau,province,,,',
    '10,Huyện B,district,96,,2025-06-30',
    '9,Huyện A,district,96,,2025-06-30',
    '31,Xã C,commune,10,,2025-06-30',
    '31,Xã D,commune,96,2025-07-01,',
    '32,Xã E,commune,9,,2025-06-30',
    'H2,Ấp 2,hamlet,31,,',
    'H1,Ấp 1,hamlet,31,,',
    'H3,Ấp 3,hamlet,32,,2025-06-30',
    'H3,Ấp 3,hamlet,31,2025-07-01,',
  ],
});
const codes = (nodes: readonly Node[]) => nodes.map((node) => node.unit.code);

describe('treeAsOf', () => {
  it('is the tree of the day, ordered by code', () => {
    const may = treeAsOf(registry, '2025-05-14');
    expect(codes(may.roots[0]!.children)).toEqual(['10', '9']);
    expect(may.levels).toEqual(['province', 'district', 'commune', 'hamlet']);
    expect(codes(hamletsOf(may.roots[0]!))).toEqual(['H1', 'H2', 'H3']);
    const august = treeAsOf(registry, '2025-08-14');
    expect(august.levels).toEqual(['province', 'commune', 'hamlet']);
    expect(codes(august.byCode.get('31')!.children)).toEqual(['H1', 'H2', 'H3']);
    expect(treeAsOf(registry, '2025-08-14')).toBe(august);
  });

  it('has every unit of the day exactly once, under its parent', () => {
    fc.assert(
      fc.property(randomUnits(), fc.integer({ min: 1990, max: 2010 }), (units, year) => {
        const date = `${year}-06-15`;
        const tree = treeAsOf(bare(units), date);
        const seen: Unit[] = [];
        const visit = (node: Node) => {
          seen.push(node.unit);
          node.children.forEach(visit);
        };
        tree.roots.forEach(visit);
        const valid = units.filter((unit) => isValidOn(unit, date));
        expect(new Set(seen)).toEqual(new Set(valid));
        expect(seen).toHaveLength(valid.length);
        expect(tree.byCode.size).toBe(valid.length);
      }),
    );
  });

  it('takes time by the number of units, up to 10 provinces of 7.200 hamlets each', () => {
    const registries = new Map(
      [25, 800].map((communes) => [communes, bare(wideUnits(10, communes))]),
    );
    const build = (communes: number) => {
      const wide = registries.get(communes)!;
      const tree = treeAsOf(wide, '2025-01-01');
      expect(tree.byCode.size).toBe(wide.units.length);
      expect(tree.roots.flatMap(hamletsOf).length).toBe(90 * communes);
    };
    expect(growth(build, 800)).toBeLessThan(10);
  });
});

describe('ways through the tree', () => {
  const tree = treeAsOf(registry, '2025-05-14');
  const node = (code: string) => tree.byCode.get(code)!;

  it('lead up', () => {
    expect(codes(ancestors(node('H1')))).toEqual(['31', '10', '96']);
    expect(nodeAt(node('H1'), 'district')).toBe(node('10'));
    expect(nodeAt(node('H1'), 'hamlet')).toBe(node('H1'));
    expect(nodeAt(node('96'), 'district')).toBeNull();
    expect(isWithin(node('H1'), node('10'))).toBe(true);
    expect(isWithin(node('10'), node('H1'))).toBe(false);
  });

  it('meet in the lowest unit that covers all', () => {
    expect(lowestCommon([node('H1'), node('H2')])).toBe(node('31'));
    expect(lowestCommon([node('H1'), node('H3')])).toBe(node('96'));
    expect(lowestCommon([node('H1'), node('31')])).toBe(node('31'));
    expect(lowestCommon([node('H1')])).toBe(node('H1'));
    expect(lowestCommon([])).toBeNull();
  });
});

describe('days', () => {
  it('are those of the calendar', () => {
    expect([dayBefore('2025-07-01'), dayAfter('2024-12-31')]).toEqual(['2025-06-30', '2025-01-01']);
  });
});

function bare(units: readonly Unit[]): Registry {
  return { units, baselines: [], targets: [], changes: [], teams: [], tables: {} };
}

function unit(code: string, level: string, parent: string | null, dates: Partial<Unit> = {}): Unit {
  return {
    code,
    name: `${level} ${code}`,
    level,
    parent,
    validFrom: null,
    validTo: null,
    ...dates,
  };
}

/** A province, communes of which codes are reused from the year 2000 on, hamlets below. */
function randomUnits(): fc.Arbitrary<Unit[]> {
  const commune = fc.tuple(fc.boolean(), fc.nat(5));
  return fc
    .array(commune, { maxLength: 6 })
    .map((communes) => [
      unit('96', 'province', null),
      ...communes.flatMap(([reused, hamlets], i) => [
        unit(`3${i}`, 'commune', '96', reused ? { validTo: '1999-12-31' } : {}),
        ...(reused ? [unit(`3${i}`, 'commune', '96', { validFrom: '2000-01-01' })] : []),
        ...Array.from({ length: hamlets }, (_, j) => unit(`3${i}${j}`, 'hamlet', `3${i}`)),
      ]),
    ]);
}

function wideUnits(provinces: number, communes: number): Unit[] {
  const units: Unit[] = [];
  for (let p = 0; p < provinces; p++) {
    units.push(unit(`${10 + p}`, 'province', null));
    for (let c = 0; c < communes; c++) {
      const commune = `${10 + p}${String(c).padStart(4, '0')}`;
      units.push(unit(commune, 'commune', `${10 + p}`));
      for (let h = 0; h < 9; h++) units.push(unit(`${commune}${h}`, 'hamlet', commune));
    }
  }
  return units;
}

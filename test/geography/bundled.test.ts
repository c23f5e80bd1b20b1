import { describe, expect, it } from 'vitest';
import { baselinesAsOf } from '../../src/geography/baselines.js';
import { isWhole, leadsTo, successors } from '../../src/geography/changes.js';
import { createMatcher } from '../../src/geography/match.js';
import { descendantsAt, treeAsOf } from '../../src/geography/tree.js';
import { unitAsOf } from '../../src/geography/validity.js';
import { bundledLines, load } from './registry.js';

const { registry, problems, findings } = load(bundledLines());
const count = (date: string, province: string, level: string) =>
  descendantsAt(treeAsOf(registry, date).byCode.get(province)!, level).length;

describe('the bundled registry of Cà Mau', () => {
  it('passes its self-checks', () => {
    expect(problems).toEqual([]);
    expect(findings).toEqual([]);
  });

  it('has 101 communes in 9 districts in 2023, and Bạc Liêu 64 in 7', () => {
    const tree = treeAsOf(registry, '2023-05-01');
    expect(tree.levels).toEqual(['province', 'district', 'commune']);
    expect(tree.roots.map((root) => root.unit.name)).toEqual(['Tỉnh Bạc Liêu', 'Tỉnh Cà Mau']);
    expect(tree.byCode.get('96')!.children.map((district) => district.children.length)).toEqual([
      17, 8, 12, 13, 11, 16, 8, 9, 7,
    ]);
    expect([count('2023-05-01', '95', 'district'), count('2023-05-01', '95', 'commune')]).toEqual([
      7, 64,
    ]);
  });

  it('has 100 communes from 2025-01-01: Phường 4 and Phường 2 are one', () => {
    expect(count('2024-12-31', '96', 'commune')).toBe(101);
    expect(count('2025-01-01', '96', 'commune')).toBe(100);
    expect(count('2025-03-01', '96', 'commune')).toBe(100);
    expect(unitAsOf(registry, '32002', '2024-12-31')?.name).toBe('Phường 4');
    expect(unitAsOf(registry, '32002', '2025-01-01')?.name).toBe('Phường 2');
    expect(unitAsOf(registry, '32011', '2025-01-01')).toBeUndefined();
  });

  it('has 64 communes and no district from 2025-07-01', () => {
    const tree = treeAsOf(registry, '2025-08-01');
    expect(tree.levels).toEqual(['province', 'commune']);
    expect(tree.roots.map((root) => root.unit.code)).toEqual(['96']);
    const names = tree.roots[0]!.children.map((commune) => commune.unit.name);
    expect(names).toHaveLength(64);
    expect(names.filter((name) => name.startsWith('Phường '))).toHaveLength(9);
    expect(treeAsOf(registry, '2025-06-30').levels).toContain('district');
  });

  it('reads a code as of the day', () => {
    expect(unitAsOf(registry, '31876', '2025-05-14')?.name).toBe('Xã Phước Long');
    expect(unitAsOf(registry, '31876', '2025-08-14')?.name).toBe('Xã Vĩnh Phước');
  });

  it('leads every old commune on, 19 of 164 to several', () => {
    const old = treeAsOf(registry, '2025-06-30').roots.flatMap((root) =>
      descendantsAt(root, 'commune'),
    );
    const whole = old.filter(({ unit }) => leadsTo(registry, unit, '2025-07-01') !== null);
    const split = old.filter(({ unit }) => successors(registry, unit, '2025-07-01').length > 1);
    expect([old.length, whole.length, split.length]).toEqual([164, 145, 19]);
    const communes = registry.changes.filter(
      (change) => change.effective === '2025-07-01' && change.from.length === 5,
    );
    expect(communes).toHaveLength(186);
    expect(communes.every((change) => isWhole(registry, change) === (change.share === 1))).toBe(
      true,
    );
  });

  it('lets the baselines of old Cà Mau lapse with the merger', () => {
    const kinds = ['households', 'eligible_citizens'];
    const at = (date: string) => baselinesAsOf(registry, treeAsOf(registry, date), kinds).values;
    expect(at('2024-09-14').get('96')).toEqual(
      new Map([
        ['households', 301639],
        ['eligible_citizens', 1118560],
      ]),
    );
    expect(at('2025-06-14').has('96')).toBe(true);
    expect(at('2025-08-14').has('96')).toBe(false);
  });

  it('finds each of its names again, in any tree', () => {
    for (const date of ['2023-05-01', '2025-03-01', '2025-08-01']) {
      const tree = treeAsOf(registry, date);
      const { match } = createMatcher(registry, tree);
      for (const node of tree.byCode.values()) {
        const named: Record<string, string> = {};
        for (let at: typeof node | null = node; at; at = at.parent)
          named[at.unit.level] = at.unit.name;
        expect(match(named)).toEqual({ kind: 'found', node });
      }
    }
  });
});

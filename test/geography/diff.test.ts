import { describe, expect, it } from 'vitest';
import { diffTrees } from '../../src/geography/diff.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { bundledLines, registryOf } from './registry.js';

const registry = registryOf(bundledLines());
const diff = diffTrees(registry, '2025-06-30', '2025-07-01');
const of = (code: string, kind: string) =>
  diff.find((one) => one.code === code && one.kind === kind);

describe('what changed between two days', () => {
  it('is nothing between two days of one map', () => {
    expect(diffTrees(registry, '2025-07-01', '2025-08-01')).toEqual([]);
    expect(diffTrees(registry, '2025-03-01', '2025-06-30')).toEqual([]);
  });

  it('has every unit that is not on both days, once', () => {
    const codes = (date: string) => new Map([...treeAsOf(registry, date).byCode]);
    const [before, after] = [codes('2025-06-30'), codes('2025-07-01')];
    const gone = diff.filter(({ kind }) => ['whole', 'split', 'ended', 'moved'].includes(kind));
    expect(gone.map(({ code }) => code).sort()).toEqual(
      [...before]
        .filter(([code, node]) => after.get(code)?.unit !== node.unit)
        .map(([code]) => code)
        .sort(),
    );
    const kinds = (level: string) =>
      Object.fromEntries(
        ['whole', 'split', 'ended', 'merged', 'continued', 'new'].map((kind) => [
          kind,
          diff.filter((one) => one.level === level && one.kind === kind).length,
        ]),
      );
    expect(kinds('commune')).toMatchObject({ whole: 145, split: 19, ended: 0, new: 0 });
    expect(kinds('district')).toMatchObject({ ended: 16 });
    expect(kinds('province')).toMatchObject({ whole: 1 });
  });

  it('names partners, and a code that was given to another', () => {
    expect(of('31876', 'whole')).toMatchObject({ name: 'Xã Phước Long', reused: 'Xã Vĩnh Phước' });
    expect(of('32245', 'split')!.partners).toMatchObject([
      { code: '32244', share: null },
      { code: '32248', share: null },
    ]);
    expect(of('95', 'whole')!.partners).toEqual([{ code: '96', name: 'Tỉnh Cà Mau', share: 1 }]);
  });

  it('tells a hamlet that moved from those that ended and began', () => {
    const moved = registryOf({
      units: [
        '9,Tỉnh A,province,,,',
        '1,Xã B,commune,9,,',
        '2,Xã C,commune,9,,',
        'h,Ấp 1,hamlet,1,,2025-12-31',
        'h,Ấp 1,hamlet,2,2026-01-01,',
        'i,Ấp 2,hamlet,1,,2025-12-31',
        'j,Ấp 3,hamlet,1,2026-01-01,',
      ],
    });
    const kinds = diffTrees(moved, '2025-12-31', '2026-01-01').map(
      ({ kind, code }) => `${kind} ${code}`,
    );
    expect(kinds).toEqual(['moved h', 'ended i', 'new j']);
  });
});

import { diffTrees } from '../../geography/diff.js';
import { treeAsOf } from '../../geography/tree.js';
import type { Tree } from '../../geography/types.js';
import { askedDay } from '../asked.js';
import { givenRegistry } from './given.js';
import type { TreeDiff, UnitsOptions } from './types.js';

/** What changed between two days. @throws EnvironmentError */
export async function diffUnits(
  options: UnitsOptions,
  first: string,
  second: string,
): Promise<TreeDiff> {
  const [one, other] = [askedDay(first), askedDay(second)] as const;
  const [from, to] = one < other ? [one, other] : [other, one];
  const { registry } = await givenRegistry(options);
  const [before, after] = [treeAsOf(registry, from), treeAsOf(registry, to)];
  const levels = [...new Set([...before.levels, ...after.levels])];
  return {
    from,
    to,
    levels: levels.map((level) => ({
      level,
      from: countAt(before, level),
      to: countAt(after, level),
    })),
    differences: diffTrees(registry, from, to),
  };
}

function countAt({ byCode }: Tree, level: string): number {
  return [...byCode.values()].filter(({ unit }) => unit.level === level).length;
}

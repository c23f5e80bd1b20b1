import { type Finding, finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Tree } from '../geography/types.js';
import type { Unallocated } from '../rollup/restatement.js';
import type { Restated } from './restate-types.js';

const NOWHERE = { file: '' };

/**
 * CCDS-M01: each unit that took over a part of a split which nobody knows. CCDS-M02: each that
 * holds figures of hamlets which the map does not have. CCDS-M03, CCDS-M04: each unit that
 * nothing says of where it went.
 */
export function restateFindings(restated: Restated, tree: Tree): readonly Finding[] {
  return [
    ...notComparable(restated.unallocated, tree),
    ...nowhere(restated.unallocated, tree),
    ...[...restated.raised].map(([code, hamlets]) => {
      const args = { units: hamlets.size, unit: nameIn(tree, code), date: tree.date };
      return finding('CCDS-M02', NOWHERE, args, { unit: code });
    }),
  ];
}

function nameIn({ byCode }: Tree, code: string): string {
  return byCode.get(code)?.unit.name ?? code;
}

function notComparable(unallocated: readonly Unallocated[], tree: Tree): Finding[] {
  const byUnit = new Map<string, Map<string, Unallocated>>();
  for (const one of unallocated) {
    for (const code of one.at === null ? [] : one.among) {
      getOrMake(byUnit, code, () => new Map()).set(`${one.old.code}\n${one.old.name}`, one);
    }
  }
  return inOrder(byUnit).map(([code, olds]) => {
    const from = inOrder(olds).map(([, one]) => one);
    const name = from.map(({ old }) => old.name).join('; ');
    const parent = [...new Set(from.map(({ at }) => nameIn(tree, at!)))].join('; ');
    const args = { unit: nameIn(tree, code), name, date: tree.date, parent };
    return finding('CCDS-M01', NOWHERE, args, { unit: code });
  });
}

function nowhere(unallocated: readonly Unallocated[], tree: Tree): Finding[] {
  const byOld = new Map<string, Unallocated>();
  for (const one of unallocated) {
    if (one.at !== null && one.among.length > 0) continue;
    byOld.set(`${one.old.code}\n${one.old.name}\n${one.at ?? ''}`, one);
  }
  return inOrder(byOld).map(([, { old, at }]) => {
    const args = { name: old.name, date: tree.date };
    if (at === null) return finding('CCDS-M03', NOWHERE, args);
    return finding('CCDS-M04', NOWHERE, { ...args, parent: nameIn(tree, at) }, { unit: at });
  });
}

function inOrder<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => byCodePoint(a, b));
}

import { type Finding, finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Tree } from '../geography/types.js';
import type { Unallocated } from '../rollup/restatement.js';
import type { Restated } from './restate-types.js';

const NOWHERE = { file: '' };

/**
 * CCDS-M01 and CCDS-M03: each unit that was split nobody knows how, or went nobody says where.
 * CCDS-M02: each unit that holds figures of hamlets which the map does not have.
 */
export function restateFindings(restated: Restated, tree: Tree): readonly Finding[] {
  const byOld = new Map<string, Unallocated[]>();
  for (const one of restated.unallocated) {
    getOrMake(byOld, `${one.old.code}\n${one.old.name}\n${one.at ?? ''}`, () => []).push(one);
  }
  const keys = [...byOld.keys()].sort(byCodePoint);
  return [
    ...keys.map((key) => leftOver(byOld.get(key)!, tree)),
    ...[...restated.raised].map(([code, hamlets]) => {
      const unit = tree.byCode.get(code)?.unit.name ?? code;
      return finding(
        'CCDS-M02',
        NOWHERE,
        { units: hamlets.size, unit, date: tree.date },
        { unit: code },
      );
    }),
  ];
}

function leftOver(all: readonly Unallocated[], tree: Tree): Finding {
  const { old, at } = all[0]!;
  const { name } = old;
  const nameOf = (code: string) => tree.byCode.get(code)?.unit.name ?? code;
  if (at === null) return finding('CCDS-M03', NOWHERE, { name, date: tree.date });
  const among = [...new Set(all.flatMap((one) => one.among))].sort(byCodePoint);
  const successors = among.map(nameOf).join('; ');
  const args = { name, date: tree.date, successors, parent: nameOf(at) };
  return finding('CCDS-M01', NOWHERE, args, { unit: at });
}

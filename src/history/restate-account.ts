import { getOrMake } from '../core/memo.js';
import { HAMLET } from '../geography/validity.js';
import type { Certified, Unallocated } from '../rollup/restatement.js';
import type { Fact } from '../rollup/types.js';
import type { Placed, Restated } from './restate-types.js';

const amountOf = ({ fact, left }: Placed) => (left === null ? 0 : (fact.value ?? 0));

/** What no unit could be given. */
export function unallocatedOf(placed: readonly Placed[]): readonly Unallocated[] {
  return placed
    .filter((one) => amountOf(one) !== 0)
    .map(({ fact, origin, target, left }) => ({
      unit: origin,
      old: { code: left!.old?.code ?? origin, name: left!.old?.name ?? origin },
      month: fact.month,
      indicator: fact.indicator,
      value: fact.value!,
      at: target?.unit.code ?? null,
      among: left!.among.map(({ unit }) => unit.code),
    }));
}

/** True where a figure stands at another unit than the one that reported it. */
export function hasMoved({ fact, origin, left }: Placed): boolean {
  return left !== null || fact.unit !== origin;
}

/** Units above the hamlet that hold figures of hamlets, by code. */
export function raisedOf(placed: readonly Placed[]): Restated['raised'] {
  const raised = new Map<string, Set<string>>();
  for (const { origin, target, left } of placed) {
    if (left !== null || target === null || target.unit.level === HAMLET) continue;
    getOrMake(raised, target.unit.code, () => new Set()).add(origin);
  }
  return raised;
}

/** For each month and indicator: total before = total after + not allocated. */
export function certify(
  facts: readonly Fact[],
  placed: readonly Pick<Placed, 'fact' | 'left'>[],
): readonly Certified[] {
  const lines = new Map<string, { -readonly [K in keyof Certified]: Certified[K] }>();
  const lineOf = ({ month, indicator }: Fact) =>
    getOrMake(lines, `${month}\n${indicator}`, () => {
      return { month, indicator, before: 0, after: 0, notAllocated: 0 };
    });
  for (const fact of facts) lineOf(fact).before += fact.value ?? 0;
  for (const { fact, left } of placed) {
    lineOf(fact)[left === null ? 'after' : 'notAllocated'] += fact.value ?? 0;
  }
  return [...lines.values()];
}

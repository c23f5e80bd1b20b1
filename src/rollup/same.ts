import type { Entries } from '../forms/report.js';
import type { Identity } from '../forms/types.js';

/** The key `k` of row `i`; 0 where the row lacks it. */
export type KeyOf = (k: number, i: number) => number;

/**
 * For each row the index of the first row that is the same person, household, account or
 * merchant (contract, Counting). How many there are does not depend on the rows' order.
 */
export function sameRows(
  entries: Entries,
  identity: Identity | undefined,
  keyOf: KeyOf,
): Int32Array {
  const groups = new Groups(entries.row.length);
  const count = identity?.keys.length ?? 0;
  if (identity?.match === 'any') joinAny(groups, count, keyOf);
  else joinFallback(groups, count, keyOf);
  return groups.firsts();
}

/** One equal key is enough, and what is the same as the same is the same. */
function joinAny(groups: Groups, count: number, keyOf: KeyOf): void {
  for (let k = 0; k < count; k++) {
    const first = new Map<number, number>();
    for (let i = 0; i < groups.size; i++) joinTo(first, keyOf(k, i), i, groups);
  }
}

/**
 * The first key tells rows apart where both have it. Rows that lack it are held by the next
 * one against each other and against the first row that has both: never so as to make one of
 * two rows that an earlier key tells apart.
 */
function joinFallback(groups: Groups, count: number, keyOf: KeyOf): void {
  for (let k = 0; k < count; k++) {
    const first = new Map<number, number>();
    const lacking: number[] = [];
    for (let i = 0; i < groups.size; i++) {
      const key = keyOf(k, i);
      if (key === 0) continue;
      if (lacksBefore(k, i, keyOf)) lacking.push(i);
      else if (!first.has(key)) first.set(key, i);
    }
    for (const i of lacking) joinTo(first, keyOf(k, i), i, groups);
  }
}

function lacksBefore(k: number, i: number, keyOf: KeyOf): boolean {
  for (let before = 0; before < k; before++) if (keyOf(before, i) !== 0) return false;
  return true;
}

function joinTo(first: Map<number, number>, key: number, i: number, groups: Groups): void {
  if (key === 0) return;
  const other = first.get(key);
  if (other === undefined) first.set(key, i);
  else groups.join(other, i);
}

/** Disjoint sets of rows, each known by its first row. */
class Groups {
  readonly size: number;
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.size = size;
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x < y) this.parent[y] = x;
    else this.parent[x] = y;
  }

  firsts(): Int32Array {
    return this.parent.map((_, i) => this.root(i));
  }

  private root(i: number): number {
    let at = i;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}

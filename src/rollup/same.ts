import type { Entries, Numbers } from '../forms/report.js';
import type { Identity } from '../forms/types.js';
import { repeatedNumbers } from './repeated.js';

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
  repeated: readonly ReadonlySet<number>[] = entries.keys.map((keys) => repeatedNumbers([keys])),
): Int32Array {
  const groups = new Groups(entries.row.length);
  const count = identity?.keys.length ?? 0;
  // Few rows share a key with another: the others need not be remembered.
  const rows = entries.keys.map((keys, k) => rowsWith(keys, repeated[k]!));
  if (identity?.match === 'any') joinAny(groups, rows.slice(0, count), keyOf);
  else joinFallback(groups, rows.slice(0, count), keyOf);
  return groups.firsts();
}

function rowsWith(keys: Numbers, repeated: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  if (repeated.size === 0) return rows;
  for (let i = 0; i < keys.length; i++) if (repeated.has(keys.at(i)!)) rows.push(i);
  return rows;
}

/** One equal key is enough, and what is the same as the same is the same. */
function joinAny(groups: Groups, rows: readonly (readonly number[])[], keyOf: KeyOf): void {
  rows.forEach((own, k) => {
    const first = new Map<number, number>();
    for (const i of own) joinTo(first, keyOf(k, i), i, groups);
  });
}

/**
 * The first key tells rows apart where both have it. Rows that lack it are held by the next
 * one against each other and against the first row that has both: never so as to make one of
 * two rows that an earlier key tells apart.
 */
function joinFallback(groups: Groups, rows: readonly (readonly number[])[], keyOf: KeyOf): void {
  rows.forEach((own, k) => {
    const first = new Map<number, number>();
    const lacking: number[] = [];
    for (const i of own) {
      const key = keyOf(k, i);
      if (lacksBefore(k, i, keyOf)) lacking.push(i);
      else if (!first.has(key)) first.set(key, i);
    }
    for (const i of lacking) joinTo(first, keyOf(k, i), i, groups);
  });
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
    this.parent = new Int32Array(size);
    for (let i = 0; i < size; i++) this.parent[i] = i;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x < y) this.parent[y] = x;
    else this.parent[x] = y;
  }

  firsts(): Int32Array {
    const firsts = new Int32Array(this.size);
    for (let i = 0; i < this.size; i++) firsts[i] = this.root(i);
    return firsts;
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

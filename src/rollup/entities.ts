import type { Entries } from '../forms/report.js';
import type { Identity } from '../forms/types.js';

/** What became of one row of a list once it was held against the rows before it. */
export type Verdict = 'kept' | 'joined' | 'rejected';

export interface Resolved {
  readonly verdicts: readonly Verdict[];
  /** Index of the first row of the entity that each row belongs to. */
  readonly entity: readonly number[];
  /** Row `row` and the earlier row `other` share a weak key only (a name). */
  readonly lookAlikes: readonly { readonly row: number; readonly other: number }[];
  /** The same person in two teams: both count. */
  readonly inTwoGroups: readonly { readonly row: number; readonly other: number }[];
}

/**
 * Tells the rows of one hamlet's list apart (contract, Counting): which are the same
 * person, household, account or merchant as an earlier one. Rows in reading order.
 */
export function resolveEntities(entries: Entries, identity: Identity | undefined): Resolved {
  const n = entries.row.length;
  const found = new Finder(entries, identity);
  const verdicts: Verdict[] = new Array(n);
  const first = new Int32Array(n);
  const lookAlikes: { row: number; other: number }[] = [];
  const inTwoGroups: { row: number; other: number }[] = [];
  for (let i = 0; i < n; i++) {
    const matched = found.match(i);
    first[i] = matched;
    verdicts[i] = matched === i ? 'kept' : found.isVisit(i, matched) ? 'joined' : 'rejected';
    if (matched === i) {
      const other = found.inOtherGroup(i);
      if (other >= 0) inTwoGroups.push({ row: i, other });
      const alike = found.lookAlike(i);
      if (alike >= 0 && other < 0) lookAlikes.push({ row: i, other: alike });
    }
    found.remember(i, matched);
  }
  return { verdicts, entity: Array.from(first, (e) => found.root(e)), lookAlikes, inTwoGroups };
}

/** Indexes over the rows seen so far. */
class Finder {
  private readonly entries: Entries;
  private readonly identity: Identity | undefined;
  private readonly byKey: Map<number, number>[];
  /** Entities that lack the first key, by the second: `fallback` alone compares them. */
  private readonly lackingFirst = new Map<number, number>();
  private readonly anyGroup = new Map<number, number>();
  private readonly byWeak = new Map<number, number>();
  private readonly visits = new Map<number, Set<number>>();
  private readonly parent: Int32Array;

  constructor(entries: Entries, identity: Identity | undefined) {
    this.entries = entries;
    this.identity = identity;
    this.byKey = (identity?.keys ?? []).map(() => new Map());
    this.parent = Int32Array.from({ length: entries.row.length }, (_, i) => i);
  }

  /** First row of the entity that row `i` belongs to; `i` itself where it is new. */
  match(i: number): number {
    if (this.identity === undefined) return i;
    return this.identity.match === 'any' ? this.matchAny(i) : this.matchFallback(i);
  }

  private matchAny(i: number): number {
    let found = -1;
    for (const [k, map] of this.byKey.entries()) {
      const key = this.key(k, i);
      const other = key === 0 ? undefined : map.get(key);
      if (other === undefined) continue;
      const root = this.root(other);
      if (found >= 0 && root !== found) found = this.union(found, root);
      else found = root;
    }
    return found < 0 ? i : found;
  }

  private matchFallback(i: number): number {
    const first = this.key(0, i);
    if (first !== 0) {
      const same = this.byKey[0]!.get(first);
      if (same !== undefined) return this.root(same);
      const second = this.key(1, i);
      const lacking = second === 0 ? undefined : this.lackingFirst.get(second);
      return lacking === undefined ? i : this.root(lacking);
    }
    const second = this.key(1, i);
    const same = second === 0 ? undefined : this.byKey[1]!.get(second);
    return same === undefined ? i : this.root(same);
  }

  /** A later row of an entity on a date of its own is a visit, not a repetition. */
  isVisit(i: number, matched: number): boolean {
    const day = this.entries.visit[i] ?? 0;
    if (this.identity?.visits === undefined || day === 0) return false;
    const days = this.visits.get(this.root(matched));
    return days !== undefined && !days.has(0) && !days.has(day);
  }

  remember(i: number, matched: number): void {
    this.parent[i] = matched;
    const root = this.root(matched);
    for (const [k, map] of this.byKey.entries()) {
      const key = this.key(k, i);
      if (key !== 0 && !map.has(key)) map.set(key, root);
    }
    if (this.identity?.match === 'fallback') this.rememberLacking(i, root);
    if (this.identity?.visits !== undefined) this.rememberVisit(root, this.entries.visit[i] ?? 0);
    if (matched !== i) return;
    const weak = this.entries.weak[i] ?? 0;
    if (weak !== 0 && !this.byWeak.has(weak)) this.byWeak.set(weak, i);
    for (const key of this.ungrouped(i)) if (!this.anyGroup.has(key)) this.anyGroup.set(key, i);
  }

  private rememberLacking(i: number, root: number): void {
    const second = this.key(1, i);
    if (second === 0) return;
    if (this.key(0, i) !== 0) this.lackingFirst.delete(second);
    else if (root === i) this.lackingFirst.set(second, i);
  }

  private rememberVisit(root: number, day: number): void {
    const days = this.visits.get(root);
    if (days === undefined) this.visits.set(root, new Set([day]));
    else days.add(day);
  }

  /** An earlier row of the same person in another group (team); -1 where there is none. */
  inOtherGroup(i: number): number {
    if (this.identity?.within === undefined) return -1;
    for (const key of this.ungrouped(i)) {
      const other = this.anyGroup.get(key);
      if (other !== undefined && this.entries.group[other] !== this.entries.group[i]) return other;
    }
    return -1;
  }

  /** An earlier row with the same weak key where no key can be compared; -1 if none. */
  lookAlike(i: number): number {
    const weak = this.entries.weak[i] ?? 0;
    const other = weak === 0 ? undefined : this.byWeak.get(weak);
    if (other === undefined) return -1;
    const comparable = this.byKey.some(
      (_, k) => this.plain(k, i) !== 0 && this.plain(k, other) !== 0,
    );
    return comparable ? -1 : other;
  }

  private plain(k: number, i: number): number {
    return this.entries.keys[k]?.[i] ?? 0;
  }

  private ungrouped(i: number): number[] {
    if (this.identity?.within === undefined) return [];
    const first = this.plain(0, i);
    return first !== 0 ? [first] : [this.plain(1, i)].filter((key) => key !== 0);
  }

  /** A key, told apart by group where the identity says so. */
  private key(k: number, i: number): number {
    const key = this.plain(k, i);
    const group = this.entries.group[i] ?? 0;
    return key === 0 || group === 0 ? key : mix(key, group);
  }

  root(i: number): number {
    let at = i;
    while (this.parent[at] !== at) at = this.parent[at]!;
    return at;
  }

  private union(a: number, b: number): number {
    const [first, later] = a < b ? [a, b] : [b, a];
    this.parent[later] = first;
    for (const day of this.visits.get(later) ?? []) this.rememberVisit(first, day);
    return first;
  }
}

/** Two 53-bit keys into one, still below 2^53 and never 0. */
function mix(a: number, b: number): number {
  const low = Math.imul((a >>> 0) ^ 0x9e3779b9, 0x85ebca6b) ^ (b >>> 0);
  const high = ((a / 0x100000000) ^ Math.imul((b / 0x100000000) | 0, 0x5f356495)) & 0x1fffff;
  return high * 0x100000000 + (low >>> 0) || 1;
}

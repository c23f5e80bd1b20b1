import { getOrMake } from '../core/memo.js';
import type { Entries, Numbers, Pair } from '../forms/report.js';
import type { Identity } from '../forms/types.js';
import { repeatedNumbers } from './repeated.js';
import { sameRows } from './same.js';

/** What became of one row of a list once it was held against the others. */
export type Verdict = 'kept' | 'joined' | 'rejected';

export interface Resolved {
  readonly verdicts: readonly Verdict[];
  /** Index of the first row of the entity that each row belongs to. */
  readonly entity: ArrayLike<number>;
  /** Rows that share a weak key only (a name), with nothing more to compare. */
  readonly lookAlikes: readonly Pair[];
  /** The same person in two teams: both count. */
  readonly inTwoGroups: readonly Pair[];
}

/**
 * Tells the rows of one hamlet's list apart (contract, Counting): which are the same
 * person, household, account or merchant as an earlier one. Rows in reading order.
 */
export function resolveEntities(entries: Entries, identity: Identity | undefined): Resolved {
  const repeated = entries.keys.map((keys) => repeatedNumbers([keys]));
  return repeated.some(({ size }) => size > 0)
    ? toldApart(entries, identity, repeated)
    : allDistinct(entries);
}

/** Most lists: no two rows share a key. */
function allDistinct(entries: Entries): Resolved {
  const { length } = entries.row;
  const rows = new Int32Array(length);
  for (let i = 0; i < length; i++) rows[i] = i;
  return {
    verdicts: new Array<Verdict>(length).fill('kept'),
    entity: rows,
    lookAlikes: lookAlikes(entries, rows),
    inTwoGroups: [],
  };
}

function toldApart(
  entries: Entries,
  identity: Identity | undefined,
  repeated: readonly ReadonlySet<number>[],
): Resolved {
  const plain = (k: number, i: number) => entries.keys[k]?.at(i) ?? 0;
  const inGroup = (k: number, i: number) => {
    const key = plain(k, i);
    const group = entries.group.at(i) ?? 0;
    return key === 0 || group === 0 ? key : mix(key, group);
  };
  const within = identity?.within !== undefined;
  const entity = sameRows(entries, identity, within ? inGroup : plain, repeated);
  const verdicts = verdictsOf(entries, identity, entity);
  const kept: number[] = [];
  for (let i = 0; i < verdicts.length; i++) if (verdicts[i] === 'kept') kept.push(i);
  const inTwoGroups = within ? pairsOf(kept, sameRows(entries, identity, plain, repeated)) : [];
  const told = new Set(inTwoGroups.map(({ row }) => row));
  const alike = lookAlikes(entries, kept).filter(({ row }) => !told.has(row));
  return { verdicts, entity, lookAlikes: alike, inTwoGroups };
}

/** The first row of an entity counts; a later one is a visit on a date of its own, or a repetition. */
function verdictsOf(
  entries: Entries,
  identity: Identity | undefined,
  entity: Int32Array,
): Verdict[] {
  const dayOf = (i: number) => (identity?.visits === undefined ? 0 : (entries.visit.at(i) ?? 0));
  const visits = new Map<number, Set<number>>();
  const verdicts = new Array<Verdict>(entity.length).fill('kept');
  for (let i = 0; i < entity.length; i++) {
    const first = entity[i]!;
    if (first === i) continue;
    const day = dayOf(i);
    const days = getOrMake(visits, first, () => new Set([dayOf(first)]));
    const isVisit = day !== 0 && !days.has(0) && !days.has(day);
    if (isVisit) days.add(day);
    verdicts[i] = isVisit ? 'joined' : 'rejected';
  }
  return verdicts;
}

/** Each row with the first of those that are the same as it. */
function pairsOf(rows: readonly number[], first: Int32Array): Pair[] {
  const seen = new Map<number, number>();
  return rows.flatMap((row) => {
    const other = seen.get(first[row]!);
    if (other === undefined) seen.set(first[row]!, row);
    return other === undefined ? [] : [{ row, other }];
  });
}

/** Each row with an earlier one of its name that shares no kind of key with it. */
function lookAlikes({ weak, keys }: Entries, kept: Numbers): Pair[] {
  if (weak.length === 0 || keys.some((key) => isEverywhere(key, kept))) return [];
  const byName = new Map<number, Map<number, number>>();
  return Array.from(kept).flatMap((row) => {
    const name = weak.at(row) ?? 0;
    if (name === 0) return [];
    const has = keys.reduce((bits, key, k) => (key.at(row) === 0 ? bits : bits | (1 << k)), 0);
    const named = getOrMake(byName, name, () => new Map<number, number>());
    const others = [...named].filter(([bits]) => (bits & has) === 0).map(([, other]) => other);
    if (!named.has(has)) named.set(has, row);
    return others.length === 0 ? [] : [{ row, other: Math.min(...others) }];
  });
}

/** True where every row has the key. */
function isEverywhere(key: Numbers, rows: Numbers): boolean {
  for (let i = 0; i < rows.length; i++) if (key.at(rows.at(i)!) === 0) return false;
  return true;
}

/** Two 53-bit keys into one, still below 2^53 and never 0. */
function mix(a: number, b: number): number {
  const low = Math.imul((a >>> 0) ^ 0x9e3779b9, 0x85ebca6b) ^ (b >>> 0);
  const high = ((a / 0x100000000) ^ Math.imul((b / 0x100000000) | 0, 0x5f356495)) & 0x1fffff;
  return high * 0x100000000 + (low >>> 0) || 1;
}

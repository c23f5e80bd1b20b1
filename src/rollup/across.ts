import { finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import type { Numbers } from '../forms/report.js';
import type { Identity } from '../forms/types.js';
import type { Emit, IdentityOf } from './held.js';
import {
  concernOf,
  type HamletList,
  keyField,
  otherPlace,
  type RowOf,
  rowAt,
  rowNumber,
  rowPlace,
  tellTwice,
} from './lists.js';
import { repeatedPlaces } from './repeated.js';

/** A row that counts in its hamlet, and where its keys stand in the hamlet's list. */
interface Candidate extends RowOf {
  readonly list: HamletList;
  /** The list's place among those of its form and month. */
  readonly order: number;
  readonly at: number;
}

/**
 * Over hamlets: an account or merchant stands in the first hamlet by unit code, then by row, also
 * where it takes cash alone there; the others are dropped, each naming the other's place. A member
 * in two hamlets is only pointed out (contract, Counting).
 */
export function settleAcrossHamlets(
  lists: readonly HamletList[],
  identityOf: IdentityOf,
  emit: Emit,
): void {
  for (const ofForm of byFormAndMonth(lists)) {
    const identity = identityOf(ofForm[0]!.form);
    if (identity?.across === undefined) continue;
    const { key } = identity.across;
    const keys = ofForm.map(({ entries }) => entries.keys);
    for (const k of key === 'all' ? identity.keys.keys() : [key])
      for (const same of repeated(
        ofForm,
        keys.map((columns) => columns[k]!),
      ))
        settleSame(same.sort(byUnitThenRow), k, identity, emit);
  }
}

function byFormAndMonth(lists: readonly HamletList[]): Iterable<readonly HamletList[]> {
  return groupBy(lists, ({ form, parts: [first] }) => `${form}\u0000${first!.month}`).values();
}

/**
 * Rows that share a key and lie in several hamlets; those whose first row comes first, first.
 * @param keys that key's column of each list
 */
function repeated(lists: readonly HamletList[], keys: readonly Numbers[]): Candidate[][] {
  const groups: Candidate[][] = [];
  for (const places of repeatedPlaces(keys).values()) {
    const rows = places.map(({ column, at }) => candidate(lists, column, at));
    const same = rows.filter(({ held, index }) => !held.dropped.has(index));
    if (new Set(same.map(({ held }) => held.part.unit)).size > 1) groups.push(same);
  }
  return groups.sort(([a], [b]) => a!.order - b!.order || a!.at - b!.at);
}

function candidate(lists: readonly HamletList[], order: number, at: number): Candidate {
  const list = lists[order]!;
  const { held, index } = rowAt(list, at);
  return { held, index, list, order, at };
}

function byUnitThenRow(a: Candidate, b: Candidate): number {
  return (
    byCodePoint(a.held.part.unit, b.held.part.unit) ||
    a.held.source - b.held.source ||
    rowNumber(a) - rowNumber(b)
  );
}

/** Each row against the first of another hamlet that this key decides it with. */
function settleSame(same: readonly Candidate[], k: number, identity: Identity, emit: Emit): void {
  for (const [i, later] of same.entries()) {
    const { unit } = later.held.part;
    const first = same.find(
      (row, j) => j < i && row.held.part.unit !== unit && decides(k, row, later),
    );
    if (first === undefined) continue;
    if (identity.across!.repeated === 'warn') tellTwice(later, first, identity, emit);
    else reject(later, first, identity, emit);
  }
}

/** A key decides where no earlier one is known of both rows. */
function decides(k: number, a: Candidate, b: Candidate): boolean {
  const has = (row: Candidate, key: number) => row.list.entries.keys[key]!.at(row.at) !== 0;
  for (let before = 0; before < k; before++) if (has(a, before) && has(b, before)) return false;
  return true;
}

function reject(later: Candidate, first: Candidate, identity: Identity, emit: Emit): void {
  const { what } = identity;
  later.held.dropped.add(later.index);
  const lost = { what, otherUnit: first.held.part.unit, ...otherPlace(first) };
  const lostBy = keyField(later, first, identity);
  emit(finding('CCDS-D02', rowPlace(later, lostBy), lost, concernOf(later, lostBy)));
  const won = { what, otherUnit: later.held.part.unit, ...otherPlace(later) };
  const wonBy = keyField(first, later, identity);
  emit(finding('CCDS-D03', rowPlace(first, wonBy), won, concernOf(first, wonBy)));
}

import { finding } from '../core/finding.js';
import { byCodePoint } from '../core/order.js';
import type { Entries } from '../forms/report.js';
import type { Identity } from '../forms/types.js';
import { type Resolved, resolveEntities } from './entities.js';
import { type Emit, type HeldPart, type IdentityOf, placeOf } from './held.js';

/** The rows of one hamlet's list, over all of its parts that stand, once told apart. */
export interface HamletList {
  readonly form: string;
  readonly parts: readonly HeldPart[];
  /** For each row: its part, and its index in that part. */
  readonly of: readonly { readonly held: HeldPart; readonly index: number }[];
  readonly entries: Entries;
  readonly resolved: Resolved;
}

/** Tells the rows of each hamlet's lists apart; repeated rows are dropped with a finding. */
export function settleHamletLists(
  groups: Iterable<readonly HeldPart[]>,
  identityOf: IdentityOf,
  emit: Emit,
): HamletList[] {
  const lists: HamletList[] = [];
  for (const group of groups) {
    const standing = group
      .filter((held) => !held.superseded)
      .sort((a, b) => a.order - b.order || a.source - b.source);
    const parts = standing.filter((held) => held.part.entries !== null);
    if (parts.length === 0) continue;
    const list = settleList(parts, identityOf(parts[0]!.table.form));
    lists.push(list);
    tellWithin(list, identityOf(list.form), emit);
  }
  return lists;
}

function settleList(parts: readonly HeldPart[], identity: Identity | undefined): HamletList {
  const of = parts.flatMap((held) => held.part.entries!.row.map((_, index) => ({ held, index })));
  const entries =
    parts.length === 1 ? parts[0]!.part.entries! : concat(parts.map(({ part }) => part.entries!));
  return {
    form: parts[0]!.table.form,
    parts,
    of,
    entries,
    resolved: resolveEntities(entries, identity),
  };
}

function concat(all: readonly Entries[]): Entries {
  const join = (pick: (entries: Entries) => number[]) => all.flatMap(pick);
  return {
    row: join((e) => e.row),
    keys: (all[0]?.keys ?? []).map((_, k) => join((e) => e.keys[k]!)),
    weak: join((e) => e.weak),
    group: join((e) => e.group),
    visit: join((e) => e.visit),
    mask: join((e) => e.mask),
  };
}

function tellWithin(
  { of, resolved }: HamletList,
  identity: Identity | undefined,
  emit: Emit,
): void {
  if (identity === undefined) return;
  resolved.verdicts.forEach((verdict, i) => {
    if (verdict !== 'rejected') return;
    const { held, index } = of[i]!;
    held.dropped.add(index);
    const args = { what: identity.what, ...other(of[resolved.entity[i]!]!) };
    emit(finding('CCDS-D01', rowPlace(of[i]!, identity), args, more(held, identity)));
  });
  for (const { row, other: earlier } of resolved.lookAlikes) {
    emit(
      finding(
        'CCDS-D05',
        rowPlace(of[row]!, identity),
        other(of[earlier]!),
        more(of[row]!.held, identity),
      ),
    );
  }
  for (const { row, other: earlier } of resolved.inTwoGroups) {
    const args = { otherUnit: of[earlier]!.held.part.unit, ...other(of[earlier]!) };
    emit(finding('CCDS-D04', rowPlace(of[row]!, identity), args, more(of[row]!.held, identity)));
  }
}

interface RowOf {
  readonly held: HeldPart;
  readonly index: number;
}

function rowNumber({ held, index }: RowOf): number {
  return held.part.entries!.row[index]!;
}

function other(of: RowOf): { otherFile: string; otherSheet: string; otherRow: number } {
  return {
    otherFile: of.held.file.file,
    otherSheet: of.held.place.sheet ?? '',
    otherRow: rowNumber(of),
  };
}

const fieldOf = (identity: Identity) => identity.keys[0]?.[0] ?? '';

function rowPlace(of: RowOf, identity: Identity) {
  const column = identity.keys.flat().find((field) => of.held.table.columns[field] !== undefined);
  return placeOf(of.held, rowNumber(of), column);
}

function more(held: HeldPart, identity: Identity) {
  return { field: fieldOf(identity), form: held.table.form, unit: held.part.unit };
}

interface Candidate extends RowOf {
  readonly key: number;
}

/**
 * Over hamlets: an account or merchant counts in the first hamlet by unit code, then by
 * row; the others are dropped, each naming the other's place. A member in two hamlets is
 * only pointed out (contract, Counting).
 */
export function settleAcrossHamlets(
  lists: readonly HamletList[],
  identityOf: IdentityOf,
  emit: Emit,
): void {
  for (const ofForm of byFormAndMonth(lists)) {
    const identity = identityOf(ofForm[0]!.form);
    if (identity?.across === undefined) continue;
    for (const same of repeatedKeys(ofForm, identity)) {
      const [first, ...rest] = same.sort(byUnitThenRow);
      for (const later of rest) tellAcross(first!, later, identity, emit);
    }
  }
}

function byFormAndMonth(lists: readonly HamletList[]): Iterable<readonly HamletList[]> {
  const groups = new Map<string, HamletList[]>();
  for (const list of lists) {
    const key = `${list.form}\u0000${list.parts[0]!.month}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [list]);
    else group.push(list);
  }
  return groups.values();
}

/** Rows that share a key and lie in several hamlets. Sorts numbers: a million take 0.1 s. */
function repeatedKeys(lists: readonly HamletList[], identity: Identity): Candidate[][] {
  const which = identity.across!.key;
  const keys = which === 'all' ? identity.keys.map((_, k) => k) : [which];
  return keys.flatMap((k) => {
    const repeated = repeatedNumbers(lists, k);
    if (repeated.size === 0) return [];
    const groups = new Map<number, Candidate[]>();
    for (const list of lists) {
      list.of.forEach(({ held, index }, i) => {
        const key = list.entries.keys[k]![i]!;
        if (
          !repeated.has(key) ||
          list.resolved.verdicts[i] === 'rejected' ||
          held.dropped.has(index)
        )
          return;
        if (k > 0 && list.entries.keys[0]![i] !== 0) return;
        groups.set(key, [...(groups.get(key) ?? []), { held, index, key }]);
      });
    }
    return [...groups.values()].filter(
      (same) => new Set(same.map(({ held }) => held.part.unit)).size > 1,
    );
  });
}

function repeatedNumbers(lists: readonly HamletList[], k: number): Set<number> {
  const total = lists.reduce((sum, list) => sum + list.entries.row.length, 0);
  const all = new Float64Array(total);
  let at = 0;
  for (const list of lists) for (const key of list.entries.keys[k]!) all[at++] = key;
  all.sort();
  const repeated = new Set<number>();
  for (let i = 1; i < all.length; i++)
    if (all[i] !== 0 && all[i] === all[i - 1]) repeated.add(all[i]!);
  return repeated;
}

function byUnitThenRow(a: Candidate, b: Candidate): number {
  return (
    byCodePoint(a.held.part.unit, b.held.part.unit) ||
    a.held.source - b.held.source ||
    rowNumber(a) - rowNumber(b)
  );
}

function tellAcross(first: Candidate, later: Candidate, identity: Identity, emit: Emit): void {
  if (first.held.part.unit === later.held.part.unit) return;
  if (identity.across!.repeated === 'warn') {
    const args = { otherUnit: first.held.part.unit, ...other(first) };
    emit(finding('CCDS-D04', rowPlace(later, identity), args, more(later.held, identity)));
    return;
  }
  later.held.dropped.add(later.index);
  const lost = { what: identity.what, otherUnit: first.held.part.unit, ...other(first) };
  emit(finding('CCDS-D02', rowPlace(later, identity), lost, more(later.held, identity)));
  const won = { what: identity.what, otherUnit: later.held.part.unit, ...other(later) };
  emit(finding('CCDS-D03', rowPlace(first, identity), won, more(first.held, identity)));
}

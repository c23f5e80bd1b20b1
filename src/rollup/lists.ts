import { finding } from '../core/finding.js';
import type { Digest, Entries, Pair } from '../forms/report.js';
import type { Form, Identity } from '../forms/types.js';
import { digestOf } from './digest.js';
import { joinedEntries } from './entry-rows.js';
import { byAdding, type Emit, type HeldPart, type IdentityOf, placeOf } from './held.js';

/** One row of a part: an index into the part's rows. */
export interface RowOf {
  readonly held: HeldPart;
  readonly index: number;
}

/** The rows of one hamlet's list, over all of its parts that stand, once told apart. */
export interface HamletList {
  readonly form: string;
  readonly parts: readonly HeldPart[];
  /** All parts' rows, one after another. */
  readonly entries: Entries;
  readonly digest: Digest;
}

/** Calls back for each row of a list: its part, its index there, its index in the list. */
export function eachRow(
  { parts }: Pick<HamletList, 'parts'>,
  take: (held: HeldPart, index: number, i: number) => void,
): void {
  let i = 0;
  for (const held of parts) {
    const { length } = held.part.entries!.row;
    for (let index = 0; index < length; index++) take(held, index, i++);
  }
}

/** The row at an index of the list. */
export function rowAt({ parts }: Pick<HamletList, 'parts'>, i: number): RowOf {
  let index = i;
  for (const held of parts) {
    const { length } = held.part.entries!.row;
    if (index < length) return { held, index };
    index -= length;
  }
  throw new RangeError(`row ${i} of ${i - index}`);
}

/** Tells the rows of each hamlet's lists apart; repeated rows are dropped with a finding. */
export function settleHamletLists(
  groups: Iterable<readonly HeldPart[]>,
  identityOf: IdentityOf,
  emit: Emit,
): HamletList[] {
  const lists: HamletList[] = [];
  for (const group of groups) {
    const parts = standingLists(group);
    if (parts.length === 0) continue;
    const { form } = parts[0]!.table;
    const identity = identityOf(form);
    const list = { form, parts, ...entriesOf(parts, identity) };
    lists.push(list);
    if (identity !== undefined) tellRepeated(list, identity, emit);
  }
  return lists;
}

/** The rows of one hamlet's lists, told apart; of what repeats nothing is told. */
export function listOf(parts: readonly HeldPart[], { id, list }: Form): HamletList {
  return { form: id, parts, ...entriesOf(parts, list?.identity) };
}

function standingLists(group: readonly HeldPart[]): HeldPart[] {
  const parts = group.filter((held) => !held.superseded && held.part.entries !== null);
  return parts.length < 2 ? parts : parts.sort((a, b) => byAdding(a, b) || a.source - b.source);
}

/** Of a list that stands alone, its rows were told apart when they were read. */
function entriesOf(
  parts: readonly HeldPart[],
  identity: Identity | undefined,
): Pick<HamletList, 'entries' | 'digest'> {
  const entries = joinedEntries(parts.map(({ part }) => part.entries!));
  const known = parts.length === 1 ? parts[0]!.part.digest : undefined;
  return { entries, digest: known ?? digestOf(entries, identity) };
}

function tellRepeated(list: HamletList, identity: Identity, emit: Emit): void {
  const { what } = identity;
  const { repeats, lookAlikes, inTwoGroups } = list.digest;
  if (repeats.length + lookAlikes.length + inTwoGroups.length === 0) return;
  for (const { row: at, other, isVisit } of repeats) {
    if (isVisit) continue;
    const row = rowAt(list, at);
    row.held.dropped.add(row.index);
    const first = rowAt(list, other);
    const args = { what, ...seenFrom(row.held, otherPlace(first)), changes: '' };
    const field = keyField(row, first, identity);
    emit(finding('CCDS-D01', rowPlace(row, field), args, concernOf(row, field)));
  }
  const told = (pairs: readonly Pair[], tell: (row: RowOf, other: RowOf) => void) => {
    for (const { row, other } of pairs) tell(rowAt(list, row), rowAt(list, other));
  };
  told(lookAlikes, (row, other) => {
    const seen = seenFrom(row.held, otherPlace(other));
    const field = identity.weak ?? keyField(row, other, identity);
    emit(finding('CCDS-D05', rowPlace(row, field), seen, concernOf(row, field)));
  });
  told(inTwoGroups, (row, other) => tellTwice(row, other, identity, emit));
}

/** CCDS-D04: a member in two teams or two hamlets. */
export function tellTwice(row: RowOf, other: RowOf, identity: Identity, emit: Emit): void {
  const args = { otherUnit: other.held.part.unit, ...otherPlace(other) };
  const field = keyField(row, other, identity);
  emit(finding('CCDS-D04', rowPlace(row, field), args, concernOf(row, field)));
}

/** Row of the sheet. */
export function rowNumber({ held, index }: RowOf): number {
  return held.part.entries!.row.at(index)!;
}

/** Where another row stands, as a finding's arguments. */
export interface OtherPlace {
  readonly otherFile: string;
  readonly otherSheet: string;
  readonly otherRow: number;
}

/** The same as seen from a part: the file and the sheet that both stand in are left blank. */
export function seenFrom({ place }: HeldPart, other: OtherPlace): OtherPlace {
  if (place.file !== other.otherFile) return other;
  const isSheet = (place.sheet ?? '') === other.otherSheet;
  return { ...other, otherFile: '', otherSheet: isSheet ? '' : other.otherSheet };
}

/** Where the other row stands, as a finding's arguments. */
export function otherPlace(of: RowOf): OtherPlace {
  const { file, sheet } = of.held.place;
  return { otherFile: file, otherSheet: sheet ?? '', otherRow: rowNumber(of) };
}

/** A finding about a row points at a field of what tells rows apart. */
export function rowPlace(of: RowOf, field: string | undefined) {
  return placeOf(of.held, rowNumber(of), field);
}

/** What a finding of a row concerns: its form, its hamlet, and the field where there is one. */
export function concernOf({ held }: RowOf, field: string | undefined) {
  const { form } = held.table;
  return { form, unit: held.part.unit, ...(field !== undefined && { field }) };
}

/** The first column of the key that a row shares with another; of any, where they share none. */
export function keyField(of: RowOf, other: RowOf, { keys }: Identity): string | undefined {
  const isShared = (_: unknown, k: number) =>
    keyOf(of, k) !== 0 && keyOf(of, k) === keyOf(other, k);
  const shared = keys.find(isShared) ?? keys.flat();
  return shared.find((field) => of.held.table.columns[field] !== undefined);
}

function keyOf({ held, index }: RowOf, k: number): number {
  return held.part.entries!.keys[k]?.at(index) ?? 0;
}

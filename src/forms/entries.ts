import { hash53 } from '../core/hash.js';
import { fold } from '../core/text.js';
import type { Node } from '../geography/types.js';
import type { Entries } from './report.js';
import type { DataRecord } from './schema.js';
import type { Identity } from './types.js';

/** No identity declared: every row is an entity of its own. */
const NONE: Identity = { what: 'row', keys: [], match: 'fallback' };

export function emptyEntries(identity: Identity = NONE): Entries {
  return { row: [], keys: identity.keys.map(() => []), weak: [], group: [], visit: [], mask: [] };
}

/** Adds one accepted row to a hamlet's entries. */
export function addEntry(
  entries: Entries,
  row: number,
  record: DataRecord,
  mask: number,
  hamlet: Node,
  identity: Identity = NONE,
): void {
  entries.row.push(row);
  entries.mask.push(mask);
  identity.keys.forEach((fields, i) => {
    entries.keys[i]!.push(keyOf(fields, record, hamlet, identity));
  });
  if (identity.weak !== undefined) entries.weak.push(hashOf(record[identity.weak]));
  if (identity.within !== undefined) entries.group.push(hashOf(record[identity.within]));
  if (identity.visits !== undefined) entries.visit.push(dayOf(record[identity.visits]));
}

/** 0 where a field of the key is blank; digits as themselves, other text as a hash. */
function keyOf(
  fields: readonly string[],
  record: DataRecord,
  hamlet: Node,
  identity: Identity,
): number {
  if (fields.length === 1) return exactOrHash(record[fields[0]!]);
  let text = '';
  for (const field of fields) {
    const value = record[field] ?? null;
    if (value === null || value === '') return 0;
    if (field === identity.place && onlyRepeats(String(value), hamlet)) return 0;
    text += `${compact(String(value))}|`;
  }
  return hash53(text);
}

const DIGITS = /^\d{9,15}$/;

function exactOrHash(value: unknown): number {
  return typeof value === 'string' && DIGITS.test(value) ? Number(value) : hashOf(value);
}

function hashOf(value: unknown): number {
  return value === null || value === undefined || value === '' ? 0 : hash53(compact(String(value)));
}

/** Without case, spaces or tone placement (contract, Counting). */
function compact(text: string): string {
  return fold(text).replaceAll(' ', '');
}

function dayOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) / 86_400_000 : 0;
}

const TYPE_WORDS =
  /^(?:ấp|khóm|thôn|buôn|bản|làng|xóm|khối phố|khối|tiểu khu|sóc|tổ dân phố|khu phố|xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tp\.?|tt\.?|quận|tỉnh|[xphất]\.)\s*/;

/** An address that only repeats the hamlet, with or without the units above it. */
export function onlyRepeats(address: string, hamlet: Node): boolean {
  const names = namesUpFrom(hamlet);
  return fold(address)
    .split(/[,;–—-]/)
    .every((piece) => piece.trim() === '' || names.has(bare(piece)) || names.has(compact(piece)));
}

const namesOf = new WeakMap<Node, Set<string>>();

function namesUpFrom(hamlet: Node): Set<string> {
  let names = namesOf.get(hamlet);
  if (names !== undefined) return names;
  names = new Set<string>();
  for (let node: Node | null = hamlet; node !== null; node = node.parent) {
    names.add(bare(node.unit.name));
    names.add(compact(node.unit.name));
  }
  namesOf.set(hamlet, names);
  return names;
}

function bare(name: string): string {
  return compact(fold(name).replace(TYPE_WORDS, ''));
}

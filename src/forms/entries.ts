import { hash53 } from '../core/hash.js';
import { fold } from '../core/text.js';
import type { Node } from '../geography/types.js';
import type { Entries } from './report.js';
import type { DataRecord } from './schema.js';
import type { Identity } from './types.js';

/** No identity declared: every row is an entity of its own. */
const NONE: Identity = { what: 'row', keys: [], match: 'fallback' };

/** Entries while their rows are read. */
interface Growing extends Entries {
  readonly row: number[];
  readonly keys: readonly number[][];
  readonly weak: number[];
  readonly group: number[];
  readonly visit: number[];
  readonly mask: number[];
}

export function emptyEntries(identity: Identity = NONE): Growing {
  return { row: [], keys: identity.keys.map(() => []), weak: [], group: [], visit: [], mask: [] };
}

/** Adds one accepted row to a hamlet's entries, as `emptyEntries` made them. */
export type EntryWriter = (
  entries: Entries,
  row: number,
  record: DataRecord,
  mask: number,
  hamlet: Node,
) => void;

/** A writer that folds each text of a row once, though several keys hold it. */
export function entryWriter(identity: Identity = NONE): EntryWriter {
  const { keys, weak, within, visits, place } = identity;
  const fields = [...new Set([...keys.flat(), ...[weak, within].flatMap((id) => id ?? [])])];
  const at = (id: string | undefined) => (id === undefined ? -1 : fields.indexOf(id));
  const keyFields = keys.map((ids) => ids.map(at));
  const [weakAt, withinAt, placeAt] = [at(weak), at(within), at(place)];
  const texts = fields.map(() => '');
  return (made, row, record, mask, hamlet) => {
    const entries = made as Growing;
    for (let i = 0; i < fields.length; i++) {
      const folded = fold(textOf(record[fields[i]!]));
      const isNone = i === placeAt && folded !== '' && onlyRepeats(folded, hamlet);
      texts[i] = isNone ? '' : withoutSpaces(folded);
    }
    entries.row.push(row);
    entries.mask.push(mask);
    for (let i = 0; i < keyFields.length; i++) entries.keys[i]!.push(keyOf(keyFields[i]!, texts));
    if (weak !== undefined) entries.weak.push(hashOf(texts[weakAt]!));
    if (within !== undefined) entries.group.push(hashOf(texts[withinAt]!));
    if (visits !== undefined) entries.visit.push(dayOf(record[visits]));
  };
}

/** 0 where a field of the key is blank; digits as themselves, other text as a hash. */
function keyOf(fields: readonly number[], texts: readonly string[]): number {
  if (fields.length === 1) return exactOrHash(texts[fields[0]!]!);
  let key = '';
  for (let i = 0; i < fields.length; i++) {
    const text = texts[fields[i]!]!;
    if (text === '') return 0;
    key += `${text}|`;
  }
  return hash53(key);
}

const DIGITS = /^\d{9,15}$/;

function exactOrHash(text: string): number {
  return DIGITS.test(text) ? Number(text) : hashOf(text);
}

function hashOf(text: string): number {
  return text === '' ? 0 : hash53(text);
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Folded text without spaces (contract, Counting). Several times faster than `replaceAll`, and every name passes here. */
function withoutSpaces(text: string): string {
  let space = text.indexOf(' ');
  if (space < 0) return text;
  let out = '';
  let from = 0;
  for (; space >= 0; space = text.indexOf(' ', from)) {
    out += text.slice(from, space);
    from = space + 1;
  }
  return out + text.slice(from);
}

function dayOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) / 86_400_000 : 0;
}

const TYPE_WORDS =
  /^(?:ấp|khóm|thôn|buôn|bản|làng|xóm|khối phố|khối|tiểu khu|sóc|tổ dân phố|khu phố|xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tp\.?|tt\.?|quận|tỉnh|[xphất]\.)\s*/;

const BETWEEN = /[,;–—-]/;

/** A folded address that only repeats the hamlet, with or without the units above it. */
export function onlyRepeats(address: string, hamlet: Node): boolean {
  const { names, longest } = namesUpFrom(hamlet);
  let rest = address;
  for (let end = rest.search(BETWEEN); rest !== ''; end = rest.search(BETWEEN)) {
    const piece = end < 0 ? rest : rest.slice(0, end);
    // The names are without spaces; no piece that is longer without its digits can be one.
    if (piece.length > 2 * longest || !isName(piece.trim(), names)) return false;
    rest = end < 0 ? '' : rest.slice(end + 1);
  }
  return true;
}

function isName(piece: string, names: ReadonlySet<string>): boolean {
  return piece === '' || names.has(withoutSpaces(piece)) || names.has(bare(piece));
}

const namesOf = new WeakMap<Node, { names: ReadonlySet<string>; longest: number }>();

function namesUpFrom(hamlet: Node): { names: ReadonlySet<string>; longest: number } {
  const before = namesOf.get(hamlet);
  if (before !== undefined) return before;
  const names = new Set<string>();
  for (let node: Node | null = hamlet; node !== null; node = node.parent) {
    const name = fold(node.unit.name);
    names.add(bare(name));
    names.add(withoutSpaces(name));
  }
  const made = { names, longest: Math.max(...[...names].map((name) => name.length)) };
  namesOf.set(hamlet, made);
  return made;
}

function bare(folded: string): string {
  return withoutSpaces(folded.replace(TYPE_WORDS, ''));
}

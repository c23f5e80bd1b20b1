import { dayNumber } from '../../core/days.js';
import { memo, memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import { UNIT_KINDS } from '../../core/unit-kinds.js';
import type { Node } from '../../geography/types.js';
import { type DataRecord, type FieldValue, indexOf } from '../data-record.js';
import type { CompiledLayout } from '../header/compile.js';
import type { Entries } from '../report.js';
import type { Identity } from '../types.js';
import { FoldedTexts } from './folded-texts.js';

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

/** Entries without a row, of a list whose rows are the same by that identity. */
export function emptyEntries(identity: Identity = NONE): Growing {
  return { row: [], keys: identity.keys.map(() => []), weak: [], group: [], visit: [], mask: [] };
}

/**
 * Adds one accepted row to a hamlet's entries, as `emptyEntries` made them. A row without a day is a
 * visit of its own by `mark`: a number from 1 on of the only thing that it is listed for; 0 for none.
 */
export type EntryWriter = (
  entries: Entries,
  row: number,
  record: DataRecord,
  mask: number,
  hamlet: Node,
  mark: number,
) => void;

/** A layout's writer, which folds each text of a row once, though several keys hold it. */
export const entryWriter = memo((layout: CompiledLayout): EntryWriter => {
  const { keys, weak, within, visits, place } = layout.form.list?.identity ?? NONE;
  const fields = [...new Set([...keys.flat(), ...[weak, within].flatMap((id) => id ?? [])])];
  const at = fields.map((id) => indexOf(layout, id));
  const keyFields = keys.map((ids) => ids.map((id) => fields.indexOf(id)));
  const [weakAt, withinAt, placeAt] = [weak, within, place].map((id) =>
    id === undefined ? -1 : fields.indexOf(id),
  ) as [number, number, number];
  const visitAt = visits === undefined ? null : indexOf(layout, visits);
  const texts = new FoldedTexts();
  return (made, row, record, mask, hamlet, mark) => {
    const entries = made as Growing;
    texts.clear();
    for (let i = 0; i < at.length; i++) {
      const text = textOf(record, at[i]!);
      const isPlace = i === placeAt;
      texts.add(isPlace && saysOnlyWhere(text, hamlet) ? '' : text, isPlace);
    }
    entries.row.push(row);
    entries.mask.push(mask);
    for (let i = 0; i < keyFields.length; i++) {
      const own = keyFields[i]!;
      entries.keys[i]!.push(own.length === 1 ? texts.key(own[0]!, true) : texts.joined(own));
    }
    if (weakAt >= 0) entries.weak.push(texts.key(weakAt, false));
    if (withinAt >= 0) entries.group.push(texts.key(withinAt, false));
    // No visit was in January 1970.
    if (visitAt !== null) entries.visit.push(dayOf(record[visitAt]) || mark);
  };
});

function textOf(record: DataRecord, at: number | null): string {
  const value = at === null ? null : (record[at] ?? null);
  return value === null ? '' : typeof value === 'string' ? value : String(value);
}

/** An address that only repeats the hamlet is none. */
function saysOnlyWhere(address: string, hamlet: Node): boolean {
  if (address === '') return false;
  // A quick no for most: a house's number, where no name has one.
  if (!namesUpFrom(hamlet).numbered && DIGIT.test(address)) return false;
  return onlyRepeats(fold(address), hamlet);
}

const DIGIT = /\d/;

/** Days repeat: nearly all are of one month. */
const numberOfDay = memoText(dayNumber);

function dayOf(value: FieldValue | undefined): number {
  return typeof value === 'string' ? numberOfDay(value) : 0;
}

/** Several times faster than `replaceAll`. */
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

const TYPE_WORDS = new RegExp(`^(?:${UNIT_KINDS}|tp\\.?|tt\\.?|[xphất]\\.)\\s*`);

const BETWEEN = /[,;–—-]/;

/** A folded address that only repeats the hamlet, with or without the units above it. */
function onlyRepeats(address: string, hamlet: Node): boolean {
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

/** What a hamlet and the units above it are called, folded, without spaces or types. */
const namesUpFrom = memo((hamlet: Node) => {
  const names = new Set<string>();
  for (let node: Node | null = hamlet; node !== null; node = node.parent) {
    const name = fold(node.unit.name);
    names.add(bare(name));
    names.add(withoutSpaces(name));
  }
  const all = [...names];
  return {
    names,
    longest: Math.max(...all.map((name) => name.length)),
    numbered: all.some((name) => DIGIT.test(name)),
  };
});

function bare(folded: string): string {
  return withoutSpaces(folded.replace(TYPE_WORDS, ''));
}

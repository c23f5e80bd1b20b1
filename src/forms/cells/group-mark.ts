import { isRomanMark, isSerial, markOf, withoutMark } from './row-kind.js';

/** What numbers a group or a row: `A`, `II.`, `3`. */
export type MarkKind = 'letter' | 'roman' | 'arabic';

/** A group is numbered with the first of these that its parts are not. */
const DEPTH: Readonly<Record<MarkKind, number>> = { letter: 0, roman: 1, arabic: 2 };

/** The kind of a mark; null where the text is none. */
export function markKind(text: string): MarkKind | null {
  if (text === '') return null;
  if (isSerial(text)) return 'arabic';
  if (!isRomanMark(text)) return null;
  return /^[IVX]+\W*$/.test(text) ? 'roman' : 'letter';
}

/** The kind of what numbers a group's head, in the column for it or in its own text. */
export function headMark(serial: string, leading: string): MarkKind | null {
  return markKind(serial) ?? markKind(markOf(leading).trim());
}

/** True where groups marked so hold those marked otherwise, or not at all. */
export function isHigher(mark: MarkKind | null, other: MarkKind | null): boolean {
  return mark !== null && (other === null || DEPTH[mark] < DEPTH[other]);
}

const BULLET = /^[*+•▪–—-]\s*/;
/** `: `, `(02 hộ)`, `(tiếp theo)` behind a name. */
const BEHIND = /\s*(?:\((?:\d|có |gồm |tiếp|tt\b)[^()]*\))?\s*[:：]?$/iu;

/** The name in a group's head: `* Ô Rô (12 hộ):` → `Ô Rô`. */
export function headName(text: string): string {
  const name = withoutMark(text.replace(BULLET, ''));
  return name.replace(BEHIND, '') || name;
}

import type { HeaderColumn } from './header-columns.js';
import { headerKey, headerKeys } from './header-text.js';

type Texts = Pick<HeaderColumn, 'texts'>;

/** A column's lowest heading, folded. */
export function leafOf({ texts }: Texts): string {
  return headerKey(texts.at(-1)!);
}

/** True where one of the ways to read it is in the words. */
export function leafSays({ texts }: Texts, words: RegExp): boolean {
  return headerKeys(texts.at(-1)!).some((key) => words.test(key));
}

/** The headings above it, as they stand. */
export function upperOf({ texts }: Texts): string {
  return texts.slice(0, -1).join('\n');
}

/** What stands below other headings, folded; blank where none is above. */
export function leafBelow(column: Texts): string {
  return column.texts.length < 2 ? '' : leafOf(column);
}

/** Below a list's heading over `Có | Chưa`: where it is ticked. */
const YES = /^(?:co|da|roi)$/;

/** True for `Có` below another heading. */
export function saysYes(column: Texts): boolean {
  return YES.test(leafBelow(column));
}

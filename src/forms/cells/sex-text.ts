import { memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';

export type Sex = 'male' | 'female';

/** Accents are kept, as `Năm` is a year. */
const NAMED = /^(?:(?:trong đó |số )*|(?<name>.+) )(?<sex>nam|nữ|nu)(?: giới)?$/u;

/**
 * The men or the women of whom alone a text speaks, and what stands before, folded: `Mức 1 (Nam)` →
 * `mức 1`, `Trong đó: nữ` → blank. Null for any other text.
 */
export const sexBehind = memoText((text): { readonly part: Sex; readonly name: string } | null => {
  const words = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const { sex, name = '' } = NAMED.exec(words.trim())?.groups ?? {};
  return sex === undefined ? null : { part: sex === 'nam' ? 'male' : 'female', name };
});

/** The same of a text that says nothing else: `Nam`, `Số nữ`, `Nữ giới`. */
export function sexAlone(text: string): Sex | null {
  const said = sexBehind(text);
  return said?.name === '' ? said.part : null;
}

import { mask } from '../../core/finding.js';
import { holdsPersonal, looksLikePerson } from '../../core/person.js';
import { COMMUNE_KINDS, HAMLET_KINDS } from '../../core/unit-kinds.js';
import type { LayoutName } from '../types.js';

/** As many figures as an identity, tax or telephone number has. */
const LONG_NUMBER = /(?:\d[\s.,-]*){9}/;

/** What begins as a unit's name does, whatever follows. */
const OF_UNIT = new RegExp(`^(?:${HAMLET_KINDS}|khu|tổ|${COMMUNE_KINDS})(?!\\p{L})`, 'iu');

/**
 * What a row has where a unit should be named, and no unit is near: in a row that has shifted, a
 * person's name or number, which stays out of every output (contract, Commands). Masked is what has
 * nine figures or more; in a list also what begins with a family name, or is somebody's address, and
 * has no word for a unit before it. Any other text is shown as it was written, so that it is found.
 */
export function withoutPerson<T extends { readonly name: string; readonly suggestions?: string }>(
  args: T,
  layout: LayoutName,
): T {
  const { name, suggestions = '' } = args;
  return suggestions === '' && isPersonal(name, layout) ? { ...args, name: mask(name) } : args;
}

/** The same of two names that disagree, of which no unit bears the second. */
export function withoutSecond<T extends { readonly second: string; readonly unknown?: string }>(
  args: T,
  layout: LayoutName,
): T {
  const { unknown } = args;
  if (unknown === undefined || !isPersonal(unknown, layout)) return args;
  return { ...args, second: mask(args.second), unknown: mask(unknown) };
}

function isPersonal(name: string, layout: LayoutName): boolean {
  if (LONG_NUMBER.test(name)) return true;
  if (layout !== 'list') return false;
  const isStray = !OF_UNIT.test(name.trim()) && holdsPersonal(name.trim().normalize('NFC'));
  return isStray || looksLikePerson(name);
}

/** Every word begins with a capital, as a name's do. */
const CAPITALS = /^\p{Lu}\S*(?:\s+\p{Lu}\S*)+$/u;

/** The name of a row as it may be shown: what seems to be a person's, or a number, is masked. */
export function withoutName(text: string): string {
  const isPerson = CAPITALS.test(text.normalize('NFC')) && looksLikePerson(text);
  return isPerson || LONG_NUMBER.test(text) ? mask(text) : text;
}

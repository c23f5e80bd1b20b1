import { partsOf } from './placing.js';
import type { Named } from './types.js';

/** `Ngọc Hiển (cũ)`, `xã Tân Ân cũ`. */
const OLD = /(?:\s*\(\s*cũ\s*\)|\s(?:[-–]\s*)?cũ)$/iu;

/** The word behind a unit's name that says so: `cũ`, ` (cũ)`, ` - cũ`. */
const OLD_BEHIND = /^\s*(?:\(\s*cũ\s*\)|(?:[-–]\s*)?cũ(?![\p{L}\p{N}]))/iu;

/** Names without the word that says of a unit that it is one of before; null where none has it. */
export function withoutOld(named: Named): Named | null {
  const parts = partsOf(named);
  if (!parts.some(([, name]) => OLD.test(name))) return null;
  return Object.fromEntries(parts.map(([level, name]) => [level, name.replace(OLD, '')]));
}

/** A commune's or hamlet's name as one of before: `Xã Tân Ân (cũ)`. */
export function saidOld(name: string): string {
  return isSaidOld(name) ? name : `${name} (cũ)`;
}

/** True of `Xã Tân Ân (cũ)`. */
export function isSaidOld(name: string): boolean {
  return OLD.test(name);
}

/** What stands behind a name and says that its unit is one of before; blank where nothing does. */
export function oldBehind(text: string): string {
  return OLD_BEHIND.exec(text)?.[0] ?? '';
}

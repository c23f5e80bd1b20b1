import { partsOf } from './placing.js';
import type { Named } from './types.js';

/** `Ngọc Hiển (cũ)`, `xã Tân Ân cũ`. */
const OLD = /(?:\s*\(\s*cũ\s*\)|\s(?:[-–]\s*)?cũ)$/iu;

/** Names without the word that says of a unit that it is one of before; null where none has it. */
export function formerNames(named: Named): Named | null {
  const parts = partsOf(named);
  if (!parts.some(([, name]) => OLD.test(name))) return null;
  return Object.fromEntries(parts.map(([level, name]) => [level, name.replace(OLD, '')]));
}

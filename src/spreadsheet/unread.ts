import { isDamage } from './limits.js';
import type { Unread } from './types.js';

/** What was done without, in one workbook: filled as its parts are asked for. */
export type UnreadParts = Set<Unread>;

/** What `read` gives; where the part that it reads is damaged, what `without` gives, and that is noted. */
export function orWithout<T>(
  what: Unread,
  unread: UnreadParts,
  read: () => T,
  without: () => T,
): T {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    unread.add(what);
    return without();
  }
}

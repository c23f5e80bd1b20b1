import type { Month } from '../core/period.js';

/**
 * Where a hamlet of a month is on the period's map: itself, what it became part of, or the
 * unit above that holds all of it; null where it can't be placed.
 */
export type Today = (unit: string, month: Month) => { readonly unit: string | null };

import type { InLangs, Lang } from '../core/lang.js';
import { enNumber, viNumber } from '../core/shown-numbers.js';

const NUMBER: InLangs<(value: number) => string> = { vi: viNumber, en: enNumber };

/** `1250` → `1.250` (vi), `1,250` (en); a decimal comma or point likewise. */
export function shownNumber(value: number, lang: Lang): string {
  return NUMBER[lang](value);
}

/** Bytes in the largest unit that leaves a number of 1 or more: `256 MB`. */
export function shownBytes(value: number, lang: Lang): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, value)) / 10));
  return `${shownNumber(value / 1024 ** power, lang)} ${units[power]}`;
}

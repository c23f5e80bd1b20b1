import type { Book } from './model.js';

/** Language of a format, as Windows numbers it (ECMA-376 18.8.31: `[$-42A]`). */
const LANGUAGES = { vi: '42A' } as const;

/** Decimals of a percentage, and what a share is multiplied by to have them as a whole number. */
const DECIMALS = 2;
const WHOLE = 10 ** (DECIMALS + 2);
/** Of a share's last binary digit. */
const LAST = 2 ** -52;

/**
 * A share that every program prints rounded half up: 612/1920 is 31,875%, but LibreOffice
 * multiplies by 100, gets a hair less, and prints 31,87%. Such a one goes up by its last binary
 * digit, beyond the 15 decimal ones that Excel knows.
 */
export function printable(share: number): number {
  const half = share * WHOLE - 0.5;
  const isTie = share > 0 && Math.abs(half - Math.round(half)) < half * LAST * 4;
  if (!isTie || Number((share * 100).toFixed(DECIMALS)) * 100 > half + 0.25) return share;
  return share * (1 + LAST);
}

/** A number format with room as wide as a bracket behind the figure (ECMA-376 18.8.31: `_`). */
export function offTheRight(format: string): string {
  return format
    .split(';')
    .map((section) => `${section}_)`)
    .join(';');
}

/**
 * A number format with the language of its separators. LibreOffice and previewers go by it;
 * Excel shows numbers as Windows is set.
 */
export function localFormat(format: string, locale: Book['locale']): string {
  if (locale === undefined) return format;
  const language = `[$-${LANGUAGES[locale]}]`;
  return format
    .split(';')
    .map((section) => language + section)
    .join(';');
}

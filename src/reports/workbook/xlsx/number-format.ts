import type { Book } from './model.js';

/** Language of a format, as Windows numbers it (ECMA-376 18.8.31: `[$-42A]`). */
const LANGUAGES = { vi: '42A' } as const;

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

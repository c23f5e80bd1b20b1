import type { TemplateTexts } from './texts.js';
import type { ColumnType, TemplateBook } from './types.js';

type Rows = Pick<TemplateBook, 'layout' | 'hamlets'>;

/**
 * A tally has a row for each hamlet, with its name. Where the registry has none as yet, its rows
 * are open, as a list's are.
 */
export function givesHamlets({ layout, hamlets }: Rows): boolean {
  return layout === 'tally' && hamlets.length > 0;
}

/** What to write in a column: a hamlet's name stands there, is chosen, or has to be written. */
export function hintOf(type: ColumnType, book: Rows, t: TemplateTexts): string {
  if (type !== 'hamlet') return t.hints[type];
  if (givesHamlets(book)) return t.hamlet.given;
  return book.hamlets.length > 0 ? t.hamlet.chosen : t.hamlet.written;
}

import { fixedRangeText, sheetRef } from '../workbook/xlsx/sheet.js';
import { LONGEST_LIST } from '../workbook/xlsx/validations.js';
import { TEMPLATE_TEXTS } from './texts.js';
import type { TemplateBook } from './types.js';

/** First column of the page of instructions that holds what is chosen from, and its first row. */
const FIRST = { column: 5, row: 5 } as const;

/** Words in a column of the page of instructions, from which dropdowns choose. */
export interface Choice {
  readonly heading: string;
  readonly words: readonly string[];
  readonly column: number;
  /** Row of its first word; the heading is above. */
  readonly row: number;
  /** `'Hướng dẫn'!$F$5:$F$14`. */
  readonly range: string;
}

/** The hamlets, where there are any, and what is offered that a check itself can't hold. */
export function choicesOf({ hamlets, forms, lang }: TemplateBook): readonly Choice[] {
  const lists: (readonly [heading: string, words: readonly string[]])[] = [];
  for (const { meaning, type, suggestions } of forms.flatMap((form) => form.columns)) {
    const words = type === 'hamlet' ? hamlets : suggestions;
    const isWanted = type === 'hamlet' ? hamlets.length > 0 : isForRange(suggestions);
    if (isWanted && !lists.some(([, known]) => known === words)) lists.push([meaning, words]);
  }
  const { column: first, row } = FIRST;
  const sheet = sheetRef(TEMPLATE_TEXTS[lang].guide.sheet);
  return lists.map(([heading, words], i) => {
    const column = first + i;
    const range = { top: row, left: column, bottom: row + words.length - 1, right: column };
    return { heading, words, column, row, range: sheet + fixedRangeText(range) };
  });
}

/** Where some words are to be chosen from; null where no column holds them. */
export function rangeOf(choices: readonly Choice[], words: readonly string[]): string | null {
  return choices.find((choice) => choice.words === words)?.range ?? null;
}

/** A list within a check is short, and parts its words with commas. */
function isForRange(words: readonly string[]): boolean {
  return words.join(',').length > LONGEST_LIST || words.some((word) => /[,"]/.test(word));
}

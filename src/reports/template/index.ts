import { writeBook } from '../workbook/xlsx/index.js';
import { choicesOf } from './choices.js';
import { formSheet } from './form-sheet.js';
import { guideSheet } from './guide-sheet.js';
import { sheetNames } from './sheet-names.js';
import { TEMPLATE_TEXTS } from './texts.js';
import type { TemplateBook } from './types.js';

export type { ColumnType, TemplateBook, TemplateColumn, TemplateForm } from './types.js';

/** A blank workbook for a unit to fill in; the same input gives the same bytes. */
export function templateWorkbook(book: TemplateBook): Uint8Array {
  const choices = choicesOf(book);
  const guide = guideSheet(book, choices);
  const titles = book.forms.map(({ meaning }) => meaning);
  const names = sheetNames(titles, [guide.name]);
  return writeBook({
    sheets: [guide, ...book.forms.map((form, i) => formSheet(names[i]!, form, book, choices))],
    font: { name: 'Times New Roman', size: 12 },
    properties: {
      title: TEMPLATE_TEXTS[book.lang].title(book.period),
      subject: book.unit,
      author: 'ccds',
      created: `${book.lastDay}T00:00:00Z`,
    },
    marks: book.marks,
  });
}

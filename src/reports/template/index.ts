import { writeBook } from '../workbook/xlsx/index.js';
import { formSheet } from './form-sheet.js';
import { guideSheet, hamletRange } from './guide-sheet.js';
import { TEMPLATE_TEXTS } from './texts.js';
import type { TemplateBook } from './types.js';

export type { ColumnType, TemplateBook, TemplateColumn, TemplateForm } from './types.js';

/** A blank workbook for a unit to fill in; the same input gives the same bytes. */
export function templateWorkbook(book: TemplateBook): Uint8Array {
  const hamlets = hamletRange(book);
  return writeBook({
    sheets: [guideSheet(book), ...book.forms.map((form) => formSheet(form, book, hamlets))],
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

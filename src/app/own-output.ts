import { columns, TABLES } from '../reports/data/tables.js';
import type { Workbook } from '../spreadsheet/index.js';

/** Custom document property by which ccds knows its own workbooks, wherever they lie. */
export const OUTPUT_MARK = 'ccds-output';

/** True for a summary workbook of ccds; a returned copy or a template is a submission. */
export function isOwnWorkbook(book: Workbook): boolean {
  return book.properties[OUTPUT_MARK] === 'summary';
}

/** True for a CSV whose header is that of one of our own data files. */
export async function isOwnTable(book: Workbook): Promise<boolean> {
  if (book.kind !== 'csv') return false;
  let header = '';
  await book.sheets[0]?.read((row) => {
    header = row.values.join(',');
    return false;
  });
  return TABLES.some((table) => columns(table).join(',') === header);
}

import type { Edition } from './scope.js';
import type { Row, Sheet } from './xlsx/model.js';

/** Levels that are printed to be signed: `Biểu 01` and `Biểu 02`. */
const PRINTED_LEVELS = 2;

/** The edition as far as it is printed: its tables stand on figures of their own below. */
export function printedEdition(edition: Edition): Edition {
  return { ...edition, levels: edition.levels.slice(0, PRINTED_LEVELS) };
}

/**
 * A sheet as paper has it: without links and what is beside the page. It is protected (no
 * password), since all sheets are selected at once, and what is typed would go into each.
 */
export function onPaper(sheet: Sheet): Sheet {
  const right = sheet.page.area?.right ?? Number.POSITIVE_INFINITY;
  const rows = [...sheet.rows].map(([number, row]): readonly [number, Row] => [
    number,
    { ...row, cells: row.cells.filter(({ column }) => column <= right) },
  ]);
  return {
    ...sheet,
    rows: new Map(rows),
    widths: sheet.widths.slice(0, right + 1),
    links: [],
    isProtected: true,
  };
}

import type { SheetRow } from '../table-context.js';

/**
 * A row whose texts are as they are meant: what is struck through in one is as if it were deleted
 * (`~~12~~ 15` is 15, and not 1215), and a raised mark of a footnote is no digit.
 */
export function asMeant(given: SheetRow): SheetRow {
  const { meant, ...row } = given;
  if (meant === undefined) return given;
  const values = [...row.values];
  for (const { column, text } of meant) values[column] = text;
  const partly = meant.filter(({ isStruck }) => isStruck).map(({ column }) => column);
  return { ...row, values, ...(partly.length > 0 && { partly }) };
}

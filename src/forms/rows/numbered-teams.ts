import { fold } from '../../core/text.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { isTotalText } from '../cells/row-kind.js';
import type { HeaderColumn } from '../header/header-columns.js';
import type { Recognition } from '../header/recognise.js';
import { teamsNamed } from '../header/team-column.js';
import type { SheetRow } from '../table-context.js';

const NUMBER = /^0?[1-9]\d?$/;

/**
 * A tally whose column `Tổ CNSCĐ` numbers the teams of each hamlet, `1`, `2`, row by row: below a hamlet
 * that has several rows they are names, and no counts. Any other is as it was.
 * @param rows the first rows below the header
 */
export function withNumberedTeams(
  found: Recognition,
  columns: readonly HeaderColumn[],
  rows: () => readonly SheetRow[],
): Recognition {
  const at = teamsNamed(found);
  const column = columns.find((one) => one.column === at);
  if (column === undefined) return found;
  if (!areNumbered(rows(), column.column, found.units.hamlet)) return found;
  const fields = new Map([...found.fields].filter(([, own]) => own !== column.column));
  return { ...found, fields, unknown: [...found.unknown, column] };
}

/**
 * In each hamlet they run on by one, from 1 or from the last one of the hamlet above; one has two
 * at least.
 */
function areNumbered(rows: readonly SheetRow[], column: number, hamlet: number | null): boolean {
  let [above, last, hasSeveral] = ['', 0, false];
  for (const { values } of rows) {
    const name = hamlet === null ? '' : fold(cellText(values[hamlet]));
    const said = cellText(values[column]);
    const isTotal = isTotalText(cellText(values.find((value) => !isBlank(value))));
    if (isTotal || isTotalText(name) || (said === '' && name === '')) continue;
    if (!NUMBER.test(said)) return false;
    const number = Number(said);
    const isSame = name === '' || name === above;
    if (number !== last + 1 && (isSame || number !== 1)) return false;
    hasSeveral ||= isSame && last > 0;
    if (!isSame) above = name;
    last = number;
  }
  return hasSeveral;
}

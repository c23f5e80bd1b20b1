import { cellAddress } from '../../core/address.js';
import type { SheetRow } from '../table-context.js';

/** What divides the cells of a line of text; with fewer than two of it in a line there is no table. */
const DELIMITERS = [';', '\t', '|', ','] as const;
const LEAST_DELIMITERS = 2;
/** Rows that are alike: three sentences with as many commas are met, half of a sheet is not. */
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.5;

/**
 * The first cell of rows that stand in one cell each, their columns divided by signs: so Excel opens
 * a CSV whose delimiter is another than that of its Windows. Blank where it is not so.
 */
export function joinedColumns(rows: readonly SheetRow[]): string {
  const cells = rows.flatMap(onlyCell);
  const filled = rows.filter(({ values }) => values.some((value) => value !== null)).length;
  for (const delimiter of DELIMITERS) {
    const alike = commonest(cells, delimiter);
    if (alike.length < LEAST_ROWS || alike.length < LEAST_SHARE * filled) continue;
    const [first] = alike;
    return cellAddress(first!.column, first!.number);
  }
  return '';
}

interface Cell {
  readonly text: string;
  readonly column: number;
  readonly number: number;
}

/** The cell of a row that has one alone. */
function onlyCell({ values, number }: SheetRow): readonly Cell[] {
  const column = values.findIndex((value) => value !== null && value !== undefined);
  const text = values[column];
  const isAlone = column >= 0 && values.slice(column + 1).every((value) => value == null);
  return isAlone && typeof text === 'string' ? [{ text, column, number }] : [];
}

/** The cells with the number of delimiters that most of them have. */
function commonest(cells: readonly Cell[], delimiter: string): readonly Cell[] {
  const groups = new Map<number, Cell[]>();
  for (const cell of cells) {
    const count = cell.text.split(delimiter).length - 1;
    if (count < LEAST_DELIMITERS) continue;
    const group = groups.get(count);
    if (group === undefined) groups.set(count, [cell]);
    else group.push(cell);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

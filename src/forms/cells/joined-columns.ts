import { cellAddress } from '../../core/address.js';
import type { SheetRow } from '../table-context.js';
import { isBlank } from './filled.js';

/** What divides the cells of a line of text; with fewer than two of it in a line there is no table. */
const DELIMITERS = [';', '\t', '|', ','] as const;
const LEAST_DELIMITERS = 2;
/** Rows that are alike: three sentences with as many commas are met, so much of a sheet is not. */
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.4;

/**
 * The first cell of rows that stand in one cell each, their columns divided by signs, as Excel opens
 * a CSV whose delimiter is another than that of its Windows, or by spaces. Blank where it is not so.
 */
export function joinedColumns(rows: readonly SheetRow[]): string {
  const cells = rows.flatMap(onlyCell);
  const filled = rows.filter(({ values }) => values.some((value) => !isBlank(value))).length;
  const groups = [...DELIMITERS.map((delimiter) => commonest(cells, delimiter)), aligned(rows)];
  const found = groups.find(
    (alike) => alike.length >= LEAST_ROWS && alike.length >= LEAST_SHARE * filled,
  );
  return found === undefined ? '' : cellAddress(found[0]!.column, found[0]!.number);
}

/** Cells of which spaces make columns, as in a text that a program laid out for a printer. */
function aligned(rows: readonly SheetRow[]): readonly Cell[] {
  return rows.flatMap(({ values, number }) => {
    const column = values.findIndex((value) => typeof value === 'string' && GAPS.test(value));
    return column < 0 ? [] : [{ text: values[column] as string, column, number }];
  });
}

/** Twice between words; as many as divide the columns of a narrow table. */
const GAPS = /\S[ \u00a0]{2,}\S.*?[ \u00a0]{2,}\S/;

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

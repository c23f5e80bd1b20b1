import { cellAddress } from '../../src/core/address.js';
import { cellsOf, sheetNames } from './package-parts.js';

/** A figure of a sheet `So sánh`, by its row and the two headings over it. */
export interface Compared {
  /** Code of the unit; blank on the sheet of one unit. */
  readonly unit: string;
  /** Label of the indicator. */
  readonly indicator: string;
  readonly group: string;
  readonly heading: string;
  readonly value: string;
  readonly formula: string | null;
}

const FIRST_FIGURE = 3;
const [GROUPS, HEADINGS] = [4, 5];

/** Every figure of a comparison sheet, blank ones left out. */
export function readComparison(parts: ReadonlyMap<string, string>, sheet: string): Compared[] {
  const cells = cellsOf(parts, sheetNames(parts).indexOf(sheet));
  const at = (column: number, row: number) => cells.get(cellAddress(column, row));
  const rows = [...cells.keys()].map((address) => Number(/\d+/.exec(address)![0]));
  const columns = headings(at);
  const isOne = at(1, GROUPS)!.value === 'Chỉ tiêu';
  const found: Compared[] = [];
  let section = '';
  for (let row = HEADINGS + 1; row <= Math.max(...rows); row++) {
    const heading = at(0, row)?.value ?? '';
    const name = at(1, row)?.value;
    if (name === undefined)
      section = heading.replace(/ – tiếp theo$/, '').replace(/ \([^()]*\)$/, '');
    else
      for (const [column, { group, heading }] of columns) {
        const cell = at(column, row);
        if (cell === undefined || cell.value === '') continue;
        const who = isOne ? '' : at(2, row)!.value;
        const indicator = isOne ? name : section;
        const { value, formula } = cell;
        found.push({ unit: who, indicator, group, heading, value, formula });
      }
  }
  return found;
}

function headings(at: (column: number, row: number) => { value: string } | undefined) {
  const columns = new Map<number, { group: string; heading: string }>();
  let group = '';
  for (let column = FIRST_FIGURE; column < 40; column++) {
    const [over, under] = [at(column, GROUPS)?.value, at(column, HEADINGS)?.value];
    if (over === undefined && under === undefined) break;
    if (over !== undefined) group = over;
    columns.set(column, { group: under === undefined ? '' : group, heading: under ?? over! });
  }
  return columns;
}

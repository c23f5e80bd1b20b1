import { UncomputedFormula, type Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { hasText, isFilled } from '../cells/filled.js';
import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import { type HeaderColumn, readingsOf } from './header-columns.js';
import { headerKey, plainly } from './header-text.js';

/** A date over three columns: `Ngày | Tháng | Năm`, below `Ngày sinh` or each with `sinh`. */
export interface SplitDate {
  readonly field: string;
  /** Its first and last columns, 0-based. */
  readonly first: number;
  readonly last: number;
}

const PARTS = [/^ngày( sinh)?$/u, /^tháng( sinh)?$/u, /^năm( sinh)?$/u];

/** The date that three neighbouring headings part; null where none is. */
export function splitDateOf(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): SplitDate | null {
  for (let i = 0; i + 2 < columns.length; i++) {
    const [day, month, year] = columns.slice(i, i + 3) as [
      HeaderColumn,
      HeaderColumn,
      HeaderColumn,
    ];
    if (!isPart(day, 0) || !isPart(month, 1) || !isPart(year, 2)) continue;
    if (year.column !== day.column + 2) continue;
    const field = dateField(headingOf([day, month, year]), layout);
    if (field !== null) return { field, first: day.column, last: year.column };
  }
  return null;
}

/** True for a column that may hold the day of a date. */
export function isDay(column: HeaderColumn): boolean {
  return isPart(column, 0);
}

function isPart({ texts }: HeaderColumn, part: number): boolean {
  return PARTS[part]!.test(plainly(texts.at(-1) ?? ''));
}

/** What stands above all three, from top to bottom; else `Năm sinh`, if one of them says so. */
function headingOf(columns: readonly HeaderColumn[]): readonly string[] {
  const above = columns.map(({ texts }) => texts.slice(0, -1));
  const [first] = above;
  if (first!.length > 0) return above.every((one) => one.join() === first!.join()) ? first! : [];
  const ofBirth = columns.some(({ texts }) => plainly(texts[0]!).endsWith(' sinh'));
  return ofBirth ? ['Năm sinh'] : [];
}

function dateField(heading: readonly string[], { headings, byId }: CompiledLayout): string | null {
  for (const key of readingsOf(heading)) {
    const id = headings.get(headerKey(key));
    const type = id === undefined ? undefined : byId.get(id)!.type;
    if (type === 'date' || type === 'year') return id!;
  }
  return null;
}

const ORDINAL = /^\(?(\d{1,2})\)?$/;

/**
 * Puts dates together in their first column as they would be typed in one cell: `5/9/1985`, or
 * `1985` where the day and the month are blank.
 * @param bottom last row of the header: the columns may be numbered just below it
 */
export function wholeDates(
  { first, last }: SplitDate,
  bottom: number,
): (row: SheetRow) => SheetRow {
  return (row) => {
    const parts = row.values.slice(first, last + 1);
    if (!parts.slice(1).some(isFilled)) return row;
    if (row.number <= bottom + 2 && numbersColumns(parts)) return row;
    const values = [...row.values];
    values.fill(null, first, last + 1);
    values[first] = parts.find((part) => part instanceof UncomputedFormula) ?? dateIn(parts);
    return { number: row.number, values };
  };
}

/** `3 | 4 | 5`, `(3) | (4) | (5)`. */
function numbersColumns(parts: readonly Value[]): boolean {
  const numbers = parts.map((part) => Number(ORDINAL.exec(cellText(part))?.[1]));
  return parts.length === 3 && numbers.every((n, i) => n === numbers[0]! + i);
}

/** A blank day alone, or with the month, leaves what is known; any other gap is shown as it is. */
function dateIn(parts: readonly Value[]): string {
  const texts = [0, 1, 2].map((i) => cellText(parts[i]));
  const said = texts.slice(texts.findIndex(hasText));
  return said.map((text) => (hasText(text) ? text : '?')).join('/');
}

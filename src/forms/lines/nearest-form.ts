import { memo } from '../../core/memo.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { writtenOut } from '../header/abbreviations.js';
import type { CompiledLayout } from '../header/compile.js';
import { headerKey } from '../header/header-text.js';
import { holdsData, holdsEntry } from '../header/heading-words.js';
import { unitLevel } from '../header/unit-columns.js';
import type { SheetRow } from '../table-context.js';
import { headerTold, headsSomeTable } from './foreign-header.js';

/** What a sheet without a form has for a header, and of which form it may be. */
export interface NearestForm {
  /** The headings, as they are told, and the cell of the first. */
  readonly header: string;
  readonly headerCell: string;
  /** The form whose words stand there or above, and the columns that it must have; or neither. */
  readonly form?: string;
  readonly columns?: string;
}

/** A word alone (`Tổng`) is of no form. */
const SHORTEST = 8;
const PEOPLE = /(?:^| )(?:ho (?:va )?ten|chu ho|ho dem)(?: |$)/;

/**
 * Finds the header of a sheet in which no form's was found.
 * @param rows the sheet's first
 */
export function nearestForm(
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): NearestForm | null {
  const at = rows.findIndex((row, i) => isHeader(row, rows[i + 1]));
  if (at < 0) return null;
  const { header, cell } = headerTold(rows[at]!);
  const told = { header, headerCell: cell };
  const headings = keysOf(rows[at]!);
  const lines = rows.slice(0, at).flatMap(keysOf);
  const form = formIn([...headings, ...lines], layouts);
  const isList = headings.some((key) => PEOPLE.test(key));
  const layout = layouts.find(
    (one) => one.form.id === form && one.layout === (isList ? 'list' : 'tally'),
  );
  if (layout === undefined) return told;
  const columns = layout.required.map((id) => layout.byId.get(id)!.label.vi).join(', ');
  return { ...told, form: layout.form.id, columns };
}

/**
 * Words alone, of which the first heads the running numbers or the places: three or more, or two above a
 * row that has a number, as `Xã | Tân Ân` is a line.
 */
function isHeader(row: SheetRow, below: SheetRow | undefined): boolean {
  if (headsSomeTable(row)) return true;
  if (holdsEntry(row)) return false;
  const filled = row.values.filter((value) => !isBlank(value));
  const fewest = below !== undefined && holdsData(below) ? 2 : 3;
  if (filled.length < fewest || filled.some((value) => typeof value !== 'string')) return false;
  return unitLevel(headerKey(filled[0] as string)) !== null;
}

function keysOf({ values }: SheetRow): readonly string[] {
  return values.flatMap((value) => {
    const key = typeof value === 'string' ? headerKey(cellText(value)) : '';
    return key === '' ? [] : [key, writtenOut(key)];
  });
}

/** The form with the longest heading that no other form has, said anywhere. */
function formIn(keys: readonly string[], layouts: readonly CompiledLayout[]): string | null {
  const text = ` ${keys.join(' | ')} `;
  let [best, length] = [null as string | null, 0];
  for (const [key, form] of ownWords(layouts))
    if (key.length > length && text.includes(` ${key} `)) [best, length] = [form, key.length];
  return best;
}

/** Headings of two words or more, of one form alone. */
const ownWords = memo((layouts: readonly CompiledLayout[]): ReadonlyMap<string, string> => {
  const owners = new Map<string, string | null>();
  for (const { form, headings } of layouts)
    for (const key of [headerKey(form.label.vi), ...headings.keys()]) {
      if (key.length < SHORTEST || !key.includes(' ')) continue;
      const owner = owners.get(key);
      owners.set(key, owner === undefined || owner === form.id ? form.id : null);
    }
  return new Map([...owners].filter((one): one is [string, string] => one[1] !== null));
});

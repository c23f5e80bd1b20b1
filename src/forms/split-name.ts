import { memoText } from '../core/memo.js';
import { fold } from '../core/text.js';
import type { CompiledLayout } from './compile.js';
import { isBlank } from './filled.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey } from './header-text.js';
import type { MergedRange } from './merged-blocks.js';
import type { Recognition } from './recognise.js';
import type { SheetRow } from './table-context.js';

/** A person's name over two columns: `Họ và chữ đệm | Tên`, or one heading merged over them. */
export interface SplitName {
  readonly field: string;
  /** Its two columns, 0-based. */
  readonly first: number;
  readonly last: number;
  /** The second has no heading, and none is merged over it. */
  readonly isGuess: boolean;
}

const FAMILY = /^(?:họ|ho)(?:(?: (?:và|va))?(?: (?:tên|ten|chữ|chu))? (?:đệm|dem|lót|lot))?$/u;
const GIVEN = /^(?:tên|ten)$/u;

/** The name that two neighbouring headings part; null where none is. */
export function splitNameOf(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): SplitName | null {
  for (let i = 1; i < columns.length; i++) {
    const [first, second] = [columns[i - 1]!, columns[i]!];
    if (!isFamilyName(first) || !isGivenName(second) || above(first) !== above(second)) continue;
    const field = nameField(above(first), layout);
    if (field !== null && second.column === first.column + 1)
      return { field, first: first.column, last: second.column, isGuess: false };
  }
  return null;
}

/** True for a column that may hold the first part of a name. */
export function isFamilyName(column: HeaderColumn): boolean {
  return FAMILY.test(plainly(column.texts.at(-1) ?? ''));
}

function isGivenName(column: HeaderColumn): boolean {
  return GIVEN.test(plainly(column.texts.at(-1) ?? ''));
}

/** Accents are kept, as `Hộ` is a household. */
const plainly = memoText((text) =>
  fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim(),
);

function above({ texts }: HeaderColumn): string {
  return texts.slice(0, -1).join(' ');
}

function nameField(heading: string, layout: CompiledLayout): string | null {
  const id = layout.headings.get(headerKey(heading === '' ? 'Họ và tên' : heading));
  return id !== undefined && isName(layout, id) ? id : null;
}

function isName({ byId, layout }: CompiledLayout, id: string): boolean {
  const { type, personal } = byId.get(id)!;
  return layout === 'list' && type === 'text' && personal === true;
}

/**
 * The table with the name that goes on in columns without a heading: the name's is merged over
 * them, or it has lost that, as in a text file.
 */
export function withOpenName(
  found: Recognition,
  merges: readonly MergedRange[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Recognition {
  if (found.splitName !== undefined) return found;
  const used = new Set([...found.fields.values(), ...Object.values(found.units), found.serial]);
  for (const { column } of found.unknown) used.add(column);
  for (const [field, first] of found.fields) {
    if (!isName(found.layout, field) || used.has(first + 1)) continue;
    const merge = merges.find((m) => m.left === first && top <= m.top && m.bottom <= bottom);
    const last = first + 1;
    const isMerged = merge !== undefined && merge.right === last;
    return { ...found, splitName: { field, first, last, isGuess: !isMerged } };
  }
  return found;
}

/** What a name's last part is where nothing says that the column holds it: a word of letters. */
const LAST_NAME = /^\p{Lu}\p{L}*$/u;
/** Letters or numbers alone number the columns. */
const NAME = /\p{L}{2}/u;

/** The row with the whole name in its first column. */
export function withWholeName(row: SheetRow, { first, last, isGuess }: SplitName): SheetRow {
  const [head, tail] = [row.values[first], row.values[last]];
  if (typeof tail !== 'string' || isBlank(tail)) return row;
  if (isGuess && !LAST_NAME.test(tail.trim().normalize('NFC'))) return row;
  if (typeof head !== 'string' && !isBlank(head)) return row;
  const whole = `${head ?? ''} ${tail}`.trim();
  if (!NAME.test(whole)) return row;
  const values = [...row.values];
  values[first] = whole;
  values[last] = null;
  return { number: row.number, values };
}

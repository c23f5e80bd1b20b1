import { isBlank } from '../cells/filled.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey, plainly } from './header-text.js';
import type { Recognition } from './recognise.js';

/**
 * A person's name over two or three columns: `Họ và chữ đệm | Tên`, `Họ | Tên đệm | Tên`, or one
 * heading merged over them.
 */
export interface SplitName {
  readonly field: string;
  /** Its first and last columns, 0-based. */
  readonly first: number;
  readonly last: number;
  /** The second has no heading, and none is merged over it. */
  readonly isGuess: boolean;
}

const FAMILY = /^(?:họ|ho)(?:(?: (?:và|va))?(?: (?:tên|ten|chữ|chu))? (?:đệm|dem|lót|lot))?$/u;
const MIDDLE = /^(?:(?:tên|ten|chữ|chu) )?(?:đệm|dem|lót|lot)$/u;
const GIVEN = /^(?:tên|ten)$/u;

/**
 * The name that two or three neighbouring headings part; null where none is. What stands above them
 * heads the name, or else a group of columns.
 */
export function splitNameOf(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): SplitName | null {
  const names = columns.map((_, i) => partsAt(columns, i)).filter(areNeighbours);
  const named = names.find(([first]) => nameField(above(first!), layout) !== null);
  const parts = named ?? names[0];
  if (parts === undefined) return null;
  const field = nameField(named === undefined ? '' : above(parts[0]!), layout);
  const [first, last] = [parts[0]!.column, parts.at(-1)!.column];
  return field === null ? null : { field, first, last, isGuess: false };
}

function areNeighbours(parts: readonly HeaderColumn[]): boolean {
  return parts.length > 0 && parts.at(-1)!.column === parts[0]!.column + parts.length - 1;
}

/** The headings of a name that begins at a column, below one heading; none where none does. */
function partsAt(columns: readonly HeaderColumn[], at: number): readonly HeaderColumn[] {
  if (!isFamilyName(columns[at]!)) return [];
  const length = isMiddleName(columns[at + 1]) ? 3 : 2;
  const parts = columns.slice(at, at + length);
  const isWhole = parts.length === length && isGivenName(parts.at(-1)!);
  return isWhole && parts.every((part) => above(part) === above(parts[0]!)) ? parts : [];
}

/** True for a column that may hold the first part of a name. */
export function isFamilyName(column: HeaderColumn): boolean {
  return FAMILY.test(plainly(column.texts.at(-1) ?? ''));
}

function isMiddleName(column: HeaderColumn | undefined): boolean {
  return column !== undefined && MIDDLE.test(plainly(column.texts.at(-1) ?? ''));
}

function isGivenName(column: HeaderColumn): boolean {
  return GIVEN.test(plainly(column.texts.at(-1) ?? ''));
}

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
    const isMerged = merge !== undefined && isOpen(merge, used);
    const last = isMerged ? merge.right : first + 1;
    return { ...found, splitName: { field, first, last, isGuess: !isMerged } };
  }
  return found;
}

/** Over two or three columns, of which the others have no heading. */
function isOpen({ left, right }: MergedRange, used: ReadonlySet<number | null>): boolean {
  return right > left && right <= left + 2 && !used.has(right);
}

/** What a name's last part is where nothing says that the column holds it: a word of letters, no tick. */
const LAST_NAME = /^(?!X$)\p{Lu}\p{L}*$/u;
/** Letters or numbers alone number the columns. */
const NAME = /\p{L}{2}/u;

/** The row with the whole name in its first column. */
export function withWholeName(row: SheetRow, { first, last, isGuess }: SplitName): SheetRow {
  const parts = row.values.slice(first, last + 1);
  const said = parts.filter((part) => !isBlank(part));
  if (parts.slice(1).every(isBlank) || !said.every((part) => typeof part === 'string')) return row;
  if (isGuess && !LAST_NAME.test(String(parts[1]).trim().normalize('NFC'))) return row;
  const whole = said.map((part) => part.trim()).join(' ');
  if (!NAME.test(whole)) return row;
  const values = [...row.values];
  values.fill(null, first, last + 1);
  values[first] = whole;
  return { number: row.number, values };
}

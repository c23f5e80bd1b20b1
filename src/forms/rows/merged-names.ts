import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';

interface KeyColumn {
  readonly field: string;
  readonly column: number;
}

/** Where the name of somebody in a list is merged over rows, and what else tells those rows apart. */
export interface MergedNames {
  /** The name's column. */
  readonly column: number;
  /** Merged cells of that column, each over several rows. */
  readonly ranges: readonly MergedRange[];
  /** Where the row belongs: one of another team or hamlet is a row of its own. */
  readonly places: readonly number[];
  /** Where rows are told apart by more than the name, what tells them; null for one entity's rows. */
  readonly keys: readonly KeyColumn[] | null;
}

/** Null for a table that has none. @param bottom last row of the header */
export function mergedNames(
  found: Recognition,
  merges: readonly MergedRange[],
  bottom: number,
): MergedNames | null {
  const { layout, fields, units, range } = found;
  const identity = layout.form.list?.identity;
  const [id = ''] = layout.required;
  const column = fields.get(id);
  if (layout.layout !== 'list' || column === undefined || range !== undefined) return null;
  if (identity === undefined) return null;
  const ranges = merges.filter(
    (m) => m.top > bottom && m.bottom > m.top && m.left <= column && column <= m.right,
  );
  if (ranges.length === 0) return null;
  const team = fields.get(identity.within ?? '');
  const places = [...Object.values(units), team ?? null].filter((one) => one !== null);
  const ids = [...new Set(identity.keys.flat())];
  const areOnes = identity.visits === undefined && ids.includes(id);
  const keys = ids.flatMap((field) => {
    const at = field === id ? undefined : fields.get(field);
    return at === undefined ? [] : [{ field, column: at }];
  });
  return { column, ranges, places, keys: areOnes ? null : keys };
}

/** True of a row that names no other place than the first of its merged name. */
export function isOfPlace({ places }: MergedNames, { values }: SheetRow, first: SheetRow): boolean {
  return places.every((column) => {
    const value = values[column];
    return isBlank(value) || cellText(value) === cellText(first.values[column]);
  });
}

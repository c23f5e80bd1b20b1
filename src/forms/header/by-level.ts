import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey } from './header-text.js';
import { leafBelow, upperOf } from './heading-leaf.js';

/** Two columns of a list, `Mức 1` and `Mức 2`: the one that is ticked is the person's level. */
export interface ByLevel {
  readonly field: string;
  /** 0-based columns of levels 1 and 2. */
  readonly columns: readonly [number, number];
}

const LEVEL = /(?:^| )muc ([12])$/;
const BARE = /^0?([12])$/;
const OF_LEVELS = /(?:^| )muc(?: |$)/;

/** The columns in which a list ticks the levels; null where it has not both. */
export function byLevelOf(
  columns: readonly HeaderColumn[],
  { layout, fields }: CompiledLayout,
): ByLevel | null {
  const field = fields.find(({ type }) => type === 'level')?.id;
  if (layout !== 'list' || field === undefined) return null;
  const [first, second] = ['1', '2'].map((level) =>
    columns.find((column) => levelOf(column) === level),
  );
  if (first === undefined || second === undefined || first === second) return null;
  return { field, columns: [first.column, second.column] };
}

/** True for a column that may be one of a level. */
export function isLevel(column: HeaderColumn): boolean {
  return levelOf(column) !== null;
}

function levelOf(column: HeaderColumn): string | null {
  for (const key of column.readings) {
    const level = LEVEL.exec(key)?.[1];
    if (level !== undefined) return level;
  }
  return levelBelow(column);
}

/** `1` below `Mức độ định danh`. */
function levelBelow(column: HeaderColumn): string | null {
  const level = BARE.exec(leafBelow(column))?.[1];
  return level !== undefined && OF_LEVELS.test(headerKey(upperOf(column))) ? level : null;
}

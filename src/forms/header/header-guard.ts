import { memo } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import type { SheetRow } from '../table-context.js';
import type { HeadingSet } from './heading-set.js';
import { isUnitHeading, mayBeHeading } from './heading-words.js';
import type { Recognition } from './recognise.js';

/** Where a table's header stands, and the texts of its cells. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly texts: ReadonlySet<string>;
  /** Columns with a heading; absent where another table of the same rows speaks of the others. */
  readonly headed?: ReadonlySet<number>;
}

/** Tells a header that stands among a table's rows: its own once more, or another's. */
export interface HeaderGuard {
  /** A cheap look at the cells where a header would show first. */
  suspects(row: SheetRow, headings: HeadingSet): boolean;
  /** True where the row says again what the header says: two cells or more, and no other. */
  repeats(row: SheetRow): boolean;
}

/** @param texts those of the table's own header, as they stand */
export function headerGuard(found: Recognition, texts: ReadonlySet<string>): HeaderGuard {
  const { serial, units } = found;
  const columns = tellingColumns(found);
  const isOwn = (value: Value) => typeof value === 'string' && texts.has(value);
  return {
    suspects({ values }, headings) {
      // A row with a running number is no header.
      if (serial !== null && typeof values[serial] === 'number') return false;
      for (let i = 0; i < columns.length; i++) {
        const value = values[columns[i]!];
        if (typeof value === 'string' && (mayBeHeading(value, headings) || texts.has(value)))
          return true;
      }
      const place = units.hamlet === null ? null : values[units.hamlet];
      return typeof place === 'string' && isUnitHeading(place);
    },
    repeats({ values }) {
      const filled = values.filter((value) => value !== null && value !== '');
      return filled.length > 1 && filled.every(isOwn);
    },
  };
}

/** The columns of the running number, the hamlet, the first starred field and the first of all. */
const tellingColumns = memo((found: Recognition): readonly number[] => {
  const { serial, units, fields, layout } = found;
  const starred = fields.get(layout.required[0] ?? '') ?? null;
  const leftmost = Math.min(...fields.values());
  const columns = [serial, units.hamlet, starred, leftmost].filter((column) => column !== null);
  return [...new Set(columns)];
});

import { memo } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import { CASTS, valueIn } from '../cast/index.js';
import type { HeaderColumn } from '../header/header-columns.js';
import { leafSays } from '../header/heading-leaf.js';
import type { Recognition } from '../header/recognise.js';

/** What is larger is a number of another kind. */
const MOST = 100_000;

/**
 * Columns of a list, of no field, that say of how many a row is: `Số hộ` 15 behind `Hộ nghèo`. Such a
 * row counts as one, and is asked about.
 */
export class OfSeveral {
  private readonly columns: readonly HeaderColumn[];
  private readonly tell: (column: number, header: string, found: string) => void;

  private constructor(columns: readonly HeaderColumn[], tell: OfSeveral['tell']) {
    this.columns = columns;
    this.tell = tell;
  }

  /** Null where there is no such column. */
  static of(found: Recognition, tell: OfSeveral['tell']): OfSeveral | null {
    const columns = countsIn(found);
    return columns.length === 0 ? null : new OfSeveral(columns, tell);
  }

  /** Looks at a row of data. */
  look(values: readonly Value[]): void {
    for (const { column, text } of this.columns) {
      const count = countOf(values[column] ?? null);
      if (count > 1 && count < MOST) this.tell(column, text, String(count));
    }
  }
}

function countOf(raw: Value): number {
  return Number(valueIn(CASTS.count(raw)));
}

const countsIn = memo(({ layout, unknown }: Recognition): readonly HeaderColumn[] => {
  const words = layout.layout === 'list' ? (layout.form.list?.counts ?? []) : [];
  if (words.length === 0) return [];
  const counts = new RegExp(`^(?:${words.join('|')})$`);
  return unknown.filter((one) => leafSays(one, counts));
});

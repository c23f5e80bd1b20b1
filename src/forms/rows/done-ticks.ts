import { memo } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import type { Node } from '../../geography/types.js';
import { CASTS, isBlank } from '../cast/index.js';
import type { HeaderColumn } from '../header/header-columns.js';
import { leafSays, saysYes } from '../header/heading-leaf.js';
import type { Recognition } from '../header/recognise.js';

/** Tells of a row that it is not ticked. */
type TellRow = (row: number, hamlet: Node | null, column: number, header: string) => void;

/** Rows of a hamlet that follow each other: a list may have a million. */
interface Run {
  readonly first: number;
  last: number;
  readonly hamlet: Node | null;
}

/** A column of ticks, and the rows above the first in which anything stands. */
interface Ticks {
  readonly column: number;
  readonly header: string;
  readonly above: Run[];
  isUsed: boolean;
}

/**
 * Columns of a list, of no field, in which it is ticked that a row is done: `Đã hỗ trợ`, `Đã kích hoạt`.
 * A row without the tick counts, and is asked about; a column in which nothing stands says nothing.
 */
export class DoneTicks {
  private readonly columns: readonly Ticks[];
  private readonly tell: TellRow;

  private constructor(columns: readonly Ticks[], tell: TellRow) {
    this.columns = columns;
    this.tell = tell;
  }

  /** Null where there is no such column. */
  static of(found: Recognition, tell: TellRow): DoneTicks | null {
    const columns = doneIn(found);
    if (columns.length === 0) return null;
    const ticks = columns.map(({ column, text }) => ({ column, header: text }));
    return new DoneTicks(
      ticks.map((one) => ({ ...one, above: [], isUsed: false })),
      tell,
    );
  }

  /** Looks at a row of data, in turn. */
  look(values: readonly Value[], row: number, hamlet: Node | null): void {
    for (const one of this.columns) {
      const value = values[one.column] ?? null;
      if (!one.isUsed && isBlank(value)) {
        addTo(one.above, row, hamlet);
        continue;
      }
      if (!one.isUsed) this.begin(one);
      if (!isTicked(value)) this.tell(row, hamlet, one.column, one.header);
    }
  }

  private begin(one: Ticks): void {
    one.isUsed = true;
    for (const { first, last, hamlet } of one.above.splice(0))
      for (let row = first; row <= last; row++) this.tell(row, hamlet, one.column, one.header);
  }
}

const doneIn = memo(({ layout, unknown }: Recognition): readonly HeaderColumn[] => {
  const words = layout.layout === 'list' ? (layout.form.list?.done ?? []) : [];
  if (words.length === 0) return [];
  const done = new RegExp(`^(?:${words.join('|')})$`);
  return unknown.filter((one) => {
    const texts = saysYes(one) ? one.texts.slice(0, -1) : one.texts;
    return leafSays({ texts }, done);
  });
});

/** True for a list in which it is ticked that a row is done. */
export function hasDoneTicks(found: Recognition): boolean {
  return doneIn(found).length > 0;
}

function addTo(runs: Run[], row: number, hamlet: Node | null): void {
  const run = runs.at(-1);
  if (run?.hamlet === hamlet && run.last === row - 1) run.last = row;
  else runs.push({ first: row, last: row, hamlet });
}

/** Anything but a blank or a denial: a tick, a date, who has done it. */
function isTicked(value: Value): boolean {
  return !isBlank(value) && CASTS.mark(value) !== false;
}

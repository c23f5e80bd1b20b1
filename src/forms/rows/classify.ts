import { isExample, isSection } from '../cells/aside.js';
import { isColumnNumbers, isDashes } from '../cells/row-kind.js';
import type { Recognition } from '../header/recognise.js';
import { ListRows } from './list-rows.js';
import type { Names, RowClasses, RowKind, TableRow } from './row-classes.js';
import { columnsOf } from './row-classes.js';
import { type Look, lookAt } from './row-look.js';
import { TallyRows } from './tally-rows.js';

/** Tells data rows from all others, row by row; remembers that a table's foot has begun. */
export class RowClassifier {
  private readonly found: Recognition;
  private readonly rows: RowClasses;
  private readonly required: readonly number[];
  /** Last row in which the columns may be numbered. */
  private numbered = 0;

  /** @param bottom last row of the header: the columns may be numbered just below it */
  constructor(found: Recognition, bottom: number, names: Names) {
    this.found = found;
    const isList = found.layout.layout === 'list';
    this.rows = isList ? new ListRows(found, names) : new TallyRows(found, names);
    this.required = columnsOf(found).required;
    this.below(bottom);
  }

  /** A header ends here. */
  below(bottom: number): void {
    this.numbered = bottom + 2;
  }

  kindOf(row: TableRow): RowKind {
    const { rows } = this;
    const isPlain = this.isPlainlyData(row);
    const kind = isPlain ? 'data' : this.lookedAt(row);
    if (kind === 'note') rows.after = true;
    else if (kind === 'data') rows.after = false;
    rows.remember(kind, row, isPlain);
    return kind;
  }

  /** The fast path. */
  private isPlainlyData({ values, number }: TableRow): boolean {
    if (this.rows.after || (number <= this.numbered && !this.isNamed(values))) return false;
    return this.rows.isPlain(values);
  }

  /**
   * No row that numbers the columns: a starred cell begins with more letters than they have, and no
   * text stands before it.
   */
  private isNamed(values: TableRow['values']): boolean {
    const at = this.required[0] ?? -1;
    const first = values[at];
    if (typeof first !== 'string' || !BEGINS_A_NAME.test(first)) return false;
    for (let i = 0; i < at; i++) if (typeof values[i] === 'string') return false;
    return true;
  }

  private lookedAt(row: TableRow): RowKind {
    const look = lookAt(row.values, this.found.serial, this.required);
    if (look.texts.every((text) => text === '')) return 'blank';
    if (row.number <= this.numbered && isColumnNumbers(look.texts)) return 'numbers';
    if (isDashes(look.texts)) return 'other';
    return besideRows(look) ?? this.rows.kindOf(look, row);
  }
}

const BEGINS_A_NAME = /^\p{L}{3}/u;

/** What speaks of the rows, in a list as in a tally: what follows a table in words, and an example. */
function besideRows({ alone, texts, leading }: Look): RowKind | null {
  if (alone) return texts.some(isSection) ? 'note' : null;
  return isExample(leading) ? 'example' : null;
}

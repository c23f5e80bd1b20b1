import type { Code, CodeArguments } from '../../core/codes.js';
import type { Month } from '../../core/period.js';
import type { Node } from '../../geography/types.js';
import type { DataRecord } from '../data-record.js';
import type { Field, Form, LayoutName } from '../types.js';

/** Looks at one record of a table, as often as the table has rows; it is gone with the next row. */
export type RowCheck = (record: DataRecord, hamlet: Node) => void;

/**
 * Begins the check of a table's records, whatever can be known beforehand worked out once;
 * null where the table gives it nothing to look at. Rules implement it.
 */
export type BeginRowCheck = (table: CheckedTable) => RowCheck | null;

export interface CheckedTable {
  readonly form: Form;
  readonly layout: LayoutName;
  /** Fields that have a column. */
  readonly fields: readonly Field[];
  readonly month: Month | null;
  readonly lastDay: string | null;
  /** How many months it is of, the last of them `month`. */
  readonly months: number;
  /** Where a field's value stands in a record; null for a field that the layout has not. */
  at(field: string): number | null;
  /** Tells at a field's cell in the row in hand. */
  report<C extends Code>(code: C, args: CodeArguments[C], field: string): void;
}

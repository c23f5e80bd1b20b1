import type { Code, CodeArguments } from '../core/codes.js';
import type { Month } from '../core/period.js';
import type { Node } from '../geography/types.js';
import type { DataRecord } from './schema.js';
import type { Field, Form, LayoutName } from './types.js';

/** A check over one record; `report` tells at a field's cell. Rules implement it. */
export type RowCheck = (record: DataRecord, context: RowCheckContext) => void;

export interface RowCheckContext {
  readonly form: Form;
  readonly layout: LayoutName;
  readonly fields: readonly Field[];
  readonly month: Month | null;
  readonly lastDay: string | null;
  readonly hamlet: Node;
  report<C extends Code>(code: C, args: CodeArguments[C], field: string): void;
}

/** A check over the accepted rows of a table, which speaks when they have all been seen. */
export interface TableCheck {
  row(row: number, record: DataRecord, hamlet: Node): void;
  end(): void;
}

/** Begins a table's check; null where the form gives it nothing to look at. */
export type BeginTableCheck = (context: {
  readonly form: Form;
  readonly layout: LayoutName;
  report<C extends Code>(
    code: C,
    args: CodeArguments[C],
    at: { readonly row: number; readonly field: string; readonly hamlet: Node },
  ): void;
}) => TableCheck | null;

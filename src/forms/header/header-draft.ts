import type { CompiledLayout } from './compile.js';
import { columnsOf, type HeaderColumn, type PartColumn } from './header-columns.js';
import type { Recognition } from './recognise.js';
import type { UnitLevel } from './unit-columns.js';

/** What a header's columns are in one layout, as far as it has been told. */
export class HeaderDraft {
  readonly columns: readonly HeaderColumn[];
  readonly layout: CompiledLayout;
  /** Field id → 0-based column. */
  readonly fields = new Map<string, number>();
  /** Field id → the key of its whole heading. */
  readonly headings = new Map<string, string>();
  readonly units: Record<UnitLevel, number | null> = {
    hamlet: null,
    commune: null,
    district: null,
    province: null,
  };
  /** Columns of hamlets or communes as they were before a change. */
  readonly former: Partial<Record<UnitLevel, HeaderColumn>> = {};
  /** Columns without a meaning so far. */
  readonly unknown: HeaderColumn[] = [];
  /** Columns of fields that another column has already. */
  readonly repeated: Recognition['repeated'][number][] = [];
  /** Columns of the weeks of a count that has a column of its own. */
  readonly ofWeeks = new Map<string, readonly number[]>();
  serial: number | null = null;

  constructor(columns: readonly HeaderColumn[], layout: CompiledLayout) {
    this.columns = columns;
    this.layout = layout;
  }

  /** The field is this column's, whatever it was before. */
  give(field: string, column: HeaderColumn): void {
    this.fields.set(field, column.column);
    this.headings.set(field, column.readings[0] ?? '');
    const at = this.unknown.indexOf(column);
    if (at >= 0) this.unknown.splice(at, 1);
  }

  /** The columns say only what a field's own count is made of. */
  divide(field: string, parts: readonly PartColumn[]): void {
    const own = parts.map(({ column }) => column);
    if (!own.every((column) => this.unknown.includes(column))) return;
    const others = this.unknown.filter((one) => !own.includes(one));
    this.unknown.splice(0, this.unknown.length, ...others);
    this.ofWeeks.set(field, columnsOf(parts));
  }

  /** The column of a field, and those that are headed as it is. */
  allOf(field: string): readonly HeaderColumn[] {
    const first = this.fields.get(field);
    const own = this.columns.filter(({ column }) => column === first);
    return [...own, ...this.repeated.flatMap((one) => (one.first === first ? one.column : []))];
  }

  /** Of several columns of a field the one that is meant; the others mean nothing. */
  choose(field: string, chosen: HeaderColumn | undefined): void {
    const first = this.fields.get(field);
    const all = this.allOf(field);
    const others = this.repeated.filter((one) => one.first !== first);
    this.repeated.splice(0, this.repeated.length, ...others);
    this.unknown.push(...all.filter((one) => one !== chosen));
    if (chosen === undefined) this.fields.delete(field);
    else this.give(field, chosen);
  }
}

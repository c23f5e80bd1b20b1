import { cellAddress, columnLetters } from '../core/address.js';
import type { Code, CodeArguments } from '../core/codes.js';
import { type Finding, finding, type Place } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { Value } from '../core/value.js';
import type { Named, Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { cellText } from './cell-text.js';
import { isBlank, RowClassifier } from './classify.js';
import { addEntry, emptyEntries } from './entries.js';
import { maskOf } from './measures.js';
import { namedPlaces } from './named-places.js';
import { type Base, type MatchUnit, type Problem, type Resolution, resolvePlace } from './place.js';
import type { Recognition } from './recognise.js';
import { type RecordReader, recordReader } from './record.js';
import type { Part, TableReport, TallyRow } from './report.js';
import type { DataRecord } from './schema.js';
import { Subtotals } from './subtotals.js';
import type { Field, Form, LayoutName } from './types.js';
import type { UnitLevel } from './unit-columns.js';

/** A row as the reader hands it out. */
export interface SheetRow {
  readonly number: number;
  readonly values: readonly Value[];
}

/** A merged range, 0-based columns and 1-based rows. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A check over one record; `cell` gives a field's address. Rules implement it. */
export type RowCheck = (
  record: DataRecord,
  context: {
    readonly form: Form;
    readonly layout: LayoutName;
    readonly fields: readonly Field[];
    readonly month: Month | null;
    readonly lastDay: string | null;
    readonly hamlet: Node;
    report<C extends Code>(code: C, args: CodeArguments[C], field: string): void;
  },
) => void;

/** All that a table needs to know of its sheet. */
export interface TableContext {
  readonly place: { readonly file: string; readonly sheet?: string };
  readonly month: Month | null;
  readonly periodText: string | null;
  readonly lastDay: string | null;
  readonly base: Base;
  readonly match: MatchUnit;
  readonly merges: readonly MergedRange[];
  readonly indicators: readonly Indicator[];
  readonly checks: readonly RowCheck[];
  /** Rows are counted but none is taken: another period, or a sheet that was refused. */
  readonly state: 'read' | 'rejected' | 'other-period';
  emit(found: Finding): void;
}

const UNIT_LEVELS: readonly UnitLevel[] = ['hamlet', 'commune', 'district'];

/** Settles the rows of one recognised table, one at a time, in reading order. */
export class Table {
  private readonly context: TableContext;
  private readonly found: Recognition;
  private readonly reader: RecordReader;
  private readonly required: readonly number[];
  private readonly classifier: RowClassifier;
  private readonly maskRow: (record: DataRecord) => number;
  private readonly parts = new Map<string, { node: Node; part: Part & { rows: number } }>();
  private readonly seen = new Set<string>();
  private readonly told = new Set<string>();
  private readonly subtotals: Subtotals;
  private readonly countFields: readonly { id: string; column: number }[];
  private group: Named = {};
  private pending: { row: SheetRow; values: Record<string, number> } | null = null;
  private last: { key: string; resolution: Resolution } | null = null;
  private above: (string | undefined)[] = [];
  /** A row of the commune that the sheet names elsewhere has been seen. */
  private agreed = false;
  private doubt: { row: number; note: Problem; node: Node } | null = null;
  private rejected = 0;
  private readonly rejectedBy: Record<string, number> = {};
  private data = 0;
  private first = 0;
  private lastData = 0;
  private readonly headerRow: number;

  constructor(found: Recognition, header: { top: number; bottom: number }, context: TableContext) {
    this.found = found;
    this.context = context;
    this.headerRow = header.top;
    this.reader = recordReader(found.layout, found.fields);
    this.required = found.layout.required.flatMap((id) => found.fields.get(id) ?? []);
    this.classifier = new RowClassifier(found, header.bottom);
    this.maskRow = maskOf(found.layout.form, context.indicators);
    this.countFields = found.layout.fields.flatMap(({ id, type }) => {
      const column = found.fields.get(id);
      return type === 'count' && column !== undefined ? [{ id, column }] : [];
    });
    this.subtotals = new Subtotals(this.countFields.map(({ id }) => id));
  }

  get isList(): boolean {
    return this.found.layout.layout === 'list';
  }

  /** A cheap look at the cells where a repeated or second header would show first. */
  suspects({ values }: SheetRow, headings: ReadonlySet<string>): boolean {
    const { serial, units } = this.found;
    return (
      (serial !== null && isIn(values[serial], headings)) ||
      (this.required[0] !== undefined && isIn(values[this.required[0]], headings)) ||
      (units.hamlet !== null && isIn(values[units.hamlet], headings))
    );
  }

  /** Takes the next row; true where it was a data row. */
  row(row: SheetRow): boolean {
    const kind = this.classifier.kindOf(row);
    if (kind === 'data') {
      this.dataRow(row);
      return true;
    }
    if (kind === 'total') this.totalRow(row);
    else if (kind === 'group') this.groupRow(row);
    return false;
  }

  private dataRow(row: SheetRow): void {
    this.confirmGroup();
    if (this.data === 0) this.first = row.number;
    this.data++;
    this.lastData = row.number;
    if (this.context.state !== 'read') {
      if (this.context.state === 'rejected') this.reject('');
      return;
    }
    const resolution = this.resolve(row);
    const record = this.reader.read(row.values, (code, args, field) => {
      this.report(row.number, code, args, field, resolution.node);
    });
    if (!this.isList) this.countForSubtotals(row, record);
    if (resolution.node === null) {
      this.tellPlace(row.number, resolution.problem, null);
      this.reject('');
      return;
    }
    if (resolution.node.parent === this.context.base.nodes.commune) this.agreed = true;
    for (const note of resolution.notes) this.note(row.number, note, resolution.node);
    if (record === null) this.reject(resolution.node.unit.code);
    else this.accept(row.number, record, resolution.node);
  }

  private countForSubtotals(row: SheetRow, record: DataRecord | null): void {
    this.subtotals.add(row.number, record ?? this.numbersOf(row));
  }

  private reject(unit: string): void {
    this.rejected++;
    this.rejectedBy[unit] = (this.rejectedBy[unit] ?? 0) + 1;
  }

  private accept(row: number, record: DataRecord, node: Node): void {
    for (const check of this.context.checks) this.check(check, row, record, node);
    const { form, layout, fields, required } = this.found.layout;
    const held = getOrMake(this.parts, node.unit.code, () => ({
      node,
      part: {
        unit: node.unit.code,
        layout,
        entries: layout === 'list' ? emptyEntries(form.list?.identity) : null,
        tally: [],
        rows: 0,
        reported: [],
      },
    }));
    held.part.rows++;
    if (held.part.entries !== null) {
      addEntry(held.part.entries, row, record, this.maskRow(record), node, form.list?.identity);
      for (const { id } of fields)
        if (record[id] !== null && record[id] !== undefined) this.seen.add(id);
      return;
    }
    const values: Record<string, number | null> = {};
    for (const { id, type } of fields)
      if (type === 'count' && this.found.fields.has(id))
        values[id] = (record[id] as number | null) ?? null;
    (held.part.tally as TallyRow[]).push({ row, values });
    for (const id of required)
      if (record[id] === null) this.report(row, 'CCDS-R04', { field: id }, id, node);
  }

  private check(check: RowCheck, row: number, record: DataRecord, hamlet: Node): void {
    const { month, lastDay } = this.context;
    const { form, layout, fields } = this.found.layout;
    check(record, {
      form,
      layout,
      fields,
      month,
      lastDay,
      hamlet,
      report: (code, args, field) => this.report(row, code, args, field, hamlet),
    });
  }

  /** The unit texts of a row: its own cells, merged blocks, the rows above, the group. */
  private resolve(row: SheetRow): Resolution {
    const cells: Record<string, string> = { ...this.group };
    let key = '';
    for (let i = 0; i < UNIT_LEVELS.length; i++) {
      const level = UNIT_LEVELS[i]!;
      const column = this.found.units[level];
      if (column === null) continue;
      const raw = row.values[column];
      const text = isBlank(raw)
        ? this.filled(i, column, row.number)
        : typeof raw === 'string'
          ? raw
          : cellText(raw);
      if (text === undefined || text === '') continue;
      this.above[i] = text;
      cells[level] = text;
      key += `${level}\u0000${text}\u0000`;
    }
    if (this.last?.key === key) return this.last.resolution;
    const resolution = resolvePlace(cells, this.context.base, this.context.match);
    this.last = { key, resolution };
    return resolution;
  }

  /** A blank unit cell: of a merged block, or in a list (and above the hamlet) as above. */
  private filled(i: number, column: number, row: number): string | undefined {
    const above = this.above[i];
    if (above === undefined) return undefined;
    const merged = this.context.merges.some(
      (m) => m.left <= column && column <= m.right && m.top < row && row <= m.bottom,
    );
    return merged || this.isList || i > 0 ? above : undefined;
  }

  private groupRow(row: SheetRow): void {
    const texts = row.values.map(cellText);
    const named = texts.flatMap((text) => namedPlaces(text));
    const values = this.numbersOf(row);
    if (this.isList || Object.keys(values).length === 0) this.confirmGroup();
    else {
      this.confirmGroup();
      if (this.balancesRowsAbove(row, values)) return;
      this.pending = { row, values };
    }
    this.subtotals.group(row.number);
    const cells: Record<string, string> = {};
    for (const { level, name } of named) if (level !== 'province') cells[level] ??= name;
    if (Object.keys(cells).length > 0) this.group = cells;
    this.above = [];
    this.last = null;
  }

  /** A unit's own line with its total below its rows: a subtotal, not a group's head. */
  private balancesRowsAbove(row: SheetRow, values: Record<string, number>): boolean {
    if (this.data === 0) return false;
    const trial = Object.entries(values);
    const fits =
      trial.length > 0 &&
      trial.every(([field, value]) => this.subtotals.sumSinceMark(field) === value);
    if (fits) this.subtotals.state(row.number, values);
    return fits;
  }

  /** A group's head with numbers is a subtotal if rows follow it; else it is a commune's row. */
  private confirmGroup(closing = false): void {
    const { pending } = this;
    this.pending = null;
    if (pending === null) return;
    if (!closing) {
      this.subtotals.state(pending.row.number, pending.values);
      return;
    }
    this.data++;
    this.lastData = Math.max(this.lastData, pending.row.number);
    this.tellPlace(pending.row.number, { code: 'CCDS-U06', args: {}, level: 'hamlet' }, null);
    this.reject('');
  }

  private totalRow(row: SheetRow): void {
    this.confirmGroup(this.pending !== null && !this.dataSince(this.pending.row.number));
    this.subtotals.state(row.number, this.numbersOf(row));
    this.last = null;
  }

  private dataSince(row: number): boolean {
    return this.lastData > row;
  }

  private numbersOf(row: SheetRow): Record<string, number> {
    const numbers: Record<string, number> = {};
    for (const { id, column } of this.countFields) {
      const raw = row.values[column];
      const value = typeof raw === 'number' ? raw : Number.NaN;
      const parsed =
        typeof raw === 'string' && /^\d{1,3}([. \u00a0]\d{3})*$|^\d+$/.test(raw.trim())
          ? Number(raw.replace(/[.\s\u00a0]/g, ''))
          : value;
      if (Number.isFinite(parsed)) numbers[id] = parsed;
    }
    return numbers;
  }

  private report<C extends Code>(
    row: number,
    code: C,
    args: CodeArguments[C],
    field: string,
    node: Node | null,
  ): void {
    const column = this.found.fields.get(field);
    const cell = column === undefined ? undefined : cellAddress(column, row);
    this.context.emit(
      finding(code, this.placeOf(row, cell), args, {
        field,
        form: this.found.layout.form.id,
        ...(node && { unit: node.unit.code }),
      }),
    );
  }

  private placeOf(row: number, cell: string | undefined): Place {
    return { ...this.context.place, row, ...(cell !== undefined && { cell }) };
  }

  private tellPlace(row: number, problem: Problem, node: Node | null): void {
    const column = this.found.units[problem.level] ?? this.found.units.hamlet;
    const cell =
      column !== null
        ? cellAddress(column, row)
        : (this.context.base.chosen[problem.level]?.cell ?? cellAddress(0, row));
    this.context.emit(
      finding(problem.code, this.placeOf(row, cell), problem.args as never, {
        field: problem.level,
        ...(node && { unit: node.unit.code }),
      }),
    );
  }

  /** A sheet over several communes disagrees with its title only if no row bears it out. */
  private note(row: number, note: Problem, node: Node): void {
    if (note.code === 'CCDS-U05' && note.level === 'commune') this.doubt ??= { row, note, node };
    else this.tellOnce(row, note, node);
  }

  private tellOnce(row: number, note: Problem, node: Node): void {
    const key = `${note.code} ${node.unit.code}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.tellPlace(row, note, node);
  }

  /** Closes the table: its counts, its parts, and the subtotals that do not add up. */
  end(lastRow: number, leadRows: number): TableReport {
    this.confirmGroup(true);
    if (this.context.state === 'read') this.tellImbalances();
    if (this.doubt !== null && !this.agreed)
      this.tellOnce(this.doubt.row, this.doubt.note, this.doubt.node);
    const { form, layout } = this.found.layout;
    const empty = this.data === 0 && this.context.state === 'read';
    if (empty) this.tellEmpty();
    return {
      form: form.id,
      layout,
      month: this.context.month,
      periodText: this.context.periodText,
      state: empty ? 'empty' : this.context.state,
      headerRow: this.headerRow,
      firstRow: this.first,
      lastRow: this.lastData,
      read: lastRow - leadRows,
      rejected: this.rejected,
      data: this.data,
      rejectedBy: this.rejectedBy,
      parts: [...this.parts.values()].map(({ part }) => ({ ...part, reported: this.reported() })),
      columns: Object.fromEntries(
        [...this.found.fields].map(([id, column]) => [id, columnLetters(column)]),
      ),
    };
  }

  /** Fields with a column; in a list, one that is blank throughout tells nothing but marks. */
  private reported(): readonly string[] {
    return this.found.layout.fields
      .filter(
        ({ id, type }) =>
          this.found.fields.has(id) &&
          (!this.isList || type === 'mark' || this.seen.has(id) || type === 'text'),
      )
      .map(({ id }) => id);
  }

  private tellImbalances(): void {
    for (const { row, field, ...args } of this.subtotals.imbalances())
      this.report(row, 'CCDS-S07', args, field, null);
  }

  private tellEmpty(): void {
    const form = this.found.layout.form.id;
    this.context.emit(
      finding('CCDS-C02', this.placeOf(this.headerRow, cellAddress(0, this.headerRow)), { form }),
    );
  }
}

function isIn(value: Value | undefined, headings: ReadonlySet<string>): boolean {
  return typeof value === 'string' && headings.has(value);
}

import { cellAddress, columnLetters, columnNumber, rowOf } from '../../core/address.js';
import type { Code } from '../../core/codes.js';
import type { Finding } from '../../core/finding.js';
import { rowRun } from '../../core/row-runs.js';
import type { Value } from '../../core/value.js';
import type { Added } from '../header/added.js';
import type { CompiledLayout } from '../header/compile.js';
import { type HeaderColumn, readingsOf } from '../header/header-columns.js';
import type { Recognition } from '../header/recognise.js';
import type { TableReport, TallyRow } from '../report.js';
import type { SheetContext } from '../sheet-context.js';
import { Table, type TableContext } from '../table/table.js';
import { summandOf } from '../tally-cells.js';
import type { Claim, Slot } from './claims.js';
import type { DownHeader, Heading } from './header.js';
import type { Label } from './labels.js';

/**
 * A tally whose counts stand below each other, read as the same tally laid across: a record for
 * each column of values, with the fields in their order and, last, the hamlet that heads it.
 * What is told and reported of it names the sheet's own cells.
 */
export class TurnedTable {
  private readonly claim: Claim;
  private readonly header: DownHeader;
  private readonly slots: readonly (readonly [field: string, slot: Slot])[];

  constructor(claim: Claim, header: DownHeader) {
    this.claim = claim;
    this.header = header;
    this.slots = [
      ...claim.fields,
      ...[...claim.fields].flatMap(([field, slot]) =>
        (slot.more ?? []).map((label) => [summandOf(field), { ...slot, label }] as const),
      ),
    ];
  }

  get layout(): CompiledLayout {
    return this.claim.layout;
  }

  /** The same table with the counts of one column alone, and those of the running totals or not. */
  ofColumn(heading: Heading, running: Heading | null): TurnedTable {
    const slots = [...this.claim.fields].flatMap(([id, slot]) => {
      if (running !== null || !slot.running) return [[id, slot] as const];
      return slot.ofPeriod ? [[id, { ...slot, running: false }] as const] : [];
    });
    const header = { ...this.header, values: [heading], running };
    return new TurnedTable({ layout: this.layout, fields: new Map(slots) }, header);
  }

  /** How many fields it has. */
  get size(): number {
    return this.claim.fields.size;
  }

  /** Rows of which only the count is used, and not what stands beside it as a running total. */
  get halfUsed(): readonly Label[] {
    const running = this.slots.filter(([, slot]) => slot.running).map(([, slot]) => slot.label);
    return this.slots.flatMap(([, { label }]) => (running.includes(label) ? [] : [label]));
  }

  /** Rows of which only the running total is used. */
  get runningAlone(): readonly Label[] {
    return this.slots.flatMap(([, { label, running, ofPeriod }]) =>
      running && ofPeriod ? [label] : [],
    );
  }

  /** Rows of the sheet that give a field its count. */
  get rows(): readonly number[] {
    const rows = this.slots.map(([, { label }]) => label.row.number);
    return [...new Set(rows)].sort((a, b) => a - b);
  }

  /** Starred fields that no row gives. */
  get missing(): readonly string[] {
    return this.claim.layout.required.filter((id) => !this.claim.fields.has(id));
  }

  /** Reads the records. `read` counts the table's own rows alone, once for each record. */
  read(
    context: TableContext,
    decided: Pick<SheetContext, 'decisionOf' | 'onDecided'>,
  ): TableReport {
    const { header, slots } = this;
    // No row of a table that is turned numbers its columns.
    const at = { top: header.top, bottom: ABOVE_ALL, texts: new Set<string>() };
    const table = new Table(
      this.withParts(this.recognition()),
      at,
      this.contextOf(context, decided),
    );
    header.values.forEach((heading, i) => {
      const cells = slots.map(([, slot]) => this.valueOf(slot, heading));
      const struck = this.struckIn(heading);
      const values = [...cells, ...namesOf(heading, header)];
      table.take({ number: i + 1, values, ...(struck.length > 0 && { struck }) });
    });
    return this.turnedBack(table.end(0, 0)[0]);
  }

  /** With the column that says of which part of its hamlet each record is. */
  private withParts(found: Recognition): Recognition {
    const { parts, byHamlet } = this.header;
    if (parts === undefined) return found;
    const column = this.slots.length + Number(byHamlet);
    const own = { column, readings: readingsOf([parts]), texts: [parts], text: parts, row: 0 };
    return { ...found, unknown: [...found.unknown, own] };
  }

  /** What names its rows. */
  get texts(): readonly string[] {
    return this.slots.map(([, { label }]) => label.text);
  }

  /** The table as if it were laid across, with other rows as columns that mean nothing in it. */
  recognition(others: readonly Label[] = []): Recognition {
    const { layout } = this.claim;
    const fields = new Map([...this.claim.fields.keys()].map((id, i) => [id, i]));
    const added = this.added;
    const headings = new Map(this.slots.map(([id, { heading }]) => [id, heading]));
    const hamlet = this.header.byHamlet ? this.slots.length : null;
    return {
      layout,
      fields,
      headings,
      units: { hamlet, commune: null, district: null, province: null },
      serial: null,
      missing: this.missing,
      unknown: others.map(asColumn),
      repeated: [],
      score: fields.size,
      weight: fields.size,
      ...(added.size > 0 && { added }),
    };
  }

  /** Fields that are the sum of several rows, by what they are laid as. */
  private get added(): Added {
    const at = (id: string) => this.slots.findIndex(([one]) => one === id);
    return new Map(
      [...this.claim.fields].flatMap(([id, { more }]) =>
        more === undefined ? [] : [[id, [at(id), at(summandOf(id))]] as const],
      ),
    );
  }

  /** The rows of each count that is the sum of several. */
  get sums(): readonly { readonly field: string; readonly labels: readonly Label[] }[] {
    return [...this.claim.fields].flatMap(([field, { label, more }]) =>
      more === undefined ? [] : [{ field, labels: [label, ...more] }],
    );
  }

  private columnOf({ running }: Slot, heading: Heading): number {
    return running ? this.header.running!.column : heading.column;
  }

  private valueOf(slot: Slot, heading: Heading): Value {
    return slot.label.row.values[this.columnOf(slot, heading)] ?? null;
  }

  /**
   * The fields of a record that are struck through; where its heading is, or all of the table, so is
   * the hamlet that it is of.
   */
  private struckIn(heading: Heading): readonly number[] {
    const struck = this.struckBelow(heading);
    if (struck.length === 0 || !this.header.byHamlet) return struck;
    const isAll = (one: Heading) => this.struckBelow(one).length === this.slots.length;
    const isWhole = heading.struck === true || this.header.values.every(isAll);
    return isWhole ? [...struck, this.slots.length] : struck;
  }

  private struckBelow(heading: Heading): readonly number[] {
    return this.slots.flatMap(([, slot], i) =>
      slot.label.row.struck?.includes(this.columnOf(slot, heading)) ? [i] : [],
    );
  }

  private cellOf(slot: Slot, record: number): string {
    const column = this.columnOf(slot, this.header.values[record - 1]!);
    return cellAddress(column, slot.label.row.number);
  }

  private contextOf(
    context: TableContext,
    { decisionOf, onDecided }: Pick<SheetContext, 'decisionOf' | 'onDecided'>,
  ): TableContext {
    const { decisionOf: _, onDecided: __, ...rest } = context;
    const column = (record: number) => this.header.values[record - 1]!.column;
    const decided = (record: number) =>
      this.rows.filter((row) => decisionOf?.(row, column(record)) != null);
    return {
      ...rest,
      merges: [],
      emit: (found) => context.emit(this.namingCells(found)),
      cells: (field, record) => this.placeOf(field, record),
      ...(decisionOf && {
        decisionOf: (record) => decisionOf(decided(record)[0] ?? 0, column(record)),
        onDecided: (record) => {
          for (const row of decided(record)) onDecided?.(row, column(record));
        },
      }),
    };
  }

  /** A total is held against records, and not rows: `1–3` → `D7–F7`. */
  private namingCells(found: Finding): Finding {
    if (OF_ALL_ROWS.has(found.code)) return this.namingRows(found);
    if (found.code === 'CCDS-R15') return this.namingStruck(found);
    const slot = this.claim.fields.get(found.field ?? '');
    if (found.code !== 'CCDS-S07' || slot === undefined) return found;
    const last = this.header.values.length;
    const { line, ...args } = found.args;
    const records = String(line ?? args.rows).split('–');
    const within = records.map((record) => Math.min(Math.max(Number(record), 1), last));
    const places = within.map((record) => this.cellOf(slot, record)).join('–');
    const where = line === undefined ? { places } : { cell: places };
    return { ...found, args: { ...args, rows: '', ...where } };
  }

  /** What is left out below a title are the rows of all records. */
  private namingRows(found: Finding): Finding {
    const { rows } = this;
    const told = rowRun({ first: rows[0]!, last: rows.at(-1)! });
    const places = found.code === 'CCDS-S22' ? this.struckPlaces() : '';
    const args = {
      ...found.args,
      count: rows.length,
      rows: told,
      ...(places !== '' && { places }),
    };
    return { ...found, args };
  }

  /** The cells of the hamlets that are struck through, where others' are not: `D4–D9`. */
  private struckPlaces(): string {
    const { values } = this.header;
    const records = values.flatMap((one, i) =>
      this.struckIn(one).length > this.slots.length ? [i + 1] : [],
    );
    if (records.length === values.length) return '';
    return records.map((record) => this.cellsOf(record)).join(', ');
  }

  private cellsOf(record: number): string {
    const cells = this.slots.map(([, slot]) => this.cellOf(slot, record));
    return [...new Set([cells[0]!, cells.at(-1)!])].join('–');
  }

  /** Of a record's cells, `A1, C1`, those of the sheet. */
  private namingStruck(found: Finding): Finding {
    const cells = String(found.args.found).split(', ');
    const own = cells.map((cell) => {
      const column = columnNumber(cell.replace(/\d+$/, ''));
      return this.placeOf(column, rowOf(cell)).cell;
    });
    return { ...found, args: { ...found.args, found: own.join(', ') } };
  }

  /** The cell of a field in a record, or of the hamlet that heads it. */
  private placeOf(at: number | undefined, record: number): { row: number; cell?: string } {
    const { row, column } = this.header.values[record - 1]!;
    if (at === undefined) return { row: this.rows[0]! };
    if (at >= this.slots.length) return { row, cell: cellAddress(column, row) };
    const cell = this.cellOf(this.slots[at]![1], record);
    return { row: rowOf(cell), cell };
  }

  /** The report in terms of the sheet: each row that gives a count belongs to the record. */
  private turnedBack(report: TableReport): TableReport {
    const { rows, header } = this;
    const times = rows.length;
    const [first] = header.values;
    const { added: _, ...about } = report;
    const parts = report.parts.map((part) => ({
      ...part,
      rows: part.rows * times,
      tally: part.tally.map((row) => this.rowTurnedBack(row)),
    }));
    const wholes = report.wholes?.map((one) => ({ ...one, tally: this.rowTurnedBack(one.tally) }));
    const rejected = Object.entries(report.rejectedBy).map(([unit, n]) => [unit, n * times]);
    return {
      ...about,
      firstRow: rows[0]!,
      lastRow: rows.at(-1)!,
      endRow: rows.at(-1)!,
      data: report.data * times,
      rejected: report.rejected * times,
      rejectedBy: Object.fromEntries(rejected),
      read: Math.max(report.data, 1) * times,
      parts,
      ...(wholes && { wholes }),
      columns: Object.fromEntries(
        [...this.claim.fields].map(([id, slot]) => [
          id,
          columnLetters(this.columnOf(slot, first!)),
        ]),
      ),
    };
  }

  private rowTurnedBack({ row: record, values, ...part }: TallyRow): TallyRow {
    const cells = this.slots.map(([id, slot]) => [id, this.cellOf(slot, record)]);
    return { ...part, row: this.rows[0]!, values, cells: Object.fromEntries(cells) };
  }
}

/** What a column's heading says of its hamlet, and of the part of it. */
function namesOf({ text, place }: Heading, { byHamlet, parts }: DownHeader): readonly string[] {
  const hamlet = byHamlet ? [parts === undefined ? text : (place ?? text)] : [];
  return parts === undefined ? hamlet : [...hamlet, text];
}

/** A row's name as a column's heading; the column says where the row stands. */
function asColumn({ row, text }: Label): HeaderColumn {
  return { column: row.number - 1, readings: readingsOf([text]), texts: [text], text, row: 0 };
}

/** Told of records, they are of all rows of the table. */
const OF_ALL_ROWS: ReadonlySet<Code> = new Set<Code>(['CCDS-S20', 'CCDS-S22', 'CCDS-S23']);

/** So far above the first record that none is taken for the numbers of columns. */
const ABOVE_ALL = -3;

import { columnLetters } from '../../core/address.js';
import { cellText } from '../cells/cell-text.js';
import type { Added } from '../header/added.js';
import type { CompiledLayout } from '../header/compile.js';
import { type HeaderColumn, readingsOf } from '../header/header-columns.js';
import type { Recognition } from '../header/recognise.js';
import { tellsPeriod } from '../lines/of-new.js';
import type { TableReport, TallyRow } from '../report.js';
import type { SheetContext } from '../sheet-context.js';
import { Table } from '../table/table.js';
import type { TableContext } from '../table-context.js';
import { summandOf } from '../tally-cells.js';
import type { Claim } from './claims.js';
import type { DownHeader, Heading } from './header.js';
import type { Label } from './labels.js';
import { type Slots, TurnedCells } from './turned-cells.js';
import { inSheet } from './turned-findings.js';
import { countsAll, isSince } from './words.js';

/**
 * A tally whose counts stand below each other, read as the same tally laid across: a record for
 * each column of values, with the fields in their order and, last, the hamlet that heads it.
 * What is told and reported of it names the sheet's own cells.
 */
export class TurnedTable {
  private readonly claim: Claim;
  private readonly header: DownHeader;
  private readonly slots: Slots;
  private readonly cells: TurnedCells;

  constructor(claim: Claim, header: DownHeader) {
    this.claim = claim;
    this.header = header;
    this.slots = [
      ...claim.fields,
      ...[...claim.fields].flatMap(([field, slot]) =>
        (slot.more ?? []).map((label) => [summandOf(field), { ...slot, label }] as const),
      ),
    ];
    this.cells = new TurnedCells(this.slots, header);
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

  /**
   * The heading of the only column of counts (`Trong tháng`) where beside it stands what there is
   * since the year began, and the two say different things: neither need be all there is.
   */
  get monthBesideYear(): Heading | null {
    const { values, running } = this.header;
    const [heading] = values as [Heading];
    if (running === null || values.length > 1 || !isSince(running.text)) return null;
    if (!tellsPeriod(heading.text) || countsAll(heading.text)) return null;
    const differs = ({ row }: Label) => {
      const [own, year] = [heading, running].map(({ column }) => cellText(row.values[column]));
      return own !== '' && year !== '' && own !== year;
    };
    return this.halfUsed.some(differs) ? heading : null;
  }

  /** Rows of which only the running total is used. */
  get runningAlone(): readonly Label[] {
    return this.slots.flatMap(([, { label, running, ofPeriod }]) =>
      running && ofPeriod ? [label] : [],
    );
  }

  /** Rows of the sheet that give a field its count. */
  get rows(): readonly number[] {
    return this.cells.rows;
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
    const { header, slots, cells } = this;
    // No row of a table that is turned numbers its columns.
    const at = { top: header.top, bottom: ABOVE_ALL, texts: new Set<string>() };
    const table = new Table(
      this.withParts(this.recognition()),
      at,
      this.contextOf(context, decided),
    );
    header.values.forEach((heading, i) => {
      const own = slots.map(([, slot]) => cells.valueOf(slot, heading));
      const struck = cells.struckIn(heading);
      const partly = cells.partlyIn(heading);
      const values = [...own, ...namesOf(heading, header)];
      table.take({
        number: i + 1,
        values,
        ...(struck.length > 0 && { struck }),
        ...(partly.length > 0 && { partly }),
      });
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

  private contextOf(
    context: TableContext,
    { decisionOf, onDecided }: Pick<SheetContext, 'decisionOf' | 'onDecided'>,
  ): TableContext {
    const { decisionOf: _, onDecided: __, ...rest } = context;
    const { cells } = this;
    const { fields } = this.claim;
    const { values } = this.header;
    const column = (record: number) => values[record - 1]!.column;
    const decided = (record: number) =>
      cells.rows.filter((row) => decisionOf?.(row, column(record)) != null);
    return {
      ...rest,
      merges: [],
      emit: (found) => context.emit(inSheet(found, { fields, values, cells })),
      cells: (field, record) => cells.placeOf(field, record),
      ...(decisionOf && {
        decisionOf: (record) => decisionOf(decided(record)[0] ?? 0, column(record)),
        onDecided: (record) => {
          for (const row of decided(record)) onDecided?.(row, column(record));
        },
      }),
    };
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
          columnLetters(this.cells.columnOf(slot, first!)),
        ]),
      ),
    };
  }

  private rowTurnedBack({ row: record, values, ...part }: TallyRow): TallyRow {
    const cells = this.slots.map(([id, slot]) => [id, this.cells.cellOf(slot, record)]);
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

/** So far above the first record that none is taken for the numbers of columns. */
const ABOVE_ALL = -3;

import { cellAddress } from '../core/address.js';
import type { Code, CodeArguments } from '../core/codes.js';
import { finding } from '../core/finding.js';
import {
  type Block,
  HEADER_ROWS,
  headingSpellings,
  isHeading,
  reachOf,
  type Sighting,
  sight,
} from './header-search.js';
import type { HeadingSet } from './heading-set.js';
import { type LegacyConverter, legacyConverter } from './legacy.js';
import type { NearMiss } from './near-miss.js';
import type { Statement } from './place.js';
import type { HeaderColumn, Recognition } from './recognise.js';
import { RefusedTable } from './refused-table.js';
import type { SheetReport, TableReport } from './report.js';
import { settingOf } from './setting.js';
import type { SheetContext } from './sheet-context.js';
import { SheetLines } from './sheet-lines.js';
import { type SheetRow, Table, type TableContext } from './table.js';

export type { SheetContext } from './sheet-context.js';

/** Rows looked at before the first is read, to tell a legacy encoding. */
const SAMPLE_ROWS = 200;

/**
 * Finds the tables of one sheet and settles their rows, a row at a time. Rows are either
 * looked through for a header, or handed to the tables that are open; a row that looks like
 * a header is put to the test while the tables wait.
 */
export class SheetReader {
  private readonly context: SheetContext;
  private readonly headings: HeadingSet;
  private readonly lines = new SheetLines();
  private readonly reports: TableReport[] = [];
  /** Open tables: one, or several beside each other. */
  private tables: readonly Table[] = [];
  private refused: RefusedTable | null = null;
  /** Rows in which a header may stand. */
  private window: SheetRow[] = [];
  private seen: Sighting | null = null;
  private seeking = true;
  private headerEnd = 0;
  private sample: SheetRow[] | null = [];
  private legacy: LegacyConverter | null = null;
  private converted = 0;
  private covered = 0;
  private last = 0;
  private width = 0;

  constructor(context: SheetContext) {
    this.context = context;
    this.headings = headingSpellings(context.layouts);
  }

  /** Takes the next row of the sheet. */
  push(row: SheetRow): void {
    if (this.sample === null) this.take(row);
    else if (this.sample.push(row) >= SAMPLE_ROWS) this.replay();
  }

  /** Closes the sheet. */
  end(): SheetReport {
    if (this.sample !== null) this.replay();
    while (this.window.length > 0) this.seek();
    this.closeTables(this.last);
    this.closeRefused(this.last);
    if (this.legacy !== null && this.converted > 0)
      this.tell('CCDS-S06', 1, { encoding: this.legacy.encoding, cells: this.converted });
    return {
      name: this.context.sheet,
      state: this.reports.length > 0 ? 'read' : 'no-form',
      rows: this.last,
      width: this.width,
      tables: this.reports,
    };
  }

  private replay(): void {
    const rows = this.sample!;
    this.sample = null;
    this.legacy = legacyConverter(rows);
    for (const row of rows) this.take(row);
  }

  private take(raw: SheetRow): void {
    const row = this.legacy === null ? raw : this.unicode(raw, this.legacy);
    this.measure(row);
    if (this.seeking) {
      this.window.push(row);
      if (this.window.length > HEADER_ROWS) this.seek();
    } else if (row.number > this.headerEnd) this.read(row);
  }

  private unicode(raw: SheetRow, legacy: LegacyConverter): SheetRow {
    const { row, cells } = legacy.convert(raw);
    this.converted += cells;
    return row;
  }

  private measure({ number, values }: SheetRow): void {
    let width = values.length;
    while (width > 0 && (values[width - 1] === null || values[width - 1] === '')) width--;
    if (width === 0) return;
    this.last = number;
    if (width > this.width) this.width = width;
  }

  /** A row below a header. One that looks like a header itself is put to the test. */
  private read(row: SheetRow): void {
    if (this.isSuspect(row) && isHeading(row, this.headings)) this.doubt(row);
    else if (this.feed(row)) this.lines.passTable();
    else if (isHeading(row, this.headings)) this.doubt(row);
    else this.lines.add(row);
  }

  private isSuspect(row: SheetRow): boolean {
    for (const table of this.tables) if (table.suspects(row, this.headings)) return true;
    return false;
  }

  private doubt(row: SheetRow): void {
    this.seeking = true;
    this.window = [row];
  }

  /** Hands a row to the open tables; true where one of them took it for data. */
  private feed(row: SheetRow): boolean {
    const { tables } = this;
    if (tables.length === 1) return tables[0]!.take(row);
    let isData = false;
    for (const table of tables) isData = table.take(row) || isData;
    return isData;
  }

  /** Looks for a header at the first row in hand; else passes the row by. */
  private seek(): void {
    const here = this.seen ?? sight(this.window, this.context.layouts);
    const next = sight(this.window.slice(1), this.context.layouts);
    this.seen = null;
    const worth = here.block?.found.weight ?? 0;
    const better = next.block !== null && next.block.found.weight >= worth;
    if (here.block !== null && !better) this.begin(here.block);
    else this.pass(this.window.shift()!, here, next);
  }

  /** The first row in hand heads no table. */
  private pass(row: SheetRow, here: Sighting, next: Sighting): void {
    if (here.miss !== null && next.block === null) this.refuse(here.miss);
    if (this.tables.length > 0) {
      if (!this.feed(row)) this.lines.add(row);
      if (next.block !== null) return;
      this.seeking = false;
      for (const rest of this.window.splice(0)) this.take(rest);
      return;
    }
    this.seen = next.block === null && next.miss === null ? null : next;
    if (this.refused === null || !this.refused.take(row)) this.lines.add(row);
  }

  private begin(block: Block): void {
    const top = block.rows[0]!.number;
    this.headerEnd = reachOf(block.rows.at(-1)!.number, this.context.merges);
    const rest = this.window.filter((row) => row.number > this.headerEnd);
    this.window = [];
    this.seen = null;
    this.seeking = false;
    if (this.isRepeated(block)) for (const table of this.tables) table.resume(this.headerEnd);
    else {
      this.closeTables(top - 1);
      this.closeRefused(top - 1);
      this.open(block, top);
    }
    for (const row of rest) this.take(row);
  }

  /** The header of the open tables once more, as on each printed page. */
  private isRepeated({ found, companions }: Block): boolean {
    const again = [found, ...companions];
    return (
      !this.lines.hasNews &&
      again.length === this.tables.length &&
      again.every((one, i) => isSameTable(one, this.tables[i]!.found))
    );
  }

  private open({ found, companions, rivals, columns }: Block, top: number): void {
    if (rivals.length > 0) this.tellRivals([found, ...rivals], columns, top);
    const context = this.settle(top, rivals.length > 0);
    this.tellColumns(found, companions, top);
    const header = { top, bottom: this.headerEnd };
    this.tables = [found, ...companions].map((one) => new Table(one, header, context));
  }

  /** What holds for a table that begins here; tells what is amiss with it. */
  private settle(top: number, ambiguous: boolean): TableContext {
    const { context } = this;
    const { verdict, base, match, lastDay } = settingOf(context, this.lines);
    if (verdict.problem !== null) {
      const { code, args, cell } = verdict.problem;
      this.tell(code, top, args as never, cell);
    }
    if (verdict.state === 'read') {
      for (const { first, second } of base.disagreements) {
        const [firstFrom, secondFrom] = [first.from, second.from];
        const args = { first: shown(first), firstFrom, second: shown(second), secondFrom };
        this.tell('CCDS-U05', top, args, first.cell);
      }
    }
    return {
      place: this.place(),
      month: verdict.month,
      periodText: verdict.stated,
      lastDay,
      base,
      match,
      merges: context.merges,
      indicators: context.indicators,
      checks: context.checks,
      ...(context.tableChecks && { tableChecks: context.tableChecks }),
      ...(context.severityOf && { severityOf: context.severityOf }),
      ...(context.decisionOf && { decisionOf: context.decisionOf }),
      ...(context.onDecided && { onDecided: context.onDecided }),
      state: context.setAside ? 'other-period' : ambiguous ? 'rejected' : verdict.state,
      emit: context.emit,
    };
  }

  private tellRivals(
    rivals: readonly Recognition[],
    columns: readonly HeaderColumn[],
    top: number,
  ): void {
    const forms = rivals.map(({ layout }) => layout.form.id).join(', ');
    const shared = rivals[0]!.layout.required.map((id) => rivals[0]!.fields.get(id)!)[0]!;
    const headerCell = cellAddress(shared, this.headerEnd);
    const header = columns.find(({ column }) => column === shared)?.text ?? '';
    this.tell('CCDS-S02', top, { forms, header, headerCell }, headerCell);
  }

  private tellColumns(found: Recognition, companions: readonly Recognition[], top: number): void {
    const used = new Set(companions.flatMap(({ fields }) => [...fields.values()]));
    for (const { column, text } of found.unknown)
      if (!used.has(column)) this.tell('CCDS-S05', top, { header: text }, cellAddress(column, top));
    for (const { column, first } of found.repeated) {
      const args = { header: column.text, first: cellAddress(first, top) };
      this.tell('CCDS-S09', top, args, cellAddress(column.column, top));
    }
  }

  private closeTables(lastRow: number): void {
    this.tables.forEach((table, i) => {
      const report = table.end(lastRow, this.covered);
      // The rows of the sheet are counted once, with the first of tables beside each other.
      this.reports.push(i === 0 ? report : { ...report, read: report.data });
    });
    if (this.tables.length > 0) this.covered = lastRow;
    this.tables = [];
  }

  /** A header without a starred column: it is told unless a whole one follows right away. */
  private refuse(miss: NearMiss): void {
    if (this.refused !== null && this.refused.size === 0 && !isNearer(miss, this.refused.miss))
      return;
    this.closeTables(miss.top - 1);
    if (this.refused !== null && this.refused.size > 0) this.closeRefused(miss.top - 1);
    this.refused = new RefusedTable(miss, this.refusal());
  }

  private refusal(): TableContext {
    const { merges, indicators } = this.context;
    const [kind, level] = ['unknown', 'hamlet'] as const;
    const unknown = { kind, name: '', level, parent: null, suggestions: [] } as const;
    return {
      place: this.place(),
      month: null,
      periodText: null,
      lastDay: null,
      base: { named: {}, chosen: {}, nodes: {}, lowest: null, disagreements: [] },
      match: () => unknown,
      merges,
      indicators,
      checks: [],
      state: 'rejected',
      emit: this.context.emit,
    };
  }

  private closeRefused(lastRow: number): void {
    const { refused } = this;
    this.refused = null;
    if (refused === null || (refused.size === 0 && this.reports.length > 0)) return;
    const { args, cell } = refused.problem();
    this.tell('CCDS-S01', refused.miss.top, args, cell);
    this.reports.push(refused.end(lastRow, this.covered));
    this.covered = lastRow;
  }

  private place(): { file: string; sheet?: string } {
    const { file, sheet } = this.context;
    return sheet === '' ? { file } : { file, sheet };
  }

  private tell<C extends Code>(code: C, row: number, args: CodeArguments[C], cell?: string): void {
    this.context.emit(
      finding(code, { ...this.place(), row, cell: cell ?? cellAddress(0, row) }, args),
    );
  }
}

function isSameTable(a: Recognition, b: Recognition): boolean {
  return (
    a.layout === b.layout &&
    a.fields.size === b.fields.size &&
    [...a.fields].every(([id, column]) => b.fields.get(id) === column) &&
    a.units.hamlet === b.units.hamlet
  );
}

/** A file's name may name a unit by its code; people read the name. */
function shown({ name, bare }: Statement): string {
  return /^\d+$/.test(name) ? bare : name;
}

function isNearer(a: NearMiss, b: NearMiss): boolean {
  const worth = ({ found }: NearMiss) => found.score - found.missing.length;
  return worth(a) > worth(b);
}

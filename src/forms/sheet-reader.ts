import { cellAddress } from '../core/address.js';
import type { Code, CodeArguments } from '../core/codes.js';
import { type Finding, finding } from '../core/finding.js';
import { memo } from '../core/memo.js';
import type { Month, Period } from '../core/period.js';
import { findPeriods } from '../core/period-text.js';
import { ancestors } from '../geography/tree.js';
import type { Match } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { cellText } from './cell-text.js';
import type { CompiledLayout } from './compile.js';
import { headerKey } from './header-text.js';
import { legacyConverter } from './legacy.js';
import { namedPlaces } from './named-places.js';
import { type NearMiss, nearer, nearestHeading, understood } from './near-miss.js';
import { baseOf, type MatchUnit, nodeOf, type Statement } from './place.js';
import { headerColumns, type Recognition, recognise } from './recognise.js';
import type { SheetReport, TableReport } from './report.js';
import { type PeriodStatement, settlePeriod } from './stated-period.js';
import { type MergedRange, type RowCheck, type SheetRow, Table } from './table.js';
import type { UnitLevel } from './unit-columns.js';

/** All that reading a sheet needs to know; made once a file. */
export interface SheetContext {
  readonly file: string;
  /** Blank for a CSV. */
  readonly sheet: string;
  readonly layouts: readonly CompiledLayout[];
  readonly indicators: readonly Indicator[];
  readonly checks: readonly RowCheck[];
  /** The period asked for, or null. */
  readonly wanted: Period | null;
  readonly cutoff: number;
  /** File name, then folder names from the nearest up: they may name a unit or a period. */
  readonly names: readonly { readonly text: string; readonly from: 'file' | 'folder' }[];
  readonly merges: readonly MergedRange[];
  /** The matcher of a month's map and its last day; null: the newest map. */
  mapOf(month: Month | null): {
    match: MatchUnit;
    /** The unit that a file or folder name names in passing. */
    matchText: (text: string) => Match | null;
    lastDay: string | null;
  };
  emit(found: Finding): void;
}

/** Rows looked at before the first is read, to tell a legacy encoding. */
const SAMPLE_ROWS = 40;
const HEADER_ROWS = 3;

interface Block {
  readonly found: Recognition;
  readonly height: number;
  readonly rivals: readonly Recognition[];
}

/** Finds the tables of one sheet and settles their rows, a row at a time. */
export class SheetReader {
  private readonly context: SheetContext;
  private readonly reports: TableReport[] = [];
  private readonly lines: SheetRow[] = [];
  private window: SheetRow[] = [];
  private sample: SheetRow[] | null = [];
  private convert: ((row: SheetRow) => SheetRow) | null = null;
  private converted = 0;
  private encoding = '';
  private table: Table | null = null;
  private sinceData: SheetRow[] = [];
  private covered = 0;
  private last = 0;
  private width = 0;
  private miss: NearMiss | null = null;
  private readonly headings: ReadonlySet<string>;

  constructor(context: SheetContext) {
    this.context = context;
    this.headings = headingSpellings(context.layouts);
  }

  push(row: SheetRow): void {
    if (this.sample === null) {
      this.take(row);
      return;
    }
    this.sample.push(row);
    if (this.sample.length >= SAMPLE_ROWS) this.replay();
  }

  /** Closes the sheet. */
  end(): SheetReport {
    if (this.sample !== null) this.replay();
    while (this.window.length > 0) this.seek();
    this.closeTable(this.last);
    if (this.reports.length === 0 && this.miss !== null) this.refuse(this.miss);
    if (this.converted > 0)
      this.tell('CCDS-S06', 1, { encoding: this.encoding, cells: this.converted });
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
    const legacy = legacyConverter(rows);
    if (legacy !== null) {
      this.encoding = legacy.encoding;
      this.convert = (row) => {
        const { row: read, cells } = legacy.convert(row);
        this.converted += cells;
        return read;
      };
    }
    for (const row of rows) this.take(row);
  }

  private take(raw: SheetRow): void {
    const row = this.convert === null ? raw : this.convert(raw);
    if (row.values.some((value) => value !== null && value !== '')) {
      this.last = row.number;
      this.width = Math.max(this.width, row.values.length);
    }
    if (this.table === null) {
      this.window.push(row);
      if (this.window.length >= HEADER_ROWS + 1) this.seek();
    } else if (this.table.suspects(row, this.headings) && this.isHeading(row)) this.newTable(row);
    else if (this.table.row(row)) this.sinceData = [];
    else if (this.isHeading(row)) this.newTable(row);
    else this.sinceData.push(row);
  }

  /** Looks for a header at the first row in hand; else passes the row by as a line. */
  private seek(): void {
    const here = this.blockAt(0);
    const next = this.window.length > 1 ? this.blockAt(1) : null;
    if (here === null || (next !== null && next.found.score >= here.found.score)) {
      this.lines.push(this.window.shift()!);
      return;
    }
    this.begin(here);
  }

  /** The best reading of the rows from `at` on as a header of one to three rows. */
  private blockAt(at: number): Block | null {
    let best: Block | null = null;
    const rows = this.window.slice(at, at + HEADER_ROWS);
    for (let height = 1; height <= rows.length; height++) {
      if (height > 1 && rows[height - 1]!.number !== rows[height - 2]!.number + 1) break;
      const block = this.read(rows.slice(0, height));
      if (block !== null && (best === null || block.found.score > best.found.score)) best = block;
    }
    return best;
  }

  private read(rows: readonly SheetRow[]): Block | null {
    const columns = headerColumns(rows.map((row) => row.values.map(cellText)));
    if (columns.length < 2) return null;
    const found = recognise(columns, this.context.layouts);
    const complete = found.filter((one) => one.missing.length === 0 && isTable(one));
    for (const one of found) {
      if (understood(one) >= 2)
        this.miss = nearer(this.miss, {
          found: one,
          top: rows[0]!.number,
          bottom: rows.at(-1)!.number,
        });
    }
    const best = complete[0];
    if (best === undefined) return null;
    const rivals = complete.slice(1).filter((one) => one.score === best.score);
    return { found: best, height: rows.length, rivals };
  }

  private begin({ found, height, rivals }: Block): void {
    const top = this.window[0]!.number;
    const bottom = this.extend(this.window[height - 1]!.number);
    const rest = this.window.filter((row) => row.number > bottom);
    this.window = [];
    if (rivals.length > 0) {
      const forms = [found, ...rivals].map((one) => one.layout.form.id).join(', ');
      this.tell('CCDS-S02', top, { forms });
    }
    this.tellColumns(found, top);
    this.table = new Table(found, { top, bottom }, this.tableContext(rivals.length > 0, top));
    for (const row of rest) this.take(row);
  }

  /** A header reaches down as far as a merge that begins in it. */
  private extend(bottom: number): number {
    const reach = this.context.merges.filter(
      (m) =>
        m.top <= bottom &&
        m.bottom > bottom &&
        m.bottom <= bottom + 2 &&
        m.top > bottom - HEADER_ROWS,
    );
    return reach.length >= 2 ? Math.max(...reach.map((m) => m.bottom)) : bottom;
  }

  private tableContext(ambiguous: boolean, top: number) {
    const { context } = this;
    const periods = [...this.linePeriods(), ...namedPeriods(context)];
    const verdict = settlePeriod(periods, context.wanted);
    const { match, matchText, lastDay } = context.mapOf(verdict.month);
    const names = context.names.flatMap((name) => namesPlaces(name, matchText));
    const base = baseOf([...this.linePlaces(), ...names], match);
    if (verdict.problem !== null) {
      const { code, args, cell } = verdict.problem;
      this.tell(code, top, args as never, cell);
    }
    if (verdict.state === 'read') {
      for (const { first, second } of base.disagreements) {
        this.tell(
          'CCDS-U05',
          top,
          {
            first: first.name,
            firstFrom: first.from,
            second: second.name,
            secondFrom: second.from,
          },
          first.cell,
        );
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
      state: ambiguous ? ('rejected' as const) : verdict.state,
      emit: context.emit,
    };
  }

  /** Periods stated above the table; those nearest to it in a sheet of several tables. */
  private linePeriods(): PeriodStatement[] {
    const near = this.statements(this.sinceData, (text, cell) =>
      periodsOf(text, cell, this.context.cutoff),
    );
    return near.length > 0
      ? near
      : this.statements(this.lines, (text, cell) => periodsOf(text, cell, this.context.cutoff));
  }

  private linePlaces(): Statement[] {
    return [...this.statements(this.sinceData, placesOf), ...this.statements(this.lines, placesOf)];
  }

  private statements<T>(rows: readonly SheetRow[], read: (text: string, cell: string) => T[]): T[] {
    return rows.flatMap((row) =>
      joinLabels(row).flatMap(({ text, column }) => read(text, cellAddress(column, row.number))),
    );
  }

  private tellColumns(found: Recognition, top: number): void {
    for (const column of found.unknown) {
      this.tell('CCDS-S05', top, { header: column.text }, cellAddress(column.column, top));
    }
    for (const { column, first } of found.repeated) {
      this.tell(
        'CCDS-S09',
        top,
        { header: column.text, first: cellAddress(first, top) },
        cellAddress(column.column, top),
      );
    }
  }

  /** True where at least two cells of a row are headings of some form. */
  private isHeading(row: SheetRow): boolean {
    let headings = 0;
    for (const value of row.values) {
      if (typeof value !== 'string' || value.length > 80) continue;
      if (this.headings.has(value) || this.headings.has(headerKey(value))) headings++;
      if (headings >= 2) return true;
    }
    return false;
  }

  private newTable(row: SheetRow): void {
    this.closeTable(row.number - 1);
    this.window = [row];
  }

  private closeTable(lastRow: number): void {
    if (this.table === null) return;
    this.reports.push(this.table.end(lastRow, this.covered));
    this.covered = lastRow;
    this.table = null;
  }

  /** A sheet that has most of a form's headings but lacks a starred one. */
  private refuse({ found, top, bottom }: NearMiss): void {
    const near = found.missing
      .map((id) => nearestHeading(found, id))
      .find((column) => column !== null);
    const columns = found.missing.map((id) => found.layout.byId.get(id)!.label.vi).join(', ');
    const nearestCell = near === undefined || near === null ? '' : cellAddress(near.column, bottom);
    const args = { form: found.layout.form.id, columns, nearest: near?.text ?? '', nearestCell };
    this.tell('CCDS-S01', top, args, nearestCell === '' ? cellAddress(0, top) : nearestCell);
    this.reports.push({
      form: found.layout.form.id,
      layout: found.layout.layout,
      month: null,
      periodText: null,
      state: 'rejected',
      headerRow: top,
      firstRow: bottom + 1,
      lastRow: this.last,
      read: this.last,
      rejected: this.last - bottom,
      data: this.last - bottom,
      rejectedBy: { '': this.last - bottom },
      parts: [],
      columns: {},
    });
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

/** A table has at least two columns that mean something; a title alone is none. */
function isTable(found: Recognition): boolean {
  const units = Object.values(found.units).filter((column) => column !== null).length;
  return found.score + units + (found.serial === null ? 0 : 1) >= 2;
}

/** `Xã:` in one cell and `Tân Ân` in the next are one line. */
function joinLabels(row: SheetRow): { text: string; column: number }[] {
  const joined: { text: string; column: number }[] = [];
  row.values.forEach((value, column) => {
    const text = typeof value === 'string' ? value.trim() : cellText(value);
    if (text === '') return;
    const before = joined.at(-1);
    if (before?.text.endsWith(':')) before.text += ` ${text}`;
    else joined.push({ text, column });
  });
  return joined;
}

function periodsOf(text: string, cell: string, cutoff: number): PeriodStatement[] {
  return findPeriods(text, 'line', cutoff).map((found) => ({ found, from: 'line', cell }));
}

function placesOf(text: string, cell: string): Statement[] {
  return namedPlaces(text).map((named) => ({ ...named, from: 'line', cell }));
}

function namedPeriods({ names, cutoff }: SheetContext): PeriodStatement[] {
  return names.flatMap(({ text, from }) =>
    findPeriods(text, from, cutoff).map((found) => ({ found, from })),
  );
}

/** A file or folder name names units by type (`Xã Tân Ân`), by code, or is a unit's name. */
function namesPlaces(
  { text, from }: SheetContext['names'][number],
  matchText: (text: string) => Match | null,
): Statement[] {
  const typed = namedPlaces(text.replace(/_/g, ' ')).map(
    (named): Statement => ({ ...named, from }),
  );
  const match = matchText(text);
  const node = match === null ? null : nodeOf(match);
  if (node === null) return typed;
  const levels = new Set(typed.map(({ level }) => level));
  const chain = [node, ...ancestors(node)].flatMap(({ unit }): Statement[] => {
    const level = unit.level as UnitLevel;
    return levels.has(level)
      ? []
      : [{ level, name: unit.code, bare: unit.name, labelled: true, from }];
  });
  return [...typed, ...chain];
}

/** Every heading as it is likely typed, and its folded key; made once for a set of forms. */
const headingSpellings = memo(spell);

function spell(layouts: readonly CompiledLayout[]): ReadonlySet<string> {
  const spellings = new Set(['STT', 'TT', 'Stt', 'stt', 'Số TT', 'Ấp/Khóm', 'Ấp', 'Xã/Phường']);
  for (const field of layouts.flatMap((layout) => layout.fields)) {
    for (const text of [field.label.vi, ...field.aliases]) {
      for (const as of [text, text.toUpperCase(), text.toLowerCase()]) spellings.add(as);
      const key = headerKey(text);
      if (key.length > 2) spellings.add(key);
    }
  }
  return spellings;
}

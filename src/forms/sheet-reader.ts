import { SheetText } from './cells/sheet-text.js';
import { PassedRows } from './down/passed-rows.js';
import { withEnglishBelow } from './header/bilingual.js';
import { type HeaderTexts, headerTexts } from './header/covered.js';
import { type Block, HEADER_ROWS, reachOf, type Sighting, sight } from './header/header-search.js';
import type { HeadingSet } from './header/heading-set.js';
import { headingSpellings, isHeading } from './header/heading-words.js';
import { isDividedByMonths, type NearMiss } from './header/near-miss.js';
import { titledTable } from './header/titled.js';
import { beginsAsHeader, headsSomeTable } from './lines/foreign-header.js';
import { ForeignTables } from './lines/foreign-tables.js';
import { hasOwnPlace, settingOf } from './lines/setting.js';
import { SheetLines } from './lines/sheet-lines.js';
import { withoutForm } from './lines/without-form.js';
import type { Statement } from './places/place.js';
import type { SheetReport, TableReport } from './report.js';
import type { SheetContext } from './sheet-context.js';
import { type Tell, teller } from './sheet-findings.js';
import { OpenTables } from './table/open-tables.js';
import { RefusedTable } from './table/refused-table.js';
import type { SheetRow } from './table-context.js';

export type { SheetContext } from './sheet-context.js';

/**
 * Finds the tables of one sheet and settles their rows, a row at a time. Rows are either
 * looked through for a header, or handed to the tables that are open; a row that looks like
 * a header is put to the test while the tables wait.
 */
export class SheetReader {
  private readonly context: SheetContext;
  private readonly tell: Tell;
  private readonly text = new SheetText((row) => this.take(row));
  private readonly headings: HeadingSet;
  private readonly textsOf: HeaderTexts;
  private lines: SheetLines;
  private readonly reports: TableReport[] = [];
  private readonly tables: OpenTables;
  private refused: RefusedTable | null = null;
  private readonly foreign: ForeignTables;
  /** Rows in which a header may stand. */
  private window: SheetRow[] = [];
  private seen: Sighting | null = null;
  private seeking = true;
  private headerEnd = 0;
  private readonly passed = new PassedRows();
  private covered = 0;
  private last = 0;
  private width = 0;

  constructor(context: SheetContext) {
    this.context = context;
    this.tell = teller(context);
    this.tables = new OpenTables(context, this.tell);
    this.foreign = new ForeignTables(this.tell);
    this.lines = new SheetLines(context);
    this.headings = headingSpellings(context.layouts);
    this.textsOf = headerTexts(context.merges, HEADER_ROWS);
  }

  /** Takes the next row of the sheet. */
  push(row: SheetRow): void {
    this.text.push(row);
  }

  /** Closes the sheet. */
  end(): SheetReport {
    this.text.end();
    while (this.window.length > 0) this.seek();
    const passed = this.passed.all;
    if (this.tables.isEmpty && this.reports.length === 0) this.readPassed(this.last, false);
    this.closeTables(this.last);
    this.closeRefused(this.last);
    const isRead = this.reports.length > 0;
    this.text.tell(this.tell, isRead);
    return {
      name: this.context.sheet,
      state: isRead ? 'read' : 'no-form',
      rows: this.last,
      width: this.width,
      tables: this.reports,
      ...(!isRead && withoutForm(passed, this.text, this.context.layouts)),
    };
  }

  /** Who signs below the tables, where that may say where the sheet comes from. */
  get signed(): readonly Statement[] {
    return this.lines.signed;
  }

  private take(row: SheetRow): void {
    this.measure(row);
    this.place(row);
  }

  /** A row that was held back comes a second time. */
  private place(row: SheetRow): void {
    if (this.seeking) {
      this.window.push(row);
      if (this.window.length > HEADER_ROWS) this.seek();
    } else if (row.number > this.headerEnd) this.read(row);
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
    if (this.isSuspect(row) && this.isHeader(row)) this.doubt(row);
    else if (this.feed(row)) this.lines.passTable();
    else if (this.isHeader(row)) this.doubt(row);
    else this.addLines(row);
  }

  private isSuspect(row: SheetRow): boolean {
    if (beginsAsHeader(row)) return true;
    return this.tables.suspect(row, this.headings);
  }

  private isHeader(row: SheetRow): boolean {
    return isHeading(row, this.headings) || this.tables.repeat(row) || headsSomeTable(row);
  }

  private doubt(row: SheetRow): void {
    this.seeking = true;
    this.window = [row];
  }

  /** Hands a row to the open tables; true where one of them took it for data. */
  private feed(row: SheetRow): boolean {
    return !this.foreign.isOpen && this.tables.feed(row);
  }

  /** Looks for a header at the first row in hand; else passes the row by. */
  private seek(): void {
    const { layouts } = this.context;
    const here = this.seen ?? sight(this.window, layouts, this.textsOf);
    const next = sight(this.window.slice(1), layouts, this.textsOf);
    this.seen = null;
    if (here.miss !== null && isDividedByMonths(here.miss, next.block)) {
      this.refuse(here.miss);
      const height = here.miss.bottom - here.miss.top + 1;
      for (const row of this.window.splice(0, height)) this.addLines(row);
      return;
    }
    const titled = here.block === null ? this.titled() : null;
    if (titled !== null) {
      this.begin(titled);
      return;
    }
    const worth = here.block?.found.weight ?? 0;
    const better = next.block !== null && next.block.found.weight >= worth;
    if (here.block !== null && !better && !this.isPassed(here.block)) this.begin(here.block);
    else this.pass(this.window.shift()!, here, next);
  }

  /** The first row in hand as a header of bare columns whose title says what they count. */
  private titled(): Block | null {
    const titles = () => this.lines.above.map(({ text }) => text);
    return titledTable(this.window[0]!, titles, this.context.layouts, this.textsOf);
  }

  private isPassed(block: Block): boolean {
    return this.passed.isPartOf(block, this.window, this.context);
  }

  /** The first row in hand heads no table. */
  private pass(row: SheetRow, here: Sighting, next: Sighting): void {
    if (here.miss !== null && next.block === null) this.refuse(here.miss);
    if (!this.tables.isEmpty) {
      const isUpper = next.block !== null && this.tables.repeat(row);
      if (isUpper || this.isOfAnother(row, next) || !this.feed(row)) this.addLines(row);
      if (next.block !== null) return;
      this.seeking = false;
      for (const rest of this.window.splice(0)) this.place(rest);
      return;
    }
    this.seen = next.block === null && next.miss === null ? null : next;
    if (this.reports.length === 0) this.passed.add(row);
    if (this.isOfNoForm(row, here, next)) this.meet(row);
    else if (!this.foreign.isOpen && this.refused?.take(row)) return;
    this.addLines(row);
  }

  /** Heads a table of no form, above all tables or below the rows of a refused one. */
  private isOfNoForm(row: SheetRow, here: Sighting, next: Sighting): boolean {
    const isNone = ({ block, miss }: Sighting) => block === null && miss === null;
    if (this.refused?.size === 0 || !isNone(here) || !isNone(next)) return false;
    return headsSomeTable(row);
  }

  private meet(row: SheetRow): void {
    if (this.refused !== null || this.reports.length > 0) this.foreign.begin(row);
    else this.foreign.hold(row);
  }

  /** A header that is none of a form's: the upper row of one, or the tables above end here. */
  private isOfAnother(row: SheetRow, next: Sighting): boolean {
    if (!headsSomeTable(row) || this.tables.repeat(row)) return false;
    // Right below its header a table's own headings stand once more, in other words.
    if (next.block === null && row.number > this.headerEnd + 1) this.foreign.begin(row);
    return true;
  }

  /** What stands outside of the tables speaks of the next one, but for another table's rows. */
  private addLines(row: SheetRow): void {
    if (!this.foreign.has(row)) this.lines.add(row);
  }

  private begin(block: Block): void {
    const top = block.rows[0]!.number;
    const bottom = reachOf(block.rows.at(-1)!.number, this.context.merges);
    this.headerEnd = withEnglishBelow(this.window, bottom);
    const rest = this.window.filter((row) => row.number > this.headerEnd);
    this.window = [];
    this.seen = null;
    this.seeking = false;
    if (this.isRepeated(block)) this.tables.resume(this.headerEnd);
    else {
      this.closeTables(top - 1);
      if (this.reports.length === 0) this.readPassed(top - 1, true);
      this.closeRefused(top - 1);
      this.foreign.tellHeld();
      const { lines, headerEnd: bottom } = this;
      let first: readonly SheetRow[] | undefined;
      const below = () => {
        first ??= this.below(rest);
        return first;
      };
      this.tables.open({ block, top, bottom, lines, below });
    }
    for (const row of rest) this.place(row);
  }

  /** The rows below a header, as far as they are at hand. */
  private below(rest: readonly SheetRow[]): readonly SheetRow[] {
    const next = (rest.at(-1)?.number ?? this.headerEnd) + 1;
    return [...rest, ...this.text.first.filter(({ number }) => number >= next)];
  }

  /** Reads what is laid downwards in the rows so far, if anything is. */
  private readPassed(lastRow: number, headed: boolean): void {
    const found = this.passed.read(this.context, this.tell, headed);
    if (found === null) return;
    const [first, ...others] = found.reports as [TableReport, ...TableReport[]];
    const read = first.read + lastRow - this.covered - found.rows;
    this.reports.push({ ...first, read }, ...others);
    this.covered = lastRow;
    this.lines = found.lines;
    this.refused = null;
    // The header of what is laid downwards may be one of them.
    this.foreign.tellHeld((row) => found.covers(row));
  }

  /** The header of the open tables once more, as on each printed page. */
  private isRepeated(block: Block): boolean {
    return (
      !this.foreign.isOpen &&
      !this.lines.hasNews &&
      this.tables.areHeadedBy(block) &&
      !hasOwnPlace(this.context, this.lines)
    );
  }

  private closeTables(lastRow: number): void {
    if (!this.tables.isEmpty) {
      this.reports.push(...this.tables.close(lastRow, this.covered));
      this.covered = lastRow;
    }
    this.foreign.close();
  }

  /** A header without a starred column: it is told unless a whole one follows right away. */
  private refuse(miss: NearMiss): void {
    if (this.refused !== null && this.refused.size === 0 && !isNearer(miss, this.refused.miss))
      return;
    this.closeTables(miss.top - 1);
    if (this.refused !== null && this.refused.size > 0) this.closeRefused(miss.top - 1);
    const setting = settingOf(this.context, this.lines, miss.found);
    this.refused = new RefusedTable(miss, this.context, setting);
  }

  private closeRefused(lastRow: number): void {
    const { refused } = this;
    this.refused = null;
    if (refused === null || (refused.size === 0 && this.reports.length > 0)) return;
    this.foreign.tellHeld();
    refused.tellProblem(this.tell);
    this.reports.push(refused.end(lastRow, this.covered));
    this.covered = lastRow;
  }
}

function isNearer(a: NearMiss, b: NearMiss): boolean {
  const worth = ({ found }: NearMiss) => found.score - found.missing.length;
  return worth(a) > worth(b);
}

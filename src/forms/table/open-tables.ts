import { columnLetters } from '../../core/address.js';
import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import type { PeriodStatement } from '../cells/stated-period.js';
import { weekInLines, weekNamed, weekOfSheet } from '../cells/week-text.js';
import { withMeans } from '../header/by-means.js';
import { withWords } from '../header/by-words.js';
import { headingPeriods } from '../header/dated-heading.js';
import type { Block } from '../header/header-search.js';
import type { HeadingSet } from '../header/heading-set.js';
import type { Recognition } from '../header/recognise.js';
import { withOwnTotal } from '../header/running-column.js';
import { withOpenName } from '../header/split-name.js';
import { isOfAnotherTime } from '../header/under-heading.js';
import { type Setting, settingOf } from '../lines/setting.js';
import type { SheetLines } from '../lines/sheet-lines.js';
import { countsAbove, titleAbove } from '../lines/title-above.js';
import { addressColumn, addressReader, withAddress } from '../places/address-column.js';
import { hamletsColumn, withHamlets } from '../places/hamlets-column.js';
import { unitFinder } from '../places/level-finder.js';
import type { TableReport } from '../report.js';
import { RowPeriods } from '../rows/row-periods.js';
import type { SheetContext } from '../sheet-context.js';
import {
  type Header,
  headingCell,
  type Tell,
  tellColumns,
  tellRivals,
  tellSetting,
  tellTitle,
} from '../sheet-findings.js';
import { readContext } from '../table-context.js';
import { type SheetRow, Table } from './table.js';
import { headedColumns } from './unheaded.js';

/** First and last row of a header. */
interface HeaderRows {
  readonly top: number;
  readonly bottom: number;
}

/** The tables of a sheet that are being read: none, one, or several beside each other. */
export class OpenTables {
  private readonly context: SheetContext;
  private readonly tell: Tell;
  private tables: readonly Table[] = [];
  /** What heads them, as their header says. */
  private heads: readonly Recognition[] = [];
  /** What the rows state as their period, by its column. */
  private periods: ReadonlyMap<number, RowPeriods> = new Map();
  /** Tells what waits for the rows to have been read. */
  private tellLast: (() => void) | null = null;

  constructor(context: SheetContext, tell: Tell) {
    this.context = context;
    this.tell = tell;
  }

  get isEmpty(): boolean {
    return this.tables.length === 0;
  }

  /**
   * Opens the tables that a header heads, where those before are closed.
   * @param below the first rows below the header
   */
  open(
    block: Block,
    { top, bottom }: HeaderRows,
    lines: SheetLines,
    below: () => readonly SheetRow[],
  ): void {
    const { found, companions, rivals, columns, rows } = block;
    const isDoubtful = rivals.length > 0;
    const at = { columns, top };
    if (isDoubtful) tellRivals(this.tell, [found, ...rivals], at);
    const tables = [found, ...companions];
    this.heads = tables;
    const dated = headingPeriods(tables, columns, rows, this.context);
    const setting = settingOf(this.context, lines, found, dated);
    const periodsOf = this.rowPeriods(setting, isDoubtful);
    this.tellPeriod(setting, top, periodsOf(found));
    const asOf = (head: Recognition, { verdict }: Setting) =>
      withWords(
        withMeans(withOwnTotal(head, columns, this.context, verdict.month), columns, below),
        below,
      );
    const first = asOf(this.placed(found, setting, at, below), setting);
    tellColumns(this.tell, first, companions, at, this.context.wanted !== null);
    if (setting.verdict.state === 'read' && !isDoubtful) tellTitle(this.tell, found, lines);
    const texts = rows.flatMap(({ values }) => values.filter((one) => typeof one === 'string'));
    const header = { top, bottom, texts: new Set(texts) };
    const { merges } = this.context;
    const headed = headedColumns(tables, merges, { rows, top, bottom });
    // Where columns beside the others are of a plan or an earlier period, the title is theirs.
    const isMixed = columns.some(isOfAnotherTime);
    const title = isMixed ? null : titleAbove(lines, this.context.sheet, top);
    const ofCounts = isMixed ? () => null : countsAbove(lines, this.context, top, texts);
    const ofLines = weekInLines(lines.above.map(({ text }) => text));
    const week = weekOfSheet(this.context.sheet) ?? ofLines;
    const weekOfAll = weekNamed(this.context.sheet) ?? ofLines;
    const struck = new Set<string>();
    const told = new Set<string>();
    this.tables = tables.map((head) => {
      const isFirst = head === found;
      const own = isFirst ? setting : this.settingBeside(head, setting, top, lines, dated);
      const one = isFirst ? first : asOf(this.placed(head, own, at, below), own);
      if (head.range !== undefined && !isFirst)
        tellColumns(this.tell, one, [], at, this.context.wanted !== null);
      const { isExample } = lines;
      const above = title ?? ofCounts(head);
      // Of tables of the same rows only the first below the title tells it.
      const isShared = head.range === undefined;
      const uncounted = above && { ...above, isTold: isShared && told.has(above.text) };
      if (above !== null && isShared) told.add(above.text);
      const its = readContext(this.context, own, isDoubtful, periodsOf(head));
      const context = { ...its, isExample, uncounted, struck, week, weekOfAll };
      const heads = isFirst ? { ...header, headed } : header;
      return new Table(withOpenName(one, merges, heads), heads, context);
    });
  }

  /** Hands a row to the tables; true where one of them took it for data. */
  feed(row: SheetRow): boolean {
    const { tables } = this;
    if (tables.length === 1) return tables[0]!.take(row);
    let isData = false;
    for (const table of tables) isData = table.take(row) || isData;
    return isData;
  }

  /** A cheap look: a cell of the row is a heading where a header would show first. */
  suspect(row: SheetRow, headings: HeadingSet): boolean {
    for (const { guard } of this.tables) if (guard.suspects(row, headings)) return true;
    return false;
  }

  /** True where the row says again what the header of one of them says. */
  repeat(row: SheetRow): boolean {
    return this.tables.some(({ guard }) => guard.repeats(row));
  }

  /** True where a header heads the same columns as theirs. */
  areHeadedBy({ found, companions }: Block): boolean {
    const again = [found, ...companions];
    return (
      again.length === this.heads.length &&
      again.every((one, i) => isSameTable(one, this.heads[i]!))
    );
  }

  /** Their header stands here once more. */
  resume(bottom: number): void {
    for (const table of this.tables) table.resume(bottom);
  }

  /** Closes them. @param covered last row of the sheet that is accounted for */
  close(lastRow: number, covered: number): TableReport[] {
    const reports = this.tables.flatMap((table, i) => {
      const own = table.end(lastRow, covered);
      // The rows of the sheet are counted once, with the first of tables beside each other.
      return i === 0 ? own : own.map((report) => ({ ...report, read: report.data }));
    });
    for (const periods of this.periods.values()) periods.end();
    this.tellLast?.();
    this.tellLast = null;
    this.periods = new Map();
    this.tables = [];
    this.heads = [];
    return reports;
  }

  /** What the rows of a table state as their period; of several in one row it is asked once. */
  private rowPeriods({ verdict, rest }: Setting, isDoubtful: boolean) {
    const { wanted, cutoff, merges } = this.context;
    const known = new Map<number, RowPeriods>();
    this.periods = known;
    return ({ period, layout }: Recognition): RowPeriods | undefined => {
      if (period === undefined || wanted === null || verdict.state !== 'read' || isDoubtful) return;
      const by = { wanted, cutoff, isList: layout.layout === 'list', merges };
      const lastDayOf = (month: Month) => this.context.mapOf(month).lastDay;
      const left = { lastDayOf, ...(rest && { rest }) };
      return getOrMake(
        known,
        period.column,
        () => new RowPeriods(period, { ...by, ...left }, this.tell),
      );
    };
  }

  /** What depends on what the rows state as their period waits until they have been read. */
  private tellPeriod(setting: Setting, top: number, own: RowPeriods | undefined): void {
    const { rest, verdict } = setting;
    if (own !== undefined && rest !== undefined) {
      this.tellLast = () => this.tellRest(setting, top, own);
      return;
    }
    const { problem } = verdict;
    if (own === undefined || problem?.code !== 'CCDS-P03') {
      tellSetting(this.tell, { ...setting, verdict: rest ?? verdict }, top);
      return;
    }
    tellSetting(this.tell, setting, top, null);
    this.tellLast = () => {
      if (own.isOpen) this.tell('CCDS-P03', top, problem.args);
    };
  }

  /** Where no row is of the run's period, the sheet's own is told; that it has none, where one lacks it. */
  private tellRest(setting: Setting, top: number, own: RowPeriods): void {
    const verdict = setting.rest!;
    const isTold = own.isOfAnother ? !own.isRead : own.isOpen;
    if (isTold) tellSetting(this.tell, { ...setting, verdict }, top);
    if (own.isRead) tellSetting(this.tell, setting, top);
  }

  /** A table beside the first has lines and columns of its own to speak of. */
  private settingBeside(
    beside: Recognition,
    first: Setting,
    top: number,
    lines: SheetLines,
    dated: readonly PeriodStatement[],
  ): Setting {
    if (beside.range === undefined) return first;
    const own = settingOf(this.context, lines, beside, dated);
    const isTold = own.verdict.state === first.verdict.state;
    tellSetting(this.tell, own, top, isTold ? null : own.verdict.problem);
    return own;
  }

  /** A table of several hamlets with the column that names them, though nothing says so above it. */
  private placed(
    head: Recognition,
    { base, match, verdict }: Setting,
    at: Header,
    below: () => readonly SheetRow[],
  ): Recognition {
    const { layout, units } = head;
    if (units.hamlet !== null || base.named.hamlet !== undefined) return head;
    const isList = layout.layout === 'list';
    const place = isList
      ? addressColumn(head, at.columns, below(), addressReader(base, match))
      : hamletsColumn(head, below(), unitFinder(base, match));
    if (place === null) return head;
    const { column, header } = place;
    // Tables that share their rows share this column, which is told with the first.
    const isTold = verdict.state === 'read' && (head === this.heads[0] || head.range !== undefined);
    const args = { column: columnLetters(column), header };
    if (isTold) this.tell('CCDS-S17', at.top, args, headingCell(column, at));
    return isList ? withAddress(head, place) : withHamlets(head, place);
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

import { columnLetters, rowOf } from '../../core/address.js';
import { getOrMake } from '../../core/memo.js';
import { isMonth, type Month } from '../../core/period.js';
import type { PeriodStatement, PeriodVerdict } from '../cells/stated-period.js';
import { withMeans } from '../header/by-means.js';
import { withWords } from '../header/by-words.js';
import { headingPeriods } from '../header/dated-heading.js';
import type { Block } from '../header/header-search.js';
import { monthBesideYear } from '../header/month-beside-year.js';
import { withMonthsFirst } from '../header/months-first.js';
import type { PeriodColumn } from '../header/period-column.js';
import type { Recognition } from '../header/recognise.js';
import { withOwnTotal } from '../header/running-column.js';
import { yearOver } from '../header/so-far.js';
import { withOpenName } from '../header/split-name.js';
import { isOfAnotherTime } from '../header/under-heading.js';
import { type Setting, settingOf } from '../lines/setting.js';
import type { SheetLines } from '../lines/sheet-lines.js';
import { countsAbove, titleAbove } from '../lines/title-above.js';
import { weekSaid } from '../lines/week-said.js';
import { addressColumn, addressReader, withAddress } from '../places/address-column.js';
import { type Base, namesCommune } from '../places/base.js';
import {
  communesColumn,
  hamletsColumn,
  withCommunes,
  withHamlets,
} from '../places/hamlets-column.js';
import { unitFinder } from '../places/level-finder.js';
import type { MatchUnit } from '../places/place.js';
import { EarlierVisits } from '../rows/earlier-visits.js';
import { withNumberedTeams } from '../rows/numbered-teams.js';
import { monthOfHead, RowPeriods } from '../rows/row-periods.js';
import type { Title } from '../rows/uncounted.js';
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
import { readContext, type SheetRow } from '../table-context.js';
import { Table } from './table.js';
import { headedColumns } from './unheaded.js';

/** A header with what stands around it. */
export interface Headed {
  readonly block: Block;
  /** Its first and last row. */
  readonly top: number;
  readonly bottom: number;
  /** What stands above it. */
  readonly lines: SheetLines;
  /** The first rows below it. */
  readonly below: () => readonly SheetRow[];
}

/** The tables beside each other that a header heads: they share its rows. */
export function headsOf({ found, companions }: Block): readonly Recognition[] {
  return [found, ...companions];
}

const BY_HEADS: PeriodColumn = { column: -1, year: null, ofMonths: true, ofHeads: true };

/** Opens the tables that one header heads, and tells what is to be told of them as a whole. */
export class Opening {
  private readonly context: SheetContext;
  private readonly tell: Tell;
  private readonly headed: Headed;
  private readonly top: number;
  private readonly at: Header;
  private readonly isDoubtful: boolean;
  /** That of the first of the tables. */
  private readonly setting: Setting;
  /** What the rows state as their period, by its column. */
  private readonly periods = new Map<number, RowPeriods>();
  /** Tells what waits for the rows to have been read. */
  private tellLast: (() => void) | null = null;

  constructor(context: SheetContext, tell: Tell, headed: Headed) {
    const { block, top, lines } = headed;
    this.context = context;
    this.tell = tell;
    this.headed = headed;
    this.top = top;
    this.at = { columns: block.columns, top };
    this.isDoubtful = block.rivals.length > 0;
    const sharing = headsOf(block).filter((one) => one.range === block.found.range);
    this.setting = settingOf(context, lines, block.found, this.datedIn(block.found), sharing);
  }

  /** Opens them. */
  open(): readonly Table[] {
    const { found, companions, rivals } = this.headed.block;
    if (this.isDoubtful) tellRivals(this.tell, [found, ...rivals], this.at);
    this.tellPeriod(this.rowPeriods(found, this.setting));
    const first = this.asMeant(found, this.setting);
    this.tellColumns(first, companions);
    const isRead = this.setting.verdict.state === 'read' && !this.isDoubtful;
    if (isRead) tellTitle(this.tell, [found], this.headed.lines, this.context, this.top);
    const make = this.tableMaker();
    const tables = [make(found, first, this.setting)];
    for (const head of companions) {
      const own = this.settingBeside(head);
      const meant = this.asMeant(head, own);
      if (head.range !== undefined) this.tellColumns(meant, []);
      tables.push(make(head, meant, own));
    }
    return tables;
  }

  /** Their rows have been read. */
  end(): void {
    for (const periods of this.periods.values()) periods.end();
    this.tellLast?.();
  }

  private tellColumns(head: Recognition, companions: readonly Recognition[]): void {
    tellColumns(this.tell, head, companions, this.at, this.context, this.headed.below);
  }

  /** Makes a table of what heads it, of that with what the rows below say of it, and of its setting. */
  private tableMaker(): (head: Recognition, meant: Recognition, own: Setting) => Table {
    const { merges, sheet } = this.context;
    const { block, top, bottom, lines } = this.headed;
    const { rows } = block;
    const texts = rows.flatMap(({ values }) => values.filter((one) => typeof one === 'string'));
    const header = { top, bottom, texts: new Set(texts) };
    const headed = headedColumns(headsOf(block), merges, { rows, top, bottom });
    const uncountedFor = this.uncountedIn(texts);
    const { isExample } = lines;
    const struck = new Set<string>();
    const { week, weekOfAll } = weekSaid(sheet, lines, this.setting.lastDay);
    return (head, meant, own) => {
      const its = readContext(this.context, own, this.isDoubtful, this.rowPeriods(head, own));
      const uncounted = uncountedFor(head);
      const earlier = its.state === 'read' ? EarlierVisits.of(meant, own, this.context) : null;
      const context = { ...its, isExample, struck, week, weekOfAll, uncounted, earlier };
      const heads = head === block.found ? { ...header, headed } : header;
      return new Table(withOpenName(meant, merges, heads), heads, context);
    };
  }

  /**
   * What says above a table that its rows are not counted. Where columns beside the others are of a
   * plan or an earlier period, the title is theirs. @param texts those of the header
   */
  private uncountedIn(texts: readonly string[]): (head: Recognition) => Title | null {
    const { context, top } = this;
    const { block, lines } = this.headed;
    if (block.columns.some(isOfAnotherTime)) return () => null;
    const title = titleAbove(lines, context, top);
    const ofCounts = countsAbove(lines, context, top, texts);
    const told = new Set<string>();
    return (head) => {
      const above = title ?? ofCounts(head) ?? this.newBeside(head) ?? this.ofYear(head);
      if (above === null) return null;
      // Of tables of the same rows only the first below the title tells it.
      const isShared = head.range === undefined;
      const isTold = isShared && told.has(above.text);
      if (isShared) told.add(above.text);
      return { ...above, isTold };
    };
  }

  /** The heading of what is new in the month, beside what there is since the year began. */
  private newBeside(head: Recognition): Title | null {
    const { columns } = this.headed.block;
    const month = monthBesideYear(head, columns, this.headed.below);
    if (month === null) return null;
    const cell = headingCell(month.column, this.at);
    return { text: month.text, row: rowOf(cell), cell, isOfNew: true };
  }

  /** The heading of a year over the counts of what is asked for by the month. */
  private ofYear(head: Recognition): Title | null {
    const { stated } = this.setting.verdict;
    const own = isMonth(stated ?? '') ? yearOver(head, this.headed.block.columns) : null;
    if (own === null) return null;
    const cell = headingCell(own.column, this.at);
    return { text: own.text, row: rowOf(cell), cell };
  }

  /** A header with what the rows below it say of its columns. */
  private asMeant(head: Recognition, setting: Setting): Recognition {
    const { columns } = this.at;
    const { below } = this.headed;
    const named = withNumberedTeams(this.placed(head, setting), columns, below);
    const own = withOwnTotal(named, columns, this.context, setting.verdict.month);
    return withMonthsFirst(withWords(withMeans(own, columns, below), below), below);
  }

  /**
   * Right below the header a month heads its rows, as others may further down: of a list of what there is
   * it may say since when.
   */
  private monthHeads({ layout }: Recognition): PeriodColumn | undefined {
    const isOfStocks = layout.layout === 'list' && !layout.form.list?.identity?.visits;
    if (isOfStocks) return undefined;
    const [first] = this.headed.below();
    return first !== undefined && monthOfHead(first) !== null ? BY_HEADS : undefined;
  }

  /** What the rows of a table state as their period; of several in one row it is asked once. */
  private rowPeriods(head: Recognition, own: Setting): RowPeriods | undefined {
    const { layout, period = own.days ?? this.monthHeads(head) } = head;
    const { wanted, calendar, cutoff, merges } = this.context;
    const { verdict, rest } = period === own.days ? own : this.setting;
    if (period === undefined || wanted === null || verdict.state !== 'read' || this.isDoubtful)
      return;
    const by = { wanted, calendar, cutoff, isList: layout.layout === 'list', merges };
    const lastDayOf = (month: Month) => this.context.mapOf(month).lastDay;
    const left = { lastDayOf, ...(rest && { rest }) };
    return getOrMake(
      this.periods,
      period.column,
      () => new RowPeriods(period, { ...by, ...left }, this.tell),
    );
  }

  /** What depends on what the rows state as their period waits until they have been read. */
  private tellPeriod(own: RowPeriods | undefined): void {
    const { setting, top } = this;
    const { rest, verdict } = setting;
    if (own !== undefined && rest !== undefined) {
      this.tellLast = () => this.tellRest(own, rest);
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
  private tellRest(own: RowPeriods, verdict: PeriodVerdict): void {
    const { setting, top } = this;
    const isTold = own.isOfAnother ? !own.isRead : own.isOpen;
    if (isTold) tellSetting(this.tell, { ...setting, verdict }, top);
    if (own.isRead) tellSetting(this.tell, setting, top);
  }

  /** The periods that the headings state: of a table with columns of its own, its own. */
  private datedIn(head: Recognition): readonly PeriodStatement[] {
    const { block } = this.headed;
    const heads = head.range === undefined ? headsOf(block) : [head];
    return headingPeriods(heads, block.columns, block.rows, this.context);
  }

  /** A table beside the first has lines and columns of its own to speak of. */
  private settingBeside(beside: Recognition): Setting {
    const first = this.setting;
    if (beside.range === undefined) return first;
    const own = settingOf(this.context, this.headed.lines, beside, this.datedIn(beside));
    const isTold = own.verdict.state === first.verdict.state;
    tellSetting(this.tell, own, this.top, isTold ? null : own.verdict.problem);
    return own;
  }

  /** A table of several hamlets with the column that names them, though nothing says so above it. */
  private placed(head: Recognition, { base, match, verdict }: Setting): Recognition {
    const { at } = this;
    const { below } = this.headed;
    const { layout, units } = head;
    if (units.hamlet !== null) return this.inCommunes(head, base, match);
    if (base.named.hamlet !== undefined) return head;
    const isList = layout.layout === 'list';
    const place = isList
      ? addressColumn(head, at.columns, below(), addressReader(base, match))
      : hamletsColumn(head, at.columns, below(), unitFinder(base, match));
    if (place === null) return head;
    const { column, header } = place;
    // Tables that share their rows share this column, which is told with the first.
    const isTold =
      verdict.state === 'read' && (head === this.headed.block.found || head.range !== undefined);
    const args = { column: columnLetters(column), header };
    if (isTold) this.tell('CCDS-S17', at.top, args, headingCell(column, at));
    return isList ? withAddress(head, place) : withHamlets(head, place);
  }

  /** A table of several communes with the column that names them, though only `Đơn vị` heads it. */
  private inCommunes(head: Recognition, base: Base, match: MatchUnit): Recognition {
    if (head.units.commune !== null || namesCommune(base)) return head;
    const { at, headed } = this;
    const finder = unitFinder(base, match);
    const column = communesColumn(head, at.columns, headed.below(), finder);
    return column === null ? head : withCommunes(head, column);
  }
}

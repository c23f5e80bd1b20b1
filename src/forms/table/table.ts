import { isAside } from '../cells/aside.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { type Header, type HeaderGuard, headerGuard } from '../header/header-guard.js';
import type { Recognition } from '../header/recognise.js';
import type { GroupName } from '../places/group-name.js';
import { rowsFinder, type UnitFinder } from '../places/level-finder.js';
import { RowPlaces } from '../places/row-places.js';
import { RecordReader } from '../records/record.js';
import { SharedCounts } from '../records/shared-counts.js';
import type { TableReport } from '../report.js';
import { RowClassifier } from '../rows/classify.js';
import { CompletedRows } from '../rows/completed-rows.js';
import { GroupTeams } from '../rows/group-teams.js';
import { GroupValues } from '../rows/group-values.js';
import { LeftOutRows } from '../rows/left-out-rows.js';
import { LoneRows } from '../rows/lone-rows.js';
import { mergedNames } from '../rows/merged-names.js';
import { OtherRows, rowsTold } from '../rows/other-rows.js';
import { OwnCells } from '../rows/own-cells.js';
import type { RowKind } from '../rows/row-classes.js';
import type { SheetRow, TableContext } from '../table-context.js';
import { DataRows } from './data-rows.js';
import { reportsByMonth } from './months-reports.js';
import { TableCounts } from './table-counts.js';
import { TableFindings } from './table-findings.js';
import { TableGroups } from './table-groups.js';
import { aboutTable } from './table-report.js';
import { TableTotals } from './table-totals.js';
import { TotalRows } from './total-rows.js';
import { Unheaded } from './unheaded.js';

/** Takes the rows of one recognised table, one at a time, in reading order: each as what it is. */
export class Table {
  readonly found: Recognition;
  /** Tells a header that stands among the rows. */
  readonly guard: HeaderGuard;
  private readonly context: TableContext;
  private readonly isList: boolean;
  private readonly header: Header;
  private readonly completed: CompletedRows | null;
  private readonly own: OwnCells;
  private readonly classifier: RowClassifier;
  private readonly rows: DataRows;
  private readonly teams: GroupTeams | null;
  private readonly headed: GroupValues | null;
  private readonly places: RowPlaces;
  private readonly finder: UnitFinder;
  private readonly findings: TableFindings;
  private readonly totals: TableTotals;
  private readonly sums: TotalRows;
  private readonly others: OtherRows;
  private readonly groups: TableGroups;
  private readonly leftOut: LeftOutRows;
  private readonly lone: LoneRows;
  private readonly counts = new TableCounts();
  /** A row of plain numbers right below the header: they may be the only data row. */
  private numbered: SheetRow | null = null;
  /** The rows so far only show how to fill in: below the same header again are those that are meant. */
  private isExample: boolean;

  constructor(found: Recognition, header: Header, context: TableContext) {
    const { base, match, merges, onPlace } = context;
    const { bottom } = header;
    const names = mergedNames(found, merges, bottom);
    this.found = found;
    this.context = context;
    this.header = header;
    this.isList = found.layout.layout === 'list';
    this.isExample = context.isExample ?? false;
    this.guard = headerGuard(found, header.texts);
    this.completed = CompletedRows.of(found, names, context, (row) => this.takeOne(row));
    this.own = new OwnCells(found, merges, bottom);
    this.places = new RowPlaces(found, base, match, merges, onPlace);
    this.finder = rowsFinder(found, header, context);
    this.classifier = new RowClassifier(found, bottom, {
      ...this.finder,
      hamletOf: (row) => this.places.hamletOf(row),
      isGrouped: () => this.groups.areByHamlets,
      isOfOneCommune: base.nodes.commune !== undefined,
    });
    this.findings = new TableFindings(found, context);
    this.totals = new TableTotals(found);
    this.sums = new TotalRows(found, this.totals, this.places);
    this.lone = new LoneRows(found);
    this.leftOut = new LeftOutRows(found, names, context, this.findings);
    this.others = new OtherRows(this.totals, this.findings, context);
    const { places, finder, findings, totals, counts } = this;
    const tools = { found, context, finder, places, totals, findings, counts };
    this.groups = new TableGroups(tools);
    const reader = new RecordReader(found, context);
    this.teams = GroupTeams.of(found, reader);
    this.headed = context.state === 'read' ? GroupValues.of(found, reader, this.findings) : null;
    const shared = SharedCounts.in(found, merges, bottom);
    const unheaded = this.unheadedOf(header);
    const { own, sums, groups, others, leftOut } = this;
    this.rows = new DataRows({
      ...tools,
      reader,
      own,
      shared,
      unheaded,
      sums,
      groups,
      others,
      leftOut,
    });
  }

  private unheadedOf({ headed }: Header): Unheaded | null {
    if (headed === undefined || this.context.state !== 'read') return null;
    const { layout } = this.found.layout;
    return new Unheaded(headed, layout, (...at) => this.findings.atColumn(...at));
  }

  /** Data rows so far. */
  get size(): number {
    return this.counts.data;
  }

  /** The header stands here once more: its columns may be numbered again below it. */
  resume(bottom: number): void {
    this.completed?.end();
    this.isExample = false;
    this.classifier.below(bottom);
  }

  /** Takes the next row; true where it was a data row, or waits for those below its merged name. */
  take(whole: SheetRow): boolean {
    return this.completed === null ? this.takeOne(whole) : this.completed.take(whole);
  }

  private takeOne(whole: SheetRow): boolean {
    const row = this.own.of(whole);
    const kind = this.classifier.kindOf(row);
    if (kind !== 'data') this.context.periods?.below(row);
    if (this.lone.isOpen && kind !== 'blank' && kind !== 'lone')
      this.settleLone(kind === 'data' ? row : null);
    if (kind === 'data' || kind === 'lone') return this.takeEntity(kind, row, whole);
    if (!this.isHead(kind, row)) this.takeOther(kind, row);
    return false;
  }

  /** A row of somebody or something that may count, or one that may be nobody's. */
  private takeEntity(kind: 'data' | 'lone', row: SheetRow, whole: SheetRow): boolean {
    if (kind === 'data' && this.isExample) {
      this.others.add(row, 'example');
      return true;
    }
    const leftOut = this.leftOut.take(kind, row, whole, this.rows.node);
    if (leftOut === 'struck') this.rows.pass(row);
    if (leftOut !== null) return kind === 'data';
    if (kind === 'data') return this.rows.take(row, whole);
    return this.isHead(kind, row) ? false : this.hold(row);
  }

  /** It begins rows that are not to be counted. */
  private isHead(kind: RowKind, row: SheetRow): boolean {
    return kind !== 'total' && this.isList && this.leftOut.see(kind, row);
  }

  private takeOther(kind: RowKind, row: SheetRow): void {
    if (kind === 'total') this.total(row);
    else if (kind === 'group') this.enterGroup(row);
    else if (kind === 'aside') this.passAside(row);
    else if (kind === 'team' || kind === 'example') this.others.add(row, kind);
    else if (kind === 'none') this.none(row);
    else if (kind === 'other') this.passBetween(row);
    else if (kind === 'numbers') this.numbered = row;
  }

  /** `Khóm 1 | Kế hoạch`: the hamlet's name may be merged over its rows below. */
  private passAside(row: SheetRow): void {
    this.others.add(row, 'aside');
    const name = cellText(row.values[this.found.units.hamlet ?? -1]);
    if (!this.isList && name !== '' && !isAside(name)) this.places.resolve(row);
  }

  private total(row: SheetRow): void {
    if (this.leftOut.areBelowTitle) return;
    this.rows.endHamlet();
    this.groups.closeAbove();
    this.sums.take(row);
    this.places.pass(row, this.finder);
  }

  /** `Không phát sinh`: a hamlet's zero, in a list of what there was in the period. */
  private none(row: SheetRow): void {
    if (!this.isExample && !this.leftOut.areBelowTitle) this.rows.takeNone(row);
  }

  private enterGroup(row: SheetRow): void {
    this.rows.endHamlet();
    const { level } = this.groups.enter(row);
    this.passBetween(row, level);
  }

  /** What divides the rows may say something of those below it. */
  private passBetween(row: SheetRow, level: GroupName['level'] = null): void {
    this.teams?.below(row, level);
    this.headed?.below(row, level);
  }

  /** Until a row below it tells what it is. */
  private hold(row: SheetRow): true {
    if (!this.lone.add(row, this.rows.last)) this.settleLone(null);
    return true;
  }

  /** @param below the row of data that follows; null for none */
  private settleLone(below: SheetRow | null): void {
    for (const [row, isNobodys] of this.lone.settle(below)) {
      if (isNobodys) {
        this.headed?.below(row);
        this.others.add(row, 'lone');
      } else this.rows.take(row);
    }
  }

  /**
   * Closes the table: its counts, its parts, and the subtotals that do not add up. Months that rows
   * state as their own have reports of their own.
   */
  end(lastRow: number, leadRows: number): readonly [TableReport, ...TableReport[]] {
    const { setAside, parts, named, communeRows } = this.rows;
    this.completed?.end();
    if (this.lone.isOpen) this.settleLone(null);
    this.groups.end();
    for (const { row, node } of this.groups.wholes) this.rows.noteHead(row, node);
    if (this.size === 0 && this.numbered !== null && isOnlyRow(this.found, this.numbered))
      this.rows.take(this.numbered);
    const { state } = this.context;
    const isOther = setAside.isAll(this.size);
    if (state === 'read' && !isOther) this.tellImbalances();
    if (!isOther) this.others.end();
    this.leftOut.end(isOther);
    if (state === 'read' && !isOther) this.teams?.end(this.findings);
    const { month, periodText } = isOther ? setAside.stated : this.context;
    const isRead = state === 'read' && !isOther;
    const empty = this.size === 0 && isRead && !this.context.isExample && !this.leftOut.areAny;
    const about = aboutTable(this.found, this.context);
    if (empty) this.findings.atHeader(this.header.top, 'CCDS-C02', { form: about.form });
    if (state === 'read') this.context.earlier?.end(this.findings);
    this.findings.end();
    const { data, rejected, firstRow, lastRow: lastData, rejectedBy } = this.counts;
    const report: Omit<TableReport, 'parts'> = {
      ...about,
      month,
      periodText,
      state: empty ? 'empty' : isOther ? 'other-period' : state,
      headerRow: this.header.top,
      data,
      rejected,
      firstRow,
      lastRow: lastData,
      rejectedBy,
      endRow: lastRow,
      read: lastRow - leadRows,
    };
    const names = !isRead && named.size > 0 ? { ...report, named: [...named] } : report;
    const isWhole = isRead && communeRows.all.length > 0;
    return reportsByMonth(isWhole ? { ...names, wholes: communeRows.all } : names, parts.end());
  }

  private tellImbalances(): void {
    for (const { row, field, column, found, expected, first, last } of this.totals.imbalances()) {
      const args = { found, expected, ...rowsTold(first, last) };
      this.findings.atField({ row, field, node: null, column }, 'CCDS-S07', args);
    }
  }
}

/** Plain numbers in a tally of one hamlet: no letters or parentheses, as `A B (1) (2)` has. */
function isOnlyRow({ layout, units }: Recognition, { values }: SheetRow): boolean {
  const plain = values.every((value) => isBlank(value) || /^\d+$/.test(cellText(value)));
  return layout.layout === 'tally' && units.hamlet === null && plain;
}

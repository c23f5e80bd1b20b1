import type { Month } from '../core/period.js';
import type { Node } from '../geography/types.js';
import { Annulled } from './annulled.js';
import { cellText } from './cell-text.js';
import { RowClassifier } from './classify.js';
import type { DataRecord } from './data-record.js';
import { isBlank } from './filled.js';
import { GroupTeams } from './group-teams.js';
import { type Header, type HeaderGuard, headerGuard } from './header-guard.js';
import { LeftOutRows } from './left-out-rows.js';
import { rowsFinder, type UnitFinder } from './level-finder.js';
import { LoneRows } from './lone-rows.js';
import { LowerHalves } from './lower-halves.js';
import { MonthsChecks } from './months-checks.js';
import { reportsByMonth } from './months-reports.js';
import { startsWithUnitType } from './named-places.js';
import { OtherRows, rowsTold } from './other-rows.js';
import { OwnCells } from './own-cells.js';
import type { Resolution } from './place.js';
import type { Recognition } from './recognise.js';
import { RecordReader, type ReportField } from './record.js';
import type { TableReport } from './report.js';
import type { RowKind } from './row-classes.js';
import { withoutMark } from './row-kind.js';
import { RowPlaces } from './row-places.js';
import { SetAside } from './set-aside.js';
import { SharedCounts } from './shared-counts.js';
import type { SheetRow, TableContext } from './table-context.js';
import { TableCounts } from './table-counts.js';
import { TableFindings } from './table-findings.js';
import { TableGroups } from './table-groups.js';
import { TableParts } from './table-parts.js';
import { aboutTable } from './table-report.js';
import { TableTotals } from './table-totals.js';
import { summedIn } from './total-name.js';
import { TotalRows } from './total-rows.js';
import { Unheaded } from './unheaded.js';

export type { MergedRange } from './merged-blocks.js';
export type { BeginRowCheck, RowCheck } from './row-checks.js';
export type { SheetRow, TableContext } from './table-context.js';

/** Of a row that was decided to be left out nothing is said. */
const SILENT: ReportField = () => {};

/** Settles the rows of one recognised table, one at a time, in reading order. */
export class Table {
  readonly found: Recognition;
  /** Tells a header that stands among the rows. */
  readonly guard: HeaderGuard;
  private readonly context: TableContext;
  private readonly isList: boolean;
  private readonly header: Header;
  private readonly reader: RecordReader;
  private readonly teams: GroupTeams | null;
  private readonly shared: SharedCounts | null;
  private readonly classifier: RowClassifier;
  private readonly places: RowPlaces;
  private readonly findings: TableFindings;
  private readonly parts: TableParts;
  private readonly totals: TableTotals;
  private readonly sums: TotalRows;
  private readonly others: OtherRows;
  private readonly groups: TableGroups;
  private readonly finder: UnitFinder;
  /** The row in hand, for whoever speaks of it. */
  private row = 0;
  private node: Node | null = null;
  private readonly checks: MonthsChecks;
  private readonly report: ReportField;
  /** A row of plain numbers right below the header: they may be the only data row. */
  private numbered: SheetRow | null = null;
  private readonly counts = new TableCounts();
  private readonly setAside: SetAside;
  private readonly own: OwnCells;
  private readonly unheaded: Unheaded | null;
  private readonly annulled: Annulled | null;
  private readonly halves: LowerHalves | null;
  private readonly leftOut: LeftOutRows;
  private readonly lone: LoneRows;
  private last: SheetRow | null = null;
  /** The rows so far only show how to fill in: below the same header again are those that are meant. */
  private isExample: boolean;

  constructor(found: Recognition, header: Header, context: TableContext) {
    const { base, match, merges, indicators } = context;
    this.found = found;
    this.context = context;
    this.header = header;
    this.setAside = new SetAside(context.periods);
    this.own = new OwnCells(found, merges, header.bottom);
    this.isList = found.layout.layout === 'list';
    this.guard = headerGuard(found, header.texts);
    this.reader = new RecordReader(found);
    this.teams = GroupTeams.of(found, this.reader);
    this.shared = SharedCounts.in(found, merges, header.bottom);
    this.places = new RowPlaces(found.units, this.isList, base, match, merges);
    this.finder = rowsFinder(found, header, context);
    this.classifier = new RowClassifier(found, header.bottom, {
      ...this.finder,
      hamletOf: (row) => this.places.hamletOf(row),
      isGrouped: () => this.groups.areByHamlets,
      isOfOneCommune: base.nodes.commune !== undefined,
    });
    this.findings = new TableFindings(found, context);
    this.unheaded = this.unheadedOf(header);
    this.parts = new TableParts(found, indicators);
    this.totals = new TableTotals(found);
    this.sums = new TotalRows(found, this.totals, this.places);
    this.lone = new LoneRows(found);
    this.isExample = context.isExample ?? false;
    this.halves = LowerHalves.in(found, merges, header.bottom);
    this.leftOut = new LeftOutRows(found, this.halves, context, this.findings);
    this.others = new OtherRows(this.totals, this.findings, context);
    const { places, finder, findings, totals, counts } = this;
    this.groups = new TableGroups({ found, context, finder, places, totals, findings, counts });
    this.report = (code, args, field, column) =>
      this.findings.atField(this.row, code, args, field, this.node, column);
    this.annulled = Annulled.of(found, (column, header, said) =>
      this.report('CCDS-R14', { header, found: said }, 'note', column),
    );
    this.checks = new MonthsChecks(found, context, this.reader, this.report);
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
    this.takeWaiting();
    this.isExample = false;
    this.classifier.below(bottom);
  }

  /** Takes the next row; true where it was a data row, or waits for those below its merged name. */
  take(whole: SheetRow): boolean {
    if (this.halves === null) return this.takeOne(whole);
    let isData = true;
    for (const row of this.halves.next(whole, this.lendsNothing)) {
      const isRow = this.takeOne(row);
      if (row === whole) isData = isRow;
    }
    return isData;
  }

  /** What waits is settled: nothing of it follows. */
  private takeWaiting(): void {
    for (const row of this.halves?.end(this.lendsNothing) ?? []) this.takeOne(row);
  }

  private readonly lendsNothing = ({ number, struck }: SheetRow): boolean =>
    struck !== undefined || (this.context.decisionOf?.(number) ?? null) !== null;

  private takeOne(whole: SheetRow): boolean {
    const row = this.own.of(whole);
    const kind = this.classifier.kindOf(row);
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
    const leftOut = this.leftOut.take(kind, row, whole, this.node);
    if (leftOut === 'struck') this.passStruck(row);
    if (leftOut !== null) return kind === 'data';
    if (kind === 'data') return this.dataRow(row, whole);
    return this.isHead(kind, row) ? false : this.hold(row);
  }

  /** It begins rows that are not to be counted. */
  private isHead(kind: RowKind, row: SheetRow): boolean {
    return kind !== 'total' && this.isList && this.leftOut.see(kind, row);
  }

  private takeOther(kind: RowKind, row: SheetRow): void {
    if (kind === 'total') this.total(row);
    else if (kind === 'group') this.enterGroup(row);
    else if (kind === 'aside' || kind === 'team' || kind === 'example') this.others.add(row, kind);
    else if (kind === 'other') this.teams?.below(row);
    else if (kind === 'numbers') this.numbered = row;
  }

  /** The row is not counted, but what stands above and below it is read as if it were. */
  private passStruck(row: SheetRow): void {
    this.places.resolve(row);
    this.groups.confirm(row);
    this.sums.pass(row);
    this.last = row;
    this.context.periods?.pass(row);
    this.totals.leaveOut(row, this.reader.read(row.values, SILENT));
    if (!this.isList) this.others.below(row);
  }

  private enterGroup(row: SheetRow): void {
    const { level } = this.groups.enter(row);
    this.teams?.below(row, level);
  }

  /** Until a row below it tells what it is. */
  private hold(row: SheetRow): true {
    if (!this.lone.add(row, this.last)) this.settleLone(null);
    return true;
  }

  /** @param below the row of data that follows; null for none */
  private settleLone(below: SheetRow | null): void {
    for (const [row, isNobodys] of this.lone.settle(below)) {
      if (isNobodys) this.others.add(row, 'lone');
      else this.dataRow(row);
    }
  }

  private dataRow(row: SheetRow, whole = row): boolean {
    if (this.context.state !== 'read') return this.countOnly(row);
    const resolution = this.places.resolve(row);
    if (!this.isList && resolution.node === null && this.isNoDataAfterAll(row)) return false;
    this.groups.confirm(row);
    this.sums.pass(row);
    this.counts.add(row.number);
    this.last = row;
    this.row = row.number;
    this.node = resolution.node;
    this.findings.spoilt = false;
    const decision = this.context.decisionOf?.(row.number) ?? null;
    if (decision === 'drop') this.context.periods?.pass(row);
    else if (this.isStrange(row)) return true;
    this.findings.accepted = decision === 'accept';
    if (this.unheaded !== null && decision !== 'drop') this.unheaded.look(whole);
    if (this.annulled !== null && decision === null) this.annulled.look(row.values);
    if (whole.struck !== undefined && decision === null)
      this.leftOut.lookStruck(whole, this.report);
    const report = decision === 'drop' ? SILENT : this.report;
    const read = this.reader.read(row.values, report);
    this.totals.add(row, read, this.node);
    const record = this.withoutShared(row, read, report);
    if (!this.isList) this.lookBeside(row);
    if (decision === 'drop') this.counts.reject(this.node?.unit.code ?? '');
    else this.settle(record, resolution);
    if (decision === 'drop' || (decision === 'accept' && this.node !== null))
      this.context.onDecided?.(row.number);
    return true;
  }

  private withoutShared(row: SheetRow, record: DataRecord | null, report: ReportField) {
    if (this.shared === null) return record;
    return this.reader.withoutShared(record, this.shared.of(row), report);
  }

  private total(row: SheetRow): void {
    if (this.leftOut.areBelowTitle) return;
    this.groups.closeAbove();
    this.sums.take(row);
    this.places.pass(row, this.finder);
  }

  private lookBeside(row: SheetRow): void {
    this.others.below(row);
    if (this.node !== null) return;
    const name = cellText(row.values[this.found.units.hamlet ?? -1]);
    if (startsWithUnitType(name) !== 'hamlet') this.totals.doubt(row);
  }

  /** A row of another period than the run's is left aside, and one of none is rejected. */
  private isStrange(row: SheetRow): boolean {
    const said = this.context.periods?.strangeTo(row) ?? null;
    if (said === null) return false;
    // The table's totals sum it all the same.
    this.totals.add(row, this.reader.read(row.values, SILENT), this.node);
    if (!this.isList) this.lookBeside(row);
    const isRejected = said.state === 'rejected';
    if (isRejected) this.counts.reject(this.node?.unit.code ?? '');
    this.setAside.note({ month: said.month, periodText: said.stated }, isRejected);
    return true;
  }

  private countOnly(row: SheetRow): boolean {
    this.counts.add(row.number);
    if (this.context.state === 'rejected') this.counts.reject('');
    return true;
  }

  private settle(record: DataRecord | null, resolution: Resolution): void {
    const { node } = resolution;
    if (node === null) {
      this.findings.atPlace(this.row, resolution.problem, null);
      this.counts.reject('');
      return;
    }
    this.findings.notes(this.row, resolution.notes, node);
    this.own.tellDittos(this.report);
    const month = this.ownMonth();
    if (record !== null) this.checks.run(record, node, month);
    if (record === null || this.findings.spoilt) {
      this.counts.reject(node.unit.code);
      return;
    }
    this.parts.add(this.row, record, node, month);
  }

  /** The month of the row in hand, where it states another one of the run's than the table is of. */
  private ownMonth(): Month | null {
    const { periods, month: own } = this.context;
    const month = periods?.month ?? null;
    return month === own ? null : month;
  }

  /**
   * A tally's row without a known hamlet can be two things still: a total that nobody called
   * so, or the head of a commune's group without the word for it.
   */
  private isNoDataAfterAll(row: SheetRow): boolean {
    const { hamlet } = this.found.units;
    if (hamlet === null) return false;
    const text = cellText(row.values[hamlet]);
    if (text === '') return this.sums.takeUnnamed(row);
    const level = this.finder.levelOf(withoutMark(text));
    if (level === null && summedIn(text) !== '') return this.sums.takeUnnamed(row);
    if (level === null || level === 'hamlet') return false;
    this.groups.enter(row);
    return true;
  }

  /**
   * Closes the table: its counts, its parts, and the subtotals that do not add up. Months that rows
   * state as their own have reports of their own.
   */
  end(lastRow: number, leadRows: number): readonly [TableReport, ...TableReport[]] {
    this.takeWaiting();
    if (this.lone.isOpen) this.settleLone(null);
    this.groups.end();
    if (this.size === 0 && this.numbered !== null && isOnlyRow(this.found, this.numbered))
      this.dataRow(this.numbered);
    const { state } = this.context;
    const isOther = this.setAside.isAll(this.size);
    if (state === 'read' && !isOther) this.tellImbalances();
    if (!isOther) this.others.end();
    this.leftOut.end(isOther);
    if (state === 'read' && !isOther) this.teams?.end(this.findings);
    const { month, periodText } = isOther ? this.setAside.stated : this.context;
    const isRead = state === 'read' && !isOther;
    const empty = this.size === 0 && isRead && !this.context.isExample && !this.leftOut.areAny;
    const about = aboutTable(this.found, this.context.base);
    if (empty) this.findings.atHeader(this.header.top, 'CCDS-C02', { form: about.form });
    this.findings.end();
    const report = {
      ...about,
      month,
      periodText,
      state: empty ? 'empty' : isOther ? 'other-period' : state,
      headerRow: this.header.top,
      ...this.counts,
      endRow: lastRow,
      read: lastRow - leadRows,
    } as const;
    return reportsByMonth(report, this.parts.end());
  }

  private tellImbalances(): void {
    for (const { row, field, column, found, expected, first, last } of this.totals.imbalances()) {
      const args = { found, expected, ...rowsTold(first, last) };
      this.findings.atField(row, 'CCDS-S07', args, field, null, column);
    }
  }
}

/** Plain numbers in a tally of one hamlet: no letters or parentheses, as `A B (1) (2)` has. */
function isOnlyRow({ layout, units }: Recognition, { values }: SheetRow): boolean {
  const plain = values.every((value) => isBlank(value) || /^\d+$/.test(cellText(value)));
  return layout.layout === 'tally' && units.hamlet === null && plain;
}

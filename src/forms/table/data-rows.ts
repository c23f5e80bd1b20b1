import type { Code } from '../../core/codes.js';
import type { Month } from '../../core/period.js';
import type { Node } from '../../geography/types.js';
import { cellText } from '../cells/cell-text.js';
import { withoutMark } from '../cells/row-kind.js';
import type { Sex } from '../cells/sex-text.js';
import { summedIn } from '../cells/total-name.js';
import type { DataRecord } from '../data-record.js';
import { countsFlowsAlone } from '../measures.js';
import { isWithinAnother } from '../places/level-finder.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { Resolution } from '../places/place.js';
import { textKey } from '../records/folded-texts.js';
import { MonthsChecks } from '../records/months-checks.js';
import type { RecordReader, ReportField } from '../records/record.js';
import type { SharedCounts } from '../records/shared-counts.js';
import type { OfRow } from '../report.js';
import { Annulled } from '../rows/annulled.js';
import { DoneTicks } from '../rows/done-ticks.js';
import type { LeftOutRows } from '../rows/left-out-rows.js';
import { OfSeveral } from '../rows/of-several.js';
import type { OtherRows } from '../rows/other-rows.js';
import type { OwnCells } from '../rows/own-cells.js';
import { PartRows } from '../rows/part-rows.js';
import { PartTotals } from '../rows/part-totals.js';
import { SetAside } from '../rows/set-aside.js';
import { type WeekOf, weeksIn } from '../rows/weeks.js';
import { isZone } from '../rows/zones.js';
import type { SheetRow } from '../table-context.js';
import { CommuneRows } from './commune-rows.js';
import type { TableGroups, TableTools } from './table-groups.js';
import { TableParts } from './table-parts.js';
import type { TotalRows } from './total-rows.js';
import type { Unheaded } from './unheaded.js';

/** What is amiss with a hamlet's teams is not with its men, or its women, alone. */
const OF_WHOLE: ReadonlySet<Code> = new Set<Code>(['CCDS-T03', 'CCDS-X04']);

const NOTHING: OfRow = {};

/** Of a row that was decided to be left out nothing is said. */
const SILENT: ReportField = () => {};

/** What of a table its rows of data have to do with. */
interface DataTools extends TableTools {
  readonly reader: RecordReader;
  readonly own: OwnCells;
  readonly shared: SharedCounts | null;
  readonly unheaded: Unheaded | null;
  readonly sums: TotalRows;
  readonly groups: TableGroups;
  readonly others: OtherRows;
  readonly leftOut: LeftOutRows;
}

/** Settles the rows of data of one table: where each belongs, what it says, and whether it counts. */
export class DataRows {
  readonly setAside: SetAside;
  readonly parts: TableParts;
  /** Codes of the hamlets that rows name of which none is taken. */
  readonly named = new Set<string>();
  readonly communeRows: CommuneRows;
  private readonly table: DataTools;
  private readonly isList: boolean;
  private readonly checks: MonthsChecks;
  private readonly weekOf: WeekOf | null;
  private readonly partRows: PartRows | null;
  /** Of the row in hand. */
  private sex: Sex | null = null;
  private team: number | null = null;
  private readonly partTotals: PartTotals | null;
  private readonly annulled: Annulled | null;
  private readonly done: DoneTicks | null;
  private readonly several: OfSeveral | null;
  private readonly report: ReportField;
  /** The row in hand, for whoever speaks of it. */
  private row = 0;
  private hamlet: Node | null = null;
  private before: SheetRow | null = null;

  constructor(table: DataTools) {
    const { found, context, reader, findings } = table;
    this.table = table;
    this.isList = found.layout.layout === 'list';
    this.setAside = new SetAside(context.periods);
    this.parts = new TableParts(found, context.indicators);
    this.communeRows = new CommuneRows((record) => this.parts.counts(record));
    this.report = (code, args, field, column) =>
      findings.atField({ row: this.row, field, node: this.hamlet, column }, code, args);
    this.partTotals = PartTotals.of(found, (field, column, args) =>
      this.report('CCDS-S07', { ...args, rows: '' }, field, column),
    );
    this.annulled = Annulled.of(found, (column, header, said) =>
      this.report('CCDS-R14', { header, found: said }, 'note', column),
    );
    this.done = DoneTicks.of(found, (row, hamlet, column, header) =>
      findings.atField({ row, field: 'note', node: hamlet, column }, 'CCDS-R18', { header }),
    );
    this.several = OfSeveral.of(found, (column, header, said) =>
      this.report('CCDS-R19', { header, found: said }, 'note', column),
    );
    this.weekOf = this.isList ? null : weeksIn(found, context.lastDay);
    const { finder, places } = table;
    this.partRows = this.isList ? null : new PartRows(found, finder, (row) => places.hamletOf(row));
    this.checks = new MonthsChecks(found, context, reader, (code, ...said) => {
      if (this.sex === null || !OF_WHOLE.has(code)) this.report(code, ...said);
    });
  }

  /** Where the last row belongs. */
  get node(): Node | null {
    return this.hamlet;
  }

  /** The last row. */
  get last(): SheetRow | null {
    return this.before;
  }

  /** Takes the next one; false where it is no data after all. @param whole all of its cells */
  take(given: SheetRow, whole = given): boolean {
    const { context } = this.table;
    if (context.state !== 'read') return this.countOnly(given);
    const row = this.ofPart(given);
    const { places, sums, counts, findings, unheaded, leftOut } = this.table;
    const resolution = places.resolve(row);
    if (!this.isList && resolution.node === null && this.isNoDataAfterAll(row)) return false;
    this.enter(row, resolution);
    sums.pass(row);
    const decision = context.decisionOf?.(row.number) ?? null;
    if (decision === 'drop') context.periods?.pass(row);
    else if (this.isStrange(row)) return true;
    findings.accepted = decision === 'accept';
    if (unheaded !== null && decision !== 'drop') unheaded.look(whole);
    if (this.annulled !== null && decision === null) this.annulled.look(row.values);
    if (this.done !== null && decision === null)
      this.done.look(row.values, row.number, this.hamlet);
    if (this.several !== null && decision === null) this.several.look(row.values);
    if ((whole.struck ?? whole.partly) !== undefined && decision === null)
      leftOut.lookStruck(whole, this.report);
    const record = this.read(row, decision === 'drop' ? SILENT : this.report);
    if (decision === 'drop') counts.reject(this.hamlet?.unit.code ?? '');
    else this.settle(record, resolution);
    if (decision === 'drop' || (decision === 'accept' && this.hamlet !== null))
      context.onDecided?.(row.number);
    return true;
  }

  /**
   * A row of a list that says that there was nothing: zero, where the list counts what there was in
   * the period and the row's hamlet is known. Of a stock it may say that nothing is new.
   */
  takeNone(row: SheetRow): void {
    const { context, found, places, counts, findings } = this.table;
    if (context.state !== 'read' || !countsFlowsAlone(found.layout.form, context.indicators))
      return;
    const resolution = places.resolve(row);
    if (resolution.node === null && !this.namesHamlet(row)) return;
    this.enter(row, resolution);
    if (context.decisionOf?.(row.number) === 'drop') {
      context.periods?.pass(row);
      counts.reject(this.hamlet?.unit.code ?? '');
      context.onDecided?.(row.number);
    } else if (this.isStrange(row)) return;
    else if (resolution.node === null) {
      findings.atPlace(this.row, resolution.problem, null);
      counts.reject('');
    } else {
      findings.notes(this.row, resolution.notes, resolution.node);
      this.parts.addNone(this.row, resolution, this.ownMonth());
    }
  }

  /** The row is one of data: what is told from here on is of it. */
  private enter(row: SheetRow, { node }: Resolution): void {
    const { groups, counts, findings } = this.table;
    groups.confirm(row);
    counts.add(row.number);
    this.before = row;
    this.row = row.number;
    this.hamlet = node;
    findings.spoilt = false;
  }

  private namesHamlet({ values }: SheetRow): boolean {
    return cellText(values[this.table.found.units.hamlet ?? -1]) !== '';
  }

  /** A row of a part of its hamlet with the hamlet's name. */
  private ofPart(given: SheetRow): SheetRow {
    if (this.partRows === null) return given;
    const { row, team, sex } = this.partRows.of(given);
    this.team = team === null ? null : textKey(team) || null;
    this.sex = sex;
    return row;
  }

  /** A group's head or a total: the rows from here on are not of the hamlet above. */
  endHamlet(): void {
    this.partRows?.end();
  }

  /** A row that is struck through: what stands above and below it is read as if it were counted. */
  pass(row: SheetRow): void {
    const { context, places, groups, sums, totals, reader, others } = this.table;
    places.resolve(row);
    groups.confirm(row);
    sums.pass(row);
    this.before = row;
    context.periods?.pass(row);
    totals.leaveOut(row, reader.read(row.values, SILENT));
    if (!this.isList) others.below(row);
  }

  /** What the row says; null where that is not enough to count it. */
  private read(row: SheetRow, report: ReportField): DataRecord | null {
    const { reader, totals, shared } = this.table;
    const record = reader.read(row.values, report);
    if (this.partRows?.isWithin) totals.leaveOut(row, record);
    else totals.add(row, record, this.hamlet);
    if (report !== SILENT) this.partTotals?.look(row, record);
    const own = shared === null ? record : reader.withoutShared(record, shared.of(row), report);
    if (!this.isList) this.lookBeside(row);
    return own;
  }

  private lookBeside(row: SheetRow): void {
    const { found, others, totals } = this.table;
    others.below(row);
    if (this.hamlet !== null) return;
    const name = cellText(row.values[found.units.hamlet ?? -1]);
    if (startsWithUnitType(name) !== 'hamlet') totals.doubt(row);
  }

  /** A row of another period than the run's is left aside, and one of none is rejected; totals sum it all the same. */
  private isStrange(row: SheetRow): boolean {
    const { reader, totals, counts, context } = this.table;
    const said = context.periods?.strangeTo(row) ?? null;
    if (said === null) return false;
    totals.add(row, reader.read(row.values, SILENT), this.hamlet);
    if (!this.isList) this.lookBeside(row);
    const isRejected = said.state === 'rejected';
    if (isRejected) counts.reject(this.hamlet?.unit.code ?? '');
    else this.noteNamed(this.hamlet);
    this.setAside.note({ month: said.month, periodText: said.stated }, isRejected);
    return true;
  }

  private countOnly(row: SheetRow): boolean {
    const { counts, context, places } = this.table;
    counts.add(row.number);
    const { node } = places.resolve(row);
    if (context.state === 'rejected') counts.reject(node?.unit.code ?? '');
    this.noteNamed(node);
    return true;
  }

  private noteNamed(node: Node | null): void {
    if (node !== null) this.named.add(node.unit.code);
  }

  private settle(record: DataRecord | null, resolution: Resolution): void {
    const { findings, counts, own } = this.table;
    if (resolution.node === null) {
      findings.atPlace(this.row, resolution.problem, null);
      counts.reject('');
      const isWhole = this.ofRow() === NOTHING && this.ownMonth() === null;
      if (record !== null && !this.isList && isWhole)
        this.communeRows.addUnplaced(this.row, record, resolution);
      return;
    }
    const { node } = resolution;
    findings.notes(this.row, resolution.notes, node);
    own.tellDittos(this.report);
    const month = this.ownMonth();
    if (record !== null) {
      this.checks.run(record, node, month);
      this.table.context.earlier?.look(this.row, record);
    }
    if (record === null || findings.spoilt) {
      counts.reject(node.unit.code);
      return;
    }
    this.parts.add(this.row, record, resolution, month, this.ofRow());
  }

  /** A row that stood as a group's head, and no hamlet's row followed it. */
  noteHead(row: SheetRow, node: Node): void {
    const record = this.table.reader.read(row.values, SILENT);
    if (record !== null) this.communeRows.add(row.number, record, node);
  }

  /** What a tally's row says of itself: its week, and whether it counts men, women or a team alone. */
  private ofRow(): OfRow {
    const week = this.weekOf?.(this.before!.values) ?? this.table.context.week ?? null;
    const { sex, team } = this;
    if (week === null && sex === null && team === null) return NOTHING;
    return {
      ...(week !== null && { week }),
      ...(sex !== null && { sex }),
      ...(team !== null && { team }),
    };
  }

  /** The month of the row in hand, where it states another one of the run's than the table is of. */
  private ownMonth(): Month | null {
    const { periods, month: own } = this.table.context;
    const month = periods?.month ?? null;
    return month === own ? null : month;
  }

  /**
   * A tally's row without a known hamlet can be two things still: a total that nobody called
   * so, or the head of a commune's group without the word for it.
   */
  private isNoDataAfterAll(row: SheetRow): boolean {
    const { found, sums, finder, groups } = this.table;
    const { hamlet, commune } = found.units;
    if (hamlet === null) return false;
    const text = cellText(row.values[hamlet]);
    if (text === '') return sums.takeUnnamed(row);
    if (isWithinAnother(text, cellText(row.values[commune ?? -1]), finder)) return false;
    const level = finder.levelOf(withoutMark(text));
    if (level === null && summedIn(text) !== '') return sums.takeUnnamed(row);
    if (level === null && isZone(row, text, found, finder)) {
      if (!sums.takeUnnamed(row)) groups.enter(row);
      return true;
    }
    if (level === null || level === 'hamlet') return false;
    groups.enter(row);
    return true;
  }
}

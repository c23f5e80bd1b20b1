import type { Node } from '../../geography/types.js';
import type { Recognition } from '../header/recognise.js';
import type { ReportField } from '../records/record.js';
import type { TableFindings } from '../table/table-findings.js';
import type { SheetRow, TableContext } from '../table-context.js';
import { CrossedOut } from './crossed-out.js';
import { LowerHalves } from './lower-halves.js';
import type { MergedNames } from './merged-names.js';
import type { RowKind } from './row-classes.js';
import { Uncounted } from './uncounted.js';

/** Why a row that could count does not. */
type Reason = 'uncounted' | 'struck' | 'lower-half';

/**
 * Rows of a table that is read which are left out for what they are: below a title that says that
 * they are not to be counted, struck through, or only the lower half of another. A decision brings
 * each back.
 */
export class LeftOutRows {
  private readonly found: Recognition;
  private readonly context: TableContext;
  private readonly findings: TableFindings;
  private readonly uncounted: Uncounted;
  private readonly halves: LowerHalves | null;
  /** Once a row has anything struck through. */
  private crossed: CrossedOut | null = null;

  constructor(
    found: Recognition,
    names: MergedNames | null,
    context: TableContext,
    findings: TableFindings,
  ) {
    this.found = found;
    this.context = context;
    this.findings = findings;
    this.uncounted = new Uncounted(context.uncounted, found.serial, (title, count, rows) =>
      findings.atTitle(title, { count, rows }),
    );
    this.halves = names === null ? null : new LowerHalves(names);
  }

  /** Rows were left out that the form would count. */
  get areAny(): boolean {
    return this.uncounted.isUsed || this.crossed?.isUsed === true;
  }

  /** The row in hand stands below a title that says that such rows are not to be counted. */
  get areBelowTitle(): boolean {
    return this.uncounted.isOpen;
  }

  /** A list's row that is no data: true where it is such a title. */
  see(kind: RowKind, row: SheetRow): boolean {
    return this.uncounted.see(kind, row);
  }

  /**
   * Null for a row that is not left out.
   * @param row its own cells @param whole all of its cells @param node where the row above belongs
   */
  take(kind: 'data' | 'lone', row: SheetRow, whole: SheetRow, node: Node | null): Reason | null {
    const isData = kind === 'data';
    if (isData && this.uncounted.isOpen && this.mayLeaveOut(row)) {
      this.uncounted.add(row.number);
      return 'uncounted';
    }
    if (whole.struck !== undefined && this.isStruck(whole)) {
      this.crossed!.add(row.number);
      return 'struck';
    }
    return isData && this.halves !== null && this.isLowerHalf(row, node) ? 'lower-half' : null;
  }

  /** Tells what of a row that counts is struck through. */
  lookStruck({ number, struck = [], partly = [] }: SheetRow, report: ReportField): void {
    const crossed = this.crossedOut();
    const doubt = crossed.doubtOf(number, struck);
    if (doubt !== null) report('CCDS-R15', { found: doubt.found }, doubt.field, doubt.column);
    const inPart = crossed.doubtOf(number, partly);
    if (inPart !== null) report('CCDS-R15', { part: inPart.found }, inPart.field, inPart.column);
  }

  private crossedOut(): CrossedOut {
    const { merges, struck = new Set() } = this.context;
    this.crossed ??= new CrossedOut(this.found, merges, struck);
    return this.crossed;
  }

  /** Tells the rows. @param isOther none of the table's rows is of the period */
  end(isOther: boolean): void {
    this.uncounted.end();
    if (!isOther) this.crossed?.end(this.findings);
  }

  private mayLeaveOut({ number }: SheetRow): boolean {
    const { state, decisionOf } = this.context;
    return state === 'read' && decisionOf?.(number) !== 'accept';
  }

  private isStruck(whole: SheetRow): boolean {
    const { state, decisionOf } = this.context;
    if (state !== 'read' || (decisionOf?.(whole.number) ?? null) !== null) return false;
    return this.crossedOut().isWhole(whole);
  }

  /** A row that counts apart from the first of its merged name. */
  private tellApart(row: SheetRow, node: Node | null): void {
    const { state, decisionOf } = this.context;
    const apart = this.halves!.apartFrom(row);
    if (apart === null || state !== 'read' || (decisionOf?.(row.number) ?? null) !== null) return;
    const { otherRow, field } = apart;
    this.findings.atField({ row: row.number, field, node }, 'CCDS-R17', { otherRow, field });
  }

  private isLowerHalf(row: SheetRow, node: Node | null): boolean {
    this.tellApart(row, node);
    const otherRow = this.halves!.upperOf(row);
    if (otherRow === null || !this.mayLeaveOut(row)) return false;
    const [name] = this.found.layout.required;
    this.findings.atField({ row: row.number, field: name!, node }, 'CCDS-R16', { otherRow });
    return true;
  }
}

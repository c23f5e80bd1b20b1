import type { Node } from '../../geography/types.js';
import { cellText } from '../cells/cell-text.js';
import { markKind } from '../cells/group-mark.js';
import type { Recognition } from '../header/recognise.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { nodeOf } from '../places/base.js';
import { type GroupName, groupOf, isNearlyNamed } from '../places/group-name.js';
import { GroupPlaces } from '../places/group-places.js';
import type { UnitFinder } from '../places/level-finder.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { Problem } from '../places/place.js';
import type { RowPlaces } from '../places/row-places.js';
import { GroupHeads, type OpenHead } from '../rows/group-heads.js';
import type { SheetRow, TableContext } from '../table-context.js';
import type { TableCounts } from './table-counts.js';
import type { TableFindings } from './table-findings.js';
import type { TableTotals } from './table-totals.js';

/** What of a table its groups have to do with. */
export interface TableTools {
  readonly found: Recognition;
  readonly context: TableContext;
  readonly finder: UnitFinder;
  readonly places: RowPlaces;
  readonly totals: TableTotals;
  readonly findings: TableFindings;
  readonly counts: TableCounts;
}

/**
 * The rows of a table that head a group, such as a commune's name above its hamlets. What such a
 * row is only shows by what follows it: with numbers it may be a subtotal or a row of its own, and
 * a lone name somebody's row.
 */
export class TableGroups {
  private readonly table: TableTools;
  private readonly isList: boolean;
  private readonly heads: GroupHeads;
  private readonly groups: GroupPlaces;
  /** A list's head that only looks like a place's name, until a row follows it. */
  private lone: OpenHead | null = null;
  /** Rows of communes that no hamlet's row followed. */
  readonly wholes: { readonly row: SheetRow; readonly node: Node }[] = [];

  constructor(table: TableTools) {
    this.table = table;
    this.isList = table.found.layout.layout === 'list';
    this.heads = new GroupHeads(table.totals);
    const isOfHamlets = this.isList && table.context.base.nodes.hamlet === undefined;
    this.groups = new GroupPlaces(table.finder, this.isList, isOfHamlets);
  }

  /** Heads of groups have named hamlets so far. */
  get areByHamlets(): boolean {
    return this.groups.isByHamlets;
  }

  /** A row that heads a group, and what it names. */
  enter(row: SheetRow): GroupName {
    const { found, finder, totals, places, findings, counts } = this.table;
    this.closeLone();
    const numbers = this.isList ? [] : totals.numbersOf(row);
    const head = groupOf(row, found.serial, this.isList, finder);
    const hasNumbers = numbers.some((n) => n !== null);
    const before = hasNumbers ? this.closeHead(head.level ?? 'commune') : null;
    const isOther = this.groups.isOther(head) || isNumberedLike(before, head);
    if (hasNumbers && !isOther && totals.balancesAbove(numbers)) {
      // A unit's own line with its sum below its rows heads no group.
      totals.state(row.number, numbers);
      return head;
    }
    const mark = totals.mark(row.number);
    places.enterGroup(this.groups.below(head));
    findings.below(row);
    if (hasNumbers) this.heads.add({ row, numbers, mark, ...this.openHead(row, head) });
    // What stands apart from the rows is rather a signature's.
    if (this.isList && row.number === counts.lastRow + 1 && this.isStranger(head))
      this.lone = { row, numbers, mark, ...this.openHead(row, head) };
    return head;
  }

  /** A data row follows: the heads above it are heads, but for those numbered as it is. */
  confirm({ values }: SheetRow): void {
    this.lone = null;
    if (!this.heads.isOpen) return;
    const { serial } = this.table.found;
    const mark = serial === null ? null : markKind(cellText(values[serial]));
    for (const head of this.heads.confirm(mark)) this.takeAsRow(head);
  }

  /** A total follows, and no row in between. */
  closeAbove(): void {
    this.closeHead(null);
  }

  /** The table ends. */
  end(): void {
    this.closeHead(null);
    this.closeLone();
  }

  /** A text alone that no number, word or name near to it tells from a person's row. */
  private isStranger({ level, name, mark }: GroupName): boolean {
    if (level !== null || mark !== null || startsWithUnitType(name) !== null) return false;
    return !isNearlyNamed(name, 'hamlet', this.table.finder);
  }

  /** A head that no row followed may have been somebody's row: it is asked about. */
  private closeLone(): void {
    const { lone } = this;
    this.lone = null;
    if (lone !== null && lone.problem !== null) this.reject(lone);
  }

  private openHead(row: SheetRow, { level, name, mark }: GroupName) {
    const onlyMark = startsWithUnitType(name) === null ? mark : null;
    const isStranger = level === null && this.table.context.state === 'read';
    const problem = isStranger ? this.problemOf(row) : null;
    return { level, name, onlyMark, problem };
  }

  private problemOf(row: SheetRow): Problem | null {
    const resolution = this.table.places.resolve(row);
    return resolution.node === null ? resolution.problem : null;
  }

  /** A head that no row followed is a commune's own row: its hamlet is not known. */
  private closeHead(level: UnitLevel | null): OpenHead | null {
    const head = this.heads.close(level);
    if (head !== null) this.takeAsRow(head);
    return head;
  }

  private takeAsRow(head: OpenHead): void {
    this.table.totals.addNumbers(head.row.number, head.numbers);
    this.reject(head);
    const { state, base, match } = this.table.context;
    if (head.problem !== null || head.level !== 'commune' || state !== 'read') return;
    const node = nodeOf(match({ ...base.named, commune: head.name }));
    if (node !== null) this.wholes.push({ row: head.row, node });
  }

  private reject({ row, name, problem }: OpenHead): void {
    const { counts, context, findings } = this.table;
    counts.add(row.number);
    if (context.state === 'other-period') return;
    counts.reject('');
    const noHamlet: Problem = { code: 'CCDS-U06', args: { name }, level: 'hamlet' };
    if (context.state === 'read') findings.atPlace(row.number, problem ?? noHamlet, null);
  }
}

/** Two rows that their marks alone tell from hamlets' rows, one below the other. */
function isNumberedLike(before: OpenHead | null, { mark }: GroupName): boolean {
  return before !== null && before.onlyMark !== null && before.onlyMark === mark;
}

import type { Value } from '../../core/value.js';
import type { Named, Node } from '../../geography/types.js';
import { isOfThePeriod } from '../cells/aside.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import { isTotalText, withoutMark } from '../cells/row-kind.js';
import { weekBehind } from '../cells/week-text.js';
import type { Recognition } from '../header/recognise.js';
import type { UnitLevel } from '../header/unit-columns.js';
import type { SheetRow } from '../table-context.js';
import { type AddressReader, addressReader } from './address-column.js';
import { type Base, namesAsSaid, namesCommune, TOP_DOWN } from './base.js';
import { readingsOf, turnedIn, unnumbered, withoutCount, withoutFormer } from './cell-readings.js';
import { FormerColumn, type Lookup } from './former-column.js';
import { placeOfPart, teamsPlaces } from './group-name.js';
import type { UnitFinder } from './level-finder.js';
import { startsWithUnitType } from './named-places.js';
import { type MatchUnit, type Problem, type Resolution, resolvePlace } from './place.js';
import { UnitColumn } from './unit-column.js';

/**
 * The units of a table's rows: its own cells, merged blocks, the rows above, the group's
 * head, the sheet's lines and names (contract, Forms), in that order. Rows in rising order.
 */
export class RowPlaces {
  private readonly columns: readonly UnitColumn[];
  private readonly hamlet: UnitColumn | undefined;
  private readonly communeColumn: UnitColumn | undefined;
  private readonly former: FormerColumn | null;
  private readonly fillsDown: boolean;
  private base: Base;
  private readonly match: MatchUnit;
  private readonly onPlace: ((named: Named) => void) | null;
  private isNoted = false;
  /** The rows above the first hamlet's name had none: names may stand amid or below the rows that are theirs. */
  private isNamedLater = false;
  private group: Named = {};
  private lastRaw: (Value | undefined)[] = [];
  private lastCells: Named | null = null;
  private lastFormer = '';
  private last: Resolution | null = null;
  private readonly address: number | null;
  private readonly inAddress: AddressReader;
  private readonly lookup: Lookup = {
    place: (cells) => this.place(cells),
    read: (cells) => this.read(cells),
  };

  constructor(
    { units, layout, address, formerCommune }: Recognition,
    base: Base,
    match: MatchUnit,
    merges: readonly MergedRange[],
    onPlace: ((named: Named) => void) | null = null,
  ) {
    this.columns = TOP_DOWN.flatMap((level) => {
      const column = units[level];
      return column === null ? [] : [new UnitColumn(level, column, merges)];
    });
    this.hamlet = this.columns.find(({ level }) => level === 'hamlet');
    this.communeColumn = this.columns.find(({ level }) => level === 'commune');
    this.former =
      formerCommune === undefined ? null : new FormerColumn(formerCommune, merges, match);
    // A blank cell in a list's column of hamlets means the one above.
    this.fillsDown = layout.layout === 'list';
    this.address = address ?? null;
    this.inAddress = address === undefined ? () => ({}) : addressReader(base, match);
    this.base = base;
    this.match = match;
    this.onPlace = onPlace;
  }

  /** Rows that say what the row before said have its answer, without another look. */
  resolve(row: SheetRow): Resolution {
    if (this.last !== null && this.saysTheSame(row.values)) return this.last;
    const cells = this.cellsOf(row);
    if (cells.hamlet === undefined && this.isUnnamed) this.isNamedLater = true;
    const former = this.former?.nameIn(row) ?? '';
    if (this.last === null || former !== this.lastFormer || !sameNames(cells, this.lastCells!)) {
      this.last = this.former?.resolve(former, cells, this.base, this.lookup) ?? this.read(cells);
      this.lastCells = cells;
      this.lastFormer = former;
    }
    this.lastRaw = this.columns.map(({ column }) => row.values[column]);
    if (this.address !== null) this.lastRaw.push(row.values[this.address]);
    return this.last;
  }

  private saysTheSame(values: readonly Value[]): boolean {
    const { columns, lastRaw, address } = this;
    if (this.former !== null) return false;
    if (address !== null && values[address] !== lastRaw[columns.length]) return false;
    for (let i = 0; i < columns.length; i++) {
      const raw = values[columns[i]!.column];
      if (raw !== lastRaw[i]) return false;
      if (columns[i] === this.hamlet && !this.fillsDown && isBlank(raw)) return false;
    }
    return lastRaw.length >= columns.length;
  }

  private cellsOf(row: SheetRow): Named {
    const cells: Partial<Record<UnitLevel, string>> = { ...this.group };
    this.columns.forEach((column, i) => {
      const text = this.textOf(column, row);
      if (text !== '') cells[column.level] = text;
      if (!isBlank(row.values[column.column])) this.fill(i, text);
    });
    const { address } = this;
    if (address === null || cells.hamlet !== undefined) return cells;
    return { ...cells, ...this.inAddress(cellText(row.values[address])) };
  }

  /** A filled cell holds for the rows below; what stood beside another one no longer does. */
  private fill(i: number, text: string): void {
    const column = this.columns[i]!;
    if (column.above !== text) for (const lower of this.columns.slice(i + 1)) lower.above = '';
    column.above = text;
  }

  private textOf(column: UnitColumn, row: SheetRow): string {
    const isAsAbove = column.level !== 'hamlet' || (this.fillsDown && !this.isNamedLater);
    return column.nameIn(row, isAsAbove);
  }

  /** No hamlet has been named so far, in a list that has a column of them. */
  private get isUnnamed(): boolean {
    const { hamlet, fillsDown, base, group, address } = this;
    if (hamlet === undefined || !fillsDown || address !== null || hamlet.above !== '') return false;
    return base.named.hamlet === undefined && group.hamlet === undefined;
  }

  private read(cells: Named): Resolution {
    this.isNoted = false;
    const plain = this.place(cells);
    if (plain.node !== null || cells.hamlet === undefined) return plain;
    if (!this.fillsDown && isOfThePeriod(withoutMark(cells.hamlet))) {
      const { hamlet: _, ...above } = cells;
      const own = resolvePlace({ ...this.group, ...above }, this.base, this.match);
      return own.node === null ? plain : own;
    }
    let asked: Resolution | null = null;
    for (const parts of [unnumbered(cells.hamlet), ...readingsOf(cells.hamlet)]) {
      const split = this.place({ ...cells, ...parts });
      if (split.node !== null) return split;
      // `Khóm 1 (phường 2 cũ)`, where three cities had one: the choices say more than that it is unknown.
      const isTyped = startsWithUnitType(parts.commune ?? '') === 'commune';
      if (isTyped && split.problem.code === 'CCDS-U02') asked ??= split;
    }
    return (
      this.ofTeam(cells.hamlet, cells) ??
      this.turned(cells.hamlet, cells) ??
      asked ??
      this.near(plain, cells)
    );
  }

  /** `Tân Ân - Rạch Gốc A`: the commune before its hamlet, where no other order names one. */
  private turned(written: string, cells: Named): Resolution | null {
    const parts = turnedIn(written);
    if (parts === null || resolvePlace({ ...cells, ...parts }, this.base, this.match).node === null)
      return null;
    return this.place({ ...cells, ...parts });
  }

  /** Of a hamlet that is not known, what is near to a part of what is written is suggested too. */
  private near(plain: Resolution, cells: Named): Resolution {
    if (plain.node !== null || !isUnknownHamlet(plain.problem)) return plain;
    if (plain.problem.args.suggestions !== '') return plain;
    const written = cells.hamlet!;
    const others = [
      { hamlet: withoutCount(written) },
      { hamlet: withoutFormer(written) },
      turnedIn(written),
      ...readingsOf(written),
    ];
    for (const parts of others) {
      if (parts === null || parts.hamlet === written) continue;
      const other = resolvePlace({ ...cells, ...parts }, this.base, this.match);
      if (other.node !== null || !isUnknownHamlet(other.problem)) continue;
      const { suggestions, parent } = other.problem.args;
      if (suggestions === '') continue;
      const args = { ...plain.problem.args, suggestions, parent };
      return { node: null, problem: { ...plain.problem, args } };
    }
    return plain;
  }

  /** Looks names up; what names a hamlet is made known, once a row where it is known. */
  private place(cells: Named): Resolution {
    const found = resolvePlace(cells, this.base, this.match);
    if (this.onPlace !== null && !this.isNoted && namesHamlet(found)) {
      this.isNoted = found.node !== null || found.problem.code === 'CCDS-U02';
      if (cells.commune === undefined || !namesCommune(this.base))
        this.onPlace({ ...namesAsSaid(this.base), ...cells });
    }
    return found;
  }

  /**
   * `Tổ CNSCĐ ấp Gò` in the hamlets' column is that hamlet's row, and so is one of a list `Ấp Gò -
   * Tổ 1`, of a tally `Ấp Gò (tuần 1)`, of either `Ấp Gò (5 người)`, `Ấp Gò (cũ: Ấp 5)`.
   */
  private ofTeam(written: string, cells: Named): Resolution | null {
    const bare = withoutMark(written);
    const week = this.fillsDown ? null : weekBehind(bare);
    const ofParts = this.fillsDown ? placeOfPart(bare) : week === null ? [] : [week.name];
    const ofCount = [withoutCount(bare), withoutFormer(bare)].filter((one) => one !== bare);
    for (const hamlet of [...teamsPlaces(bare), ...ofParts, ...ofCount]) {
      const own = resolvePlace({ ...cells, hamlet }, this.base, this.match);
      if (own.node === null) continue;
      const args = { field: 'hamlet', found: written, taken: own.node.unit.name };
      return { ...own, notes: [...own.notes, { code: 'CCDS-R05', args, level: 'hamlet' }] };
    }
    return null;
  }

  /** What the column of communes says of the row in hand; blank where there is none. */
  get commune(): string {
    return this.communeColumn?.above ?? '';
  }

  /** The hamlet that a row names in its own cell, or by the merged block it lies in. */
  hamletOf(row: SheetRow): string {
    return this.hamlet === undefined ? '' : this.textOf(this.hamlet, row);
  }

  /** The hamlet of that name below the units of the rows so far. */
  hamletNamed(name: string): Node | null {
    const cells: Partial<Record<UnitLevel, string>> = { ...this.group };
    for (const { level, above } of this.columns) if (above !== '') cells[level] = above;
    return resolvePlace({ ...cells, hamlet: name }, this.base, this.match).node;
  }

  private isOfTheBase(last: Resolution | null): boolean {
    return last !== null && last.node !== null && last.node === this.base.nodes.hamlet;
  }

  /**
   * A row that is not one of data: what names a unit there, or nearly does, stands for the rows
   * below, and so does whatever is merged down over them.
   */
  pass({ number, values }: SheetRow, { isNamed, isNear }: UnitFinder): void {
    this.columns.forEach((column, i) => {
      const text = cellText(values[column.column] ?? null);
      if (text === '' || isTotalText(text)) return;
      const { level, blocks } = column;
      if (!blocks.begins(number) && !isNamed(text, level) && !isNear(text, level)) return;
      this.fill(i, text);
      this.last = null;
    });
  }

  /** The rows from here on are those of a group; a blank cell no longer means the one above. */
  enterGroup(named: Named): void {
    if (Object.keys(named).length > 0) this.group = named;
    if (named.hamlet !== undefined && this.isOfTheBase(this.last)) this.base = above(this.base);
    for (const column of this.columns) column.above = '';
    this.isNamedLater = false;
    this.last = null;
  }
}

/** One, one of several, or one that is not known where it is looked for. */
function namesHamlet(found: Resolution): boolean {
  if (found.node !== null || found.problem.code === 'CCDS-U02') return true;
  return found.problem.code === 'CCDS-U01' && found.problem.level === 'hamlet';
}

/** What a sheet names above its hamlet: where the next one's rows begin, the first is over. */
function above(base: Base): Base {
  const { hamlet: _, ...named } = base.named;
  const { hamlet: __, ...chosen } = base.chosen;
  const { hamlet: ___, ...nodes } = base.nodes;
  return { ...base, named, chosen, nodes };
}

function sameNames(a: Named, b: Named): boolean {
  return TOP_DOWN.every((level) => a[level] === b[level]);
}

function isUnknownHamlet(problem: Problem): problem is Extract<Problem, { code: 'CCDS-U01' }> {
  return problem.code === 'CCDS-U01' && problem.level === 'hamlet';
}

import { saidOld } from '../../geography/old-names.js';
import { nodeAt } from '../../geography/tree.js';
import type { Named, Node } from '../../geography/types.js';
import { isBlank } from '../cells/filled.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { SheetRow } from '../table-context.js';
import { type Base, namesCommune, nodeOf, withName } from './base.js';
import { type MatchUnit, type Resolution, resolvePlace } from './place.js';
import { UnitColumn } from './unit-column.js';

/** How a row's names are looked up: as they stand, or in whatever way its hamlet may be written. */
export interface Lookup {
  readonly place: (cells: Named) => Resolution;
  readonly read: (cells: Named) => Resolution;
}

/** The column of what the rows' communes were called before a change: `Xã/phường (cũ)`. */
export class FormerColumn {
  private readonly column: UnitColumn;
  private readonly match: MatchUnit;

  constructor(column: number, merges: readonly MergedRange[], match: MatchUnit) {
    this.column = new UnitColumn('commune', column, merges);
    this.match = match;
  }

  /** What the row's commune was called; blank where nothing tells. */
  nameIn(row: SheetRow): string {
    const name = this.column.nameIn(row, true);
    if (!isBlank(row.values[this.column.column])) this.column.above = name;
    return name;
  }

  /**
   * The place of a row that names its old commune. Where something names today's as well the old
   * one only tells hamlets of one name apart; else it is what the row is of.
   */
  resolve(former: string, cells: Named, base: Base, { place, read }: Lookup): Resolution {
    if (former === '' || cells.hamlet === undefined) return read(cells);
    const old = { ...cells, commune: saidOld(former) };
    if (cells.commune === undefined && !namesCommune(base)) {
      const own = place(old);
      if (own.node !== null) return own;
      const ofToday = place({ ...cells, commune: former });
      return ofToday.node !== null ? ofToday : own;
    }
    const plain = read(cells);
    const today = plain.node === null ? this.communeOf(cells, base) : null;
    if (today === null) return plain;
    const own = resolvePlace(
      old,
      { ...base, nodes: { ...base.nodes, commune: today } },
      this.match,
    );
    return own.node !== null && nodeAt(own.node, 'commune') === today ? own : plain;
  }

  /** The commune of today that the row names, else its sheet. */
  private communeOf({ commune }: Named, { named, nodes }: Base): Node | null {
    if (commune === undefined) return nodes.commune ?? null;
    return nodeOf(this.match(withName(named, 'commune', commune)));
  }
}

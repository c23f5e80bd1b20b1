import { fold } from '../../core/text.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { isSerial, isTotalText, saysNone } from '../cells/row-kind.js';
import { type Sex, sexAlone } from '../cells/sex-text.js';
import type { Recognition } from '../header/recognise.js';
import {
  leaderColumn,
  namesTeam,
  stretchColumn,
  teamColumn,
  teamsCounted,
} from '../header/team-column.js';
import type { UnitFinder } from '../places/level-finder.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { SheetRow } from '../table-context.js';
import { type SexOf, sexesIn } from './sexes.js';
import { isTeamOfPeople } from './teams-below.js';

/** A tally's row that may be of a part of its hamlet, below the hamlet's name. */
interface PartRow {
  readonly row: SheetRow;
  /** The team that it names. */
  readonly team: string | null;
  readonly sex: Sex | null;
}

/**
 * Says of a tally's rows whether each is of one team or street of its hamlet, or of its men or women alone:
 * in a column for that, or in the hamlet's own below a row of the hamlet that leaves its counts to
 * them. A row that names its team alone is of the hamlet above. Rows in rising order.
 */
export class PartRows {
  private readonly found: Recognition;
  private readonly finder: UnitFinder;
  private readonly hamletOf: (row: SheetRow) => string;
  private readonly named: number | null;
  /** What may tell the parts of a hamlet that no team's name does: the streets, whose they are. */
  private readonly others: readonly number[];
  private readonly counted: number | null;
  private readonly sexOf: SexOf | null;
  /** The hamlet's row above. */
  private above: SheetRow | null = null;
  /** Name of the hamlet whose row above states its own count. */
  private whole: string | null = null;
  /** The last row is of a part of the hamlet above, which states its own count: a total sums one of them. */
  isWithin = false;

  constructor(found: Recognition, finder: UnitFinder, hamletOf: (row: SheetRow) => string) {
    this.found = found;
    this.finder = finder;
    this.hamletOf = hamletOf;
    this.named = teamColumn(found);
    this.others = [stretchColumn(found), leaderColumn(found)].filter((one) => one !== null);
    this.counted = teamsCounted(found);
    this.sexOf = sexesIn(found);
  }

  /** A group's head or a total: what follows is not of the hamlet above. */
  end(): void {
    this.above = null;
    this.whole = null;
  }

  of(row: SheetRow): PartRow {
    const part = this.partOf(row);
    const { hamlet } = this.found.units;
    const name = hamlet === null ? '' : fold(this.hamletOf(part.row));
    const isPart = part.team !== null || part.sex !== null;
    this.isWithin = isPart && name === this.whole;
    if (!isPart) this.whole = this.statesCount(part.row) ? name : null;
    return part;
  }

  private statesCount({ values }: SheetRow): boolean {
    const { fields, layout } = this.found;
    return layout.required.some((id) => !isBlank(values[fields.get(id)!]));
  }

  private partOf(row: SheetRow): PartRow {
    const team = this.teamIn(row);
    const sex = this.sexOf?.(row.values) ?? null;
    const below = this.belowHamlet(row, team);
    if (below !== null) return below;
    const own = this.withoutName(row);
    if (!isBlank(row.values[this.found.units.hamlet ?? -1])) this.above = own;
    return { row: own, team, sex };
  }

  private teamIn({ values }: SheetRow): string | null {
    const name = this.named === null ? '' : cellText(values[this.named]);
    if (/[\p{L}\d]/u.test(name)) return isOfAll(name) ? null : name;
    const { counted, others } = this;
    const place = others
      .map((column) => cellText(values[column]))
      .find((one) => /\p{L}/u.test(one));
    if (place !== undefined) return isOfAll(place) ? null : place;
    return counted !== null && namesTeam(values[counted]) ? cellText(values[counted]) : null;
  }

  /** A row that names a part of the hamlet above and no hamlet, as that one's; else null. */
  private belowHamlet(row: SheetRow, team: string | null): PartRow | null {
    const { above, found } = this;
    const { hamlet } = found.units;
    if (above === null || hamlet === null) return null;
    const name = this.hamletOf(row);
    const whole = this.withoutName(row);
    const values = [...whole.values];
    values[hamlet] = above.values[hamlet] ?? null;
    const own = { ...whole, values };
    if (name === '') return team === null ? null : { row: own, team, sex: this.sexAt(row) };
    if (!this.leavesCounts(above) || this.finder.levelOf(name) !== null) return null;
    const sex = sexAlone(name);
    if (sex !== null) return { row: own, team, sex };
    if (!namesTeam(name) || startsWithUnitType(name) !== null || this.isNumberedOn(row))
      return null;
    if (this.finder.isNear(name, 'hamlet')) return null;
    return { row: own, team: name, sex: this.sexAt(row) };
  }

  private sexAt({ values }: SheetRow): Sex | null {
    return this.sexOf?.(values) ?? null;
  }

  /** The hamlet's row names it, and states no starred count. */
  private leavesCounts(row: SheetRow): boolean {
    const { units } = this.found;
    const { values } = row;
    const name = cellText(values[units.hamlet!]);
    if (this.statesCount(row)) return false;
    const isHamlet =
      startsWithUnitType(name) === 'hamlet' || this.finder.levelOf(name) === 'hamlet';
    return isHamlet && !isTeamOfPeople(name);
  }

  private isNumberedOn({ values }: SheetRow): boolean {
    const at = this.found.serial ?? -1;
    const [above, own] = [cellText(this.above?.values[at]), cellText(values[at])];
    return isSerial(own) && isSerial(above) && parseInt(own, 10) === parseInt(above, 10) + 1;
  }

  /** A team's name where the number of teams may stand is none. */
  private withoutName(row: SheetRow): SheetRow {
    const { counted } = this;
    if (counted === null || !namesTeam(row.values[counted])) return row;
    return { ...row, values: row.values.with(counted, null) };
  }
}

const OF_ALL = /^(?:cả|toàn|chung)(?!\p{L})/u;

/** `Cả ấp`, `Tổng`, `Chung`: the row is of the hamlet, or of no team. */
function isOfAll(name: string): boolean {
  return isTotalText(name) || saysNone(name) || OF_ALL.test(fold(name));
}

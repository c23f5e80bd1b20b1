import { fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { isSerial } from '../cells/row-kind.js';
import { TEAM_WORD } from '../cells/team-words.js';
import type { Recognition } from '../header/recognise.js';
import type { UnitFinder } from '../places/level-finder.js';
import { startsWithUnitType } from '../places/named-places.js';

interface TableRow {
  readonly values: readonly Value[];
}

const TEAM = new RegExp(`^[-+*•\\s]*(?:[a-z\\d.]{1,4}[.)]\\s*)?${TEAM_WORD}(?!\\p{L})`, 'u');
const TEAM_OF_PEOPLE = /^(?:tổ dân phố|tdp)(?!\p{L})/u;

/** True of a hamlet that is itself called a team. */
export function isTeamOfPeople(name: string): boolean {
  return TEAM_OF_PEOPLE.test(fold(name));
}

/** Tells the rows in which a tally divides the hamlet above by its teams. */
export class TeamsBelow {
  private readonly found: Recognition;
  private readonly names: Pick<UnitFinder, 'levelOf' | 'isNear'>;
  private above: TableRow | null = null;
  /** The row above is a team's too. */
  private isWithin = false;

  constructor(found: Recognition, names: Pick<UnitFinder, 'levelOf' | 'isNear'>) {
    this.found = found;
    this.names = names;
  }

  /** Rows from here on are below this hamlet's; null for none. */
  below(row: TableRow | null): void {
    this.above = row;
    this.isWithin = false;
  }

  /**
   * True of `Tổ 1` where no hamlet is called so, below a hamlet's row with its own figure: without
   * one, or numbered on from it, the row may be all that the hamlet has sent.
   */
  isTeam(name: string, serial: string): boolean {
    if (this.above === null || !TEAM.test(fold(name)) || startsWithUnitType(name) !== null)
      return false;
    const { levelOf, isNear } = this.names;
    if (levelOf(name) === 'hamlet' || isNear(name, 'hamlet')) return false;
    this.isWithin ||= this.isOfHamlet(this.above) && !this.isNext(this.above, serial);
    return this.isWithin;
  }

  private isOfHamlet({ values }: TableRow): boolean {
    const { units, fields, layout } = this.found;
    const name = cellText(values[units.hamlet ?? -1]);
    const isHamlet = startsWithUnitType(name) === 'hamlet' || this.names.levelOf(name) === 'hamlet';
    const isCounted = layout.required.every((id) => /^\d/.test(cellText(values[fields.get(id)!])));
    return isHamlet && isCounted && !isTeamOfPeople(name);
  }

  private isNext({ values }: TableRow, serial: string): boolean {
    const above = cellText(values[this.found.serial ?? -1]);
    return isSerial(serial) && isSerial(above) && parseInt(serial, 10) === parseInt(above, 10) + 1;
  }
}

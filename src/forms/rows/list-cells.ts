import { looksLikePerson } from '../../core/person.js';
import { hasText } from '../cells/filled.js';
import type { Recognition } from '../header/recognise.js';
import { columnsOf } from './row-classes.js';

/** What the texts of a list's row say by the columns that they stand in. */
export class ListCells {
  /** Of the starred fields; the first is that of the name. */
  readonly required: readonly number[];
  /** Of all fields but notes. */
  readonly own: readonly number[];
  /** Of numbers, dates, marks and the like. */
  readonly typed: readonly number[];
  /** That name units. */
  readonly units: readonly number[];
  private readonly serial: number | null;
  private readonly ticked: ReturnType<typeof columnsOf>['ticked'];

  constructor(found: Recognition) {
    const { required, own, typed, ticked, units } = columnsOf(found);
    this.required = required;
    this.own = own;
    this.typed = typed;
    this.units = units;
    this.serial = found.serial;
    this.ticked = ticked;
  }

  /** What stands in place of a name. */
  name(texts: readonly string[]): string {
    return texts[this.required[0]!] ?? '';
  }

  /** The text stands where names do, or where the number would, with no name beside it. */
  isInNameColumn(texts: readonly string[], text: string): boolean {
    const { serial } = this;
    const name = this.name(texts);
    if (name === text) return true;
    return serial !== null && texts[serial] === text && !MORE_THAN_A_SUM.test(name);
  }

  /** Beside the first starred cell stand words, or a number that is no sum: a row of data. */
  hasMore(texts: readonly string[]): boolean {
    return this.own.some(
      (column) => column !== this.required[0] && MORE_THAN_A_SUM.test(texts[column] ?? ''),
    );
  }

  /** A telephone or identity number or a tax code alone: somebody's, of whom the row lacks the rest. */
  isLongNumber(texts: readonly string[]): boolean {
    return this.typed.some((column) => LONG_NUMBER.test(texts[column] ?? ''));
  }

  /** A mark, a sex or a level stands in its column: no signature has one there. */
  isTicked(texts: readonly string[]): boolean {
    return this.ticked.some(({ column, reads }) => hasText(texts[column]) && reads(texts[column]!));
  }

  /** A telephone number, a year, a mark: what stands beside a row's name alone. */
  hasValue(texts: readonly string[]): boolean {
    return this.typed.some((column) => /\d/.test(texts[column] ?? '')) || this.isTicked(texts);
  }

  /**
   * Somebody with what a list of two starred columns says of them: above all data no signature
   * ends a table, though a row that lacks its name (`Tổ trưởng`) may look like one.
   */
  isNamed(texts: readonly string[]): boolean {
    const [name, role] = this.required.map((column) => texts[column] ?? '');
    return looksLikePerson(name!) && hasText(role) && !looksLikePerson(role!);
  }
}

/** As many figures as no number of a page and no sum of a list has. */
const LONG_NUMBER = /^\W*(?:\d[\s.-]*){9,}$/;

/** Words, or the digits of a telephone or identity number. */
const MORE_THAN_A_SUM = /^\p{L}|^\W*\d[\d .-]{8,}/u;

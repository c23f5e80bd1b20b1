import type { Node } from '../../geography/types.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { COUNTED_NOUNS, isTotalText } from '../cells/row-kind.js';
import { summedIn } from '../cells/total-name.js';
import type { Recognition } from '../header/recognise.js';
import type { RowPlaces } from '../places/row-places.js';
import { weekColumn } from '../rows/weeks.js';
import type { SheetRow } from '../table-context.js';
import type { Numbers, TableTotals } from './table-totals.js';

/** A number, or one of those whom lists are of: no hamlet's name is `4 hộ`. */
const HOW_MANY = new RegExp(`^\\P{L}*(?:$|\\d\\s*(?:${COUNTED_NOUNS})(?!\\p{L}))`, 'iu');

function saysHowMany(text: string): boolean {
  return HOW_MANY.test(text.normalize('NFC'));
}

/** The rows of a table that state sums: of what, and how much. */
export class TotalRows {
  private readonly found: Recognition;
  private readonly totals: TableTotals;
  private readonly places: RowPlaces;
  private readonly areWeeks: boolean;
  private commune = '';

  constructor(found: Recognition, totals: TableTotals, places: RowPlaces) {
    this.found = found;
    this.totals = totals;
    this.places = places;
    this.areWeeks = weekColumn(found) !== null;
  }

  /** A row of data is about to be added. */
  pass({ number }: SheetRow): void {
    const { commune } = this.places;
    if (commune === this.commune) return;
    this.commune = commune;
    this.totals.begin(number);
  }

  /** Takes a row that is called a total. */
  take(row: SheetRow): void {
    const { commune } = this.found.units;
    if (commune !== null && isBlank(row.values[commune])) this.totals.markBegun();
    const numbers = this.summed(this.totals.statedBy(row));
    const hamlet = this.hamletSummed(row);
    if (hamlet === null) this.totals.state(row.number, numbers);
    else this.totals.stateOf(hamlet, row.number, numbers);
  }

  /** Of weeks no stocks are summed, nor running totals. */
  private summed(numbers: Numbers): Numbers {
    if (!this.areWeeks) return numbers;
    const { flows } = this.found.layout;
    return numbers.map((n, i) => (flows.has(this.totals.fields[i]!) ? n : null));
  }

  /** Takes a row that nobody called so, where its numbers are the sum of those above. */
  takeUnnamed(row: SheetRow): boolean {
    const { serial } = this.found;
    if (serial !== null && !isBlank(row.values[serial])) return false;
    const numbers = this.totals.numbersOf(row);
    if (!this.totals.balancesAbove(numbers)) return false;
    this.totals.state(row.number, numbers);
    return true;
  }

  /** The hamlet that a total names: `Cộng Ô Rô`, or `Cộng` and the hamlet in its own column. */
  private hamletSummed({ values }: SheetRow): Node | null {
    const texts = values.map(cellText);
    const own = texts[this.found.units.hamlet ?? -1] ?? '';
    const named = texts.map(summedIn).find((name) => name !== '');
    const name = named ?? (isTotalText(own) ? '' : own);
    // `Cộng: 4`, `Cộng: 4 hộ` in a list is how many rows there are.
    const isCount = this.found.layout.layout === 'list' && saysHowMany(name);
    return name === '' || isCount ? null : this.places.hamletNamed(name);
  }
}

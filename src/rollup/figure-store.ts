import type { UnitFigures, UnitValue } from './types.js';

/** Of each figure its value, numerator, denominator and number of reports. */
const FIELDS = 4;

/**
 * The figures of all units in one stretch of numbers: ten provinces have a third of a million.
 * What is not known is NaN there, and null where it is asked for.
 */
export class FigureStore {
  private readonly ids: readonly string[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly numbers: Float64Array;
  private used = 0;

  /** @param units at most so many will be added */
  constructor(ids: readonly string[], units: number) {
    this.ids = ids;
    this.places = new Map(ids.map((id, i) => [id, i]));
    this.numbers = new Float64Array(FIELDS * ids.length * units);
  }

  /** Takes a unit's figures, in the order of the ids. @param expected hamlets of the unit */
  add(figures: Iterable<UnitValue>, expected: number): UnitFigures {
    const start = this.used;
    let at = start;
    for (const { value, numerator, denominator, reported } of figures) {
      this.numbers[at++] = value ?? Number.NaN;
      this.numbers[at++] = numerator ?? Number.NaN;
      this.numbers[at++] = denominator ?? Number.NaN;
      this.numbers[at++] = reported;
    }
    this.used = at;
    return new StoredFigures(this, start, expected);
  }

  /** Every figure of a unit, with its indicator's id. */
  *each(start: number, expected: number): Generator<[string, UnitValue]> {
    for (const [i, id] of this.ids.entries()) yield [id, this.read(start, i, expected)];
  }

  get(start: number, id: string, expected: number): UnitValue | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.read(start, place, expected);
  }

  private read(start: number, place: number, expected: number): UnitValue {
    const at = start + FIELDS * place;
    return {
      value: this.known(at),
      numerator: this.known(at + 1),
      denominator: this.known(at + 2),
      reported: this.numbers[at + 3]!,
      expected,
    };
  }

  private known(at: number): number | null {
    const number = this.numbers[at]!;
    return Number.isNaN(number) ? null : number;
  }
}

class StoredFigures implements UnitFigures {
  private readonly store: FigureStore;
  private readonly start: number;
  private readonly expected: number;

  constructor(store: FigureStore, start: number, expected: number) {
    this.store = store;
    this.start = start;
    this.expected = expected;
  }

  get(id: string): UnitValue | undefined {
    return this.store.get(this.start, id, this.expected);
  }

  [Symbol.iterator](): Iterator<[string, UnitValue]> {
    return this.store.each(this.start, this.expected);
  }
}

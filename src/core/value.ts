/**
 * A cell's value, typed only as the cell says: text `001` is never the number 1, and
 * casting is done by the forms. Shared by the reader and the forms.
 */

/** A calendar date (with a time of day, if the cell has one). No time zone. */
export class CalendarDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
    /** Seconds since midnight. */
    readonly seconds: number,
    /** The number stored in the cell, or null where the file stores an ISO date. */
    readonly serial: number | null,
  ) {}
}

/** True for a time of day alone, which Excel keeps as a part of its day 0. */
export function isTimeOfDay({ serial }: CalendarDate): boolean {
  return serial !== null && serial >= 0 && serial < 1;
}

/** A date that is shown by its month alone, such as `Tháng 09/2024`: of its day nothing is said. */
export class MonthDate extends CalendarDate {}

/** A cell whose value is an Excel error such as `#REF!`. */
export class CellError {
  constructor(readonly text: string) {}
}

/** A number shown with a percent format: 0.85 shown as 85%. */
export class Percentage {
  constructor(readonly value: number) {}
}

/** A formula that the file carries no computed value for. */
export class UncomputedFormula {}

/** `null` is a blank cell. */
export type Value =
  | string
  | number
  | boolean
  | CalendarDate
  | CellError
  | Percentage
  | UncomputedFormula
  | null;

import type { Epoch } from './dates.js';
import { dateFromIso } from './dates.js';
import { damagedError, limitError, MAX_CELL_CHARACTERS } from './limits.js';
import { DATE, type FormatKind, formattedNumber, NUMBER } from './number-formats.js';
import type { SharedStrings } from './shared-strings.js';
import { CalendarDate, CellError, UncomputedFormula, type Value } from './types.js';
import { unescapeUnits } from './xml-text.js';

/** What a sheet's cells need to know of their workbook. */
export interface SheetContext {
  /** Name of the sheet's part, for errors. */
  readonly part: string;
  readonly strings: SharedStrings;
  /** `FormatKind` of each cell format (`s` of a cell); never empty. */
  readonly formats: Uint8Array;
  /** 1 for each cell format that is struck through; null where none is. */
  readonly struck: Uint8Array | null;
  readonly epoch: Epoch;
  /** The file asks for all formulas to be computed when it is opened: see `isNotComputed`. */
  readonly recalculates: boolean;
  readonly maxCells: number;
}

/** A cell's `t` (ST_CellType, ECMA-376 Part 1 §18.18.11), by what tells it apart. */
export const CELL_TYPE = {
  TYPE_NUMBER: 0,
  TYPE_STR: 1,
  TYPE_INLINE: 2,
  TYPE_B: 0x62,
  TYPE_D: 0x64,
  TYPE_E: 0x65,
  /** Is read as `TYPE_NUMBER`. */
  TYPE_N: 0x6e,
  TYPE_S: 0x73,
} as const;
const { TYPE_NUMBER, TYPE_STR, TYPE_B, TYPE_D, TYPE_E, TYPE_S } = CELL_TYPE;

/** The parts of a cell, as text. */
export interface CellParts {
  /** Of `<v>`; null where there is none. */
  readonly value: string | null;
  /** Of `<is>`; null where there is none. */
  readonly inline: string | null;
  readonly formula: boolean;
}

/** The text of a number that a double can hold: `1e999` is none. */
const isNumber = (text: string) => NUMBER_TEXT.test(text) && Number.isFinite(Number(text));
const NUMBER_TEXT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** The value of a cell. Blank text is null, as a blank cell is. */
export function cellValue(
  parts: CellParts,
  type: number,
  style: number,
  context: SheetContext,
): Value {
  const { value, inline, formula } = parts;
  if (inline !== null) return textValue(inline, context);
  // A text formula may well have come to '', a number never does.
  if (formula && (value === null || (value === '' && type !== TYPE_STR))) {
    return new UncomputedFormula();
  }
  if (value === null || value === '') return null;
  if (formula && isNotComputed(value, type, context)) return new UncomputedFormula();
  switch (type) {
    case TYPE_S:
      return sharedString(value, context);
    case TYPE_B:
      return value.trim() === '1' || value.trim().toLowerCase() === 'true';
    case TYPE_E:
      return new CellError(value);
    case TYPE_D:
      return dateFromIso(value) ?? value;
    case TYPE_NUMBER:
      return isNumber(value) ? numberValue(Number(value), style, context) : value;
    default:
      return textValue(unescapeUnits(value), context);
  }
}

/**
 * Libraries that compute nothing store 0 for each formula, and have the program that opens the file compute
 * them all (ECMA-376 Part 1 §18.2.2, `fullCalcOnLoad`), which then takes that wish out: of such a 0 it is
 * not known whether it is one.
 */
function isNotComputed(value: string, type: number, { recalculates }: SheetContext): boolean {
  return recalculates && type === TYPE_NUMBER && Number(value) === 0;
}

/** A number as its format shows it: a date, a percentage, or itself. */
export function numberValue(number: number, style: number, context: SheetContext): Value {
  const kind = (context.formats[style] ?? NUMBER) as FormatKind;
  if (kind !== DATE) return formattedNumber(number, kind, context.epoch);
  // The same days stand in sheet after sheet. A date is never changed, so that they can share it.
  const known = context.epoch === 1900 ? knownDates1900 : knownDates1904;
  const slot = number & (DATE_SLOTS - 1);
  const before = known[slot];
  if (before?.serial === number) return before;
  const value = formattedNumber(number, kind, context.epoch);
  if (value instanceof CalendarDate) known[slot] = value;
  return value;
}

/** The days of some ninety years; without holes, as an array with many is looked up several times slower. */
const DATE_SLOTS = 2 ** 15;
const knownDates1900 = new Array<CalendarDate | undefined>(DATE_SLOTS).fill(undefined);
const knownDates1904 = new Array<CalendarDate | undefined>(DATE_SLOTS).fill(undefined);

function sharedString(index: string, context: SheetContext): Value {
  const text = /^\s*\d+\s*$/.test(index) ? context.strings.get(Number(index)) : undefined;
  if (text === undefined) throw missingString(index, context);
  return text;
}

/** The error of a cell whose shared string is not there: why, where that is known. */
export function missingString(index: string | number, context: SheetContext): unknown {
  const { problem } = context.strings;
  return (
    problem ?? damagedError('a shared string is missing', { part: context.part, string: index })
  );
}

/** Text as a value: blank text is null. */
export function textValue(text: string, { part }: SheetContext): Value {
  if (text.length > MAX_CELL_CHARACTERS) {
    throw limitError('cell-characters', MAX_CELL_CHARACTERS, { part });
  }
  return text === '' ? null : text;
}

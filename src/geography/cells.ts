import { isIsoDate } from '../core/dates.js';
import { parseCount } from '../core/numbers.js';
import { parseDecimal, parseShare } from '../core/shares.js';
import type { Log, RegistryProblemId } from './problems.js';
import type { TableRow } from './tables.js';

/** The text of a column that must not be blank. */
export function required(row: TableRow, column: string, log: Log): string {
  const text = row.values[column] ?? '';
  if (text === '') log.problem(row.place, 'blank-value', column);
  return text;
}

/** An ISO date; blank and bad ones are null, the bad ones a problem. */
export function dateOf(row: TableRow, column: string, log: Log): string | null {
  const text = row.values[column] ?? '';
  if (text === '' || isIsoDate(text)) return text === '' ? null : text;
  log.problem(row.place, 'bad-date', `${column}: ${text}`);
  return null;
}

/**
 * How a column's numbers are written: a count, a ratio in percent, a part of a whole, a number with
 * decimals, or not known.
 */
export type NumberKind = 'count' | 'percent' | 'share' | 'decimal' | 'unknown';

/**
 * A number that is not negative, read as in a submitted sheet (contract, Forms): a count
 * (`1118560`, `1.118.560`, `1 118 560`; `1,000` is told), a share (`70%`, `0,7`) or one with
 * decimals (`5,12`). Blank and bad ones are null, the bad ones a problem.
 */
export function numberOf(row: TableRow, column: string, kind: NumberKind, log: Log): number | null {
  const text = row.values[column] ?? '';
  if (text === '') return null;
  const value = READERS[kind](text, (taken) => log.respelt(row.place, column, text, `${taken}`));
  if (value === null) log.problem(row.place, BAD[kind], `${column}: ${text}`);
  return value;
}

type Told = (taken: number) => void;

function countOf(text: string, told: Told): number | null {
  const read = parseCount(text);
  if (!('value' in read) || read.value === null) return null;
  if (read.repaired) told(read.value);
  return read.value;
}

const READERS: Readonly<Record<NumberKind, (text: string, told: Told) => number | null>> = {
  count: countOf,
  percent: parseShare,
  // Beyond 1 it is told as what it is: the whole has no more.
  share: (text) => parseShare(text) ?? parseDecimal(text),
  decimal: parseDecimal,
  unknown: (text, told) => countOf(text, told) ?? parseShare(text) ?? parseDecimal(text),
};

const BAD: Readonly<Record<NumberKind, RegistryProblemId>> = {
  count: 'bad-number',
  percent: 'bad-percent',
  share: 'bad-percent',
  decimal: 'bad-decimal',
  unknown: 'bad-number',
};

/** Valid from and to, inclusive; a problem where the unit closes before it opens. */
export function validityOf(
  row: TableRow,
  log: Log,
): { validFrom: string | null; validTo: string | null } {
  const validFrom = dateOf(row, 'valid_from', log);
  const validTo = dateOf(row, 'valid_to', log);
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    log.problem(row.place, 'closed-before-opened', `${validFrom} > ${validTo}`);
  }
  return { validFrom, validTo };
}

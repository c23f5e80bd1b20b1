import { isIsoDate } from '../core/dates.js';
import type { Log } from './problems.js';
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

const PLAIN = /^\d+(\.\d+)?$/;
const GROUPED = /^[1-9]\d{0,2}(?:([. ])\d{3})(?:\1\d{3})*$/;

/**
 * A number that is not negative: plain (`1118560`, `0.7`), or grouped as the contract reads
 * counts (`1.118.560`, `1 118 560`). Blank and bad ones are null, the bad ones a problem.
 */
export function numberOf(row: TableRow, column: string, log: Log): number | null {
  const text = row.values[column] ?? '';
  if (GROUPED.test(text)) return Number(text.replace(/[. ]/g, ''));
  if (PLAIN.test(text)) return Number(text);
  if (text !== '') log.problem(row.place, 'bad-number', `${column}: ${text}`);
  return null;
}

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

import type { Value } from '../../core/value.js';
import { cellText } from './cell-text.js';
import { isDash, isSerial } from './row-kind.js';

/** A letter or another mark: a quick no for what `trim` takes away. */
function isVisible(code: number): boolean {
  return (code > 0x20 && code < 0x80) || (code > 0xbf && code < 0x1680);
}

/** Blank, or nothing that the eye sees. */
export function isBlank(value: Value | undefined): boolean {
  if (typeof value !== 'string') return value === null || value === undefined;
  return value === '' || (!isVisible(value.charCodeAt(0)) && cellText(value) === '');
}

/** Holds something that is no dash. */
export function isFilled(value: Value | undefined): boolean {
  if (typeof value !== 'string') return value !== null && value !== undefined;
  const code = value.charCodeAt(0);
  const isPlain = (code > 0x40 && code < 0x80) || (code > 0xbf && code < 0x1f00);
  if (isPlain || (code >= 0x30 && code <= 0x39)) return true;
  return hasText(cellText(value));
}

/** Says something: a dash says that there is nothing. */
export function hasText(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !isDash(text);
}

/** True where one of the columns holds a number. */
export function holdsNumber(values: readonly Value[], columns: readonly number[]): boolean {
  for (let i = 0; i < columns.length; i++) if (isNumber(values[columns[i]!])) return true;
  return false;
}

/** A number, or a text of digits alone. */
export function isNumber(value: Value | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && isSerial(value));
}

import { enNumber } from '../../core/shown-numbers.js';

/** So many of a thing: `1 error`, `1,250 errors`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${enNumber(value)} ${value === 1 ? one : many}`;
}

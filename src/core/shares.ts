import { clean } from './text.js';

const DECIMAL = /^(\d{1,15})(?:[.,](\d+))?$/;
const PERCENT = /^([\d.,]+) ?%$/;

/**
 * A number with decimals, a dot or comma before them: `5,12`, `5.12`. Null of any other, and of
 * one that may as well be thousands (`1.000`, `1,250`).
 */
export function parseDecimal(text: string): number | null {
  const [, whole, decimals = ''] = DECIMAL.exec(clean(text)) ?? [];
  if (whole === undefined || (decimals.length === 3 && !/^0+$/.test(whole))) return null;
  return Number(`${whole}.${decimals}`);
}

/**
 * A share of 1: `70%`, `70,5 %`, `0,7`, `0.705`. A number beyond 1 without its sign is null:
 * `70` may be 70 % or seventyfold.
 */
export function parseShare(text: string): number | null {
  const s = clean(text);
  const figure = PERCENT.exec(s)?.[1];
  const value = parseDecimal(figure ?? s);
  if (value === null || (figure === undefined && value > 1)) return null;
  // By its digits: 70.14 / 100 is not 0.7014 to the last bit.
  return figure === undefined ? value : Number(`${value}e-2`);
}

import type { Lang } from './types.js';

/** Rounds half up at a decimal place, on the decimal digits that the number shows. */
export function roundHalfUp(n: number, digits: number): number {
  const shifted = Number(`${Math.abs(n)}e${digits}`);
  if (!Number.isFinite(shifted)) return n;
  return Math.sign(n) * Number(`${Math.round(shifted)}e-${digits}`);
}

/** `1.118.560` (`1,118,560` in English); with `digits` decimals, `5,12`. */
export function formatNumber(n: number, lang: Lang, digits = 0): string {
  const [whole, part] = Math.abs(roundHalfUp(n, digits)).toFixed(digits).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  const sign = n < 0 && Number(`${whole}.${part ?? 0}`) !== 0 ? '-' : '';
  return `${sign}${grouped}${part === undefined ? '' : (lang === 'vi' ? ',' : '.') + part}`;
}

/** `70,15%`, rounded half up, never clipped. */
export function formatPercent(fraction: number, lang: Lang, digits = 2): string {
  return `${formatNumber(Number(shift(fraction, 2)), lang, digits)}%`;
}

/** Moves the decimal point without the noise of a multiplication. */
function shift(n: number, places: number): number {
  const [mantissa, exponent] = String(n).split('e');
  return Number(`${mantissa}e${Number(exponent ?? 0) + places}`);
}

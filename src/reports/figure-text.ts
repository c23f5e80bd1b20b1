import { formatNumber, formatPercent, formatRatio } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import type { Indicator } from '../indicators/types.js';

/** A figure for a sentence: `4.518`, `70,15%`, `5,12`. */
export function figureText(value: number, indicator: Indicator, lang: Lang): string {
  if (indicator.kind !== 'ratio') return formatNumber(Math.round(value * 100) / 100, lang);
  return (indicator.show === 'percent' ? formatPercent : formatRatio)(value, 1, lang);
}

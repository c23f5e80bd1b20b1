import { formatNumber } from '../../core/format.js';
import { getOrMake } from '../../core/memo.js';
import { periodInSentence } from '../../core/period-words.js';
import type { Node } from '../../geography/types.js';
import type { Indicator } from '../../indicators/types.js';
import { figureText } from '../figure-text.js';
import { besideOf } from './in-time.js';
import type { Edition } from './scope.js';

/**
 * `Nếu gồm cả số liệu kỳ trước của 12 ấp chưa báo cáo: Số tổ là 883; Thành viên là 4.518`: what stands
 * beside a unit's stocks where hamlets fell silent, a line for each number of hamlets; before
 * it, which of the stocks stand with figures of an earlier month of their own period.
 */
export function carriedLines(
  edition: Edition,
  { unit }: Node,
  indicators: readonly Indicator[],
): readonly string[] {
  const { review } = edition.options;
  if (review === undefined) return [];
  const { labels: t, lang } = edition;
  const within = new Map<string, string[]>();
  const beside = new Map<string, string[]>();
  for (const indicator of indicators) {
    const { carried, within: own } = besideOf(review, unit.code, indicator.id);
    if (own) {
      const month = periodInSentence(own.silentIn, lang);
      const note = t.withinNote(formatNumber(own.hamlets, lang), month);
      getOrMake(within, note, () => []).push(indicator.label[lang]);
    }
    if (!carried || carried.withLast === null) continue;
    const figure = figureText(carried.withLast, indicator, lang);
    const text = t.carriedFigure(indicator.label[lang], figure);
    getOrMake(beside, t.carriedNote(formatNumber(carried.hamlets, lang)), () => []).push(text);
  }
  return [...within, ...beside].map(([note, figures]) => `${note}: ${figures.join('; ')}.`);
}

import { formatNumber } from '../../core/format.js';
import { getOrMake } from '../../core/memo.js';
import type { Node } from '../../geography/types.js';
import type { Indicator } from '../../indicators/types.js';
import { figureText } from '../figure-text.js';
import { besideOf } from './in-time.js';
import type { Edition } from './scope.js';

/**
 * `Gồm số liệu kỳ trước của 12 ấp chưa báo cáo: Số tổ 883; Thành viên 4.518`: what stands
 * beside a unit's stocks where hamlets fell silent, a line for each number of hamlets.
 */
export function carriedLines(
  { options: { review }, labels: t, lang }: Edition,
  { unit }: Node,
  indicators: readonly Indicator[],
): readonly string[] {
  if (review === undefined) return [];
  const byCount = new Map<number, string[]>();
  for (const indicator of indicators) {
    const { carried } = besideOf(review, unit.code, indicator.id);
    if (!carried || carried.withLast === null) continue;
    const text = `${indicator.label[lang]} ${figureText(carried.withLast, indicator, lang)}`;
    getOrMake(byCount, carried.hamlets, () => []).push(text);
  }
  return [...byCount].map(([n, figures]) =>
    t.carriedNote(formatNumber(n, lang), figures.join('; ')),
  );
}

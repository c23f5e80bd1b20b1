import type { Indicator } from '../../indicators/types.js';
import type { Ratio } from '../figures.js';
import { COLORS, cells, type Unplaced } from './chart-parts.js';
import { formatOf } from './columns.js';
import type { Edition } from './scope.js';
import type { Trend } from './trend.js';
import type { Series } from './xlsx/model.js';

/** Told apart by their marks as well, on a black-and-white page. */
const LINES = [
  { color: COLORS.bar, marker: 'circle' },
  { color: COLORS.line, marker: 'square' },
  { color: '3F7A4E', marker: 'triangle' },
  { color: '7A5C99', marker: 'diamond' },
  { color: '8A6D1F', marker: 'x' },
] as const;

/** The percentages as lines; what averages are made of, and the flows, as columns. */
export function trendCharts(edition: Edition, trend: Trend): readonly Unplaced[] {
  const { labels: t } = edition;
  const shares = trend.indicators.filter((one) => one.kind === 'ratio' && one.show === 'percent');
  const lines = shares.map((one, i) => seriesOf(edition, trend, one, LINES[i % LINES.length]!));
  const sharesChart = { ...chart(trend, t.sharesChart), bars: [], lines };
  return [
    ...(lines.length > 0 ? [sharesChart] : []),
    ...averageCharts(edition, trend),
    ...flowCharts(edition, trend),
  ];
}

/** Members as columns, teams as a line with an axis of its own. */
function averageCharts(edition: Edition, trend: Trend): readonly Unplaced[] {
  const { summary, lang } = edition;
  const averages = summary.indicators.filter(
    (one): one is Ratio => one.kind === 'ratio' && one.show === 'decimal',
  );
  return averages.flatMap(({ numerator, denominator }) => {
    const [top, bottom] = [numerator, denominator].map((part) =>
      trend.indicators.find((one) => 'indicator' in part && one.id === part.indicator),
    );
    if (top === undefined || bottom === undefined) return [];
    const bars = [{ ...seriesOf(edition, trend, top, { color: COLORS.bar }), labels: true }];
    const lines = [{ ...seriesOf(edition, trend, bottom, LINES[1]), labels: true }];
    const title = `${top.label[lang]} – ${bottom.label[lang]}`;
    return [{ ...chart(trend, title), bars, lines, linesApart: true }];
  });
}

function flowCharts(edition: Edition, trend: Trend): readonly Unplaced[] {
  const flows = trend.indicators.filter(({ time }) => time === 'flow');
  return flows.map((one) => {
    const series = { ...seriesOf(edition, trend, one, { color: COLORS.bar }), labels: true };
    return { ...chart(trend, one.label[edition.lang]), bars: [series], lines: [] };
  });
}

function chart(trend: Trend, title: string): Pick<Unplaced, 'title' | 'categories' | 'namesBreak'> {
  const categories = cells(trend.sheet, 0, trend.first, trend.periods);
  return { title, categories, namesBreak: true };
}

function seriesOf(
  { lang }: Edition,
  trend: Trend,
  indicator: Indicator,
  look: Pick<Series, 'color' | 'marker'>,
): Series {
  const column = trend.columnOf(indicator.id);
  const values = cells(trend.sheet, column, trend.first, trend.figures.get(indicator.id)!);
  return { name: indicator.label[lang], values, format: formatOf(indicator), ...look };
}

import { periodName } from '../../core/period-words.js';
import { madeOfTotals } from '../../history/compare.js';
import type { Moment, Review } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import { formatOf } from './columns.js';
import { present } from './comparison-line.js';
import { mainIndicators } from './in-time.js';
import { headHeight, landscape, plainTitle } from './page.js';
import { type Block, fitsPage, pageBreaks } from './paging.js';
import type { TablePlan } from './plan.js';
import type { Edition } from './scope.js';
import { ranked, STYLES } from './styles.js';
import { linesOf, noteHeight } from './text-lines.js';
import { trendCharts } from './trend-charts.js';
import type { Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

const PERIOD_WIDTH = 18;
const FIGURE_WIDTH = 12.5;
const HEAD = 4;
/** Rows of a chart; of the first as few as these, where it then stands below the table. */
const CHART_ROWS = 13;
const FEWEST_CHART_ROWS = 9;
/** Points of the rows above and below the table: its first chart is to be on its page. */
const GAP = 8;
const TITLE_ROWS = [1, 2] as const;

/** The main figures of the unit, period by period, and where they stand on the sheet. */
export interface Trend {
  readonly sheet: string;
  readonly indicators: readonly Indicator[];
  readonly periods: readonly string[];
  /** Of each indicator by period, the last being this one's. */
  readonly figures: ReadonlyMap<string, readonly (number | null)[]>;
  /** True where some period, marked, begins its running totals anew. */
  readonly isAnew: boolean;
  readonly columnOf: (id: string) => number;
  readonly first: number;
}

/** `Diễn biến`: a row a period, and charts of it. Null where no earlier one is known. */
export function trendSheet(edition: Edition, plans: readonly TablePlan[]): Sheet | null {
  const { labels: t, options } = edition;
  const { trend: moments = [], anew = [] } = options.review ?? {};
  if (moments.length === 0) return null;
  const trend = planTrend(edition, plans, moments, anew);
  const sheet = newSheet(t.trend);
  const columns = 1 + trend.indicators.length;
  sheet.widths.push(PERIOD_WIDTH, ...trend.indicators.map(() => FIGURE_WIDTH));
  plainTitle(sheet, edition, columns, t.trendTitle);
  header(sheet, edition, trend.indicators);
  rows(sheet, edition, plans, trend);
  const note = trend.first + trend.periods.length;
  const said = t.trendNote + anewNote(edition, trend);
  putOver(sheet, across(note, 0, columns - 1), said, STYLES.italicWrap);
  const width = PERIOD_WIDTH + FIGURE_WIDTH * trend.indicators.length;
  rowAt(sheet, note).height = noteHeight(said, width);
  for (const row of [HEAD - 1, note + 1]) rowAt(sheet, row).height = GAP;
  const charts = trendCharts(edition, trend);
  const blocks = placeCharts(sheet, charts, note + 2, columns);
  const bottom = Math.max(note, ...blocks.map(([, last]) => last));
  rowAt(sheet, bottom);
  sheet.frozen = { rows: HEAD, columns: 1 };
  const area = { top: 1, left: 0, bottom, right: columns - 1 };
  const breaks = pageBreaks(sheet, area, blocks, TITLE_ROWS);
  sheet.page = landscape(edition, { area, titleRows: TITLE_ROWS, breaks });
  return sheet;
}

function planTrend(
  edition: Edition,
  plans: readonly TablePlan[],
  moments: readonly Moment[],
  anew: Review['anew'],
): Trend {
  const { summary, root, labels: t, lang } = edition;
  const { code } = root.unit;
  const past = (id: string) =>
    moments.map(({ values }) => values?.get(code)?.get(id)?.value ?? null);
  const now = (one: Indicator) => present(edition, plans, root, one).now;
  const known = mainIndicators(summary.indicators).map(
    (one) => [one, [...past(one.id), now(one)]] as const,
  );
  const some = known.filter(([, figures]) => figures.some((figure) => figure !== null));
  const indicators = some.map(([one]) => one);
  const totals = madeOfTotals(summary);
  const begun = indicators.some(({ id }) => totals.has(id)) ? anew : [];
  const mark = (period: string) => (begun.some((one) => one === period) ? ' *' : '');
  return {
    sheet: t.trend,
    indicators,
    isAnew: begun.length > 0,
    periods: [...moments.map(({ period }) => period), summary.period].map(
      (period) => periodName(period, lang) + mark(period),
    ),
    figures: new Map(some.map(([{ id }, figures]) => [id, figures])),
    columnOf: (id) => 1 + indicators.findIndex((one) => one.id === id),
    first: HEAD + 1,
  };
}

/** Which columns are lower in the marked periods, though nothing fell; blank where none is. */
function anewNote({ summary, labels: t, lang }: Edition, trend: Trend): string {
  if (!trend.isAnew) return '';
  const totals = madeOfTotals(summary);
  const columns = trend.indicators.filter(({ id }) => totals.has(id));
  return t.trendAnewNote(columns.map(({ label }) => `“${label[lang]}”`).join(', '));
}

function header(
  sheet: Sheet,
  { labels: t, lang }: Edition,
  indicators: readonly Indicator[],
): void {
  const texts = indicators.map(({ label, unit }) => `${label[lang]}\n(${unit[lang]})`);
  for (const [i, text] of [t.periodColumn, ...texts].entries())
    put(sheet, HEAD, i, text, STYLES.head);
  const lines = texts.map((text) => linesOf(text, FIGURE_WIDTH, STYLES.head));
  rowAt(sheet, HEAD).height = headHeight(Math.max(2, ...lines));
}

/** Earlier periods as figures; this one live from the tables. */
function rows(sheet: Sheet, edition: Edition, plans: readonly TablePlan[], trend: Trend): void {
  const last = trend.periods.length - 1;
  for (const [i, period] of trend.periods.entries()) {
    const row = trend.first + i;
    const rank = i === last ? 'total' : 'unit';
    put(sheet, row, 0, period, ranked(rank, {}));
    for (const [n, indicator] of trend.indicators.entries()) {
      const figure = trend.figures.get(indicator.id)![i]!;
      const isLive = i === last && figure !== null;
      const value = isLive ? present(edition, plans, edition.root, indicator).value : figure;
      const style = ranked(rank, { format: formatOf(indicator), horizontal: 'right' });
      put(sheet, row, 1 + n, value, style);
    }
    rowAt(sheet, row).height = 15;
  }
}

/**
 * One under the other, as wide as the page; the first on the page of the table if it can be. Gives
 * the first and last row of each.
 */
function placeCharts(
  sheet: Sheet,
  charts: ReturnType<typeof trendCharts>,
  top: number,
  columns: number,
): readonly Block[] {
  const area = { top: 1, left: 0, right: columns - 1 };
  let from = top;
  return charts.map((chart, i) => {
    let rows = CHART_ROWS;
    const fits = () => fitsPage(sheet, { ...area, bottom: from + rows - 1 });
    while (i === 0 && rows > FEWEST_CHART_ROWS && !fits()) rows--;
    if (i === 0 && !fits()) rows = CHART_ROWS;
    const place = { top: from, left: 0, bottom: from + rows - 1, right: columns - 1 };
    sheet.charts.push({ ...chart, place });
    from += rows + 1;
    return [place.top - 1, place.bottom];
  });
}

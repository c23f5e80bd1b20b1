import type { Node } from '../../geography/types.js';
import { namesApart } from '../unit-names.js';
import { axisEndOf, COLORS, cells, type Unplaced } from './chart-parts.js';
import type { Column } from './columns.js';
import { figureAt } from './figures.js';
import { landscape, plainTitle, upright } from './page.js';
import type { TablePlan } from './plan.js';
import { RANKING_COLUMNS, type RankingBlock } from './ranking.js';
import type { Edition } from './scope.js';
import { COUNT, PERCENT } from './styles.js';
import { targetOf } from './targets.js';
import type { Series, Sheet, Source } from './xlsx/model.js';
import { newSheet, rowAt } from './xlsx/sheet.js';

/** More units than this lie one under the other; more than a page holds go to the next. */
const MOST_STANDING = 15;
const MOST_LYING = 34;
/** So few units stand on an upright page, which holds a chart more than one that lies. */
const MOST_UPRIGHT = 9;
/** One bar alone compares nothing. */
const FEWEST = 2;
const FIRST = 4;
const COLUMN_WIDTH = 10;

/** How charts stand on their pages: columns of all of them, rows of each, and how many to a page. */
interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly beside: 1 | 2;
  readonly onPage: number;
}
const UPRIGHT: Layout = { columns: 9, rows: 15, beside: 1, onPage: 3 };
const STANDING: Layout = { columns: 14, rows: 15, beside: 1, onPage: 2 };
const LYING: Layout = { columns: 14, rows: 31, beside: 2, onPage: 2 };

/**
 * `Biểu đồ`: the percentages with their targets, and what the averages are made of. Null where no
 * two units can be held side by side.
 */
export function chartsSheet(
  edition: Edition,
  plans: readonly TablePlan[],
  blocks: readonly RankingBlock[],
): Sheet | null {
  const makers = [
    ...blocks.flatMap((block) => shareCharts(edition, block)),
    ...plans.flatMap((plan) => averageCharts(edition, plan)),
  ];
  if (makers.length === 0) return null;
  const sheet = newSheet(edition.labels.charts);
  const layout = layoutOf(makers);
  sheet.widths.push(...Array.from({ length: layout.columns }, () => COLUMN_WIDTH));
  plainTitle(sheet, edition, layout.columns, edition.labels.chartsTitle);
  const breaks = placeCharts(sheet, makers, layout);
  const last = Math.max(...sheet.charts.map(({ place }) => place.bottom));
  rowAt(sheet, last);
  const paper = layout === UPRIGHT ? upright : landscape;
  sheet.page = paper(edition, {
    area: { top: 1, left: 0, bottom: last, right: layout.columns - 1 },
    titleRows: [1, 2],
    breaks,
  });
  return sheet;
}

/** Standing charts are as wide as the page, lying ones as high as it. */
function layoutOf(charts: readonly Unplaced[]): Layout {
  if (charts[0]!.lying === true) return LYING;
  const most = Math.max(...charts.map(({ categories }) => categories.values.length));
  return most <= MOST_UPRIGHT ? UPRIGHT : STANDING;
}

/** Gives the rows after which pages end. */
function placeCharts(sheet: Sheet, charts: readonly Unplaced[], layout: Layout): number[] {
  const { columns, rows, beside, onPage } = layout;
  const breaks: number[] = [];
  for (const [i, chart] of charts.entries()) {
    const top = FIRST + Math.floor(i / beside) * rows;
    const left = ((i % beside) * columns) / beside;
    const right = left + columns / beside - 1;
    sheet.charts.push({ ...chart, place: { top, left, bottom: top + rows - 2, right } });
    if (i % onPage === 0 && i > 0) breaks.push(top - 2);
  }
  return breaks;
}

/** Bars of one percentage, best first, with the target. */
function shareCharts(edition: Edition, block: RankingBlock): readonly Unplaced[] {
  const units = block.units.filter(
    (unit) => figureAt(edition.summary, unit, block.column) !== null,
  );
  if (units.length < FEWEST) return [];
  const { indicator } = block.column.figure;
  const figures = units.flatMap((unit) => [
    figureAt(edition.summary, unit, block.column),
    targetOf(edition.summary, unit, indicator),
  ]);
  return pieces(units).map(({ from, some }, _, all) => ({
    ...shareChart(edition, block, from, some, all.length > 1),
    ...(all.length > 1 && { axisEnd: axisEndOf(figures, true) }),
  }));
}

function shareChart(
  edition: Edition,
  block: RankingBlock,
  from: number,
  units: readonly Node[],
  isPart: boolean,
): Unplaced {
  const { labels: t, lang, summary } = edition;
  const { indicator } = block.column.figure;
  const lying = block.units.length > MOST_STANDING;
  const names = namesApart(block.units);
  const source = <T>(column: number, values: readonly T[]): Source<T> =>
    cells(block.sheet, column, block.first + from, values);
  const figures = units.map((unit) => figureAt(summary, unit, block.column));
  const targets = units.map((unit) => targetOf(summary, unit, indicator));
  const main: Series = {
    name: t.rate,
    values: source(RANKING_COLUMNS.ratio, figures),
    color: COLORS.bar,
    format: PERCENT,
    labels: true,
  };
  const goal: Series = {
    name: t.targetLine,
    values: source(RANKING_COLUMNS.target, targets),
    color: lying ? COLORS.light : COLORS.line,
    format: PERCENT,
    dashed: true,
  };
  const hasGoal = targets.some((target) => target !== null);
  const range = isPart ? ` (${from + 1}–${from + units.length})` : '';
  return {
    title: indicator.label[lang] + range,
    lying,
    categories: source(
      RANKING_COLUMNS.unit,
      units.map((unit) => names.get(unit)!),
    ),
    bars: hasGoal && lying ? [main, goal] : [main],
    lines: hasGoal && !lying ? [goal] : [],
  };
}

/** What an average is made of: members as bars, teams as marks with an axis of their own. */
function averageCharts(edition: Edition, plan: TablePlan): readonly Unplaced[] {
  const rows = plan.rows.filter((row) => row.depth === 1);
  const known = (column: Column) =>
    rows.filter(({ node }) => figureAt(edition.summary, node, column) !== null).length;
  return plan.columns.flatMap((column) => {
    if (column.figure.kind !== 'ratio' || column.figure.indicator.show !== 'decimal') return [];
    const { numerator, denominator } = column.figure;
    const parts = [numerator, denominator].map((key) =>
      plan.columns.find((one) => one.key === key),
    );
    if (parts.includes(undefined) || known(column) < FEWEST) return [];
    const [top, bottom] = parts as [Column, Column];
    const lying = rows.length > MOST_STANDING;
    const figures = rows.flatMap(({ node }) =>
      [top, bottom].map((one) => figureAt(edition.summary, node, one)),
    );
    return pieces(rows).map(({ some }, _, all) => ({
      ...averageChart(edition, plan, [top, bottom], { rows: some, lying }),
      ...(all.length > 1 && { axisEnd: axisEndOf(figures, false) }),
    }));
  });
}

function averageChart(
  { summary }: Edition,
  plan: TablePlan,
  [top, bottom]: readonly [Column, Column],
  { rows, lying }: { readonly rows: TablePlan['rows']; readonly lying: boolean },
): Unplaced {
  const first = rows[0]!.row;
  const series = (column: Column, color: string): Series => ({
    name: column.heading,
    values: cells(
      plan.sheet,
      plan.columnOf.get(column.key)!,
      first,
      rows.map((row) => figureAt(summary, row.node, column)),
    ),
    color,
    format: COUNT,
    labels: true,
  });
  const main = series(top, COLORS.bar);
  const other = {
    ...series(bottom, lying ? COLORS.light : COLORS.line),
    // Nothing leads from one unit to the next.
    marksAlone: true,
  };
  return {
    title: `${top.heading} – ${bottom.heading}`,
    lying,
    categories: cells(
      plan.sheet,
      1,
      first,
      rows.map((row) => row.node.unit.name),
    ),
    bars: lying ? [main, other] : [main],
    lines: lying ? [] : [other],
    linesApart: !lying,
  };
}

/** As many at a time as a page holds. */
function pieces<T>(all: readonly T[]): readonly { from: number; some: readonly T[] }[] {
  const count = Math.ceil(all.length / MOST_LYING);
  const size = Math.ceil(all.length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => ({
    from: i * size,
    some: all.slice(i * size, (i + 1) * size),
  }));
}

import { cellAddress } from '../../core/address.js';
import type { Node } from '../../geography/types.js';
import type { Column } from './columns.js';
import { figureAt, reference } from './figures.js';
import { headRow, landscape, plainTitle, upper } from './page.js';
import { blockBreaks } from './paging.js';
import type { TablePlan } from './plan.js';
import { type Edition, unitsAt } from './scope.js';
import { COUNT, PERCENT, ranked, STYLES } from './styles.js';
import { targetOf } from './targets.js';
import type { Formula, Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

const WIDTHS = [8, 34, 16, 16, 14, 14, 14];
const TITLE_ROWS = [1, 2] as const;
const HEAD = { section: 0, head: 1, first: 2 };
export const RANKING_COLUMNS = { unit: 1, ratio: 4, target: 5 } as const;
type Share = Extract<Column['figure'], { kind: 'ratio' }>;

/** The units of a level by one ratio, best first, and where they stand on the sheet. */
export interface RankingBlock {
  readonly sheet: string;
  readonly plan: TablePlan;
  readonly column: Column & { readonly figure: Share };
  readonly units: readonly Node[];
  readonly top: number;
  readonly first: number;
  readonly last: number;
}

/** Blocks of every percentage that has been reported, for the units of a level. */
export function planRanking(
  edition: Edition,
  plans: readonly TablePlan[],
  level: string,
): readonly RankingBlock[] {
  const sheet = edition.labels.ranking(edition.labels.level1[level]?.toLowerCase() ?? level);
  const blocks: RankingBlock[] = [];
  let top = 4;
  for (const plan of plans.filter((one) => one.level === level))
    for (const column of plan.columns) {
      if (!isShare(column) || figureAt(edition.summary, edition.root, column) === null) continue;
      const units = byFigure(edition, unitsAt(edition, level), column);
      const first = top + HEAD.first;
      blocks.push({ sheet, plan, column, units, top, first, last: first + units.length - 1 });
      top = first + units.length + 1;
    }
  return blocks;
}

function isShare(column: Column): column is RankingBlock['column'] {
  return column.figure.kind === 'ratio' && column.figure.indicator.show === 'percent';
}

/** Best first; equals by code; those without a figure last. */
function byFigure({ summary }: Edition, units: readonly Node[], column: Column): readonly Node[] {
  const figure = (node: Node) => figureAt(summary, node, column) ?? Number.NEGATIVE_INFINITY;
  return [...units].sort((a, b) => {
    const [x, y] = [figure(a), figure(b)];
    return x === y ? 0 : y - x;
  });
}

/** `Xếp hạng`: every percentage by rank, beside its target and how far it is attained. */
export function rankingSheet(edition: Edition, blocks: readonly RankingBlock[]): Sheet | null {
  const [head] = blocks;
  if (head === undefined) return null;
  const { labels: t } = edition;
  const sheet = newSheet(head.sheet);
  sheet.widths.push(...WIDTHS);
  const level = t.levels[head.plan.level] ?? head.plan.level;
  plainTitle(sheet, edition, WIDTHS.length, upper(t.rankingTitle(level)));
  for (const block of blocks) writeBlock(sheet, edition, block);
  const last = blocks.at(-1)!.last + 1;
  putOver(sheet, across(last, 0, WIDTHS.length - 1), t.notRanked, STYLES.italicWrap);
  sheet.frozen = { rows: 2, columns: 0 };
  const area = { top: 1, left: 0, bottom: last, right: WIDTHS.length - 1 };
  const whole = blocks.map((block) => [block.top, block.last] as const);
  const breaks = blockBreaks(sheet, area, whole, TITLE_ROWS);
  sheet.page = landscape(edition, { area, titleRows: TITLE_ROWS, breaks });
  return sheet;
}

function writeBlock(sheet: Sheet, edition: Edition, block: RankingBlock): void {
  const { labels: t, lang } = edition;
  const { column, plan, top } = block;
  const { figure } = column;
  const heading = (key: string) => plan.columns.find((one) => one.key === key)?.heading ?? '';
  const name = figure.indicator.label[lang];
  putOver(sheet, across(top, 0, WIDTHS.length - 1), name, STYLES.section);
  rowAt(sheet, top).height = 22;
  const heads = [heading(figure.numerator), heading(figure.denominator), t.rate];
  headRow(sheet, top + HEAD.head, [t.rank, t.unit, ...heads, t.target, t.attainment]);
  for (const [i, unit] of block.units.entries()) rankRow(sheet, edition, block, unit, i);
  sheet.bars.push({ range: { top: block.first, bottom: block.last, left: 4, right: 4 }, max: 1 });
}

function rankRow(sheet: Sheet, edition: Edition, block: RankingBlock, unit: Node, i: number): void {
  const { summary } = edition;
  const { plan, column, first, last } = block;
  const row = first + i;
  const at = (n: number) => cellAddress(n, row);
  const value = figureAt(summary, unit, column);
  const range = `${cellAddress(4, first)}:${cellAddress(4, last)}`.replace(/(\d+)/g, '$$$1');
  const rank = {
    formula: `IF(${at(4)}="","",RANK(${at(4)},${range}))`,
    value: rankOf(edition, block, value),
  };
  put(sheet, row, 0, rank, STYLES.textCenter);
  put(sheet, row, 1, unit.unit.name, STYLES.text);
  for (const [n, key] of [column.figure.numerator, column.figure.denominator].entries()) {
    const part = plan.columns.find((one) => one.key === key);
    put(sheet, row, 2 + n, part ? reference(summary, plan, unit, part) : null, COUNT_CELL);
  }
  put(sheet, row, 4, reference(summary, plan, unit, column), PERCENT_CELL);
  const target = targetOf(summary, unit, column.figure.indicator);
  put(sheet, row, 5, target, PERCENT_CELL);
  put(sheet, row, 6, attained(at(4), at(5), value, target), PERCENT_CELL);
  rowAt(sheet, row).height = 16;
}

const COUNT_CELL = ranked('unit', { format: COUNT, horizontal: 'right' });
const PERCENT_CELL = ranked('unit', { format: PERCENT, horizontal: 'right' });

function rankOf({ summary }: Edition, block: RankingBlock, value: number | null): number | string {
  if (value === null) return '';
  const better = block.units.filter(
    (unit) => (figureAt(summary, unit, block.column) ?? Number.NEGATIVE_INFINITY) > value,
  );
  return better.length + 1;
}

/** A result as a share of its target; blank where either is. */
export function attained(
  result: string,
  goal: string,
  value: number | null,
  target: number | null,
): Formula {
  const formula = `IF(OR(${result}="",N(${goal})=0),"",${result}/${goal})`;
  return { formula, value: value === null || !target ? '' : value / target };
}

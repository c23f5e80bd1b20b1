import { cellAddress } from '../../core/address.js';
import type { Node } from '../../geography/types.js';
import { namesApart } from '../unit-names.js';
import { type Column, fullName } from './columns.js';
import { figureAt, reference } from './figures.js';
import { headRow, landscape, plainTitle, upper } from './page.js';
import { pageBreaks } from './paging.js';
import type { TablePlan } from './plan.js';
import { type Edition, unitsAt } from './scope.js';
import { COUNT, PERCENT, ranked, STYLES } from './styles.js';
import { targetOf } from './targets.js';
import { heightFor } from './text-lines.js';
import type { Formula, Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

const WIDTHS = [7, 28, 27, 13, 13, 12, 12, 12];
const HEAD_ROW = 4;
/** Rows of a block that stay with its name, and with the note. */
const ROWS_KEPT = 2;
const AT = { rank: 0, unit: 1, what: 2, numerator: 3, denominator: 4 } as const;
export const RANKING_COLUMNS = { unit: AT.unit, ratio: 5, target: 6, attained: 7 } as const;
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

/** Blocks of every percentage that a unit of a level has. */
export function planRanking(
  edition: Edition,
  plans: readonly TablePlan[],
  level: string,
): readonly RankingBlock[] {
  const sheet = edition.labels.ranking(edition.labels.level1[level]?.toLowerCase() ?? level);
  const blocks: RankingBlock[] = [];
  let top = HEAD_ROW + 1;
  for (const plan of plans.filter((one) => one.level === level))
    for (const column of plan.columns) {
      if (!isShare(column)) continue;
      const units = byFigure(edition, unitsAt(edition, level), column);
      // A unit's own ratio may lack a denominator that all but one of those below have.
      if (!units.some((unit) => figureAt(edition.summary, unit, column) !== null)) continue;
      const first = top + 1;
      blocks.push({ sheet, plan, column, units, top, first, last: first + units.length - 1 });
      top = first + units.length;
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
  headRow(sheet, HEAD_ROW, headings(edition));
  for (const block of blocks) writeBlock(sheet, edition, block);
  const last = blocks.at(-1)!.last + 1;
  putOver(sheet, across(last, 0, WIDTHS.length - 1), t.notRanked, STYLES.italicWrap);
  sheet.frozen = { rows: HEAD_ROW, columns: 2 };
  const area = { top: 1, left: 0, bottom: last, right: WIDTHS.length - 1 };
  const titleRows = [HEAD_ROW, HEAD_ROW] as const;
  // The first stays under the title, which else would have a page of its own.
  const whole = blocks.slice(1).map((one) => [one.top, one.last] as const);
  const named = blocks.map(({ top }) => [top, top + ROWS_KEPT] as const);
  const kept = [...whole, ...named, [last - ROWS_KEPT, last] as const];
  const breaks = pageBreaks(sheet, area, kept, titleRows);
  sheet.page = landscape(edition, { area, titleRows, breaks });
  return sheet;
}

function headings({ labels: t }: Edition): readonly string[] {
  return [t.rank, t.unit, t.measure, t.result, t.denominator, t.rate, t.target, t.attained];
}

function writeBlock(sheet: Sheet, edition: Edition, block: RankingBlock): void {
  const { column, plan, top, first, last } = block;
  const { indicator, numerator, denominator } = column.figure;
  const parts = [numerator, denominator].map((key) => {
    const part = plan.columns.find((one) => one.key === key);
    return part ? fullName(part, edition.lang) : '';
  });
  const name = `${indicator.label[edition.lang]} = ${parts.join(' : ')}`;
  putOver(sheet, across(top, 0, WIDTHS.length - 1), name, ranked('group'));
  rowAt(sheet, top).height = 20;
  const figures = block.units.map((unit) => figureAt(edition.summary, unit, column));
  const names = namesApart(block.units);
  for (const [i, unit] of block.units.entries()) {
    const value = figures[i]!;
    const rank = rankOf(figures, value);
    rankRow(sheet, edition, block, { unit, name: names.get(unit)!, row: first + i, value, rank });
  }
  const { ratio } = RANKING_COLUMNS;
  sheet.bars.push({ range: { top: first, bottom: last, left: ratio, right: ratio }, max: 1 });
}

/** A unit's place in a block. */
interface Ranked {
  readonly unit: Node;
  /** As it is told apart from others of the block. */
  readonly name: string;
  readonly row: number;
  readonly value: number | null;
  /** Blank where it has no figure. */
  readonly rank: number | string;
}

function rankRow(
  sheet: Sheet,
  edition: Edition,
  block: RankingBlock,
  { unit, name, row, value, rank }: Ranked,
): void {
  const { summary, lang } = edition;
  const { plan, column, first, last } = block;
  const { indicator, numerator, denominator } = column.figure;
  const { ratio, target, attained: share } = RANKING_COLUMNS;
  const cell = cellAddress(ratio, row);
  const range = `${cellAddress(ratio, first)}:${cellAddress(ratio, last)}`.replace(
    /(\d+)/g,
    '$$$1',
  );
  const formula = `IF(${cell}="","",RANK(${cell},${range}))`;
  put(sheet, row, AT.rank, { formula, value: rank }, STYLES.textCenter);
  put(sheet, row, AT.unit, name, STYLES.text);
  put(sheet, row, AT.what, indicator.label[lang], STYLES.small);
  for (const [n, key] of [numerator, denominator].entries()) {
    const part = plan.columns.find((one) => one.key === key);
    const figure = part ? reference(summary, plan, unit, part) : null;
    put(sheet, row, AT.numerator + n, figure, COUNT_CELL);
  }
  put(sheet, row, ratio, reference(summary, plan, unit, column), PERCENT_CELL);
  const goal = targetOf(summary, unit, indicator);
  put(sheet, row, target, goal, PERCENT_CELL);
  put(sheet, row, share, attained(cell, cellAddress(target, row), value, goal), PERCENT_CELL);
  rowAt(sheet, row).height = heightFor([
    [name, WIDTHS[AT.unit]!],
    [indicator.label[lang], WIDTHS[AT.what]!, STYLES.small],
  ]);
}

const COUNT_CELL = ranked('unit', { format: COUNT, horizontal: 'right' });
const PERCENT_CELL = ranked('unit', { format: PERCENT, horizontal: 'right' });

/** Figures stand best first: the place of the first that is equal. */
function rankOf(figures: readonly (number | null)[], value: number | null): number | string {
  return value === null ? '' : figures.indexOf(value) + 1;
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

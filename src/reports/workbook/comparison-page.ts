import { formatNumber } from '../../core/format.js';
import { periodName } from '../../core/period-words.js';
import type { Node } from '../../geography/types.js';
import type { ComparisonKind } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import { fewestMonths, partMonths, partTexts } from '../part-months.js';
import {
  type ComparisonColumn,
  comparisonColumns,
  isSumApart,
  type Shown,
} from './comparison-columns.js';
import { type Compared, figureNow, lineOf } from './comparison-line.js';
import { besideOf } from './in-time.js';
import { headHeight, landscape, plainTitle } from './page.js';
import { figuresIn, type Rank, ranked, STYLES } from './styles.js';
import { heightFor, linesOf, noteHeight } from './text-lines.js';
import type { Sheet, Style } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

const NAME = 25;
const THIRD = 8;
const FIRST = 3;
const HEAD_TOP = 4;
const HEAD_ROWS = 2;

/** Of the row that names what those below it are figures of. */
export const NAME_HEIGHT = 18;

/** A sheet under way. */
export interface ComparisonPage {
  readonly sheet: Sheet;
  readonly columns: readonly ComparisonColumn[];
  readonly width: number;
  readonly columnOf: (key: string) => number;
  readonly shown: Shown;
  /** Row of the first figures. */
  readonly first: number;
}

/** Begins a sheet: its title and header, with the columns that some of the units have something in. */
export function beginPage(
  book: Compared,
  name: string,
  title: string,
  units: readonly Node[],
): ComparisonPage {
  const { edition } = book;
  const { labels: t } = edition;
  const shown = shownOf(book, units);
  const columns = comparisonColumns(t, shown);
  const sheet = newSheet(name);
  sheet.widths.push(5, NAME, THIRD, ...columns.map(({ width }) => width));
  const width = FIRST + columns.length;
  plainTitle(sheet, edition, width, title);
  const third = units.length === 1 ? t.unitShort : t.code;
  header(sheet, [t.number, units.length === 1 ? t.measure : t.unit, third], columns);
  const at = new Map(columns.map(({ key }, i) => [key, FIRST + i]));
  const columnOf = (key: string) => at.get(key)!;
  return { sheet, columns, width, columnOf, shown, first: HEAD_TOP + HEAD_ROWS };
}

function shownOf({ edition, review, plans, indicators }: Compared, units: readonly Node[]): Shown {
  const figures = units.flatMap((node) =>
    indicators.map(({ id }) => ({
      beside: besideOf(review, node.unit.code, id),
      now: figureNow(edition.summary, plans, node, id),
    })),
  );
  const lines = figures.map(({ beside }) => beside);
  const bases: Partial<Record<ComparisonKind, string>> = {};
  for (const { kind, base } of review.comparisons) bases[kind] ??= periodName(base, edition.lang);
  return {
    bases,
    accumulates: lines.some(({ to }) => Object.values(to).some((one) => one.accumulated !== null)),
    carries: lines.some(({ carried }) => carried !== undefined),
    hasTargets: lines.some(({ attainment }) => attainment !== undefined),
    sumsForTargets: figures.some(isSumApart),
    partly: fewestMonths(
      lines.flatMap(({ to }) => Object.values(to).flatMap((one) => partMonths(one) ?? [])),
    ),
    unequal: lines.reduce((most, { to }) => Math.max(most, to.previous?.like.unequal ?? 0), 0),
  };
}

/** Two rows: what is compared with, and what of it. */
function header(
  sheet: Sheet,
  texts: readonly string[],
  columns: readonly ComparisonColumn[],
): void {
  const bottom = HEAD_TOP + 1;
  const whole = (column: number, text: string) =>
    putOver(sheet, { top: HEAD_TOP, left: column, bottom, right: column }, text, STYLES.head);
  for (const [i, text] of texts.entries()) whole(i, text);
  for (const { group, from, some } of grouped(columns)) {
    if (group === null) whole(from, some[0]!.heading);
    else {
      putOver(sheet, across(HEAD_TOP, from, from + some.length - 1), group, STYLES.head);
      for (const [n, one] of some.entries()) put(sheet, bottom, from + n, one.heading, STYLES.head);
    }
  }
  const over = grouped(columns).map(({ group, some }) =>
    linesOf(
      group ?? '',
      some.reduce((all, one) => all + one.width, 0),
      STYLES.head,
    ),
  );
  const under = columns.map((one) => linesOf(one.heading, one.width, STYLES.head));
  rowAt(sheet, HEAD_TOP).height = headHeight(Math.max(...over));
  rowAt(sheet, bottom).height = headHeight(Math.max(2, ...under));
}

/** Columns side by side under one heading, and where the first of them stands. */
function grouped(columns: readonly ComparisonColumn[]) {
  const groups: { group: string | null; from: number; some: ComparisonColumn[] }[] = [];
  for (const [i, column] of columns.entries()) {
    const last = groups.at(-1);
    if (last && last.group === column.group) last.some.push(column);
    else groups.push({ group: column.group, from: FIRST + i, some: [column] });
  }
  return groups;
}

/** What the rows below it are figures of. */
export function nameRow({ sheet, width }: ComparisonPage, row: number, text: string): void {
  putOver(sheet, across(row, 0, width - 1), text, ranked('group', {}));
  rowAt(sheet, row).height = NAME_HEIGHT;
}

/** The rows of the header, which stand on every page. */
export function titleRowsOf({ first }: ComparisonPage): readonly [number, number] {
  return [HEAD_TOP, first - 1];
}

/** A line of figures: of which unit, which indicator, and how it is headed. */
interface FigureLine {
  readonly node: Node;
  readonly indicator: Indicator;
  readonly row: number;
  readonly rank: Rank;
  readonly texts: Texts;
}

/** Number, name, and code or unit of measurement. */
export type Texts = readonly [string, string, string];

/** Writes the figures of a unit's indicator in a row. */
export function figureRow(
  book: Compared,
  { sheet, columns, columnOf }: ComparisonPage,
  of: FigureLine,
) {
  const { row, rank, texts } = of;
  const line = lineOf(book, of, { row, columnOf });
  const [number, name, third] = texts;
  put(sheet, row, 0, number === '' ? null : Number(number), ranked(rank, CENTER));
  put(sheet, row, 1, name, ranked(rank, WRAPPED));
  put(sheet, row, 2, third, ranked(rank, CODE));
  for (const [i, column] of columns.entries())
    put(sheet, row, FIRST + i, column.value(line), ranked(rank, figuresIn(column.format(line))));
  rowAt(sheet, row).height = rowHeight(texts);
}

/** Height of a row of figures, in points. */
export function rowHeight([, name, third]: Texts): number {
  return heightFor([
    [name, NAME, { bold: true }],
    [third, THIRD, CODE],
  ]);
}

const WRAPPED: Style = { wrap: true };
const CENTER: Style = { horizontal: 'center' };
const CODE: Style = { ...CENTER, wrap: true, size: 9 };

/** The notes, and how it is printed. */
export function finishPage(
  book: Compared,
  page: ComparisonPage,
  row: number,
  { breaks = [], notes = [] }: { breaks?: readonly number[]; notes?: readonly string[] },
): Sheet {
  const { sheet, width, shown, first } = page;
  const note = [noteOf(book, shown), ...notes].join(' ');
  putOver(sheet, across(row, 0, width - 1), note, STYLES.italicWrap);
  const room = sheet.widths.reduce<number>((sum, one) => sum + (one ?? 9), 0);
  rowAt(sheet, row).height = noteHeight(note, room);
  sheet.frozen = { rows: first - 1, columns: 2 };
  const area = { top: 1, left: 0, bottom: row, right: width - 1 };
  sheet.page = landscape(book.edition, { area, titleRows: titleRowsOf(page), breaks });
  return sheet;
}

function noteOf({ edition, review }: Compared, shown: Shown): string {
  const { accumulates, bases, hasTargets, partly, sumsForTargets, unequal } = shown;
  const { labels: t, lang } = edition;
  const sums = review.comparisons.map(({ accumulated }) => accumulated);
  const part = sums.find((sum) => sum !== null && sum.months < sum.elapsed);
  const said = (n: number) => formatNumber(n, lang);
  const aims = (hasTargets && accumulates) || sumsForTargets ? t.targetNote : '';
  if (review.comparisons.length === 0) return t.targetsNote + aims;
  const gaps = part ? t.accumulatedNote(said(part.months), said(part.elapsed)) : '';
  const likes = unequal > 0 ? t.likeNote(said(unequal)) : '';
  const some = partly ? t.partNote(partTexts(partly, lang).join(', ')) : '';
  const anew = review.comparisons.some(({ beganAnew }) => beganAnew) ? t.anewNote : '';
  const about = t.comparisonNote + (bases.previous ? t.sameNote : '') + t.blankNote;
  return about + anew + some + likes + gaps + aims;
}

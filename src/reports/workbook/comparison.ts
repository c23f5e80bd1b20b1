import { formatNumber } from '../../core/format.js';
import { periodName } from '../../core/period-words.js';
import type { Node } from '../../geography/types.js';
import { HAMLET } from '../../geography/validity.js';
import type { ComparisonKind, Review } from '../../history/types.js';
import { isOfHamlets } from '../../indicators/numerator.js';
import type { Indicator } from '../../indicators/types.js';
import { valueAt } from '../figures.js';
import { missingBaselineNotes } from '../missing-baselines.js';
import { fewestMonths, partMonths, partTexts } from '../part-months.js';
import { type ComparisonColumn, comparisonColumns, type Shown } from './comparison-columns.js';
import { lineOf } from './comparison-line.js';
import { besideOf, mainIndicators } from './in-time.js';
import { headHeight, landscape, plainTitle, upper } from './page.js';
import { heightOf, newPager } from './paging.js';
import type { TablePlan } from './plan.js';
import { type Edition, unitsAt } from './scope.js';
import { figuresIn, type Rank, ranked, STYLES } from './styles.js';
import { heightFor, linesOf, noteHeight } from './text-lines.js';
import type { Sheet, Style } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt } from './xlsx/sheet.js';

const NAME = 25;
const THIRD = 8;
const FIRST = 3;
const HEAD_TOP = 4;
const HEAD_ROWS = 2;

/**
 * `So sánh`: the main figures against the previous period, the same period last year, the
 * first ones and the targets: of the unit itself, and on a sheet each of those of every level.
 * Where nothing but targets is known, the unit's own are enough: ranks stand beside the others.
 */
export function comparisonSheets(edition: Edition, plans: readonly TablePlan[]): readonly Sheet[] {
  const { review } = edition.options;
  if (review === undefined || nothingKnown(edition, review)) return [];
  const levels = review.comparisons.length === 0 ? [] : comparedLevels(edition);
  const indicators = knownIndicators(edition, review);
  const book = { edition, review, plans, indicators };
  return [ownSheet(book), ...levels.map((level) => levelSheet(book, level))];
}

/** Hamlets are compared in the workbook of a commune alone. */
function comparedLevels({ levels }: Edition): readonly string[] {
  return levels.filter((level) => level !== 'hamlet' || levels.length === 1);
}

/** What the sheets are made from. */
interface Material {
  readonly edition: Edition;
  readonly review: Review;
  readonly plans: readonly TablePlan[];
  readonly indicators: readonly Indicator[];
}

/** True without an earlier period and without a target of any unit here. */
function nothingKnown({ codes }: Edition, { comparisons, attainments }: Review): boolean {
  return comparisons.length === 0 && !attainments.some(({ unit }) => codes.has(unit));
}

/** The main indicators that the unit has a figure of, now or then; or a target, at least. */
function knownIndicators({ summary, root }: Edition, review: Review): readonly Indicator[] {
  const { code } = root.unit;
  return mainIndicators(summary.indicators).filter(({ id }) => {
    const { to, attainment } = besideOf(review, code, id);
    const isReported = review.comparisons.length > 0 && valueAt(summary, code, id).value !== null;
    return isReported || Object.keys(to).length > 0 || attainment !== undefined;
  });
}

/** The unit's own figures, a row each. */
function ownSheet(book: Material): Sheet {
  const { edition, indicators } = book;
  const { labels: t, lang, root } = edition;
  const hasBases = book.review.comparisons.length > 0;
  const title = hasBases ? t.comparisonTitle : t.targetsTitle;
  const page = begin(book, t.comparison, title, [root]);
  for (const [i, indicator] of indicators.entries()) {
    const unit = indicator.unit[lang];
    const texts = [String(i + 1), indicator.label[lang], unit] as const;
    figureRow(book, page, root, indicator, { row: page.first + i, rank: 'unit', texts });
  }
  const lacking = missingBaselineNotes(edition.summary, root, lang);
  return finish(book, page, page.first + indicators.length, { notes: lacking });
}

/** Every indicator in turn: the total, then the units of a level; named again on every page. */
function levelSheet(book: Material, level: string): Sheet {
  const { edition, indicators } = book;
  const { labels: t, lang, root } = edition;
  const units = unitsAt(edition, level);
  const kind = t.level1[level]?.toLocaleLowerCase('vi') ?? level;
  const title = t.comparisonTitleBy(upper(t.levels[level] ?? level));
  const page = begin(book, t.comparisonBy(kind), title, [root, ...units]);
  const lines = [
    { node: root, rank: 'total', texts: ['', t.total, root.unit.code] },
    ...units.map((node, i) => {
      const texts = [String(i + 1), node.unit.name, node.unit.code] as const;
      return { node, rank: 'unit', texts } as const;
    }),
  ] as const;
  const pager = newPager(page.sheet, { left: 0, right: page.width - 1 }, titleRowsOf(page));
  pager.take(heightOf(page.sheet, 1, page.first - 1));
  let row = page.first;
  const isOf = (one: Indicator) => level !== HAMLET || !isOfHamlets(one);
  const shown = indicators.filter((one) => isOf(one) && isKnown(book, units, one));
  for (const indicator of shown) {
    const name = `${indicator.label[lang]} (${indicator.unit[lang]})`;
    const named = (text: string) => {
      nameRow(page, row++, text);
      pager.take(NAME_HEIGHT);
    };
    const note = indicator === shown.at(-1) ? NOTE_HEIGHT : 0;
    const heights = lines.map(({ texts }) => rowHeight(texts));
    const over = (from: number, to?: number) => heights.slice(from, to).reduce((a, b) => a + b, 0);
    const together = [over(0) + note, over(0, ROWS_KEPT)].map((some) => NAME_HEIGHT + some);
    if (pager.isFull(row, NAME_HEIGHT, together)) pager.turn(row);
    named(name);
    for (const [i, { node, rank, texts }] of lines.entries()) {
      const height = heights[i]!;
      const isNearEnd = i >= lines.length - ROWS_KEPT;
      if (pager.isFull(row, height, isNearEnd ? [over(i) + note] : [])) {
        pager.turn(row);
        named(t.continued(name));
      }
      pager.take(height);
      figureRow(book, page, node, indicator, { row: row++, rank, texts });
    }
  }
  return finish(book, page, row, { breaks: pager.breaks });
}

const NAME_HEIGHT = 18;
/** Rows that stay with the name above them, and with the end of their part. */
const ROWS_KEPT = 3;
/** Room kept for the notes under the last row. */
const NOTE_HEIGHT = 45;

/** What the rows below it are figures of. */
function nameRow({ sheet, width }: Started, row: number, text: string): void {
  putOver(sheet, across(row, 0, width - 1), text, ranked('group', {}));
  rowAt(sheet, row).height = NAME_HEIGHT;
}

function titleRowsOf({ first }: Started): readonly [number, number] {
  return [HEAD_TOP, first - 1];
}

/**
 * True where some of the units have a figure, now or then, or a target to reach. The target of a
 * rate is that of every hamlet below, too, which is nothing to reach without a denominator.
 */
function isKnown({ edition, review }: Material, units: readonly Node[], { id }: Indicator) {
  return units.some(({ unit: { code, level } }) => {
    const { to, attainment } = besideOf(review, code, id);
    const isAimed = attainment !== undefined && level !== HAMLET;
    return (
      isAimed || Object.keys(to).length > 0 || valueAt(edition.summary, code, id).value !== null
    );
  });
}

/** A sheet under way. */
interface Started {
  readonly sheet: Sheet;
  readonly columns: readonly ComparisonColumn[];
  readonly width: number;
  readonly columnOf: (key: string) => number;
  readonly shown: Shown;
  /** Row of the first figures. */
  readonly first: number;
}

function begin(book: Material, name: string, title: string, units: readonly Node[]): Started {
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

function shownOf({ edition, review, indicators }: Material, units: readonly Node[]): Shown {
  const lines = units.flatMap(({ unit }) =>
    indicators.map(({ id }) => besideOf(review, unit.code, id)),
  );
  const bases: Partial<Record<ComparisonKind, string>> = {};
  for (const { kind, base } of review.comparisons) bases[kind] ??= periodName(base, edition.lang);
  return {
    bases,
    accumulates: lines.some(({ to }) => Object.values(to).some((one) => one.accumulated !== null)),
    carries: lines.some(({ carried }) => carried !== undefined),
    hasTargets: lines.some(({ attainment }) => attainment !== undefined),
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

function figureRow(
  { edition, review, plans }: Material,
  { sheet, columns, columnOf }: Started,
  node: Node,
  indicator: Indicator,
  { row, rank, texts }: { row: number; rank: Rank; texts: readonly [string, string, string] },
): void {
  const line = lineOf(edition, review, plans, node, indicator, { row, columnOf });
  const [number, name, third] = texts;
  put(sheet, row, 0, number === '' ? null : Number(number), ranked(rank, CENTER));
  put(sheet, row, 1, name, ranked(rank, WRAPPED));
  put(sheet, row, 2, third, ranked(rank, CODE));
  for (const [i, column] of columns.entries())
    put(sheet, row, FIRST + i, column.value(line), ranked(rank, figuresIn(column.format(line))));
  rowAt(sheet, row).height = rowHeight(texts);
}

function rowHeight([, name, third]: readonly [string, string, string]): number {
  return heightFor([
    [name, NAME, { bold: true }],
    [third, THIRD, CODE],
  ]);
}

const WRAPPED: Style = { wrap: true };
const CENTER: Style = { horizontal: 'center' };
const CODE: Style = { ...CENTER, wrap: true, size: 9 };

/** The notes, and how it is printed. */
function finish(
  book: Material,
  page: Started,
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

function noteOf({ edition, review }: Material, shown: Shown): string {
  const { accumulates, bases, hasTargets, partly, unequal } = shown;
  const { labels: t, lang } = edition;
  const sums = review.comparisons.map(({ accumulated }) => accumulated);
  const part = sums.find((sum) => sum !== null && sum.months < sum.elapsed);
  const said = (n: number) => formatNumber(n, lang);
  if (review.comparisons.length === 0) return t.targetsNote;
  const gaps = part ? t.accumulatedNote(said(part.months), said(part.elapsed)) : '';
  const likes = unequal > 0 ? t.likeNote(said(unequal)) : '';
  const some = partly ? t.partNote(partTexts(partly, lang).join(', ')) : '';
  const anew = review.comparisons.some(({ beganAnew }) => beganAnew) ? t.anewNote : '';
  const about = t.comparisonNote + (bases.previous ? t.sameNote : '') + t.blankNote;
  return about + anew + some + likes + gaps + (hasTargets && accumulates ? t.targetNote : '');
}

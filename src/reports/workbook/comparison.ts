import type { Node } from '../../geography/types.js';
import { HAMLET } from '../../geography/validity.js';
import type { Review } from '../../history/types.js';
import { isOfHamlets } from '../../indicators/numerator.js';
import type { Indicator } from '../../indicators/types.js';
import { valueAt } from '../figures.js';
import { missingBaselineNotes } from '../missing-baselines.js';
import type { Compared } from './comparison-line.js';
import {
  beginPage,
  type ComparisonPage,
  figureRow,
  finishPage,
  NAME_HEIGHT,
  nameRow,
  rowHeight,
  type Texts,
  titleRowsOf,
} from './comparison-page.js';
import { besideOf, mainIndicators } from './in-time.js';
import { upper } from './page.js';
import { heightOf, newPager } from './paging.js';
import type { TablePlan } from './plan.js';
import { type Edition, unitsAt } from './scope.js';
import type { Rank } from './styles.js';
import type { Sheet } from './xlsx/model.js';

/**
 * `So sánh`: the main figures against the previous period, the same period last year, the
 * first ones and the targets: of the unit itself, and on a sheet each of those of every level.
 * Where nothing but targets is known, the unit's own are enough: ranks stand beside the others.
 */
export function comparisonSheets(edition: Edition, plans: readonly TablePlan[]): readonly Sheet[] {
  const { review } = edition.options;
  if (review === undefined || nothingKnown(edition, review)) return [];
  const levels = review.comparisons.length === 0 ? [] : comparedLevels(edition, review);
  const indicators = knownIndicators(edition, review);
  // Only units below have targets: there is nothing to hold the unit's own figures against.
  if (review.comparisons.length === 0 && indicators.length === 0) return [];
  const book = { edition, review, plans, indicators };
  return [ownSheet(book), ...levels.map((level) => levelSheet(book, level))];
}

/**
 * Hamlets are compared in the workbook of a commune alone. A level's only unit has the figures of the
 * whole, and is left out but for targets of its own.
 */
function comparedLevels(edition: Edition, review: Review): readonly string[] {
  const { levels, root, summary } = edition;
  const ofBook = levels.filter((level) => level !== HAMLET || levels.length === 1);
  const targetOf = (node: Node, { id }: Indicator) =>
    besideOf(review, node.unit.code, id).attainment?.target;
  return ofBook.filter((level) => {
    const [only, ...others] = unitsAt(edition, level);
    if (only === undefined || others.length > 0) return true;
    return summary.indicators.some((one) => {
      const own = targetOf(only, one);
      return own !== undefined && own !== targetOf(root, one);
    });
  });
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
function ownSheet(book: Compared): Sheet {
  const { edition, indicators } = book;
  const { labels: t, lang, root } = edition;
  const hasBases = book.review.comparisons.length > 0;
  const title = hasBases ? t.comparisonTitle : t.targetsTitle;
  const page = beginPage(book, t.comparison, title, [root]);
  for (const [i, indicator] of indicators.entries()) {
    const unit = indicator.unit[lang];
    const texts = [String(i + 1), indicator.label[lang], unit] as const;
    figureRow(book, page, { node: root, indicator, row: page.first + i, rank: 'unit', texts });
  }
  const lacking = missingBaselineNotes(edition.summary, root, lang);
  return finishPage(book, page, page.first + indicators.length, { notes: lacking });
}

/** Every indicator in turn: the total, then the units of a level; named again on every page. */
function levelSheet(book: Compared, level: string): Sheet {
  const { edition, indicators } = book;
  const { labels: t, root } = edition;
  const units = unitsAt(edition, level);
  const kind = t.level1[level]?.toLocaleLowerCase('vi') ?? level;
  const title = t.comparisonTitleBy(upper(t.levels[level] ?? level));
  const page = beginPage(book, t.comparisonBy(kind), title, [root, ...units]);
  const total = { node: root, rank: 'total', texts: ['', t.total, root.unit.code] } as const;
  const lines = units.map(({ unit }, i) => {
    const texts = [String(i + 1), unit.name, unit.code] as const;
    return { node: units[i]!, rank: 'unit', texts } as const;
  });
  const isOf = (one: Indicator) => level !== HAMLET || !isOfHamlets(one);
  const shown = indicators.filter((one) => isOf(one) && isKnown(book, units, one));
  const { row, breaks } = fill(book, page, [total, ...lines], shown);
  return finishPage(book, page, row, { breaks });
}

/** A unit's line, the same below the name of each indicator. */
interface UnitLine {
  readonly node: Node;
  readonly rank: Rank;
  readonly texts: Texts;
}

/** Fills page after page with the indicators' lines. @returns the row below the last, and where pages end */
function fill(
  book: Compared,
  page: ComparisonPage,
  lines: readonly UnitLine[],
  shown: readonly Indicator[],
): { readonly row: number; readonly breaks: readonly number[] } {
  const { labels: t, lang } = book.edition;
  const pager = newPager(page.sheet, { left: 0, right: page.width - 1 }, titleRowsOf(page));
  pager.take(heightOf(page.sheet, 1, page.first - 1));
  const heights = lines.map(({ texts }) => rowHeight(texts));
  const over = (from: number, to?: number) => heights.slice(from, to).reduce((a, b) => a + b, 0);
  let row = page.first;
  const named = (text: string) => {
    nameRow(page, row++, text);
    pager.take(NAME_HEIGHT);
  };
  for (const indicator of shown) {
    const name = `${indicator.label[lang]} (${indicator.unit[lang]})`;
    const note = indicator === shown.at(-1) ? NOTE_HEIGHT : 0;
    const together = [over(0) + note, over(0, ROWS_KEPT)].map((some) => NAME_HEIGHT + some);
    if (pager.isFull(row, NAME_HEIGHT, together)) pager.turn(row);
    named(name);
    for (const [i, line] of lines.entries()) {
      const isNearEnd = i >= lines.length - ROWS_KEPT;
      if (pager.isFull(row, heights[i]!, isNearEnd ? [over(i) + note] : [])) {
        pager.turn(row);
        named(t.continued(name));
      }
      pager.take(heights[i]!);
      figureRow(book, page, { ...line, indicator, row: row++ });
    }
  }
  return { row, breaks: pager.breaks };
}

/** Rows that stay with the name above them, and with the end of their part. */
const ROWS_KEPT = 3;
/** Room kept for the notes under the last row. */
const NOTE_HEIGHT = 45;

/**
 * True where some of the units have a figure, now or then, or a target to reach. The target of a
 * rate is that of every hamlet below, too, which is nothing to reach without a denominator.
 */
function isKnown({ edition, review }: Compared, units: readonly Node[], { id }: Indicator) {
  return units.some(({ unit: { code, level } }) => {
    const { to, attainment } = besideOf(review, code, id);
    const isAimed = attainment !== undefined && level !== HAMLET;
    return (
      isAimed || Object.keys(to).length > 0 || valueAt(edition.summary, code, id).value !== null
    );
  });
}

import { cellAddress } from '../../core/address.js';
import type { Lang } from '../../core/lang.js';
import { periodName } from '../../core/period-words.js';
import type { Indicator } from '../../indicators/types.js';
import { baselineOrigins } from '../baseline-origins.js';
import { headline, valueAt } from '../figures.js';
import { provinceFile } from '../file-names.js';
import { missingBaselineNotes } from '../missing-baselines.js';
import { periodNotes } from '../period-notes.js';
import { periodDays } from '../text-labels.js';
import { carriedLines } from './carried.js';
import { denominatorKey, formatOf, numeratorKey } from './columns.js';
import { received, reports } from './cover-accounts.js';
import { COLUMNS, gap, NUMBER, rowHeight, SHARE, section, widthsIn } from './cover-parts.js';
import { figureAt, reference } from './figures.js';
import { mainIndicators } from './in-time.js';
import { mapLines } from './on-map.js';
import {
  brokenTitle,
  headRow,
  letterhead,
  NUMBER_ROW,
  placedDate,
  upper,
  upright,
} from './page.js';
import { pageBreaks, pagesOf, UPRIGHT } from './paging.js';
import { signedTables, type TablePlan } from './plan.js';
import { attained } from './ranking.js';
import { type Edition, topOf } from './scope.js';
import { COVER, ownSigning, type Signing, signatures } from './signatures.js';
import { ranked, STYLES } from './styles.js';
import { targetOf } from './targets.js';
import { linesOf, mergedWidth, noteHeight } from './text-lines.js';
import type { CellValue, Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

/** Up to here the cover is shrunk to one page; beyond, its figures and accounts are two. */
const MOST_OF_A_PAGE = 1.2;

/** Of all its columns, in characters. */
const widthIn = (lang: Lang) => mergedWidth(widthsIn(lang));

/** The cover, and the row from which its signatures stand. */
export interface Cover {
  readonly sheet: Sheet;
  readonly signatureRow: number;
}

/** `Bìa`: the main results, who reported, and what was not counted. */
export function coverSheet(edition: Edition, plans: readonly TablePlan[]): Cover {
  const { labels: t } = edition;
  const sheet = newSheet(t.cover);
  sheet.widths.push(...widthsIn(edition.lang), 3, 34);
  const { date, ...signing } = ownSigning(edition);
  let row = heading(sheet, edition, { date, ...signing }) + 2;
  row = results(sheet, edition, plans, row) + 2;
  const second = row;
  row = reports(sheet, edition, row) + 2;
  const third = row;
  row = received(sheet, edition, row) + 2;
  for (const blank of [row - 1, row]) gap(sheet, blank);
  const last = signatures(sheet, edition, row, COLUMNS, signing);
  const area = { top: 1, left: 0, bottom: last, right: COLUMNS - 1 };
  const fits = pagesOf(sheet, area, UPRIGHT) <= MOST_OF_A_PAGE;
  const parts = [
    [second, third - 2],
    [third, last],
  ] as const;
  const breaks = pageBreaks(sheet, area, parts, undefined, UPRIGHT);
  sheet.page = upright(edition, { area, ...(fits ? { pagesHigh: 1 } : { breaks }) });
  return { sheet, signatureRow: row };
}

function heading(sheet: Sheet, edition: Edition, { number, date }: Signing): number {
  const { labels: t, place, summary, lang } = edition;
  letterhead(sheet, edition, COLUMNS, number);
  placedDate(sheet, NUMBER_ROW, [COVER.date, COLUMNS], date);
  gap(sheet, NUMBER_ROW + 1);
  const width = widthIn(lang);
  const lines = [t.coverTitle, brokenTitle(t.coverSubtitle(upper(place)), width)];
  for (const [i, line] of lines.entries()) {
    putOver(sheet, across(5 + i, 0, COLUMNS - 1), line, STYLES.title);
    rowAt(sheet, 5 + i).height = TITLE_LINE * linesOf(line, width, STYLES.title);
  }
  const name = `${periodName(summary.period, lang)} (${periodDays(summary, lang)})`;
  const period = t.period(name);
  putOver(sheet, across(7, 0, COLUMNS - 1), period, STYLES.italicHead);
  rowAt(sheet, 7).height = 16.5;
  return 7;
}

/** Points of a line of the title. */
const TITLE_LINE = 18.75;

/** The main figures, live from the tables, beside what was planned. */
function results(sheet: Sheet, edition: Edition, plans: readonly TablePlan[], top: number): number {
  const { labels: t, summary } = edition;
  section(sheet, top, t.headline);
  const heads = [t.measure, t.unitShort, t.result, t.denominator, t.rate, t.target, t.attained];
  headRow(sheet, top + 1, [t.number, ...heads]);
  const shown = headline(summary.indicators);
  for (const [i, indicator] of shown.entries())
    resultRow(sheet, edition, plans, { indicator, row: top + 2 + i, number: i + 1 });
  return noteRows(sheet, edition, top + 1 + shown.length);
}

/**
 * Under the results: what blanks mean where there are any, what they must not be read without, and
 * the stocks with the last figures of hamlets that fell silent.
 */
function noteRows(sheet: Sheet, edition: Edition, last: number): number {
  const { summary, options, lang, root } = edition;
  const isBlank = headline(summary.indicators).some(
    ({ id }) => valueAt(summary, root.unit.code, id).value === null,
  );
  const lines = [
    ...(isBlank ? [edition.labels.legend] : []),
    ...mapLines(edition),
    ...periodNotes(summary, options.describe, lang),
    ...missingBaselineNotes(summary, root, lang),
    ...[baselineOrigins(summary, root, headline(summary.indicators), lang) ?? []].flat(),
    ...carriedLines(edition, root, mainIndicators(summary.indicators)),
  ];
  for (const [i, text] of lines.entries()) {
    putOver(sheet, across(last + 1 + i, 0, COLUMNS - 1), text, STYLES.italicWrap);
    rowAt(sheet, last + 1 + i).height = noteHeight(text, widthIn(lang));
  }
  return last + lines.length;
}

/** One of the main results, and where it stands. */
interface Result {
  readonly indicator: Indicator;
  readonly row: number;
  /** From 1 on. */
  readonly number: number;
}

function resultRow(
  sheet: Sheet,
  edition: Edition,
  plans: readonly TablePlan[],
  { indicator, row, number }: Result,
): void {
  const { summary, root, lang } = edition;
  // Without tables, as of a map that has no units below, the figures themselves stand here.
  const live = (key: string, figure: number | null): CellValue => {
    const plan = plans.find((one) => one.columnOf.has(key));
    const column = plan?.columns.find((one) => one.key === key);
    return plan && column ? reference(summary, plan, root, column) : figure;
  };
  const column = plans.flatMap((plan) => plan.columns).find((one) => one.key === indicator.id);
  const share = indicator.kind === 'ratio' ? indicator : null;
  const counted = share ? unitOf(summary.indicators, numeratorKey(share)) : undefined;
  const own = valueAt(summary, root.unit.code, indicator.id);
  const label = indicator.label[lang];
  const measure = counted?.unit[lang] ?? indicator.unit[lang].replace('%', '');
  put(sheet, row, 0, number, STYLES.textCenter);
  put(sheet, row, 1, label, STYLES.text);
  put(sheet, row, 2, measure, MEASURE);
  const [amount, key] = share ? [own.numerator, numeratorKey(share)] : [own.value, indicator.id];
  put(sheet, row, 3, live(key, amount), NUMBER);
  put(sheet, row, 4, share ? live(denominatorKey(share), own.denominator) : null, NUMBER);
  put(sheet, row, 5, share ? live(indicator.id, own.value) : null, SHARE);
  const target = targetOf(summary, root, indicator);
  put(sheet, row, 6, target, ranked('unit', { format: formatOf(indicator), horizontal: 'right' }));
  const value = column ? figureAt(summary, root, column) : own.value;
  put(
    sheet,
    row,
    7,
    attained(cellAddress(share ? 5 : 3, row), cellAddress(6, row), value, target),
    SHARE,
  );
  const [, labelWidth, measureWidth] = widthsIn(lang);
  const lines = Math.max(linesOf(label, labelWidth!), linesOf(measure, measureWidth!, MEASURE));
  rowAt(sheet, row).height = rowHeight(lines);
}

const MEASURE = { ...STYLES.textCenter, wrap: true, size: 10 } as const;

function unitOf(indicators: readonly Indicator[], key: string): Indicator | undefined {
  const id = key.startsWith('having:') ? 'hamlets' : key;
  return indicators.find((one) => one.id === id);
}

/** Beside the cover, for the screen: every sheet, how to print, and the province's own workbook. */
export function contents(
  { sheet }: Cover,
  edition: Edition,
  plans: readonly TablePlan[],
  others: readonly string[],
): void {
  const { labels: t, root, summary } = edition;
  const column = COLUMNS + 1;
  put(sheet, 1, column, t.contents, STYLES.section);
  for (const [i, name] of others.entries()) {
    put(sheet, 2 + i, column, name, STYLES.plainLink);
    sheet.links.push({ row: 2 + i, column, to: { location: `${sheetRef(name)}A1` } });
  }
  const end = 3 + others.length;
  const last = signedTables(edition, plans).at(-1)?.sheet;
  const howTo = edition.options.printTogether === false ? t.printed : t.printedTogether;
  // Without tables the cover is signed alone.
  const hint = last === undefined ? [] : howTo(last);
  for (const [i, line] of hint.entries()) put(sheet, end + i, column, line, STYLES.italic);
  if (root.parent === null) return;
  const row = end + hint.length;
  put(sheet, row, column, t.wholeBook, STYLES.plainLink);
  const file = `../${provinceFile(topOf(root), summary.period)}`;
  sheet.links.push({ row, column, to: { file } });
}

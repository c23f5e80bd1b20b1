import { formatNumber, formatPercent, formatRatio } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { getOrMake } from '../core/memo.js';
import { periodInSentence, periodsInSentence } from '../core/period-words.js';
import type { Node } from '../geography/types.js';
import type { Comparison, Review, Revision, RevisionCause } from '../history/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary } from '../rollup/types.js';
import { counted } from './counted.js';
import { figureText } from './figure-text.js';
import { headline } from './figures.js';
import { partMonths, partTexts } from './part-months.js';
import { headingName } from './unit-names.js';
import { unitWords, withUnitWords } from './unit-words.js';

const vi = {
  against: (period: string) => `So với ${period}`,
  like: (change: string, n: string, words: string) => `cùng ${n} ${words}: ${change}`,
  points: 'điểm %',
  same: 'không đổi',
  anew: 'lũy kế tính lại từ đầu năm, không so',
  carried: (n: string, words: string) =>
    `Nếu gồm cả số liệu kỳ trước của ${n} ${words} chưa báo cáo`,
  within: (month: string) => `Đã gồm số liệu kỳ trước của đơn vị chưa báo cáo ${month}`,
  withinOf: (n: string, words: string) => `${n} ${words}, lấy tháng báo cáo gần nhất trong kỳ`,
  unequal: (n: string, words: string) => `${n} ${words} không cùng số tháng báo cáo, không so`,
  revised: (period: string, n: string, files: string) =>
    `Số liệu đã chốt ${period} thay đổi: ${n} giá trị${files}`,
  because: (causes: string) => `, do ${causes}`,
  withdrawn: (files: string) => `tệp đã rút ${files}`,
  someWithdrawn: 'có tệp đã rút',
  decision: (n: string) => `${n} quyết định mới`,
  closing_order: (months: string) => `${months} được chốt sau`,
  reopened: (months: string) => `${months} đang mở lại`,
  earlier_month: (months: string) => `số liệu ${months} thay đổi`,
  other: 'danh mục hoặc cấu hình thay đổi',
  more: (n: string) => ` và ${n} tệp khác`,
};

const en: typeof vi = {
  against: (period) => `Against ${period}`,
  like: (change, n) => `the same ${counted(n, 'hamlet')}: ${change}`,
  points: 'points',
  same: 'unchanged',
  anew: 'the cumulative figure began anew with the year, so there is no change',
  carried: (n) => `With the last figures of ${counted(n, 'hamlet')} that did not report`,
  within: (month) => `With earlier months’ figures of those that did not report ${month}`,
  withinOf: (n) => `${counted(n, 'hamlet')}, as last reported in the period`,
  unequal: (n) =>
    `${counted(n, 'hamlet has', 'hamlets have')} not as many months in both, and ${n === '1' ? 'is' : 'are'} left out`,
  revised: (period, n, files) =>
    `Closed figures of ${period} have changed: ${counted(n, 'value')}${files}`,
  because: (causes) => `, because of ${causes}`,
  withdrawn: (files) => `the withdrawal of ${files}`,
  someWithdrawn: 'some withdrawn',
  decision: (n) => counted(n, 'new decision'),
  closing_order: (months) => `${months} being closed later`,
  reopened: (months) => `${months} being reopened`,
  earlier_month: (months) => `changed figures of ${months}`,
  other: 'a changed registry or config',
  more: (n) => ` and ${counted(n, 'more file')}`,
};

const LABELS = { vi, en };
const FILES_SHOWN = 3;

/** A province's headline figures beside the previous period's, and what changed since. */
export function reviewText(
  given: Summary,
  review: Review | null,
  revisions: readonly Revision[],
  lang: Lang,
): string {
  const blocks =
    review === null
      ? []
      : given.tree.roots.flatMap((root) => provinceLines(given, root, review, lang));
  const lines = [...blocks, ...revisionLines(revisions, lang)];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** In each province's own words for its units. */
function provinceLines(given: Summary, root: Node, review: Review, lang: Lang): string[] {
  const summary = withUnitWords(given, unitWords([root], lang));
  return [
    ...comparisonLines(summary, root, review, lang),
    ...withinLines(summary, root, review, lang),
    ...carriedLines(summary, root, review, lang),
  ];
}

function comparisonLines(summary: Summary, root: Node, review: Review, lang: Lang): string[] {
  const t = LABELS[lang];
  const words = unitWords([root], lang).hamlet ?? '';
  const own = review.comparisons.filter(
    (one) => one.kind === 'previous' && one.unit === root.unit.code && isTold(one),
  );
  const lines = headline(summary.indicators).flatMap((indicator) => {
    const found = own.find((one) => one.indicator === indicator.id);
    return found === undefined
      ? []
      : [`  ${indicator.label[lang]}: ${changes(found, indicator, words, lang)}`];
  });
  if (lines.length === 0) return [];
  return [
    `${headingName(root.unit.name, lang)} – ${t.against(periodInSentence(own[0]!.base, lang))}`,
    ...lines,
  ];
}

function isTold({ change, beganAnew, value, baseValue }: Comparison): boolean {
  return change !== null || (beganAnew && value !== null && baseValue !== null);
}

function changes(comparison: Comparison, indicator: Indicator, words: string, lang: Lang): string {
  const t = LABELS[lang];
  const { change, like, beganAnew } = comparison;
  if (beganAnew) return t.anew;
  const part = partMonths(comparison);
  const [n, left] = [like.hamlets, like.unequal].map((count) => formatNumber(count, lang));
  const notes = [
    ...(part === null ? [] : partTexts(part, lang)),
    ...(like.change === null ? [] : [t.like(signed(like.change, indicator, lang), n!, words)]),
    ...(like.unequal === 0 ? [] : [t.unequal(left!, words)]),
  ];
  const raw = signed(change!, indicator, lang);
  return notes.length === 0 ? raw : `${raw} (${notes.join('; ')})`;
}

function signed(change: number, indicator: Indicator, lang: Lang): string {
  if (change === 0) return LABELS[lang].same;
  const sign = change > 0 ? '+' : '';
  if (indicator.kind !== 'ratio') return sign + formatNumber(change, lang);
  const points = formatPercent(change, 1, lang).replace('%', '');
  if (indicator.show === 'percent') return `${sign}${points} ${LABELS[lang].points}`;
  return sign + formatRatio(change, 1, lang);
}

function withinLines(summary: Summary, root: Node, review: Review, lang: Lang): string[] {
  const t = LABELS[lang];
  const words = unitWords([root], lang).hamlet ?? '';
  const own = review.within.filter(({ unit }) => unit === root.unit.code);
  const lines = headline(summary.indicators).flatMap((indicator) => {
    const found = own.find((one) => one.indicator === indicator.id);
    if (found === undefined) return [];
    return [`  ${indicator.label[lang]}: ${t.withinOf(formatNumber(found.hamlets, lang), words)}`];
  });
  if (lines.length === 0) return [];
  const month = periodInSentence(own[0]!.silentIn, lang);
  return [`${headingName(root.unit.name, lang)} – ${t.within(month)}`, ...lines];
}

/** Stocks with the last figures of silent hamlets, below how many of these there are. */
function carriedLines(summary: Summary, root: Node, review: Review, lang: Lang): string[] {
  const t = LABELS[lang];
  const words = unitWords([root], lang).hamlet ?? '';
  const own = review.carried.filter(({ unit }) => unit === root.unit.code);
  const lines = new Map<number, string[]>();
  for (const indicator of headline(summary.indicators)) {
    const found = own.find((one) => one.indicator === indicator.id);
    if (found === undefined || found.withLast === null) continue;
    const figure = figureText(found.withLast, indicator, lang);
    getOrMake(lines, found.hamlets, () => []).push(`  ${indicator.label[lang]}: ${figure}`);
  }
  const name = headingName(root.unit.name, lang);
  return [...lines].flatMap(([hamlets, some]) => [
    `${name} – ${t.carried(formatNumber(hamlets, lang), words)}`,
    ...some,
  ]);
}

function revisionLines(revisions: readonly Revision[], lang: Lang): string[] {
  const t = LABELS[lang];
  return [...new Set(revisions.map(({ month }) => month))].map((month) => {
    const own = revisions.filter((one) => one.month === month);
    const causes = [...filesOf(own, lang), ...otherCauses(own, lang)].join('; ');
    const because = causes === '' ? '' : t.because(causes);
    return t.revised(periodInSentence(month, lang), formatNumber(own.length, lang), because);
  });
}

/**
 * The files that came, then those that went. Where figures changed by both, the figures that changed
 * by one alone tell which is which; in one text where they don't.
 */
function filesOf(own: readonly Revision[], lang: Lang): string[] {
  const t = LABELS[lang];
  const isGone = ({ causes }: Revision) => causes.includes('withdrawn');
  const isMixed = (one: Revision) => isGone(one) && one.causes.includes('submission');
  const came = filesIn(own.filter((one) => !isGone(one)));
  const went = filesIn(own.filter((one) => isGone(one) && !isMixed(one)));
  const unclear = filesIn(own.filter(isMixed)).filter(
    (file) => !came.includes(file) && !went.includes(file),
  );
  if (unclear.length > 0) return [...named(filesIn(own), lang), t.someWithdrawn];
  const gone = went.filter((file) => !came.includes(file));
  return [...named(came, lang), ...named(gone, lang).map(t.withdrawn)];
}

function filesIn(own: readonly Revision[]): readonly string[] {
  return [...new Set(own.flatMap((one) => one.files))].sort();
}

/** The first of the files that figures changed by, in one text. */
function named(files: readonly string[], lang: Lang): string[] {
  if (files.length === 0) return [];
  const names = files.slice(0, FILES_SHOWN).map((name) => `“${name}”`);
  const rest = files.length - FILES_SHOWN;
  return [names.join(', ') + (rest > 0 ? LABELS[lang].more(formatNumber(rest, lang)) : '')];
}

/** What else figures changed by, beside the files that came. */
function otherCauses(own: readonly Revision[], lang: Lang): string[] {
  const t = LABELS[lang];
  const found = new Set(own.flatMap(({ causes }) => causes));
  const decisions = new Set(own.flatMap((one) => one.decisions.map((at) => JSON.stringify(at))));
  const monthsOf = (cause: RevisionCause) => {
    const all = own.flatMap(({ earlier }) => earlier.filter((one) => one.cause === cause));
    const months = all.map(({ month }) => month);
    return periodsInSentence([...new Set(months)].sort(), lang);
  };
  return [
    ...(found.has('decision') ? [t.decision(formatNumber(decisions.size, lang))] : []),
    ...(['closing_order', 'reopened', 'earlier_month'] as const)
      .filter((cause) => found.has(cause))
      .map((cause) => t[cause](monthsOf(cause))),
    ...(found.has('other') ? [t.other] : []),
  ];
}

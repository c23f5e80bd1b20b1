import { formatDate, formatNumber } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { periodInSentence } from '../core/period-words.js';
import type { Indicator } from '../indicators/types.js';
import type { Certified } from '../rollup/restatement.js';
import type { Summary } from '../rollup/types.js';
import { counted } from './counted.js';
import { nameInParent } from './unit-names.js';

const TEXT = {
  vi: {
    map: (date: string) => `Bản đồ đơn vị: ngày ${date}`,
    whole: (n: string, months: string) =>
      `  Đối chiếu${months}: ${n} chỉ tiêu, tổng trước bằng tổng sau, không còn số chưa phân bổ.`,
    left: (n: string, all: string, months: string) =>
      `  Đối chiếu${months}: ${n}/${all} chỉ tiêu có số chưa phân bổ (tổng trước = đã phân bổ + chưa phân bổ):`,
    units: (n: string, names: string) => `  ${n} đơn vị chưa so sánh được: ${names}`,
    more: '…',
  },
  en: {
    map: (date: string) => `Unit map: ${date}`,
    whole: (n: string, months: string) =>
      `  Certificate${months && ` of${months}`}: ${counted(n, 'indicator')}, totals before and after agree, nothing is left unallocated.`,
    left: (n: string, all: string, months: string) =>
      `  Certificate${months && ` of${months}`}: ${n} of ${all} indicators have unallocated figures (before = allocated + not allocated):`,
    units: (n: string, names: string) =>
      `  ${counted(n, 'unit is', 'units are')} not comparable: ${names}`,
    more: '…',
  },
};

/** Units that are named; the rest are in `findings.csv`. */
const MOST_UNITS = 8;

/** What putting the figures on another map came to; nothing where that was not done. */
export function restatementLines(summary: Summary, lang: Lang): readonly string[] {
  const { restatement, indicators } = summary;
  if (restatement === undefined) return [];
  const t = TEXT[lang];
  const totals = indicators.flatMap((one) => totalOf(one, restatement.certified));
  const number = (n: number) => formatNumber(n, lang);
  const left = totals.filter(({ notAllocated }) => notAllocated !== 0);
  const lines = left.map(({ indicator, month, before, after, notAllocated }) => {
    const of = month === null ? '' : ` (${periodInSentence(month, lang)})`;
    const sum = `${number(before)} = ${number(after)} + ${number(notAllocated)}`;
    return `    ${indicator.label[lang]}${of}: ${sum}`;
  });
  const months = monthsText(summary, restatement.certified, lang);
  const first =
    left.length === 0
      ? t.whole(number(totals.length), months)
      : t.left(number(left.length), number(totals.length), months);
  return [t.map(formatDate(restatement.asOf, lang)), first, ...lines, ...unitLine(summary, lang)];
}

interface Total extends Pick<Certified, 'before' | 'after' | 'notAllocated'> {
  readonly indicator: Indicator;
  /** Of a stock in one of several months; null of what adds up over them. */
  readonly month: Month | null;
}

/** A flow adds up over months. Of a stock the last month counts, that something was left of. */
function totalOf(indicator: Indicator, certified: readonly Certified[]): readonly Total[] {
  const own = certified
    .filter((line) => line.indicator === indicator.id)
    .sort((a, b) => byCodePoint(a.month, b.month));
  if (own.length === 0) return [];
  if (indicator.time === 'stock') {
    const last = own.findLast(({ notAllocated }) => notAllocated !== 0) ?? own.at(-1)!;
    return [{ ...last, indicator, month: own.length === 1 ? null : last.month }];
  }
  const over = (key: 'before' | 'after' | 'notAllocated') =>
    own.reduce((sum, line) => sum + line[key], 0);
  return [
    {
      indicator,
      month: null,
      before: over('before'),
      after: over('after'),
      notAllocated: over('notAllocated'),
    },
  ];
}

/** ` tháng 7/2024 – tháng 9/2024`: the months on another map, where some of the period are not. */
function monthsText({ months }: Summary, certified: readonly Certified[], lang: Lang): string {
  const moved = [...new Set(certified.map(({ month }) => month))].sort();
  if (moved.length === 0 || moved.length === months.length) return '';
  const ends = moved.length === 1 ? moved : [moved[0]!, moved.at(-1)!];
  return ` ${ends.map((month) => periodInSentence(month, lang)).join(' – ')}`;
}

function unitLine({ restatement, tree }: Summary, lang: Lang): readonly string[] {
  const codes = [...restatement!.notComparable.keys()].sort();
  if (codes.length === 0) return [];
  const names = codes.slice(0, MOST_UNITS).map((code) => {
    const node = tree.byCode.get(code);
    return node === undefined ? code : nameInParent(node);
  });
  const t = TEXT[lang];
  const more = codes.length > MOST_UNITS ? [t.more] : [];
  return [t.units(formatNumber(codes.length, lang), [...names, ...more].join('; '))];
}

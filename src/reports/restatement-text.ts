import { formatDate, formatNumber } from '../core/format.js';
import type { Certified } from '../rollup/restatement.js';
import type { Summary } from '../rollup/types.js';
import { counted } from './counted.js';
import type { Lang } from './types.js';

const TEXT = {
  vi: {
    map: (date: string) => `Bản đồ đơn vị: ngày ${date}`,
    whole: (n: string) =>
      `  Đối chiếu: ${n} chỉ tiêu, tổng trước bằng tổng sau, không còn số chưa phân bổ.`,
    left: (n: string, all: string) =>
      `  Đối chiếu: ${n}/${all} chỉ tiêu có số chưa phân bổ (tổng trước = đã phân bổ + chưa phân bổ):`,
    units: (n: string, names: string) => `  ${n} đơn vị chưa so sánh được: ${names}`,
    more: '…',
  },
  en: {
    map: (date: string) => `Unit map: ${date}`,
    whole: (n: string) =>
      `  Certificate: ${counted(n, 'indicator')}, totals before and after agree, nothing is left unallocated.`,
    left: (n: string, all: string) =>
      `  Certificate: ${n} of ${all} indicators have unallocated figures (before = allocated + not allocated):`,
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
  const totals = overMonths(restatement.certified);
  const number = (n: number) => formatNumber(n, lang);
  const ids = indicators.map(({ id }) => id).filter((id) => totals.has(id));
  const left = ids.filter((id) => totals.get(id)!.notAllocated !== 0);
  const label = (id: string) => indicators.find((one) => one.id === id)?.label[lang] ?? id;
  const lines = left.map((id) => {
    const { before, after, notAllocated } = totals.get(id)!;
    return `    ${label(id)}: ${number(before)} = ${number(after)} + ${number(notAllocated)}`;
  });
  const first =
    left.length === 0
      ? t.whole(number(ids.length))
      : t.left(number(left.length), number(ids.length));
  return [
    t.map(lang === 'vi' ? formatDate(restatement.asOf) : restatement.asOf),
    first,
    ...lines,
    ...unitLine(summary, lang),
  ];
}

function unitLine({ restatement, tree }: Summary, lang: Lang): readonly string[] {
  const codes = [...restatement!.notComparable.keys()].sort();
  if (codes.length === 0) return [];
  const names = codes.slice(0, MOST_UNITS).map((code) => tree.byCode.get(code)?.unit.name ?? code);
  const t = TEXT[lang];
  const more = codes.length > MOST_UNITS ? [t.more] : [];
  return [t.units(formatNumber(codes.length, lang), [...names, ...more].join('; '))];
}

function overMonths(
  certified: readonly Certified[],
): ReadonlyMap<string, Omit<Certified, 'month'>> {
  const totals = new Map<string, Omit<Certified, 'month'>>();
  for (const { month: _, ...line } of certified) {
    const { before, after, notAllocated } = totals.get(line.indicator) ?? {
      before: 0,
      after: 0,
      notAllocated: 0,
    };
    totals.set(line.indicator, {
      indicator: line.indicator,
      before: before + line.before,
      after: after + line.after,
      notAllocated: notAllocated + line.notAllocated,
    });
  }
  return totals;
}

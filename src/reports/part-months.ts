import { formatNumber } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import type { Comparison } from '../history/types.js';

/** Of how many months a flow is, where those are not all of its period; null where they are. */
export interface PartMonths {
  readonly now: number | null;
  readonly base: number | null;
  /** Months of each period. */
  readonly of: number;
}

/** Null where the change is of whole periods. */
export function partMonths({ change, months }: Comparison): PartMonths | null {
  if (change === null || months === null) return null;
  const { of } = months;
  const part = (some: number) => (some < of ? some : null);
  const [now, base] = [part(months.now), part(months.base)];
  return now === null && base === null ? null : { now, base, of };
}

/** The fewest months of several; null where all are whole. */
export function fewestMonths(all: readonly PartMonths[]): PartMonths | null {
  const fewest = (which: 'now' | 'base') => {
    const known = all.flatMap((one) => one[which] ?? []);
    return known.length === 0 ? null : Math.min(...known);
  };
  return all.length === 0 ? null : { now: fewest('now'), base: fewest('base'), of: all[0]!.of };
}

const vi = {
  now: (n: string, of: string) => `kỳ này mới có số liệu ${n}/${of} tháng`,
  base: (n: string, of: string) => `kỳ gốc chỉ có số liệu ${n}/${of} tháng`,
};

const en: typeof vi = {
  now: (n, of) => `this period has figures of ${n} of ${of} months`,
  base: (n, of) => `the earlier period has figures of ${n} of ${of} months`,
};

const LABELS = { vi, en };

/** What is missing of either period, as parts of a sentence. */
export function partTexts(part: PartMonths, lang: Lang): readonly string[] {
  const said = (n: number) => formatNumber(n, lang);
  return (['now', 'base'] as const).flatMap((which) => {
    const months = part[which];
    return months === null ? [] : [LABELS[lang][which](said(months), said(part.of))];
  });
}

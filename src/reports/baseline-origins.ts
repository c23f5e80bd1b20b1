import { formatNumber } from '../core/format.js';
import type { InLangs, Lang } from '../core/lang.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary } from '../rollup/types.js';

/** Whose a baseline is: `part` of its `value` was handed in, the rest is the registry's. */
interface Origin {
  /** What the baseline is called. */
  readonly name: string;
  readonly value: number;
  readonly part: number;
}

interface Texts {
  readonly registry: string;
  readonly sheets: string;
  readonly from: (names: string, where: string) => string;
  readonly some: (name: string, part: string, value: string) => string;
  /** Where every one of them is from the same. */
  readonly allFrom: (where: string) => string;
  readonly each: (said: string) => string;
}

const TEXTS: InLangs<Texts> = {
  vi: {
    registry: 'lấy ở danh mục đơn vị',
    sheets: 'lấy ở báo cáo (danh mục đơn vị chưa có)',
    from: (names, where) => `${names} ${where}`,
    some: (name, part, value) =>
      `${name} lấy ở báo cáo ${part} trên ${value}, còn lại ở danh mục đơn vị`,
    allFrom: (where) => `Mẫu số ${where}.`,
    each: (said) => `Mẫu số: ${said}.`,
  },
  en: {
    registry: 'from the registry',
    sheets: 'from the reports (the registry has none)',
    from: (names, where) => `${names} ${where}`,
    some: (name, part, value) =>
      `${name} from the reports for ${part} of ${value}, else from the registry`,
    allFrom: (where) => `Denominators are ${where}.`,
    each: (said) => `Denominators: ${said}.`,
  },
};

/**
 * Whether the baselines that ratios of a unit and of those below it are divided by are the
 * registry's, or were handed in with the figures: one sentence. Null where there are none.
 */
export function baselineOrigins(
  summary: Summary,
  node: Node,
  indicators: readonly Indicator[],
  lang: Lang,
): string | null {
  const known = originsOf(summary, node, indicators, lang);
  if (known.length === 0) return null;
  const t = TEXTS[lang];
  const registry = known.filter(({ part }) => part === 0);
  const sheets = known.filter(({ part, value }) => part === value);
  if (registry.length === known.length) return t.allFrom(t.registry);
  if (sheets.length === known.length) return t.allFrom(t.sheets);
  const namesOf = (some: readonly Origin[]) => some.map(({ name }) => name).join(', ');
  const number = (n: number) => formatNumber(n, lang);
  const said = [
    ...(registry.length === 0 ? [] : [t.from(namesOf(registry), t.registry)]),
    ...(sheets.length === 0 ? [] : [t.from(namesOf(sheets), t.sheets)]),
    ...known
      .filter(({ part, value }) => part > 0 && part < value)
      .map(({ name, part, value }) => t.some(name, number(part), number(value))),
  ];
  return t.each(said.join('; '));
}

function originsOf(
  summary: Summary,
  node: Node,
  indicators: readonly Indicator[],
  lang: Lang,
): readonly Origin[] {
  const ids = new Set(
    indicators.flatMap((one) =>
      one.kind === 'ratio' && 'baseline' in one.denominator ? [one.denominator.baseline] : [],
    ),
  );
  return summary.baselines.flatMap(({ id, label }) => {
    const amount = ids.has(id) ? amountOf(summary, node, id) : null;
    const isSomething = amount !== null && amount.value > 0;
    return isSomething ? [{ name: `“${label[lang]}”`, ...amount }] : [];
  });
}

/** A unit's baseline; where it has none, the sum of those that are known below it. */
function amountOf(
  summary: Summary,
  node: Node,
  id: string,
): { readonly value: number; readonly part: number } | null {
  const value = summary.baselineValues.get(node.unit.code)?.get(id);
  if (value !== undefined)
    return { value, part: summary.baselinesStated?.get(node.unit.code)?.get(id) ?? 0 };
  const below = node.children.flatMap((child) => amountOf(summary, child, id) ?? []);
  if (below.length === 0) return null;
  const sum = (of: 'value' | 'part') => below.reduce((all, one) => all + one[of], 0);
  return { value: sum('value'), part: sum('part') };
}

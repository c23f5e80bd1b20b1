import type { InLangs, Lang } from '../core/lang.js';
import { nameOf, typesOf } from '../geography/names.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary } from '../rollup/types.js';

/** What the units of each level are called here: `ấp, khóm` in one province, `thôn, buôn` in another. */
export type UnitWords = Readonly<Record<string, string>>;

const MOST_KINDS = 3;

const USUAL: InLangs<UnitWords> = {
  vi: {
    province: 'tỉnh',
    district: 'huyện, thành phố',
    commune: 'xã, phường, thị trấn',
    hamlet: 'ấp, khóm',
  },
  en: { province: 'province', district: 'district', commune: 'commune', hamlet: 'hamlet' },
};

/** The words for the units at or below some, the commonest kind first. */
export function unitWords(roots: readonly Node[], lang: Lang): UnitWords {
  if (lang !== 'vi') return USUAL[lang];
  const counts = new Map<string, Map<string, number>>();
  for (const root of roots) count(root, counts);
  const words: Record<string, string> = { ...USUAL.vi };
  for (const [level, kinds] of counts) {
    const inOrder = typesOf(level).filter((kind) => kinds.has(kind));
    const common = inOrder.sort((a, b) => kinds.get(b)! - kinds.get(a)!).slice(0, MOST_KINDS);
    if (common.length > 0) words[level] = common.join(', ');
  }
  return words;
}

function count(node: Node, counts: Map<string, Map<string, number>>): void {
  const { level } = node.unit;
  const { type: kind } = nameOf(node.unit);
  if (kind !== '') {
    const kinds = counts.get(level) ?? new Map<string, number>();
    counts.set(level, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  for (const child of node.children) count(child, counts);
}

/** Indicators as they are called here: declarations say `ấp, khóm` for any hamlet. */
export function withUnitWords(summary: Summary, words: UnitWords): Summary {
  const { hamlet } = words;
  const usual = USUAL.vi.hamlet!;
  if (hamlet === undefined || hamlet === usual) return summary;
  const say = <T extends { readonly vi: string }>(text: T): T => ({
    ...text,
    vi: text.vi.replaceAll(usual, hamlet),
  });
  const indicators = summary.indicators.map(
    (one): Indicator => ({
      ...one,
      label: say(one.label),
      heading: say(one.heading),
      unit: say(one.unit),
    }),
  );
  return { ...summary, indicators };
}

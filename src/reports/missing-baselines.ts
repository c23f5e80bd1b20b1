import { firstFew } from '../core/first-few.js';
import type { Lang } from '../core/lang.js';
import type { Node } from '../geography/types.js';
import type { Summary } from '../rollup/types.js';
import { type Ratio, valueAt } from './figures.js';
import { TEXT_LABELS } from './text-labels.js';
import { namesApart } from './unit-names.js';

/** A ratio that a unit has no figure of, though what is counted is known. */
export interface MissingBaseline {
  readonly ratio: Ratio;
  /** What the baseline is called. */
  readonly baseline: string;
  /** The units right below of which it is not known, where it is known of others there. */
  readonly of: readonly Node[];
}

/** The first few of some units, each told from the others: `Xã Ninh Quới, Xã Vĩnh Lộc`. */
export function namesOf(units: readonly Node[]): string {
  return firstFew([...namesApart(units).values()]);
}

/** A sentence on each ratio of a unit that lacks its baseline. */
export function missingBaselineNotes(summary: Summary, node: Node, lang: Lang): readonly string[] {
  return missingBaselines(summary, node, lang).map(({ ratio, baseline, of }) =>
    TEXT_LABELS[lang].noRatio(ratio.label[lang], baseline, namesOf(of)),
  );
}

/** What a unit's row says that it lacks: not what none beside it has, as it is given higher up. */
export function baselinesToName(
  summary: Summary,
  node: Node,
  lang: Lang,
): readonly MissingBaseline[] {
  const beside = node.parent?.children ?? [];
  return missingBaselines(summary, node, lang).filter(({ ratio }) => {
    const { denominator } = ratio;
    const isOf = ({ unit }: Node) =>
      'baseline' in denominator &&
      summary.baselineValues.get(unit.code)?.has(denominator.baseline) === true;
    return node.parent === null || beside.some(isOf);
  });
}

/** The ratios of a unit that lack their baseline alone; one stated as 0 is there. */
export function missingBaselines(
  summary: Summary,
  node: Node,
  lang: Lang,
): readonly MissingBaseline[] {
  const isKnown = ({ unit }: Node, id: string) =>
    summary.baselineValues.get(unit.code)?.has(id) === true;
  return summary.indicators.flatMap((ratio) => {
    if (ratio.kind !== 'ratio' || !('baseline' in ratio.denominator)) return [];
    const { baseline: id } = ratio.denominator;
    const { value, numerator } = valueAt(summary, node.unit.code, ratio.id);
    if (value !== null || numerator === null || isKnown(node, id)) return [];
    const unknown = node.children.filter((child) => !isKnown(child, id));
    const of = unknown.length < node.children.length ? unknown : [];
    const baseline = summary.baselines.find((one) => one.id === id)?.label[lang] ?? id;
    return [{ ratio, baseline, of }];
  });
}

import type { Coded } from '../../core/codes.js';
import { type Finding, findingOf } from '../../core/finding.js';
import type { Indicator } from '../../indicators/types.js';
import { type HeldPart, placeOf, rowsOf } from '../../rollup/held.js';
import type { Summary } from '../../rollup/types.js';
import {
  fallen,
  type Outlier,
  type Pair,
  unusualDifferences,
  unusualRatios,
} from '../../rules/checks/plausibility.js';
import type { Previous } from './previous.js';

type Rolled = Pick<Summary, 'period' | 'tree' | 'indicators' | 'values'>;
type Counted = Extract<Indicator, { source: unknown }>;

/**
 * CCDS-H01, H02, H03: the hamlets' figures against an earlier period's. A figure is told
 * once, by the first of the three that it meets.
 * @param base what a running total counts from: `year`, it begins anew with each
 */
export function plausibilityFindings(
  rolled: Rolled,
  previous: Previous,
  parts: readonly HeldPart[],
  base: 'launch' | 'year',
): Finding[] {
  const counted = rolled.indicators.filter((one): one is Counted => 'source' in one);
  const sameYear = base === 'launch' || previous.period.slice(0, 4) === rolled.period.slice(0, 4);
  return counted.flatMap((indicator) => {
    const pairs = pairsOf(rolled, indicator.id, previous);
    const runsOn = indicator.kind === 'cumulative';
    const lower = runsOn && sameYear ? fallen(pairs) : [];
    const ratios = runsOn && !sameYear ? [] : without(unusualRatios(pairs), lower);
    const differences =
      runsOn && !sameYear ? [] : without(unusualDifferences(pairs), [...lower, ...ratios]);
    const argsOf = ({ previous: before, current: value }: Pair) => {
      return { indicator: indicator.id, value, before, period: previous.period };
    };
    const unusual = (one: Outlier) => ({ ...argsOf(one), usual: one.usual });
    const tell = teller(indicator, parts);
    return [
      ...lower.map((pair) => tell({ code: 'CCDS-H01', args: argsOf(pair) }, pair)),
      ...ratios.map((pair) => tell({ code: 'CCDS-H02', args: unusual(pair) }, pair)),
      ...differences.map((pair) => tell({ code: 'CCDS-H03', args: unusual(pair) }, pair)),
    ];
  });
}

/** Hamlets that have a figure in both periods, by code. */
function pairsOf({ tree, values }: Rolled, indicator: string, previous: Previous): Pair[] {
  const before = previous.values.get(indicator);
  if (before === undefined) return [];
  return [...before]
    .flatMap(([unit, old]): Pair[] => {
      const current = values.get(unit)?.get(indicator)?.value ?? null;
      const isHamlet = tree.byCode.get(unit)?.unit.level === 'hamlet';
      return current === null || !isHamlet ? [] : [{ unit, previous: old, current }];
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

function without<T extends Pair>(pairs: readonly T[], told: readonly Pair[]): readonly T[] {
  const units = new Set(told.map(({ unit }) => unit));
  return pairs.filter(({ unit }) => !units.has(unit));
}

function teller({ source: { form, tally } }: Counted, parts: readonly HeldPart[]) {
  return (told: Coded<'CCDS-H01' | 'CCDS-H02' | 'CCDS-H03'>, { unit }: Pair): Finding => {
    const held = parts.find(
      (one) => one.part.unit === unit && one.table.form === form && !one.superseded,
    );
    const field = held?.part.entries === null ? tally?.field : undefined;
    const place = held ? placeOf(held, rowsOf(held.part).at(0) ?? 1, field) : { file: '' };
    return findingOf(told, place, { form, unit, ...(field && { field }) });
  };
}

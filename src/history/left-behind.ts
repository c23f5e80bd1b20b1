import { type Finding, finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { HAMLET } from '../geography/validity.js';
import type { Indicator } from '../indicators/types.js';
import { foldMonths, type Running } from '../rollup/fold.js';
import type { Unallocated } from '../rollup/restatement.js';
import type { Fact } from '../rollup/types.js';
import { onMap, type PresentMap } from './past.js';
import type { History } from './types.js';

/** A period's figures, put on its map. */
interface OwnFigures {
  readonly facts: readonly Fact[];
  readonly months: readonly Month[];
  /** What of them no unit could be given. */
  readonly unallocated: readonly Unallocated[];
}

type Total = Extract<Indicator, { kind: 'cumulative' }>;

/**
 * CCDS-M05: running totals of units that were split nobody knows how. The parts begin anew, so
 * the totals above fall by what was run up until then: it goes on from no hamlet. Not where those
 * of the parts that report state their totals.
 * @param running what the period's totals go on from, out of `history`
 */
export function totalsLeftBehind(
  history: History,
  running: Running,
  map: PresentMap,
  own: OwnFigures,
): Finding[] {
  const totals = map.indicators.filter((one) => one.kind === 'cumulative');
  return [
    ...leftBefore(history, running, map, own),
    ...totals.flatMap((total) => leftWithin(total, running, map, own)),
  ];
}

/** What was left before the period, and none of its months goes on from. */
function leftBefore(
  history: History,
  { before: totals }: Running,
  map: PresentMap,
  { facts }: OwnFigures,
): Finding[] {
  const { byCode } = map.tree;
  const isAbove = (code: string) => byCode.get(code)?.unit.level !== HAMLET;
  if (![...totals.keys()].some(isAbove)) return [];
  const running = new Map(
    map.indicators.flatMap((one) => (one.kind === 'cumulative' ? [[one.id, one.of]] : [])),
  );
  const goesOn = ({ at, indicator }: Unallocated) =>
    facts.some(
      ({ unit, indicator: id }) =>
        unit === at && (id === indicator || id === running.get(indicator)),
    );
  const last = new Map<string, Unallocated>();
  for (const one of onMap(history, map).unallocated) {
    const isHeld = one.at !== null && (totals.get(one.at)?.get(one.indicator) ?? 0) > 0;
    if (running.has(one.indicator) && isHeld && !goesOn(one))
      last.set(`${one.unit}\n${one.indicator}`, one);
  }
  return [...last.values()]
    .filter((one) => !areStated(one.indicator, running.get(one.indicator)!, [one], facts))
    .map((one) => told(one.indicator, [one], one.value, map));
}

/** What ran up in months of the period, until a part began anew in a later one. */
function leftWithin(
  { id, of, ...rest }: Total,
  running: Running,
  map: PresentMap,
  { facts, months, unallocated }: OwnFigures,
): Finding[] {
  const left = new Map<string, Unallocated[]>();
  for (const one of unallocated)
    if (one.at !== null && (one.indicator === id || one.indicator === of))
      getOrMake(left, one.at, () => []).push(one);
  return [...left].flatMap(([at, ofUnit]) => {
    const own = facts.filter(({ unit }) => unit === at);
    const ends = own.filter(({ indicator, value }) => indicator === id && value === 0);
    const [end] = ends.filter(({ month }) => ofUnit.some((one) => one.month < month));
    if (end === undefined) return [];
    const until = own.filter(({ month }) => month < end.month);
    const origins = ofUnit.filter(({ month }) => month < end.month);
    const value =
      foldMonths(until, [{ id, of, ...rest }], months, running)
        .get(at)
        ?.get(id) ?? 0;
    if (value === 0 || areStated(id, of, origins, facts)) return [];
    return [told(id, origins, value, map)];
  });
}

/** True where parts report, and none of these without its total. */
function areStated(
  id: string,
  of: string,
  origins: readonly Unallocated[],
  facts: readonly Fact[],
): boolean {
  const parts = new Set(origins.flatMap(({ among }) => among));
  const known = facts.filter(({ unit, value }) => parts.has(unit) && value !== null);
  const totals = known.filter(({ indicator, isRunUp }) => indicator === id && !isRunUp);
  const stated = new Set(totals.map(({ unit }) => unit));
  const counted = known.filter(({ indicator }) => indicator === of);
  return stated.size > 0 && counted.every(({ unit }) => stated.has(unit));
}

function told(
  indicator: string,
  origins: readonly Unallocated[],
  value: number,
  { tree }: PresentMap,
): Finding {
  const at = origins[0]!.at!;
  // The sentence puts its own quotes around them all.
  const name = [...new Set(origins.map(({ old }) => old.name))].join('”, “');
  const args = { name, indicator, value, parent: tree.byCode.get(at)!.unit.name };
  return finding('CCDS-M05', { file: '' }, args, { unit: at });
}

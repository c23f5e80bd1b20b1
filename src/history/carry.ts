import { getOrMake } from '../core/memo.js';
import type { Node } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';
import type { Indicator } from '../indicators/types.js';
import { aggregate } from '../rollup/aggregate.js';
import type { HamletValues } from '../rollup/fold.js';
import { MEMBERS, registeredTeamsOn, TEAMS } from '../rollup/registered-teams.js';
import type { UnitValue } from '../rollup/types.js';
import { hamletValues, type Reviewed } from './compare.js';
import type { PresentMap } from './past.js';
import { lastKnown, lastTotals, type RunningBase, runningHistory } from './running.js';
import type { Carried, History } from './types.js';

/**
 * Stocks with the last figures of the hamlets that fell silent. What was reported stands as
 * it is; this stands beside it. Units and indicators where nothing is carried are left out,
 * and those whose own figure is not known. A running total that began anew since is not carried.
 */
export function carryLast(
  summary: Reviewed,
  history: History,
  map: PresentMap,
  base: RunningBase,
): Carried[] {
  if (history.length === 0) return [];
  const stocks = summary.indicators.filter(({ time }) => time === 'stock');
  const last = silentOf(lastFigures(history, summary, map, base), summary);
  const { hamlets, served } = withTeams(fill(hamletValues(summary), last, stocks), summary, map);
  const all = new Map([...hamlets, ...heldAbove(summary, stocks)]);
  const filled = aggregate(summary.tree, all, stocks, summary.baselineValues, served);
  const carried = aggregate(summary.tree, silentOf(hamlets, summary), stocks, new Map());
  return [...summary.tree.byCode.keys()].flatMap((unit) =>
    stocks.flatMap(({ id, kind }): Carried[] => {
      if (kind === 'hamlets') return [];
      const reported = summary.values.get(unit)!.get(id)!;
      const with_ = filled.get(unit)!.get(id)!;
      const { reported: hamlets } = carried.get(unit)!.get(id)!;
      if (hamlets === 0 || with_.value === null || isNotKnown(reported)) return [];
      return [{ unit, indicator: id, value: reported.value, withLast: with_.value, hamlets }];
    }),
  );
}

/**
 * Teams of `teams.csv` count once, whichever of their hamlets was silent, and all hamlets that
 * they serve have one.
 */
function withTeams(hamlets: HamletValues, { tree }: Reviewed, { registry }: PresentMap) {
  if (registry.teams.length === 0) return { hamlets };
  const members = new Map(
    [...hamlets].flatMap(([unit, own]) => (own.has(MEMBERS) ? [[unit, own.get(MEMBERS)!]] : [])),
  );
  const placed = registeredTeamsOn(registry, tree.date, members);
  const counted = [...hamlets].map(([unit, own]) => {
    const teams = own.has(TEAMS) ? placed.teams.get(unit) : undefined;
    return [unit, teams === undefined ? own : new Map([...own, [TEAMS, teams]])] as const;
  });
  return { hamlets: new Map(counted), served: new Map([[TEAMS, placed.served]]) };
}

/** Reported, and yet left blank: a part of it nobody can tell. */
function isNotKnown({ value, numerator, reported }: UnitValue): boolean {
  return reported > 0 && value === null && numerator === null;
}

/** Of hamlets' figures those of which the hamlet did not report this time. */
function silentOf(hamlets: HamletValues, { tree, values }: Reviewed): HamletValues {
  const silent = new Map<string, ReadonlyMap<string, number>>();
  for (const [unit, own] of hamlets) {
    if (tree.byCode.get(unit)?.unit.level !== HAMLET) continue;
    const now = values.get(unit);
    silent.set(unit, new Map([...own].filter(([id]) => (now?.get(id)?.reported ?? 0) === 0)));
  }
  return silent;
}

/** What units above the hamlet hold beside the figures of those below them. */
function heldAbove({ tree, values }: Reviewed, stocks: readonly Indicator[]): HamletValues {
  const held = new Map<string, Map<string, number>>();
  const visit = (node: Node, id: string): number => {
    const { code, level } = node.unit;
    const below = node.children.reduce((sum, child) => sum + visit(child, id), 0);
    const own = values.get(code)?.get(id)?.value ?? below;
    if (level !== HAMLET && own > below)
      getOrMake(held, code, () => new Map<string, number>()).set(id, own - below);
    return own;
  };
  for (const { id, kind } of stocks)
    if (kind !== 'ratio' && kind !== 'hamlets') for (const root of tree.roots) visit(root, id);
  return held;
}

/** Each hamlet's last known counts, and the running totals that are not begun anew since. */
function lastFigures(
  history: History,
  { months, indicators }: Reviewed,
  map: PresentMap,
  base: RunningBase,
): HamletValues {
  const counts = indicators.filter(({ time, kind }) => time === 'stock' && kind === 'base');
  const last = new Map(lastKnown(history, counts, map));
  const running = runningHistory(history, months[0]!, base);
  for (const [unit, totals] of lastTotals(running, map))
    last.set(unit, new Map([...(last.get(unit) ?? []), ...totals]));
  return last;
}

/** What was reported, and where nothing was, the last figure; sums are made anew. */
function fill(now: HamletValues, last: HamletValues, stocks: readonly Indicator[]): HamletValues {
  const units = new Set([...now.keys(), ...last.keys()]);
  return new Map(
    [...units].map((unit) => {
      const values = new Map([...(last.get(unit) ?? []), ...(now.get(unit) ?? [])]);
      for (const one of stocks) if (one.kind === 'sum') addUp(values, one.id, one.of);
      return [unit, values];
    }),
  );
}

function addUp(values: Map<string, number>, id: string, of: readonly string[]): void {
  const addends = of.flatMap((part) => values.get(part) ?? []);
  if (addends.length > 0)
    values.set(
      id,
      addends.reduce((a, b) => a + b, 0),
    );
}

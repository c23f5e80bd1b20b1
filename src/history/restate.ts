import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import type { IsoDate, Node, Unit } from '../geography/types.js';
import type { Fact } from '../rollup/types.js';
import { certify, hasMoved, raisedOf, unallocatedOf } from './restate-account.js';
import { notComparableOf } from './restate-comparable.js';
import { carryForward } from './restate-months.js';
import { type Move, placeOf } from './restate-place.js';
import { Shares } from './restate-shares.js';
import type { Placed, Remapping, Restated, RunUp } from './restate-types.js';

export type { Restated } from './restate-types.js';

/**
 * Puts facts on the map of another day, later or earlier. Counts of units that became one add
 * up, a unit that moved takes its figures along, and a split is shared out only where its
 * hamlets or `changes.csv` say how. What can't be told stands at the lowest unit that holds
 * all it may belong to, so that totals above agree, and the units below are not comparable.
 * The facts that come out fold over months as any others do: a merged unit's stock is the
 * last value of each of those it was made of, until it reports itself.
 *
 * @param runUp told of in the account even where they run up by themselves
 */
export function restate(
  facts: readonly Fact[],
  remapping: Remapping,
  runUp: RunUp = NOTHING_RUN_UP,
): Restated {
  const { lastDayOf, to } = remapping;
  const dates = new Map<Month, IsoDate>();
  for (const { month } of facts) getOrMake(dates, month, () => lastDayOf(month));
  if ([...dates.values()].every((date) => date === to)) return unmoved(facts, runUp);
  return restateAll(facts, runUp, dates, remapping);
}

const NOTHING_RUN_UP: RunUp = { facts: [], isMoved: false };

/** Most runs: certified only where it is asked for. */
function unmoved(facts: readonly Fact[], runUp: RunUp): Restated {
  return {
    ...NOTHING_MOVED,
    facts,
    get certified() {
      const all = [...facts, ...runUp.facts];
      return certify(all, all.map(asItStands));
    },
  };
}

const asItStands = (fact: Fact) => ({ fact, left: null });

const NOTHING_MOVED = {
  unallocated: [],
  notComparable: new Map(),
  moved: new Set<Month>(),
  raised: new Map(),
};

function restateAll(
  facts: readonly Fact[],
  runUp: RunUp,
  dates: ReadonlyMap<Month, IsoDate>,
  { registry, to, indicators }: Remapping,
): Restated {
  const runningOn = new Set(
    indicators.flatMap((one) => (one.kind === 'cumulative' ? [one.of, one.id] : [])),
  );
  const shares = new Shares();
  const moves = new Map<Month, Move>();
  const unstated = new Set(runUp.facts);
  const placed: Placed[] = [];
  const totals: Placed[] = [];
  for (const fact of inOrder([...facts, ...unstated])) {
    const from = dates.get(fact.month)!;
    const move = getOrMake(moves, fact.month, () => ({ registry, from, to }));
    const into = unstated.has(fact) ? totals : placed;
    into.push(...place(fact, placeOf(move, fact.unit), shares, runningOn));
  }
  const all = [...placed, ...totals];
  const explicit = runUp.isMoved ? totals : [];
  return {
    facts: carryForward(placed, explicit, registry, dates, indicators),
    unallocated: unallocatedOf(all),
    // What nobody was counted of in the month may have a total nobody knows the parts of.
    notComparable: notComparableOf([...placed, ...explicit], indicators, registry, dates),
    certified: certify([...facts, ...unstated], all),
    moved: new Set(placed.filter(hasMoved).map(({ fact }) => fact.month)),
    raised: raisedOf(placed),
  };
}

/** Shares are given out in one order, whatever order the files came in. */
function inOrder(facts: readonly Fact[]): readonly Fact[] {
  return [...facts].sort(
    (a, b) => byCodePoint(a.month, b.month) || byCodePoint(a.unit, b.unit) || a.source - b.source,
  );
}

/** @param runningOn running totals, and what they are of */
function place(
  fact: Fact,
  at: ReturnType<typeof placeOf>,
  shares: Shares,
  runningOn: ReadonlySet<string>,
): Placed[] {
  if (at === null) return [leftOver(fact, fact.value, { above: null, among: [], old: null })];
  if (at.kind === 'whole') return [standing(fact, at.at, fact.value, false)];
  if (fact.value === null) return [leftOver(fact, null, at)];
  if (at.kind === 'unknown') {
    // Nothing split is nothing everywhere; but a total goes on from it, where the whole stands.
    return fact.value === 0 && at.among.length > 0 && !runningOn.has(fact.indicator)
      ? at.among.map((node) => standing(fact, node, 0, true))
      : [leftOver(fact, fact.value, at)];
  }
  const { given, rest } = shares.give(fact, at.parts);
  const parts = at.parts.map((part, i) => standing(fact, part.at, given[i]!, true));
  return rest === 0 ? parts : [...parts, leftOver(fact, rest, at, true)];
}

function standing(fact: Fact, target: Node, value: number | null, isPart: boolean): Placed {
  const unit = target.unit.code;
  const same = unit === fact.unit && value === fact.value;
  const moved = same
    ? fact
    : { ...fact, unit, value, ...(unit !== fact.unit && { origin: fact.unit }) };
  return { fact: moved, origin: fact.unit, target, isPart, left: null };
}

interface Left {
  readonly above: Node | null;
  readonly among: readonly Node[];
  readonly old: Unit | null;
}

function leftOver(
  fact: Fact,
  value: number | null,
  { above, among, old }: Left,
  isPart = false,
): Placed {
  const unit = above?.unit.code ?? fact.unit;
  const at = { ...fact, unit, value, ...(unit !== fact.unit && { origin: fact.unit }) };
  return { fact: at, origin: fact.unit, target: above, isPart, left: { among, old } };
}

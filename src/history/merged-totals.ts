import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { changesTo } from '../geography/changes.js';
import { isOneRoute, routesTo } from '../geography/routes.js';
import { treeAsOf } from '../geography/tree.js';
import type { IsoDate, Node, Registry, Unit } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';
import type { Indicator } from '../indicators/types.js';
import type { Today } from '../rollup/today.js';
import type { Fact } from '../rollup/types.js';
import type { PresentMap } from './past.js';

type Total = Extract<Indicator, { kind: 'cumulative' }>;

/** The facts of a month, by the units of its own map. */
interface OfMonth {
  readonly month: Month;
  readonly facts: readonly Fact[];
}

/** What is known of running totals: the months of a period, and those that they go on from. */
interface Months {
  readonly earlier: readonly OfMonth[];
  readonly own: readonly OfMonth[];
}

/** Units with a total in a month, by its own map. */
interface Known {
  readonly day: IsoDate;
  readonly units: ReadonlySet<string>;
}

/** Hamlets of one commune whose total goes on from a part, and the old ones that it has nothing of. */
interface Told {
  readonly hamlets: Set<string>;
  readonly others: Set<string>;
}

/**
 * CCDS-D25: running totals of merged hamlets that go on from what some of the old ones had, where
 * nothing was ever known of the others: told in the first month that goes on so, once a commune.
 * @param today where the hamlets of a month are on the map
 */
export function totalsOfSome({ earlier, own }: Months, map: PresentMap, today: Today): Finding[] {
  const dayOf = ({ month }: OfMonth) => map.lastDayOf(month);
  return map.indicators.flatMap((total) => {
    if (total.kind !== 'cumulative') return [];
    const communes = new Map<Node, Told>();
    const before = earlier.map((one) => ({ day: dayOf(one), units: statedIn(one.facts, total) }));
    for (const [i, one] of own.entries()) {
      const { month, facts } = one;
      const day = dayOf(one);
      const { byCode } = treeAsOf(map.registry, day);
      // A first month goes on from nothing.
      for (const code of before.length === 0 ? [] : runUpIn(facts, total)) {
        const unit = byCode.get(code)?.unit;
        const others = unit === undefined ? [] : lacking(unit, day, before, map.registry);
        const at = map.tree.byCode.get(today(code, month).unit ?? '');
        if (others.length === 0 || at === undefined) continue;
        const told = getOrMake(communes, at.parent ?? at, newTold);
        told.hamlets.add(unit!.name);
        for (const { name } of others) told.others.add(name);
      }
      if (i < own.length - 1) before.push({ day, units: knownIn(facts, total) });
    }
    return [...communes].map(([{ unit }, told]) => findingOf(total, unit, told));
  });
}

const newTold = (): Told => ({ hamlets: new Set(), others: new Set() });

function findingOf({ id }: Total, { code }: Unit, { hamlets, others }: Told): Finding {
  const args = {
    indicator: id,
    count: hamlets.size,
    hamlets: firstFew([...hamlets]),
    others: firstFew([...others]),
  };
  return finding('CCDS-D25', { file: '' }, args, { unit: code });
}

/** Units that state a total in a month; of a closed one, those that had any. */
function statedIn(facts: readonly Fact[], { id }: Total): Set<string> {
  return new Set(
    facts.flatMap(({ unit, indicator, value }) =>
      indicator === id && value !== null ? [unit] : [],
    ),
  );
}

/** Units that count in a month, and state no total. */
function runUpIn(facts: readonly Fact[], total: Total): readonly string[] {
  const stated = statedIn(facts, total);
  const counted = facts.flatMap(({ unit, indicator, value }) =>
    indicator === total.of && value !== null && !stated.has(unit) ? [unit] : [],
  );
  return [...new Set(counted)];
}

/** Units with a total in a month of the period: without any before, what it counts, but where it is blank. */
function knownIn(facts: readonly Fact[], total: Total): Set<string> {
  const known = statedIn(facts, total);
  const blank = new Set(facts.flatMap((one) => (one.indicator === total.id ? [one.unit] : [])));
  for (const unit of runUpIn(facts, total)) if (!blank.has(unit)) known.add(unit);
  return known;
}

/**
 * Hamlets that were merged into one, of which no total is known, where one of another is: gone back
 * to, month by month, until something is known of each. None where one was split, too: nothing goes
 * on from that.
 */
function lacking(
  unit: Unit,
  date: IsoDate,
  months: readonly Known[],
  registry: Registry,
): readonly Unit[] {
  if (unit.level !== HAMLET || changesTo(registry, unit).length === 0) return [];
  let pending: readonly (readonly [Unit, IsoDate])[] = [[unit, date]];
  let isKnown = false;
  for (let i = months.length - 1; i >= 0 && pending.length > 0; i--) {
    const { day, units } = months[i]!;
    const before: (readonly [Unit, IsoDate])[] = [];
    for (const [one, from] of pending) {
      const origins = routesTo(registry, one, from, day).map(({ to }) => to);
      if (origins.some((origin) => !isOneRoute(routesTo(registry, origin, day, from)))) return [];
      if (origins.length === 0) before.push([one, from]);
      for (const origin of origins)
        if (units.has(origin.code)) isKnown = true;
        else before.push([origin, day]);
    }
    pending = before;
  }
  return isKnown ? pending.map(([one]) => one) : [];
}

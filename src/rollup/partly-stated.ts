import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { Indicator } from '../indicators/types.js';
import type { Fact } from './types.js';

type Cumulative = Extract<Indicator, { kind: 'cumulative' }>;

/** What hamlets that were merged say of a running total in a month, where not all of them state it. */
export interface PartlyStated {
  /** Totals that are stated, and what those who state one count of the month. */
  readonly stated: number;
  readonly flow: number;
  /** What the others count of the month; those that left the total blank, and those that have none. */
  readonly blank: number;
  readonly none: number;
}

/**
 * By unit, running total and month; nothing where no hamlets were merged, or all of them say what
 * theirs is. A silent one has no total either.
 */
export function partlyStated(
  facts: readonly Fact[],
  indicators: readonly Indicator[],
): ReadonlyMap<string, PartlyStated> {
  const found = new Map<string, PartlyStated>();
  const merged = new Set<string>();
  for (const { unit, mergedFrom } of facts) if (mergedFrom !== undefined) merged.add(unit);
  if (merged.size === 0) return found;
  const own = facts.filter(({ unit }) => merged.has(unit));
  for (const total of indicators.filter((one): one is Cumulative => one.kind === 'cumulative')) {
    const silent = new Set(own.flatMap((one) => (one.isOfPart ? [keyOf(one, total)] : [])));
    for (const [key, senders] of bySender(own, total)) {
      const all = [...senders.values()];
      const isKnown = all.some((one) => one.total !== null);
      if (isKnown && (silent.has(key) || all.some(lacks))) found.set(key, inAll(all));
    }
  }
  return found;
}

/** What tells a unit's running total of a month from others. */
export function totalKey(unit: string, indicator: string, month: Month): string {
  return [unit, indicator, month].join('\n');
}

/** What one of them says; of a total that is blank or absent null. */
interface Said {
  total: number | null;
  flow: number | null;
  isBlank: boolean;
}

const keyOf = ({ unit, month }: Fact, { id }: Cumulative) => totalKey(unit, id, month);

/**
 * By unit, total and month: what each of the merged hamlets says. A total that was added up is of
 * all that were merged into the unit that it was added up for, though it stands at a sheet of one.
 */
function bySender(facts: readonly Fact[], total: Cumulative) {
  const { id, of } = total;
  const whole = ({ unit, origin = unit }: Fact) => origin;
  const key = (fact: Fact) => `${keyOf(fact, total)}\n${whole(fact)}`;
  const runUp = new Set(
    facts.flatMap((one) => (one.indicator === id && one.isRunUp ? [key(one)] : [])),
  );
  const units = new Map<string, Map<string, Said>>();
  for (const fact of facts) {
    const { indicator, value, mergedFrom = '' } = fact;
    if (indicator !== id && indicator !== of) continue;
    const senders = getOrMake(units, keyOf(fact, total), () => new Map<string, Said>());
    const sender = runUp.has(key(fact)) ? '' : mergedFrom;
    const said = getOrMake(senders, `${whole(fact)}\n${sender}`, () => ({
      total: null,
      flow: null,
      isBlank: false,
    }));
    const which = indicator === id ? 'total' : 'flow';
    if (value !== null) said[which] = (said[which] ?? 0) + value;
    else if (which === 'total') said.isBlank = true;
  }
  return units;
}

const lacks = ({ total, flow }: Said): boolean => total === null && flow !== null;

function inAll(all: readonly Said[]): PartlyStated {
  const sum = (some: readonly Said[], of: 'total' | 'flow') =>
    some.reduce((total, one) => total + (one[of] ?? 0), 0);
  const lacking = all.filter(lacks);
  const stating = all.filter(({ total }) => total !== null);
  return {
    stated: sum(stating, 'total'),
    flow: sum(stating, 'flow'),
    blank: sum(
      lacking.filter(({ isBlank }) => isBlank),
      'flow',
    ),
    none: sum(
      lacking.filter(({ isBlank }) => !isBlank),
      'flow',
    ),
  };
}

/**
 * The total of all of them: what is known of before and what the month adds, but no less than what
 * is stated. Without anything before, that of one that has no total is its month's alone, and of
 * one that left it blank nothing is known.
 */
export function totalOfAll(
  { stated, flow, blank, none }: PartlyStated,
  before: number | undefined,
  repeated: number,
): number {
  if (before === undefined) return stated + none - Math.min(none, repeated);
  return Math.max(stated, before + flow) + blank + none - Math.min(blank + none, repeated);
}

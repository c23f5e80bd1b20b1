import { getOrMake, memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import { changesFrom, changesTo, fromUnit, rowAsOf, toUnit } from './changes.js';
import type { Change, Gazetteer, IsoDate, Unit } from './types.js';
import { dayBefore } from './validity.js';

/** A unit of another day that a unit leads to, and how much of it goes there. */
export interface Route {
  readonly to: Unit;
  /** 0 to 1; null where the split is not known. */
  readonly share: number | null;
}

/** Where a part of a unit ends up; `to` is null where nothing says so. */
interface End {
  readonly to: Unit | null;
  readonly share: number | null;
}

/** Shares that make up a whole, but for rounding (`changes.csv` gives a few decimals). */
const WHOLE = 0.9995;

const routesOf = memo((_: Gazetteer) => new Map<string, Map<Unit, readonly Route[]>>());

/**
 * Where a unit of one day is on another day's map, later or earlier, ordered by code. None:
 * nothing leads there. Shares that make less than 1: the rest goes nowhere that is told.
 *
 * Forward, a change is whole, or its shares say how much goes where; one blank share, and
 * nothing is known of that split (contract, `changes.csv`). Backward a unit goes to the one
 * that it came out of; where it came out of several, nothing says how much of it is whose.
 */
export function routesTo(
  registry: Gazetteer,
  unit: Unit,
  from: IsoDate,
  to: IsoDate,
): readonly Route[] {
  const known = getOrMake(routesOf(registry), `${from}\n${to}`, () => new Map());
  return getOrMake(known, unit, () => {
    const follow = from <= to ? forward : backward;
    return follow(registry, unit, from, to).flatMap((end) =>
      end.to === null ? [] : [{ to: end.to, share: end.share }],
    );
  });
}

/** True where all of the unit goes to one unit. */
export function isOneRoute(routes: readonly Route[]): boolean {
  return routes.length === 1 && (routes[0]!.share ?? 0) >= WHOLE;
}

function forward(registry: Gazetteer, unit: Unit, after: IsoDate, to: IsoDate): readonly End[] {
  const changes = changesFrom(registry, unit).filter(
    ({ effective }) => effective > after && effective <= to,
  );
  const day = changes.map(({ effective }) => effective).sort()[0];
  if (day === undefined) return arrival(rowAsOf(registry, unit, to));
  const steps = stepsOf(
    registry,
    unit,
    changes.filter(({ effective }) => effective === day),
    day,
  );
  return joined(
    steps.flatMap((step) =>
      step.to === null
        ? [step]
        : forward(registry, step.to, day, to).map((end) => ({
            to: end.to,
            share: times(step.share, end.share),
          })),
    ),
  );
}

function arrival(unit: Unit | undefined): readonly End[] {
  return [{ to: unit ?? null, share: 1 }];
}

/** What the changes of one day make of a unit, what it keeps or loses included. */
function stepsOf(
  registry: Gazetteer,
  unit: Unit,
  changes: readonly Change[],
  day: IsoDate,
): readonly End[] {
  const given = changes.map((change) => ({
    to: toUnit(registry, change) ?? null,
    share: change.share,
  }));
  const still = rowAsOf(registry, unit, day);
  const keeps = still !== undefined && !given.some(({ to }) => to === still);
  const [first] = given;
  if (first?.share === null && given.length === 1 && !keeps) return [{ ...first, share: 1 }];
  const sum = given.reduce<number | null>((all, { share }) => plus(all, share), 0);
  const rest = sum !== null && sum >= WHOLE ? [] : [{ to: keeps ? still : null, share: 0 }];
  if (sum !== null) return [...given, ...rest.map(({ to }) => ({ to, share: 1 - sum }))];
  return [...given, ...(keeps ? rest : [])].map(({ to }) => ({ to, share: null }));
}

function plus(sum: number | null, share: number | null): number | null {
  return sum === null || share === null ? null : sum + share;
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function backward(registry: Gazetteer, unit: Unit, before: IsoDate, to: IsoDate): readonly End[] {
  const changes = changesTo(registry, unit).filter(
    ({ effective }) => effective > to && effective <= before,
  );
  const day = changes
    .map(({ effective }) => effective)
    .sort()
    .at(-1);
  if (day === undefined) return arrival(rowAsOf(registry, unit, to));
  const eve = dayBefore(day);
  const origins = new Set<Unit | null>(
    changes
      .filter(({ effective }) => effective === day)
      .map((change) => fromUnit(registry, change) ?? null),
  );
  const itself = rowAsOf(registry, unit, eve);
  if (itself !== undefined) origins.add(itself);
  const share = origins.size === 1 ? 1 : null;
  return joined(
    [...origins].flatMap((origin) =>
      origin === null
        ? [{ to: null, share }]
        : backward(registry, origin, eve, to).map((end) => ({
            to: end.to,
            share: times(share, end.share),
          })),
    ),
  );
}

/** Ends that meet again are one; where all of them do, nothing was split after all. */
function joined(routes: readonly End[]): readonly End[] {
  const byUnit = new Map<Unit | null, number | null>();
  for (const { to, share } of routes) {
    byUnit.set(to, byUnit.has(to) ? plus(byUnit.get(to)!, share) : share);
  }
  const [[only] = [null]] = byUnit;
  if (byUnit.size === 1 && [...byUnit.values()][0] === null) return [{ to: only, share: 1 }];
  return [...byUnit]
    .map(([to, share]) => ({ to, share }))
    .sort((a, b) => byCodePoint(a.to?.code ?? '', b.to?.code ?? ''));
}

import { groupBy } from '../core/group-by.js';
import { memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Change, Gazetteer, IsoDate, Unit } from './types.js';
import { dayBefore, FIRST_DAY, isValidOn, rowsByCode, sameUnit, unitAsOf } from './validity.js';

type Side = 'from' | 'to';

const groupBySide = (side: Side) =>
  memo((changes: Gazetteer['changes']) => {
    const groups = groupBy(changes, (change) => change[side]);
    return groups as ReadonlyMap<string, readonly Change[]>;
  });

const bySide = { from: groupBySide('from'), to: groupBySide('to') };

/** The unit that became part of another: `from`, read as of the day before. */
export function fromUnit(registry: Gazetteer, change: Change): Unit | undefined {
  return unitAsOf(registry, change.from, dayBefore(change.effective));
}

/** The unit that it became part of: `to`, read as of that day. */
export function toUnit(registry: Gazetteer, change: Change): Unit | undefined {
  return unitAsOf(registry, change.to, change.effective);
}

/** The changes in which a unit became part of others, in the registry's order. */
export function changesFrom(registry: Gazetteer, unit: Unit): readonly Change[] {
  return changesOn(registry, unit, 'from', fromUnit);
}

/** The changes in which others became part of a unit, in the registry's order. */
export function changesTo(registry: Gazetteer, unit: Unit): readonly Change[] {
  return changesOn(registry, unit, 'to', toUnit);
}

function changesOn(
  registry: Gazetteer,
  unit: Unit,
  side: Side,
  read: (registry: Gazetteer, change: Change) => Unit | undefined,
): readonly Change[] {
  const changes = bySide[side](registry.changes).get(unit.code) ?? [];
  return changes.filter((change) => {
    const named = read(registry, change);
    return named !== undefined && sameUnit(named, unit);
  });
}

/** True where all of `from` became part of `to`: it has no other row that day, no lesser share. */
export function isWhole(registry: Gazetteer, change: Change): boolean {
  const rows = bySide.from(registry.changes).get(change.from) ?? [];
  const sameDay = rows.filter((row) => row.effective === change.effective);
  return sameDay.length === 1 && (change.share === null || change.share === 1);
}

/** The row of a unit that is valid on a day: itself, or the same hamlet elsewhere. */
export function rowAsOf(registry: Gazetteer, unit: Unit, date: IsoDate): Unit | undefined {
  const rows = rowsByCode(registry).get(unit.code) ?? [];
  return rows.find((row) => sameUnit(row, unit) && isValidOn(row, date));
}

/** A unit's last changes in (after, date]: those in which it ended, or gave up a part. */
function lastChanges(registry: Gazetteer, unit: Unit, after: IsoDate, date: IsoDate) {
  const changes = changesFrom(registry, unit).filter(
    (change) => change.effective > after && change.effective <= date,
  );
  const last = changes
    .map(({ effective }) => effective)
    .sort()
    .at(-1);
  return changes.filter((change) => change.effective === last);
}

/**
 * The unit of a day that a unit leads on to: itself where it is still valid, else through
 * whole changes alone, one after the other. Null where it was split, or nothing leads on.
 */
export function leadsTo(
  registry: Gazetteer,
  unit: Unit,
  date: IsoDate,
  after: IsoDate = FIRST_DAY,
): Unit | null {
  const still = rowAsOf(registry, unit, date);
  if (still !== undefined) return still;
  const [change, ...others] = lastChanges(registry, unit, after, date);
  if (change === undefined || others.length > 0 || !isWhole(registry, change)) return null;
  const to = toUnit(registry, change);
  return to === undefined ? null : leadsTo(registry, to, date, change.effective);
}

/** All units of a day that a unit became part of, split or whole, ordered by code. */
export function successors(registry: Gazetteer, unit: Unit, date: IsoDate): readonly Unit[] {
  const found = new Set<Unit>();
  const visit = (at: Unit, after: IsoDate): void => {
    const still = rowAsOf(registry, at, date);
    if (still !== undefined) found.add(still);
    else {
      for (const change of lastChanges(registry, at, after, date)) {
        const to = toUnit(registry, change);
        if (to !== undefined) visit(to, change.effective);
      }
    }
  };
  visit(unit, FIRST_DAY);
  return byCode(found);
}

/** All units of an earlier day that became part of a unit, ordered by code. */
export function predecessors(registry: Gazetteer, unit: Unit, date: IsoDate): readonly Unit[] {
  const found = new Set<Unit>();
  const visit = (at: Unit, before: IsoDate): void => {
    const then = rowAsOf(registry, at, date);
    if (then !== undefined) found.add(then);
    else {
      for (const change of changesTo(registry, at)) {
        const from = fromUnit(registry, change);
        const within = change.effective > date && change.effective < before;
        if (within && from !== undefined) visit(from, change.effective);
      }
    }
  };
  visit(unit, '\uffff');
  return byCode(found);
}

function byCode(units: Iterable<Unit>): readonly Unit[] {
  return [...units].sort((a, b) => byCodePoint(a.code, b.code));
}

import { type Finding, finding, type Place } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { getOrMake, memo } from '../core/memo.js';
import { changesFrom, changesTo, fromUnit, isWhole, leadsTo, rowAsOf, toUnit } from './changes.js';
import type { Change, IsoDate, Registry, Unit } from './types.js';
import {
  closes,
  dayAfter,
  dayBefore,
  FIRST_DAY,
  isValidOn,
  LAST_DAY,
  opens,
  rowsByCode,
  sameUnit,
} from './validity.js';

const at = ({ place }: { readonly place?: Place }, file: string): Place => place ?? { file };

/**
 * What a look over a consistent registry finds doubtful, beyond what makes it unfit for work: gaps
 * in validity, codes used again, units that ended or began with no change to explain it, shares
 * that make no whole, units that go on after all of them went, rows that went on under a parent's
 * code that means another unit, changes that change nothing.
 */
export function reviewRegistry(registry: Registry): readonly Finding[] {
  return [
    ...[...rowsByCode(registry).values()].flatMap(reviewCode),
    ...registry.units.flatMap((unit) => [
      ...reviewEnd(registry, unit),
      ...reviewStart(registry, unit),
      ...reviewParent(registry, unit),
    ]),
    ...reviewShares(registry),
    ...registry.changes.flatMap((change) => reviewGoingOn(registry, change)),
    ...registry.changes.flatMap((change) => reviewSense(registry, change)),
  ];
}

/** Rows of one code, one after the other: a gap in one unit (G04), or another unit (G05). */
function reviewCode(rows: readonly Unit[]): Finding[] {
  const inTime = [...rows].sort((a, b) => (opens(a) < opens(b) ? -1 : 1));
  return inTime.slice(1).flatMap((unit, i): Finding[] => {
    const before = inTime[i]!;
    const [date, until] = [closes(before), dayBefore(opens(unit))];
    if (before.name !== unit.name && !sameUnit(before, unit)) {
      const args = { found: unit.code, name: before.name, successor: unit.name, date: opens(unit) };
      return [finding('CCDS-G05', at(unit, 'units.csv'), args, { unit: unit.code })];
    }
    if (date >= until) return [];
    const args = { name: unit.name, date, until };
    return [finding('CCDS-G04', at(unit, 'units.csv'), args, { unit: unit.code })];
  });
}

/** CCDS-G06, unless the whole level went (districts), or the hamlet goes on elsewhere. */
function reviewEnd(registry: Registry, unit: Unit): Finding[] {
  const date = closes(unit);
  if (date >= LAST_DAY) return [];
  const next = dayAfter(date);
  const explained = changesFrom(registry, unit).some(({ effective }) => effective === next);
  if (explained || goesOn(registry, unit, next) || !hasLevel(registry, unit.level, next)) return [];
  const args = { name: unit.name, date };
  return [finding('CCDS-G06', at(unit, 'units.csv'), args, { unit: unit.code })];
}

/** CCDS-G07, unless the level itself is new, or the hamlet comes from elsewhere. */
function reviewStart(registry: Registry, unit: Unit): Finding[] {
  const date = opens(unit);
  if (date <= FIRST_DAY) return [];
  const eve = dayBefore(date);
  const explained = changesTo(registry, unit).some(({ effective }) => effective === date);
  if (explained || goesOn(registry, unit, eve) || !hasLevel(registry, unit.level, eve)) return [];
  const args = { name: unit.name, date };
  return [finding('CCDS-G07', at(unit, 'units.csv'), args, { unit: unit.code })];
}

/** True where the unit itself is valid on the day next to its row, by code and name. */
function goesOn(registry: Registry, unit: Unit, day: IsoDate): boolean {
  const rows = rowsByCode(registry).get(unit.code) ?? [];
  const other = rows.find((row) => isValidOn(row, day));
  return rowAsOf(registry, unit, day) !== undefined || other?.name === unit.name;
}

const levelsOn = memo((_: Registry) => new Map<IsoDate, ReadonlySet<string>>());

function hasLevel(registry: Registry, level: string, day: IsoDate): boolean {
  const valid = () => registry.units.filter((unit) => isValidOn(unit, day));
  const levels = getOrMake(levelsOn(registry), day, () => new Set(valid().map((one) => one.level)));
  return levels.has(level);
}

/** CCDS-G10: the parent's code was given to another unit while the row went on. */
function reviewParent(registry: Registry, unit: Unit): Finding[] {
  const parents = rowsByCode(registry).get(unit.parent ?? '') ?? [];
  const inTime = [...parents].sort((a, b) => (opens(a) < opens(b) ? -1 : 1));
  return inTime.slice(1).flatMap((successor, i): Finding[] => {
    const parent = inTime[i]!;
    const date = opens(successor);
    const spans = opens(unit) < date && closes(unit) >= date;
    if (!spans || parent.name === successor.name) return [];
    if (leadsTo(registry, parent, date) === successor) return [];
    const names = { name: unit.name, parent: parent.name, successor: successor.name };
    const args = { ...names, found: successor.code, date };
    return [finding('CCDS-G10', at(unit, 'units.csv'), args, { unit: unit.code })];
  });
}

/** CCDS-G15: all of a unit became part of another, and it goes on in the units all the same. */
function reviewGoingOn(registry: Registry, change: Change): Finding[] {
  const { effective } = change;
  const unit = fromUnit(registry, change);
  const to = toUnit(registry, change);
  if (unit === undefined || to === undefined || !isWhole(registry, change)) return [];
  const still = rowAsOf(registry, unit, effective);
  if (still === undefined || sameUnit(still, to)) return [];
  const args = {
    name: unit.name,
    date: effective,
    successor: to.name,
    until: dayBefore(effective),
  };
  return [finding('CCDS-G15', at(change, 'changes.csv'), args, { unit: unit.code })];
}

/**
 * CCDS-G17: a unit became part of itself, and of no other that day; or a hamlet of what is none, or the
 * other way round: reports are of hamlets, and could not be counted there.
 */
function reviewSense(registry: Registry, change: Change): Finding[] {
  const unit = fromUnit(registry, change);
  const to = toUnit(registry, change);
  if (unit === undefined || to === undefined) return [];
  const isItself = sameUnit(unit, to);
  const isOther = isHamlet(unit) !== isHamlet(to);
  const isAlone = () =>
    !changesFrom(registry, unit).some(
      (one) => one !== change && one.effective === change.effective,
    );
  if (isItself ? !isAlone() : !isOther) return [];
  const names = isItself
    ? { same: unit.name, name: '', successor: '' }
    : { same: '', name: unit.name, successor: to.name };
  const args = { ...names, date: change.effective };
  return [finding('CCDS-G17', at(change, 'changes.csv'), args, { unit: unit.code })];
}

const isHamlet = ({ level }: Unit) => level === 'hamlet';

/** CCDS-G08 and CCDS-G09: shares of one split that make less than 1, or are given in part. */
function reviewShares(registry: Registry): Finding[] {
  const splits = groupBy(registry.changes, (change) => `${change.effective}\n${change.from}`);
  return [...splits.values()].flatMap((changes): Finding[] => {
    const [first] = changes;
    const unit = fromUnit(registry, first!);
    if (unit === undefined || rowAsOf(registry, unit, first!.effective) !== undefined) return [];
    const given = changes.flatMap(({ share }) => share ?? []);
    const base = { name: unit.name, date: first!.effective };
    const place = at(first!, 'changes.csv');
    if (given.length > 0 && given.length < changes.length) {
      return [finding('CCDS-G09', place, base, { unit: unit.code })];
    }
    const sum = given.reduce((a, b) => a + b, 0);
    if (given.length === 0 || sum > 0.9995) return [];
    return [finding('CCDS-G08', place, { ...base, sum }, { unit: unit.code })];
  });
}

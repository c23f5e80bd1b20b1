import { type Finding, finding } from '../../core/finding.js';
import { lastDay, monthsOf } from '../../core/period.js';
import { treeAsOf } from '../../geography/tree.js';
import type { IsoDate, Registry, Target, Unit } from '../../geography/types.js';
import { closes, sameUnit, unitAsOf } from '../../geography/validity.js';
import { type Move, placeOf } from '../../history/restate-place.js';
import type { Config } from '../config/config.js';

/**
 * The targets of a period on a day's map. A target is of the unit that its code means on the last
 * day of its own period, or the last that it means in it (contract, Registry: a code is read with
 * its date): where the code means another unit on the period's map, it is no target of that one.
 * @param move from the period's own map to the one that it is put on
 */
export function targetsOn(
  registry: Registry,
  move: Move,
  period: string,
  config: Config,
): { readonly targets: readonly Target[]; readonly findings: readonly Finding[] } {
  const { own, others } = onOwnMap({ registry, from: move.from, to: move.from }, config);
  const has = new Set(own.map(keyOf));
  const isLost = ({ target }: Read) => !has.has(keyOf(target));
  const isOfPeriod = ({ target }: Read) => [period, period.slice(0, 4)].includes(target.period);
  const lost = others.filter(isOfPeriod).filter(isLost);
  return {
    targets: own.flatMap((target) => moved(target, move)),
    findings: [...lost.flatMap(ofAnother), ...ofEnded(lost, move.from)],
  };
}

function keyOf({ unit, indicator, period }: Target): string {
  return `${unit}\n${indicator}\n${period}`;
}

/** A target, the unit that it is of, and the unit of its code on the period's map. */
interface Read {
  readonly target: Target;
  readonly from: IsoDate;
  readonly meant: Unit;
  readonly now: Unit | undefined;
}

/** CCDS-G12: the code means another unit on the period's map. */
function ofAnother({ target, meant, now }: Read): Finding[] {
  if (now === undefined) return [];
  const { unit, period, place = { file: 'targets.csv' } } = target;
  const args = { found: unit, period, name: now.name, successor: meant.name };
  return [finding('CCDS-G12', place, args, { unit })];
}

/**
 * CCDS-G03, once for all: targets of units that have ended by the day of the period's map, and that
 * no one unit goes on from: what several had as their aims is nobody's.
 */
function ofEnded(lost: readonly Read[], day: IsoDate): Finding[] {
  const ended = lost.filter(({ now, meant }) => now === undefined && closes(meant) < day);
  const [first] = ended;
  if (first === undefined) return [];
  const { unit, place = { file: 'targets.csv' } } = first.target;
  const args = { found: unit, date: day, ...(ended.length > 1 && { rows: ended.length }) };
  return [finding('CCDS-G03', place, args)];
}

/** A unit's own target comes before that of the one which it was. */
function onOwnMap(
  { registry, to }: Move,
  config: Config,
): { readonly own: readonly Target[]; readonly others: readonly Read[] } {
  const { byCode } = treeAsOf(registry, to);
  const read = registry.targets.flatMap((target): Read[] => {
    const from = dayOf(target, registry, config);
    if (from === null) return [];
    const meant = unitAsOf(registry, target.unit, from)!;
    return [{ target, from, meant, now: byCode.get(target.unit)?.unit }];
  });
  const isThere = ({ now, meant }: Read) => now !== undefined && sameUnit(now, meant);
  const own = read.filter(isThere).map(({ target }) => target);
  const known = new Set(own.map(keyOf));
  const others = read.filter((one) => !isThere(one));
  const continued = others.flatMap(({ target, from }) => moved(target, { registry, from, to }));
  return { own: [...own, ...continued.filter((target) => !known.has(keyOf(target)))], others };
}

/** The last day in a target's period on which its code means a unit; null where it never does. */
function dayOf({ unit, period }: Target, registry: Registry, config: Config): IsoDate | null {
  const months = monthsOf(period).toReversed();
  const days = months.map((month) => lastDay(month, config.calendar, config.cutoff));
  return days.find((day) => unitAsOf(registry, unit, day) !== undefined) ?? null;
}

/** Targets of units that are whole on the new map, and made of nothing else. */
function moved(target: Target, move: Move): Target[] {
  const there = placeOf(move, target.unit);
  if (there?.kind !== 'whole') return [];
  const { code } = there.at.unit;
  const here = placeOf({ ...move, from: move.to, to: move.from }, code);
  const isSame = here?.kind === 'whole' && here.at.unit.code === target.unit;
  return isSame ? [{ ...target, unit: code }] : [];
}

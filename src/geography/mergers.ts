import { changesFrom, changesTo, fromUnit, isWhole, rowAsOf, toUnit } from './changes.js';
import { endedHamlet, namesakeOf } from './namesakes.js';
import type { Gazetteer, IsoDate, Unit } from './types.js';
import { dayBefore, FIRST_DAY } from './validity.js';

/**
 * Codes of the hamlets that one which had ended by a day became part of, the nearest first, and
 * which had ended by then as well. Not those that went on with an old one's name: what bears it
 * may be of the part or of the whole.
 */
export function mergedOver(registry: Gazetteer, code: string, date: IsoDate): readonly string[] {
  const over: string[] = [];
  let unit = endedHamlet(registry, code, date);
  let after = FIRST_DAY;
  while (unit !== undefined) {
    const change = changesFrom(registry, unit).find(
      ({ effective }) => effective > after && effective <= date,
    );
    unit = change === undefined ? undefined : toUnit(registry, change);
    if (change === undefined || unit === undefined || rowAsOf(registry, unit, date)) break;
    after = change.effective;
    if (namesakeOf(registry, unit) === null) over.push(unit.code);
  }
  return over;
}

/**
 * Names of the hamlets that were merged into one by a day, of which neither they nor any that they
 * were made of are among `named`, by code.
 */
export function lackingOf(
  registry: Gazetteer,
  unit: Unit,
  date: IsoDate,
  named: ReadonlySet<string>,
): readonly string[] {
  const lacking = new Set<string>();
  for (const [piece, day] of piecesOf(registry, unit, date)) {
    if (named.has(piece.code)) continue;
    if (!isNamed(registry, piece, day, named)) lacking.add(piece.name);
    else for (const name of lackingOf(registry, piece, day, named)) lacking.add(name);
  }
  return [...lacking];
}

/** True where a hamlet that one was made of by a day is named. */
function isNamed(
  registry: Gazetteer,
  unit: Unit,
  date: IsoDate,
  named: ReadonlySet<string>,
): boolean {
  return piecesOf(registry, unit, date).some(
    ([piece, day]) => named.has(piece.code) || isNamed(registry, piece, day, named),
  );
}

/** The hamlets that became one as wholes by a day, itself from before included, each with its last day. */
function piecesOf(registry: Gazetteer, unit: Unit, date: IsoDate): readonly [Unit, IsoDate][] {
  const pieces = new Map<string, [Unit, IsoDate]>();
  for (const change of changesTo(registry, unit)) {
    if (change.effective > date || !isWhole(registry, change)) continue;
    const day = dayBefore(change.effective);
    for (const piece of [fromUnit(registry, change), rowAsOf(registry, unit, day)])
      if (piece !== undefined) pieces.set(piece.code, [piece, day]);
  }
  return [...pieces.values()];
}

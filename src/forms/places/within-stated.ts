import { isSaidOld } from '../../geography/old-names.js';
import type { Match, Named } from '../../geography/types.js';
import { type Base, nodeOf } from './base.js';
import { startsWithUnitType } from './named-places.js';
import { type MatchUnit, type Problem, quoteOf } from './place.js';

/**
 * What a row of an old commune means in the sheet of today's commune: of several `Phường 2` that
 * ended, the one that became part of what the sheet names. Null where that says no more.
 */
export function withinStated(
  found: Match,
  cells: Named,
  { nodes }: Base,
  match: MatchUnit,
): Match | null {
  if (found.kind !== 'ambiguous' || cells.commune === undefined) return null;
  if (nodes.commune === undefined) return null;
  const own = match(cells, nodes.commune);
  return nodeOf(own) === null ? null : own;
}

/** A row's names without an old commune that the registry never had; null where they name none. */
export function withoutUnknownOld(found: Match, cells: Named, { nodes }: Base): Named | null {
  if (found.kind !== 'unknown' || found.level !== 'commune') return null;
  const { commune, ...others } = cells;
  if (commune === undefined || nodes.commune === undefined) return null;
  const isTyped = startsWithUnitType(commune) === 'commune';
  return isTyped && isSaidOld(commune) ? others : null;
}

/** CCDS-U05 for such an old commune, which the row's hamlet was found without. */
export function unknownOldNote(commune: string, { chosen }: Base): Problem {
  const stated = chosen.commune!;
  return {
    code: 'CCDS-U05',
    level: 'commune',
    args: {
      first: quoteOf(stated),
      firstFrom: stated.from,
      second: commune,
      secondFrom: 'column',
      unknown: commune,
    },
  };
}

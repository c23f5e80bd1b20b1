import { isSaidOld, saidOld } from '../../geography/old-names.js';
import type { Match, Named, Node } from '../../geography/types.js';
import { type Base, bothOf, nodeOf } from './base.js';
import { startsWithUnitType } from './named-places.js';
import { type MatchUnit, type Problem, quoteOf } from './place.js';

/**
 * What a row of an old commune means in the sheet of today's commune: of several `Phường 2` that
 * ended, the one that became part of what the sheet names; of one that was split, the part there. An
 * old one whose name another of today's bears is meant where a line names the sheet's commune, and asked
 * about where only its file does. Null where that says no more.
 */
export function withinStated(
  found: Match,
  cells: Named,
  { nodes, chosen }: Base,
  match: MatchUnit,
): Match | null {
  const { commune } = cells;
  const from = chosen.commune?.from;
  if (commune === undefined || nodes.commune === undefined) return null;
  const isToday = found.kind === 'found' || found.kind === 'unknown';
  const isAsked = isToday ? isInAnother(found, nodes.commune) : nodeOf(found) === null;
  if (!isAsked || (isToday && from === 'folder')) return null;
  const own = match(isToday ? { ...cells, commune: saidOld(commune) } : cells, nodes.commune);
  const node = nodeOf(own);
  if (node === null) return notIn(nodes.commune, own, cells, match);
  return found.kind === 'found' && from !== 'line' ? bothOf(found.node, node, cells) : own;
}

/** Of an old commune that is, at least in part, in the sheet's own: a hamlet which that does not have. */
function notIn(commune: Node, own: Match, { hamlet = '' }: Named, match: MatchUnit): Match | null {
  if (own.kind !== 'ended' || !own.nodes.includes(commune)) return null;
  const found = match({ hamlet }, commune);
  return found.kind === 'unknown' ? found : null;
}

/** A hamlet of another commune, or one that this other does not have. */
function isInAnother(found: Match, commune: Node): boolean {
  if (found.kind === 'found') return found.node.parent !== commune;
  return found.kind === 'unknown' && found.level === 'hamlet' && found.parent !== commune;
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

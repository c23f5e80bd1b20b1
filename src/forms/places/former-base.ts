import { nameOf, parseName } from '../../geography/names.js';
import { isNamedLevel } from '../../geography/placing.js';
import type { Match, Named, Node } from '../../geography/types.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { type Base, bothOf, nodeOf, withName } from './base.js';
import type { Tried } from './disagreement.js';
import type { MatchUnit, Statement } from './place.js';
import { withinStated } from './within-stated.js';

/** Levels of which letterheads and folders go on naming units that have ended. */
const FORMER: ReadonlySet<UnitLevel> = new Set(['district', 'commune']);

/** The name of a unit that has ended, of several of today's, which something names in passing. */
export function formerName(
  statements: readonly Statement[],
  level: UnitLevel,
  above: Named,
  match: MatchUnit,
): string | undefined {
  if (!FORMER.has(level)) return undefined;
  return statements.find(({ name }) => match(withName(above, level, name)).kind === 'ended')?.name;
}

/**
 * Where what is believed is one of several old communes, the statement that names the one of today
 * which one of them became part of: `Phường 2 cũ` of `Phường Bạc Liêu`.
 */
export function becameOne(
  { statement, found }: Tried,
  tried: readonly Tried[],
  match: MatchUnit,
): Tried | undefined {
  if (statement.level !== 'commune' || found === null || found.node !== null) return undefined;
  return tried.find(({ found: other }) => {
    const today = other?.node ?? null;
    return today !== null && nodeOf(match({ commune: found.name }, today)) === today;
  });
}

/**
 * What names mean below the ended units that are named in passing as well. A district that comes
 * to the same is passed by; of two hamlets that may be meant neither is taken.
 */
export function withFormer(found: Match, named: Named, base: Base, match: MatchUnit): Match {
  const { former } = base;
  if (former === undefined) return found;
  const names = { ...former, ...byNames(named, base) };
  const anywhere = match(names);
  const isBeside = former.commune !== undefined;
  const old = (isBeside ? withinStated(anywhere, names, base, match) : null) ?? anywhere;
  const [node, oldNode] = [nodeOf(found), nodeOf(old)];
  if (old.kind === 'unknown') return found;
  if (node === oldNode && node !== null) return former.commune === undefined ? found : old;
  if (node === null || oldNode === null) return old;
  return bothOf(node, oldNode, named);
}

/**
 * The hamlet of the old commune which the sheet, its file or folder names, where it is now in the
 * one that the row's own cell names: `Xã Phan Ngọc Hiển | Ấp 1` in `Xã Tân Ân.xlsx`. Null where the
 * two say no such thing.
 */
export function withinFormer(cells: Named, base: Base, match: MatchUnit): Match | null {
  const { chosen, former } = base;
  const commune = former?.commune ?? chosen.commune?.bare;
  if (cells.commune === undefined || cells.hamlet === undefined || commune === undefined)
    return null;
  const now = nodeOf(match({ commune: cells.commune }));
  if (now === null || isNameOf(commune, now)) return null;
  const district = former?.district ?? chosen.district?.bare;
  const { hamlet } = cells;
  const old = match({ ...(district && { district }), commune: `${commune} cũ`, hamlet });
  return nodeOf(old)?.parent === now ? old : null;
}

function isNameOf(name: string, { unit }: Node): boolean {
  const [said, own] = [parseName(name, unit.level), nameOf(unit)];
  return said.bare === own.bare && ['', own.type].includes(said.type);
}

/** A file's or folder's unit stands by its code, which may have been another's: here by its name. */
function byNames(named: Named, { chosen }: Base): Named {
  return Object.fromEntries(
    Object.entries(named).flatMap(([level, name]) => {
      const own = isNamedLevel(level) ? chosen[level] : undefined;
      if (own === undefined || own.name !== name || own.from === 'line') return [[level, name]];
      return own.implied ? [] : [[level, own.bare]];
    }),
  );
}

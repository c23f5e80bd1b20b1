import { fold } from '../core/text.js';
import type { SaidUnder } from './former-communes.js';
import { lookup } from './name-index.js';
import { parseName } from './names.js';
import type { Placing } from './placing.js';
import type { MatchNamed, Node } from './types.js';
import { HAMLET } from './validity.js';

/** Communes that share their name with others of today, by what a sheet writes of them. */
export type CommunesMeant = ReadonlyMap<string, Node>;

/**
 * Which of today's communes of one name a sheet means that names no district (`Phường 2`): the one that
 * has all of the hamlets that the sheet names under it, one of which no other has. Null where none is told
 * so. A sheet of both would name some of these hamlets more often than others: then it is asked.
 */
export function communesMeant(today: Placing, said: readonly SaidUnder[]): CommunesMeant | null {
  const meant = new Map<string, Node>();
  for (const { commune, district, hamlets } of said) {
    const placed = district === '' ? today.place({ commune }, null) : null;
    if (!placed?.ok || placed.nodes.length < 2) continue;
    const node = having(placed.nodes, hamlets, today);
    if (node !== null) meant.set(fold(commune), node);
  }
  return meant.size === 0 ? null : meant;
}

function having(
  communes: readonly Node[],
  hamlets: SaidUnder['hamlets'],
  { indexOf }: Placing,
): Node | null {
  const own = communes.map((node) => {
    const index = indexOf(node, HAMLET);
    return new Set(
      [...hamlets.keys()].filter((name) => lookup(index, parseName(name, HAMLET)).length > 0),
    );
  });
  const known = new Set(own.flatMap((names) => [...names]));
  const often = new Set([...known].map((name) => hamlets.get(name)));
  const whole = own.flatMap((names, i) => (names.size === known.size ? [i] : []));
  const [only, ...others] = whole;
  return only === undefined || others.length > 0 || often.size > 1 ? null : communes[only]!;
}

/** The matcher that reads those names as the communes that are meant. */
export function readAsMeant(match: MatchNamed, meant: CommunesMeant): MatchNamed {
  return (named, within) => {
    const node = named.commune && !named.district ? meant.get(fold(named.commune)) : undefined;
    return match(node === undefined ? named : { ...named, commune: node.unit.code }, within);
  };
}

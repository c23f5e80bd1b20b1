import { fold } from '../core/text.js';
import { lookup } from './name-index.js';
import { nameOf, parseName } from './names.js';
import { withoutOld } from './old-names.js';
import { inOrder } from './outcome.js';
import type { Past } from './past.js';
import { lowestName } from './placing.js';
import { descendantsAt, nodeAt } from './tree.js';
import type { Match, MatchNamed, Named, Node } from './types.js';
import { closes, HAMLET } from './validity.js';

/** A commune that has ended, under the name of one of today's. */
interface Former {
  readonly name: string;
  /** It is meant; else it may be, and where the two are not the same it is asked. */
  readonly isMeant: boolean;
}

/** Communes that have ended, by all that may be written of today's of those names. */
export type FormerNames = ReadonlyMap<string, Former>;

/** The hamlets that a sheet names under the name of a commune, and of a district where it names one. */
export interface SaidUnder {
  readonly commune: string;
  readonly district: string;
  /** Each with how often rows begin to name it. */
  readonly hamlets: ReadonlyMap<string, number>;
}

/**
 * The communes of a sheet that are old ones whose names today's bear as well, by what the sheet
 * says: all hamlets under the name were the old one's, and either today's lacks some of them, or
 * other communes that the sheet names have ended and none is of today alone, or they are all that
 * the old one had, each as often, and not all of today's (then it is asked about hamlets that
 * today's tells otherwise). Null where there are none.
 */
export function formerCommunes(
  past: Past,
  match: MatchNamed,
  said: readonly SaidUnder[],
): FormerNames | null {
  const isOldMap = speaksOfBefore(past, said);
  const names = new Map<string, Former>();
  for (const one of said) {
    const old = formerOf(past, match, one, isOldMap);
    if (old === null || said.some(({ commune }) => commune === old.today.unit.code)) continue;
    const { unit } = old.today;
    for (const key of [one.commune, unit.name, nameOf(unit).bare, unit.code])
      names.set(fold(key), { name: `${old.node.unit.name} cũ`, isMeant: old.isMeant });
  }
  return names.size === 0 ? null : names;
}

/** The matcher that reads those names as the old communes'. */
export function readAsFormer(match: MatchNamed, names: FormerNames): MatchNamed {
  return (named, within) => {
    const former = named.commune ? names.get(fold(named.commune)) : undefined;
    if (former === undefined) return match(named, within);
    const old = match({ ...named, commune: former.name }, within);
    if (former.isMeant) return old;
    const plain = match(named, within);
    if (!named.hamlet) return plain;
    if (!isPlaced(plain) || !isPlaced(old) || plain.node === old.node) return old;
    const choices = inOrder([plain.node, old.node]);
    return { kind: 'ambiguous', name: lowestName(named), choices };
  };
}

/** True where a sheet names communes that have ended, and none that is of today alone. */
function speaksOfBefore({ today, ended }: Past, said: readonly SaidUnder[]): boolean {
  let isOld = false;
  for (const { commune } of said) {
    const isToday = today.place({ commune }, null).ok;
    const wasThere = ended.find('commune', withoutOld({ commune })?.commune ?? commune).length > 0;
    if (isToday && !wasThere) return false;
    if (!isToday && wasThere) isOld = true;
  }
  return isOld;
}

function formerOf(
  past: Past,
  match: MatchNamed,
  { commune, district, hamlets }: SaidUnder,
  isOldMap: boolean,
): { readonly today: Node; readonly node: Node; readonly isMeant: boolean } | null {
  const [today, ...others] = placedToday(past, commune);
  const node = oldNode(past, commune, district);
  if (today === undefined || others.length > 0 || node === null) return null;
  const old = past.placingOf(closes(node.unit)).indexOf(node, HAMLET);
  const now = past.today.indexOf(today, HAMLET);
  const named = new Set<Node>();
  // Of the hamlets named: today's commune lacks one; one lies elsewhere as the old commune's than
  // by its names alone; and those alone place it.
  let [isLacking, isOther, isAgainst] = [false, false, false];
  const times = new Set<number>();
  for (const [hamlet, often] of hamlets) {
    const name = parseName(hamlet, HAMLET);
    const own = lookup(old, name);
    const isToday = lookup(now, name).length > 0;
    if (own.length === 0 && isToday) return null;
    if (own.length === 0) continue;
    times.add(often);
    isLacking ||= !isToday;
    for (const one of own) named.add(one);
    const [plain, asOld] = bothReadings(match, { commune, district, hamlet }, node);
    if (plain === asOld && plain !== null) continue;
    isOther = true;
    isAgainst ||= plain !== null;
  }
  if (named.size === 0 || !isOther) return null;
  if (isLacking || isOldMap) return { today, node, isMeant: true };
  const isWhole = named.size > 1 && named.size === descendantsAt(node, HAMLET).length;
  const isPart = named.size < descendantsAt(today, HAMLET).length;
  return isWhole && isPart && times.size === 1 ? { today, node, isMeant: !isAgainst } : null;
}

function placedToday({ today }: Past, commune: string): readonly Node[] {
  const placed = /^\d+$/.test(commune) ? null : today.place({ commune }, null);
  return placed?.ok ? placed.nodes : [];
}

/** The only commune of the name that has ended, within the district that is named. */
function oldNode({ ended, placingOf }: Past, commune: string, district: string): Node | null {
  const above = withoutOld({ district })?.district ?? district;
  const nodes = ended.find('commune', commune).flatMap((unit) => {
    const node = placingOf(closes(unit)).tree.byCode.get(unit.code);
    return node !== undefined && isIn(node, above) ? [node] : [];
  });
  return nodes.length === 1 ? nodes[0]! : null;
}

function isIn(node: Node, district: string): boolean {
  const unit = nodeAt(node, 'district')?.unit;
  if (district === '' || unit === undefined) return true;
  const [own, said] = [nameOf(unit), parseName(district, 'district')];
  return said.bare === own.bare && ['', own.type].includes(said.type);
}

/** Where a hamlet is by its names themselves, and where as one of the old commune. */
function bothReadings(
  match: MatchNamed,
  { commune = '', district = '', hamlet = '' }: Named,
  { unit }: Node,
): readonly [Node | null, Node | null] {
  const above = district === '' ? {} : { district };
  const nodeUnder = (name: string): Node | null => {
    const found = match({ ...above, commune: name, hamlet });
    return isPlaced(found) ? found.node : null;
  };
  return [nodeUnder(commune), nodeUnder(`${unit.name} cũ`)];
}

type PlacedMatch = Extract<Match, { readonly node: Node }>;

function isPlaced(match: Match): match is PlacedMatch {
  return 'node' in match && match.node !== undefined;
}

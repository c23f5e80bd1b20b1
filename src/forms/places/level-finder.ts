import { fold, foldAccents } from '../../core/text.js';
import { parseName } from '../../geography/names.js';
import type { Named, Node } from '../../geography/types.js';
import { isTotalText, withoutMark } from '../cells/row-kind.js';
import type { Header } from '../header/header-guard.js';
import { headerKey } from '../header/header-text.js';
import type { Recognition } from '../header/recognise.js';
import { isPlaceHeading, type UnitLevel } from '../header/unit-columns.js';
import type { TableContext } from '../table-context.js';
import { type Base, LOWEST_FIRST, nodeOf, TOP_DOWN, withName } from './base.js';
import { startsWithUnitType } from './named-places.js';
import type { MatchUnit } from './place.js';

/** Texts looked up for one table: each costs a look at all names near. */
const MOST_LOOKED_UP = 500;

/** What a text alone names, below what a sheet says of the units above. */
export interface UnitFinder {
  /** The lowest level of a unit of that name; null for a stranger. Several of one name are of one level. */
  levelOf(text: string): UnitLevel | null;
  /** True where a unit of this level bears the name. */
  isNamed(text: string, level: UnitLevel): boolean;
  /** True where no unit of this level bears the name, and one bears nearly that. */
  isNear(text: string, level: UnitLevel): boolean;
}

/** Finds units by what single texts name, below what is known of where their table stands. */
export function unitFinder(base: Base, match: MatchUnit): UnitFinder {
  const isNamed = looked((text, level) => isUnit(text, level, base, match));
  return {
    levelOf: (text) => LOWEST_FIRST.find((level) => isNamed(text, level)) ?? null,
    isNamed,
    isNear: looked((text, level) => isNearly(text, level, base, match)),
  };
}

/**
 * For a column of hamlets in a sheet that names their commune: another commune's name alone is
 * a hamlet's there, if a wrong one, and heads nothing.
 */
function amongHamlets(finder: UnitFinder, commune: Node): UnitFinder {
  const isOwn = (text: string) => fold(commune.unit.name).endsWith(` ${fold(text)}`);
  return {
    ...finder,
    levelOf(text) {
      const level = finder.levelOf(text);
      const isAnother = level === 'commune' && startsWithUnitType(text) === null && !isOwn(text);
      return isAnother ? null : level;
    },
  };
}

/**
 * A commune's name alone in the hamlets' column, beside another commune's name in the column of communes: a
 * hamlet's, if a wrong one, and no head of a group.
 */
export function isWithinAnother(
  text: string,
  commune: string,
  { levelOf }: Pick<UnitFinder, 'levelOf'>,
): boolean {
  if (!/\p{L}/u.test(commune) || isTotalText(commune)) return false;
  const bare = withoutMark(text);
  if (startsWithUnitType(bare) !== null || levelOf(bare) !== 'commune') return false;
  const [own, other] = [commune, bare].map((name) => ` ${foldAccents(fold(name))}`);
  return !own!.endsWith(other!) && !other!.endsWith(own!);
}

/** The level alone, for who asks no more. */
export function levelFinder(base: Base, match: MatchUnit): UnitFinder['levelOf'] {
  return unitFinder(base, match).levelOf;
}

/** What tells the names among a table's rows: of a commune's tally those of its hamlets alone. */
export function rowsFinder(
  { layout, units }: Recognition,
  { texts }: Header,
  { base, match }: Pick<TableContext, 'base' | 'match'>,
): UnitFinder {
  const finder = unitFinder(base, match);
  const { commune } = base.nodes;
  const isStated = commune !== undefined && base.chosen.commune?.from === 'line';
  if (layout.layout === 'list' || units.hamlet === null || !isStated) return finder;
  const isOfAnyUnit = [...texts].some((text) => isPlaceHeading(headerKey(text)));
  return isOfAnyUnit ? finder : amongHamlets(finder, commune);
}

/** Remembers the answers, and gives no more of them than a table may cost. */
function looked(look: UnitFinder['isNamed']): UnitFinder['isNamed'] {
  const known = new Map<string, boolean>();
  return (text, level) => {
    const key = `${level} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (!/\p{L}|^\d{5,}$/u.test(text) || text.length > 60) return false;
    if (known.size >= MOST_LOOKED_UP * TOP_DOWN.length) return false;
    const found = look(text, level);
    known.set(key, found);
    return found;
  };
}

function isUnit(text: string, level: UnitLevel, base: Base, match: MatchUnit): boolean {
  const found = match(askedFor(text, level, base));
  if (found.kind === 'ambiguous') return found.choices.every(({ unit }) => unit.level === level);
  const node = nodeOf(found);
  return node?.unit.level === level && !(level === 'hamlet' && isTeam(text, node, base));
}

/** `Tổ 12`, a hamlet in some communes, is a team in the sheets of others and of other hamlets. */
function isTeam(text: string, node: Node, { nodes: { commune, hamlet } }: Base): boolean {
  const isHere = commune !== undefined && (hamlet ?? node) === node;
  return !isHere && parseName(text, 'hamlet').type === 'tổ';
}

function isNearly(text: string, level: UnitLevel, base: Base, match: MatchUnit): boolean {
  const found = match(askedFor(text, level, base));
  if (found.kind === 'ended') return found.old.level === level;
  if (found.kind !== 'unknown' || found.level !== level) return false;
  return found.suggestions.some(({ unit }) => sharesAWord(unit.name, text));
}

/** `Đợt 1` is not nearly `Ấp 1`: a number is no name. */
function sharesAWord(name: string, text: string): boolean {
  const [own, others] = [name, text].map((one) => foldAccents(fold(one)).split(/[^a-z\d]+/));
  const isShared = (word: string) => /^[a-z]{2}/.test(word) && others!.includes(word);
  return own!.some(isShared) || own!.join('') === others!.join('');
}

/** A unit of that name below those that are named above its level. */
function askedFor(text: string, level: UnitLevel, { named }: Base): Named {
  const { province = '', district = '', commune = '' } = named;
  const above = TOP_DOWN.indexOf(level);
  const those = {
    province: above > 0 ? province : '',
    district: above > 1 ? district : '',
    commune: above > 2 ? commune : '',
  };
  return withName(those, level, text);
}

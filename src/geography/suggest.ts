import { distance } from '../core/distance.js';
import { groupBy } from '../core/group-by.js';
import { memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import { foldAccents } from '../core/text.js';
import { codedHamlet } from './coded-names.js';
import { lookup, type NameIndex } from './name-index.js';
import { nameOf, type UnitName } from './names.js';
import type { Node } from './types.js';

/** Suggestions given for one name. */
const MOST = 3;
/** Below this rank the names differ by accents or type alone: nothing further is suggested. */
const NEAR = 2;
/** In a larger scope than this only the index is asked: a distance to each costs too much. */
const COMPARABLE = 2000;

/**
 * Units whose names are near, best first, 3 at most: without accents the same, of another
 * type, a few letters off, a word more or less. They are to be asked about, never counted.
 */
export function suggest(index: NameIndex<Node>, name: UnitName): readonly Node[] {
  const day = DAY.exec(name.bare);
  if (day !== null) return madeInto(day, index, name);
  const coded = codedHamlet(name.bare, index.items);
  if (coded !== null) return [coded];
  const loose = looseOf(name);
  const near = index.items.length <= COMPARABLE ? index.items : sameLoose(index, loose);
  const ranked = near
    .map((node) => ({ node, rank: rank(nameOf(node.unit), name, loose) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || byCodePoint(a.node.unit.code, b.node.unit.code));
  const best = ranked[0]?.rank ?? 0;
  return ranked
    .filter(({ rank }) => best >= NEAR || rank < NEAR)
    .slice(0, MOST)
    .map(({ node }) => node);
}

/** A date, as a spreadsheet makes one of a name: `19/5` is 19 May of the year. */
const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The units of whose names a day may have been made, in either order of day and month. */
function madeInto([, day, month, year]: RegExpExecArray, index: NameIndex<Node>, name: UnitName) {
  const typed = [
    `${day}/${month}`,
    `${month}/${day}`,
    ...(day === '1' ? [`${month}/${year}`] : []),
  ];
  const nodes = typed.flatMap((bare) => {
    const whole = name.type === '' ? bare : `${name.type} ${bare}`;
    return lookup(index, { ...name, bare, whole, plain: bare });
  });
  return [...new Set(nodes)].slice(0, MOST);
}

/** A name without its accents and stops, with and without its type. */
interface Loose {
  readonly bare: string;
  readonly whole: string;
}

const looseOf = memo(({ bare, whole }: UnitName): Loose => {
  return { bare: loosen(bare), whole: loosen(whole) };
});

/** `K.3` is as near to `Khóm 3` as `K3` is. */
function loosen(text: string): string {
  return foldAccents(text)
    .replace(/[.\s]+/g, ' ')
    .trim();
}

const byLoose = memo((index: NameIndex<Node>): ReadonlyMap<string, readonly Node[]> => {
  return groupBy(index.items, (node) => looseOf(nameOf(node.unit)).bare);
});

/** Those that are the same but for accents and type. */
function sameLoose(index: NameIndex<Node>, { bare, whole }: Loose): readonly Node[] {
  const nodes = byLoose(index);
  const untyped = bare.replace(/^\S+ /, '');
  return [...new Set([bare, whole, untyped].flatMap((name) => nodes.get(name) ?? []))];
}

/** 0 for the same without accents, more for what is further off, `Infinity` for strangers. */
function rank(unit: UnitName, name: UnitName, loose: Loose): number {
  const own = looseOf(unit);
  if (own.whole === loose.whole) return 0;
  if (unit.bare === name.bare) return 1;
  const otherType = unit.type !== name.type && name.type !== '' ? 0.5 : 0;
  if (own.bare === loose.bare) return 1.2 + otherType;
  const whole = name.type === '' ? nearness(own.whole, loose.whole) : Infinity;
  return Math.min(nearness(own.bare, loose.bare), whole) + otherType;
}

/** 3 and more for a few letters off, 9 for a word more or less, else `Infinity`. */
function nearness(a: string, b: string): number {
  if (digits(a) !== digits(b)) return Infinity;
  const most = Math.max(1, Math.floor(b.length / 4));
  const steps = b.length < 3 ? Infinity : distance(a, b, most);
  if (steps <= most) return 2 + steps;
  return isPartOf(a, b) || isPartOf(b, a) ? 9 : Infinity;
}

/** `Ấp 1` is not nearly `Ấp 2`: numbers are right or wrong. */
function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** `rach goc` of `rach goc b`, `1` of `so 1`. */
function isPartOf(part: string, whole: string): boolean {
  const words = whole.split(' ');
  return part.split(' ').every((word) => words.includes(word));
}

import type { Lang } from '../core/lang.js';
import type { Node } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';

/** Kinds of unit as English headings call them. */
const ENGLISH_KINDS: readonly (readonly [kind: string, english: string])[] = [
  ['tỉnh', 'Province'],
  ['thành phố', 'City'],
  ['huyện', 'District'],
  ['quận', 'District'],
  ['thị xã', 'Town'],
  ['thị trấn', 'Township'],
  ['xã', 'Commune'],
  ['phường', 'Ward'],
  ['đặc khu', 'Special Zone'],
];

/** The kind of a unit above the hamlet at the head of its name, and the spaces behind it. */
export const KIND = new RegExp(
  `^(${ENGLISH_KINDS.map(([kind]) => kind).join('|')})\\s+(?=\\S)`,
  'iu',
);

/** `Khóm 3 (Phường 1)`: a hamlet's name is another hamlet's as well, in the next commune. */
export function nameInParent({ unit, parent }: Node): string {
  return unit.level === HAMLET && parent !== null
    ? `${unit.name} (${parent.unit.name})`
    : unit.name;
}

/**
 * Units of one list by their names; those that share one (`Phường 1` of two towns) by the unit
 * above them too, as in `Phường 1 (Thành phố Cà Mau)`; two of one name in one unit (real after
 * mergers) by their codes.
 */
export function namesApart(units: readonly Node[]): ReadonlyMap<Node, string> {
  const above = ({ unit, parent }: Node) =>
    parent === null ? unit.name : `${unit.name} (${parent.unit.name})`;
  const named = timesOf(units.map(({ unit }) => unit.name));
  const placed = timesOf(units.map(above));
  return new Map(
    units.map((node) => {
      const { name, code } = node.unit;
      if (named.get(name) === 1) return [node, name];
      return [node, placed.get(above(node)) === 1 ? above(node) : `${name} (${code})`];
    }),
  );
}

function timesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

/**
 * A unit as headings name it: in English with its kind in English, `Ngọc Hiển District`, `Ward 1`.
 * In tables it bears the registry's name in either language.
 */
export function headingName(name: string, lang: Lang): string {
  if (lang === 'vi') return name;
  const known = name.normalize('NFC');
  const lower = known.toLocaleLowerCase('vi');
  const found = ENGLISH_KINDS.find(([kind]) => lower.startsWith(`${kind} `));
  if (!found) return known;
  const bare = known.slice(found[0].length).trim();
  return /^\d/.test(bare) ? `${found[1]} ${bare}` : `${bare} ${found[1]}`;
}

import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import { foldAccents } from '../core/text.js';
import { parseName, spellingsOf, withoutApostrophes } from './names.js';
import type { Registry, Unit } from './types.js';
import { HAMLET } from './validity.js';

/** A hamlet as sheets name it, in a commune that the registry knows. */
export interface NamedHamlet {
  readonly commune: Unit;
  readonly name: string;
  /** Rows that name it so. */
  readonly rows: number;
}

/** A hamlet to be approved: one row of `units.csv`. */
export interface NewHamlet {
  readonly code: string;
  readonly name: string;
  readonly commune: Unit;
  readonly rows: number;
  /** Other spellings that were taken for it. */
  readonly spellings: readonly string[];
  /** Another of the new hamlets whose name differs by accents or type alone: one of the two? */
  readonly near: string;
}

/** Digits after the commune's code. */
const SERIAL = 3;

/**
 * New hamlets out of the names that sheets give them: spellings that fold to one name are one
 * hamlet, in the spelling found oftenest. A code is the commune's with a number after it, and
 * none that the registry ever gave to another unit: codes with a name are one unit over time.
 */
export function newHamlets(
  registry: Registry,
  named: readonly NamedHamlet[],
): readonly NewHamlet[] {
  const used = new Set(registry.units.map(({ code }) => code));
  const byCommune = groupBy(named, (one) => one.commune);
  const communes = [...byCommune.keys()].sort((a, b) => byCodePoint(a.code, b.code));
  return communes.flatMap((commune) => inCommune(commune, byCommune.get(commune)!, used));
}

function inCommune(
  commune: Unit,
  named: readonly NamedHamlet[],
  used: Set<string>,
): readonly NewHamlet[] {
  const loose = (name: string) => foldAccents(parseName(name, HAMLET).bare);
  const proposed = grouped(named)
    .map((group) => ({ group, name: inFull(group[0]!.name) }))
    .sort((a, b) => naturally(a.name, b.name));
  return proposed.map(
    ({ group, name }): NewHamlet => ({
      code: nextCode(commune.code, used),
      name,
      commune,
      rows: group.reduce((sum, { rows }) => sum + rows, 0),
      spellings: group.map((one) => one.name).filter((spelling) => spelling !== name),
      near:
        proposed.find((other) => other.name !== name && loose(other.name) === loose(name))?.name ??
        '',
    }),
  );
}

/** Spellings of one hamlet together, the best and commonest first; one without a type joins the typed. */
function grouped(named: readonly NamedHamlet[]): NamedHamlet[][] {
  const groups = groupBy(named, (one) => withoutApostrophes(parseName(one.name, HAMLET).whole));
  for (const [whole, group] of groups) {
    const { type, bare: written } = parseName(group[0]!.name, HAMLET);
    const bare = withoutApostrophes(written);
    const typed = [...groups].filter(([other, [first]]) => {
      const name = parseName(first!.name, HAMLET);
      return other !== whole && name.type !== '' && withoutApostrophes(name.bare) === bare;
    });
    if (type !== '' || typed.length !== 1) continue;
    typed[0]![1].push(...group);
    groups.delete(whole);
  }
  return [...groups.values()].map((group) =>
    group.sort(
      (a, b) =>
        goodness(b.name) - goodness(a.name) || b.rows - a.rows || byCodePoint(a.name, b.name),
    ),
  );
}

/** How well a spelling would stand in a registry: with its type in full, apostrophes, and not in capitals. */
function goodness(name: string): number {
  const { type } = parseName(name, HAMLET);
  if (type === '') return 0;
  const isWhole = name.toLowerCase().startsWith(`${type} `);
  const signs = name.split(/['’]/).length - 1;
  return 1 + (isWhole ? 4 : 0) + (isPlainlyTyped(name) ? 2 : 0) + Math.min(signs, 1);
}

/** `Ấp Gò`, neither `ẤP GÒ` nor `ấp Gò`. */
function isPlainlyTyped(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name !== name.toUpperCase();
}

/** `TDP 3` → `Tổ dân phố 3`: the type as a registry has it. */
function inFull(name: string): string {
  const { type } = parseName(name, HAMLET);
  const short = spellingsOf(HAMLET, type).find(
    (spelling) => spelling !== type && name.toLowerCase().startsWith(spelling),
  );
  if (short === undefined || name.toLowerCase().startsWith(`${type} `)) return name;
  const rest = name.slice(short.length).replace(/^[\s.:]+/, '');
  return `${type.charAt(0).toUpperCase()}${type.slice(1)} ${rest}`;
}

const collator = new Intl.Collator('vi', { numeric: true });
const naturally = (a: string, b: string) => collator.compare(a, b) || byCodePoint(a, b);

function nextCode(commune: string, used: Set<string>): string {
  for (let serial = 1; ; serial++) {
    const code = commune + String(serial).padStart(SERIAL, '0');
    if (used.has(code)) continue;
    used.add(code);
    return code;
  }
}

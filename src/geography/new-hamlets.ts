import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import { foldAccents } from '../core/text.js';
import { parseName } from './names.js';
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
  const groups = grouped(named);
  const loose = (name: string) => foldAccents(parseName(name, HAMLET).bare);
  const names = groups.map((group) => group[0]!.name).sort(naturally);
  return names.map((name): NewHamlet => {
    const group = groups.find(([first]) => first!.name === name)!;
    return {
      code: nextCode(commune.code, used),
      name,
      commune,
      rows: group.reduce((sum, { rows }) => sum + rows, 0),
      spellings: group.slice(1).map((one) => one.name),
      near: names.find((other) => other !== name && loose(other) === loose(name)) ?? '',
    };
  });
}

/** Spellings of one hamlet together, the commonest first; one without a type joins the typed. */
function grouped(named: readonly NamedHamlet[]): NamedHamlet[][] {
  const groups = groupBy(named, (one) => parseName(one.name, HAMLET).whole);
  for (const [whole, group] of groups) {
    const { type, bare } = parseName(group[0]!.name, HAMLET);
    const typed = [...groups].filter(([other, [first]]) => {
      const name = parseName(first!.name, HAMLET);
      return other !== whole && name.type !== '' && name.bare === bare;
    });
    if (type !== '' || typed.length !== 1) continue;
    typed[0]![1].push(...group);
    groups.delete(whole);
  }
  const isTyped = ({ name }: NamedHamlet) => (parseName(name, HAMLET).type === '' ? 1 : 0);
  return [...groups.values()].map((group) =>
    group.sort((a, b) => isTyped(a) - isTyped(b) || b.rows - a.rows || byCodePoint(a.name, b.name)),
  );
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

import { getOrMake } from '../core/memo.js';
import { fold } from '../core/text.js';
import { lookup } from './name-index.js';
import { hasSign, parseName, startsWithType, withOneSign } from './names.js';
import { NAMED_LEVELS, type Placing } from './placing.js';
import { MOST_WORDS, piecesOf, textOf, wordsOf } from './text-words.js';
import { nodeAt } from './tree.js';
import type { Alias, Gazetteer, Match, MatchNamed, Named, NamedLevel, Node } from './types.js';
import { closes, HAMLET } from './validity.js';

type Read = (text: string, within: Node | null) => Match | null;
/** What a text may name: written names by what tells them, one map for types and aliases. */
type Names = ReadonlyMap<string, string>;
/** Typed names; and those with numbers that a sign stands between, by what any sign comes to. */
interface Typed {
  readonly exact: Names;
  readonly signed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A code in passing has five digits or more, and is no month (`202409`) or day (`20240915`). */
const CODE = /(?<!\d)(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d))\d{5,}(?!\d)/g;

/** Reads which unit a file or folder name names in passing; see `Matcher.matchText`. */
export function createTextReader(
  registry: Gazetteer,
  today: Placing,
  match: MatchNamed,
  aliases: readonly Alias[],
): Read {
  let names: Typed | undefined;
  let ended: ReadonlySet<string | null> | undefined;
  const other = aliasNames(aliases, today);
  return (raw, within) => {
    const text = textOf(raw);
    const coded = byCode(text, today);
    if (coded !== null) return coded;
    names ??= typedNames(registry);
    ended ??= endedAbove(registry, today);
    const isThere = within === null ? () => true : bearerIn(today, within, ended);
    const named = mentions(wordsOf(text), { names, other, isThere, ended });
    if (Object.keys(named).length > 0) return withNames(match(named, within ?? undefined), named);
    return byBareName(text, today, within);
  };
}

/** What an ended unit is called goes along: below it another is meant than below today's. */
function withNames(match: Match, named: Named): Match {
  return match.kind === 'moved' || match.kind === 'ended' ? { ...match, named } : match;
}

function byCode(text: string, { tree }: Placing): Match | null {
  const nodes = [...text.matchAll(CODE)].flatMap(([code]) => tree.byCode.get(code) ?? []);
  const [node, ...others] = new Set(nodes);
  if (node === undefined) return null;
  if (others.length === 0) return { kind: 'found', node };
  return { kind: 'ambiguous', name: text, choices: [node, ...others] };
}

function keyOf(name: string, level: string): string | null {
  const { type, whole } = parseName(name, level);
  return type === '' ? null : `${level}\n${whole.replaceAll('-', ' ')}`;
}

/** All typed names that units bear or bore, by level and fold. */
function typedNames(registry: Gazetteer): Typed {
  const exact = new Map<string, string>();
  const signed = new Map<string, Set<string>>();
  for (const { name, level } of registry.units) {
    const key = keyOf(name, level);
    if (key === null) continue;
    getOrMake(exact, key, () => name);
    if (hasSign(key)) getOrMake(signed, withOneSign(key), () => new Set()).add(name);
  }
  return { exact, signed };
}

/** The name that a text is; the text itself where signs alone tell several apart. */
function nameIn(text: string, level: NamedLevel, { exact, signed }: Typed): string | undefined {
  const key = keyOf(text, level) ?? '';
  const name = exact.get(key);
  if (name !== undefined || !hasSign(key)) return name;
  const [only, ...others] = signed.get(withOneSign(key)) ?? [];
  return others.length > 0 ? text : only;
}

/** The approved other names of units, which need no type. */
function aliasNames(aliases: readonly Alias[], { tree }: Placing): Names {
  const names = new Map<string, string>();
  for (const { name, code } of aliases) {
    const node = tree.byCode.get(code);
    if (node !== undefined) names.set(`${node.unit.level}\n${fold(name)}`, name);
  }
  return names;
}

type IsThere = (name: string, level: NamedLevel) => boolean;

/** Names of communes and districts that have ended. */
function endedAbove({ units }: Gazetteer, { tree }: Placing): ReadonlySet<string | null> {
  const ended = units.filter((unit) => unit.level !== HAMLET && closes(unit) < tree.date);
  return new Set(ended.map(({ name, level }) => keyOf(name, level)));
}

/**
 * Tells whether a unit bears a name within another, which the units above it are as well. Those
 * that have ended may have been: `Xã Vĩnh Hậu A` is never today's `Xã Vĩnh Hậu`.
 */
function bearerIn({ indexOf }: Placing, within: Node, ended: ReadonlySet<string | null>): IsThere {
  return (name, level) => {
    if (level !== HAMLET && ended.has(keyOf(name, level))) return true;
    const scope = nodeAt(within, level) ?? within;
    return lookup(indexOf(scope, level), parseName(name, level)).length > 0;
  };
}

/** What names there are to find in a text. */
interface Known {
  readonly names: Typed;
  readonly other: Names;
  readonly isThere: IsThere;
  /** Those of communes and districts that have ended. */
  readonly ended: ReadonlySet<string | null>;
}

/** The names in a text, one a level; a level that is named twice over says nothing. */
function mentions(words: readonly string[], known: Known): Named {
  const found: Partial<Record<NamedLevel, string>> = {};
  const doubled = new Set<NamedLevel>();
  for (let at = 0; at < words.length; at++) {
    for (const level of NAMED_LEVELS) {
      const one = longest(words, at, level, known);
      if (one === null) continue;
      // `Xã Tân Ân cũ`: the old one; of a name that none of them bore, an old version of the file.
      const isOld =
        words[at + one.length]?.toLowerCase() === 'cũ' && known.ended.has(keyOf(one.name, level));
      const name = isOld ? `${one.name} cũ` : one.name;
      if (found[level] !== undefined && found[level] !== name) doubled.add(level);
      found[level] = name;
    }
  }
  for (const level of doubled) delete found[level];
  return found;
}

/** Ends a name, and may be a month instead where a year stands behind it. */
const MONTH = /^(?:t|th|tháng|q|quý)?[ .]?\d{1,2}$/iu;

function isYear(words: readonly string[], at: number): boolean {
  const isMonths = /^(?:0[1-9]|1[0-2])(?!\d)/.test(words[at + 1] ?? '');
  return /^20\d\d(?![\d.])/.test(words[at] ?? '') && !isMonths;
}

/** Of `Khóm 1 T1 2024` that is `Khóm 1`, where both are units: in January. */
function longest(
  words: readonly string[],
  at: number,
  level: NamedLevel,
  { names, other, isThere }: Known,
): { readonly name: string; readonly length: number } | null {
  const rest = words.slice(at, at + MOST_WORDS);
  const typed = startsWithType(rest.join(' '), level);
  if (!typed && other.size === 0) return null;
  let year: { name: string; length: number } | null = null;
  for (let length = rest.length; length > 0; length--) {
    const text = rest.slice(0, length).join(' ');
    const name = typed ? nameIn(text, level, names) : undefined;
    const found = name ?? other.get(`${level}\n${fold(text)}`);
    if (found === undefined || (name !== undefined && !isThere(name, level))) continue;
    const one = { name: found, length };
    if (year !== null)
      return MONTH.test(words.slice(at + length, at + year.length).join(' ')) ? one : year;
    if (!isYear(words, at + length)) return one;
    year = one;
  }
  return year;
}

/** A piece of the text that is the bare name of one unit alone: `Tân Ân - T9`. */
function byBareName(text: string, today: Placing, within: Node | null): Match | null {
  const pieces = piecesOf(text).filter((piece) => /\p{L}{2}.*\p{L}{2}/u.test(piece));
  const nodes = pieces.flatMap((piece) =>
    NAMED_LEVELS.flatMap((level) => lookup(today.indexOf(within, level), parseName(piece, level))),
  );
  const [node, ...others] = new Set(nodes);
  return node !== undefined && others.length === 0 ? { kind: 'found', node } : null;
}

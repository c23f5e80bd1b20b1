import { getOrMake } from '../core/memo.js';
import { clean } from '../core/text.js';
import { lookup } from './name-index.js';
import { parseName, startsWithType } from './names.js';
import { NAMED_LEVELS, type Placing } from './placing.js';
import type { Match, Named, NamedLevel, Node, Registry } from './types.js';

type MatchNamed = (named: Named, within?: Node) => Match;
type Read = (text: string, within: Node | null) => Match | null;

/** Words of a name at most: `Thị trấn Trần Văn Thời` has five. */
const LONGEST = 8;
const SEPARATORS = /[-_–—/\\,;()[\]{}+|"]+/g;
const EXTENSION = /\.[a-z]{3,4}$/i;
/** A code in passing has five digits or more, and is no month (`202409`) or day (`20240915`). */
const CODE = /(?<!\d)(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d))\d{5,}(?!\d)/g;

/** Reads which unit a file or folder name names in passing; see `Matcher.matchText`. */
export function createTextReader(registry: Registry, today: Placing, match: MatchNamed): Read {
  let names: ReadonlyMap<string, string> | undefined;
  return (raw, within) => {
    const text = clean(raw.replace(EXTENSION, ''));
    const coded = byCode(text, today);
    if (coded !== null) return coded;
    names ??= typedNames(registry);
    const named = mentions(clean(text.replace(SEPARATORS, ' ')), names);
    if (Object.keys(named).length > 0) return match(named, within ?? undefined);
    return byBareName(text, today, within);
  };
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
function typedNames(registry: Registry): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, level } of registry.units) {
    const key = keyOf(name, level);
    if (key !== null) getOrMake(names, key, () => name);
  }
  return names;
}

/** The typed names in a text, one a level; a level that is named twice over says nothing. */
function mentions(text: string, names: ReadonlyMap<string, string>): Named {
  const words = text.split(' ');
  const found: Partial<Record<NamedLevel, string>> = {};
  const doubled = new Set<NamedLevel>();
  for (let at = 0; at < words.length; at++) {
    for (const level of NAMED_LEVELS) {
      const name = longest(words, at, level, names);
      if (name === null) continue;
      if (found[level] !== undefined && found[level] !== name) doubled.add(level);
      found[level] = name;
    }
  }
  for (const level of doubled) delete found[level];
  return found;
}

function longest(
  words: readonly string[],
  at: number,
  level: NamedLevel,
  names: ReadonlyMap<string, string>,
): string | null {
  const rest = words.slice(at, at + LONGEST);
  if (!startsWithType(rest.join(' '), level)) return null;
  for (let length = rest.length; length > 0; length--) {
    const name = names.get(keyOf(rest.slice(0, length).join(' '), level) ?? '');
    if (name !== undefined) return name;
  }
  return null;
}

/** A piece of the text that is the bare name of one unit alone: `Tân Ân - T9`. */
function byBareName(text: string, today: Placing, within: Node | null): Match | null {
  const pieces = text
    .split(SEPARATORS)
    .map(clean)
    .filter((piece) => /\p{L}{2}.*\p{L}{2}/u.test(piece));
  const nodes = pieces.flatMap((piece) =>
    NAMED_LEVELS.flatMap((level) => lookup(today.indexOf(within, level), parseName(piece, level))),
  );
  const [node, ...others] = new Set(nodes);
  return node !== undefined && others.length === 0 ? { kind: 'found', node } : null;
}

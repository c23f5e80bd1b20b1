import { foldAccents } from '../core/text.js';
import { codeIn } from './coded-names.js';
import { parseName, withOneSign } from './names.js';
import { MOST_WORDS, textOf, wordsOf } from './text-words.js';
import type { Gazetteer, Named, NamedLevel } from './types.js';

/** One word alone may be any word. */
const LEAST = 2;
const LEVELS: readonly NamedLevel[] = ['district', 'commune', 'hamlet'];

/** Names of units without their accents, by level: with their type, and bare. */
interface Loose {
  readonly typed: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
}

/**
 * Reads what a file or folder name seems to name but for its accents (`ap-rach-goc-b.xlsx`,
 * `BC_XaTanAn`) or for all but a letter of its type (`K1.xlsx`), as it is written there. To be
 * asked about, never counted (contract, Forms).
 */
export function createNearReader(registry: Gazetteer): (text: string) => Named {
  let loose: Loose | undefined;
  const read = new Map<string, Named>();
  return (text) => {
    const before = read.get(text);
    if (before !== undefined) return before;
    loose ??= looseNames(registry);
    const code = codeIn(textOf(text));
    const named = code === null ? nearIn(wordsOf(textOf(text)), loose) : { hamlet: code };
    read.set(text, named);
    return named;
  };
}

const keyOf = (level: string, name: string) => `${level}\n${withOneSign(foldAccents(name))}`;

function looseNames({ units }: Gazetteer): Loose {
  const [typed, bare] = [new Set<string>(), new Set<string>()];
  for (const { name, level } of units) {
    const parsed = parseName(name, level);
    bare.add(keyOf(level, parsed.bare));
    if (parsed.type !== '') typed.add(keyOf(level, parsed.whole));
  }
  return { typed, bare };
}

/** Names with their type first; then bare ones, of the highest level that is not named yet. */
function nearIn(words: readonly string[], { typed, bare }: Loose): Named {
  const named: Partial<Record<NamedLevel, string>> = {};
  const passed = new Set<number>();
  for (const names of [typed, bare]) {
    for (const { at, length, text } of windows(words)) {
      const level = LEVELS.find((one) => !named[one] && names.has(keyOf(one, foldedAs(text, one))));
      if (level === undefined || isPassed(at, length, passed)) continue;
      named[level] = text;
      for (let i = at; i < at + length; i++) passed.add(i);
    }
  }
  return named;
}

/** A text folded as a name of a level is: `ap 01` as `ap 1`, `TT Rach Goc` with its type whole. */
function foldedAs(text: string, level: string): string {
  return parseName(text, level).whole;
}

/** Runs of words, the longest first. */
function* windows(words: readonly string[]) {
  for (let length = Math.min(MOST_WORDS, words.length); length >= LEAST; length--)
    for (let at = 0; at + length <= words.length; at++)
      yield { at, length, text: words.slice(at, at + length).join(' ') };
}

function isPassed(at: number, length: number, passed: ReadonlySet<number>): boolean {
  for (let i = at; i < at + length; i++) if (passed.has(i)) return true;
  return false;
}

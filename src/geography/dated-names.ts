import { getOrMake, memo, memoText } from '../core/memo.js';
import { type FindPeriods, findPeriods, periodFinder, READ } from '../core/period-text.js';
import { fold, foldAccents, romanToNumber } from '../core/text.js';
import { BARE_UNIT_KINDS } from '../core/unit-kinds.js';
import { hasRareType, nameOf, parseName, spellingsOf, type UnitName } from './names.js';
import type { Alias, Gazetteer } from './types.js';

/** A unit's name in a text that is cleaned. */
export interface DatedName {
  readonly level: string;
  /** As the registry has it. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Names of units that read like periods (`Ấp 3 Tháng 2`, `Khóm 1 T1`, `Ấp Quý Hai`): what is one
 * of them is no period, and what stands beside it is. With them are found those that begin with a
 * word that is a type only in some provinces (`Khu 5`, `Tổ 12`). Others are not looked for.
 */
export interface DatedNames {
  readonly findPeriods: FindPeriods;
  readonly namesIn: (cleaned: string) => readonly DatedName[];
}

/** There are none: nothing is looked for. */
export const NO_DATED_NAMES: DatedNames = { findPeriods, namesIn: () => [] };

/** The names of a registry and its aliases that read like periods. */
export function datedNames(registry: Gazetteer, aliases: readonly Alias[]): DatedNames {
  return made(registry)(aliases);
}

const made = memo((registry: Gazetteer) =>
  memo((aliases: readonly Alias[]): DatedNames => {
    const dated = datedOf(registry, aliases);
    const names = [...dated, ...registry.units.filter((unit) => hasRareType(nameOf(unit)))];
    if (names.length === 0) return NO_DATED_NAMES;
    const read = readerOf(names, registry);
    const readDated = dated.length === names.length ? read : readerOf(dated, registry);
    const blank = (folded: string) => readDated(folded).reduce(blanked, folded);
    const namesIn = memoText((cleaned) => {
      const folded = foldAccents(fold(cleaned));
      if (folded.length !== cleaned.length) return [];
      return read(folded).filter(
        (one) =>
          isWritten(one, cleaned.slice(one.start, one.end)) && !GOES_ON.test(folded.slice(one.end)),
      );
    });
    return { findPeriods: periodFinder(blank), namesIn };
  }),
);

/**
 * A word that belongs to the name: `Ấp Bình Quý C`, of which `Ấp Bình Quý` is only the beginning.
 * Periods, units and what else a line says beside a name do not.
 */
const GOES_ON =
  /^ (?!(?:thang|thg|quy|ky|nam|ngay|tu|den|trong|xa|phuong|thi|huyen|quan|thanh|tinh|thuoc|ap|khom|bao|lan|so|va|cua|co|thtt|tt|tp|tx|th?|q|x|p|h)(?![a-z]))[a-z]/;

/** True where a text is the name with its accents (`Ấp Nam` is not `Ấp Năm`), whatever its signs. */
function isWritten({ name, level }: DatedName, text: string): boolean {
  const [own, written] = [parseName(name, level), parseName(text, level)];
  const keys = ({ bare }: UnitName) => wordsIn(bare).map(({ key }) => key);
  return `${keys(own)}` === `${keys(written)}`;
}

function blanked(text: string, { start, end }: DatedName): string {
  return text.slice(0, start) + READ.repeat(end - start) + text.slice(end);
}

/** `năm` is a year as well as five; without its accents it would be any south. */
const YEAR_OR_FIVE = /(?<!\p{L})năm(?!\p{L})/u;
/** What may be read as a period, or with what stands beside it: `Phú Quý 3-2024`. */
const MAY_READ =
  /(?<![a-z])(?:thang|thg|quy|ky|q|th?)(?![a-z])|\d[^\d]{1,3}\d|(?<!\d)(?:19|20)\d\d(?!\d)/;

/** True for a name that reads like a period, or does with what stands beside it. */
export function mayRead({ name }: { readonly name: string }): boolean {
  const folded = fold(name);
  return MAY_READ.test(foldAccents(folded)) || YEAR_OR_FIVE.test(folded);
}

type Name = Pick<DatedName, 'level' | 'name'>;

type Read = (folded: string) => readonly DatedName[];

function datedOf({ units }: Gazetteer, aliases: readonly Alias[]): Name[] {
  const dated: Name[] = units.filter(mayRead);
  for (const { name, code } of aliases.filter(mayRead))
    dated.push(...units.flatMap(({ level, code: own }) => (own === code ? { level, name } : [])));
  return dated;
}

function readerOf(all: readonly Name[], { units }: Gazetteer): Read {
  const known = new Set(units.map((unit) => keyOf(nameOf(unit))));
  const names: Names = { typed: new Map(), labelled: new Map() };
  for (const name of all) add(name, names, known);
  return (folded) => read(folded, names);
}

/** Names word by word. */
interface Step extends Map<string, Step | End> {}

/** Where a name ends. */
interface End {
  readonly names: Name[];
  /** A name that is shorter is a unit's as well. */
  isOpen: boolean;
}

/** With their types, in any spelling of those; and bare, for behind a label. */
interface Names {
  readonly typed: Step;
  readonly labelled: Step;
}

const END = '';
/** Stands before a word that a sign parts from the one before. */
const PARTED = ',';
const LABELLED = ':';

const LAST_SIGNS = /[^\p{L}\p{N}]+$/u;

function add({ level, name }: Name, { typed, labelled }: Names, known: ReadonlySet<string>): void {
  const { type, bare } = parseName(name, level);
  const words = wordsIn(foldAccents(bare));
  // `Ấp 3 Tháng 2` where there is an `Ấp 3`; what makes `Bình Quý A` of `Bình Quý` is no period.
  const isOpen = words.some(
    ({ start }, i) =>
      i > 0 &&
      mayRead({ name: bare.slice(start) }) &&
      known.has(keyOf({ type, bare: bare.slice(0, start).replace(LAST_SIGNS, '') })),
  );
  const enter = (from: Step, written: readonly string[]) => {
    let step = from;
    for (const word of written) step = getOrMake(step, word, () => new Map()) as Step;
    const end = getOrMake(step, END, () => ({ names: [], isOpen })) as End;
    end.isOpen ||= isOpen;
    const isKnown = end.names.some((one) => one.level === level && one.name === name);
    if (!isKnown) end.names.push({ level, name });
  };
  for (const all of [words.map(({ sign, key }) => sign + key), words.map(({ key }) => key)]) {
    const [first = '', ...rest] = all;
    if (mayRead({ name })) enter(labelled, all);
    if (type === '' && /^\p{L}{2}/u.test(first) && !MAY_READ.test(first)) enter(typed, all);
    for (const spelling of spellingsOf(level, type)) {
      const before = wordsIn(foldAccents(fold(spelling))).map(({ key }) => key);
      enter(typed, [...before, ...all]);
      enter(typed, [...before, LABELLED + first, ...rest]);
    }
  }
}

/** A type and what follows it, as one text. */
function keyOf({ type, bare }: Pick<UnitName, 'type' | 'bare'>): string {
  return `${type}\n${bare}`;
}

interface Word {
  /** Numbers arabic, without leading zeros. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly sign: '' | typeof PARTED | typeof LABELLED;
}

const WORD = /\p{L}+|\d+/gu;
/** Names are told without it: `Tổ dân phố số 6`. */
const SO = /(?<![a-z])so $/;
const NUMBER = /^so \d/;
/** Of names of files, where a sign stands for another. */
const JOINT = /^[ _./\\"'-]{0,3}$/;

function wordsIn(folded: string): readonly Word[] {
  let before = 0;
  return [...folded.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (word === 'so' && NUMBER.test(folded.slice(index))) return [];
    const gap = folded.slice(before, index).replace(SO, '');
    before = index + word.length;
    const sign = JOINT.test(gap) ? '' : /^ ?: ?$/.test(gap) ? LABELLED : PARTED;
    const key = String(romanToNumber(word) ?? word).replace(/^0+(?=\d)/, '');
    return [{ key, start: index, end: before, sign }];
  });
}

function read(folded: string, { typed, labelled }: Names): DatedName[] {
  const words = wordsIn(folded);
  const found: DatedName[] = [];
  for (let at = 0; at < words.length; at++) {
    const one = nameAt(words, at, typed, folded) ?? labelledAt(words, at, labelled, folded);
    if (one === null) continue;
    const [start, end] = [words[at]!.start, words[one.next - 1]!.end];
    for (const name of one.names) found.push({ ...name, start, end });
    at = one.next - 1;
  }
  return found;
}

/** Words for a unit that a name without its type stands behind: `Ấp/Khóm: Quý Hai`. */
const LABEL = new RegExp(
  `(?<![a-z])(?:${BARE_UNIT_KINDS}|pho|don vi|dia ban|dia phuong|dia diem)(?![a-z])[^:;,\\d]{0,40}: *$`,
);

function labelledAt(words: readonly Word[], at: number, labelled: Step, folded: string) {
  if (words[at]!.sign !== LABELLED) return null;
  const isLabelled = LABEL.test(folded.slice(0, words[at]!.start));
  return isLabelled ? nameAt(words, at, labelled, folded) : null;
}

/** The longest name that stands there, and the word after it. */
function nameAt(words: readonly Word[], at: number, names: Step, folded: string) {
  let step = names.get(words[at]!.key) as Step | undefined;
  let longest: { names: readonly Name[]; next: number } | null = null;
  for (let next = at + 1; step !== undefined; next++) {
    const ending = step.get(END) as End | undefined;
    const [end, word] = [words[next - 1]!.end, words[next]];
    const isWhole = ending !== undefined && word?.start !== end && !isDate(folded, end);
    if (isWhole && !(ending.isOpen && isDoubtful(words.slice(at, next), folded)))
      longest = { names: ending.names, next };
    step = word && (step.get(word.sign + word.key) as Step | undefined);
  }
  return longest;
}

/** `Ấp: 19/05/2024`: a date, even if there is an `Ấp 19/5`. */
function isDate(folded: string, end: number): boolean {
  return folded[end] === '/' && DATE.test(folded.slice(Math.max(0, end - 5), end + 6));
}

const DATE = /\d\/\d{1,2}\/\d{4}(?!\d)/;

/** A year behind a name, which is not that of a month of its own (`2024-09`). */
const YEAR = /^[ _./-]{0,3}(?:nam[ _.:-]{0,3})?20\d\d(?![ _./-]{0,3}(?:0[1-9]|1[0-2])(?!\d)|\d)/;

/** `Ấp 3 - Tháng 2`, `Ấp 3 Tháng 2/2024`, where there is an `Ấp 3` as well. */
function isDoubtful(words: readonly Word[], folded: string): boolean {
  const isApart = words.some(({ start }, i) => i > 0 && start - words[i - 1]!.end > 1);
  return isApart || YEAR.test(folded.slice(words.at(-1)!.end));
}

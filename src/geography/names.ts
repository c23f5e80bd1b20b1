import { memo } from '../core/memo.js';
import { clean, fold, romanToNumber } from '../core/text.js';
import type { Unit } from './types.js';

/**
 * The types of each level, each with the other spellings that the contract folds
 * (`T. TP. TX. H. Q. X. P. TT.`, `Thi trấn`). A short form counts before a dot, a space or
 * a digit: `P.1`, `P1`, `TT Rạch Gốc`.
 */
const TYPES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  province: { tỉnh: ['t'], 'thành phố': ['tp'] },
  district: { huyện: ['h'], 'thành phố': ['tp'], 'thị xã': ['tx', 'thi xã'], quận: ['q'] },
  commune: { xã: ['x'], phường: ['p'], 'thị trấn': ['tt', 'thi trấn'], 'đặc khu': ['đk'] },
  hamlet: {
    ấp: [],
    khóm: [],
    thôn: [],
    buôn: [],
    bản: [],
    làng: [],
    xóm: [],
    khối: [],
    'tiểu khu': ['tk'],
    sóc: [],
    'tổ dân phố': ['tdp', 'tổ dp'],
    'khu phố': ['kp'],
    phum: [],
    plei: [],
    'khối phố': [],
    bon: [],
    'khu vực': ['kv'],
    'khu dân cư': ['kdc'],
    khu: [],
    phố: [],
    đội: [],
    tổ: [],
  },
};

/**
 * Types of hamlets in some provinces (`Khu 5` in Phú Thọ, `Tổ 12` in Đà Nẵng, `Phố Tân Sơn` in
 * Thanh Hóa) that are part of names elsewhere (`Ấp Khu Chợ`), or stand for another thing (`Tổ 1`
 * is a team): what the registry calls so is one.
 */
const RARE_TYPES: ReadonlySet<string> = new Set('bon|khu vực|khu dân cư|khu|phố|đội|tổ'.split('|'));

/** True for a name that begins with a word that is a type only in some provinces. */
export function hasRareType({ type }: Pick<UnitName, 'type'>): boolean {
  return RARE_TYPES.has(type);
}

/** A unit's name, taken apart and folded for comparison. */
export interface UnitName {
  /** `xã`, `thị trấn`, `khóm`, …; empty where the name carries none of its level's types. */
  readonly type: string;
  /** The name without its type: numbers are arabic, without leading zeros. */
  readonly bare: string;
  /** All of it as `bare`, the type's word included. */
  readonly whole: string;
  /** Folded, but numbers as written: tells `Khóm I` from `Khóm 1`. */
  readonly plain: string;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly types: ReadonlyMap<string, string>;
}

function patternOf(types: Readonly<Record<string, readonly string[]>>): Pattern {
  const spellings = new Map<string, string>();
  for (const [type, others] of Object.entries(types)) {
    for (const spelling of [type, ...others]) spellings.set(spelling, type);
  }
  const words = [...spellings.keys()].sort((a, b) => b.length - a.length).map(withDots);
  return {
    pattern: new RegExp(`^(${words.join('|')})(?:\\s*[.:]\\s*|\\s+|(?=\\d))`),
    types: spellings,
  };
}

/** `tt` also as `t.t`; words of more than three letters have no dots. */
function withDots(spelling: string): string {
  return spelling.length > 3 || spelling.includes(' ') ? spelling : [...spelling].join('\\.?');
}

const PATTERNS = new Map(Object.entries(TYPES).map(([level, types]) => [level, patternOf(types)]));

/** True where a text begins with a word for a unit of the level: `P.1`, `Khóm 2 T9.2024`. */
export function startsWithType(text: string, level: string): boolean {
  return PATTERNS.get(level)?.pattern.test(text.toLowerCase()) ?? false;
}

/** The types of a level, the usual first: `xã`, `phường`, …; none of a level that is not known. */
export function typesOf(level: string): readonly string[] {
  return Object.keys(TYPES[level] ?? {});
}

/** All spellings of a type of a level: `xã`, `x`; none of the blank type. */
export function spellingsOf(level: string, type: string): readonly string[] {
  const types = PATTERNS.get(level)?.types ?? new Map<string, string>();
  return [...types.keys()].filter((spelling) => types.get(spelling) === type);
}

function splitType(name: string, level: string): { type: string; rest: string } {
  const { pattern, types } = PATTERNS.get(level) ?? {};
  const match = pattern?.exec(name.toLowerCase());
  if (!match || match[0].length === name.length) return { type: '', rest: name };
  const word = match[1]!;
  return {
    type: types?.get(word) ?? types?.get(word.replaceAll('.', '')) ?? '',
    rest: name.slice(match[0].length),
  };
}

/** `vi` and `xi` are syllables oftener than numbers; `VI` and `XI` are numbers. */
function arabic(word: string): string {
  const number = /^[VvXx]i$/.test(word) ? null : romanToNumber(word);
  return number === null ? word : String(number);
}

/** Whole words of the letters that numbers up to XXXIX have. */
const ROMANS = /(?<![\p{L}\p{M}'’])[IVXivxⅠ-ⅹ]+(?![\p{L}\p{M}])/gu;

/** Folds what two spellings of one bare name share: numbers, hyphens, a last dot. */
function foldBare(text: string): string {
  const folded = fold(text.replace(ROMANS, arabic));
  const plain = /\d/.test(folded) ? foldNumbers(folded) : folded;
  return plain.replace(/\s*-\s*/g, '-').replace(/[\s.,;:]+$/, '');
}

/** A number stands apart from letters, without leading zeros: `01A`, `1-A` → `1 a`; `số 3` → `3`. */
function foldNumbers(text: string): string {
  return text
    .replace(/(?<!\p{L})số (?=\d)/gu, '')
    .replace(/(\d)(?: ?- ?(?=\p{L}(?!\p{L}))|(?=\p{L}))|(\p{L})(?=\d)/gu, '$1$2 ')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Numbers that a sign stands between, of a folded name: `19/5`, `8.2024`, `2-9`. */
const NUMBERS = /(?<=\d) ?[ ./_-] ?(?=\d)/g;

/**
 * A folded name with one sign between numbers, as a file's name can't hold each, and as people
 * type others: `19.5`, `19-5` and `19 5` → `19/5`.
 */
export function withOneSign(folded: string): string {
  return folded.replace(NUMBERS, '/');
}

/** A folded name without apostrophes, which many leave out: `Ea Hleo` is `Ea H'leo`. */
export function withoutApostrophes(folded: string): string {
  return folded.replaceAll("'", '');
}

/** True where a folded name has numbers that a sign stands between. */
export function hasSign(folded: string): boolean {
  return folded.search(NUMBERS) >= 0;
}

/**
 * Takes a name apart as one of a level. Folds case, NFC, spaces, tone placement, apostrophes,
 * the types' short forms, roman and arabic numbers. Accents stay (contract, Forms).
 */
export function parseName(name: string, level: string): UnitName {
  const text = clean(name);
  const { type, rest } = splitType(text, level);
  const bare = foldBare(rest);
  const whole = type === '' ? bare : `${type} ${bare}`;
  return { type, bare, whole, plain: fold(rest) };
}

/** A unit's own name, taken apart once. */
export const nameOf = memo((unit: Unit): UnitName => parseName(unit.name, unit.level));

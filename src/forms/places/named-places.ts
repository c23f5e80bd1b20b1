import { memoText } from '../../core/memo.js';
import { clean } from '../../core/text.js';
import { HAMLET_KINDS } from '../../core/unit-kinds.js';
import { oldBehind } from '../../geography/old-names.js';
import type { UnitLevel } from '../header/unit-columns.js';

/** A place named in a line, a file name or a folder name. */
export interface NamedPlace {
  readonly level: UnitLevel;
  /** With its type word where the text has one: `Ấp Rạch Gốc A`. */
  readonly name: string;
  /** Without it: a label such as `Ấp/Khóm:` is a heading, not part of the name. */
  readonly bare: string;
  /** `Xã: Tân Ân` says so outright; `UBND XÃ TÂN ÂN` only if such a unit exists. */
  readonly labelled: boolean;
  /** One of two readings: `Thành phố: Cà Mau` is a district or a province. */
  readonly either?: true;
  /** What it is if the signs behind it end no name, longest first: `Ấp Gò - Tháp`. */
  readonly longer?: readonly Name[];
}

type Name = Pick<NamedPlace, 'name' | 'bare'>;

const LEVEL_OF: readonly [UnitLevel, RegExp][] = [
  ['hamlet', new RegExp(`^(?:${HAMLET_KINDS})$`)],
  ['commune', /^(?:xã|phường|thị trấn|thi trấn|đặc khu|tt\.?|p\.|x\.)$/],
  ['district', /^(?:huyện|thị xã|quận|thành phố|tp\.?|[hq]\.|tx\.?)$/],
  ['province', /^(?:tỉnh|thành phố|tp\.?|t\.)$/],
];
/**
 * A short form has its stop, or a space behind it: `TT.Rạch Gốc`, `P.1`, `TX Giá Rai`. The nation's
 * name, which heads each letter, is no commune's.
 */
const TYPE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:tt|tp|tx|[pxhqt])\\.|(?:${HAMLET_KINDS}|` +
    'xã(?!\\s+hội\\s+chủ\\s+nghĩa)|phường|thị trấn|thi trấn|đặc khu|huyện|thị xã|quận|thành phố|tỉnh|tt|tp|tx)(?![\\p{L}]))',
  'giu',
);
/** What a printed form leaves to be written on: dots, underscores, dashes. */
const FILLER = '(?:[\\s.…·_]|[-–—]{2,})*';
/** More types behind the first, as in `Ấp/Khóm:` and `Xã (phường, thị trấn):`. */
const LABEL_END = new RegExp(
  `^(?:\\s*/\\s*[\\p{L} ]{2,12}){0,3}(?:\\s*\\([\\p{L} ,/]{2,40}\\))?\\s*[:：]${FILLER}`,
  'u',
);
/** Without a colon only dots and underscores lead on to the name: `xã……Tân Ân……`. */
const LEADER = new RegExp(`^\\s*(?:\\.{3}|…|·{2}|_{2})${FILLER}`, 'u');
const LEADING_FILLER = new RegExp(`^${FILLER}`);
const FILLED_UP = /[-–—]{2,}|\.{3,}|…|·{2,}|_{2,}|(?:\s\.){2,}/;
const DELIMITER = new RegExp(
  `[,;()\\n\\t[\\]{}|]|\\s{3,}|\\s[-–—]\\s|\\s[-–—]|${FILLED_UP.source}`,
);
const STOP_WORD =
  /^(?:tháng|năm|quý|kỳ|thuộc|và|ngày|có|được|đã|trên|của|đến|theo|báo|danh|stt|lần|số|[tq]\d{1,2}(?:[./-]\d+)?|\d{1,2}[./-]\d{2,4}|20\d\d.*)$/i;

/** Ends names of units that have ended: `xã Tân Ân cũ`. */
const OLD = /^cũ[.:]*$/i;

/** Begins names: `Tổ dân phố số 6`. */
const NUMBER = /^số$/i;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/**
 * Places that a line of text names, outright or in passing, in reading order. A word for a
 * unit may be part of a name (`Huyện: Vụ Bản`): then the longer reading comes first, and the
 * one that ends before that word after it.
 */
export const namedPlaces = memoText((line: string): readonly NamedPlace[] => {
  const text = line.normalize('NFC').replace(/[\u00a0\u2007\u202f]/g, ' ');
  const types = [...text.matchAll(TYPE)].map(
    (m): Found => ({ start: m.index, end: m.index + m[0].length, type: m[0] }),
  );
  const isLabel = ({ end }: Found) => LABEL_END.test(text.slice(end));
  const places: NamedPlace[] = [];
  let from = 0;
  types.forEach((found, i) => {
    if (found.start < from) return;
    const label = LABEL_END.exec(text.slice(found.end));
    const start = found.end + ((label ?? LEADER.exec(text.slice(found.end)))?.[0].length ?? 0);
    const later = types.slice(i + 1).filter((one) => one.start > start);
    const ends = [later.find(isLabel), later[0]].map((one) => one?.start ?? text.length);
    const names = ends.map((end) => nameIn(text.slice(start, end), text, label !== null));
    for (const name of new Set(names)) {
      const next = later.find((one) => one.start >= start + name.length)?.start ?? text.length;
      const longer = longerNames(text.slice(start), next - start, name, label !== null);
      places.push(...asPlaces(found.type, name, label !== null, longer));
    }
    if (label !== null) from = Math.max(start + 1, start + (names.at(-1)?.length ?? 0));
  });
  return places;
});

/** Signs that mostly end a name, but stand in some: `Ấp Gò - Tháp`, `Khóm 3 (khu 7)`. */
const SIGN = /[,()]|\s[-–—]/g;
const NEVER_IN_NAMES = new RegExp(`[;\\n\\t[\\]{}|]|\\s{3,}|${FILLED_UP.source}`);
const MOST_SIGNS = 4;

/**
 * What a name is if it goes on past the signs behind it, longest first.
 * @param rest the text from the name on
 * @param next where in it the next word for a unit is: past that only a parenthesis goes on
 */
function longerNames(rest: string, next: number, name: string, labelled: boolean): string[] {
  if (name === '' || rest.search(SIGN) === -1) return [];
  if (clean(cut(rest.slice(0, next))) !== clean(name)) return [];
  const whole = withinReach(rest, next).split(NEVER_IN_NAMES, 1)[0]!.trimEnd();
  const signs = [...whole.matchAll(SIGN)].slice(0, MOST_SIGNS);
  const stops = signs.map(({ index, 0: sign }) => (sign === ')' ? index + 1 : index));
  const last = signs.at(-1);
  const behind = last === undefined ? whole.length : last.index + last[0].length;
  const tail = /^\s*/.exec(whole.slice(behind))![0].length + behind;
  const end = nameIn(whole.slice(tail), whole, labelled);
  const names = [...stops.map((stop) => whole.slice(0, stop)), whole.slice(0, tail) + end];
  return [...new Set(names.map((one) => one.trim()))]
    .filter((one) => one.length > clean(name).length && /[\p{L}\p{N})]$/u.test(one))
    .reverse();
}

/** Up to the next word for a unit, or to the end of the parenthesis that it stands in. */
function withinReach(rest: string, next: number): string {
  const before = rest.slice(0, next);
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')');
  return isOpen ? rest.slice(0, rest.indexOf(')', next) + 1) : before;
}

/** A name without the dots and lines of a printed form around it: `……Ô Rô……`. */
export function withoutFiller(text: string): string {
  return text
    .replace(LEADING_FILLER, '')
    .split(FILLED_UP, 1)[0]!
    .replace(/[\s_]+$/, '');
}

/**
 * The value of a label goes to a delimiter; a name in passing, only as far as its capitals. What
 * says of the unit that it is an old one goes along: `xã Tân Ân cũ`, `Xã: Tân Ân (cũ)`.
 */
function nameIn(rest: string, text: string, labelled: boolean): string {
  const own = cut(rest);
  const name = labelled ? own.trim() : passingName(own, text);
  if (name === '' || !own.trimEnd().endsWith(name)) return name;
  const old = oldBehind(rest.slice(own.length)).trim();
  return old === '' ? name : `${name} ${old}`;
}

const CAPITAL = /^[\p{Lu}\p{N}]/u;
/** Vowels with a tone, decomposed. */
const TONED = /^[aeiouy][\u0306\u0302\u031b]?[\u0300\u0301\u0303\u0309\u0323]/;

/** `huyện ủy Ngọc Hiển`, `các xã ở Ngọc Hiển`. */
const WORD = /^(?:ở|ấp|ấy|ủy|uỷ|ủng|ứng)$/;

/** TCVN3 has no capitals with tones: `khu phố ích Thạnh`. */
function hasLostCapital(word: string, next = ''): boolean {
  return CAPITAL.test(next) && TONED.test(word.normalize('NFD')) && !WORD.test(word);
}

/** A name in passing begins with a capital or a digit, and ends where the capitals end. */
function passingName(own: string, text: string): string {
  const capitals = text === text.toUpperCase() || text === text.toLowerCase();
  const words: string[] = [];
  const all = own
    .trim()
    .replace(/^\.\s*/, '')
    .split(/\s+/);
  for (const [i, word] of all.entries()) {
    const isNumber = words.length === 0 && NUMBER.test(word) && /^\d/.test(all[i + 1] ?? '');
    const isCapital = capitals || CAPITAL.test(word) || hasLostCapital(word, all[i + 1]);
    const isOver = STOP_WORD.test(word) || !isCapital;
    if (isOver && words.length > 0 && OLD.test(word)) words.push('cũ');
    if (isOver && !isNumber) break;
    words.push(word.replace(/[.:]+$/, ''));
    if (/[.:]$/.test(word)) break;
  }
  return words.length > 6 ? '' : words.join(' ');
}

function cut(text: string): string {
  const end = DELIMITER.exec(text.replace(/^\s+/, (s) => '·'.repeat(s.length)));
  return end === null ? text : text.slice(0, end.index);
}

function asPlaces(
  type: string,
  name: string,
  labelled: boolean,
  longerOnes: readonly string[],
): NamedPlace[] {
  const { bare, name: full } = asName(type, name);
  if (!/[\p{L}\p{N}]/u.test(bare)) return [];
  const longer = longerOnes.map((one) => asName(type, one));
  const levels = levelsOf(type);
  return levels.map((level) => ({
    level,
    name: full,
    bare,
    labelled,
    ...(levels.length > 1 && { either: true as const }),
    ...(longer.length > 0 && { longer }),
  }));
}

function asName(type: string, name: string): Name {
  const bare = clean(name.replace(/[.…_]{2,}|_$/g, ' '));
  return { name: isTypedAs(type, bare) ? bare : `${type} ${bare}`, bare };
}

/** `Huyện: Thành phố Cà Mau` has its type; the `Buôn` of `Thành phố: Buôn Ma Thuột` is none of a city. */
function isTypedAs(type: string, bare: string): boolean {
  const own = typeIn(bare);
  return own !== undefined && levelsOf(own).some((level) => levelsOf(type).includes(level));
}

function levelsOf(type: string): UnitLevel[] {
  return LEVEL_OF.filter(([, words]) => words.test(type.toLowerCase())).map(([level]) => level);
}

const LEADING = new RegExp(`^(?:${TYPE.source})(?=[\\s.\\d:])`, 'iu');

/** Level whose type word begins the text; null where none does. */
export const startsWithUnitType = memoText((text: string): UnitLevel | null => {
  const word = typeIn(text);
  return word === undefined ? null : (levelsOf(word)[0] ?? null);
});

function typeIn(text: string): string | undefined {
  return LEADING.exec(text.normalize('NFC'))?.[0];
}

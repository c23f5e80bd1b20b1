import { namesAlong } from '../core/file-name.js';
import { memo, memoText } from '../core/memo.js';
import { fold, foldAccents, nfc } from '../core/text.js';

/** What a file's name says of its place among other versions (contract, Counting). */
export interface Version {
  /**
   * 1 for a plain name; 2 and up for `lần 2`, `v2`, `bản sửa`, `đính chính`, `thay thế`. The
   * higher number wins; of one number `sửa lần 2` comes after `lần 2`.
   */
  readonly rank: number;
  /** `bổ sung`: adds to what is there, never replaces it. */
  readonly supplement: boolean;
}

/** What one name says, of a file or a folder. */
interface Mark {
  /** The number of the version; 0 where none is named. */
  readonly number: number;
  readonly corrected: boolean;
  readonly supplement: boolean;
}

/**
 * Words as they are written with accents, and wholly without: `Kỳ Lân 2` is not `lần 2`, nor
 * `Bờ Sung` `bổ sung`. They may be run together: `bansua`.
 */
function spelt(...phrases: readonly string[]): string {
  const either = (word: string) => `(?:${[...new Set([word, foldAccents(word)])].join('|')})`;
  return `(?:${phrases.map((phrase) => phrase.split(' ').map(either).join(' ?')).join('|')})`;
}

const NUMBERS: readonly (readonly string[])[] = [
  ['hai', 'ii'],
  ['ba', 'iii'],
  ['tư', 'bốn', 'iv'],
  ['năm', 'v'],
];
const NUMBER_OF = new Map(
  NUMBERS.flatMap((words, i) =>
    words.flatMap((word) => [word, foldAccents(word)].map((one) => [one, i + 2] as const)),
  ),
);

const NUMBERED = new RegExp(
  `(?:^| )(?:${spelt('lần thứ', 'lần', 'phiên bản')}|version|ver|v) ?(\\d{1,2}|${spelt(...NUMBERS.flat())})(?= |$)`,
  'g',
);
const CORRECTED = new RegExp(
  `(?:^| )(?:${spelt('bản', 'đã')} ?)?${spelt(
    'sửa đổi',
    'sửa lại',
    'sửa',
    'đính chính',
    'thay thế',
    'hiệu chỉnh',
    'điều chỉnh',
    'chỉnh sửa',
    'cập nhật',
  )}(?= |$)`,
  'g',
);
/** What a download's copy is numbered by. */
const COPY = /\(\d+\)/g;
const SUPPLEMENT = new RegExp(`(?:^| )${spelt('bổ sung')}(?= |$)`);

/** Leaves out of a name's words those that are a unit's name; see `withoutUnits`. */
export type WithoutUnits = (words: string) => string;

const asIs: WithoutUnits = (words) => words;

/**
 * Reads the version marks of a file's name and of its folders: the file's own counts on top of
 * theirs, and alone says of a marked file whether it adds. `(1)` is only a download's copy and
 * says nothing.
 */
export function versionOf(file: string, without: WithoutUnits = asIs): Version {
  const [name, ...folders] = namesAlong(file);
  const own = markOf(name, without);
  const above = folders.map(markOfFolder(without)).filter(isMarked);
  const marks = isMarked(own) ? [own, ...above] : above;
  const { supplement } = marks[0] ?? own;
  if (supplement) return { rank: rankOf(marks.slice(0, 1)), supplement };
  const isOnTop = isMarked(own) && above.length > 0;
  return { rank: rankOf(marks) + (isOnTop ? ON_TOP : 0), supplement };
}

/**
 * What a file is called beside its version marks, with its folders: versions of one file are called
 * alike. `(1)` stays, as downloads of several files may bear one name.
 */
export function nameBesideVersion(file: string, without: WithoutUnits = asIs): string {
  return namesAlong(file)
    .map((one) => besideMarks(one, without))
    .filter((words) => words !== '')
    .join('/');
}

function besideMarks(name: string, without: WithoutUnits): string {
  const words = wordsOf(name);
  // What a unit's name looks like a mark in is left whole.
  const isMarked = without(words) === words && says(markIn(words));
  const rest = isMarked ? words.replace(NUMBERED, ' ').replace(CORRECTED, ' ') : words;
  return foldAccents([rest, ...(name.match(COPY) ?? [])].join(' ').replace(/ +/g, ' ').trim());
}

/** Less than from one number to the next, together. */
const [CORRECTION, ON_TOP] = [0.5, 0.25];

/** `bản sửa` alone is a second version, `sửa lần 1` as well. */
function rankOf(marks: readonly Mark[]): number {
  const number = Math.max(1, ...marks.map((mark) => mark.number));
  if (!marks.some(({ corrected }) => corrected)) return number;
  return number === 1 ? 2 : number + CORRECTION;
}

function isMarked({ number, corrected, supplement }: Mark): boolean {
  return number > 1 || corrected || supplement;
}

/** Thousands of files lie in a few folders. */
const markOfFolder = memo((without: WithoutUnits) =>
  memoText((name: string) => markOf(name, without)),
);

/** True where words, folded, hold a mark. */
export function saysVersion(words: string): boolean {
  return says(markIn(words));
}

function says({ number, corrected, supplement }: Mark): boolean {
  return number > 0 || corrected || supplement;
}

function markOf(name: string, without: WithoutUnits): Mark {
  const words = wordsOf(name);
  const mark = markIn(words);
  // Units are looked for where there is a mark: few names have one.
  return says(mark) ? markIn(without(words)) : mark;
}

function markIn(words: string): Mark {
  const number = [...words.matchAll(NUMBERED)].at(-1)?.[1] ?? '';
  return {
    number: NUMBER_OF.get(number) ?? Number(number),
    corrected: words.search(CORRECTED) >= 0,
    supplement: words.search(SUPPLEMENT) >= 0,
  };
}

/** A name's words, in small letters; those that capitals alone part are parted: `BanSua`. */
function wordsOf(name: string): string {
  const parted = nfc(name)
    .replace(COPY, ' ')
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ');
  return fold(parted)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

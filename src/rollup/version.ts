import { memoText } from '../core/memo.js';
import { fold, foldAccents } from '../core/text.js';

/** What a file's name says of its place among other versions (contract, Counting). */
export interface Version {
  /** 1 for a plain name; 2 and up for `lần 2`, `v2`, `bản sửa`, `đính chính`, `thay thế`. */
  readonly rank: number;
  /** `bổ sung`: adds to what is there, never replaces it. */
  readonly supplement: boolean;
}

const NUMBERED =
  /(?:^| )(?:lan(?: thu)?|phien ban|version|ver|v)\.? ?(\d{1,2}|hai|ba|tu|bon|nam)(?= |$)/g;
const WORDS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tu: 4, bon: 4, nam: 5 };
const CORRECTED =
  /(?:^| )(?:ban |da )?(?:sua(?: doi| lai)?|dinh chinh|thay the|hieu chinh|dieu chinh|chinh sua|cap nhat)(?= |$)/;
const SUPPLEMENT = /(?:^| )(?:bo sung|bosung)(?= |$)/;

/**
 * Reads the version mark of a file's name, else of the nearest folder that has one; `(1)` is
 * only a download's copy and says nothing.
 */
export function versionOf(file: string): Version {
  const [name, ...folders] = file.split('/').reverse() as [string, ...string[]];
  const marks = [markOf(name.replace(/\.[^.]+$/, '')), ...folders.map(markOfFolder)];
  return marks.find(({ rank, supplement }) => rank > 1 || supplement) ?? marks[0]!;
}

/** Thousands of files lie in a few folders. */
const markOfFolder = memoText(markOf);

function markOf(name: string): Version {
  const words = foldAccents(fold(name.replace(/\(\d+\)/g, ' ')))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const number = [...words.matchAll(NUMBERED)].at(-1)?.[1];
  const rank = number === undefined ? 1 : (WORDS[number] ?? Number(number));
  const corrected = CORRECTED.test(words) ? 1 : 0;
  return { rank: Math.max(rank, 1) + corrected, supplement: SUPPLEMENT.test(words) };
}

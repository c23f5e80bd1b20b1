import { fold, foldAccents } from '../core/text.js';

/** What a file's name says of its place among other versions (contract, Counting). */
export interface Version {
  /** 1 for a plain name; 2 and up for `lần 2`, `v2`, `bản sửa`, `đính chính`, `thay thế`. */
  readonly rank: number;
  /** `bổ sung`: adds to what is there, never replaces it. */
  readonly supplement: boolean;
}

const NUMBERED = /(?:^| )(?:lan(?: thu)?|v|ver|version|ban)\.? ?(\d{1,2})(?= |$)/;
const CORRECTED =
  /(?:^| )(?:ban |da )?(?:sua(?: doi| lai)?|dinh chinh|thay the|hieu chinh|dieu chinh|chinh sua|cap nhat)(?= |$)/;
const SUPPLEMENT = /(?:^| )(?:bo sung|bosung)(?= |$)/;

/** Reads the version mark of a file name; `(1)` is only a download's copy and says nothing. */
export function versionOf(file: string): Version {
  const name = file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.[^.]+$/, '')
    .replace(/\(\d+\)/g, ' ');
  const words = foldAccents(fold(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const number = Number(NUMBERED.exec(words)?.[1] ?? 1);
  const corrected = CORRECTED.test(words) ? 1 : 0;
  return { rank: number + corrected, supplement: SUPPLEMENT.test(words) };
}

import { ASCII } from './ascii.js';
import type { CellParts } from './cell-value.js';
import { damagedError } from './limits.js';
import { characterData, richText, textRuns } from './rich-text.js';
import type { TextRun } from './text-runs.js';
import { isName, localNameStart, skipMarkup, tagEnd } from './xml-bytes.js';

const { BANG, LESS, QUESTION, SLASH } = ASCII;

/**
 * Reads what a cell holds (`<f>`, `<v>`, `<is>`, in any shape that XML allows) from after
 * its opening tag; `runs` are those of a text that says how they are set. Null where the
 * bytes run out before its end.
 */
export function readCellParts(
  bytes: Buffer,
  start: number,
  end: number,
  part: string,
): (CellParts & { readonly next: number; readonly runs: readonly TextRun[] | null }) | null {
  let value: string | null = null;
  let inline: string | null = null;
  let runs: readonly TextRun[] | null = null;
  let formula = false;
  let at = start;
  for (;;) {
    at = bytes.indexOf(LESS, at);
    if (at < 0 || at >= end) return null;
    const first = bytes[at + 1];
    if (first === BANG || first === QUESTION) {
      at = skipMarkup(bytes, at, end);
      if (at < 0) return null;
      continue;
    }
    const name = localNameStart(bytes, at, end);
    const close = name < 0 ? -1 : tagEnd(bytes, name, end);
    if (close < 0) return null;
    at = close + 1;
    if (first === SLASH) {
      if (isName(bytes, name, 'c')) return { value, inline, formula, runs, next: at };
      if (isName(bytes, name, 'row')) throw damagedError('a cell is not closed', { part });
      continue;
    }
    const empty = bytes[close - 1] === SLASH;
    if (isName(bytes, name, 'f')) formula = true;
    if (isName(bytes, name, 'v')) {
      const stop = empty ? at : elementEnd(bytes, at, end, 'v');
      if (stop < 0) return null;
      value = characterData(bytes.toString('utf8', at, stop), 0);
      at = stop;
    } else if (isName(bytes, name, 'is')) {
      const stop = empty ? at : elementEnd(bytes, at, end, 'is');
      if (stop < 0) return null;
      const item = bytes.toString('utf8', at, stop);
      inline = richText(item);
      runs = textRuns(item);
      at = stop;
    }
  }
}

/** The `<` of the tag that closes the element, from inside of it. */
function elementEnd(bytes: Buffer, start: number, end: number, element: string): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(LESS, at);
    if (at < 0 || at >= end) return -1;
    const first = bytes[at + 1];
    if (first === BANG || first === QUESTION) {
      at = skipMarkup(bytes, at, end);
      if (at < 0) return -1;
      continue;
    }
    const name = localNameStart(bytes, at, end);
    const close = name < 0 ? -1 : tagEnd(bytes, name, end);
    if (close < 0) return -1;
    if (first === SLASH && isName(bytes, name, element)) return at;
    // Past the tag, not only its `<`: a million of those in it would be looked at again and again.
    at = close + 1;
  }
}

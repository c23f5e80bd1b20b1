import { namesAlong } from '../core/file-name.js';
import { memo, memoText } from '../core/memo.js';
import { fold, nfc } from '../core/text.js';
import { weekInName } from '../forms/cells/week-text.js';
import type { WithoutUnits } from './version.js';

/**
 * The week of the month that a file's name, or else its nearest folder's that says one, says that it
 * is of: `Bao cao tuan 2.xlsx`, `Tuần 2/Xã An Bình.xlsx`. Null where none does.
 */
export function weekOfFile(file: string, without: WithoutUnits): number | null {
  const [name, ...folders] = namesAlong(file);
  const own = weekIn(name, without);
  if (own !== null) return own;
  for (const folder of folders) {
    const week = weekOfFolder(without)(folder);
    if (week !== null) return week;
  }
  return null;
}

/** Thousands of files lie in a few folders. */
const weekOfFolder = memo((without: WithoutUnits) =>
  memoText((name: string) => weekIn(name, without)),
);

function weekIn(name: string, without: WithoutUnits): number | null {
  if (!/tu/i.test(name)) return null;
  const words = fold(nfc(name).replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 '));
  // Units are looked for where there is a week: few names have one.
  return weekInName(words) === null ? null : weekInName(without(words));
}

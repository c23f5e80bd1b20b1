import { basename } from 'node:path';
import { withoutExtension } from '../../core/file-name.js';
import type { Lang } from '../../core/lang.js';
import { LIST_FILE } from '../../reports/own-sheets.js';
import { versionOf } from '../../rollup/version.js';

/** Name of the letter in each folder, and of the folder of files that no unit could be told for. */
export const RETURN_NAMES = {
  vi: { letter: 'thu-gui-kem.txt', nowhere: 'chua-ro-don-vi' },
  en: { letter: 'covering-note.txt', nowhere: 'unit-not-known' },
} as const;

/** What an earlier return put behind a name. */
const MARKED = / - (?:bản sửa(?: lần \d+)?|corrected v\d+)$/u;

/**
 * `T9.xlsx` → `T9 - bản sửa.xlsx`, `T9 - corrected v2.xlsx`: sent back under this name it ranks
 * after the original (contract, Counting: the version mark in the name), whatever a program does
 * to its dates.
 */
export function copyName(file: string, lang: Lang): string {
  const { stem, extension } = partsOf(file);
  // What lies between two numbers comes before the next.
  const rank = Math.ceil(versionOf(file).rank);
  const vi = `bản sửa${rank > 1 ? ` lần ${rank}` : ''}`;
  const mark = { vi, en: `corrected v${rank + 1}` }[lang];
  return fitted(stem.replace(MARKED, ''), ` - ${mark}${extension}`);
}

/** `T9.csv` → `T9 csv - danh sách cần sửa.xlsx`: a list beside what can't be marked. */
export function listName(file: string, lang: Lang): string {
  const { stem, extension } = partsOf(file);
  return fitted(stem, `${extension.replace('.', ' ')} - ${LIST_FILE[lang]}.xlsx`);
}

/** Bytes of UTF-8 that a name may have on most disks. */
const MOST_BYTES = 255;

const fits = (name: string) => Buffer.byteLength(name) <= MOST_BYTES;

/**
 * Of a name that is as long as names may be, the middle of its stem gives way to what is put behind
 * it: the unit and the period stand at either end.
 */
function fitted(stem: string, ending: string): string {
  if (fits(stem + ending)) return stem + ending;
  const letters = [...stem];
  // Room for a number in front, where another file has the name.
  while (letters.length > 0 && !fits(`000 - ${letters.join('')}…${ending}`))
    letters.splice(letters.length >> 1, 1);
  letters.splice(letters.length >> 1, 0, '…');
  return letters.join('') + ending;
}

function partsOf(file: string): { stem: string; extension: string } {
  const name = basename(file).replace(/[<>:"|?*\\]/g, '_');
  const stem = withoutExtension(name);
  return { stem: stem.trim(), extension: name.slice(stem.length) };
}

/** Two files of one name in different folders: the folder's name goes in front. */
export function freeName(wanted: string, file: string, names: Set<string>): string {
  const folders = file.split('/').slice(0, -1);
  let name = wanted;
  for (let n = 2; names.has(name.toLowerCase()); n++) {
    const longer = `${folders.pop() ?? ''} - ${name}`;
    name = longer.startsWith(' - ') || !fits(longer) ? `${n} - ${wanted}` : longer;
  }
  names.add(name.toLowerCase());
  return name;
}

import { basename, extname } from 'node:path';
import { LIST_FILE } from '../../reports/own-sheets.js';
import { versionOf } from '../../rollup/version.js';
import type { Lang } from '../types.js';

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
  return `${stem.replace(MARKED, '')} - ${mark}${extension}`;
}

/** `T9.csv` → `T9 csv - danh sách cần sửa.xlsx`: a list beside what can't be marked. */
export function listName(file: string, lang: Lang): string {
  const { stem, extension } = partsOf(file);
  return `${stem}${extension.replace('.', ' ')} - ${LIST_FILE[lang]}.xlsx`;
}

function partsOf(file: string): { stem: string; extension: string } {
  const name = basename(file).replace(/[<>:"|?*\\]/g, '_');
  const extension = extname(name);
  return { stem: name.slice(0, name.length - extension.length).trim(), extension };
}

/** Two files of one name in different folders: the folder's name goes in front. */
export function freeName(wanted: string, file: string, names: Set<string>): string {
  const folders = file.split('/').slice(0, -1);
  let name = wanted;
  for (let n = 2; names.has(name.toLowerCase()); n++)
    name = folders.length > 0 ? `${folders.pop()} - ${name}` : `${n} - ${wanted}`;
  names.add(name.toLowerCase());
  return name;
}

import { basename, extname } from 'node:path';
import { versionOf } from '../../rollup/version.js';

/**
 * `T9.xlsx` → `T9 - bản sửa.xlsx`: sent back under this name it ranks after the original
 * (contract, Counting: the version mark in the name), whatever a program does to its dates.
 */
export function copyName(file: string): string {
  const { stem, extension } = partsOf(file);
  // What lies between two numbers comes before the next.
  const rank = Math.ceil(versionOf(file).rank);
  const bare = stem.replace(/ - bản sửa(?: lần \d+)?$/u, '');
  return `${bare} - bản sửa${rank > 1 ? ` lần ${rank}` : ''}${extension}`;
}

/** `T9.csv` → `T9 csv - danh sách cần sửa.xlsx`: a list beside what can't be marked. */
export function listName(file: string): string {
  const { stem, extension } = partsOf(file);
  return `${stem}${extension.replace('.', ' ')} - danh sách cần sửa.xlsx`;
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

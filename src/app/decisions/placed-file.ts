import { isMonth, type Month, monthsOf, type Period } from '../../core/period.js';
import type { InputFile } from '../inputs/collect.js';
import { insideOf, shownName } from '../inputs/names.js';

/** A file of a run, and where it lies below the folder of a month. */
export interface PlacedFile {
  /** Its name in the run. */
  readonly name: string;
  /** Month of the folder that it lies in; null where it lies in none. */
  readonly month: Month | null;
  /** Folder of the months' folders; blank where it lies in none. */
  readonly base: string;
  /** Path from its month's folder. */
  readonly rest: string;
}

/** Finds the month's folder that a file lies in: one of the months asked for, where any are. */
export function placedFile({ name, path, member }: InputFile, wanted: Period | null): PlacedFile {
  const months = wanted === null ? null : monthsOf(wanted);
  const isOf = (part: string): part is Month => isMonth(part) && (months?.includes(part) ?? true);
  const parts = path.split(/[\\/]/);
  const folders = parts.slice(0, -1);
  const month = folders.findLast(isOf);
  if (month === undefined) return { name, month: null, base: '', rest: name };
  const at = folders.lastIndexOf(month);
  const inside = member === undefined ? '' : insideOf(name, path);
  return {
    name,
    month,
    base: parts.slice(0, at).join('/'),
    rest: shownName(parts.slice(at + 1).join('/')) + inside,
  };
}

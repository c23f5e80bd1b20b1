import { memo } from '../core/memo.js';
import { fold, foldAccents } from '../core/text.js';
import { weekInName } from '../forms/cells/week-text.js';
import { nameOf } from '../geography/names.js';
import type { Unit } from '../geography/types.js';
import { saysVersion, type WithoutUnits } from './version.js';

/**
 * Leaves the names of units that are like a version's mark, or a week's, out of a file's name, with their
 * accents or without: `Ap Ky Lan 2` is no second version where there is a hamlet Kỳ Lân 2.
 */
export const withoutUnits = memo(
  (units: readonly Unit[]): WithoutUnits =>
    (words) => {
      const unit = markedUnits(units);
      if (unit === null) return words;
      const plain = foldAccents(words);
      // Only letters of other alphabets are folded to more or fewer than they were.
      if (plain.length !== words.length) return words;
      let rest = words;
      for (const { index, 0: name } of plain.matchAll(unit))
        rest = `${rest.slice(0, index)}${' '.repeat(name.length)}${rest.slice(index + name.length)}`;
      return rest.replace(/ +/g, ' ').trim();
    },
);

/** Fits the names that are like a mark; null where none is. */
const markedUnits = memo((units: readonly Unit[]): RegExp | null => {
  const names = [...new Set(units.flatMap(namesLikeMarks))].sort((a, b) => b.length - a.length);
  if (names.length === 0) return null;
  const pattern = names.map((name) => name.replaceAll(' ', ' ?')).join('|');
  return new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g');
});

/** The name with its type, and without where it is more than the mark. */
function namesLikeMarks(unit: Unit): string[] {
  const { whole, bare } = nameOf(unit);
  return [fold(unit.name), whole, bare]
    .map((name) =>
      foldAccents(name)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .filter((name) => name.includes(' ') && isLikeMark(name.slice(name.indexOf(' ') + 1)));
}

/** With a mark, or the word before its number. */
function isLikeMark(name: string): boolean {
  return saysVersion(name) || saysVersion(`${name} 2`) || weekInName(name) !== null;
}

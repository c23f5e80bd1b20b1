import { englishHeadings } from '../declared/english.js';
import { meansAmong } from './by-means.js';
import { type HeaderColumn, readingsOf } from './header-columns.js';
import type { Block } from './header-search.js';
import { headerKey } from './header-text.js';
import { leafOf, upperOf } from './heading-leaf.js';
import { saysPart } from './heading-part.js';
import type { Recognition } from './recognise.js';
import { isOfAnotherTime, isRate } from './under-heading.js';

/** A header block that lacks a starred column, and where it stands. */
export interface NearMiss {
  readonly found: Recognition;
  readonly top: number;
  readonly bottom: number;
}

/** The likelier of two near misses: more headings understood, fewer missing, or one that is nearly there. */
export function nearer<M extends Pick<NearMiss, 'found'>>(a: M | null, b: M): M {
  const worth = ({ found }: M) =>
    understood(found) - found.missing.length + (found.several === undefined ? 0 : 0.5);
  return a === null || worth(b) > worth(a) ? b : a;
}

/** Headings of a form, not counting the note column that every table has. */
export function understood(found: Recognition): number {
  return found.score - (found.fields.has('note') ? 1 : 0);
}

/**
 * True where a list or tally lacks a single starred column and yet has all the headings of another
 * form's, and two more at least: a list of merchants has the households' `Chủ hộ`, beside `Ngân hàng` or
 * the means by which they are paid (`QR | Tiền mặt`), and of the skills that a tally of households
 * counts one may be called as cashless merchants are.
 */
export function outweighs(missing: Recognition, complete: Recognition): boolean {
  const more = understood(missing) + meansAmong(missing) - understood(complete);
  if (missing.missing.length !== 1 || more < 2) return false;
  if (missing.layout.layout !== complete.layout.layout) return false;
  const columns = new Set(missing.fields.values());
  return [...complete.fields.values()].every((column) => columns.has(column));
}

/** The heading most like a missing field's, for a question; null where none comes near. */
export function nearestHeading(found: Recognition, fieldId: string): HeaderColumn | null {
  const field = found.layout.byId.get(fieldId)!;
  const wanted = [field.label.vi, ...field.aliases, ...englishHeadings(field)].map(headerKey);
  const scored = found.unknown
    .filter((column) => !isRate(column))
    .map((column) => ({
      column,
      score: Math.max(
        ...readingsOf(column.texts).flatMap((key) => wanted.map((want) => likeness(key, want))),
      ),
    }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= 0.5 ? best.column : null;
}

/**
 * A miss with the columns into which a row divides the heading of a field that it lacks, none of
 * which is known to be meant.
 * @param whole the same without that row
 */
export function withParts(
  miss: Recognition,
  whole: Recognition,
  columns: readonly HeaderColumn[],
): Recognition {
  const first = columns.find(({ column }) => column === whole.fields.get(miss.missing[0]!));
  if (first === undefined) return miss;
  const isOther = (one: HeaderColumn) => isRate(one) || isOfAnotherTime(one);
  const parts = columns.filter((one) => upperOf(one) === upperOf(first) && !isOther(one));
  const several = parts.every((one) => saysPart(leafOf(one))) ? parts : miss.several;
  return { ...miss, parts, ...(several && { several }) };
}

/** Share of common pairs of letters (Dice), 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (s: string) =>
    Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const left = pairs(a);
  const right = pairs(b);
  if (left.length + right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (left.length + right.length);
}

/** True where the rows below a miss would be a header, but for the months that stand above them. */
export function isDividedByMonths({ found, bottom }: NearMiss, below: Block | null): boolean {
  return found.several !== undefined && below !== null && below.rows.at(-1)!.number <= bottom;
}

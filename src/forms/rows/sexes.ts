import type { Value } from '../../core/value.js';
import { castSex } from '../cast/sex.js';
import { cellText } from '../cells/cell-text.js';
import type { Sex } from '../cells/sex-text.js';
import { womenOf } from '../header/added-sexes.js';
import { leafOf } from '../header/heading-leaf.js';
import { OF_SEXES } from '../header/part-headings.js';
import type { Recognition } from '../header/recognise.js';
import type { TallyRow } from '../report.js';

/** Says of a tally's row whether it counts a hamlet's men or its women alone; null of both. */
export type SexOf = (values: readonly Value[]) => Sex | null;

/** The column of no count that says so: `Giới tính` over `Nam`, `Nữ`. */
export function sexColumn({ unknown, layout }: Recognition): number | null {
  if (layout.layout === 'list') return null;
  return unknown.find((one) => OF_SEXES.test(leafOf(one)))?.column ?? null;
}

/** Null where no column may say so. */
export function sexesIn(found: Recognition): SexOf | null {
  const column = sexColumn(found);
  if (column === null) return null;
  return (values) => {
    const cast = castSex(cellText(values[column] ?? null));
    return cast === 'male' || cast === 'female' ? cast : null;
  };
}

/**
 * Rows of men and of women of one hamlet, or of each of its teams, where the form has a count of the
 * women among a whole and the table no column for it: the women's row says it.
 */
export function withWomen(
  tally: readonly TallyRow[],
  { layout }: Recognition,
): readonly TallyRow[] {
  if (tally.length < 2 || !areBySex(tally)) return tally;
  const wholes = Object.keys(tally[0]!.values);
  return tally.map((row) => {
    if (row.sex === undefined) return row;
    const values = { ...row.values };
    for (const whole of wholes) {
      const women = womenOf(whole, layout);
      if (women !== undefined && !wholes.includes(women))
        values[women] = row.sex === 'female' ? (values[whole] ?? null) : 0;
    }
    return { ...row, values };
  });
}

/** Of both sexes, no row twice, and none beside them that counts both. */
function areBySex(tally: readonly TallyRow[]): boolean {
  const own = tally.filter(({ sex }) => sex !== undefined);
  const keys = new Set(own.map(({ sex, team }) => `${sex} ${team ?? ''}`));
  const isBlankRow = ({ values }: TallyRow) => Object.values(values).every((one) => one === null);
  return (
    keys.size === own.length &&
    new Set(own.map(({ sex }) => sex)).size === 2 &&
    tally.every((row) => row.sex !== undefined || isBlankRow(row))
  );
}

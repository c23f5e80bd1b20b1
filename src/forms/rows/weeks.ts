import { fold, romanToNumber } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { leafOf } from '../header/heading-leaf.js';
import type { Recognition } from '../header/recognise.js';

const WEEK =
  /^(?:(?:từ )?tuần|tuan) (?:lễ |thứ |số )*(\d{1,2}|[ivx]{1,4}|nhất|hai|ba|tư|bốn|năm)(?!\p{L})/u;

/** Nearly no text goes further. */
const MAY_SAY = /^\s*t/i;

/** A heading below which a number alone is a week's. */
const HEADED = /^tuan(?: (?:thu|so|le))?$/;
const MOST_WEEKS = 53;

const WORDS: Readonly<Record<string, number>> = {
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
};

/** Says of a tally's row of which week it is, as written in a column of no count; null of none. */
export type WeekOf = (values: readonly Value[]) => number | null;

/** Null where no column may say so. */
export function weeksIn({ unknown, fields }: Recognition): WeekOf | null {
  const note = fields.get('note');
  const columns = [...unknown.map(({ column }) => column), ...(note === undefined ? [] : [note])];
  if (columns.length === 0) return null;
  const headed = unknown.find((one) => HEADED.test(leafOf(one)))?.column;
  return (values) => {
    const own = headed === undefined ? null : weekAlone(values[headed] ?? null);
    if (own !== null) return own;
    for (const column of columns) {
      const value = values[column];
      if (typeof value !== 'string' || !MAY_SAY.test(value)) continue;
      const [, week] = WEEK.exec(fold(cellText(value))) ?? [];
      if (week !== undefined) return WORDS[week] ?? romanToNumber(week) ?? (Number(week) || null);
    }
    return null;
  };
}

function weekAlone(value: Value): number | null {
  const text = fold(cellText(value));
  const week = WORDS[text] ?? romanToNumber(text) ?? Number(text);
  return Number.isInteger(week) && week >= 1 && week <= MOST_WEEKS ? week : null;
}

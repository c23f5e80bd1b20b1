import { fold } from '../../core/text.js';
import { isTotalText } from '../cells/row-kind.js';
import { sexAlone } from '../cells/sex-text.js';
import { weekLeading } from '../cells/week-text.js';
import { namesTeam } from '../header/team-column.js';
import type { Heading } from './header.js';

/** What heads, in a table laid across, the column that says of which part of a hamlet each row is. */
const KINDS: readonly { readonly heading: string; readonly says: (text: string) => boolean }[] = [
  { heading: 'Tên tổ', says: namesTeam },
  { heading: 'Tuần', says: (text) => weekLeading(text) !== null },
  { heading: 'Giới tính', says: (text) => sexAlone(text) !== null },
];

/** Columns that hold the counts of a hamlet's teams, weeks or sexes, and those of their totals. */
export interface PartColumns {
  readonly values: readonly Heading[];
  /** `Tên tổ`, `Tuần`, `Giới tính`: what heads them where they stand below each other. */
  readonly parts: string;
}

/** Null where the columns are of anything else, or one of them is of none. */
export function partColumns(headings: readonly Heading[]): PartColumns | null {
  for (const { heading, says } of KINDS) {
    const own = headings.filter(({ text }) => says(text));
    const isWhole = headings.every((one) => own.includes(one) || isTotalText(one.text));
    if (isWhole && areEachAnother(own)) return { values: headings, parts: heading };
  }
  return null;
}

/** Two at least in each hamlet that stands above them, none of them twice. */
function areEachAnother(own: readonly Heading[]): boolean {
  const names = own.map(({ text, place = '' }) => `${fold(place)}\n${fold(text)}`);
  const places = new Set(own.map(({ place = '' }) => fold(place)));
  return own.length >= 2 * places.size && own.length > 1 && new Set(names).size === names.length;
}

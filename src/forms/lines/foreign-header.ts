import { cellAddress } from '../../core/address.js';
import { looksLikePerson } from '../../core/person.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank, isNumber } from '../cells/filled.js';
import { holdsData, holdsEntry, isSerialText } from '../header/heading-words.js';
import type { SheetRow } from '../table-context.js';

/** Words beside the running number's heading, at least. */
const FEWEST_WORDS = 2;
/** Headings told of a table of no form. */
const MOST_TOLD = 6;

/** A cheap look: the row's first text is the heading of a running number (`STT`, `TT`). */
export function beginsAsHeader({ values }: SheetRow): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isBlank(value)) continue;
    return typeof value === 'string' && isSerialText(value);
  }
  return false;
}

/** True where a row heads a table, whatever it is of: `STT`, then words and no value. */
export function headsSomeTable(row: SheetRow): boolean {
  if (!beginsAsHeader(row) || holdsEntry(row)) return false;
  const filled = row.values.filter((value) => !isBlank(value));
  return filled.length > FEWEST_WORDS && filled.every(isWords);
}

/** The headings of a table of no form, as they are told, and the cell of the first. */
export function headerTold({ values, number }: SheetRow): { header: string; cell: string } {
  const texts = values.map(cellText);
  const said = texts.filter((text) => text !== '');
  const more = said.length > MOST_TOLD ? ' | …' : '';
  const header = said.slice(0, MOST_TOLD).join(' | ') + more;
  return { header, cell: cellAddress(texts.indexOf(said[0]!), number) };
}

function isWords(value: Value): boolean {
  return typeof value === 'string' && /\p{L}/u.test(value) && !isPersonsName(value);
}

/** A member marked `TT` as the leader is a row of data. */
function isPersonsName(text: string): boolean {
  return CAPITALS.test(text.normalize('NFC').trim()) && looksLikePerson(text.trim());
}

const CAPITALS = /^\p{Lu}\S*(?:\s+\p{Lu}\S*)+$/u;

/** True for a row of a table that is of no form: numbered, or with numbers beside its words. */
export function isForeignRow(row: SheetRow): boolean {
  return isNumber(row.values.find((value) => !isBlank(value))) || holdsData(row);
}

import { memo, memoText } from '../../core/memo.js';
import { CalendarDate, type Value } from '../../core/value.js';
import { isFirstOfMonth } from '../cells/cell-text.js';
import { isBlank, isNumber } from '../cells/filled.js';
import { englishHeadings } from '../declared/english.js';
import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import { headerKey } from './header-text.js';
import { type HeadingSet, headingSet } from './heading-set.js';
import { isSerialHeading, unitLevel } from './unit-columns.js';

/** More texts than these in one row head no table: each heading is looked at in many ways. */
const MOST_HEADINGS = 1000;

/** A row with more texts than any header has. */
export function isTooWide({ values }: SheetRow): boolean {
  if (values.length <= MOST_HEADINGS) return false;
  let texts = 0;
  for (const value of values) if (typeof value === 'string') texts++;
  return texts > MOST_HEADINGS;
}

/**
 * Numbers beside text are a row of data, those of a CSV too, where all is text; numbers alone may
 * number or divide the columns.
 */
export function holdsData({ values }: SheetRow): boolean {
  let number = false;
  let text = false;
  for (const value of values) {
    if (isNumber(value)) number = true;
    else if (typeof value === 'string' && value !== '') text = true;
    if (number && text) return true;
  }
  return false;
}

/** A cell that is a whole date, telephone or identity number: no header has one. */
export function holdsEntry({ values }: SheetRow): boolean {
  for (const value of values) {
    // A row may have 16,384 cells, nearly all of them blank.
    if (value === null) continue;
    if (isEntry(value)) return true;
  }
  return false;
}

function isEntry(value: Value): boolean {
  if (typeof value === 'string') return ENTRY.test(value);
  // A telephone number is a number where its first 0 was dropped.
  return typeof value === 'number' ? value >= LEAST_ENTRY : value instanceof CalendarDate;
}

/**
 * What a spreadsheet makes of months that head columns, `8/2024 | 9/2024`: their first days, beside
 * words alone.
 */
export function headsMonths({ values }: SheetRow): boolean {
  let months = 0;
  for (const value of values) {
    if (isFirstOfMonth(value)) months++;
    else if (value !== null && typeof value !== 'string') return false;
  }
  return months >= 2;
}

/** Days that head columns, `31/8/2024 | 14/9/2024`: nothing else stands in their row. */
export function headsDays({ values }: SheetRow): boolean {
  let days = 0;
  for (const value of values) {
    if (isBlank(value)) continue;
    if (!(value instanceof CalendarDate) && !(typeof value === 'string' && DAY.test(value)))
      return false;
    days++;
  }
  return days >= 2;
}

/** Eight digits. */
const LEAST_ENTRY = 1e7;
const DAY = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$/;
const ENTRY = /^\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\+?\d(?:[ .-]?\d){7,})\s*$/;

/** Every heading as it is likely typed, in any case, and its folded key; made once for a set of forms. */
export const headingSpellings = memo((layouts: readonly CompiledLayout[]): HeadingSet => {
  const spellings = new Set(['stt', 'tt', 'số tt', 'ấp/khóm', 'ấp', 'xã/phường']);
  for (const field of layouts.flatMap((layout) => layout.fields))
    for (const text of [field.label.vi, ...field.aliases, ...englishHeadings(field)])
      spellings.add(text.toLowerCase());
  for (const { headings } of layouts)
    for (const key of headings.keys()) if (key.length > 2) spellings.add(key);
  return headingSet(spellings);
});

/** A longer text is no heading. */
const LONGEST = 80;

/** `Số thứ tự` and what may stand beside it. */
const LONGEST_SERIAL = 12;

/** The heading of a running number: `STT`, `TT`. */
export const isSerialText = memoText(
  (text) => text.length < LONGEST_SERIAL && isSerialHeading(headerKey(text)),
);

function isHeadingKey(key: string, headings: HeadingSet): boolean {
  return headings.has(key) || unitLevel(key) !== null || isSerialHeading(key);
}

/** How no likely spelling is written: marked, on several lines, with accents apart. */
const UNLIKELY = /[\n\r(*:\u00a0]|\p{M}| {2}/u;

/** A quick no for nearly every text: a heading as it is likely typed, or marked or broken. */
export function mayBeHeading(text: string, headings: HeadingSet): boolean {
  if (headings.has(text)) return true;
  return text.length <= LONGEST && UNLIKELY.test(text) && isHeadingKey(headerKey(text), headings);
}

/** `Thôn/Buôn`, `Tên ấp, khóm` among the names of hamlets, which repeat. */
export const isUnitHeading = memoText((text) => unitLevel(headerKey(text)) !== null);

/** True where at least two cells of a row are headings of some form, and none is a number. */
export function isHeading({ values }: SheetRow, headings: HeadingSet): boolean {
  let found = 0;
  for (const value of values) {
    if (typeof value === 'number') return false;
    if (typeof value !== 'string' || value.length > LONGEST) continue;
    if (headings.has(value) || isHeadingKey(headerKey(value), headings)) found++;
  }
  return found >= 2;
}

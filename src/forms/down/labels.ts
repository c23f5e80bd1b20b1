import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { isColumnNumbers, isDateLine, isNoteText } from '../cells/row-kind.js';
import { saysRate } from '../header/under-heading.js';
import type { SheetRow } from '../table-context.js';
import type { DownHeader } from './header.js';
import { measuresOthers } from './words.js';

/** A row that names what it counts, and where it stands among the others. */
export interface Label {
  readonly row: SheetRow;
  /** Without what numbers it: `- Trong đó: nữ` → `nữ`. */
  readonly text: string;
  /** The row that it is a part of, or stands below as below a title. */
  readonly parent: Label | null;
  /** A value stands beside it. */
  readonly filled: boolean;
  /** A part is named in the same row: the value beside it is that one's. */
  readonly isTitle: boolean;
  /** It is measured in what no form counts. */
  readonly isOther: boolean;
}

/** Ranks: a section; a row; its parts by what marks them. */
const [SECTION, ROW, POINT, UNMARKED, DASH, PLUS] = [0, 1, 2, 3, 4, 5] as const;

/** What may number a row, alone in the cell before it or leading its text. */
const MARKS: readonly [RegExp, number][] = [
  [/^\(?(?:[IVX]{1,5}|[A-E])[.)/]*$/, SECTION],
  [/^\(?\d{1,2}[.)/]*$/, ROW],
  [/^\d{1,2}(?:\.\d{1,2})+[.)]*$/, POINT],
  [/^\(?[a-hđ][.)/]*$/, POINT],
  [/^[-–—•*]$/, DASH],
  [/^\+$/, PLUS],
];
const LEADING =
  /^\s*(?:(\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-E]|[a-hđ])[.)/]+)(?:\s+(?=\p{L})|(?=\p{Lu}))|(\d{1,2}(?:\.\d{1,2})+)\s+(?=\p{L})|([-–—•*+])\s*(?=\p{L}))/u;
const PART = /^trong đó\s*(?:[:,;–-]\s*|(?=\s)|$)\s*/iu;

/** Every row below a header that names something, with its place among them. */
export function labelsOf(rows: readonly SheetRow[], header: DownHeader): readonly Label[] {
  const found = rows.flatMap((row) => markedLabels(row, header));
  const numbered = found.some(({ rank }) => rank === ROW);
  const open: { rank: number; label: Label }[] = [];
  return found.map(({ rank: marked, ...label }) => {
    const rank = marked ?? rankWithout(label.filled, numbered);
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    const whole = { ...label, parent: open.at(-1)?.label ?? null };
    open.push({ rank, label: whole });
    return whole;
  });
}

/** Among numbered rows, one without a number is a part of the row above, or a title. */
function rankWithout(filled: boolean, numbered: boolean): number {
  if (!filled) return SECTION;
  return numbered ? UNMARKED : ROW;
}

type Marked = Omit<Label, 'parent'> & { readonly rank: number | null };

/** What a row names: one thing, or a whole and, in a column behind, its part. */
function markedLabels(row: SheetRow, header: DownHeader): readonly Marked[] {
  const texts = row.values.map(cellText);
  const names = namesIn(texts, header);
  const { values, running, measure } = header;
  const columns = [...values, ...(running === null ? [] : [running])];
  const filled = columns.some(({ column }) => !isBlank(row.values[column]));
  const counted = columns.some(({ column }) => /^\s*\d/.test(texts[column] ?? ''));
  const own = names.at(-1)?.text ?? '';
  const isLeft = !counted && (own === '' || isNoteText(own) || isDateLine(own));
  if (isLeft || isColumnNumbers(texts)) return [];
  const last = names.length - 1;
  const isOther = measure !== null && measuresOthers(texts[measure] ?? '');
  const found = names.map(({ column, text }, i) => ({
    ...markedLabel(row, column, text, column > header.label),
    filled: filled && i === last,
    isTitle: i < last,
    isOther: isOther || saysRate(text),
  }));
  const before = rankOf(texts.slice(0, header.label).findLast((text) => text !== '') ?? '');
  const [first, ...parts] = found.filter(({ text, filled: says }) => text !== '' || says);
  return first === undefined ? [] : [{ ...first, rank: before ?? first.rank }, ...parts];
}

interface Name {
  readonly column: number;
  readonly text: string;
}

/** The texts in the columns of names; a value without any has a blank one. */
function namesIn(texts: readonly string[], { label, lastLabel }: DownHeader): readonly Name[] {
  const names = texts
    .map((text, column) => ({ column, text }))
    .filter(({ column, text }) => label <= column && column <= lastLabel && text !== '');
  // `Tổng cộng` may stand in the column of the running number.
  const before = texts.slice(0, label).findLast((text) => text !== '' && rankOf(text) === null);
  return names.length > 0 ? names : [{ column: label, text: before ?? '' }];
}

function markedLabel(row: SheetRow, column: number, whole: string, isBehind: boolean) {
  const { mark, text, isPart } = parted(whole);
  const raw = row.values[column];
  const isIn = isBehind || isPart || (typeof raw === 'string' && /^\s{2,}\S/.test(raw));
  const rank = rankOf(mark);
  return { row, text, rank: isIn ? Math.max(rank ?? DASH, UNMARKED) : rank };
}

function rankOf(mark: string): number | null {
  return MARKS.find(([pattern]) => pattern.test(mark))?.[1] ?? null;
}

/** A row's name without what numbers it and without `Trong đó`. */
export function parted(text: string): { mark: string; text: string; isPart: boolean } {
  const found = LEADING.exec(text);
  const mark = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
  const rest = text.slice(found?.[0].length ?? 0);
  const bare = rest.replace(PART, '');
  return { mark, text: bare, isPart: bare !== rest };
}

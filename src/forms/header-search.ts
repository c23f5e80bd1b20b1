import { memo } from '../core/memo.js';
import { foldAccents } from '../core/text.js';
import { cellText } from './cell-text.js';
import type { CompiledLayout } from './compile.js';
import { headerKey } from './header-text.js';
import { type HeadingSet, headingSet } from './heading-set.js';
import type { MergedRange } from './merged-blocks.js';
import { type NearMiss, nearer, understood } from './near-miss.js';
import { type HeaderColumn, headerColumns, type Recognition, recognise } from './recognise.js';
import type { SheetRow } from './table-context.js';
import { isSerialHeading } from './unit-columns.js';

/** A header block: one to three rows that together head a form's columns. */
export interface Block {
  readonly found: Recognition;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly HeaderColumn[];
  /** Other forms that fit as well. */
  readonly rivals: readonly Recognition[];
  /** Tallies of other forms in the same rows, each with columns of its own. */
  readonly companions: readonly Recognition[];
}

/** Rows of a header block at most. */
export const HEADER_ROWS = 3;

/** What the rows at the head of a window are. */
export interface Sighting {
  readonly block: Block | null;
  readonly miss: NearMiss | null;
}

const NOTHING: Sighting = { block: null, miss: null };

/** The best reading of the first rows as a header; later ones tell how far down it goes. */
export function sight(rows: readonly SheetRow[], layouts: readonly CompiledLayout[]): Sighting {
  const first = rows[0];
  if (first === undefined || !mayHead(first, layouts)) return NOTHING;
  let block: Block | null = null;
  let miss: NearMiss | null = null;
  for (let height = 1; height <= Math.min(HEADER_ROWS, rows.length); height++) {
    const tried = rows.slice(0, height);
    if (height > 1 && tried[height - 1]!.number !== tried[height - 2]!.number + 1) break;
    const seen = readHeader(tried, layouts);
    if (seen.block !== null && isBetter(seen.block, block)) block = seen.block;
    if (seen.miss !== null) miss = nearer(miss, seen.miss);
  }
  if (block !== null) return { block: beginsLater(block, layouts) ? null : block, miss: null };
  return { block, miss: miss !== null && missesLater(miss, rows, layouts) ? null : miss };
}

/** True where the block's upper rows add nothing: lines above a header are not part of it. */
function beginsLater({ found, rows }: Block, layouts: readonly CompiledLayout[]): boolean {
  return rows.some((_, i) => {
    const later = i === 0 ? null : readHeader(rows.slice(i), layouts).block;
    return later !== null && later.found.weight >= found.weight;
  });
}

function missesLater(
  { found, bottom }: NearMiss,
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): boolean {
  const height = rows.findIndex(({ number }) => number === bottom) + 1;
  return rows.slice(1, height).some((_, i) => {
    const later = readHeader(rows.slice(i + 1, height), layouts).miss;
    return later !== null && later.found.score >= found.score;
  });
}

/** More headings understood; or as many, where the row more says only how they are measured. */
function isBetter(taller: Block, than: Block | null): boolean {
  if (than === null || taller.found.weight > than.found.weight) return true;
  if (taller.found.weight < than.found.weight) return false;
  const more = taller.rows.slice(than.rows.length).flatMap((row) => row.values.map(cellText));
  const texts = more.filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => MEASURE.test(text));
}

/** `(người)`, `(dd/mm/yyyy)`, `(*)`: not a letter or number alone, as columns are numbered. */
const MEASURE = /^(?:\((?!\p{L}\)|\d{1,2}\)).*\)|người|hộ|tổ|%)$/iu;

function readHeader(rows: readonly SheetRow[], layouts: readonly CompiledLayout[]): Sighting {
  const columns = headerColumns(rows.map((row) => row.values.map(cellText)));
  if (columns.length < 2) return NOTHING;
  const found = recognise(columns, layouts);
  const complete = found.filter((one) => one.missing.length === 0 && isTable(one));
  const beside = sideBySide(columns, layouts, complete[0]?.score ?? 0);
  if (beside !== null) return { block: { rows, columns, rivals: [], ...beside }, miss: null };
  const [best, ...others] = complete;
  if (best === undefined) return { block: null, miss: nearest(found, rows) };
  const rivals = others.filter((one) => one.score === best.score && !areApart(best, one));
  const companions = companionsOf(best, others);
  return { block: { found: best, rows, columns, rivals, companions }, miss: null };
}

function nearest(found: readonly Recognition[], rows: readonly SheetRow[]): NearMiss | null {
  const [top, bottom] = [rows[0]!.number, rows.at(-1)!.number];
  const misses = found.filter((one) => one.missing.length > 0 && understood(one) >= 2);
  return misses.reduce<NearMiss | null>(
    (best, one) => nearer(best, { found: one, top, bottom }),
    null,
  );
}

/** A table has at least two columns that mean something; a title alone is none. */
function isTable({ weight }: Recognition): boolean {
  return weight >= 2;
}

/**
 * Tables beside each other: an empty column or a second running number parts them, each is
 * whole, and together they understand more than one table over all columns would.
 */
function sideBySide(
  columns: readonly HeaderColumn[],
  layouts: readonly CompiledLayout[],
  score: number,
): Pick<Block, 'found' | 'companions'> | null {
  const pieces = apart(columns);
  if (pieces.length < 2) return null;
  const whole = pieces.flatMap((piece) => {
    const found = recognise(piece, layouts).find((one) => one.missing.length === 0 && isTable(one));
    const range = { left: piece[0]!.column, right: piece.at(-1)!.column };
    return found === undefined ? [] : [{ ...found, range }];
  });
  const [found, ...companions] = whole;
  const together = whole.reduce((sum, one) => sum + one.score, 0);
  return found === undefined || companions.length === 0 || together <= score
    ? null
    : { found, companions };
}

function apart(columns: readonly HeaderColumn[]): readonly (readonly HeaderColumn[])[] {
  const pieces: HeaderColumn[][] = [];
  for (const column of columns) {
    const before = pieces.at(-1);
    const isGap = before !== undefined && column.column > before.at(-1)!.column + 1;
    if (before === undefined || isGap || isSerialHeading(column.readings.at(-1)!))
      pieces.push([column]);
    else before.push(column);
  }
  return pieces;
}

/** One table of a province's counts may hold several tallies, beside each other. */
function companionsOf(best: Recognition, others: readonly Recognition[]): readonly Recognition[] {
  const taken = [best];
  for (const other of others) if (taken.every((one) => areApart(one, other))) taken.push(other);
  return taken.slice(1);
}

/** Two tallies that share no column but those of the place, the number and the note. */
function areApart(a: Recognition, b: Recognition): boolean {
  if (a.layout.layout !== 'tally' || b.layout.layout !== 'tally') return false;
  const columns = (one: Recognition) =>
    [...one.fields].filter(([id]) => id !== 'note').map(([, column]) => column);
  const own = new Set(columns(a));
  return columns(b).every((column) => !own.has(column));
}

/** Bottom row of a header that merged cells reach further down from. */
export function reachOf(bottom: number, merges: readonly MergedRange[]): number {
  const reach = merges.filter(
    (m) =>
      m.top <= bottom &&
      m.bottom > bottom &&
      m.bottom <= bottom + 2 &&
      m.top > bottom - HEADER_ROWS,
  );
  return reach.length >= 2 ? Math.max(...reach.map((m) => m.bottom)) : bottom;
}

/**
 * A quick no for nearly every row of a sheet without a form: no cell begins with a word that
 * begins a heading.
 */
function mayHead({ values }: SheetRow, layouts: readonly CompiledLayout[]): boolean {
  const words = firstWords(layouts);
  return values.some(
    (value) => typeof value === 'string' && value.length < 120 && words.has(firstWord(value)),
  );
}

function firstWord(text: string): string {
  const bare = text.replace(/^[\s(*\d.)-]+/, '');
  return foldAccents((/^[\p{L}\p{M}]+/u.exec(bare)?.[0] ?? '').toLowerCase());
}

/** Words for places and running numbers, which head a table as well. */
const PLACES =
  'stt tt so thu no ten dia don noi cac thuoc ma cap ap khom thon buon ban lang xom khoi tieu soc phum plei to tdp khu kp xa phuong thi dac huyen thanh quan tp tx tinh';

const firstWords = memo((layouts: readonly CompiledLayout[]): ReadonlySet<string> => {
  const words = new Set(PLACES.split(' '));
  for (const { headings } of layouts)
    for (const key of headings.keys()) words.add(key.split(' ')[0]!);
  return words;
});

/** Every heading as it is likely typed, and its folded key; made once for a set of forms. */
export const headingSpellings = memo((layouts: readonly CompiledLayout[]): HeadingSet => {
  const spellings = new Set(['STT', 'TT', 'Stt', 'stt', 'Số TT', 'Ấp/Khóm', 'Ấp', 'Xã/Phường']);
  for (const field of layouts.flatMap((layout) => layout.fields)) {
    for (const text of [field.label.vi, ...field.aliases]) {
      for (const as of [text, text.toUpperCase(), text.toLowerCase()]) spellings.add(as);
      const key = headerKey(text);
      if (key.length > 2) spellings.add(key);
    }
  }
  return headingSet(spellings);
});

/** True where at least two cells of a row are headings of some form, and none is a number. */
export function isHeading({ values }: SheetRow, headings: HeadingSet): boolean {
  let found = 0;
  for (const value of values) {
    if (typeof value === 'number') return false;
    if (typeof value !== 'string' || value.length > 80) continue;
    if (headings.has(value) || headings.has(headerKey(value))) found++;
  }
  return found >= 2;
}

import { memo } from '../core/memo.js';
import { areApart, isTable, sideBySide, tallies } from './beside.js';
import { cellText } from './cell-text.js';
import type { CompiledLayout } from './compile.js';
import { holdsData, holdsEntry, mayHead } from './heading-words.js';
import type { MergedRange } from './merged-blocks.js';
import { type NearMiss, nearer, understood } from './near-miss.js';
import { type HeaderColumn, type HeaderReading, type Recognition, readTexts } from './recognise.js';
import type { SheetRow } from './table-context.js';

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
  if (first === undefined || holdsEntry(first) || !mayHead(first, layouts)) return NOTHING;
  let block: Block | null = null;
  let miss: NearMiss | null = null;
  for (let height = 1; height <= Math.min(HEADER_ROWS, rows.length); height++) {
    const tried = rows.slice(0, height);
    const last = tried[height - 1]!;
    if (height > 1 && last.number !== tried[height - 2]!.number + 1) break;
    if (height > 1 && (holdsEntry(last) || (holdsData(last) && !mayHead(last, layouts)))) break;
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

/** Tables beside each other in a header; as often asked for as the header is met. */
const besideIn = memo(({ columns, found, layouts }: HeaderReading) => {
  const best = found.find((one) => one.missing.length === 0 && isTable(one));
  return sideBySide(columns, layouts, best?.score ?? 0);
});

function readHeader(rows: readonly SheetRow[], layouts: readonly CompiledLayout[]): Sighting {
  const texts = rows.map((row) => row.values.map(cellText));
  const reading = readTexts(texts, layouts);
  const { columns, found } = reading;
  if (columns.length < 2) return NOTHING;
  const complete = found.filter((one) => one.missing.length === 0 && isTable(one));
  const beside = besideIn(reading);
  if (beside !== null) return { block: { rows, columns, rivals: [], ...beside }, miss: null };
  const [best, ...others] = complete;
  if (best === undefined) return { block: null, miss: nearest(found, rows) };
  const { found: own, companions } = tallies(best, others, columns);
  const rivals = others.filter((one) => one.score === best.score && !areApart(own, one));
  return { block: { found: own, rows, columns, rivals, companions }, miss: null };
}

function nearest(found: readonly Recognition[], rows: readonly SheetRow[]): NearMiss | null {
  const [top, bottom] = [rows[0]!.number, rows.at(-1)!.number];
  const misses = found.filter((one) => one.missing.length > 0 && understood(one) >= 2);
  return misses.reduce<NearMiss | null>(
    (best, one) => nearer(best, { found: one, top, bottom }),
    null,
  );
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

import { memo, remembered } from '../../core/memo.js';
import { isBlank } from '../cells/filled.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { SheetRow } from '../table-context.js';
import { areApart, isTable, sideBySide, tallies } from './beside.js';
import type { CompiledLayout } from './compile.js';
import { type HeaderTexts, isSaid } from './covered.js';
import { isDivided } from './divided.js';
import { type HeaderColumn, headerColumns } from './header-columns.js';
import { mayHead } from './heading-start.js';
import { headsDays, headsMonths, holdsData, holdsEntry, isTooWide } from './heading-words.js';
import { loneColumn } from './lone-column.js';
import { type NearMiss, nearer, outweighs, understood, withParts } from './near-miss.js';
import { readAs } from './read-as.js';
import { type Recognition, readTexts } from './recognise.js';

/** A header block: one to four rows that together head a form's columns. */
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
export const HEADER_ROWS = 4;

/** What the rows at the head of a window are. */
export interface Sighting {
  readonly block: Block | null;
  readonly miss: NearMiss | null;
}

const NOTHING: Sighting = { block: null, miss: null };

/** A sighting by its texts alone: how many rows it takes, wherever they stand. */
interface Seen {
  readonly block: (Omit<Block, 'rows'> & { readonly height: number }) | null;
  readonly miss: { readonly found: Recognition; readonly height: number } | null;
}

type Texts = readonly (readonly string[])[];

/** The best reading of the first rows as a header; later ones tell how far down it goes. */
export function sight(
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
  textsOf: HeaderTexts,
): Sighting {
  const head = headOf(rows, layouts);
  if (head.length === 0) return NOTHING;
  const { block, miss } = seenIn(head.map(textsOf), layouts);
  if (block === null && miss === null) return sightAlone(rows, layouts);
  const [top, bottom] = [head[0]!.number, head[(miss?.height ?? 1) - 1]!.number];
  return {
    block: block === null ? null : { ...block, rows: head.slice(0, block.height) },
    miss: miss === null ? null : { found: miss.found, top, bottom },
  };
}

/** A single column heads a hamlet's tally, or lacks another. */
function sightAlone(rows: readonly SheetRow[], layouts: readonly CompiledLayout[]): Sighting {
  const alone = loneColumn(rows, layouts);
  if (alone === null) return NOTHING;
  const { found, columns } = alone;
  const { number } = rows[0]!;
  if (found.missing.length > 0)
    return { block: null, miss: { found, top: number, bottom: number } };
  return {
    block: { found, columns, rows: rows.slice(0, 1), rivals: [], companions: [] },
    miss: null,
  };
}

/** The first rows, as far as they can be a header: right below each other, none of data. */
function headOf(
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): readonly SheetRow[] {
  const first = rows[0];
  if (first === undefined || isTooWide(first)) return [];
  if (holdsEntry(first) || !mayHead(first, layouts)) return [];
  let height = 1;
  for (; height < Math.min(HEADER_ROWS, rows.length); height++) {
    const next = rows[height]!;
    if (!isRightBelow(next, rows[height - 1]!, first) || isTooWide(next)) break;
    if (headsMonths(next) || headsDays(next)) continue;
    if (holdsEntry(next) || (holdsData(next) && !mayHead(next, layouts))) break;
  }
  return rows.slice(0, height);
}

/**
 * Right below the row above it, or below one blank row where it goes on with the header's groups:
 * nothing stands below the first heading, `STT`.
 */
function isRightBelow(next: SheetRow, above: SheetRow, first: SheetRow): boolean {
  if (next.number === above.number + 1) return true;
  const at = first.values.findIndex((value) => !isBlank(value));
  return next.number === above.number + 2 && isBlank(next.values[at]) && filledIn(first) >= 3;
}

const filledIn = ({ values }: SheetRow) => values.filter((value) => !isBlank(value)).length;

/** Headers repeat from file to file, so what was seen in their texts is kept. */
function seenIn(texts: Texts, layouts: readonly CompiledLayout[]): Seen {
  const key = texts.map((row) => row.join('\u0001')).join('\u0002');
  if (key.length > LONGEST_KNOWN) return look(texts, layouts);
  return sightings(layouts)(key, () => look(texts, layouts));
}

const sightings = memo((_: readonly CompiledLayout[]) => remembered<Seen>(MOST_KNOWN));
const MOST_KNOWN = 500;
const LONGEST_KNOWN = 2_000;

function look(texts: Texts, layouts: readonly CompiledLayout[]): Seen {
  let block: Seen['block'] = null;
  let miss: Seen['miss'] = null;
  for (let height = 1; height <= texts.length; height++) {
    const seen = readHeader(texts.slice(0, height), layouts);
    if (seen.block !== null && isBetter(seen.block, block, texts)) block = seen.block;
    if (seen.miss !== null) miss = nearer(miss, seen.miss);
  }
  if (block !== null && miss !== null && outweighs(miss.found, block.found)) block = null;
  if (block !== null && beginsLater(block, texts, layouts)) return NOTHING_SEEN;
  if (block !== null) return undivided(block, texts, layouts) ?? { block, miss: null };
  return { block, miss: miss !== null && missesLater(miss, texts, layouts) ? null : miss };
}

/**
 * The block with the row that divides its headings, if there is one: a field of several columns
 * is not known by the first of them. Null where the block stands as it is.
 */
function undivided(
  one: NonNullable<Seen['block']>,
  texts: Texts,
  layouts: readonly CompiledLayout[],
): Seen | null {
  const { found, height, companions } = one;
  if (!isDivided(texts, height)) return null;
  const whole = texts.slice(0, height + 1);
  const columns = headerColumns(whole, layouts);
  const tables = [found, ...companions];
  const { block, miss } = readHeader(whole, layouts);
  if (block !== null && areAllIn(tables, block)) return { block, miss: null };
  const owns = tables.map((table) => readAs(columns, table.layout));
  const lacking = owns.findIndex(({ missing }) => missing.length > 0);
  if (lacking >= 0) {
    // `Trong tháng | Lũy kế` is a whole header of households, but over `Mức 1 | Mức 2` of accounts.
    const isOther = companions.length === 0 && block !== null && block.found.weight >= found.weight;
    if (isOther) return { block, miss: null };
    if (block === null && miss !== null && isAskedTally(miss)) return { block, miss };
    const own = withParts(owns[lacking]!, tables[lacking]!, columns);
    return { block: null, miss: { found: own, height: height + 1 } };
  }
  const [own] = owns as [Recognition];
  if (companions.length > 0) return null;
  return {
    block: { found: own, height: height + 1, columns, rivals: [], companions: [] },
    miss: null,
  };
}

/** A tally of which several columns could be meant. */
function isAskedTally({ found: { layout, several } }: NonNullable<Seen['miss']>): boolean {
  return layout.layout === 'tally' && several !== undefined;
}

function areAllIn(
  tables: readonly Recognition[],
  { found, companions }: NonNullable<Seen['block']>,
): boolean {
  const read = [found, ...companions].map(({ layout }) => layout);
  return tables.every(({ layout }) => read.includes(layout));
}

/** True where the block's upper rows add nothing: lines above a header are not part of it. */
function beginsLater(
  { found, height }: NonNullable<Seen['block']>,
  texts: Texts,
  layouts: readonly CompiledLayout[],
): boolean {
  return laterRows(texts, height).some((rest) => {
    const later = readHeader(rest, layouts).block;
    return later !== null && later.found.weight >= found.weight;
  });
}

/**
 * The same of a miss: what its upper rows spoil is whole, or no less, without them. Not where they
 * tell months apart.
 */
function missesLater(
  { found, height }: NonNullable<Seen['miss']>,
  texts: Texts,
  layouts: readonly CompiledLayout[],
): boolean {
  return laterRows(texts, height).some((rest) => {
    const { block, miss } = readHeader(rest, layouts);
    const later = found.several === undefined ? (block ?? miss) : miss;
    return later !== null && later.found.score >= found.score;
  });
}

/** The rows of a block without its first, without its first two, … */
function laterRows(texts: Texts, height: number): Texts[] {
  return Array.from({ length: height - 1 }, (_, i) => texts.slice(i + 1, height));
}

/** More headings understood; or as many, where the row more says only how they are measured. */
function isBetter(taller: NonNullable<Seen['block']>, than: Seen['block'], texts: Texts): boolean {
  if (than === null || taller.found.weight > than.found.weight) return true;
  if (taller.found.weight < than.found.weight) return false;
  const more = texts.slice(than.height, taller.height).flat();
  const filled = more.filter(isSaid);
  return filled.length > 0 && filled.every((text) => MEASURE.test(text));
}

/** `(người)`, `(dd/mm/yyyy)`, `(*)`: not a letter or number alone, as columns are numbered. */
const MEASURE = /^(?:\((?!\p{L}\)|\d{1,2}\)).*\)|người|hộ|tổ|nữ|%)$/iu;

/** Reads all the rows as one header. */
function readHeader(texts: Texts, layouts: readonly CompiledLayout[]): Seen {
  const { columns, found } = readTexts(texts, layouts);
  const height = texts.length;
  if (columns.length < 2) return NOTHING_SEEN;
  const isOutweighed = (one: Recognition) => found.some((missing) => outweighs(missing, one));
  const whole = found.filter((one) => one.missing.length === 0 && !isOutweighed(one));
  const [best, ...others] = whole.filter(isTable);
  const beside = sideBySide(columns, layouts, best?.score ?? 0);
  if (beside !== null) return { block: { height, columns, rivals: [], ...beside }, miss: null };
  if (best === undefined) return { block: null, miss: nearest(found, height) };
  // In one hamlet's row a form may have a single column beside those of others.
  const small = whole.filter((one) => !isTable(one));
  const { found: own, companions } = tallies(best, [...others, ...small], columns);
  const rivals = others.filter((one) => one.score === best.score && !areApart(own, one));
  return { block: { found: own, height, columns, rivals, companions }, miss: null };
}

const NOTHING_SEEN: Seen = { block: null, miss: null };

function nearest(found: readonly Recognition[], height: number): Seen['miss'] {
  const misses = found.filter((one) => one.missing.length > 0 && mayBeMeant(one));
  return misses.reduce<Seen['miss']>((best, one) => nearer(best, { found: one, height }), null);
}

/**
 * Two headings of a form, or several for one field; of a tally by hamlets, or of nothing else, one
 * that must be there.
 */
function mayBeMeant(found: Recognition): boolean {
  if (understood(found) >= 2 || found.several !== undefined) return true;
  const { layout, fields, units, unknown, means } = found;
  if (means !== undefined && units.hamlet !== null) return true;
  if (layout.layout !== 'tally' || !isTable(found)) return false;
  const isStarred = layout.required.some((id) => fields.has(id));
  return isStarred && (units.hamlet !== null || unknown.length === 0);
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

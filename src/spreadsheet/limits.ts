import { type ReadOptions, SpreadsheetError } from './types.js';

/**
 * Every limit of the reader, with its reason. Those that an honest file could meet are
 * settings (`ReadOptions`); the others are Excel's own, or far beyond any real file.
 */

const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

/** Rows of a sheet: Excel's own limit. */
export const MAX_ROWS = 1_048_576;

/** Columns of a sheet (A to XFD): Excel's own limit. */
export const MAX_COLUMNS = 16_384;

/** Characters of one cell: 32 times Excel's own 32,767, for writers that do not count. */
export const MAX_CELL_CHARACTERS = 1_048_576;

/** Sheets: Excel has no limit, but slows to a halt at a few thousand. */
export const MAX_SHEETS = 5_000;

/** Merged ranges of a sheet: a merge on every fourth row of the longest sheet. */
export const MAX_MERGES = 262_144;

/** Cell formats: Excel's own limit is 65,490; a few writers go beyond it. */
export const MAX_CELL_FORMATS = 200_000;

/** Different strings of a workbook: the offsets of this many take 34 MB. */
export const MAX_SHARED_STRINGS = 4_194_304;

/** Entries of a zip; a workbook needs a few for each sheet. */
export const MAX_ZIP_ENTRIES = 100_000;

/** Bytes of a zip's central directory: `MAX_ZIP_ENTRIES` with names of 100 characters. */
export const MAX_ZIP_DIRECTORY_BYTES = 16 * MiB;

/** A part that inflates to no more is held in memory whole, a larger one is streamed. */
export const IN_MEMORY_PART_BYTES = 64 * MiB;

/** A sheet of no more is handed out from the top down, in whatever order the part has its rows. */
export const SORTED_SHEET_BYTES = 2 * MiB;

/** Bytes of the parts that are always held whole (workbook, relationships, styles, …). */
export const MAX_SMALL_PART_BYTES = 32 * MiB;

/** Bytes of one row of a streamed sheet: 16,384 cells of 500 bytes. */
export const MAX_ROW_BYTES = 8 * MiB;

/** Bytes after the rows of a streamed sheet that are searched for merged ranges. */
export const MAX_SHEET_TAIL_BYTES = 32 * MiB;

/** A file up to this size is read in one call, a larger one piece by piece. */
export const IN_MEMORY_FILE_BYTES = 8 * MiB;

/** Bytes of a text file: as many as a sheet full of numbers takes. */
export const MAX_TEXT_FILE_BYTES = 2 * GiB;

/** Bytes of one record of a text file. A quote that is closed no sooner is none. */
export const MAX_RECORD_BYTES = 8 * MiB;

/** Bytes of a file of a format that is held in memory whole: the older ones, pages, flat OpenDocument. */
export const MAX_LEGACY_FILE_BYTES = 64 * MiB;

/** Heap of the process that reads the older formats. */
export const LEGACY_HEAP_MIB = 256;

/** Processor time for the older formats: a start, and so much for each MiB. */
export const LEGACY_BASE_MILLISECONDS = 3_500;
export const LEGACY_MILLISECONDS_PER_MIB = 1_500;

/** Time by the clock for each of processor time: on a machine that is busy otherwise. */
export const LEGACY_CLOCK_RATIO = 4;

/**
 * The ratio is looked at only beyond this size: up to it, a workbook can do no harm
 * whatever it was packed to.
 */
export const RATIO_FREE_BYTES = 64 * MiB;

/** The limits of one workbook: the settings, or these defaults. */
export interface Limits {
  /** All parts of a workbook together. A full sheet of 1,048,576 × 50 takes about 2 GiB. */
  readonly maxInflatedBytes: number;
  /** Inflated bytes for each packed one. Real sheets reach 10 to 60, bombs 1,000. */
  readonly maxRatio: number;
  /** Cells of a sheet, gaps before the last cell of a row included. */
  readonly maxCells: number;
  /** Bytes of the shared strings, which are held in memory: two million names. */
  readonly maxSharedStringBytes: number;
  /** Time for a file of an older format, or undefined: by its size. */
  readonly maxLegacyMilliseconds: number | undefined;
}

/** The settings, and where they say nothing the defaults. */
export function resolveLimits(options: ReadOptions = {}): Limits {
  return {
    maxInflatedBytes: options.maxInflatedBytes ?? 4 * GiB,
    maxRatio: options.maxRatio ?? 200,
    maxCells: options.maxCells ?? 50_000_000,
    maxSharedStringBytes: options.maxSharedStringBytes ?? 128 * MiB,
    maxLegacyMilliseconds: options.maxLegacyMilliseconds,
  };
}

/** The error for a limit that was met. `limit` names it, `value` is the limit itself. */
export function limitError(
  limit: string,
  value: number,
  details: Readonly<Record<string, string | number>> = {},
): SpreadsheetError {
  const place = details.part === undefined ? '' : ` in ${details.part}`;
  return new SpreadsheetError('limit', `limit "${limit}" of ${value} was met${place}`, {
    limit,
    value,
    ...details,
  });
}

/** The error for bytes that are not what the format asks for. */
export function damagedError(
  problem: string,
  details: Readonly<Record<string, string | number>> = {},
): SpreadsheetError {
  const place = details.part === undefined ? '' : ` in ${details.part}`;
  return new SpreadsheetError('damaged', `${problem}${place}`, { problem, ...details });
}

const DOCUMENT_TYPE = 'the XML has a document type';

/** The error for XML that has a document type, in whose entities harm may lie. */
export function documentTypeError(): SpreadsheetError {
  return damagedError(DOCUMENT_TYPE);
}

/** Damage that came by chance: nothing that a limit stops, nor a document type. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof SpreadsheetError &&
    error.reason === 'damaged' &&
    error.details.problem !== DOCUMENT_TYPE
  );
}

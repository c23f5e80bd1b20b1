import type { Place } from '../core/finding.js';
import { memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { RareSet } from '../core/rare-set.js';
import type { FileReport, Part, SheetReport, TableReport } from '../forms/report.js';
import type { Unit } from '../geography/types.js';
import { weekOfFile } from './file-weeks.js';
import type { HeldPart } from './held.js';
import type { TableInRun } from './settle.js';
import { withoutUnits } from './unit-marks.js';
import { versionOf, type WithoutUnits } from './version.js';

/** Every table of the run, and every sheet or file that has none, in the files' order. */
export function tablesOf(files: readonly FileReport[]): TableInRun[] {
  return files.flatMap((file): TableInRun[] => {
    if (file.sheets.length === 0) return [{ file, sheet: null, table: null }];
    return file.sheets.flatMap((sheet): TableInRun[] =>
      sheet.tables.length === 0
        ? [{ file, sheet, table: null }]
        : sheet.tables.map((table) => ({ file, sheet, table })),
    );
  });
}

/**
 * Takes up the parts of all tables that count for the run; not those of identical copies.
 * @param units whose names are no version's marks
 */
export function holdParts(
  tables: readonly TableInRun[],
  copies: ReadonlyMap<FileReport, FileReport>,
  units: readonly Unit[],
): HeldPart[] {
  const without = withoutUnits(units);
  const orders = orderOf(new Set(tables.map(({ file }) => file)), without);
  const weekOf = memo(({ file }: FileReport) => weekOfFile(file, without));
  return tables.flatMap(({ file, sheet, table }, source) => {
    if (table === null || table.state !== 'read' || copies.has(file)) return [];
    const place = placeIn(file, sheet);
    const { order, version, supplement } = orders.get(file)!;
    const week = table.week ?? weekOf(file);
    const seen = new Set<string>();
    const rejectedOnce = (unit: string) => {
      if (seen.has(unit)) return 0;
      seen.add(unit);
      return table.rejectedBy[unit] ?? 0;
    };
    return [...table.parts, ...rejectedParts(table)].map(
      (part): HeldPart => ({
        part: inWeek(part, week),
        table,
        month: table.month as Month | null,
        source,
        file,
        order,
        version,
        supplement,
        week,
        place,
        rejected: rejectedOnce(part.unit),
        superseded: false,
        isNamesake: false,
        within: [],
        blank: false,
        joined: false,
        dropped: new RareSet(),
        aside: new RareSet(),
        listed: new RareSet(),
      }),
    );
  });
}

/** A sheet as findings point at it; of a CSV, the file. */
export function placeIn({ file }: FileReport, sheet: SheetReport | null): Place {
  return sheet?.name ? { file, sheet: sheet.name } : { file };
}

/** The part with the week in each of a tally's rows that says none. */
function inWeek(part: Part, week: number | null): Part {
  if (week === null || part.tally.length === 0) return part;
  return { ...part, tally: part.tally.map((row) => ({ week, ...row })) };
}

/** Hamlets whose every row was rejected: a later file can still replace them. */
function rejectedParts(table: TableReport): Part[] {
  const rejected = Object.keys(table.rejectedBy);
  if (rejected.length === 0) return [];
  const known = new Set(table.parts.map(({ unit }) => unit));
  return rejected
    .filter((unit) => unit !== '' && !known.has(unit))
    .map((unit) => ({
      unit,
      layout: table.layout,
      entries: null,
      tally: [],
      rows: 0,
      reported: [],
    }));
}

type Order = Pick<HeldPart, 'order' | 'version' | 'supplement'>;

/** Rank of each file: by version mark, then time saved, then name (contract, Counting). */
export function orderOf(
  files: ReadonlySet<FileReport>,
  without: WithoutUnits,
): ReadonlyMap<FileReport, Order> {
  const marked = [...files].map((file) => ({ file, ...versionOf(file.file, without) }));
  marked.sort(
    (a, b) =>
      a.rank - b.rank ||
      byCodePoint(a.file.savedAt, b.file.savedAt) ||
      byCodePoint(a.file.file, b.file.file),
  );
  return new Map(
    marked.map(({ file, rank, supplement }, order) => [file, { order, version: rank, supplement }]),
  );
}

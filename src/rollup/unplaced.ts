import type { FileReport } from '../forms/report.js';
import type { HeldPart } from './held.js';
import type { Replaced } from './replace.js';

/**
 * The tables, by their index in the run, whose rows of no known hamlet stand as rejected although
 * later files replaced all of their parts: such a row is no part of any hamlet, so that nothing
 * takes its place unless the later files reject one of that name themselves, or bring hamlets that
 * the table lacks, as many as such rows name, as a correction of their names does (contract,
 * Counting: nothing is lost).
 */
export function unplacedThatStand(
  parts: readonly HeldPart[],
  replaced: Replaced,
): ReadonlySet<number> {
  const tables = new Map<number, HeldPart[]>();
  for (const held of replaced.keys())
    if ((held.table.rejectedBy[''] ?? 0) > 0) tables.set(held.source, []);
  if (tables.size === 0) return new Set();
  for (const held of parts) tables.get(held.source)?.push(held);
  const isLeft = (own: readonly HeldPart[]): boolean => {
    const [first] = own as [HeldPart];
    const isAlike = ({ table, month }: HeldPart) =>
      table.form === first.table.form && month === first.month;
    const later = laterThan(own, replaced);
    const alike = parts.filter(isAlike);
    const again = namesUnplaced(alike.filter(({ file }) => later.has(file)));
    const names = [...namesUnplaced([first])].filter((name) => !again.has(name));
    return names.length > hamletsBrought(first.file, later, alike);
  };
  const standing = [...tables].filter(
    ([, own]) => own.every(({ superseded }) => superseded) && isLeft(own),
  );
  return new Set(standing.map(([source]) => source));
}

function laterThan(own: readonly HeldPart[], replaced: Replaced): ReadonlySet<FileReport> {
  return new Set(own.flatMap((held) => replaced.get(held)!.map((by) => by.file)));
}

/** What rejected rows of no known hamlet, in the tables of some parts, say instead of one. */
function namesUnplaced(parts: readonly HeldPart[]): ReadonlySet<string> {
  const tables = new Map(parts.map((held) => [held.source, held]));
  return new Set([...tables.values()].flatMap((held) => [...rowsUnplaced(held).values()]));
}

/**
 * The rejected rows of a table that are of no known hamlet, each with what it says instead of one; a row
 * that says nothing is one more.
 */
export function rowsUnplaced({
  source,
  table,
  file,
  place,
}: Pick<HeldPart, 'source' | 'table' | 'file' | 'place'>): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  for (const { severity, unit, place: at, args } of file.findings) {
    const isHere = (at.sheet ?? '') === (place.sheet ?? '') && at.row !== undefined;
    if (severity !== 'error' || unit !== undefined || !isHere) continue;
    if (at.row! <= table.headerRow || at.row! > table.endRow) continue;
    const { name } = args;
    const said = typeof name === 'string' && name !== '' ? name : `#${source} ${at.row}`;
    if (!rows.has(at.row!)) rows.set(at.row!, said);
  }
  return rows;
}

/** How many hamlets the later files have that the file lacks, of parts of one form and month. */
function hamletsBrought(
  file: FileReport,
  later: ReadonlySet<FileReport>,
  alike: readonly HeldPart[],
): number {
  const known = new Set(alike.flatMap((held) => (held.file === file ? held.part.unit : [])));
  const brought = alike.filter(({ file: from, part }) => later.has(from) && !known.has(part.unit));
  return new Set(brought.map(({ part }) => part.unit)).size;
}

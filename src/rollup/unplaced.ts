import type { FileReport } from '../forms/report.js';
import type { HeldPart } from './held.js';
import type { Replaced } from './replace.js';

/**
 * The tables, by their index in the run, whose rows of no known hamlet stand as rejected although
 * later files replaced all of their parts: such a row is no part of any hamlet, so that nothing
 * takes its place unless the later files bring hamlets that the table lacks, as many as such rows
 * name, as a correction of their names does (contract, Counting: nothing is lost).
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
  const standing = [...tables].filter(
    ([, own]) =>
      own.every(({ superseded }) => superseded) &&
      namesUnplaced(own[0]!).size > hamletsBrought(own, parts, replaced),
  );
  return new Set(standing.map(([source]) => source));
}

/** What the table's rejected rows of no known hamlet say instead of one; a row that says nothing is one more. */
function namesUnplaced({ table, file, place }: HeldPart): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { severity, unit, place: at, args } of file.findings) {
    const isHere = (at.sheet ?? '') === (place.sheet ?? '') && at.row !== undefined;
    if (severity !== 'error' || unit !== undefined || !isHere) continue;
    if (at.row! <= table.headerRow || at.row! > table.endRow) continue;
    names.add(typeof args.name === 'string' && args.name !== '' ? args.name : `#${at.row}`);
  }
  return names;
}

/** How many hamlets of the table's form the later files have that its own file lacks. */
function hamletsBrought(
  own: readonly HeldPart[],
  parts: readonly HeldPart[],
  replaced: Replaced,
): number {
  const { file, table } = own[0]!;
  const later = new Set<FileReport>(
    own.flatMap((held) => replaced.get(held)!.map((by) => by.file)),
  );
  const alike = parts.filter(
    (held) => held.table.form === table.form && held.month === table.month,
  );
  const known = new Set(alike.flatMap((held) => (held.file === file ? held.part.unit : [])));
  const brought = alike.filter(({ file: from, part }) => later.has(from) && !known.has(part.unit));
  return new Set(brought.map(({ part }) => part.unit)).size;
}

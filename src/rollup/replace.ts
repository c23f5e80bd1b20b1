import { byFile, type Emit, type HeldPart, type Reading } from './held.js';
import { tellAdded, tellKept, tellReplaced } from './replace-told.js';

/** A file's part of one hamlet, form and month, over all of its sheets. */
export type FilePart = readonly HeldPart[];

/** Each part that was replaced, and the parts of the file that did it, with rows. */
export type Replaced = ReadonlyMap<HeldPart, FilePart>;

/**
 * A later file's part replaces an earlier file's for the same hamlet, form and month
 * (contract, Counting). Supplements add; so do files that each name their teams, none in
 * common. Sheets of one file never replace each other. Nothing is replaced without a finding.
 */
export function replaceEarlier(
  groups: Iterable<readonly HeldPart[]>,
  by: Reading,
  emit: Emit,
): Replaced {
  const replaced = new Map<HeldPart, FilePart>();
  const added = new Map<HeldPart, HeldPart>();
  const all: HeldPart[] = [];
  for (const group of groups) {
    settleGroup(group, replaced, added);
    for (const held of group) all.push(held);
  }
  tellReplaced(replaced, by, emit);
  tellAdded(added, emit);
  tellKept(all, replaced, emit);
  return replaced;
}

/** @param added the parts that add up with the first file's; supplements, with what they add to */
function settleGroup(
  group: readonly HeldPart[],
  replaced: Map<HeldPart, FilePart>,
  added: Map<HeldPart, HeldPart>,
): void {
  if (group.length < 2) return;
  const files = byFile(group);
  if (files.length < 2) return;
  files.sort(([a], [b]) => b!.order - a!.order);
  const standing: FilePart[] = [];
  for (const part of files) {
    const later = standing.find((other) => replaces(other, part));
    if (later === undefined) standing.push(part);
    else supersede(part, later, replaced);
  }
  const adding = standing.filter(hasRows).map(([held]) => held!);
  const main = adding.findLast(({ supplement }) => !supplement) ?? adding.at(-1)!;
  for (const held of adding) if (held !== main) added.set(held, main);
}

/**
 * True where `later` takes the place of `earlier`. A part whose every row was rejected
 * replaces nothing; a supplement neither, and gives way only to a file of a higher version
 * mark that was also saved later: by the time alone it follows what it adds to.
 */
function replaces(later: FilePart, earlier: FilePart): boolean {
  const [a, b] = [later[0]!, earlier[0]!];
  if (a.supplement || !hasRows(later)) return false;
  if (b.supplement && !(a.version > b.version && a.file.savedAt > b.file.savedAt)) return false;
  return !teamsApart(earlier, later);
}

function hasRows(part: FilePart): boolean {
  return part.some((held) => held.part.rows > 0);
}

/** Both files name the team of every row, and none is in both. */
function teamsApart(earlier: FilePart, later: FilePart): boolean {
  const [a, b] = [teamsOf(earlier), teamsOf(later)];
  return a !== null && b !== null && [...a].every((team) => !b.has(team));
}

/** The teams of a file's part; null where a row names none. */
function teamsOf(part: FilePart): ReadonlySet<number> | null {
  const lists = part.filter((held) => held.part.rows > 0).map((held) => held.part.entries);
  const teams = lists.flatMap((entries) => [...(entries?.group ?? [0])]);
  const named = lists.every((entries) => entries !== null && entries.group.length > 0);
  return named && teams.every((team) => team !== 0) ? new Set(teams) : null;
}

function supersede(part: FilePart, later: FilePart, replaced: Map<HeldPart, FilePart>): void {
  const by = later.filter((held) => held.part.rows > 0);
  for (const held of part) {
    held.superseded = true;
    replaced.set(held, by);
  }
}

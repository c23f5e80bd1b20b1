import { areMerged, byExtent, bySender, type Emit, type HeldPart, type Reading } from './held.js';
import type { Former } from './namesakes.js';
import { bringsCounts, giveWay } from './replace-blank.js';
import { tellAdded, tellKept, tellReplaced } from './replace-told.js';
import { type AddUp, areOfOtherWeeks, byWeek, weeksThatAdd } from './weeks.js';

/**
 * A file's part of one hamlet, form and month, over all of its sheets; of hamlets that were merged
 * into it, each one's.
 */
export type FilePart = readonly HeldPart[];

/** Each part that was replaced, and the parts of the file that did it, with rows. */
export type Replaced = ReadonlyMap<HeldPart, FilePart>;

/** What became of the parts of a run against each other. */
interface Standings {
  readonly replaced: Map<HeldPart, FilePart>;
  /** The parts that add up with the first file's; supplements, with what they add to. */
  readonly added: Map<HeldPart, HeldPart>;
  /** The parts that stay, as the later file's has no count, or none but rejected rows. */
  readonly kept: Map<HeldPart, HeldPart>;
}

/**
 * A later file's part replaces an earlier file's for the same hamlet, form and month
 * (contract, Counting), but where it has no count. Supplements add; so do files that each name
 * their teams, none in common, and what comes under the names of hamlets that were merged into one;
 * what is of all of that one stands for them whenever they came, as does what is of a hamlet that
 * was made of them before it was merged again.
 * Sheets of one file never replace each other. Files that are each of one week of the month add up
 * where they show that they do; else the last week stands, and before it what is of the whole month.
 * Nothing is replaced without a finding.
 */
export function replaceEarlier(
  groups: readonly (readonly HeldPart[])[],
  by: Reading,
  former: Former,
  emit: Emit,
): Replaced {
  const standings: Standings = { replaced: new Map(), added: new Map(), kept: new Map() };
  const { replaced, added, kept } = standings;
  const all: HeldPart[] = [];
  const addUp = weeksThatAdd(groups, by);
  for (const group of groups) {
    settleGroup(group, by, addUp, standings);
    for (const held of group) all.push(held);
  }
  tellReplaced(replaced, by, former, emit);
  tellAdded(added, replaced, emit);
  tellKept(all, replaced, kept, emit);
  return replaced;
}

function settleGroup(
  group: readonly HeldPart[],
  by: Reading,
  addUp: AddUp,
  standings: Standings,
): void {
  if (group.length < 2) return;
  const files = bySender(group);
  if (files.length < 2) return;
  files.sort((a, b) => byExtent(a[0]!, b[0]!) || byWeek(a, b) || b[0]!.order - a[0]!.order);
  const areWeeks = addUp(files);
  const addsUp = (a: FilePart, b: FilePart) => areWeeks && areOfOtherWeeks(a, b);
  const standing: FilePart[] = [];
  for (const part of files) {
    const later = standing.filter((other) => replaces(other, part) && !addsUp(other, part));
    const withCount = bringsCounts(part, by)
      ? later.find((other) => bringsCounts(other, by))
      : later[0];
    if (withCount === undefined) standing.push(part);
    else supersede(part, withCount, standings.replaced);
    if (withCount !== undefined) continue;
    if (later.length > 0) keep(part, later, by, standings.kept);
    else keepFrom(part, standing, standings.kept);
  }
  const adding = standing.filter((part) => bringsCounts(part, by)).map(([held]) => held!);
  const main = adding.findLast(({ supplement }) => !supplement) ?? adding.at(-1)!;
  const isTold = (held: HeldPart) => held.part.tally.length > 0 && addsUp([held], [main]);
  for (const held of adding)
    if (held.file !== main.file && !isTold(held)) standings.added.set(held, main);
}

/**
 * True where `later` takes the place of `earlier`, or the whole that of a part. A part whose every
 * row was rejected replaces nothing; a supplement neither, and gives way only to a file of a higher
 * version mark that was also saved later: by the time alone it follows what it adds to.
 */
function replaces(later: FilePart, earlier: FilePart): boolean {
  return hasRows(later) && isOver(later, earlier) && !teamsApart(earlier, later);
}

/** True where what counts of the one would stand in the place of the other. */
function isOver([later]: FilePart, [earlier]: FilePart): boolean {
  const [a, b] = [later!, earlier!];
  if (a.file === b.file || areMerged(a, b) || a.supplement) return false;
  return !b.supplement || (a.version > b.version && a.file.savedAt > b.file.savedAt);
}

function hasRows(part: FilePart): boolean {
  return part.some((held) => held.part.rows > 0);
}

/** Both files name the team of every row, and none is in both. */
function teamsApart(earlier: FilePart, later: FilePart): boolean {
  const [a, b] = [teamsOf(earlier), teamsOf(later)];
  return a !== null && b !== null && [...a].every((team) => !b.has(team));
}

/** The teams of a file's part; null where a row names none, or no row counts. */
function teamsOf(part: FilePart): ReadonlySet<number> | null {
  if (!hasRows(part)) return null;
  const teams = part
    .filter((held) => held.part.rows > 0)
    .flatMap(({ part: { entries, tally } }) =>
      entries === null
        ? tally.map(({ team }) => team ?? 0)
        : entries.group.length > 0
          ? [...entries.group]
          : [0],
    );
  return teams.every((team) => team !== 0) ? new Set(teams) : null;
}

/** The later files' rows have no count: the part stays. */
function keep(
  part: FilePart,
  later: readonly FilePart[],
  by: Reading,
  kept: Standings['kept'],
): void {
  for (const held of part) kept.set(held, later[0]![0]!);
  for (const other of later) giveWay(other, by);
}

/** Of the later files' rows none counts, as each was rejected: the part stays. */
function keepFrom(part: FilePart, standing: readonly FilePart[], kept: Standings['kept']): void {
  if (!hasRows(part) || teamsOf(part) !== null) return;
  const rejected = standing.find(
    (other) => isRejected(other) && isOver(other, part) && !areOfOtherWeeks(other, part),
  );
  if (rejected !== undefined) for (const held of part) kept.set(held, rejected[0]!);
}

function isRejected(part: FilePart): boolean {
  return !hasRows(part) && part.some(({ rejected }) => rejected > 0);
}

function supersede(part: FilePart, later: FilePart, replaced: Map<HeldPart, FilePart>): void {
  const by = later.filter((held) => held.part.rows > 0);
  for (const held of part) {
    held.superseded = true;
    replaced.set(held, by);
  }
}

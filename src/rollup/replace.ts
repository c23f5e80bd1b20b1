import { type Finding, finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { FileReport } from '../forms/report.js';
import { byFile, type Emit, type HeldPart, placeOfPart, rowsOf } from './held.js';

/** A file's part of one hamlet, form and month, over all of its sheets. */
type FilePart = readonly HeldPart[];

/** Each part that was replaced, and the file that did it. */
type Replaced = Map<HeldPart, FileReport>;

/**
 * A later file's part replaces an earlier file's for the same hamlet, form and month
 * (contract, Counting). Supplements add; so do files that each name their teams, none in
 * common. Sheets of one file never replace each other. Nothing is replaced without a finding.
 */
export function replaceEarlier(groups: Iterable<readonly HeldPart[]>, emit: Emit): void {
  const replaced: Replaced = new Map();
  const all: HeldPart[] = [];
  for (const group of groups) {
    settleGroup(group, replaced, emit);
    for (const held of group) all.push(held);
  }
  tellKept(all, replaced, emit);
}

function settleGroup(group: readonly HeldPart[], replaced: Replaced, emit: Emit): void {
  const files = byFile(group);
  if (files.length < 2) return;
  files.sort(([a], [b]) => b!.order - a!.order);
  const standing: FilePart[] = [];
  for (const part of files) {
    const later = standing.find((other) => replaces(other, part));
    if (later === undefined) standing.push(part);
    else supersede(part, later, replaced, emit);
  }
  tellAdded(standing.filter(hasRows), emit);
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

function supersede(part: FilePart, later: FilePart, replaced: Replaced, emit: Emit): void {
  const by = later.find((held) => held.part.rows > 0)!;
  for (const held of part) {
    held.superseded = true;
    replaced.set(held, by.file);
    const { unit } = held.part;
    const args = {
      unit,
      form: held.table.form,
      otherFile: by.file.file,
      changes: changes(held, by),
    };
    emit(finding('CCDS-D07', placeOfPart(held), args, { unit }));
  }
}

/** `members 5 → 6 (C9)`: what a corrected tally changed; for lists, the number of rows. */
function changes(earlier: HeldPart, later: HeldPart): string {
  const [before, after] = [earlier.part.tally[0], later.part.tally[0]];
  if (before === undefined || after === undefined) {
    const [was, is] = [rowsOf(earlier.part).length, rowsOf(later.part).length];
    return was === is ? '' : `${was} → ${is}`;
  }
  const fields = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  return fields
    .filter((field) => (before.values[field] ?? null) !== (after.values[field] ?? null))
    .map((field) => {
      const cell = `${later.table.columns[field] ?? ''}${after.row}`;
      return `${field} ${before.values[field] ?? '–'} → ${after.values[field] ?? '–'} (${cell})`;
    })
    .join('; ');
}

/** What a later file left standing of one file's form: its hamlets, and the files that came later. */
interface Kept {
  readonly parts: HeldPart[];
  readonly units: Set<string>;
  readonly later: ReadonlySet<string>;
}

/**
 * Hamlets of a file that was replaced in part, which the later files lack, are kept: told once
 * for the file and form, as one hamlet's correction leaves all others of its commune standing.
 */
function tellKept(parts: readonly HeldPart[], replaced: Replaced, emit: Emit): void {
  const key = (held: HeldPart) => `${held.file.file}\u0000${held.table.form}\u0000${held.month}`;
  const laterOf = new Map<string, Set<string>>();
  for (const [held, { file }] of replaced) getOrMake(laterOf, key(held), () => new Set()).add(file);
  const kept = new Map<string, Kept>();
  for (const held of parts) {
    const later = laterOf.get(key(held));
    if (held.superseded || later === undefined || held.part.rows === 0) continue;
    const one = getOrMake(kept, key(held), (): Kept => ({ parts: [], units: new Set(), later }));
    one.parts.push(held);
    one.units.add(held.part.unit);
  }
  for (const one of kept.values()) emit(keptFinding(one));
}

/** Hamlets and files that a finding names; of more, it says how many. */
const NAMED = 5;

/** CCDS-D08, at the first row that is kept. */
function keptFinding({ parts, units, later }: Kept): Finding {
  const first = parts.reduce((a, b) => (isAbove(b, a) ? b : a));
  const args = {
    form: first.table.form,
    count: units.size,
    kept: named([...units].sort(byCodePoint)),
    otherFile: named([...later].sort(byCodePoint)),
  };
  const only = units.size === 1 ? { unit: first.part.unit } : {};
  return finding('CCDS-D08', placeOfPart(first), args, only);
}

function isAbove(a: HeldPart, b: HeldPart): boolean {
  const row = ({ part }: HeldPart) => rowsOf(part)[0] ?? 0;
  return a.source !== b.source ? a.source < b.source : row(a) < row(b);
}

function named(all: readonly string[]): string {
  return [...all.slice(0, NAMED), ...(all.length > NAMED ? ['…'] : [])].join(', ');
}

/** Files that add up for one hamlet: each is told of beside the first of them. */
function tellAdded(standing: readonly FilePart[], emit: Emit): void {
  const first = standing.at(-1)?.[0];
  for (const [held] of standing.slice(0, -1)) {
    const { unit } = held!.part;
    const args = { unit, form: held!.table.form, otherFile: first!.file.file };
    emit(finding('CCDS-D10', placeOfPart(held!), args, { unit }));
  }
}

import { finding } from '../core/finding.js';
import type { FileReport } from '../forms/report.js';
import type { Emit, HeldPart } from './held.js';
import { rowsOf } from './held.js';

/**
 * A later file's part replaces an earlier file's for the same hamlet, form and month
 * (contract, Counting). Supplements add; so do files that each name their teams, none in
 * common. Nothing is replaced without a finding.
 */
export function replaceEarlier(groups: Iterable<readonly HeldPart[]>, emit: Emit): void {
  const replacing = new Map<HeldPart, HeldPart>();
  for (const group of groups) settleGroup(group, replacing, emit);
  tellKept([...groups].flat(), replacing, emit);
}

function settleGroup(
  group: readonly HeldPart[],
  replacing: Map<HeldPart, HeldPart>,
  emit: Emit,
): void {
  const files = [...new Set(group.map((held) => held.file))];
  if (files.length < 2) return;
  const inOrder = [...group].sort((a, b) => b.order - a.order);
  const standing: HeldPart[] = [];
  for (const held of inOrder) {
    const later = standing.find((other) => replaces(other, held, standing));
    if (later === undefined) standing.push(held);
    else supersede(held, later, replacing, emit);
  }
  tellAdded(standing, emit);
}

function replaces(later: HeldPart, earlier: HeldPart, standing: readonly HeldPart[]): boolean {
  if (later.file === earlier.file || later.supplement || earlier.supplement) return false;
  return !teamsApart(
    earlier,
    standing.filter((other) => other.file === later.file),
  );
}

/** Both files name the team of every row, and none is in both. */
function teamsApart(earlier: HeldPart, later: readonly HeldPart[]): boolean {
  const named = [earlier, ...later].every(({ part }) => {
    const groups = part.entries?.group ?? [];
    return groups.length > 0 && groups.every((group) => group !== 0);
  });
  if (!named) return false;
  const teams = new Set(earlier.part.entries!.group);
  return later.every(({ part }) => part.entries!.group.every((group) => !teams.has(group)));
}

function supersede(
  held: HeldPart,
  later: HeldPart,
  replacing: Map<HeldPart, HeldPart>,
  emit: Emit,
): void {
  held.superseded = true;
  replacing.set(held, later);
  const args = {
    unit: held.part.unit,
    form: held.table.form,
    otherFile: later.file.file,
    changes: changes(held, later),
  };
  emit(
    finding(
      'CCDS-D07',
      { ...held.place, row: rowsOf(held.part)[0] ?? held.table.headerRow },
      args,
      { unit: held.part.unit },
    ),
  );
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

/** Hamlets of a file that was replaced in part, which the later file lacks: kept. */
function tellKept(
  parts: readonly HeldPart[],
  replacing: Map<HeldPart, HeldPart>,
  emit: Emit,
): void {
  const laterOf = new Map<string, FileReport>();
  const key = (held: HeldPart) => `${held.file.file}\u0000${held.table.form}\u0000${held.month}`;
  for (const [held, later] of replacing) laterOf.set(key(held), later.file);
  for (const held of parts) {
    const later = laterOf.get(key(held));
    if (held.superseded || later === undefined) continue;
    const args = { unit: held.part.unit, form: held.table.form, otherFile: later.file };
    const place = { ...held.place, row: rowsOf(held.part)[0] ?? held.table.headerRow };
    emit(finding('CCDS-D08', place, args, { unit: held.part.unit }));
  }
}

function tellAdded(standing: readonly HeldPart[], emit: Emit): void {
  const [last, ...others] = [...standing].reverse();
  for (const held of others) {
    if (held.file === last!.file) continue;
    const args = { unit: held.part.unit, form: held.table.form, otherFile: last!.file.file };
    const place = { ...held.place, row: rowsOf(held.part)[0] ?? held.table.headerRow };
    emit(finding('CCDS-D10', place, args, { unit: held.part.unit }));
  }
}

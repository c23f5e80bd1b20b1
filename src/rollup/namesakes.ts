import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import type { Month } from '../core/period.js';
import { byTable, hamletsIn } from './alike-parts.js';
import { type Emit, groupParts, type HeldPart, isPart, placeOfPart } from './held.js';

/** What is known of the hamlets that were merged. */
export interface Former {
  /** Code of the one whose name a merged hamlet goes on with; null where it has a name of its own. */
  readonly namesakeOf: (unit: string, month: Month | null) => string | null;
  /** Name that a hamlet bore which had ended by the month's last day. */
  readonly nameOf: (code: string, month: Month | null) => string;
  /** Codes of the merged hamlets that it was part of before that day's, the nearest first. */
  readonly wereOver: (code: string, month: Month | null) => readonly string[];
  /** Names of the hamlets that were merged into one, of which neither they nor their parts are `named`. */
  readonly lacking: (
    unit: string,
    month: Month | null,
    named: ReadonlySet<string>,
  ) => readonly string[];
}

/**
 * Of what bears a name that a merged hamlet shares with one of those it was made of, nobody can
 * tell whether it is of the part or of the whole. Where something came of another of them under
 * that one's name, it is taken for the part: the two add up, and it is asked about (CCDS-U08).
 */
export function takeForParts(parts: readonly HeldPart[], { namesakeOf }: Former): HeldPart[] {
  if (!parts.some(isPart)) return [...parts];
  const codes = new Map<HeldPart, string>();
  for (const group of groupParts(parts).values()) {
    if (group.length < 2) continue;
    const code = namesakeOf(group[0]!.part.unit, group[0]!.month);
    if (code === null || !group.some((held) => isPart(held) && held.part.mergedFrom !== code))
      continue;
    for (const held of group) if (!isPart(held)) codes.set(held, code);
  }
  return parts.map((held) => {
    const mergedFrom = codes.get(held);
    return mergedFrom === undefined
      ? held
      : { ...held, part: { ...held.part, mergedFrom }, isNamesake: true };
  });
}

/** Of hamlets that were merged twice, each part with the merged ones above it of which rows came too. */
export function nestParts(parts: readonly HeldPart[], { wereOver }: Former): readonly HeldPart[] {
  if (!parts.some(isPart)) return parts;
  const above = new Map<HeldPart, readonly string[]>();
  for (const group of groupParts(parts).values()) {
    const named = new Set(group.map(({ part }) => (part.rows > 0 ? part.mergedFrom : undefined)));
    if (named.size < 2) continue;
    for (const held of group.filter(isPart)) {
      const within = wereOver(held.part.mergedFrom!, held.month).filter((code) => named.has(code));
      if (within.length > 0) above.set(held, within);
    }
  }
  return parts.map((held) => {
    const within = above.get(held);
    return within === undefined ? held : { ...held, within };
  });
}

/** CCDS-U08, once for a file and form: with which files' parts of the others it adds up. */
export function tellNamesakes(
  groups: Iterable<readonly HeldPart[]>,
  former: Former,
  emit: Emit,
): void {
  const beside = new Map<HeldPart, readonly HeldPart[]>();
  for (const group of groups) {
    const standing = group.filter((held) => !held.superseded && held.part.rows > 0);
    for (const held of standing) {
      const others = standing.filter(({ part }) => part.mergedFrom !== held.part.mergedFrom);
      if (held.isNamesake && others.length > 0) beside.set(held, others);
    }
  }
  for (const parts of byTable(beside.keys())) {
    const others = parts.flatMap((held) => beside.get(held)!);
    const files = new Set(others.map(({ place }) => place.file));
    files.delete(parts[0].place.file);
    const { args, unit } = hamletsIn(parts);
    const more = { name: formerNames(others, former), otherFile: firstFew([...files].sort()) };
    emit(finding('CCDS-U08', placeOfPart(parts[0]), { ...args, ...more }, unit));
  }
}

/** `Ấp Cái Đôi, Ấp Ô Rô`: what the hamlets were called that the parts are of. */
export function formerNames(parts: readonly HeldPart[], { nameOf }: Former): string {
  const names = parts.map(({ part, month }) => nameOf(part.mergedFrom ?? part.unit, month));
  return firstFew([...new Set(names)].sort());
}

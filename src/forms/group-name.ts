import type { Named } from '../geography/types.js';
import { cellText } from './cell-text.js';
import { namedPlaces } from './named-places.js';
import { isRomanMark, withoutMark } from './row-kind.js';
import type { SheetRow } from './table-context.js';
import type { UnitLevel } from './unit-columns.js';

/** The units that a group's head names. */
export interface GroupName {
  readonly named: Named;
  /** The lowest level named; null where no unit is. */
  readonly level: UnitLevel | null;
  /** The text as it stands, without its number. */
  readonly name: string;
}

const LOWEST_FIRST: readonly UnitLevel[] = ['hamlet', 'commune', 'district', 'province'];

/**
 * Reads a group's head, with or without the words for its units. A word for a unit may be
 * part of a name: of two readings the one that a unit answers to is taken.
 */
export function groupOf(
  { values }: SheetRow,
  levelOf: (text: string) => UnitLevel | null,
): GroupName {
  const named: Partial<Record<UnitLevel, string>> = {};
  const texts = values.map((value) => withoutMark(cellText(value)));
  for (const { level, name } of texts.flatMap(namedPlaces))
    if (named[level] === undefined || levelOf(name) === level) named[level] = name;
  const bare = texts.find((text) => /\p{L}{2}/u.test(text) && !isRomanMark(text)) ?? '';
  const own = Object.keys(named).length > 0 ? null : levelOf(bare);
  if (own !== null) named[own] = bare;
  const level = LOWEST_FIRST.find((one) => named[one] !== undefined) ?? null;
  return { named, level, name: bare };
}

import { getOrMake, memo } from '../core/memo.js';
import { changesTo, fromUnit, rowAsOf } from './changes.js';
import { nameOf } from './names.js';
import type { Gazetteer, IsoDate, Unit } from './types.js';
import { closes, dayBefore, HAMLET, rowsByCode } from './validity.js';

const namesakes = memo((_: Gazetteer) => new Map<Unit, string | null>());

/**
 * Code of the hamlet whose name a merged one goes on with: one of those that became part of it,
 * or itself from before, where others became part of it. Null where no such name was taken over.
 */
export function namesakeOf(registry: Gazetteer, unit: Unit): string | null {
  return getOrMake(namesakes(registry), unit, () => findNamesake(registry, unit));
}

function findNamesake(registry: Gazetteer, unit: Unit): string | null {
  const changes = changesTo(registry, unit);
  const { bare } = nameOf(unit);
  for (const change of changes) {
    const from = fromUnit(registry, change);
    if (from !== undefined && nameOf(from).bare === bare) return from.code;
  }
  const wasThere = changes.some(({ effective }) => rowAsOf(registry, unit, dayBefore(effective)));
  return wasThere ? unit.code : null;
}

/** Name of the hamlet that bore a code before a day, and had ended by then; else the code. */
export function endedName(registry: Gazetteer, code: string, date: IsoDate): string {
  const row = endedHamlet(registry, code, date) ?? hamletRows(registry, code)[0];
  return row?.name ?? code;
}

function hamletRows(registry: Gazetteer, code: string): readonly Unit[] {
  return (rowsByCode(registry).get(code) ?? []).filter((row) => row.level === HAMLET);
}

/** The hamlet that bore a code last before a day, and had ended by then. */
export function endedHamlet(registry: Gazetteer, code: string, date: IsoDate): Unit | undefined {
  const ended = hamletRows(registry, code).filter((row) => closes(row) < date);
  return ended.sort((a, b) => (closes(a) < closes(b) ? -1 : 1)).at(-1);
}

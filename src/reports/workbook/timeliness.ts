import type { Node } from '../../geography/types.js';
import { hamletsOf } from '../figures.js';
import type { Edition } from './scope.js';

/** Vietnam is seven hours ahead of UTC, all year. */
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/** When a unit's last report came, and what that makes of it. */
export interface Timeliness {
  /** Calendar day in Vietnam; blank where nothing came. */
  readonly received: string;
  readonly status: 'onTime' | 'late' | 'missing' | 'notDue';
  readonly daysLate: number;
}

/** Days on which the files came that each hamlet's figures are from. */
export function receivedDays({ sources, files }: Edition): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { unit, sheet } of sources) {
    const received = files.get(sheet.file)?.[0]?.receivedAt;
    if (received === undefined) continue;
    const day = dayInVietnam(received);
    if (day > (days.get(unit) ?? '')) days.set(unit, day);
  }
  return days;
}

/** A unit has reported when the last of its hamlets has; it is late when that one is. */
export function timelinessOf(
  edition: Edition,
  node: Node,
  days: ReadonlyMap<string, string>,
  deadline: string,
): Timeliness {
  const own = hamletsOf(node).map(({ unit }) => days.get(unit.code));
  const received = own.reduce<string>((last, day) => ((day ?? '') > last ? day! : last), '');
  if (own.includes(undefined)) {
    const status = edition.date <= deadline ? 'notDue' : 'missing';
    return { received, status, daysLate: 0 };
  }
  const daysLate = Math.max(0, (Date.parse(received) - Date.parse(deadline)) / DAY);
  return { received, status: daysLate > 0 ? 'late' : 'onTime', daysLate };
}

function dayInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 10);
}

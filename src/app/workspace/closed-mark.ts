import { basename } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';

/**
 * Two folders that changed places would have each month's figures taken for the other's.
 * @param folder where the mark lies, named by its month
 * @throws EnvironmentError `closed-misplaced`
 */
export function refuseMisplaced(folder: string, mark: string): void {
  const period = periodOf(mark);
  if (period === null || period === basename(folder)) return;
  throw new EnvironmentError('closed-misplaced', { path: folder, period });
}

/** The month that a mark is of; null where it is damaged. */
function periodOf(mark: string): string | null {
  try {
    return JSON.parse(mark).period ?? null;
  } catch {
    return null;
  }
}

/** When a month was closed, as its mark says. @throws Error where that is damaged */
export function closedAt(mark: string): string {
  return String(JSON.parse(mark).closed_at ?? '');
}

/** A closing's place among all closings and reopenings. @throws Error where the mark is damaged */
export function closingPlace(mark: string): string {
  return placeInOrder({ at: closedAt(mark), order: JSON.parse(mark).order });
}

/**
 * Sorts closings and reopenings by their number: a clock that was wrong once misleads none of those
 * after it. Those of older versions have none, come first, and go by their time.
 */
export function placeInOrder({ at, order = 0 }: { at: string; order?: number }): string {
  return `${String(order).padStart(9, '0')} ${at}`;
}

/** The number in a place. */
export function numberOf(place: string): number {
  return Number(place.slice(0, place.indexOf(' ')));
}

import { fold } from '../../core/text.js';
import { cellText } from '../cells/cell-text.js';
import { isSerial, withoutMark } from '../cells/row-kind.js';
import type { Recognition } from '../header/recognise.js';
import type { UnitFinder } from '../places/level-finder.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { SheetRow } from '../table-context.js';

/** Several hamlets together, of no level of units: `Cụm 1`, `Khu vực Rạch Gốc`. */
const ZONE = /^(?:cụm|khu vực|tiểu vùng|vùng|liên (?:ấp|thôn|khóm))(?:\s|$)/u;

/**
 * True of `Cụm 1 | 11`: the sum of the rows above it, or the head of those below.
 * @param text in the hamlets' column, which names no unit
 */
export function isZone(
  { values }: SheetRow,
  text: string,
  { serial }: Recognition,
  finder: UnitFinder,
): boolean {
  const name = withoutMark(text);
  if (!ZONE.test(fold(name)) || startsWithUnitType(name) !== null) return false;
  const isNumbered = isSerial(cellText(values[serial ?? -1]));
  return !isNumbered && !finder.isNear(name, 'hamlet');
}

import { fold } from '../../core/text.js';
import { HAMLET_KINDS } from '../../core/unit-kinds.js';
import { isDateLine } from '../cells/row-kind.js';
import { namedPlaces, startsWithUnitType } from '../places/named-places.js';
import type { Statement } from '../places/place.js';
import type { Line } from './line-places.js';

/** How the words begin with which somebody signs for a unit, or bears a report out. */
const SIGNS = new RegExp(
  '^(?:' +
    [
      't\\.? ?m\\b|(?:kt|tl|tuq|q)\\.|xác nhận|đại diện|thay mặt',
      'ubnd|(?:ủy|uỷ) ban nhân dân|bnd|ban (?:nhân dân|điều hành|quản lý)',
      `(?:phó )?(?:chủ tịch|trưởng (?:${HAMLET_KINDS}|khu)|bí thư)`,
      'tổ (?:trưởng|phó)',
    ].join('|') +
    ')(?!\\p{L})',
  'u',
);

function isSignature(text: string): boolean {
  return SIGNS.test(fold(text)) || isDateLine(text);
}

/** What the signatures below a sheet's tables say of where it comes from. */
export class Signatures {
  private readonly found: Statement[] = [];
  /** Columns of signatures right above that name nothing yet: `TM. UBND` over `XÃ TÂN ÂN`. */
  private open = new Set<number>();

  /** Takes the lines of a row below a table. */
  add(lines: readonly Line[]): void {
    const open = new Set<number>();
    for (const { own, column, cell } of lines) {
      const signs = isSignature(own);
      if (!signs && !(this.open.has(column) && startsWithUnitType(own) !== null)) continue;
      const places = namedPlaces(own);
      if (places.length === 0) open.add(column);
      for (const { longer: _, ...place } of places)
        this.found.push({ ...place, from: 'line', cell, tried: true });
    }
    this.open = open;
  }

  /** The places that sign, but for levels of which several do. */
  get places(): readonly Statement[] {
    const isOnly = ({ level, name }: Statement) =>
      this.found.every((one) => one.level !== level || fold(one.name) === fold(name));
    return this.found.filter(isOnly);
  }
}

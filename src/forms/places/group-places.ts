import { fold } from '../../core/text.js';
import type { Named } from '../../geography/types.js';
import { isHigher, type MarkKind } from '../cells/group-mark.js';
import type { UnitLevel } from '../header/unit-columns.js';
import { TOP_DOWN, without } from './base.js';
import { type GroupName, isNearlyNamed, teamsPlaces } from './group-name.js';
import type { UnitFinder } from './level-finder.js';

/** Begins what is a part of a unit, and names none. */
const PART =
  /^(?:mức|hộ|nhóm|tổ|đội|đối tượng|danh sách|phần|mục|diện|dịch vụ|tài khoản|thành viên|công dân|cá nhân|kết quả|hình thức|lĩnh vực|tiểu thương|cơ sở|cửa hàng|tuyến|cụm|khu vực|bổ sung|phát sinh)(?!\p{L})/u;

/** True of `Hộ nghèo`, `Mức độ 1`, `Tổ 2`: words that divide a unit. */
export function isPartOfUnit(text: string): boolean {
  return PART.test(fold(text));
}

/** True of such a part that names no place, as `Tổ CNSCĐ Rạch Gốc B` does. */
export function isOnlyPart(text: string): boolean {
  return isPartOfUnit(text) && teamsPlaces(text).length === 0;
}

/**
 * What the heads of a table's groups say of the rows below. Once heads have named units, one
 * that is marked as they are and names none that is known makes the place unknown: its rows are
 * not those of the group before. One of another mark may only divide a unit.
 */
export class GroupPlaces {
  private readonly finder: UnitFinder;
  private readonly level: UnitLevel;
  /** Nothing but a head can name the units of the rows. */
  private readonly isOpen: boolean;
  /** Level of the units that heads of a mark have named. */
  private readonly levels = new Map<MarkKind | null, UnitLevel>();
  private current: Named = {};

  /** @param isOpen a list whose hamlet its sheet does not name */
  constructor(finder: UnitFinder, isList: boolean, isOpen: boolean) {
    this.finder = finder;
    this.level = isList ? 'hamlet' : 'commune';
    this.isOpen = isOpen;
  }

  /** Heads have named hamlets. */
  get isByHamlets(): boolean {
    return this.marksOf('hamlet').length > 0;
  }

  private marksOf(level: UnitLevel): readonly (MarkKind | null)[] {
    return [...this.levels].flatMap(([mark, one]) => (one === level ? [mark] : []));
  }

  /** The units of the rows below a head; none where they stay those of the head before. */
  below({ named, level, name, mark }: GroupName): Named {
    if (level !== null) this.levels.set(mark, level);
    const said = level === null ? this.unknown(name, mark) : named;
    if (Object.keys(said).length === 0) return said;
    this.current = { ...aboveAll(said, this.current), ...said };
    return this.current;
  }

  /** True where a head names another unit of its level than the rows so far are of. */
  isOther({ named, level, name, mark }: GroupName): boolean {
    if (level === null) return Object.keys(this.unknown(name, mark)).length > 0;
    const before = this.current[level];
    return before !== undefined && fold(before) !== fold(named[level] ?? '');
  }

  private unknown(name: string, mark: MarkKind | null): Named {
    const level = this.levelMeant(name, mark);
    return level === null || name === '' ? {} : { [level]: name };
  }

  /** The level of the unit that a head means, which is not known; null for a part of one. */
  private levelMeant(name: string, mark: MarkKind | null): UnitLevel | null {
    const before = this.levels.get(mark);
    if (before !== undefined && !(mark === null && isPartOfUnit(name))) return before;
    const { level } = this;
    if ((this.isOpen || this.isByHamlets) && this.isNear(name, level)) return level;
    const marks = this.marksOf(level);
    return marks.length > 0 && marks.every((one) => isHigher(mark, one)) ? level : null;
  }

  private isNear(name: string, level: UnitLevel): boolean {
    return !isOnlyPart(name) && isNearlyNamed(name, level, this.finder);
  }
}

/** What heads have named above all that this one names: `Xã Tân Ân`, for one of `Ấp 2`. */
function aboveAll(said: Named, before: Named): Named {
  const top = TOP_DOWN.findIndex((level) => said[level] !== undefined);
  return without(before, TOP_DOWN.slice(top));
}

import { memo } from '../../core/memo.js';
import { wordsToNumber } from '../../core/number-words.js';
import { HAMLET_KINDS, UNIT_KINDS } from '../../core/unit-kinds.js';
import type { Value } from '../../core/value.js';
import { isAside, isPageLine } from '../cells/aside.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { type MarkKind, markKind } from '../cells/group-mark.js';
import {
  isBreakdown,
  isNoteText,
  isRomanMark,
  isSerial,
  isTotalText,
  saysNone,
  withoutMark,
} from '../cells/row-kind.js';
import { sexAlone } from '../cells/sex-text.js';
import { excelsSubtotal } from '../cells/total-name.js';
import { leafOf } from '../header/heading-leaf.js';
import type { Recognition } from '../header/recognise.js';
import { stretchColumn, teamColumn, teamsCounted } from '../header/team-column.js';
import { isWithinAnother } from '../places/level-finder.js';
import { startsWithUnitType } from '../places/named-places.js';
import {
  columnsOf,
  isTotal,
  type Names,
  type RowClasses,
  type RowKind,
  type TableRow,
} from './row-classes.js';
import type { Look } from './row-look.js';
import { sexColumn } from './sexes.js';
import { TeamsBelow } from './teams-below.js';
import { weekColumn } from './weeks.js';

/** Tells the rows of a tally: hamlets, their teams, the units above them, totals, notes. */
export class TallyRows implements RowClasses {
  after = false;
  private readonly found: Recognition;
  private readonly names: Names;
  private readonly required: readonly number[];
  private readonly counts: readonly number[];
  /** What the last row of data was numbered with. */
  private rowMark: MarkKind | null = null;
  /** The last row of data states a starred count. */
  private hasCount = false;
  private readonly teams: TeamsBelow;
  /** Columns that may name the row's team: a row of it alone is the hamlet's above. */
  private readonly teamsIn: readonly (number | null)[];
  /** Column that says of which sex a row is. */
  private readonly sexesIn: number | null;
  /** Column of the weeks, one of which may be all of them: `Tổng`. */
  private readonly weeksIn: number | null;
  /** Columns that say of what each row of a hamlet is: `Nội dung` over `Kế hoạch`, `Thực hiện`. */
  private readonly kinds: readonly number[];

  constructor(found: Recognition, names: Names) {
    this.found = found;
    this.names = names;
    const { required, counts } = columnsOf(found);
    this.required = required;
    this.counts = counts;
    this.teams = new TeamsBelow(found, names);
    this.teamsIn = [teamColumn(found), stretchColumn(found), teamsCounted(found)];
    this.sexesIn = sexColumn(found);
    this.weeksIn = weekColumn(found);
    this.kinds = kindsIn(found);
  }

  remember(kind: RowKind, row: TableRow, isPlain: boolean): void {
    if (kind === 'data') {
      this.rowMark = this.markOf(row);
      this.teams.below(row);
      if (isPlain) this.hasCount = true;
      else if (sexAlone(this.names.hamletOf(row)) === null)
        this.hasCount = this.required.some((column) => !isBlank(row.values[column]));
    } else if (kind === 'total' || kind === 'group') {
      this.teams.below(null);
      this.hasCount = false;
    }
  }

  /** `Nam`, `Nữ` below a hamlet's row that states its count: parts of it. */
  private isOfRowAbove(head: string): boolean {
    return this.hasCount && sexAlone(head) !== null && this.names.levelOf(head) === null;
  }

  private markOf({ values }: TableRow): MarkKind | null {
    const { serial } = this.found;
    const text = serial === null ? null : values[serial];
    return typeof text === 'string' ? markKind(cellText(text)) : null;
  }

  /** A hamlet with its type's word, and a number in a starred column. */
  isPlain(values: readonly Value[]): boolean {
    const { hamlet } = this.found.units;
    const text = hamlet === null ? null : values[hamlet];
    return (
      typeof text === 'string' &&
      typeof values[this.required[0]!] === 'number' &&
      startsWithUnitType(text) === 'hamlet' &&
      excelsSubtotal(text) === null &&
      !this.isKindAside(values) &&
      (this.weeksIn === null || !isTotalText(cellText(values[this.weeksIn])))
    );
  }

  /** `Kế hoạch`, `Tháng trước` behind the hamlet's name; of a running total there people are asked. */
  private isKindAside(values: readonly Value[]): boolean {
    return this.kinds.some((column) => {
      const text = cellText(values[column]);
      return isAside(text) && !RUNNING.test(text);
    });
  }

  kindOf(look: Look, row: TableRow): RowKind {
    const { texts, leading, serial } = look;
    const { hamlet: column } = this.found.units;
    const hamlet = column === null ? '' : this.names.hamletOf(row);
    const head = hamlet === '' ? leading : hamlet;
    const stated = this.counts.filter((at) => (texts[at] ?? '') !== '');
    const numbers = stated.some((at) => /^[+-]?\s?\d/.test(texts[at]!));
    if (isTotalText(leading) || isTotal(head, this.names, false)) return 'total';
    if (this.weeksIn !== null && isTotalText(texts[this.weeksIn] ?? '')) return 'total';
    if (SO_MANY.test(head) && this.names.levelOf(head) === null) return 'total';
    if (isBreakdown(leading) || isPageLine(leading)) return 'other';
    if (!this.isInSexes(look) && this.isOfRowAbove(head)) return 'other';
    if (this.isAside(this.nameIn(look, hamlet))) return numbers ? 'aside' : 'other';
    if (numbers && this.isKindAside(texts)) return 'aside';
    if (numbers && !this.isInTeams(look, hamlet) && this.teams.isTeam(head, serial)) return 'team';
    const commune = texts[this.found.units.commune ?? -1] ?? '';
    if (this.isAbove(head, serial) && !isWithinAnother(head, commune, this.names)) return 'group';
    if (numbers) return this.after && !this.isWhole(look, hamlet) ? 'other' : 'data';
    if (hamlet !== '' && (this.isHamlet(hamlet) || !this.isFoot(look))) return 'data';
    if (texts.some(isNoteText)) return 'note';
    if (column === null)
      return !this.after && stated.some((at) => saysCount(texts[at]!)) ? 'data' : 'other';
    return look.alone && isRomanMark(serial) ? 'group' : leading === '' ? 'other' : 'note';
  }

  /** `Nam`, `Nữ` in a column of its own, and no hamlet before it. */
  private isInSexes({ texts, leading }: Look): boolean {
    return this.sexesIn !== null && texts[this.sexesIn] === leading;
  }

  /** A team stands in a column of its own, and no hamlet beside it. */
  private isInTeams({ texts, leading }: Look, hamlet: string): boolean {
    return hamlet === '' && this.teamsIn.some((at) => at !== null && texts[at] === leading);
  }

  /** The row's words for what it is of: in its place's column, else left of all counts. */
  private nameIn({ texts }: Look, hamlet: string): string {
    if (LETTERS.test(hamlet)) return hamlet;
    const first = Math.min(...this.counts);
    return texts.find((text, column) => column < first && LETTERS.test(text)) ?? '';
  }

  /** What stands beside the units' rows; no hamlet is called so, or nearly so. */
  private isAside(text: string): boolean {
    if (!isAside(text) && excelsSubtotal(text) === null) return false;
    const { levelOf, isNear } = this.names;
    return levelOf(text) !== 'hamlet' && (excelsSubtotal(text) !== null || !isNear(text, 'hamlet'));
  }

  /** Below a signature a telephone number is no count: a row has a name, a number or all counts. */
  private isWhole({ serial, complete }: Look, hamlet: string): boolean {
    return hamlet !== '' || isSerial(serial) || complete;
  }

  /** The head of a group: a unit above the hamlet, or numbered otherwise than the hamlets are. */
  private isAbove(text: string, serial: string): boolean {
    const name = withoutMark(text);
    if (BLOCK.test(name)) return this.names.levelOf(name) !== 'hamlet';
    const level = startsWithUnitType(name);
    if (level !== null) return level !== 'hamlet';
    if (text === '' || this.found.units.hamlet === null) return false;
    const { names, rowMark } = this;
    const named = names.levelOf(text);
    if (isRomanMark(serial) && markKind(serial) !== rowMark)
      return named !== 'hamlet' || this.isOfSeveral(text);
    return named !== null && named !== 'hamlet';
  }

  /** The name of a hamlet and of a commune, in a table of several communes. */
  private isOfSeveral(text: string): boolean {
    if (this.names.isOfOneCommune || this.found.units.commune !== null) return false;
    return this.names.isNamed(text, 'commune');
  }

  private isHamlet(text: string): boolean {
    return startsWithUnitType(text) === 'hamlet' || this.names.levelOf(text) === 'hamlet';
  }

  /** A tally's row without a number: a note or signature, not a hamlet that left all blank. */
  private isFoot({ texts, alone }: Look): boolean {
    return this.after || alone || texts.some((text) => isNoteText(text));
  }
}

const LETTERS = /\p{L}/u;
const ABOUT = /^\P{L}*(?:khoảng|gần|hơn|trên|dưới|chừng|độ|ước)\s\P{L}*\d/iu;

/** A count that is no plain number, and may be refused: `ba`, `khoảng 10`, `không có`; not a title. */
function saysCount(text: string): boolean {
  return wordsToNumber(text) !== null || ABOUT.test(text) || saysNone(text) || !LETTERS.test(text);
}

/** `02 ấp`, `Có 5 ấp, khóm`: how many the rows are, which no hamlet is called. */
const SO_MANY = new RegExp(
  `^(?:(?:có|gồm) )?\\d{1,3} (?:${HAMLET_KINDS})(?:[,/] ?(?:${HAMLET_KINDS}))?[.:]?$`,
  'iu',
);
/** `Khối ấp`, `Khối xã, phường`: units of a kind together, though `khối` is a hamlet's word as well. */
const BLOCK = new RegExp(
  `^khối (?:các )?(?:${UNIT_KINDS})(?:(?:,| và| -|\\/) ?(?:${UNIT_KINDS}))*[.:]?$`,
  'iu',
);
const RUNNING = /^\s*l(?:ũy|uỹ)/iu;
const KIND = /^(?:noi dung|chi tieu|so lieu|dien giai|phan loai|loai|loai so lieu|ky|thoi gian)$/;

const kindsIn = memo(({ unknown }: Recognition): readonly number[] =>
  unknown.filter((one) => KIND.test(leafOf(one))).map(({ column }) => column),
);

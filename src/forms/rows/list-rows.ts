import { findPeriods } from '../../core/period-text.js';
import { looksLikePerson } from '../../core/person.js';
import type { Value } from '../../core/value.js';
import { isAside, isOfThePeriod, isPageLine } from '../cells/aside.js';
import { cellText } from '../cells/cell-text.js';
import { hasText, holdsNumber, isFilled, isNumber } from '../cells/filled.js';
import { headName } from '../cells/group-mark.js';
import {
  isDateLine,
  isNoteText,
  isRomanMark,
  isSerial,
  isTotalText,
  markOf,
  saysNone,
  statesNone,
} from '../cells/row-kind.js';
import { statesPeriod } from '../cells/stated-period.js';
import { isNoName } from '../cells/uncounted-text.js';
import type { Recognition } from '../header/recognise.js';
import { isNearlyNamed, teamsPlaces } from '../places/group-name.js';
import { isOnlyPart } from '../places/group-places.js';
import { namedPlaces, startsWithUnitType } from '../places/named-places.js';
import { markOfHead } from './group-values.js';
import { dividesRows, divisionOf, mayHeadRows } from './lone-rows.js';
import {
  columnsOf,
  isTotal,
  type Names,
  type RowClasses,
  type RowKind,
  type TableRow,
} from './row-classes.js';
import type { Look } from './row-look.js';

/** Tells the rows of a list: people, households, heads of their groups, totals, notes. */
export class ListRows implements RowClasses {
  after = false;
  /** The last row of data; 0 for none. */
  private last = 0;
  /** What numbers it. */
  private lastSerial: Value = null;
  private readonly found: Recognition;
  private readonly names: Names;
  private readonly required: readonly number[];
  private readonly own: readonly number[];
  private readonly typed: readonly number[];
  private readonly ticked: ReturnType<typeof columnsOf>['ticked'];
  private readonly unitColumns: readonly number[];
  /** The mark that a text names, where the list has marks. */
  private readonly markIn: ((text: string) => string | null) | null;

  constructor(found: Recognition, names: Names) {
    this.found = found;
    this.names = names;
    const { required, own, typed, ticked, units } = columnsOf(found);
    this.required = required;
    this.own = own;
    this.typed = typed;
    this.ticked = ticked;
    this.unitColumns = units;
    const hasMarks = found.layout.form.list?.oneOf !== undefined;
    this.markIn = hasMarks ? markOfHead(found.layout) : null;
  }

  remember(kind: RowKind, { number, values }: TableRow): void {
    if (kind !== 'data') return;
    this.last = number;
    this.lastSerial = values[this.found.serial ?? -1] ?? null;
  }

  /** Numbered (or with a number in another column), all starred cells filled, not alone. */
  isPlain(values: readonly Value[]): boolean {
    const { required, own, typed } = this;
    const { serial } = this.found;
    if (serial === null ? !holdsNumber(values, typed) : !isNumber(values[serial])) return false;
    for (let i = 0; i < required.length; i++) if (!isFilled(values[required[i]!])) return false;
    const first = values[required[0]!];
    if (typeof first !== 'string' || first === '0') return false;
    if (required.length > 1) {
      const isNamed = serial !== null && typeof values[required[1]!] === 'string';
      return isNamed || !isTotalText(first);
    }
    if (isTotalText(first)) return false;
    if (serial === null && startsWithUnitType(first) !== null) return false;
    for (let i = 0; i < own.length; i++)
      if (own[i] !== required[0] && isFilled(values[own[i]!])) return true;
    return false;
  }

  kindOf(look: Look, { number }: TableRow): RowKind {
    const { texts, leading, serial, alone, complete } = look;
    const numbered = isSerial(serial);
    if (this.isTotal(look)) return 'total';
    if (this.isNone(look)) return 'none';
    if (leading === '' && alone && !this.after && this.isLongNumber(texts)) return 'data';
    if (alone && !numbered && (leading === '' || isNoName(leading))) return 'other';
    if (alone && !numbered && isPageLine(leading)) return 'other';
    if (!numbered && this.isAsideList(look)) return 'aside';
    if (alone && this.namesMark(texts[this.required[0]!] || leading)) return 'group';
    if (alone ? this.isGroupHead(leading, serial) : this.isHeadWithMore(look)) return 'group';
    if (!numbered && this.isCountLine(look)) return 'aside';
    const division = alone && !this.after ? this.division(look) : null;
    if (division !== null) return division;
    if (this.isNobody(texts) || (alone && !numbered && isLine(leading))) return 'other';
    if (alone && this.isStrangersHead(look)) return 'group';
    if (!numbered && this.isNote(look)) return 'note';
    const own = this.own.some((column) => hasText(texts[column]));
    if (this.after)
      return (complete && this.looksLikeData(look)) || this.goesOn(look) ? 'data' : 'other';
    if (own) return alone && this.isLone(look, number) ? 'lone' : 'data';
    const unit = this.unitColumns.some((column) => hasText(texts[column]));
    return leading === '' || unit || !alone || numbered ? 'other' : 'note';
  }

  /** `Cộng: 2 hộ` leads the row, or stands behind the units that it is of. */
  private isTotal({ texts, leading, complete }: Look): boolean {
    if (isTotal(leading, this.names, true)) return !(complete && this.hasMore(texts));
    const name = texts[this.required[0]!] ?? '';
    const isCalled = hasText(name)
      ? isTotalText(name)
      : this.unitColumns.some((column) => isTotalText(texts[column] ?? ''));
    return isCalled && !this.hasMore(texts);
  }

  /** `Bình quân`, `Trong tháng` in place of a name, and nothing but numbers beside it. */
  private isAsideList({ texts, leading }: Look): boolean {
    if (
      !(isAside(leading) || isOfThePeriod(leading)) ||
      !this.isInNameColumn(texts, leading) ||
      this.hasMore(texts)
    )
      return false;
    return this.typed.some((column) => /^\d/.test(texts[column] ?? ''));
  }

  /** `Số hộ được hỗ trợ trong kỳ | 20`: words where the number would stand, and a count in place of a name. */
  private isCountLine({ texts, serial }: Look): boolean {
    const said = this.own.filter((column) => hasText(texts[column]));
    const isAlone = said.length === 1 && said[0] === this.required[0];
    return isAlone && WORDS.test(serial) && A_COUNT.test(texts[said[0]!]!);
  }

  /** `Không có` in place of a name, and no value beside it. */
  private isNobody(texts: readonly string[]): boolean {
    const said = this.own.filter((column) => hasText(texts[column]));
    return said.length === 1 && said[0] === this.required[0] && saysNone(texts[said[0]!]!);
  }

  /** `Không phát sinh`, `0` in place of a name or alone in its row, and no value beside it. */
  private isNone({ texts, leading, alone }: Look): boolean {
    const name = texts[this.required[0]!] ?? '';
    if (name === '0') return this.own.every((column) => /^[0.-]?$/.test(texts[column] ?? ''));
    if (statesNone(name)) return this.isNobody(texts);
    if (!alone || !statesNone(leading)) return false;
    return this.unitColumns.every((column) => texts[column] !== leading);
  }

  /** Beside the first starred cell stand words, or a number that is no sum: a row of data. */
  private hasMore(texts: readonly string[]): boolean {
    return this.own.some(
      (column) => column !== this.required[0] && MORE_THAN_A_SUM.test(texts[column] ?? ''),
    );
  }

  /** `a | Dịch vụ công`, `Kỹ năng: An toàn mạng`: what the rows below it were helped with. */
  private namesMark(text: string): boolean {
    return this.markIn !== null && this.markIn(text) !== null;
  }

  /** A roman numeral's text, or a unit's name alone. */
  private isGroupHead(text: string, serial: string): boolean {
    if (text === '' || isDateLine(text)) return false;
    if (isRomanMark(serial) || /^[A-Z]/.test(markOf(text))) return true;
    const name = headName(text);
    if (startsWithUnitType(name) !== null)
      return !isSerial(serial) || this.names.levelOf(name) !== null;
    const { levelOf } = this.names;
    const within = [...namedPlaces(name).map((place) => place.name), ...teamsPlaces(name)];
    if (within.some((place) => levelOf(place) === 'hamlet')) return !this.isNext(serial);
    if (this.found.serial === null || (serial !== '' && serial !== text)) return false;
    return this.names.levelOf(name) !== null;
  }

  /** Numbered on from the row above, where no head has stood: `Nhà thuốc Ấp 4` is a merchant's. */
  private isNext(serial: string): boolean {
    if (!isSerial(serial) || this.names.isGrouped()) return false;
    return Number.parseInt(serial, 10) === Number.parseInt(cellText(this.lastSerial), 10) + 1;
  }

  /**
   * `Tổ 2` alone only divides the rows; what says more, or is nearly a hamlet where no column
   * names them, may be of another place.
   */
  private division({ texts, leading, serial }: Look): RowKind | null {
    if (isSerial(serial) || !this.isInNameColumn(texts, leading)) return null;
    const more = divisionOf(leading);
    if (more === null) return null;
    const mayBePlace =
      this.found.units.hamlet === null && this.names.isNear(headName(leading), 'hamlet');
    return more === '' && !mayBePlace ? 'other' : 'group';
  }

  /**
   * A text alone that has no number where rows are numbered: it may head the rows below or, apart
   * from those above, be a signature's. Where none is numbered, one that is nobody's name.
   */
  private isLone({ texts, leading, serial }: Look, number: number): boolean {
    if (serial !== '' || texts[this.required[0]!] !== leading) return false;
    if (this.found.serial === null) return dividesRows(leading);
    const isWhole = this.required.length === 1;
    const isApart = this.last > 0 && number > this.last + 1;
    return mayHeadRows(leading, isWhole) || (isWhole && isApart);
  }

  /**
   * A head with a count or a note beside it: `II | Ấp 4 | 1 hộ | | 1`. With words beside it
   * or a telephone number it may be somebody's row, if no roman numeral says otherwise.
   */
  private isHeadWithMore({ texts, leading, serial }: Look): boolean {
    const isMarked = isRomanMark(serial);
    const text = isMarked ? (texts[this.required[0]!] ?? '') : leading;
    if (text === '' || isSerial(serial) || !this.isInNameColumn(texts, text)) return false;
    const name = headName(text);
    const isTyped = startsWithUnitType(name) !== null;
    const isKnown = (isTyped ? [name] : teamsPlaces(name)).some(
      (place) => this.names.levelOf(place) !== null,
    );
    const isRoman = isMarked || isRomanMark(markOf(text));
    return this.hasMore(texts) ? isRoman && isKnown : isKnown || (isRoman && isTyped);
  }

  /** The text stands where names do, or where the number would, with no name beside it. */
  private isInNameColumn(texts: readonly string[], text: string): boolean {
    const first = this.required[0]!;
    if (texts[first] === text) return true;
    const { serial } = this.found;
    return serial !== null && texts[serial] === text && !MORE_THAN_A_SUM.test(texts[first] ?? '');
  }

  /**
   * Below heads that name hamlets, a text alone and not numbered that is nearly a hamlet's
   * name, or looks like one: the rows below it are not those of the head before.
   */
  private isStrangersHead({ texts, leading, serial }: Look): boolean {
    if (this.found.serial === null || isSerial(serial) || leading === '') return false;
    if (!this.names.isGrouped() || !this.isInNameColumn(texts, leading)) return false;
    const name = headName(leading);
    if (isNearlyNamed(name, 'hamlet', this.names)) return !isOnlyPart(name);
    return !this.after && isNameOfPlace(name) && !isNoteText(leading) && !looksLikePerson(name);
  }

  /** A telephone or identity number or a tax code alone: somebody's, of whom the row lacks the rest. */
  private isLongNumber(texts: readonly string[]): boolean {
    return this.typed.some((column) => LONG_NUMBER.test(texts[column] ?? ''));
  }

  /** A mark, a sex or a level stands in its column: no signature has one there. */
  private isTicked(texts: readonly string[]): boolean {
    return this.ticked.some(({ column, reads }) => hasText(texts[column]) && reads(texts[column]!));
  }

  /** Notes and signatures: by their first words, where no value stands beside them. */
  private isNote({ texts, leading, alone, complete }: Look): boolean {
    if (!isNoteText(leading)) return false;
    if (this.typed.some((column) => /^[\d+]/.test(texts[column] ?? ''))) return false;
    if (this.isTicked(texts)) return false;
    return alone || !complete || texts.every((text) => !/\p{L}/u.test(text) || isNoteText(text));
  }

  /** Below a note: numbered as rows are, or with a value such as dates and numbers have. */
  private looksLikeData({ texts, serial }: Look): boolean {
    if (this.last === 0 && this.isNamed(texts)) return true;
    const filled = texts.filter((text) => text !== '').length;
    if (filled < Math.min(3, this.own.length)) return false;
    if (this.found.serial !== null) return isSerial(serial);
    return this.hasValue(texts);
  }

  /**
   * Numbered on below a line that read as a signature's, with a person's name and more: `Tổ trưởng`
   * may head the rows of a list as well. What such a row lacks is asked about.
   */
  private goesOn({ texts, serial, alone }: Look): boolean {
    if (alone || !isSerial(serial) || !looksLikePerson(texts[this.required[0]!] ?? ''))
      return false;
    const before = Number.parseInt(cellText(this.lastSerial), 10) || 0;
    return [1, before + 1].includes(Number.parseInt(serial, 10)) && this.hasValue(texts);
  }

  /** A telephone number, a year, a mark: what stands beside a row's name alone. */
  private hasValue(texts: readonly string[]): boolean {
    return this.typed.some((column) => /\d/.test(texts[column] ?? '')) || this.isTicked(texts);
  }

  /**
   * Somebody with what a list of two starred columns says of them: above all data no signature
   * ends a table, though a row that lacks its name (`Tổ trưởng`) may look like one.
   */
  private isNamed(texts: readonly string[]): boolean {
    const [name, role] = this.required.map((column) => texts[column] ?? '');
    return looksLikePerson(name!) && hasText(role) && !looksLikePerson(role!);
  }
}

/** As many figures as no number of a page and no sum of a list has. */
const LONG_NUMBER = /^\W*(?:\d[\s.-]*){9,}$/;

/** `Xã/Phường: Phường 1`, `Kỳ: 09.2024`: a line of the table below, which stands where names do. */
function isLine(text: string): boolean {
  return (
    namedPlaces(text).some(({ labelled }) => labelled) || statesPeriod(findPeriods(text, 'line'))
  );
}

/** A word and more, and a plain number. */
const WORDS = /^\P{N}*\p{L}{2,}.{2,}/u;
const A_COUNT = /^\d[\d.]{0,8}$/;

/** Words, or the digits of a telephone or identity number. */
const MORE_THAN_A_SUM = /^\p{L}|^\W*\d[\d .-]{8,}/u;

/** One to five words, each with a capital or a number first. */
const NAME_OF_PLACE = /^\p{Lu}[\p{L}\p{M}'’.]*(?: (?:\p{Lu}[\p{L}\p{M}'’.]*|\d{1,3})){0,4}$/u;

function isNameOfPlace(text: string): boolean {
  return NAME_OF_PLACE.test(text.normalize('NFC'));
}

import { findPeriods } from '../../core/period-text.js';
import { looksLikePerson } from '../../core/person.js';
import type { Value } from '../../core/value.js';
import { isAside, isOfThePeriod, isPageLine, mayBeExample } from '../cells/aside.js';
import { cellText } from '../cells/cell-text.js';
import { hasText, holdsNumber, isFilled, isNumber } from '../cells/filled.js';
import { isNoteText, isSerial, isTotalText, saysNone, statesNone } from '../cells/row-kind.js';
import { statesPeriod } from '../cells/stated-period.js';
import { isNoName } from '../cells/uncounted-text.js';
import type { Recognition } from '../header/recognise.js';
import { namedPlaces, startsWithUnitType } from '../places/named-places.js';
import { ListCells } from './list-cells.js';
import { ListHeads } from './list-heads.js';
import { dividesRows, mayHeadRows } from './lone-rows.js';
import {
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
  private readonly cells: ListCells;
  private readonly heads: ListHeads;

  constructor(found: Recognition, names: Names) {
    this.found = found;
    this.names = names;
    this.cells = new ListCells(found);
    this.heads = new ListHeads(found, names, this.cells);
  }

  remember(kind: RowKind, { number, values }: TableRow): void {
    if (kind !== 'data') return;
    this.last = number;
    this.lastSerial = values[this.found.serial ?? -1] ?? null;
  }

  /** Numbered (or with a number in another column), all starred cells filled, not alone. */
  isPlain(values: readonly Value[]): boolean {
    const { required, own, typed } = this.cells;
    const { serial } = this.found;
    if (serial === null ? !holdsNumber(values, typed) : !isNumber(values[serial])) return false;
    for (let i = 0; i < required.length; i++) if (!isFilled(values[required[i]!])) return false;
    const first = values[required[0]!];
    if (typeof first !== 'string' || first === '0' || mayBeExample(first)) return false;
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
    if (leading === '' && alone && !this.after && this.cells.isLongNumber(texts)) return 'data';
    if (alone && !numbered && (leading === '' || isNoName(leading))) return 'other';
    if (alone && !numbered && isPageLine(leading)) return 'other';
    if (!numbered && this.isAsideList(look)) return 'aside';
    if (this.heads.isHead(look, this.lastSerial)) return 'group';
    if (!numbered && this.isCountLine(look)) return 'aside';
    const division = alone && !this.after ? this.heads.division(look) : null;
    if (division !== null) return division;
    if (this.isNobody(texts) || (alone && !numbered && isLine(leading))) return 'other';
    if (alone && this.heads.isStrangers(look, this.after)) return 'group';
    if (!numbered && this.isNote(look)) return 'note';
    const own = this.cells.own.some((column) => hasText(texts[column]));
    if (this.after)
      return (complete && this.looksLikeData(look)) || this.goesOn(look) ? 'data' : 'other';
    if (own) return alone && this.isLone(look, number) ? 'lone' : 'data';
    const unit = this.cells.units.some((column) => hasText(texts[column]));
    return leading === '' || unit || !alone || numbered ? 'other' : 'note';
  }

  /** `Cộng: 2 hộ` leads the row, or stands behind the units that it is of. */
  private isTotal({ texts, leading, complete }: Look): boolean {
    if (isTotal(leading, this.names, true)) return !(complete && this.cells.hasMore(texts));
    const name = this.cells.name(texts);
    const isCalled = hasText(name)
      ? isTotalText(name)
      : this.cells.units.some((column) => isTotalText(texts[column] ?? ''));
    return isCalled && !this.cells.hasMore(texts);
  }

  /** `Bình quân`, `Trong tháng` in place of a name, and nothing but numbers beside it. */
  private isAsideList({ texts, leading }: Look): boolean {
    if (
      !(isAside(leading) || isOfThePeriod(leading)) ||
      !this.cells.isInNameColumn(texts, leading) ||
      this.cells.hasMore(texts)
    )
      return false;
    return this.cells.typed.some((column) => /^\d/.test(texts[column] ?? ''));
  }

  /** `Số hộ được hỗ trợ trong kỳ | 20`: words where the number would stand, and a count in place of a name. */
  private isCountLine({ texts, serial }: Look): boolean {
    const said = this.cells.own.filter((column) => hasText(texts[column]));
    const isAlone = said.length === 1 && said[0] === this.cells.required[0];
    return isAlone && WORDS.test(serial) && A_COUNT.test(texts[said[0]!]!);
  }

  /** `Không có` in place of a name, and no value beside it. */
  private isNobody(texts: readonly string[]): boolean {
    const said = this.cells.own.filter((column) => hasText(texts[column]));
    return said.length === 1 && said[0] === this.cells.required[0] && saysNone(texts[said[0]!]!);
  }

  /** `Không phát sinh`, `0` in place of a name or alone in its row, and no value beside it. */
  private isNone({ texts, leading, alone }: Look): boolean {
    const name = this.cells.name(texts);
    if (name === '0') return this.cells.own.every((column) => /^[0.-]?$/.test(texts[column] ?? ''));
    if (statesNone(name)) return this.isNobody(texts);
    if (!alone || !statesNone(leading)) return false;
    return this.cells.units.every((column) => texts[column] !== leading);
  }

  /**
   * A text alone that has no number where rows are numbered: it may head the rows below or, apart
   * from those above, be a signature's. Where none is numbered, one that is nobody's name.
   */
  private isLone({ texts, leading, serial }: Look, number: number): boolean {
    if (serial !== '' || this.cells.name(texts) !== leading) return false;
    if (this.found.serial === null) return dividesRows(leading);
    const isWhole = this.cells.required.length === 1;
    const isApart = this.last > 0 && number > this.last + 1;
    return mayHeadRows(leading, isWhole) || (isWhole && isApart);
  }

  /** Notes and signatures: by their first words, where no value stands beside them. */
  private isNote({ texts, leading, alone, complete }: Look): boolean {
    if (!isNoteText(leading)) return false;
    if (this.cells.typed.some((column) => /^[\d+]/.test(texts[column] ?? ''))) return false;
    if (this.cells.isTicked(texts)) return false;
    return alone || !complete || texts.every((text) => !/\p{L}/u.test(text) || isNoteText(text));
  }

  /** Below a note: numbered as rows are, or with a value such as dates and numbers have. */
  private looksLikeData({ texts, serial }: Look): boolean {
    if (this.last === 0 && this.cells.isNamed(texts)) return true;
    const filled = texts.filter((text) => text !== '').length;
    if (filled < Math.min(3, this.cells.own.length)) return false;
    if (this.found.serial !== null) return isSerial(serial);
    return this.cells.hasValue(texts);
  }

  /**
   * Numbered on below a line that read as a signature's, with a person's name and more: `Tổ trưởng`
   * may head the rows of a list as well. What such a row lacks is asked about.
   */
  private goesOn({ texts, serial, alone }: Look): boolean {
    if (alone || !isSerial(serial) || !looksLikePerson(this.cells.name(texts))) return false;
    const before = Number.parseInt(cellText(this.lastSerial), 10) || 0;
    return [1, before + 1].includes(Number.parseInt(serial, 10)) && this.cells.hasValue(texts);
  }
}

/** `Xã/Phường: Phường 1`, `Kỳ: 09.2024`: a line of the table below, which stands where names do. */
function isLine(text: string): boolean {
  return (
    namedPlaces(text).some(({ labelled }) => labelled) || statesPeriod(findPeriods(text, 'line'))
  );
}

/** A word and more, and a plain number. */
const WORDS = /^\P{N}*\p{L}{2,}.{2,}/u;
const A_COUNT = /^\d[\d.]{0,8}$/;

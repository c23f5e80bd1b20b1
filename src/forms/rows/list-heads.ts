import { looksLikePerson } from '../../core/person.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { headName } from '../cells/group-mark.js';
import { isDateLine, isNoteText, isRomanMark, isSerial, markOf } from '../cells/row-kind.js';
import type { Recognition } from '../header/recognise.js';
import { isNearlyNamed, teamsPlaces } from '../places/group-name.js';
import { isOnlyPart } from '../places/group-places.js';
import { namedPlaces, startsWithUnitType } from '../places/named-places.js';
import { markOfHead } from './group-values.js';
import type { ListCells } from './list-cells.js';
import { divisionOf } from './lone-rows.js';
import type { Names, RowKind } from './row-classes.js';
import type { Look } from './row-look.js';

/** Tells the rows of a list that head others: of a unit, of a mark, or that only divide them. */
export class ListHeads {
  /** The mark that a text names, where the list has marks. */
  private readonly markIn: ((text: string) => string | null) | null;

  constructor(
    private readonly found: Recognition,
    private readonly names: Names,
    private readonly cells: ListCells,
  ) {
    const hasMarks = found.layout.form.list?.oneOf !== undefined;
    this.markIn = hasMarks ? markOfHead(found.layout) : null;
  }

  /** @param before what numbers the last row of data */
  isHead(look: Look, before: Value): boolean {
    const { texts, leading, alone } = look;
    if (!alone) return this.isHeadWithMore(look);
    return this.namesMark(this.cells.name(texts) || leading) || this.isHeadAlone(look, before);
  }

  /** `a | Dịch vụ công`, `Kỹ năng: An toàn mạng`: what the rows below it were helped with. */
  private namesMark(text: string): boolean {
    return this.markIn !== null && this.markIn(text) !== null;
  }

  /** A roman numeral's text, or a unit's name alone. */
  private isHeadAlone({ leading: text, serial }: Look, before: Value): boolean {
    if (text === '' || isDateLine(text)) return false;
    if (isRomanMark(serial) || /^[A-Z]/.test(markOf(text))) return true;
    const name = headName(text);
    if (startsWithUnitType(name) !== null)
      return !isSerial(serial) || this.names.levelOf(name) !== null;
    const { levelOf } = this.names;
    const within = [...namedPlaces(name).map((place) => place.name), ...teamsPlaces(name)];
    if (within.some((place) => levelOf(place) === 'hamlet')) return !this.isNext(serial, before);
    if (this.found.serial === null || (serial !== '' && serial !== text)) return false;
    return this.names.levelOf(name) !== null;
  }

  /** Numbered on from the row above, where no head has stood: `Nhà thuốc Ấp 4` is a merchant's. */
  private isNext(serial: string, before: Value): boolean {
    if (!isSerial(serial) || this.names.isGrouped()) return false;
    return Number.parseInt(serial, 10) === Number.parseInt(cellText(before), 10) + 1;
  }

  /**
   * A head with a count or a note beside it: `II | Ấp 4 | 1 hộ | | 1`. With words beside it
   * or a telephone number it may be somebody's row, if no roman numeral says otherwise.
   */
  private isHeadWithMore({ texts, leading, serial }: Look): boolean {
    const isMarked = isRomanMark(serial);
    const text = isMarked ? this.cells.name(texts) : leading;
    if (text === '' || isSerial(serial) || !this.cells.isInNameColumn(texts, text)) return false;
    const name = headName(text);
    const isTyped = startsWithUnitType(name) !== null;
    const isKnown = (isTyped ? [name] : teamsPlaces(name)).some(
      (place) => this.names.levelOf(place) !== null,
    );
    const isRoman = isMarked || isRomanMark(markOf(text));
    return this.cells.hasMore(texts) ? isRoman && isKnown : isKnown || (isRoman && isTyped);
  }

  /**
   * `Tổ 2` alone only divides the rows; what says more, or is nearly a hamlet where no column
   * names them, may be of another place.
   */
  division({ texts, leading, serial }: Look): RowKind | null {
    if (isSerial(serial) || !this.cells.isInNameColumn(texts, leading)) return null;
    const more = divisionOf(leading);
    if (more === null) return null;
    const mayBePlace =
      this.found.units.hamlet === null && this.names.isNear(headName(leading), 'hamlet');
    return more === '' && !mayBePlace ? 'other' : 'group';
  }

  /**
   * Below heads that name hamlets, a text alone and not numbered that is nearly a hamlet's
   * name, or looks like one: the rows below it are not those of the head before.
   * @param after a note or signature has been seen
   */
  isStrangers({ texts, leading, serial }: Look, after: boolean): boolean {
    if (this.found.serial === null || isSerial(serial) || leading === '') return false;
    if (!this.names.isGrouped() || !this.cells.isInNameColumn(texts, leading)) return false;
    const name = headName(leading);
    if (isNearlyNamed(name, 'hamlet', this.names)) return !isOnlyPart(name);
    return !after && isNameOfPlace(name) && !isNoteText(leading) && !looksLikePerson(name);
  }
}

/** One to five words, each with a capital or a number first. */
const NAME_OF_PLACE = /^\p{Lu}[\p{L}\p{M}'’.]*(?: (?:\p{Lu}[\p{L}\p{M}'’.]*|\d{1,3})){0,4}$/u;

function isNameOfPlace(text: string): boolean {
  return NAME_OF_PLACE.test(text.normalize('NFC'));
}

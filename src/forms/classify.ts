import { memo } from '../core/memo.js';
import { looksLikePerson } from '../core/person.js';
import type { Value } from '../core/value.js';
import { isAside, isPageLine } from './aside.js';
import { cellText } from './cell-text.js';
import { hasText, holdsNumber, isFilled, isNumber } from './filled.js';
import { headName, type MarkKind, markKind } from './group-mark.js';
import { teamsPlaces } from './group-name.js';
import { isPartOfUnit } from './group-places.js';
import { namedPlaces, startsWithUnitType } from './named-places.js';
import type { Recognition } from './recognise.js';
import {
  isBreakdown,
  isColumnNumbers,
  isDashes,
  isDateLine,
  isNoteText,
  isRomanMark,
  isSerial,
  isTotalText,
  markOf,
  saysNone,
  withoutMark,
} from './row-kind.js';
import { type Look, lookAt } from './row-look.js';
import { TeamsBelow } from './teams-below.js';
import { excelsSubtotal, summedIn } from './total-name.js';
import type { Field } from './types.js';
import type { UnitLevel } from './unit-columns.js';

/**
 * What a row of a table is. Only `data` is counted; the others are left out (contract,
 * Forms): `other` covers rows of dashes and what was only numbered ahead, `aside` rates, averages
 * and other periods beside the rows, `team` a part of the tally's row of a hamlet above.
 */
export type RowKind =
  | 'data'
  | 'blank'
  | 'numbers'
  | 'other'
  | 'total'
  | 'group'
  | 'note'
  | 'aside'
  | 'team';

/** What tells a place's name from any other text. */
export interface Names {
  /** Level of the unit that a text names in this sheet, exactly; null for a stranger. */
  levelOf(text: string): UnitLevel | null;
  /** True where a unit of this level bears the name. */
  isNamed(text: string, level: UnitLevel): boolean;
  /** True where no unit of this level bears the name, and one bears nearly that. */
  isNear(text: string, level: UnitLevel): boolean;
  /** Heads of groups have named hamlets above. */
  isGrouped(): boolean;
  /** The sheet names the commune of all its rows. */
  readonly isOfOneCommune: boolean;
  /** The hamlet's name in a row: its own cell's, or that of the merged block it lies in. */
  hamletOf(row: TableRow): string;
}

interface TableRow {
  readonly number: number;
  readonly values: readonly Value[];
}

/** The columns of a table by what they are for. */
const columnsOf = memo((found: Recognition) => {
  const { fields, required } = found.layout;
  const columnOf = (id: string) => found.fields.get(id) ?? [];
  const those = (is: (field: Field) => boolean) =>
    fields.flatMap((field) => (is(field) ? columnOf(field.id) : []));
  return {
    required: required.flatMap(columnOf),
    own: those(({ id }) => id !== 'note'),
    counts: those(({ type }) => type === 'count'),
    typed: those(({ type }) => type !== 'text'),
    units: Object.values(found.units).filter((column) => column !== null),
  };
});

/** Tells data rows from all others, row by row; remembers that a table's foot has begun. */
export class RowClassifier {
  private readonly found: Recognition;
  private readonly names: Names;
  /** Last row in which the columns may be numbered. */
  private numbered = 0;
  private readonly required: readonly number[];
  private readonly own: readonly number[];
  private readonly counts: readonly number[];
  private readonly typed: readonly number[];
  private readonly unitColumns: readonly number[];
  private readonly isList: boolean;
  /** A note or signature row has been seen: what follows must look like data to be data. */
  private after = false;
  /** What the last row of data of a tally was numbered with. */
  private rowMark: MarkKind | null = null;
  /** Of a tally. */
  private readonly teams: TeamsBelow;

  /** @param bottom last row of the header: the columns may be numbered just below it */
  constructor(found: Recognition, bottom: number, names: Names) {
    this.found = found;
    this.names = names;
    this.below(bottom);
    this.isList = found.layout.layout === 'list';
    const { required, own, counts, typed, units } = columnsOf(found);
    this.required = required;
    this.own = own;
    this.counts = counts;
    this.typed = typed;
    this.unitColumns = units;
    this.teams = new TeamsBelow(found, names);
  }

  /** A header ends here. */
  below(bottom: number): void {
    this.numbered = bottom + 2;
  }

  kindOf(row: TableRow): RowKind {
    const kind = this.isPlainlyData(row) ? 'data' : this.lookedAt(this.lookAt(row), row);
    if (kind === 'note') this.after = true;
    else if (kind === 'data') this.after = false;
    if (!this.isList) this.remember(kind, row);
    return kind;
  }

  private remember(kind: RowKind, row: TableRow): void {
    if (kind === 'data') {
      this.rowMark = this.markOf(row);
      this.teams.below(row);
    } else if (kind === 'total' || kind === 'group') this.teams.below(null);
  }

  private lookAt({ values }: TableRow): Look {
    return lookAt(values, this.found.serial, this.required);
  }

  private markOf({ values }: TableRow): MarkKind | null {
    const { serial } = this.found;
    const text = serial === null ? null : values[serial];
    return typeof text === 'string' ? markKind(cellText(text)) : null;
  }

  /** The fast path, for rows that can be nothing else: no text is looked at but one. */
  private isPlainlyData({ values, number }: TableRow): boolean {
    if (this.after || number <= this.numbered) return false;
    return this.isList ? this.isPlainList(values) : this.isPlainTally(values);
  }

  /** Numbered (or with a number in another column), all starred cells filled, not alone. */
  private isPlainList(values: readonly Value[]): boolean {
    const { required, own, typed } = this;
    const { serial } = this.found;
    if (serial === null ? !holdsNumber(values, typed) : !isNumber(values[serial])) return false;
    for (let i = 0; i < required.length; i++) if (!isFilled(values[required[i]!])) return false;
    const first = values[required[0]!];
    if (typeof first !== 'string') return false;
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

  /** A hamlet with its type's word, and a number in a starred column. */
  private isPlainTally(values: readonly Value[]): boolean {
    const { hamlet } = this.found.units;
    const text = hamlet === null ? null : values[hamlet];
    return (
      typeof text === 'string' &&
      typeof values[this.required[0]!] === 'number' &&
      startsWithUnitType(text) === 'hamlet' &&
      excelsSubtotal(text) === null
    );
  }

  private lookedAt(look: Look, row: TableRow): RowKind {
    if (look.texts.every((text) => text === '')) return 'blank';
    if (row.number <= this.numbered && isColumnNumbers(look.texts)) return 'numbers';
    if (isDashes(look.texts)) return 'other';
    return this.isList ? this.inList(look) : this.inTally(look, row);
  }

  private inList(look: Look): RowKind {
    const { texts, leading, serial, alone, complete } = look;
    const numbered = isSerial(serial);
    if (this.isTotal(leading) && !(complete && this.hasMore(texts))) return 'total';
    if (alone && isPageLine(leading)) return 'other';
    if (!numbered && this.isAsideList(look)) return 'aside';
    if (alone ? this.isGroupHead(leading, serial) : this.isHeadWithMore(look)) return 'group';
    if (this.isNobody(texts)) return 'other';
    if (alone && this.isStrangersHead(look)) return 'group';
    if (!numbered && this.isNote(look)) return 'note';
    const own = this.own.some((column) => hasText(texts[column]));
    if (this.after) return complete && this.looksLikeData(look) ? 'data' : 'other';
    if (own) return 'data';
    const unit = this.unitColumns.some((column) => hasText(texts[column]));
    return leading === '' || unit || !alone || numbered ? 'other' : 'note';
  }

  /** `Bình quân` in place of a name, and nothing but numbers beside it. */
  private isAsideList({ texts, leading }: Look): boolean {
    if (!isAside(leading) || !this.isInNameColumn(texts, leading) || this.hasMore(texts))
      return false;
    return this.typed.some((column) => /^\d/.test(texts[column] ?? ''));
  }

  /** `Không có` in place of a name, and no value beside it. */
  private isNobody(texts: readonly string[]): boolean {
    const said = this.own.filter((column) => hasText(texts[column]));
    return said.length === 1 && said[0] === this.required[0] && saysNone(texts[said[0]!]!);
  }

  /** Beside the first starred cell stand words, or a number that is no sum: a row of data. */
  private hasMore(texts: readonly string[]): boolean {
    return this.own.some(
      (column) => column !== this.required[0] && MORE_THAN_A_SUM.test(texts[column] ?? ''),
    );
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
    if (within.some((place) => levelOf(place) === 'hamlet')) return true;
    if (this.found.serial === null || (serial !== '' && serial !== text)) return false;
    return this.names.levelOf(name) !== null;
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
    const places = [name, ...teamsPlaces(name)];
    if (places.some((place) => this.names.isNear(place, 'hamlet')))
      return !isPartOfUnit(name) || places.length > 1;
    return !this.after && isNameOfPlace(name) && !isNoteText(leading) && !looksLikePerson(name);
  }

  /** Notes and signatures: by their first words, where no value stands beside them. */
  private isNote({ texts, leading, alone, complete }: Look): boolean {
    if (!isNoteText(leading)) return false;
    if (this.typed.some((column) => /^[\d+]/.test(texts[column] ?? ''))) return false;
    return alone || !complete || texts.every((text) => !/\p{L}/u.test(text) || isNoteText(text));
  }

  /** Below a note: numbered as rows are, or with a value such as dates and numbers have. */
  private looksLikeData({ texts, serial }: Look): boolean {
    const filled = texts.filter((text) => text !== '').length;
    if (filled < Math.min(3, this.own.length)) return false;
    if (this.found.serial !== null) return isSerial(serial);
    return this.typed.some((column) => /\d/.test(texts[column] ?? ''));
  }

  private inTally(look: Look, row: TableRow): RowKind {
    const { texts, leading, serial } = look;
    const { hamlet: column } = this.found.units;
    const hamlet = column === null ? '' : this.names.hamletOf(row);
    const head = hamlet === '' ? leading : hamlet;
    const stated = this.counts.filter((at) => (texts[at] ?? '') !== '');
    const numbers = stated.some((at) => /^[+-]?\s?\d/.test(texts[at]!));
    if (isTotalText(leading) || this.isTotal(head)) return 'total';
    if (isBreakdown(leading) || isPageLine(leading)) return 'other';
    if (this.isAside(this.nameIn(look, hamlet))) return numbers ? 'aside' : 'other';
    if (numbers && this.teams.isTeam(head, serial)) return 'team';
    if (this.isAbove(head, serial)) return 'group';
    if (numbers) return this.after && !this.isWhole(look, hamlet) ? 'other' : 'data';
    if (hamlet !== '' && (this.isHamlet(hamlet) || !this.isFoot(look))) return 'data';
    if (texts.some(isNoteText)) return 'note';
    if (column === null) return stated.length > 0 && !this.after ? 'data' : 'other';
    return look.alone && isRomanMark(serial) ? 'group' : leading === '' ? 'other' : 'note';
  }

  /** Called a total, or by its word or Excel's together with the unit that is summed. */
  private isTotal(text: string): boolean {
    if (isTotalText(text)) return true;
    const name = summedIn(text);
    if (name === '' || this.names.levelOf(text) === 'hamlet') return false;
    const excels = excelsSubtotal(text);
    if (excels !== null) return excels === 'Total' || (excels === 'Count' && this.isList);
    return this.names.levelOf(name) !== null;
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
    const level = startsWithUnitType(withoutMark(text));
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

/** Words, or the digits of a telephone or identity number. */
const MORE_THAN_A_SUM = /^\p{L}|^\W*\d[\d .-]{8,}/u;

/** One to five words, each with a capital or a number first. */
const NAME_OF_PLACE = /^\p{Lu}[\p{L}\p{M}'’.]*(?: (?:\p{Lu}[\p{L}\p{M}'’.]*|\d{1,3})){0,4}$/u;

function isNameOfPlace(text: string): boolean {
  return NAME_OF_PLACE.test(text.normalize('NFC'));
}

import { memo } from '../core/memo.js';
import type { Value } from '../core/value.js';
import { hasText, holdsNumber, isFilled, isNumber } from './filled.js';
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
import type { Field } from './types.js';
import type { UnitLevel } from './unit-columns.js';

/**
 * What a row of a table is. Only `data` is counted; the others are left out (contract,
 * Forms): `other` covers rows of dashes and what was only numbered ahead.
 */
export type RowKind = 'data' | 'blank' | 'numbers' | 'other' | 'total' | 'group' | 'note';

/** What tells a place's name from any other text. */
export interface Names {
  /** Level of the unit that a text names in this sheet, exactly; null for a stranger. */
  levelOf(text: string): UnitLevel | null;
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
  }

  /** A header ends here. */
  below(bottom: number): void {
    this.numbered = bottom + 2;
  }

  kindOf(row: TableRow): RowKind {
    if (this.isPlainlyData(row)) return 'data';
    const kind = this.lookedAt(lookAt(row.values, this.found.serial, this.required), row);
    if (kind === 'note') this.after = true;
    else if (kind === 'data') this.after = false;
    return kind;
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
    if (serial !== null && typeof values[required[1] ?? -1] === 'string') return true;
    if (isTotalText(first)) return false;
    if (required.length > 1) return true;
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
      startsWithUnitType(text) === 'hamlet'
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
    if (isTotalText(leading) && !(complete && this.hasMore(texts))) return 'total';
    if (alone && this.isGroupHead(leading, serial)) return 'group';
    if (this.isNobody(texts)) return 'other';
    if (!numbered && this.isNote(look)) return 'note';
    const own = this.own.some((column) => hasText(texts[column]));
    if (this.after) return complete && this.looksLikeData(look) ? 'data' : 'other';
    if (own) return 'data';
    const unit = this.unitColumns.some((column) => hasText(texts[column]));
    return leading === '' || unit || !alone || numbered ? 'other' : 'note';
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
    const name = withoutMark(text);
    if (startsWithUnitType(name) !== null)
      return !isSerial(serial) || this.names.levelOf(name) !== null;
    const { levelOf } = this.names;
    if (namedPlaces(name).some((place) => levelOf(place.name) === 'hamlet')) return true;
    if (this.found.serial === null || (serial !== '' && serial !== text)) return false;
    return this.names.levelOf(name) !== null;
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
    if (isTotalText(leading) || isTotalText(head)) return 'total';
    if (isBreakdown(leading)) return 'other';
    if (this.isAbove(head, serial)) return 'group';
    if (numbers) return this.after && !this.isWhole(look, hamlet) ? 'other' : 'data';
    if (hamlet !== '' && (this.isHamlet(hamlet) || !this.isFoot(look))) return 'data';
    if (texts.some(isNoteText)) return 'note';
    if (column === null) return stated.length > 0 && !this.after ? 'data' : 'other';
    return look.alone && isRomanMark(serial) ? 'group' : leading === '' ? 'other' : 'note';
  }

  /** Below a signature a telephone number is no count: a row has a name, a number or all counts. */
  private isWhole({ serial, complete }: Look, hamlet: string): boolean {
    return hamlet !== '' || isSerial(serial) || complete;
  }

  /** The head of a group: a unit above the hamlet, or a roman numeral that is no hamlet's. */
  private isAbove(text: string, serial: string): boolean {
    const level = startsWithUnitType(withoutMark(text));
    if (level !== null) return level !== 'hamlet';
    if (text === '' || this.found.units.hamlet === null) return false;
    if (isRomanMark(serial)) return this.names.levelOf(text) !== 'hamlet';
    const named = this.names.levelOf(text);
    return named !== null && named !== 'hamlet';
  }

  private isHamlet(text: string): boolean {
    return startsWithUnitType(text) === 'hamlet' || this.names.levelOf(text) === 'hamlet';
  }

  /** A tally's row without a number: a note or signature, not a hamlet that left all blank. */
  private isFoot({ texts, alone }: Look): boolean {
    return this.after || alone || texts.some((text) => isNoteText(text));
  }
}

/** Words, or the digits of a telephone or identity number. */
const MORE_THAN_A_SUM = /^\p{L}|^\W*\d[\d .-]{8,}/u;

import type { Value } from '../core/value.js';
import { cellText } from './cell-text.js';
import { startsWithUnitType } from './named-places.js';
import type { Recognition } from './recognise.js';
import { isColumnNumbers, isDashes, isGroupMark, isNoteText, isTotalText } from './row-kind.js';

/**
 * What a row of a table is. Only `data` is counted; the others are left out (contract,
 * Forms): `other` covers rows of dashes, column numbers, and what was only numbered ahead.
 */
export type RowKind = 'data' | 'blank' | 'other' | 'total' | 'group' | 'note';

/** The texts of a row that tell its kind. */
interface Look {
  readonly texts: readonly string[];
  /** First text that is no running number. */
  readonly leading: string;
  readonly serial: string;
  /** Cells that are not blank, and of these the starred ones. */
  readonly filled: number;
  readonly required: number;
}

/** Tells data rows from all others, row by row; remembers that a table's foot has begun. */
export class RowClassifier {
  private readonly found: Recognition;
  private readonly bottom: number;
  private readonly required: readonly number[];
  private readonly own: readonly number[];
  private readonly counts: readonly number[];
  private readonly unitColumns: readonly number[];
  /** A note or signature row has been seen: what follows must look like data to be data. */
  private after = false;

  constructor(found: Recognition, bottom: number) {
    this.found = found;
    this.bottom = bottom;
    const columnOf = (id: string) => found.fields.get(id) ?? [];
    this.required = found.layout.required.flatMap(columnOf);
    this.own = [...found.fields].filter(([id]) => id !== 'note').map(([, column]) => column);
    this.counts = found.layout.fields
      .filter(({ type }) => type === 'count')
      .flatMap(({ id }) => columnOf(id));
    this.unitColumns = Object.values(found.units).filter((column) => column !== null);
  }

  kindOf(row: { readonly number: number; readonly values: readonly Value[] }): RowKind {
    if (this.isPlainlyData(row.values, row.number)) return 'data';
    const kind = this.lookedAt(this.look(row.values), row.number);
    if (kind === 'note') this.after = true;
    else if (kind === 'data') this.after = false;
    return kind;
  }

  /** The fast path: a list's row with all of several starred cells filled. */
  private isPlainlyData(values: readonly Value[], row: number): boolean {
    if (this.after || this.required.length < 2 || row <= this.bottom + 2) return false;
    if (this.found.layout.layout !== 'list') return false;
    for (const column of this.required) if (isBlank(values[column])) return false;
    return true;
  }

  private look(values: readonly Value[]): Look {
    const texts = values.map(cellText);
    const { serial } = this.found;
    return {
      texts,
      leading: texts.find((text) => text !== '' && !/^\d+[.)]?$/.test(text)) ?? '',
      serial: serial === null ? '' : (texts[serial] ?? ''),
      filled: texts.filter((text) => text !== '').length,
      required: this.required.filter((column) => (texts[column] ?? '') !== '').length,
    };
  }

  private lookedAt(look: Look, row: number): RowKind {
    if (look.filled === 0) return 'blank';
    if (row <= this.bottom + 2 && isColumnNumbers(look.texts)) return 'other';
    if (isDashes(look.texts)) return 'other';
    return this.found.layout.layout === 'list' ? this.inList(look) : this.inTally(look);
  }

  private inList(look: Look): RowKind {
    const { texts, leading, serial, filled, required } = look;
    const complete = required === this.required.length;
    const alone = filled - (serial === '' ? 0 : 1) <= 1;
    const own = this.own.some((column) => (texts[column] ?? '') !== '');
    if (isTotalText(leading) && (!complete || this.required.length === 1)) return 'total';
    if (alone && isGroupMark(serial) && startsWithUnitType(leading) !== null) return 'group';
    if (isNoteText(leading) && (!complete || alone)) return 'note';
    if (this.after) return complete && /^\d/.test(serial) && filled >= 3 ? 'data' : 'other';
    if (!own) return this.without(look, alone);
    if (alone && required === 0 && /\p{L}/u.test(leading)) return 'note';
    return 'data';
  }

  /** A row without any cell of the form: numbered ahead, a group's head, or a note. */
  private without({ texts, leading, serial }: Look, alone: boolean): RowKind {
    const unit = this.unitColumns.some((column) => (texts[column] ?? '') !== '');
    if (leading === '' || unit || !alone) return 'other';
    return isGroupMark(serial) ? 'group' : 'note';
  }

  private inTally(look: Look): RowKind {
    const { texts, leading, serial } = look;
    const { hamlet: column } = this.found.units;
    const hamlet = column === null ? '' : (texts[column] ?? '');
    const stated = this.counts.filter((at) => (texts[at] ?? '') !== '');
    const numbers = stated.filter((at) => /\d/.test(texts[at]!) && !isNoteText(texts[at]!));
    if (isTotalText(leading) || isTotalText(hamlet)) return 'total';
    const level = startsWithUnitType(hamlet || leading);
    if (level !== null && level !== 'hamlet') return 'group';
    if (numbers.length === 0 && texts.some((text) => isNoteText(text))) return 'note';
    if (column !== null && hamlet === '' && numbers.length === 0) {
      return stated.length > 0
        ? 'note'
        : this.without(look, look.filled - (serial === '' ? 0 : 1) <= 1);
    }
    if (numbers.length === 0 && /^[IVX]+\.?$/.test(serial)) return 'group';
    if (this.after && numbers.length === 0) return 'other';
    return 'data';
  }
}

/** Blank, or nothing but spaces. */
export function isBlank(value: Value | undefined): boolean {
  return (
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  );
}

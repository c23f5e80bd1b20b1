import type { Code, CodeArguments } from '../../core/codes.js';
import { nearestDate } from '../../core/dates.js';
import { mask, maskStray } from '../../core/finding.js';
import { memo, memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { castBelow, castMonthFirst, saysNoCode } from '../cast/index.js';
import {
  type Bad,
  type Cast,
  isTold,
  type Noted,
  type Uncomputed,
  valueIn,
} from '../cast/types.js';
import { cellText } from '../cells/cell-text.js';
import { type DataRecord, type FieldValue, indexOf, takes } from '../data-record.js';
import { meansReader } from '../header/by-means.js';
import { wordsReader } from '../header/by-words.js';
import type { CompiledLayout } from '../header/compile.js';
import type { Recognition } from '../header/recognise.js';
import type { Field } from '../types.js';
import { addedReader } from './added-reader.js';
import { type Ends, levelReader } from './level-reader.js';
import { pairReader } from './pair-reader.js';
import type { SharedCount } from './shared-counts.js';

/** Says what is wrong with one field of a row. */
export type ReportField = <C extends Code>(
  code: C,
  args: CodeArguments[C],
  field: string,
  /** Where the value stands, if not in the field's own column. */
  column?: number,
) => void;

/** Puts what columns say together into the record in hand; false where that rejects the row, as told. */
export type ColumnsReader = (
  values: readonly Value[],
  record: FieldValue[],
  report: ReportField,
) => boolean;

/** What one of such columns says: undefined where it was refused, which is told. */
export type CellReader = (raw: Value, report: ReportField) => FieldValue | undefined;

/** Stands for a value that was refused: told, and not taken. */
const REFUSED = Symbol('refused');

interface Column {
  readonly field: Field;
  readonly column: number;
  /** Where the field's value stands in a record. */
  readonly at: number;
  readonly cast: (raw: Value) => Cast;
  readonly takes: (value: string | number | boolean) => boolean;
  /** A blank cell rejects the row: a starred column of a list. */
  readonly blankFails: boolean;
  readonly choose: ((text: string) => string) | null;
}

/** Reads data rows of one recognised table into records. A million rows pass here. */
export class RecordReader {
  private readonly layout: CompiledLayout;
  private readonly columns: readonly Column[];
  /** The record in hand, the same array for each row. */
  private readonly record: FieldValue[];
  private readonly unread = new Set<string>();
  /** Of those of its columns that say something together. */
  private readonly joined: readonly ColumnsReader[];
  private readonly lastDay: string | null;

  /** @param ends of the period that the rows are of */
  constructor(found: Recognition, ends: Ends) {
    const { layout, bySex, byLevel } = found;
    this.layout = layout;
    this.lastDay = ends.lastDay;
    this.columns = columnsOf(found);
    const readerOf = this.readerOf(found);
    this.joined = [
      bySex === undefined ? null : pairReader(bySex, layout, readerOf),
      meansReader(found),
      wordsReader(found),
      addedReader(found, readerOf, (id) => this.unread.add(id)),
      byLevel === undefined ? null : levelReader(byLevel, layout, ends),
    ].filter((one) => one !== null);
    this.record = layout.fields.map(() => null);
  }

  /**
   * The record, which holds until the next row is read, or null where a value of a starred
   * column is bad, or blank in a list. Everything amiss is told through `report`, personal
   * values masked.
   */
  read(values: readonly Value[], report: ReportField): DataRecord | null {
    const { columns, record } = this;
    if (this.unread.size > 0) this.unread.clear();
    let isWhole = true;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      const value = this.readCell(column, values[column.column] ?? null, report);
      record[column.at] = value === REFUSED ? null : value;
      if (value === REFUSED && column.field.required) isWhole = false;
    }
    for (const read of this.joined) if (!read(values, record, report)) isWhole = false;
    return isWhole ? record : null;
  }

  /** Of a field without a column something else says its value, for the rows from here on. */
  keep(field: string, value: FieldValue): void {
    this.record[indexOf(this.layout, field)!] = value;
  }

  /** The same of a text, read as a cell of the field's is; false where it is no value of it. */
  keepText(id: string, text: string): boolean {
    const field = this.layout.byId.get(id)!;
    const cast = castBelow(field, '')(text);
    const isBad = isTold(cast) && 'bad' in cast;
    const value = valueIn(isBad ? (ofPeriod(cast, field, this.lastDay) ?? cast) : cast);
    if (value === null || !takes(field)(value)) return false;
    this.keep(id, value);
    return true;
  }

  /** Refuses counts that stand over the rows of several hamlets: a starred one costs the record. */
  withoutShared(
    record: DataRecord | null,
    shared: readonly SharedCount[],
    report: ReportField,
  ): DataRecord | null {
    for (const { field: id, value } of shared) {
      const { field, at } = this.columns.find((one) => one.field.id === id)!;
      const found = { bad: cellText(value), expected: 'own' } as const;
      refuse(field, found, value, report);
      this.unread.add(id);
      this.record[at] = null;
      if (field.required) record = null;
    }
    return record;
  }

  /** Reads a cell in another column than the field's own; undefined where it is refused. */
  private readerOf(found: Recognition) {
    return (id: string, column: number): CellReader => {
      const as = asColumn(found, id, column);
      return (raw, report) => {
        const value = this.readCell(as, raw, (code, args, field) =>
          report(code, args, field, column),
        );
        return value === REFUSED ? undefined : value;
      };
    };
  }

  /**
   * True where the last row read is not blank in this field and yet says nothing: a formula
   * without a stored value, or a bad value.
   */
  isUnread(field: string): boolean {
    return this.unread.has(field);
  }

  private readCell(column: Column, raw: Value, report: ReportField): FieldValue | typeof REFUSED {
    const cast = column.cast(raw);
    const value = isTold(cast) ? this.told(column, cast, raw, report) : cast;
    if (value === null) return column.blankFails ? refuseBlank(column, report) : null;
    if (value === REFUSED || !column.takes(value)) {
      this.unread.add(column.field.id);
      return refuse(column.field, cast, raw, report);
    }
    return column.choose !== null && typeof value === 'string' ? column.choose(value) : value;
  }

  /** Says what is to be said of a value, and gives it. */
  private told(
    { field }: Column,
    said: Noted | Bad | Uncomputed,
    raw: Value,
    report: ReportField,
  ): FieldValue | typeof REFUSED {
    const cast = 'bad' in said ? (ofPeriod(said, field, this.lastDay) ?? said) : said;
    if ('bad' in cast) return REFUSED;
    if ('uncomputed' in cast) {
      report('CCDS-R06', { field: field.id }, field.id);
      this.unread.add(field.id);
      return null;
    }
    if (cast.repaired !== undefined) tellRepair(field, cast, report);
    if (cast.odd && field.type === 'phone')
      report('CCDS-R07', { field: field.id, found: mask(cellText(raw)) }, field.id);
    if (cast.odd && field.type === 'tax')
      report('CCDS-R10', { found: mask(cellText(raw)) }, field.id);
    return cast.value;
  }
}

/** The columns of one field each. */
const columnsOf = memo((found: Recognition): readonly Column[] => {
  const { fields, bySex, byLevel, byMeans, byWords, added } = found;
  const single = [bySex?.born, bySex?.sex, byLevel?.field, byMeans?.field];
  const paired = [...single, ...(byWords?.fields ?? []), ...(added?.keys() ?? [])];
  const own = [...fields].filter(([id]) => !paired.includes(id));
  return own.map(([id, column]) => asColumn(found, id, column));
});

function asColumn(
  { layout, fields, headings, monthsFirst }: Recognition,
  id: string,
  column: number,
): Column {
  const field = layout.byId.get(id)!;
  const isAlone = [...fields.keys()].every((one) => one === id || one === 'note');
  return {
    field,
    column,
    at: indexOf(layout, id)!,
    cast: monthsFirst?.has(id) ? castMonthFirst : castBelow(field, headings.get(id) ?? '', isAlone),
    takes: takes(field),
    blankFails: field.required === true && layout.layout === 'list',
    choose: field.choices === undefined ? null : chooser(field.choices),
  };
}

/** The value that a word stands for; any other text stays. A column holds few different words. */
const chooser = memo((choices: NonNullable<Field['choices']>) => {
  const known = new Map(
    choices.flatMap(({ value, words }) => words.map((word) => [choiceKey(word), value] as const)),
  );
  return memoText((text) => known.get(choiceKey(text)) ?? text);
});

function choiceKey(text: string): string {
  return fold(text).replace(/[\s.,;:]+$/, '');
}

function refuseBlank({ field }: Column, report: ReportField): typeof REFUSED {
  report('CCDS-R01', { field: field.id }, field.id);
  return REFUSED;
}

function refuse(field: Field, cast: Cast, raw: Value, report: ReportField): typeof REFUSED {
  const code = field.required ? 'CCDS-R02' : 'CCDS-R03';
  report(code, { field: field.id, ...whyBad(cast, raw, field) }, field.id);
  return REFUSED;
}

/** A day without its year, `20/8`, in that of the period; not of what goes further back, as a birth. */
function ofPeriod({ bad, dayMonth }: Bad, field: Field, lastDay: string | null): Noted | null {
  if (dayMonth === undefined || lastDay === null || field.personal) return null;
  const date = nearestDate(dayMonth, lastDay);
  return date === null ? null : { value: date, repaired: bad };
}

/** Of a personal value the last three characters are shown, which mostly are the same before and after. */
function tellRepair(field: Field, cast: Noted, report: ReportField): void {
  const show = (text: string) => (field.personal ? mask(text) : text);
  const [found, taken] = [show(cast.repaired ?? ''), show(String(cast.value))];
  report('CCDS-R05', { field: field.id, found, taken: taken === found ? '' : taken }, field.id);
}

/** A time of day, or the part of a day that it is kept as, is nobody's. */
const TIME = /^(?:\d{1,2}[:h]\d{2}(?::\d{2})?|0?[.,]\d+)$/;

function whyBad(
  cast: Cast,
  raw: Value,
  field: Field,
): { found: string | number; expected: string; suggestion: string } {
  const bad = isTold(cast) && 'bad' in cast ? cast : null;
  const text = bad?.bad ?? cellText(raw);
  const suggestion = bad?.suggestion ?? '';
  // A number is shown with a comma or a point as the sheet's own program does; a text as it is.
  const isFraction = typeof raw === 'number' && !Number.isInteger(raw) && text === cellText(raw);
  if (isFraction && !field.personal)
    return { found: raw, expected: bad?.expected ?? field.type, suggestion };
  return {
    found: field.personal && !saysNoCode(text) && !TIME.test(text) ? mask(text) : maskStray(text),
    expected: bad?.expected ?? field.type,
    suggestion: field.personal && suggestion !== '' ? mask(suggestion) : suggestion,
  };
}

import { CharSet } from '../../core/char-set.js';
import type { Value } from '../../core/value.js';
import { isBlank } from '../cells/filled.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';
import type { Field } from '../types.js';

/** A cell that says `as above`, and what stands there. */
export interface Ditto {
  readonly field: Field;
  readonly found: string;
  readonly taken: Value;
}

/** A column of a field, or of a unit: a blank one of a unit means the one above already. */
interface Column {
  readonly column: number;
  readonly field: Field | null;
  above: Value;
}

/** `nt`, `-nt-`, `n/t`, `như trên`, and the marks under a word. */
const DITTO = /^(?:-? ?(?:nt|n\/t|như trên) ?-?|["“”″〃]|''|’’|,,|\/\/)$/iu;
const LONGEST = '- như trên -'.length;

const FIRST = new CharSet('nN-"“”″〃\'’,/ \u00a0');
const SECOND_OF_WORD = new CharSet('tThH/');

/** A quick no for nearly every text: by what the marks begin with. */
function mayBeDitto(value: string): boolean {
  if (value.length > LONGEST + 2 || !FIRST.at(value, 0)) return false;
  return !/^n/i.test(value) || SECOND_OF_WORD.at(value, 1);
}

/** True for a text that says `as above`. */
export function isDitto(value: string): boolean {
  return mayBeDitto(value) && DITTO.test(value.normalize('NFC').trim());
}

/** Reads `as above` in a list's cells of text, of dates and of units. Rows in rising order. */
export class Dittos {
  private readonly columns: readonly Column[];
  /** Of the row in hand: a field's cells that were read so. */
  private read: Ditto[] = [];

  constructor({ layout, fields, units }: Recognition) {
    const own = layout.fields.filter((field) => mayRepeat(field, layout.required[0]));
    const ofFields = own.flatMap((field): Column[] => {
      const column = fields.get(field.id);
      return column === undefined ? [] : [{ column, field, above: null }];
    });
    const ofUnits = Object.values(units).flatMap((column): Column[] =>
      column === null ? [] : [{ column, field: null, above: null }],
    );
    this.columns = [...ofFields, ...ofUnits];
  }

  /** The row with what is meant in place of each mark. */
  in(row: SheetRow): SheetRow {
    const { columns } = this;
    if (this.read.length > 0) this.read = [];
    let values: Value[] | null = null;
    for (let i = 0; i < columns.length; i++) {
      const one = columns[i]!;
      const value = row.values[one.column];
      if (typeof value === 'string' && isDitto(value)) {
        values ??= [...row.values];
        values[one.column] = one.above;
        if (one.field !== null)
          this.read.push({ field: one.field, found: value, taken: one.above });
      } else if (one.field !== null && !isBlank(value)) one.above = value ?? null;
    }
    return values === null ? row : { number: row.number, values };
  }

  /** What was read so in the row in hand. */
  get last(): readonly Ditto[] {
    return this.read;
  }
}

/** A name is nobody else's; a note says nothing that counts. */
function mayRepeat({ id, type, personal }: Field, name: string | undefined): boolean {
  if (type === 'date') return personal !== true;
  return type === 'text' && id !== name && id !== 'note';
}

import { memo } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import { CASTS } from '../cast/index.js';
import { type Cast, isTold } from '../cast/types.js';
import { isTotalText } from '../cells/row-kind.js';
import { excelsSubtotal, summedIn } from '../cells/total-name.js';
import type { Recognition } from '../header/recognise.js';
import type { UnitFinder } from '../places/level-finder.js';
import type { Field, FieldType } from '../types.js';
import type { Look } from './row-look.js';

/**
 * What a row of a table is. Only `data` is counted; the others are left out (contract,
 * Forms): `other` covers rows of dashes and what was only numbered ahead, `aside` rates, averages
 * and other periods beside the rows, `team` a part of the tally's row of a hamlet above, `example`
 * what shows how to fill in, `none` what says that there was nothing. A `lone` row of a list is data or nobody's, which what follows tells.
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
  | 'team'
  | 'example'
  | 'none'
  | 'lone';

/** What tells a place's name from any other text. */
export interface Names extends UnitFinder {
  /** Heads of groups have named hamlets above. */
  isGrouped(): boolean;
  /** The sheet names the commune of all its rows. */
  readonly isOfOneCommune: boolean;
  /** The hamlet's name in a row: its own cell's, or that of the merged block it lies in. */
  hamletOf(row: TableRow): string;
}

export interface TableRow {
  readonly number: number;
  readonly values: readonly Value[];
}

/** Tells the rows of a list, or those of a tally. */
export interface RowClasses {
  /** A note or signature row has been seen: what follows must look like data to be data. */
  after: boolean;
  /** True for rows that can be nothing but data: no text is looked at but one. */
  isPlain(values: readonly Value[]): boolean;
  /** Any other row that holds something. */
  kindOf(look: Look, row: TableRow): RowKind;
  /** What the row in hand has turned out to be. @param isPlain it was told by `isPlain` */
  remember(kind: RowKind, row: TableRow, isPlain: boolean): void;
}

const isRead = (cast: Cast) => cast !== null && !isTold(cast);

/** Fields with a few words of their own, which nothing but a row of data has there. */
const TICKED: ReadonlyMap<FieldType, (text: string) => boolean> = new Map([
  ['mark', (text) => isRead(CASTS.mark(text))],
  ['sex', (text) => isRead(CASTS.sex(text))],
  ['level', (text) => isRead(CASTS.level(text))],
]);

/** The columns of a table by what they are for. */
export const columnsOf = memo((found: Recognition) => {
  const { fields, required } = found.layout;
  const columnOf = (id: string) => found.fields.get(id) ?? [];
  const those = (is: (field: Field) => boolean) =>
    fields.flatMap((field) => (is(field) ? columnOf(field.id) : []));
  return {
    required: required.flatMap(columnOf),
    own: those(({ id }) => id !== 'note'),
    counts: those(({ type }) => type === 'count'),
    typed: those(({ type }) => type !== 'text'),
    ticked: [...TICKED].flatMap(([type, reads]) =>
      those((field) => field.type === type).map((column) => ({ column, reads })),
    ),
    units: Object.values(found.units).filter((column) => column !== null),
  };
});

/** Called a total, or by its word or Excel's together with the unit that is summed. */
export function isTotal(text: string, names: Names, isList: boolean): boolean {
  if (isTotalText(text)) return true;
  const name = summedIn(text);
  if (name === '' || names.levelOf(text) === 'hamlet') return false;
  const excels = excelsSubtotal(text);
  if (excels !== null) return excels === 'Total' || (excels === 'Count' && isList);
  return names.levelOf(name) !== null;
}

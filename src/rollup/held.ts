import type { Finding, Place } from '../core/finding.js';
import type { Month } from '../core/period.js';
import type { FileReport, Part, TableReport } from '../forms/report.js';
import type { Identity } from '../forms/types.js';

/** A part on its way through settling: what may still become of it. */
export interface HeldPart {
  readonly part: Part;
  readonly table: TableReport;
  readonly month: Month | null;
  /** Index of its table in the run, which is the facts' source. */
  readonly source: number;
  readonly file: FileReport;
  /** Order among files: version, then time saved, then name. */
  readonly order: number;
  readonly supplement: boolean;
  readonly place: Place;
  superseded: boolean;
  /** Indexes into the part's rows that settling rejected. */
  readonly dropped: Set<number>;
}

/** What settling needs of the forms. */
export type IdentityOf = (form: string) => Identity | undefined;

export type Emit = (found: Finding) => void;

/** Parts by hamlet, month and form: those that speak of the same thing. */
export function groupParts(parts: readonly HeldPart[]): Map<string, HeldPart[]> {
  const groups = new Map<string, HeldPart[]>();
  for (const held of parts) {
    const key = `${held.part.unit}\u0000${held.month ?? ''}\u0000${held.table.form}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [held]);
    else group.push(held);
  }
  return groups;
}

/** Place of a row of a part, with the cell of a field where it has a column. */
export function placeOf(held: HeldPart, row: number, field?: string): Place {
  const column = field === undefined ? undefined : held.table.columns[field];
  return { ...held.place, row, ...(column !== undefined && { cell: `${column}${row}` }) };
}

/** Row numbers of a part, list or tally. */
export function rowsOf(part: Part): readonly number[] {
  return part.entries?.row ?? part.tally.map(({ row }) => row);
}

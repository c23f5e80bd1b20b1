import type { Node } from '../../geography/types.js';
import type { DataRecord } from '../data-record.js';
import type { Resolution } from '../places/place.js';
import type { TallyRow, Whole } from '../report.js';

type Unplaced = Extract<Resolution, { readonly node: null }>;

/**
 * Rows of a tally that name a commune and no hamlet. They are rejected, unless they turn out to be totals of
 * its hamlets' rows in other tables.
 */
export class CommuneRows {
  readonly all: Whole[] = [];

  constructor(private readonly countsOf: (record: DataRecord) => TallyRow['values']) {}

  /** A row of which no hamlet could be told, where the commune is known. */
  addUnplaced(row: number, record: DataRecord, { problem, above }: Unplaced): void {
    if (problem.code === 'CCDS-U06' && above !== undefined) this.add(row, record, above);
  }

  /** A row of a unit, if it is a commune. */
  add(row: number, record: DataRecord, { unit, children }: Node): void {
    if (unit.level !== 'commune') return;
    const hamlets = children.map(({ unit: { code } }) => code);
    this.all.push({ unit: unit.code, hamlets, tally: { row, values: this.countsOf(record) } });
  }
}

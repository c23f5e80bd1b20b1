import type { DataRecord } from '../../../src/forms/data-record.js';
import type { CheckedTable } from '../../../src/forms/records/row-checks.js';

/** A record's values by the ids of the fields that have a column. */
export function byField({ fields, at }: Pick<CheckedTable, 'fields' | 'at'>, record: DataRecord) {
  return Object.fromEntries(fields.map(({ id }) => [id, record[at(id)!]]));
}

import type { Code } from '../core/codes.js';
import { type Finding, ownSeverity, type SeverityOf } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { memo } from '../core/memo.js';
import { type HeldPart, rowsOf } from './held.js';

/** What settling says of a row that counts; its other findings are of parts and files. */
const OF_ROWS: readonly Code[] = ['CCDS-D03', 'CCDS-D04', 'CCDS-D05'];

/**
 * Rejects the rows whose finding the config has raised to an error (contract, Counting: 'a
 * finding of severity error on a row rejects that row').
 */
export function rejectRaised(
  parts: readonly HeldPart[],
  findings: readonly Finding[],
  severityOf: SeverityOf,
): void {
  const raised = OF_ROWS.filter(
    (code) => severityOf(code) === 'error' && ownSeverity(code) !== 'error',
  );
  if (raised.length === 0) return;
  const isRaised = findings.filter(({ code }) => raised.includes(code));
  if (isRaised.length === 0) return;
  const groups = groupBy(parts, ({ place, table, part }) =>
    keyOf({ place, form: table.form, unit: part.unit }),
  );
  for (const found of isRaised) drop(groups.get(keyOf(found)) ?? [], found);
}

/** The rows of a hamlet in the tables of a form in a sheet. */
function keyOf({ place: { file, sheet }, form, unit }: Pick<Finding, 'place' | 'form' | 'unit'>) {
  return JSON.stringify([file, sheet, form, unit]);
}

function drop(parts: readonly HeldPart[], { place: { row = 0 } }: Finding): void {
  for (const held of parts) {
    const index = indexOf(held).get(row);
    if (index !== undefined) return void held.dropped.add(index);
  }
}

/** Index among a part's rows of each row of the sheet: of one part many may be raised. */
const indexOf = memo(({ part }: HeldPart): ReadonlyMap<number, number> => {
  const indexes = new Map<number, number>();
  [...rowsOf(part)].forEach((row, index) => {
    if (!indexes.has(row)) indexes.set(row, index);
  });
  return indexes;
});

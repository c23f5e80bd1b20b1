import type { Code } from '../core/codes.js';
import { type Finding, ownSeverity, type SeverityOf } from '../core/finding.js';
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
  for (const found of findings) if (raised.includes(found.code)) drop(parts, found);
}

function drop(parts: readonly HeldPart[], { place, form, unit }: Finding): void {
  const held = parts.find(
    (one) =>
      one.place.file === place.file &&
      one.place.sheet === place.sheet &&
      one.part.unit === unit &&
      one.table.form === form &&
      [...rowsOf(one.part)].includes(place.row ?? 0),
  );
  held?.dropped.add([...rowsOf(held.part)].indexOf(place.row ?? 0));
}

import type { Finding } from '../../core/finding.js';
import { SEVERITY_ORDER } from '../../core/finding.js';
import { byCodePoint } from '../../core/order.js';
import type { Summary } from '../../rollup/types.js';
import { byAll } from '../order.js';
import type { Describe } from '../types.js';
import { FINDINGS, type RowOf, tablePieces } from './tables.js';

/**
 * `findings.csv`, by unit code (those of no unit first), then by place; in pieces: of one bad sheet
 * it may have a hundred megabytes.
 */
export function findingsPieces(
  { findings }: Pick<Summary, 'findings'>,
  describe: Describe,
): Iterable<string> {
  return tablePieces(FINDINGS, rows(findings, describe));
}

function* rows(
  findings: readonly Finding[],
  describe: Describe,
): Generator<RowOf<typeof FINDINGS>> {
  for (const finding of [...findings].sort(byUnitAndPlace)) yield row(finding, describe);
}

function row(finding: Finding, describe: Describe): RowOf<typeof FINDINGS> {
  const { place } = finding;
  return [
    finding.code,
    finding.severity,
    place.file,
    place.sheet ?? null,
    place.cell ?? null,
    place.row ?? null,
    finding.field ?? null,
    finding.unit ?? null,
    describe(finding, 'en').message,
  ];
}

/** Where in the inputs a finding stands: file, sheet, row, column. */
export const byPlace = byAll<Finding>(
  (a, b) => byCodePoint(a.place.file, b.place.file),
  (a, b) => byCodePoint(a.place.sheet ?? '', b.place.sheet ?? ''),
  (a, b) => (a.place.row ?? 0) - (b.place.row ?? 0),
  (a, b) => (a.place.cell ?? '').length - (b.place.cell ?? '').length,
  (a, b) => byCodePoint(a.place.cell ?? '', b.place.cell ?? ''),
  (a, b) => byCodePoint(a.code, b.code),
);

/** Errors, then warnings, then notes, each by its place. */
export const worstFirst = byAll<Finding>(
  (a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity),
  byPlace,
);

const byUnitAndPlace = byAll<Finding>((a, b) => byCodePoint(a.unit ?? '', b.unit ?? ''), byPlace);

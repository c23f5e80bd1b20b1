import { type Finding, finding, type Place } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import type { Registry } from './types.js';

/** The ids that rows of the registry may bear; the config adds to them. */
export interface KnownIds {
  readonly baselines: readonly string[];
  readonly indicators: readonly string[];
}

/**
 * CCDS-G11: rows of a baseline or an indicator that there is none of, and that nothing would
 * ever read. Each id is told once, at its first row.
 */
export function unknownIds({ baselines, targets }: Registry, known: KnownIds): Finding[] {
  const ofBaselines = baselines.map(({ baseline: id, place }) => ({ id, place }));
  const ofTargets = targets.map(({ indicator: id, place }) => ({ id, place }));
  return [
    ...strangers(ofBaselines, 'baseline', known.baselines),
    ...strangers(ofTargets, 'indicator', known.indicators),
  ];
}

interface Row {
  readonly id: string;
  readonly place?: Place | undefined;
}

function strangers(rows: readonly Row[], column: string, known: readonly string[]): Finding[] {
  const unknown = new Map<string, Row[]>();
  for (const row of rows)
    if (!known.includes(row.id)) getOrMake(unknown, row.id, () => []).push(row);
  return [...unknown].map(([found, of]) => {
    return finding('CCDS-G11', of[0]!.place ?? { file: '' }, { column, found, rows: of.length });
  });
}

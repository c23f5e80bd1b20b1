import type { Finding, Place } from '../core/finding.js';

/** What makes a registry inconsistent: it is then not worked with (exit 2). */
export const REGISTRY_PROBLEMS = [
  /** `detail`: the table's name. There is no units table, or it has no row. */
  'no-units',
  /** `detail`: the column */
  'missing-column',
  'duplicate-column',
  'blank-value',
  /** `detail`: what was found */
  'unknown-level',
  /** `detail`: what was found */
  'bad-period',
  /** `detail`: `column: found` */
  'bad-date',
  'bad-number',
  /** `detail`: `valid_from > valid_to` */
  'closed-before-opened',
  /** `detail`: row of the first */
  'duplicate-row',
  /** One code, two units on a day. `detail`: `code: name (row)` of the other. */
  'overlap',
  /** `detail`: the parent's code, and the days on which no such unit is */
  'orphan',
  /** `detail`: the codes round the cycle */
  'cycle',
  /** `detail`: `level in parent's level` */
  'level-not-below',
  /** Shares of one unit that make more than 1. `detail`: their sum */
  'bad-share',
] as const;

export type RegistryProblemId = (typeof REGISTRY_PROBLEMS)[number];

export interface RegistryProblem {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly problem: RegistryProblemId;
  readonly detail: string;
}

/** Collects what the loading has to say: every problem and warning, not only the first. */
export class Log {
  readonly problems: RegistryProblem[] = [];
  readonly findings: Finding[] = [];

  problem(place: Place, problem: RegistryProblemId, detail: string): void {
    const { file, sheet, row = 0 } = place;
    this.problems.push({ file, ...(sheet === undefined ? {} : { sheet }), row, problem, detail });
  }
}

import { type Finding, finding, type Place } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';

/** What makes a registry inconsistent: it is then not worked with (exit 2). */
export const REGISTRY_PROBLEMS = [
  /** There is no units table, or it has no row. `detail`: the tables that are there in its stead */
  'no-units',
  /** Two files of one table. `detail`: the other */
  'two-tables',
  /** `detail`: the column */
  'missing-column',
  'duplicate-column',
  /** Something stands above the header. `detail`: the header's row */
  'title-above',
  /** A row of a CSV that goes on beyond its header. `detail`: how many cells that has */
  'more-cells',
  'blank-value',
  /** `detail`: what was found */
  'unknown-level',
  /** `detail`: what was found */
  'bad-period',
  /** A code that a program took for a number. `detail`: what was found */
  'bad-code',
  /** `detail`: `column: found` */
  'bad-date',
  'bad-number',
  'bad-percent',
  'bad-decimal',
  /** `detail`: `valid_from > valid_to` */
  'closed-before-opened',
  /** `detail`: row of the first */
  'duplicate-row',
  /** One code, two units on a day. `detail`: `code: name (row)` of the other. */
  'overlap',
  /**
   * `detail`: the parent's code, and the days on which no such unit is; or `1 ≠ 01`, a unit's code
   * but for its zeros
   */
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

/** Numbers or dates of one column that are written in another way: the first, and how many. */
interface Respelt {
  readonly place: Place;
  readonly column: string;
  readonly found: string;
  readonly taken: string;
  rows: number;
}

/** Collects what the loading has to say: every problem and warning, not only the first. */
export class Log {
  readonly problems: RegistryProblem[] = [];
  readonly findings: Finding[] = [];
  private readonly columns = new Map<string, Respelt>();

  problem(place: Place, problem: RegistryProblemId, detail: string): void {
    const { file, sheet, row = 0 } = place;
    this.problems.push({ file, ...(sheet === undefined ? {} : { sheet }), row, problem, detail });
  }

  /** CCDS-G13: a number or date that is read without doubt, yet is not written as one is. */
  respelt(place: Place, column: string, found: string, taken: string): void {
    const key = [place.file, place.sheet, column].join('\n');
    getOrMake(this.columns, key, () => ({ place, column, found, taken, rows: 0 })).rows++;
  }

  /** Everything that is no problem. */
  all(): readonly Finding[] {
    const respelt = [...this.columns.values()].map(({ place, column, found, taken, rows }) =>
      finding('CCDS-G13', place, { column, found, taken, ...(rows > 1 && { rows }) }),
    );
    return [...this.findings, ...respelt];
  }
}

import type { Severity } from '../../core/finding.js';

/** One finding as the list of a returned copy shows it, in words. */
export interface Remark {
  readonly severity: Severity;
  readonly code: string;
  /** Blank where the finding is of the whole file, or the file has no named sheets. */
  readonly sheet: string;
  /** A1 address in that sheet; blank where there is none. */
  readonly cell: string;
  /** All cells that it stands for, as runs (`D5:D9 D12`); blank where it is that cell alone. */
  readonly area: string;
  /** Row, where there is no cell. */
  readonly row: number | null;
  readonly message: string;
  readonly fix: string;
}

/** The original can't be kept whole by editing it: a fresh workbook carries the list. */
export class NotWhole extends Error {}

import { dateFromSerial, type Epoch } from './dates.js';
import { DATE, formatKind, formattedNumber, MONTH, PERCENT } from './number-formats.js';
import {
  CellError,
  type ColumnRange,
  type Kind,
  type Merge,
  Percentage,
  type RowLook,
  type Sheet,
  UncomputedFormula,
  type Value,
} from './types.js';

/** What goes to the worker and what comes back: plain data, for a class does not survive. */

export interface LegacyTask {
  /** `package` is an encrypted package, which is only unlocked. */
  readonly kind: Kind | 'package';
  readonly content: Uint8Array | string;
  readonly maxCells: number;
  /** Processor time for it. */
  readonly milliseconds: number;
}

export type LegacyValue =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  /** A date that shows no day. */
  | { readonly month: number }
  | { readonly percent: number }
  | { readonly error: string }
  | { readonly uncomputed: true };

export type LegacyRow = readonly [
  number: number,
  hidden: boolean,
  values: readonly LegacyValue[],
  look?: RowLook,
];

export interface LegacySheet {
  readonly name: string;
  readonly state: Sheet['state'];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly ColumnRange[];
  readonly rows: readonly LegacyRow[];
}

export interface LegacyResult {
  readonly date1904: boolean;
  readonly modified?: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly sheets: readonly LegacySheet[];
}

export type LegacyAnswer =
  | { readonly result: LegacyResult }
  | { readonly unlocked: Uint8Array }
  | { readonly limit: string; readonly value: number }
  | { readonly problem: string };

/** A number as its format shows it, in the worker's terms. One that is none is an error. */
export function formattedLegacyNumber(number: number, format: string | undefined): LegacyValue {
  if (!Number.isFinite(number)) return { error: '#NUM!' };
  const kind = formatKind(format ?? 'General');
  if (kind === DATE) return { date: number };
  if (kind === MONTH) return { month: number };
  return kind === PERCENT ? { percent: number } : number;
}

/** A value of the worker's as the readers of the other formats give it; blank text is null. */
export function reviveValue(value: LegacyValue, epoch: Epoch): Value {
  if (value === null || typeof value !== 'object') return value === '' ? null : value;
  if ('date' in value) return dateFromSerial(value.date, epoch) ?? value.date;
  if ('month' in value) return formattedNumber(value.month, MONTH, epoch);
  if ('percent' in value) return new Percentage(value.percent);
  return 'error' in value ? new CellError(value.error) : new UncomputedFormula();
}

import type { DayMonth } from '../../core/dates.js';
import type { FieldType } from '../types.js';

/**
 * What a field takes; the words for it are in `messages/`. `own`: a count of the row alone,
 * `person`: one person's name, `name`: any.
 */
export type ExpectedId = FieldType | 'payment' | 'marks' | 'own' | 'person' | 'name';

export type CastValue = string | number | boolean | null;

/** A value that the field takes, with something to be told of it. */
export interface Noted {
  readonly value: CastValue;
  /** What was found, where it was repaired without doubt and that is to be told. */
  readonly repaired?: string;
  /** Taken, but of an unusual shape (telephone), or with a wrong check digit (tax code). */
  readonly odd?: true;
}

/** A value that the field does not take. */
export interface Bad {
  /** What was found, as text. */
  readonly bad: string;
  readonly expected: ExpectedId;
  /** What was probably meant. */
  readonly suggestion?: string;
  /** Of a date all but the year. */
  readonly dayMonth?: DayMonth;
}

/** A formula that the file has no value of. */
export interface Uncomputed {
  readonly uncomputed: true;
}

/**
 * What becomes of a cell in a field of a form: the plain value, as of nearly every cell (`null`:
 * the cell is blank, or says so with a dash), or what is to be told of it.
 */
export type Cast = CastValue | Noted | Bad | Uncomputed;

/** True for what is more than a plain value. */
export function isTold(cast: Cast): cast is Noted | Bad | Uncomputed {
  return typeof cast === 'object' && cast !== null;
}

/** The value that was taken, with or without something to be told of it; null where there is none. */
export function valueIn(cast: Cast): CastValue {
  if (!isTold(cast)) return cast;
  return 'value' in cast ? cast.value : null;
}

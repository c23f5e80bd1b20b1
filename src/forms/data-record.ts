import { memo } from '../core/memo.js';
import type { CastValue } from './cast/types.js';
import type { CompiledLayout } from './header/compile.js';
import type { Recognition } from './header/recognise.js';
import type { Field } from './types.js';

/** A field's value once cast; null is blank. */
export type FieldValue = CastValue;

/** A data row: a value for each field of the layout, in its order; null where it has no column. */
export type DataRecord = readonly FieldValue[];

/** Where a field's value stands in the records of a layout; null for a field that it has not. */
export function indexOf({ fields }: CompiledLayout, id: string): number | null {
  const index = fields.findIndex((field) => field.id === id);
  return index < 0 ? null : index;
}

/** The fields of a table that have a column, and where their values stand in a record. */
export const presentIn = memo(({ layout, fields }: Recognition) => {
  const present = layout.fields.filter(({ id }) => fields.has(id));
  return { present, at: present.map(({ id }) => indexOf(layout, id)!) };
});

const LONGEST_TEXT = 32_767;
const LARGEST_COUNT = 1_000_000_000;
const ISO_DATE = '2024-09-05'.length;

/**
 * Whether a field takes a value that its cast made: what a cast leaves open. Of a date of
 * birth the year or the month alone is known of many people; any other date is whole.
 */
export function takes({ type, personal }: Field): (value: string | number | boolean) => boolean {
  if (type === 'text') return (value) => String(value).length <= LONGEST_TEXT;
  if (type === 'count') return (value) => Number(value) <= LARGEST_COUNT;
  if (type === 'date' && !personal) return (value) => String(value).length === ISO_DATE;
  return () => true;
}

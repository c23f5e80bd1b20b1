import { z } from 'zod';
import { getOrMake, memo } from '../core/memo.js';
import type { CompiledLayout } from './compile.js';
import type { Field, FieldType } from './types.js';

/** A field's value once cast; null is blank. */
export type FieldValue = string | number | boolean | null;

/** A data row, by field id. */
export type DataRecord = Readonly<Record<string, FieldValue>>;

/**
 * What is held against the values that the casts make, which are whole numbers, years, ISO
 * dates and digits already: the ranges and shapes that a cast leaves open.
 */
const SCHEMAS: Readonly<Record<FieldType, z.ZodType>> = {
  text: z.string().max(32_767),
  count: z.number().max(1_000_000_000),
  year: z.number(),
  sex: z.literal(['male', 'female']),
  mark: z.boolean(),
  phone: z.string(),
  identity: z.string().length(12),
  tax: z.string(),
  level: z.literal([1, 2]),
  date: z.string().length('2024-09-05'.length),
};

/** Of a date of birth, the year or the month alone is known of many people. */
const BORN = z.string();

/**
 * The zod schema of one table's rows, made from its layout's declaration for the fields that
 * have a column. A blank in a starred column fails in a list; in a tally a blank count is
 * merely not reported.
 */
export function rowSchema(
  layout: CompiledLayout,
  columns: ReadonlyMap<string, number>,
): z.ZodObject {
  const fields = layout.fields.filter(({ id }) => columns.has(id));
  const key = fields.map(({ id }) => id).join(' ');
  return getOrMake(schemasOf(layout), key, () =>
    z.object(
      Object.fromEntries(fields.map((one) => [one.id, fieldSchema(one, layout.layout === 'list')])),
    ),
  );
}

/** A schema compiles itself when it is first used, which takes longer than a short table. */
const schemasOf = memo((_: CompiledLayout) => new Map<string, z.ZodObject>());

function fieldSchema(field: Field, blankFails: boolean): z.ZodType {
  const schema = field.type === 'date' && field.personal ? BORN : SCHEMAS[field.type];
  return field.required && blankFails ? schema : schema.nullable();
}

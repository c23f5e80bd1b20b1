import type { Code, CodeArguments } from '../core/codes.js';
import { mask, maskStray } from '../core/finding.js';
import { fold } from '../core/text.js';
import type { Value } from '../core/value.js';
import { CASTS } from './cast/index.js';
import type { Cast } from './cast/types.js';
import { cellText } from './cell-text.js';
import type { CompiledLayout } from './compile.js';
import { type DataRecord, type FieldValue, rowSchema } from './schema.js';
import type { Field } from './types.js';

/** Says what is wrong with one field of a row. */
export type ReportField = <C extends Code>(code: C, args: CodeArguments[C], field: string) => void;

/** Stands for a value that could not be cast: no schema takes it. */
const BAD = Symbol('bad');

interface Column {
  readonly field: Field;
  readonly column: number;
  readonly cast: (raw: Value) => Cast;
  readonly choices: ReadonlyMap<string, string> | null;
}

/** Reads data rows of one recognised table into records. */
export interface RecordReader {
  /**
   * The record, or null where a value of a starred column is bad, or blank in a list.
   * Everything amiss is told through `report`, personal values masked.
   */
  read(values: readonly Value[], report: ReportField): DataRecord | null;
  /** True where the last row read has a formula without a stored value in this field. */
  isUncomputed(field: string): boolean;
}

export function recordReader(
  layout: CompiledLayout,
  fields: ReadonlyMap<string, number>,
): RecordReader {
  const columns = [...fields].map(([id, column]) => asColumn(layout.byId.get(id)!, column));
  const schema = rowSchema(layout, fields);
  const uncomputed = new Set<string>();
  return {
    read(values, report) {
      if (uncomputed.size > 0) uncomputed.clear();
      const cast: Record<string, FieldValue | typeof BAD> = {};
      for (let i = 0; i < columns.length; i++) {
        const column = columns[i]!;
        cast[column.field.id] = readCell(column, values, report, uncomputed);
      }
      const checked = schema.safeParse(cast);
      if (checked.success) return cast as DataRecord;
      return mend(cast, new Set(checked.error.issues.map(({ path }) => path[0])), values, report);
    },
    isUncomputed: (field) => uncomputed.has(field),
  };

  /** Maps what the schema refused to findings; drops bad values of columns not starred. */
  function mend(
    cast: Record<string, FieldValue | typeof BAD>,
    refused: ReadonlySet<unknown>,
    values: readonly Value[],
    report: ReportField,
  ): DataRecord | null {
    let rejected = false;
    for (const { field, column, cast: castCell } of columns) {
      if (!refused.has(field.id)) continue;
      const raw = values[column] ?? null;
      const isBlank = cast[field.id] === null;
      if (isBlank) report('CCDS-R01', { field: field.id }, field.id);
      else {
        const code = field.required ? 'CCDS-R02' : 'CCDS-R03';
        report(code, { field: field.id, ...whyBad(castCell(raw), raw, field) }, field.id);
      }
      cast[field.id] = null;
      if (field.required) rejected = true;
    }
    return rejected ? null : (cast as DataRecord);
  }
}

function asColumn(field: Field, column: number): Column {
  const choices = field.choices
    ? new Map(
        field.choices.flatMap(({ value, words }) => words.map((word) => [choiceKey(word), value])),
      )
    : null;
  return { field, column, cast: CASTS[field.type], choices };
}

function choiceKey(text: string): string {
  return fold(text).replace(/[\s.,;:]+$/, '');
}

function readCell(
  { field, column, cast, choices }: Column,
  values: readonly Value[],
  report: ReportField,
  uncomputed: Set<string>,
): FieldValue | typeof BAD {
  const raw = values[column] ?? null;
  const result = cast(raw);
  if ('value' in result) {
    if (result.repaired !== undefined) tellRepair(field, result, report);
    if (result.odd && field.type === 'phone')
      report('CCDS-R07', { field: field.id, found: mask(cellText(raw)) }, field.id);
    if (result.odd && field.type === 'tax')
      report('CCDS-R10', { found: mask(cellText(raw)) }, field.id);
    return choices !== null && typeof result.value === 'string'
      ? (choices.get(choiceKey(result.value)) ?? result.value)
      : result.value;
  }
  if ('uncomputed' in result) {
    report('CCDS-R06', { field: field.id }, field.id);
    uncomputed.add(field.id);
    return null;
  }
  return BAD;
}

function tellRepair(
  field: Field,
  cast: { value: FieldValue; repaired?: string },
  report: ReportField,
): void {
  const show = (text: string) => (field.personal ? mask(text) : text);
  const taken = show(String(cast.value));
  report('CCDS-R05', { field: field.id, found: show(cast.repaired ?? ''), taken }, field.id);
}

function whyBad(
  result: Cast,
  raw: Value,
  field: Field,
): { found: string; expected: string; suggestion: string } {
  const text = 'bad' in result ? result.bad : cellText(raw);
  const found = field.personal ? mask(text) : maskStray(text);
  const expected = 'bad' in result ? result.expected : field.type;
  const suggestion = 'bad' in result ? (result.suggestion ?? '') : '';
  return {
    found,
    expected,
    suggestion: field.personal && suggestion !== '' ? mask(suggestion) : suggestion,
  };
}

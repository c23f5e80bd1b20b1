import { memo } from '../core/memo.js';
import type { Condition, Indicator } from '../indicators/types.js';
import { type DataRecord, type FieldValue, indexOf } from './data-record.js';
import type { CompiledLayout } from './header/compile.js';
import type { Form } from './types.js';

/** A base indicator as a list's rows are counted for it. */
export interface Measure {
  readonly indicator: string;
  /** Bit in `Entries.mask`; null where it counts distinct groups instead. */
  readonly bit: number | null;
  /** Field that must have a column, else the indicator is not reported. */
  readonly needs: string | null;
}

/** The most measures that are a bit each of one form's rows. */
export const MOST_MEASURES = 31;

type WithSource = Extract<Indicator, { source: unknown }>;

/** Indicators that a form's rows are counted for. */
export function sourcedFrom(form: Form, indicators: readonly Indicator[]): readonly WithSource[] {
  return indicators.filter(
    (indicator): indicator is WithSource =>
      'source' in indicator && indicator.source.form === form.id,
  );
}

/** Ids of the forms that some indicator is counted from: the others nobody need hand in. */
export function formsCounted(
  forms: readonly Form[],
  indicators: readonly Indicator[],
): readonly string[] {
  return forms.filter((form) => sourcedFrom(form, indicators).length > 0).map(({ id }) => id);
}

/** A tally's columns for running totals: blank is not zero there, nor what the period alone has. */
export function totalFields(form: Form, indicators: readonly Indicator[]): readonly string[] {
  return sourcedFrom(form, indicators).flatMap(({ kind, source: { tally } }) =>
    kind === 'cumulative' && tally !== undefined ? [tally.field] : [],
  );
}

/** True of a form whose list counts what there was in the period alone, and no stock. */
export function countsFlowsAlone(form: Form, indicators: readonly Indicator[]): boolean {
  const listed = sourcedFrom(form, indicators).filter(({ source }) => source.list !== undefined);
  return listed.length > 0 && listed.every(({ time }) => time === 'flow');
}

/** The measures of a form's list, in the order of the indicators; at most 31 bits. */
export function measuresOf(form: Form, indicators: readonly Indicator[]): readonly Measure[] {
  return measuresAmong(indicators)(form);
}

const measuresAmong = memo((indicators: readonly Indicator[]) =>
  memo((form: Form): readonly Measure[] => {
    let bit = 0;
    return sourcedFrom(form, indicators).flatMap(({ id, source: { list } }): Measure[] => {
      if (list === undefined) return [];
      if (list.count === 'distinct') return [{ indicator: id, bit: null, needs: null }];
      return [{ indicator: id, bit: bit++, needs: neededBy(list.where) }];
    });
  }),
);

/** A condition that a blank meets (`not` cash) is met where the column is absent as well. */
function neededBy(where: Condition | undefined): string | null {
  return where === undefined || 'not' in where ? null : where.field;
}

/** Compiles the conditions of a layout's list into one function from record to mask. */
export const maskOf = memo((indicators: readonly Indicator[]) =>
  memo((layout: CompiledLayout) => maskerOf(testsOf(layout, indicators))),
);

function testsOf(layout: CompiledLayout, indicators: readonly Indicator[]): readonly Test[] {
  const tests = sourcedFrom(layout.form, indicators).flatMap(({ source: { list } }) =>
    list?.count === 'entities' ? [testOf(layout, list.where)] : [],
  );
  // A config that declares more is refused when it is read.
  if (tests.length > MOST_MEASURES)
    throw new Error(`more than ${MOST_MEASURES} measures in form ${layout.form.id}`);
  return tests;
}

function maskerOf(tests: readonly Test[]): (record: DataRecord) => number {
  return (record) => {
    let mask = 0;
    for (let i = 0; i < tests.length; i++) {
      const { at, value, wanted } = tests[i]!;
      if (at === null || ((record[at] ?? null) === value) === wanted) mask |= 1 << i;
    }
    return mask;
  };
}

/** One condition, met where the record's value is the one given, or is not. */
interface Test {
  /** Null where every row meets it. */
  readonly at: number | null;
  readonly value: FieldValue;
  readonly wanted: boolean;
}

function testOf(layout: CompiledLayout, where: Condition | undefined): Test {
  if (where === undefined) return { at: null, value: null, wanted: true };
  // A field that the layout has not is blank in every row.
  const at = indexOf(layout, where.field) ?? layout.fields.length;
  return 'equals' in where
    ? { at, value: where.equals, wanted: true }
    : { at, value: where.not, wanted: false };
}

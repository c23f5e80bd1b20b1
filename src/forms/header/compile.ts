import { INDICATORS } from '../../indicators/index.js';
import type { Indicator } from '../../indicators/types.js';
import { englishHeadings } from '../declared/english.js';
import { sourcedFrom } from '../measures.js';
import type { Field, Form, LayoutName } from '../types.js';
import { inFull } from './abbreviations.js';
import { keyOfHeading } from './header-text.js';

/** A form's layout with its headings indexed. */
export interface CompiledLayout {
  readonly form: Form;
  readonly layout: LayoutName;
  readonly fields: readonly Field[];
  readonly byId: ReadonlyMap<string, Field>;
  /** Field id by folded heading. */
  readonly headings: ReadonlyMap<string, string>;
  readonly required: readonly string[];
  /** Counts of a tally that are of the period alone. */
  readonly flows: ReadonlySet<string>;
  /** And those of their running totals, by them. */
  readonly runningOf: ReadonlyMap<string, string>;
}

/** Indexes every layout's labels and aliases; the first field to claim a heading has it. */
export function compileForms(
  forms: readonly Form[],
  indicators: readonly Indicator[] = INDICATORS,
): readonly CompiledLayout[] {
  return forms.flatMap((form) =>
    (['list', 'tally'] as const).flatMap((layout) => {
      const declared = form[layout];
      return declared === undefined
        ? []
        : [compileLayout(form, layout, declared.fields, indicators)];
    }),
  );
}

function compileLayout(
  form: Form,
  layout: LayoutName,
  fields: readonly Field[],
  indicators: readonly Indicator[],
): CompiledLayout {
  return {
    form,
    layout,
    fields,
    byId: new Map(fields.map((field) => [field.id, field])),
    headings: headingsOf(fields),
    required: fields.filter((field) => field.required).map((field) => field.id),
    ...timesOf(form, indicators),
  };
}

/** Which of a tally's counts are flows, and where their running totals stand. */
function timesOf(
  form: Form,
  indicators: readonly Indicator[],
): Pick<CompiledLayout, 'flows' | 'runningOf'> {
  const sourced = sourcedFrom(form, indicators);
  const fieldOf = (id: string) => sourced.find((one) => one.id === id)?.source.tally?.field;
  const flows = sourced.flatMap(({ time, source: { tally } }) =>
    time === 'flow' && tally !== undefined ? [tally.field] : [],
  );
  const running = sourced.flatMap((one): [string, string][] => {
    const of = one.kind === 'cumulative' ? fieldOf(one.of) : undefined;
    const total = one.source.tally?.field;
    return of === undefined || total === undefined ? [] : [[of, total]];
  });
  return { flows: new Set(flows), runningOf: new Map(running) };
}

function headingsOf(fields: readonly Field[]): Map<string, string> {
  const headings = new Map<string, string>();
  const claim = (key: string, field: Field) => {
    if (!headings.has(key)) headings.set(key, field.id);
  };
  for (const field of fields) claim(keyOfHeading(field.label.vi), field);
  for (const field of fields) claim(keyOfHeading(field.label.en), field);
  for (const field of fields) for (const alias of field.aliases) claim(keyOfHeading(alias), field);
  for (const field of fields)
    for (const other of englishHeadings(field)) claim(keyOfHeading(other), field);
  for (const [key, id] of [...headings]) {
    const whole = inFull(key);
    if (!headings.has(whole)) headings.set(whole, id);
  }
  return headings;
}

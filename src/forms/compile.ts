import { writtenOut } from './abbreviations.js';
import { headerKey } from './header-text.js';
import type { Field, Form, LayoutName } from './types.js';

/** A form's layout with its headings indexed. */
export interface CompiledLayout {
  readonly form: Form;
  readonly layout: LayoutName;
  readonly fields: readonly Field[];
  readonly byId: ReadonlyMap<string, Field>;
  /** Field id by folded heading. */
  readonly headings: ReadonlyMap<string, string>;
  readonly required: readonly string[];
}

/** Indexes every layout's labels and aliases; the first field to claim a heading has it. */
export function compileForms(forms: readonly Form[]): readonly CompiledLayout[] {
  return forms.flatMap((form) =>
    (['list', 'tally'] as const).flatMap((layout) => {
      const declared = form[layout];
      return declared === undefined ? [] : [compileLayout(form, layout, declared.fields)];
    }),
  );
}

function compileLayout(form: Form, layout: LayoutName, fields: readonly Field[]): CompiledLayout {
  return {
    form,
    layout,
    fields,
    byId: new Map(fields.map((field) => [field.id, field])),
    headings: headingsOf(fields),
    required: fields.filter((field) => field.required).map((field) => field.id),
  };
}

function headingsOf(fields: readonly Field[]): Map<string, string> {
  const headings = new Map<string, string>();
  const claim = (key: string, field: Field) => {
    if (!headings.has(key)) headings.set(key, field.id);
  };
  for (const field of fields) claim(headerKey(field.label.vi), field);
  for (const field of fields) claim(headerKey(field.label.en), field);
  for (const field of fields) for (const alias of field.aliases) claim(headerKey(alias), field);
  for (const [key, id] of [...headings])
    if (!headings.has(writtenOut(key))) headings.set(writtenOut(key), id);
  return headings;
}

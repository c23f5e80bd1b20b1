import { MOST_MEASURES, measuresOf } from '../../forms/measures.js';
import type { Field, Form, Identity } from '../../forms/types.js';
import { indicatorIn } from '../../indicators/numerator.js';
import type { BaselineKind, Indicator } from '../../indicators/types.js';
import type { ConfigFile } from './schema.js';

/** The declarations as they stand with what a config adds. */
interface Declared {
  readonly forms: readonly Form[];
  readonly indicators: readonly Indicator[];
  readonly baselines: readonly BaselineKind[];
}

/**
 * Where a config names what is not there, or what is there already: paths such as
 * `indicators.stalls_qr.source.form`. A schema can't see that; a run would find it out late,
 * by figures that are blank.
 */
export function brokenReferences(declared: Declared, file: ConfigFile): string[] {
  const { forms, indicators, baselines } = declared;
  return [
    ...repeated(forms).map((id) => `forms.${id}`),
    ...repeated(indicators).map((id) => `indicators.${id}`),
    ...repeated(baselines).map((id) => `baselines.${id}`),
    ...forms.flatMap((form) => ofForm(form, declared)),
    ...indicators.flatMap((one, i) => ofIndicator(one, indicators.slice(0, i), declared)),
    ...additions(file, forms),
  ];
}

interface Named {
  readonly id: string;
}

function repeated(all: readonly Named[]): string[] {
  return all.flatMap(({ id }, i) => (all.findIndex((one) => one.id === id) < i ? [id] : []));
}

const lacks = (all: readonly Named[], id: string) => !all.some((one) => one.id === id);

function ofForm(form: Form, { baselines, indicators }: Declared): string[] {
  const at = `forms.${form.id}`;
  const list = form.list?.fields ?? [];
  const tally = form.tally?.fields ?? [];
  const checked = (form.tally?.checks ?? []).flatMap((check) =>
    'sum' in check ? [...check.sum, check.total] : [check.part, check.whole],
  );
  const bits = measuresOf(form, indicators).filter(({ bit }) => bit !== null).length;
  return [
    ...repeated(list).map((id) => `${at}.list.fields.${id}`),
    ...repeated(tally).map((id) => `${at}.tally.fields.${id}`),
    ...(form.list?.identity ? ofIdentity(form.list.identity, list, `${at}.list.identity`) : []),
    ...checked.filter((id) => lacks(tally, id)).map((id) => `${at}.tally.checks.${id}`),
    ...tally
      .filter(({ baseline }) => baseline !== undefined && lacks(baselines, baseline))
      .map(({ id }) => `${at}.tally.fields.${id}.baseline`),
    ...(bits > MOST_MEASURES ? [`${at} > ${MOST_MEASURES}`] : []),
  ];
}

function ofIdentity(identity: Identity, fields: readonly Field[], at: string): string[] {
  const { keys, weak, within, visits, place, across } = identity;
  const named = [...keys.flat(), weak, within, visits, place].filter((id) => id !== undefined);
  const key = across?.key;
  return [
    ...named.filter((id) => lacks(fields, id)).map((id) => `${at}.${id}`),
    ...(typeof key === 'number' && keys[key] === undefined ? [`${at}.across.key`] : []),
  ];
}

/** What an indicator is made of must be declared before it. */
function ofIndicator(
  indicator: Indicator,
  before: readonly Indicator[],
  { forms, baselines }: Declared,
): string[] {
  const at = `indicators.${indicator.id}`;
  const source = 'source' in indicator ? ofSource(indicator, forms, `${at}.source`) : [];
  if (indicator.kind === 'sum')
    return indicator.of.filter((id) => lacks(before, id)).map((id) => `${at}.of.${id}`);
  if (indicator.kind === 'cumulative')
    return [...source, ...(lacks(before, indicator.of) ? [`${at}.of`] : [])];
  if (indicator.kind !== 'ratio') return source;
  const { numerator, denominator } = indicator;
  const over = indicatorIn(numerator);
  const under =
    'indicator' in denominator
      ? lacks(before, denominator.indicator)
      : lacks(baselines, denominator.baseline);
  return [
    ...(lacks(before, over) ? [`${at}.numerator`] : []),
    ...(under ? [`${at}.denominator`] : []),
  ];
}

function ofSource(
  { source }: Extract<Indicator, { source: unknown }>,
  forms: readonly Form[],
  at: string,
): string[] {
  const form = forms.find(({ id }) => id === source.form);
  if (form === undefined) return [`${at}.form`];
  const { list, tally } = source;
  const inTally = (id: string | undefined) =>
    id === undefined ||
    (form.tally?.fields ?? []).some((field) => field.id === id && field.type === 'count');
  return [
    ...(list === undefined || countsIn(form, list) ? [] : [`${at}.list`]),
    ...(inTally(tally?.field) && inTally(tally?.oneWhere) ? [] : [`${at}.tally`]),
  ];
}

/** Distinct values are those that the form's identity groups its rows by (teams). */
function countsIn(
  form: Form,
  list: NonNullable<Extract<Indicator, { source: unknown }>['source']['list']>,
): boolean {
  if (list.count === 'distinct') return form.list?.identity?.within === list.field;
  const { where } = list;
  const fields = form.list?.fields ?? [];
  return form.list !== undefined && (where === undefined || !lacks(fields, where.field));
}

/** Keys of `fields` and `aliases.headers`: `members.list`, `members.name`, `eid.tally.total`. */
function additions(file: ConfigFile, forms: readonly Form[]): string[] {
  const layoutsOf = (id: string | undefined) => {
    const form = forms.find((one) => one.id === id);
    return form === undefined ? [] : [form.list, form.tally];
  };
  const fields = Object.keys(file.fields ?? {}).filter((key) => {
    const [form, layout, more] = key.split('.');
    const [list, tally] = layoutsOf(form);
    return more !== undefined || (layout === 'list' ? !list : layout === 'tally' ? !tally : true);
  });
  const headers = Object.keys(file.aliases?.headers ?? {}).filter((key) => {
    const [form, ...rest] = key.split('.');
    const [list, tally] = layoutsOf(form);
    const field = rest.at(-1)!;
    const within = rest.length === 1 ? [list, tally] : [rest[0] === 'list' ? list : tally];
    const isKnown = within.some((layout) => layout && !lacks(layout.fields, field));
    return rest.length === 0 || rest.length > 2 || !isKnown;
  });
  return [
    ...fields.map((key) => `fields["${key}"]`),
    ...headers.map((key) => `aliases.headers["${key}"]`),
  ];
}

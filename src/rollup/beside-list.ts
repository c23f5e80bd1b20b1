import { finding } from '../core/finding.js';
import type { Form } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';
import { byTable, hamletsIn } from './alike-parts.js';
import { tallyFacts } from './facts.js';
import { type Emit, type HeldPart, placeOf, type Reading } from './held.js';

/** A tally's row beside its list: its starred count, the list's, and columns that do not fit. */
export interface Beside {
  readonly held: HeldPart;
  readonly row: number;
  readonly field: string;
  /** Null where it is blank. */
  readonly found: number | null;
  readonly expected: number;
  readonly columns: readonly string[];
}

/** True where the row says another number than the list. */
function differs({ found, expected }: Pick<Beside, 'found' | 'expected'>): boolean {
  return found !== null && found !== expected;
}

/** A tally says all that the list does, and nothing that does not fit it. */
function agrees(one: Beside): boolean {
  return one.found === one.expected && one.columns.length === 0;
}

/**
 * CCDS-D09, once for a file and form: their counts in all, at the first that differs; CCDS-D22 where none
 * does.
 */
export function tellBoth(both: readonly Beside[], emit: Emit): void {
  const rows = new Map(both.map((one) => [one.held, one]));
  for (const parts of byTable(rows.keys())) {
    const all = parts.map((held) => rows.get(held)!);
    const at = all.find(differs) ?? all.find((one) => !agrees(one)) ?? all[0]!;
    const { args, unit } = hamletsIn(parts);
    const sum = (of: 'found' | 'expected') => all.reduce((total, one) => total + (one[of] ?? 0), 0);
    const isBlank = all.every((one) => one.found === null);
    const columns = [...new Set(all.flatMap((one) => one.columns))].join(', ');
    const counts = {
      found: isBlank ? ('' as const) : sum('found'),
      expected: sum('expected'),
      columns,
    };
    const more = { form: args.form, field: at.field, ...unit };
    const place = placeOf(at.held, at.row, at.field);
    const told = all.every(agrees)
      ? finding('CCDS-D22', place, args, more)
      : finding('CCDS-D09', place, { ...args, ...counts }, more);
    const inSheet = all.filter(({ held }) => held.place.sheet === at.held.place.sheet);
    const cells = inSheet.flatMap(({ held, row, field }) => placeOf(held, row, field).cell ?? []);
    emit(cells.length > 1 ? { ...told, area: cells.join(' ') } : told);
  }
}

/**
 * Leaves to the list what it says; the row gives the rest, or is left aside where it has nothing.
 * @param given what the file's lists say of the hamlet
 */
export function giveWay(
  held: HeldPart,
  given: ReadonlyMap<string, number>,
  context: Reading,
): Beside[] {
  const form = context.formOf(held.table.form);
  for (const indicator of given.keys()) held.listed.add(indicator);
  const unfit = held.part.tally.map(({ values }) => misfits(form, values, given, context));
  for (const { indicator } of unfit.flat()) held.listed.add(indicator);
  const gives =
    held.month !== null &&
    tallyFacts(held, form, context.indicators).some(({ value }) => value !== null);
  return held.part.tally.flatMap(({ row, values }, index): Beside[] => {
    if (held.dropped.has(index)) return [];
    if (!gives && !statesBaseline(form, values)) held.aside.add(index);
    const counts = compared(form, values, given, context.indicators);
    const others = otherThanListed(form, values, given, context.indicators);
    const columns = [...new Set([...unfit[index]!.map((one) => one.field), ...others])];
    return [{ held, row, ...counts, columns }];
  });
}

interface Misfit {
  readonly field: string;
  readonly indicator: string;
}

/** What a tally can't give beside its list: a part that is larger than its whole, one of them listed. */
function misfits(
  form: Form,
  values: Values,
  given: ReadonlyMap<string, number>,
  { indicators }: Reading,
): Misfit[] {
  const unfit = new Map<string, Misfit>();
  for (const check of form.tally!.checks ?? []) {
    if (!('part' in check)) continue;
    const sides = [check.part, check.whole].map((field) => {
      const indicator = indicatorOf(form, field, indicators)?.id;
      const listed = indicator === undefined ? undefined : given.get(indicator);
      return { field, indicator, listed, value: listed ?? values[field] ?? null };
    });
    const [part, whole] = sides.map(({ value }) => value);
    if (part == null || whole == null || part <= whole) continue;
    if (sides.every(({ listed }) => listed === undefined)) continue;
    for (const { field, indicator, listed } of sides)
      if (listed === undefined && indicator !== undefined) unfit.set(field, { field, indicator });
  }
  return [...unfit.values()];
}

/** The indicator that a tally's field gives. */
function indicatorOf(form: Form, field: string, indicators: readonly Indicator[]) {
  return indicators.find(
    (one) => 'source' in one && one.source.form === form.id && one.source.tally?.field === field,
  );
}

type Values = Readonly<Record<string, number | null>>;

function statesBaseline(form: Form, values: Values): boolean {
  return form.tally!.fields.some(({ id, baseline }) => baseline && (values[id] ?? null) !== null);
}

/** Columns that are not starred and say another number than the list. */
function otherThanListed(
  form: Form,
  values: Values,
  given: ReadonlyMap<string, number>,
  indicators: readonly Indicator[],
): string[] {
  return form.tally!.fields.flatMap(({ id, required }) => {
    const listed = required ? undefined : given.get(indicatorOf(form, id, indicators)?.id ?? '');
    const found = values[id] ?? null;
    return listed === undefined || found === null || found === listed ? [] : [id];
  });
}

/** The starred count of a tally beside what the list gives: one that differs, if any does. */
function compared(
  form: Form,
  values: Values,
  given: ReadonlyMap<string, number>,
  indicators: readonly Indicator[],
): Pick<Beside, 'field' | 'found' | 'expected'> {
  const starred = form.tally!.fields.filter(({ required }) => required);
  const pairs = starred.flatMap(({ id: field }) => {
    const expected = given.get(indicatorOf(form, field, indicators)?.id ?? '');
    return expected === undefined ? [] : [{ field, found: values[field] ?? null, expected }];
  });
  const best = pairs.find(differs) ?? pairs.find(({ found }) => found !== null) ?? pairs[0];
  return best ?? { field: starred[0]!.id, found: null, expected: 0 };
}

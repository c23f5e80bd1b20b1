import { type Finding, finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { formsCounted } from '../forms/measures.js';
import type { Form } from '../forms/types.js';
import { hamletsOf } from '../geography/tree.js';
import type { Tree } from '../geography/types.js';
import { formsByCount } from '../indicators/forms-by-count.js';
import type { Indicator } from '../indicators/types.js';
import { monthsOfFact } from './fact-months.js';
import type { Fact, Values } from './types.js';

/** What is there to be reported. */
interface Declared {
  readonly forms: readonly Form[];
  readonly indicators: readonly Indicator[];
}

/**
 * CCDS-C01: hamlets that have not reported a form (info, never an error). A form that no
 * hamlet at all reported is not expected, unless none reported anything.
 */
export function missingReports(tree: Tree, facts: readonly Fact[], declared: Declared): Finding[] {
  const reported = formsReported(facts, declared);
  const seen = new Set([...reported.values()].flatMap((forms) => [...forms]));
  const counted = formsCounted(declared.forms, declared.indicators);
  const expected = seen.size === 0 ? counted : counted.filter((form) => seen.has(form));
  return tree.roots.flatMap(hamletsOf).flatMap(({ unit: { code } }) => {
    const missing = expected.filter((form) => !reported.get(code)?.has(form));
    if (missing.length === 0) return [];
    const args = { unit: code, forms: missing.join(', ') };
    return [finding('CCDS-C01', { file: '' }, args, { unit: code })];
  });
}

/** Forms by hamlet. A sheet that is there counts as reported, whatever it leaves blank. */
function formsReported(
  facts: readonly Fact[],
  { indicators }: Declared,
): ReadonlyMap<string, ReadonlySet<string>> {
  const formOf = formsByCount(indicators);
  const reported = new Map<string, Set<string>>();
  for (const { unit, indicator, value, isUntold } of facts)
    if (value !== null || !isUntold)
      getOrMake(reported, unit, () => new Set()).add(formOf.get(indicator)!);
  return reported;
}

/** CCDS-C03: hamlets whose running total is only what was reported of the period itself. */
export function assumedTotals(assumed: readonly TotalRunUp[]): Finding[] {
  return assumed.map(({ units }) => finding('CCDS-C03', { file: '' }, { units: units.length }));
}

/** True where a unit's running total of a closed month after another was stated by a sheet. */
export type StatedSince = (indicator: string, unit: string, month: Month) => boolean;

/** What running totals were added up from. */
export interface AddedUp {
  readonly facts: readonly Fact[];
  readonly indicators: readonly Indicator[];
  readonly values: Values;
  readonly isStatedSince: StatedSince;
}

/**
 * CCDS-C05: earlier months that have submissions and are not closed, where some running total
 * was added up and should have gone on from them.
 */
export function monthsLeftOut(months: readonly Month[], added: AddedUp): Finding[] {
  if (months.length === 0) return [];
  return totalsRunUp(added).flatMap((total) => {
    const lacking = months.filter((month) => reaching(total, month, added).length > 0);
    if (lacking.length === 0) return [];
    const units = reaching(total, lacking.at(-1)!, added).length;
    return [finding('CCDS-C05', { file: '' }, { months: lacking.join(', '), units })];
  });
}

/**
 * CCDS-C07: closed months that some running total goes on from, and that were closed before
 * others which came earlier.
 */
export function closedOutOfOrder(
  outOfOrder: readonly { readonly month: Month; readonly closedSince: readonly Month[] }[],
  added: AddedUp,
): Finding[] {
  return ofClosed(
    outOfOrder.map(({ month, closedSince }) => ({ month, others: closedSince })),
    added,
    (months, later) => finding('CCDS-C07', { file: '' }, { months, later }),
  );
}

/** CCDS-C09: the same of closed months that lack what was corrected of others before them. */
export function closedUncorrected(
  uncorrected: readonly { readonly month: Month; readonly corrected: readonly Month[] }[],
  added: AddedUp,
): Finding[] {
  return ofClosed(
    uncorrected.map(({ month, corrected }) => ({ month, others: corrected })),
    added,
    (months, corrected) => finding('CCDS-C09', { file: '' }, { months, corrected }),
  );
}

/** CCDS-C11: the same of closed months that still have what was closed of others, reopened since. */
export function closedWithReopened(
  withReopened: readonly { readonly month: Month; readonly reopened: readonly Month[] }[],
  added: AddedUp,
): Finding[] {
  return ofClosed(
    withReopened.map(({ month, reopened }) => ({ month, others: reopened })),
    added,
    (months, reopened) => finding('CCDS-C11', { file: '' }, { months, reopened }),
  );
}

/**
 * One finding for all closed months that are amiss, and the others that it is for: those that some
 * running total goes back to, since no sheet has stated it after them.
 */
function ofClosed(
  closed: readonly { readonly month: Month; readonly others: readonly Month[] }[],
  added: AddedUp,
  told: (months: string, others: string) => Finding,
): Finding[] {
  if (closed.length === 0) return [];
  const totals = totalsRunUp(added);
  const goesBackTo = (other: Month) =>
    totals.some((total) => reaching(total, other, added).length > 0);
  const amiss = closed
    .map(({ month, others }) => ({ month, others: others.filter(goesBackTo) }))
    .filter(({ others }) => others.length > 0);
  if (amiss.length === 0) return [];
  const others = [...new Set(amiss.flatMap((one) => one.others))].sort();
  return [told(amiss.map(({ month }) => month).join(', '), others.join(', '))];
}

/** The months of a period that have figures. */
export function knownMonths(months: readonly Month[], facts: readonly Fact[]): readonly Month[] {
  const known = new Set(facts.flatMap((fact) => (fact.value === null ? [] : monthsOfFact(fact))));
  return months.filter((month) => known.has(month));
}

/** CCDS-C06: a period that is built from months, of which some have figures and some have none. */
export function monthsMissing(months: readonly Month[], facts: readonly Fact[]): Finding[] {
  const known = knownMonths(months, facts);
  if (known.length === 0 || known.length === months.length) return [];
  const missing = months.filter((month) => !known.includes(month)).join(', ');
  const args = { count: known.length, expected: months.length, months: missing };
  return [finding('CCDS-C06', { file: '' }, args)];
}

/** A running total, and the units that state it nowhere. */
export interface TotalRunUp {
  readonly id: string;
  readonly units: readonly string[];
}

/** @param added `values` of the units: a total that was left blank is not there */
export function totalsRunUp({
  facts,
  indicators,
  values,
}: Pick<AddedUp, 'facts' | 'indicators' | 'values'>): TotalRunUp[] {
  return indicators.flatMap((indicator) => {
    if (indicator.kind !== 'cumulative') return [];
    const { id } = indicator;
    const counted = unitsWith(facts, indicator.of);
    const stated = unitsWith(facts, id);
    const isShown = (unit: string) => (values.get(unit)?.get(id)?.value ?? null) !== null;
    const units = [...counted].filter((unit) => !stated.has(unit) && isShown(unit));
    return units.length === 0 ? [] : [{ id, units }];
  });
}

/** Units whose total goes back to a month: none after it has it as the unit itself knew it. */
function reaching(
  { id, units }: TotalRunUp,
  month: Month,
  { isStatedSince }: AddedUp,
): readonly string[] {
  return units.filter((unit) => !isStatedSince(id, unit, month));
}

function unitsWith(facts: readonly Fact[], id: string): ReadonlySet<string> {
  return new Set(
    facts.flatMap(({ indicator, value, unit, isRunUp }) =>
      indicator === id && value !== null && !isRunUp ? [unit] : [],
    ),
  );
}

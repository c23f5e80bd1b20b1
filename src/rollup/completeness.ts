import { type Finding, finding } from '../core/finding.js';
import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { sourcedFrom } from '../forms/measures.js';
import type { Form } from '../forms/types.js';
import { hamletsOf } from '../geography/tree.js';
import type { Tree } from '../geography/types.js';
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
  const counted = declared.forms
    .filter((form) => sourcedFrom(form, declared.indicators).length > 0)
    .map(({ id }) => id);
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
  const formOf = new Map(
    indicators.flatMap((one) => ('source' in one ? [[one.id, one.source.form] as const] : [])),
  );
  const reported = new Map<string, Set<string>>();
  for (const { unit, indicator } of facts)
    getOrMake(reported, unit, () => new Set()).add(formOf.get(indicator)!);
  return reported;
}

/**
 * CCDS-C03: hamlets whose running total is only what was reported of the period itself:
 * there is no history, and no sheet states it (contract, Indicators).
 * @param values of the units: a total that was left blank is not there
 */
export function assumedTotals(
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  values: Values,
): Finding[] {
  return unitsRunUp(facts, indicators, values).map((units) =>
    finding('CCDS-C03', { file: '' }, { units }),
  );
}

/**
 * CCDS-C05: earlier months that have submissions and are not closed, where some running total
 * was added up and should have gone on from them.
 */
export function monthsLeftOut(
  months: readonly Month[],
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  values: Values,
): Finding[] {
  if (months.length === 0) return [];
  return unitsRunUp(facts, indicators, values).map((units) =>
    finding('CCDS-C05', { file: '' }, { months: months.join(', '), units }),
  );
}

/**
 * CCDS-C07: closed months that some running total goes on from, and that were closed before
 * others which came earlier.
 */
export function closedOutOfOrder(
  outOfOrder: readonly { readonly month: Month; readonly closedSince: readonly Month[] }[],
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  values: Values,
): Finding[] {
  if (outOfOrder.length === 0 || unitsRunUp(facts, indicators, values).length === 0) return [];
  return ofClosed(
    outOfOrder,
    ({ closedSince }) => closedSince,
    (months, later) => finding('CCDS-C07', { file: '' }, { months, later }),
  );
}

/** CCDS-C09: the same of closed months that lack what was corrected of others before them. */
export function closedUncorrected(
  uncorrected: readonly { readonly month: Month; readonly corrected: readonly Month[] }[],
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  values: Values,
): Finding[] {
  if (uncorrected.length === 0 || unitsRunUp(facts, indicators, values).length === 0) return [];
  return ofClosed(
    uncorrected,
    ({ corrected }) => corrected,
    (months, corrected) => finding('CCDS-C09', { file: '' }, { months, corrected }),
  );
}

/** CCDS-C11: the same of closed months that still have what was closed of others, reopened since. */
export function closedWithReopened(
  withReopened: readonly { readonly month: Month; readonly reopened: readonly Month[] }[],
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  values: Values,
): Finding[] {
  if (withReopened.length === 0 || unitsRunUp(facts, indicators, values).length === 0) return [];
  return ofClosed(
    withReopened,
    ({ reopened }) => reopened,
    (months, reopened) => finding('CCDS-C11', { file: '' }, { months, reopened }),
  );
}

/** One finding for all closed months that are amiss, and the others that it is for. */
function ofClosed<T extends { readonly month: Month }>(
  closed: readonly T[],
  othersOf: (one: T) => readonly Month[],
  told: (months: string, others: string) => Finding,
): Finding[] {
  const others = [...new Set(closed.flatMap(othersOf))].sort();
  return [told(closed.map(({ month }) => month).join(', '), others.join(', '))];
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

/** Of each running total that some units state nowhere, how many do not. */
function unitsRunUp(
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  values: Values,
): number[] {
  return indicators.flatMap((indicator) => {
    if (indicator.kind !== 'cumulative') return [];
    const counted = unitsWith(facts, indicator.of);
    const stated = unitsWith(facts, indicator.id);
    const isShown = (unit: string) => (values.get(unit)?.get(indicator.id)?.value ?? null) !== null;
    const units = [...counted].filter((unit) => !stated.has(unit) && isShown(unit)).length;
    return units === 0 ? [] : [units];
  });
}

function unitsWith(facts: readonly Fact[], id: string): ReadonlySet<string> {
  return new Set(
    facts.flatMap(({ indicator, value, unit, isRunUp }) =>
      indicator === id && value !== null && !isRunUp ? [unit] : [],
    ),
  );
}

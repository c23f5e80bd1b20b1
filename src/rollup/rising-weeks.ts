import type { CodeArguments } from '../core/codes.js';
import { getOrMake } from '../core/memo.js';
import { sourcedFrom } from '../forms/measures.js';
import { tallyValue } from './facts.js';
import type { HeldPart, Reading } from './held.js';

/** Steps from week to week: of fewer nobody can tell whether they rise by chance. */
const FEWEST_STEPS = 3;
/** Of those that only rise one in four may fall: a correction. */
const FALLING_SHARE = 4;

/**
 * Weeks of a form's first flow that only rise, hamlet by hamlet, as they do where each week includes
 * those before it: how many hamlets, what was added up, and what the last weeks come to. Nothing where
 * the figures fall, or are too few.
 * @param parts those of one table or sheet that are by weeks
 */
export function risingWeeks(
  parts: readonly HeldPart[],
  { formOf, indicators }: Reading,
): Pick<CodeArguments['CCDS-D16'], 'rising' | 'sum' | 'last'> {
  const form = formOf(parts[0]!.table.form);
  const flow = sourcedFrom(form, indicators).find(
    ({ time, source }) => time === 'flow' && source.tally !== undefined,
  );
  if (flow === undefined) return {};
  const byUnit = new Map<string, { week: number; count: number }[]>();
  for (const { part, week } of parts)
    for (const row of part.tally) {
      const count = tallyValue(flow, row.values) ?? null;
      const own = row.week ?? week;
      if (count === null || own === null) continue;
      getOrMake(byUnit, part.unit, () => []).push({ week: own, count });
    }
  const all = [...byUnit.values()].map((weeks) => weeks.sort((a, b) => a.week - b.week));
  const steps = all.flatMap((weeks) =>
    weeks.slice(1).map(({ count }, i) => count - weeks[i]!.count),
  );
  const falls = steps.filter((step) => step <= 0).length;
  if (steps.length < FEWEST_STEPS || falls * FALLING_SHARE >= steps.length) return {};
  const sum = all.flat().reduce((total, { count }) => total + count, 0);
  const last = all.reduce((total, weeks) => total + weeks.at(-1)!.count, 0);
  return { rising: all.length, sum, last };
}

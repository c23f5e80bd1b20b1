import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import type { Indicator } from '../indicators/types.js';
import { byTable, hamletsIn } from './alike-parts.js';
import { type Emit, type HeldPart, isPart, placeOfPart } from './held.js';
import { type Former, formerNames } from './namesakes.js';
import type { Fact } from './types.js';

/**
 * CCDS-D17: of hamlets that were merged into one only some came, so that its figures are those of a
 * part. Once for a file and form: at the first part of each hamlet.
 * @returns the parts that came
 */
export function tellMergedInPart(
  groups: Iterable<readonly HeldPart[]>,
  former: Former,
  emit: Emit,
): readonly HeldPart[] {
  const lacking = new Map<HeldPart, readonly string[]>();
  const came = new Map<HeldPart, readonly HeldPart[]>();
  for (const group of groups) {
    if (!group.some(isPart)) continue;
    const standing = group.filter((held) => !held.superseded && held.part.rows > 0);
    const [first] = standing;
    if (first === undefined || !standing.every(isPart)) continue;
    const named = new Set(standing.map(({ part }) => part.mergedFrom!));
    const others = former.lacking(first.part.unit, first.month, named);
    if (others.length === 0) continue;
    lacking.set(first, others);
    came.set(first, standing);
  }
  for (const parts of byTable(lacking.keys())) {
    const { args, unit } = hamletsIn(parts);
    const own = parts.flatMap((held) => came.get(held)!);
    const others = [...new Set(parts.flatMap((held) => lacking.get(held)!))].sort();
    const named = { name: formerNames(own, former), others: firstFew(others) };
    emit(finding('CCDS-D17', placeOfPart(parts[0]), { ...args, ...named }, unit));
  }
  return [...came.values()].flat();
}

/** The facts with the totals marked that are of such parts alone. */
export function markTotalsOfPart(
  facts: readonly Fact[],
  parts: readonly HeldPart[],
  indicators: readonly Indicator[],
): readonly Fact[] {
  if (parts.length === 0) return facts;
  const key = (source: number, unit: string, mergedFrom = '') =>
    [source, unit, mergedFrom].join('\n');
  const own = new Set(parts.map(({ source, part }) => key(source, part.unit, part.mergedFrom)));
  const totals = new Set(indicators.flatMap(({ kind, id }) => (kind === 'cumulative' ? [id] : [])));
  return facts.map((fact) =>
    totals.has(fact.indicator) && own.has(key(fact.source, fact.unit, fact.mergedFrom))
      ? { ...fact, isOfPart: true }
      : fact,
  );
}

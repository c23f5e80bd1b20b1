import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { factsBy, totalsOf } from './added-totals.js';
import { byTable, hamletsIn } from './alike-parts.js';
import {
  type Emit,
  type HeldPart,
  isPart,
  mergedApart,
  placeOfPart,
  placeOfTally,
  type Reading,
} from './held.js';
import { type Former, formerNames } from './namesakes.js';
import type { Fact } from './types.js';

/**
 * CCDS-D15: of hamlets that were merged into one some state their running total and others do
 * not, so that the whole's is not what is stated. Once for a file and form.
 */
export function tellTotalsLacking(
  facts: readonly Fact[],
  groups: readonly (readonly HeldPart[])[],
  by: Reading,
  former: Former,
  emit: Emit,
): void {
  const merged = groups.filter((group) => group.some(isPart));
  if (merged.length === 0) return;
  const factsOf = factsBy(facts);
  const stating = new Map<HeldPart, readonly HeldPart[]>();
  const fields = new Map<HeldPart, string>();
  for (const group of merged) {
    const apart = mergedApart(group.filter(({ superseded, part }) => !superseded && part.rows > 0));
    for (const total of apart.length < 2 ? [] : totalsOf(apart, by)) {
      const says = (id: string) => (held: HeldPart) => factsOf(held, id).length > 0;
      const others = apart.filter((parts) => parts.some(says(total.id))).flat();
      const lacking = apart.filter((parts) => !parts.some(says(total.id)));
      if (others.length === 0) continue;
      for (const held of lacking.flatMap((parts) => parts.find(says(total.of)) ?? [])) {
        stating.set(held, others);
        fields.set(held, total.source.tally!.field);
      }
    }
  }
  for (const parts of byTable(stating.keys(), (held) => fields.get(held)!)) {
    const [first] = parts;
    const field = fields.get(first)!;
    const row = first.part.tally[0];
    const place = row === undefined ? placeOfPart(first) : placeOfTally(first, row, field);
    const others = parts.flatMap((held) => stating.get(held)!);
    const files = new Set(others.map((held) => held.place.file));
    files.delete(first.place.file);
    const { args, unit } = hamletsIn(parts);
    const named = { name: formerNames(parts, former), others: formerNames(others, former) };
    const told = { ...args, ...named, field, otherFile: firstFew([...files].sort()) };
    emit(finding('CCDS-D15', place, told, { field, ...unit }));
  }
}

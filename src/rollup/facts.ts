import { measuresOf, sourcedFrom } from '../forms/measures.js';
import type { Form } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';
import type { HamletList } from './duplicates.js';
import type { HeldPart } from './held.js';
import type { Fact } from './types.js';

type Sourced = ReturnType<typeof sourcedFrom>[number];

/** Facts of a hamlet's lists: each entity counts in the part where it stands first. */
export function listFacts(list: HamletList, form: Form, indicators: readonly Indicator[]): Fact[] {
  const counted = entityMasks(list);
  return list.parts.flatMap((held) => {
    const { unit, reported } = held.part;
    const own = counted.filter((entity) => entity.held === held);
    const facts: Fact[] = [];
    for (const { indicator, bit, needs } of measuresOf(form, indicators)) {
      const value =
        needs !== null && !reported.includes(needs)
          ? null
          : bit === null
            ? own.filter((entity) => entity.newGroup).length
            : own.reduce((sum, { mask }) => sum + ((mask >>> bit) & 1), 0);
      facts.push({ unit, month: held.month!, indicator, value, source: held.source });
    }
    return facts;
  });
}

interface Counted {
  readonly held: HeldPart;
  mask: number;
  /** The first entity of its group (team) in the hamlet. */
  readonly newGroup: boolean;
}

/** One item an entity that stands: joined rows share their marks. */
function entityMasks({ of, entries, resolved }: HamletList): Counted[] {
  const byEntity = new Map<number, Counted>();
  const groups = new Set<number>();
  of.forEach(({ held, index }, i) => {
    if (held.dropped.has(index)) return;
    const entity = resolved.entity[i]!;
    const known = byEntity.get(entity);
    const mask = entries.mask[i]!;
    if (known !== undefined) {
      known.mask |= mask;
      return;
    }
    const group = entries.group[i] ?? 0;
    byEntity.set(entity, { held, mask, newGroup: !groups.has(group) });
    groups.add(group);
  });
  return [...byEntity.values()];
}

/** Facts of one part's tally row. */
export function tallyFacts(held: HeldPart, form: Form, indicators: readonly Indicator[]): Fact[] {
  return held.part.tally.flatMap(({ values }, index) => {
    if (held.dropped.has(index)) return [];
    return sourcedFrom(form, indicators).flatMap((indicator): Fact[] => {
      const value = tallyValue(indicator, values);
      return value === undefined
        ? []
        : [
            {
              unit: held.part.unit,
              month: held.month!,
              indicator: indicator.id,
              value,
              source: held.source,
            },
          ];
    });
  });
}

function tallyValue(
  { source: { tally } }: Sourced,
  values: Readonly<Record<string, number | null>>,
): number | null | undefined {
  if (tally === undefined) return undefined;
  const stated = values[tally.field] ?? null;
  if (stated !== null || tally.oneWhere === undefined) return stated;
  const other = values[tally.oneWhere] ?? null;
  return other === null ? null : other > 0 ? 1 : 0;
}

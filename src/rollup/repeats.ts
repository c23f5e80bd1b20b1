import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { measuresOf } from '../forms/measures.js';
import type { Entries } from '../forms/report.js';
import type { Form, Identity } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';
import { resolveEntities } from './entities.js';
import { entriesAt, joinedEntries } from './entry-rows.js';
import type { Running } from './fold.js';
import type { HeldPart } from './held.js';

/** Where a hamlet of a month is found among the period's; null where nowhere. */
export type HamletOf = (unit: string, month: Month) => string | null;

/**
 * Households known by list are counted once in a running total, however many months list
 * them: of each month, those that an earlier month's list of the same hamlet has already. Worked
 * out of the months that are asked for: of those that are closed nobody asks.
 * @param parts of the period's months, and of the earlier ones that the total goes on from
 */
export function repeatedEntities(
  parts: readonly HeldPart[],
  forms: readonly Form[],
  indicators: readonly Indicator[],
  hamletOf: HamletOf = (unit) => unit,
): Running['repeated'] {
  if (new Set(parts.map(({ month }) => month)).size < 2) return () => 0;
  const totals = new Map(
    totalsOfLists(forms, indicators).map((total) => {
      const ofForm = parts.filter((held) => held.table.form === total.form && !held.superseded);
      return [total.id, { ...total, hamlets: byHamlet(ofForm, hamletOf) }];
    }),
  );
  const counts = new Map<string, number>();
  return (indicator, unit, month) => {
    const total = totals.get(indicator);
    const months = total?.hamlets.get(unit);
    if (months === undefined) return 0;
    return getOrMake(counts, keyOf(indicator, unit, month), () =>
      repeatedIn(months, month, total!),
    );
  };
}

function keyOf(indicator: string, unit: string, month: Month): string {
  return `${indicator}\n${unit}\n${month}`;
}

interface TotalOfList {
  readonly id: string;
  readonly form: string;
  /** Bit of the flow that it runs up, in the rows' masks. */
  readonly bit: number;
  readonly identity: Identity;
}

/** The running totals of flows that lists are counted for. */
function totalsOfLists(forms: readonly Form[], indicators: readonly Indicator[]): TotalOfList[] {
  return indicators.flatMap((total): TotalOfList[] => {
    if (total.kind !== 'cumulative') return [];
    const form = forms.find(({ id }) => id === total.source.form);
    const measures = form === undefined ? [] : measuresOf(form, indicators);
    const bit = measures.find(({ indicator }) => indicator === total.of)?.bit ?? null;
    const identity = form?.list?.identity;
    if (form === undefined || bit === null || identity === undefined) return [];
    return [{ id: total.id, form: form.id, bit, identity }];
  });
}

/** The parts with a list by hamlet, then by month; the earliest month first. */
function byHamlet(
  parts: readonly HeldPart[],
  hamletOf: HamletOf,
): Map<string, Map<Month, HeldPart[]>> {
  const hamlets = new Map<string, Map<Month, HeldPart[]>>();
  const inTime = [...parts].sort((a, b) => byCodePoint(a.month ?? '', b.month ?? ''));
  for (const held of inTime) {
    const { month, part } = held;
    if (month === null || part.entries === null) continue;
    const unit = hamletOf(part.unit, month);
    if (unit === null) continue;
    const months = getOrMake(hamlets, unit, () => new Map<Month, HeldPart[]>());
    getOrMake(months, month, () => []).push(held);
  }
  return hamlets;
}

/** How many of a month's entities are the same as one of an earlier month. */
function repeatedIn(
  months: ReadonlyMap<Month, readonly HeldPart[]>,
  month: Month,
  { identity, bit }: Pick<TotalOfList, 'identity' | 'bit'>,
): number {
  const own = months.get(month);
  const earlier = [...months].flatMap(([one, parts]) => (one < month ? parts : []));
  if (own === undefined || earlier.length === 0) return 0;
  const [before, now] = [earlier, own].map((parts) =>
    joinedEntries(parts.map((one) => counted(one, bit))),
  );
  return repeatedOf(now!, before!, identity);
}

function repeatedOf(own: Entries, earlier: Entries, identity: Identity): number {
  const before = earlier.row.length;
  const { entity } = resolveEntities(joinedEntries([earlier, own]), identity);
  const rows = Array.from(own.row, (_, i) => i).filter((i) => entity[before + i]! < before);
  if (rows.length === 0) return 0;
  const alone = resolveEntities(own, identity).entity;
  return new Set(rows.map((i) => alone[i]!)).size;
}

/** The rows of a part that count for a measure. */
function counted({ part, dropped }: HeldPart, bit: number): Entries {
  const entries = part.entries!;
  const rows: number[] = [];
  let i = 0;
  for (const mask of entries.mask) {
    if (((mask >>> bit) & 1) === 1 && !dropped.has(i)) rows.push(i);
    i++;
  }
  return entriesAt(entries, rows);
}

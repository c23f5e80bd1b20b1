import { type Finding, finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Field, Form } from '../forms/types.js';
import type { Registry, Tree } from '../geography/types.js';
import { indicatorIn } from '../indicators/numerator.js';
import type { Indicator } from '../indicators/types.js';
import { byAdding, type HeldPart, placeOf } from './held.js';
import type { Today } from './today.js';
import type { Values } from './types.js';

type BaselineValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A baseline that a tally states of its hamlet, and the cell that does. */
export interface StatedBaseline {
  readonly unit: string;
  readonly baseline: string;
  readonly field: string;
  readonly value: number;
  readonly held: HeldPart;
  readonly row: number;
}

export interface StatedBaselines {
  readonly values: BaselineValues;
  readonly all: readonly StatedBaseline[];
}

/**
 * Baselines stated in tallies, by hamlet; of several months, the last one's, and of several
 * files of a month the largest. One of a hamlet that has since become another says nothing of
 * that one, nor does one of a hamlet that was merged.
 */
export function statedBaselines(
  parts: readonly HeldPart[],
  forms: readonly Form[],
  today?: Today,
): StatedBaselines {
  const fieldsOf = new Map(
    forms.map((form) => [form.id, form.tally?.fields.filter((one) => one.baseline) ?? []]),
  );
  const all = parts
    .filter((held) => held.part.tally.length > 0 && !held.superseded && isStill(held, today))
    .sort((a, b) => byCodePoint(a.month ?? '', b.month ?? ''))
    .flatMap((held) => statedIn(held, fieldsOf.get(held.table.form) ?? []));
  const values = new Map<string, Map<string, number>>();
  for (const ofMonth of byMonth(all).values()) {
    const [{ unit, baseline }] = ofMonth;
    getOrMake(values, unit, () => new Map()).set(baseline, largest(ofMonth));
  }
  return { values, all };
}

/** What is stated of one baseline of a hamlet in one month. */
function byMonth(all: readonly StatedBaseline[]) {
  return groupBy(all, ({ unit, baseline, held }) =>
    [unit, baseline, held.month ?? ''].join('\u0000'),
  );
}

function largest(all: readonly StatedBaseline[]): number {
  return all.reduce((most, { value }) => Math.max(most, value), 0);
}

function isStill({ part, month }: HeldPart, today: Today | undefined): boolean {
  const { unit, mergedFrom } = part;
  if (mergedFrom !== undefined) return false;
  return today === undefined || month === null || today(unit, month).unit === unit;
}

function statedIn(held: HeldPart, fields: readonly Field[]): StatedBaseline[] {
  const { unit, tally } = held.part;
  return tally.flatMap(({ row, values }, index) => {
    if (held.dropped.has(index)) return [];
    return fields.flatMap(({ id, baseline }): StatedBaseline[] => {
      const value = values[id] ?? null;
      return value === null ? [] : [{ unit, baseline: baseline!, field: id, value, held, row }];
    });
  });
}

interface Rolled {
  readonly tree: Tree;
  readonly indicators: readonly Indicator[];
  readonly values: Values;
  readonly baselineValues: BaselineValues;
}

/**
 * CCDS-B01: stated against the registry's own. CCDS-D13: files of one hamlet that differ, where
 * the registry has none. CCDS-B03: a count beyond its baseline, of which
 * there is no rate where it is 0.
 */
export function baselineFindings(
  rolled: Rolled,
  stated: StatedBaselines,
  registry: Registry,
): Finding[] {
  const own = new Set(registry.baselines.map(({ unit, baseline }) => `${unit} ${baseline}`));
  const differing = stated.all.flatMap(({ unit, baseline, field, value, held, row }) => {
    const known = rolled.baselineValues.get(unit)?.get(baseline);
    if (!own.has(`${unit} ${baseline}`) || known === undefined || known === value) return [];
    const args = { baseline, stated: value, registry: known };
    return [finding('CCDS-B01', placeOf(held, row, field), args, { field, unit })];
  });
  const unknown = stated.all.filter(({ unit, baseline }) => !own.has(`${unit} ${baseline}`));
  const apart = [...byMonth(unknown).values()].flatMap(differingFiles);
  return [...differing, ...apart, ...beyondBaseline(rolled)];
}

/** CCDS-D13 for each file that states another baseline than the one that it adds to. */
function differingFiles(all: readonly StatedBaseline[]): Finding[] {
  if (all.length < 2) return [];
  const [first, ...others] = [...all].sort(({ held: a }, { held: b }) => byAdding(a, b));
  const before = first!.value;
  const otherFile = first!.held.file.file;
  return others
    .filter(({ held, value }) => held.file !== first!.held.file && value !== before)
    .map(({ unit, field, value: stated, held, row }) => {
      const args = { field, stated, before, value: largest(all), otherFile };
      return finding('CCDS-D13', placeOf(held, row, field), args, {
        form: held.table.form,
        field,
        unit,
      });
    });
}

function beyondBaseline({ tree, indicators, values }: Rolled): Finding[] {
  const ratios = indicators.flatMap((one) =>
    one.kind === 'ratio' && 'baseline' in one.denominator ? [one] : [],
  );
  return [...tree.byCode.keys()].flatMap((unit) =>
    ratios.flatMap(({ id, numerator: count }) => {
      const { numerator, denominator } = values.get(unit)!.get(id)!;
      if (numerator === null || denominator === null || numerator <= denominator) return [];
      const indicator = indicatorIn(count);
      const over = denominator > 0 ? { over: 100 } : {};
      const args = { indicator, value: numerator, baseline: denominator, ...over };
      return [finding('CCDS-B03', { file: '' }, args, { unit })];
    }),
  );
}

import { type Finding, finding } from '../core/finding.js';
import { getOrMake, memo } from '../core/memo.js';
import { fromUnit, toUnit } from './changes.js';
import type { Baseline, Change, IsoDate, Node, Registry, Tree, Unit } from './types.js';
import { dayBefore, sameUnit, unitAsOf } from './validity.js';

/** Baselines by unit code, then by baseline. What is not known is not there. */
export type BaselineValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface BaselinesAsOf {
  readonly values: BaselineValues;
  /** How much of each value is stated by hamlets themselves: 0 where all is the registry's. */
  readonly stated: BaselineValues;
  /** CCDS-B02: a unit's own baseline differs from its children's sum. */
  readonly findings: readonly Finding[];
}

/**
 * The baselines in force in a tree (contract, `baselines.csv`). A unit's own is the latest
 * `from` not after the tree's day, given of the same unit, and lapses when a change touches
 * it. Lacking its own, a unit has its children's sum where all of them are known: never a
 * partial sum. `stated` (hamlet code → baseline → value) serves hamlets that lack their own.
 */
export function baselinesAsOf(
  registry: Registry,
  tree: Tree,
  kinds: readonly string[],
  stated: BaselineValues = new Map(),
): BaselinesAsOf {
  const own = ownBaselines(registry, tree);
  const values = new Map<string, Map<string, number>>();
  const parts = new Map<string, Map<string, number>>();
  const findings: Finding[] = [];
  for (const kind of kinds) {
    const settle = (node: Node): Settled | undefined => {
      const { code } = node.unit;
      const given = own.get(code)?.get(kind);
      const sum = sumOfSettled(node.children.map(settle));
      if (given !== undefined && sum !== undefined && sum.value !== given.value) {
        findings.push(differs(node.unit, given, sum.value));
      }
      const told = stated.get(code)?.get(kind);
      const settled =
        given !== undefined
          ? { value: given.value, stated: 0 }
          : told !== undefined
            ? { value: told, stated: sum?.value === told ? sum.stated : told }
            : sum;
      if (settled !== undefined) {
        getOrMake(values, code, () => new Map()).set(kind, settled.value);
        getOrMake(parts, code, () => new Map()).set(kind, settled.stated);
      }
      return settled;
    };
    for (const root of tree.roots) settle(root);
  }
  return { values, stated: parts, findings };
}

/** A baseline in force, and how much of it hamlets have stated. */
interface Settled {
  readonly value: number;
  readonly stated: number;
}

function sumOfSettled(all: readonly (Settled | undefined)[]): Settled | undefined {
  const value = sumOf(all.map((one) => one?.value));
  return value === undefined ? undefined : { value, stated: sumOf(all.map((one) => one?.stated))! };
}

/** The sum where every one is known; undefined for none, or where one is not. */
export function sumOf(values: readonly (number | undefined)[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) =>
    sum === undefined || value === undefined ? undefined : sum + value,
  );
}

function differs(unit: Unit, own: Baseline, sum: number): Finding {
  const place = own.place ?? { file: 'baselines.csv' };
  const args = { baseline: own.baseline, own: own.value, sum };
  return finding('CCDS-B02', place, args, { unit: unit.code });
}

/** The registry's baselines in force on the tree's day, by unit code, then by baseline. */
function ownBaselines(registry: Registry, tree: Tree): Map<string, Map<string, Baseline>> {
  const own = new Map<string, Map<string, Baseline>>();
  for (const row of registry.baselines) {
    if (row.from > tree.date || !servesUnit(registry, tree, row)) continue;
    const ofUnit = getOrMake(own, row.unit, () => new Map());
    const before = ofUnit.get(row.baseline);
    if (before === undefined || before.from < row.from) ofUnit.set(row.baseline, row);
  }
  return own;
}

/** True where the row's code, read on its own day, is the tree's unit, untouched since. */
function servesUnit(registry: Registry, tree: Tree, row: Baseline): boolean {
  const now = tree.byCode.get(row.unit)?.unit;
  const then = unitAsOf(registry, row.unit, row.from);
  if (now === undefined || then === undefined || !sameUnit(now, then)) return false;
  const touched = touchedDays(registry).get(row.unit) ?? [];
  return !touched.some((day) => day > row.from && day <= tree.date);
}

/** The days on which changes touched each code. */
const touchedDays = memo((registry: Registry): ReadonlyMap<string, readonly IsoDate[]> => {
  const days = new Map<string, IsoDate[]>();
  for (const change of registry.changes) {
    for (const code of touchedBy(registry, change)) {
      getOrMake(days, code, () => []).push(change.effective);
    }
  }
  return days;
});

/**
 * The units that a change touches: both of its own, and those above them whose border it
 * crosses (a commune that goes to another province changes both provinces).
 */
function touchedBy(registry: Registry, change: Change): ReadonlySet<string> {
  const above = (unit: Unit | undefined, date: IsoDate): Set<Unit> => {
    const units = new Set<Unit>();
    for (let at = unit; at !== undefined && !units.has(at); ) {
      units.add(at);
      at = at.parent === null ? undefined : unitAsOf(registry, at.parent, date);
    }
    return units;
  };
  const before = above(fromUnit(registry, change), dayBefore(change.effective));
  const after = above(toUnit(registry, change), change.effective);
  const crossed = [...before, ...after].filter((unit) => !(before.has(unit) && after.has(unit)));
  return new Set([change.from, change.to, ...crossed.map((unit) => unit.code)]);
}

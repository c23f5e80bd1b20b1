import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDay, type Month } from '../../src/core/period.js';
import { routesTo } from '../../src/geography/routes.js';
import { descendantsAt, treeAsOf } from '../../src/geography/tree.js';
import type { Registry } from '../../src/geography/types.js';
import { unitAsOf } from '../../src/geography/validity.js';
import { restate } from '../../src/history/restate.js';
import { leaveOutNotComparable } from '../../src/history/restate-values.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { aggregate } from '../../src/rollup/aggregate.js';
import { foldMonths } from '../../src/rollup/fold.js';
import type { Fact } from '../../src/rollup/types.js';
import { bundledLines, registryOf } from '../geography/registry.js';

const OLD = '2025-05' as Month;
const LATER = '2025-08' as Month;
const NEW_DAY = '2025-08-01';
const IDS = ['members', 'households_assisted', 'eid_level2'];
const dateOf = (month: Month) => lastDay(month);
const onMapOf = (registry: Registry, to: string) => {
  return { registry, lastDayOf: dateOf, to, indicators: INDICATORS };
};

/** Four communes before, three after; hamlets and changes as drawn. */
const world = fc
  .record({
    /** For each hamlet: its old commune, its new one, and what is known of the way. */
    hamlets: fc.array(
      fc.record({
        old: fc.integer({ min: 0, max: 3 }),
        now: fc.integer({ min: 0, max: 2 }),
        way: fc.constantFrom('moved', 'merged', 'split', 'shared', 'untold'),
        share: fc.integer({ min: 1, max: 9 }),
        values: fc.array(fc.option(fc.nat(30), { nil: null }), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    /** Old commune i became these of the new ones, by shares where given. */
    communes: fc.array(
      fc.record({
        to: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
        told: fc.boolean(),
      }),
      { minLength: 4, maxLength: 4 },
    ),
  })
  .map(({ hamlets, communes }) => {
    const units = ['9,Tỉnh A,province,,,'];
    const changes: string[] = [];
    communes.forEach(({ to, told }, i) => {
      units.push(`o${i},Xã Cũ ${i},commune,9,,2025-06-30`);
      const share = told && to.length > 1 ? String(1 / to.length) : '';
      for (const n of to) changes.push(`2025-07-01,o${i},n${n},${share}`);
    });
    for (const n of [0, 1, 2]) units.push(`n${n},Xã Mới ${n},commune,9,2025-07-01,`);
    const facts: Fact[] = [];
    hamlets.forEach(({ old, now, way, share, values }, i) => {
      const add = (code: string, name: string, parent: string, from: string, to: string) =>
        units.push(`${code},${name},hamlet,${parent},${from},${to}`);
      add(`h${i}`, `Ấp ${i}`, `o${old}`, '', '2025-06-30');
      if (way === 'moved') add(`h${i}`, `Ấp ${i}`, `n${now}`, '2025-07-01', '');
      if (way === 'merged') changes.push(`2025-07-01,h${i},m${now},1`);
      if (way === 'split' || way === 'shared') {
        add(`a${i}`, `Ấp ${i} A`, `n${now}`, '2025-07-01', '');
        add(`b${i}`, `Ấp ${i} B`, `n${(now + 1) % 3}`, '2025-07-01', '');
        const shares = way === 'shared' ? [share / 10, 1 - share / 10] : ['', ''];
        changes.push(`2025-07-01,h${i},a${i},${shares[0]}`, `2025-07-01,h${i},b${i},${shares[1]}`);
      }
      IDS.forEach((indicator, n) => {
        facts.push({ unit: `h${i}`, month: OLD, indicator, value: values[n]!, source: n });
      });
    });
    for (const n of [0, 1, 2]) units.push(`m${n},Ấp Gộp ${n},hamlet,n${n},2025-07-01,`);
    return { registry: registryOf({ units, changes }), facts };
  });

const total = (facts: readonly Fact[], indicator: string) =>
  facts.reduce((sum, fact) => sum + (fact.indicator === indicator ? (fact.value ?? 0) : 0), 0);

describe('restating, whatever the changes', () => {
  it('keeps the totals of the province, and certifies them', () => {
    fc.assert(
      fc.property(world, ({ registry, facts }) => {
        const restated = restate(facts, onMapOf(registry, NEW_DAY));
        const tree = treeAsOf(registry, NEW_DAY);
        const folded = foldMonths(restated.facts, INDICATORS, [OLD]);
        const values = leaveOutNotComparable(
          aggregate(tree, folded, INDICATORS, new Map()),
          restated,
          tree,
          INDICATORS,
        );
        for (const indicator of IDS) {
          const before = total(facts, indicator);
          expect(values.get('9')!.get(indicator)!.value ?? 0).toBe(before);
          const line = restated.certified.find((one) => one.indicator === indicator)!;
          expect(line.before).toBe(before);
          expect(line.after + line.notAllocated).toBe(before);
          const left = restated.unallocated.filter((one) => one.indicator === indicator);
          expect(left.reduce((sum, { value }) => sum + value, 0)).toBe(line.notAllocated);
        }
        for (const { value } of restated.facts) {
          if (value !== null) expect(Number.isInteger(value) && value >= 0).toBe(true);
        }
      }),
    );
  });

  it('blanks the units that a part may belong to, and no figure that is known', () => {
    fc.assert(
      fc.property(world, ({ registry, facts }) => {
        const restated = restate(facts, onMapOf(registry, NEW_DAY));
        for (const { indicator, among, value, at } of restated.unallocated) {
          expect(value).toBeGreaterThan(0);
          expect(at).not.toBeNull();
          for (const code of among) expect(restated.notComparable.get(code)).toContain(indicator);
        }
        for (const [code, ids] of restated.notComparable) {
          for (const id of ids) {
            const of = id === 'households_assisted_total' ? 'households_assisted' : id;
            const why = restated.unallocated.filter((one) => [id, of].includes(one.indicator));
            const tree = treeAsOf(registry, NEW_DAY);
            const below = (each: string) => {
              for (let at = tree.byCode.get(each) ?? null; at !== null; at = at.parent)
                if (at.unit.code === code) return true;
              return false;
            };
            expect(why.some(({ among }) => among.some(below))).toBe(true);
          }
        }
      }),
    );
  });

  it('counts nobody twice on either map once all hamlets have reported after the change', () => {
    fc.assert(
      fc.property(world, ({ registry, facts }) => {
        const codes = descendantsAt(treeAsOf(registry, NEW_DAY).byCode.get('9')!, 'hamlet').map(
          ({ unit }) => unit.code,
        );
        const isTold = ({ unit }: Fact) =>
          routesTo(registry, unitAsOf(registry, unit, dateOf(OLD))!, dateOf(OLD), NEW_DAY).length >
          0;
        const later = codes.map(
          (unit, i): Fact => ({
            unit,
            month: LATER,
            indicator: 'members',
            value: i + 1,
            source: 9,
          }),
        );
        const all = [
          ...facts.filter((one) => one.indicator === 'members' && isTold(one)),
          ...later,
        ];
        for (const day of [NEW_DAY, dateOf(OLD)]) {
          const restated = restate(all, onMapOf(registry, day));
          const tree = treeAsOf(registry, day);
          const folded = foldMonths(restated.facts, INDICATORS, [OLD, LATER]);
          const values = aggregate(tree, folded, INDICATORS, new Map());
          expect(values.get('9')!.get('members')!.value ?? 0).toBe(total(later, 'members'));
        }
      }),
    );
  });

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ registry, facts }, random) => {
        const shuffled = facts
          .map((fact) => ({ fact, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        const [a, b] = [facts, shuffled].map((some) => {
          const { facts: out } = restate(some, onMapOf(registry, NEW_DAY));
          return foldMonths(out, INDICATORS, [OLD]);
        });
        expect(new Map([...b!].sort())).toEqual(new Map([...a!].sort()));
      }),
    );
  });
});

describe('there and back over whole merges', () => {
  /** Communes merge whole into two; within a commune its hamlets merge whole as drawn. */
  const merges = fc.array(
    fc.record({
      to: fc.integer({ min: 0, max: 1 }),
      /** Each hamlet goes on as itself (0), or into one of two merged ones of its commune. */
      hamlets: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.nat(50)), { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('is lossless at the coarser level, and for hamlets that stayed one', () => {
    fc.assert(
      fc.property(merges, (communes) => {
        const units = ['9,Tỉnh A,province,,,', 'n0,Xã Mới 0,commune,9,2025-07-01,'];
        units.push('n1,Xã Mới 1,commune,9,2025-07-01,');
        const changes: string[] = [];
        const facts: Fact[] = [];
        communes.forEach(({ to, hamlets }, i) => {
          units.push(`o${i},Xã Cũ ${i},commune,9,,2025-06-30`);
          changes.push(`2025-07-01,o${i},n${to},1`);
          const into = new Set(hamlets.map(([n]) => n).filter((n) => n > 0));
          for (const n of into) units.push(`m${i}-${n},Ấp Gộp ${n},hamlet,n${to},2025-07-01,`);
          hamlets.forEach(([n, value], j) => {
            const code = `h${i}-${j}`;
            units.push(`${code},Ấp ${j},hamlet,o${i},,2025-06-30`);
            if (n === 0) units.push(`${code},Ấp ${j},hamlet,n${to},2025-07-01,`);
            else changes.push(`2025-07-01,${code},m${i}-${n},1`);
            facts.push({ unit: code, month: OLD, indicator: 'members', value, source: 0 });
          });
        });
        const registry = registryOf({ units, changes });
        const values = (some: readonly Fact[], months: Month[], day: string) =>
          aggregate(
            treeAsOf(registry, day),
            foldMonths(some, INDICATORS, months),
            INDICATORS,
            new Map(),
          );
        const there = restate(facts, onMapOf(registry, NEW_DAY));
        expect(there.unallocated).toEqual([]);
        const merged = foldMonths(there.facts, INDICATORS, [OLD]);
        const later = '2025-08' as Month;
        const asNew = [...merged].map(([unit, own]): Fact => {
          return {
            unit,
            month: later,
            indicator: 'members',
            value: own.get('members')!,
            source: 0,
          };
        });
        const back = restate(asNew, onMapOf(registry, dateOf(OLD)));
        const [before, after] = [
          values(facts, [OLD], dateOf(OLD)),
          values(back.facts, [later], dateOf(OLD)),
        ];
        const at = (of: typeof before, code: string) => of.get(code)!.get('members')!.value;
        communes.forEach(({ hamlets }, i) => {
          expect(at(after, `o${i}`)).toBe(at(before, `o${i}`));
          hamlets.forEach(([n], j) => {
            const alone = n === 0 || hamlets.filter(([other]) => other === n).length === 1;
            if (alone) expect(at(after, `h${i}-${j}`)).toBe(at(before, `h${i}-${j}`));
            else if (at(before, `h${i}-${j}`) !== 0) expect(at(after, `h${i}-${j}`) ?? 0).toBe(0);
          });
        });
      }),
    );
  });
});

describe('the bundled registry of Cà Mau', () => {
  const lines = bundledLines();
  const registry = registryOf(lines);
  const old = treeAsOf(registry, dateOf(OLD));
  const communes = old.roots.flatMap((root) => descendantsAt(root, 'commune'));

  it('holds every old figure in the new province, the split communes as not allocated', () => {
    const facts = communes.map(({ unit }, i): Fact => {
      return { unit: unit.code, month: OLD, indicator: 'members', value: i + 1, source: 0 };
    });
    const { facts: now, certified, unallocated } = restate(facts, onMapOf(registry, NEW_DAY));
    const tree = treeAsOf(registry, NEW_DAY);
    expect(tree.roots.map(({ unit }) => unit.code)).toEqual(['96']);
    expect(now.every(({ unit }) => tree.byCode.has(unit))).toBe(true);
    expect(total(now, 'members')).toBe(total(facts, 'members'));
    expect(new Set(unallocated.map(({ unit }) => unit)).size).toBe(19);
    expect(certified).toMatchObject([{ before: (164 * 165) / 2 }]);
  });
});

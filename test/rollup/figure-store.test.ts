import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FigureStore } from '../../src/rollup/figure-store.js';
import type { UnitValue } from '../../src/rollup/types.js';

const IDS = ['members', 'households', 'coverage'];
const known = fc.option(
  fc.oneof(
    fc.nat(),
    fc.double({ noNaN: true }).map((n) => n + 0),
  ),
);
const unit = fc.nat(2000).chain((expected) =>
  fc.record({
    expected: fc.constant(expected),
    figures: fc.tuple(
      ...IDS.map(() =>
        fc.record<UnitValue>({
          ...{ value: known, numerator: known, denominator: known },
          ...{ reported: fc.nat(2000), expected: fc.constant(expected) },
        }),
      ),
    ),
  }),
);

describe('FigureStore', () => {
  it('gives each figure of each unit as it was taken', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 5 }), (units) => {
        const store = new FigureStore(IDS, units.length);
        const stored = units.map(({ figures, expected }) => store.add(figures, expected));
        stored.forEach((own, u) => {
          const { figures } = units[u]!;
          expect([...own]).toEqual(IDS.map((id, i) => [id, figures[i]]));
          expect(IDS.map((id) => own.get(id))).toEqual(figures);
          expect(own.get('unknown')).toBeUndefined();
        });
      }),
    );
  });
});

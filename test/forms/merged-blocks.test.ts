import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedBlocks } from '../../src/forms/cells/merged-blocks.js';

const block = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(8), fc.nat(3), fc.nat(2))
  .map(([top, height, left, width]) => ({ top, bottom: top + height, left, right: left + width }));

it('a row lies in a block below its first row, for blocks that do not overlap', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), fc.nat(4), (drawn, column) => {
      const merges = drawn.filter(
        (one, i) =>
          !drawn.slice(0, i).some((other) => one.top <= other.bottom && other.top <= one.bottom),
      );
      const blocks = mergedBlocks(merges, column);
      for (let row = 1; row <= 70; row++) {
        const lies = merges.some(
          (m) => m.left <= column && column <= m.right && m.top < row && row <= m.bottom,
        );
        expect(blocks.covers(row)).toBe(lies);
      }
    }),
  );
});

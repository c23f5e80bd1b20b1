import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MergedRange, mergedBlocks } from '../../src/forms/cells/merged-blocks.js';
import type { Recognition } from '../../src/forms/header/recognise.js';
import { SharedCounts } from '../../src/forms/records/shared-counts.js';

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

/** A tally with its hamlets in column 0 and a count in column 1. */
const TALLY = {
  layout: { layout: 'tally', byId: new Map([['count', { type: 'count' }]]) },
  fields: new Map([['count', 1]]),
  units: { hamlet: 0 },
} as unknown as Recognition;

const sharedRows = (merges: readonly MergedRange[], rows: number) => {
  const shared = SharedCounts.in(TALLY, merges, 0);
  return Array.from({ length: rows }, (_, i) => i + 1).filter(
    (number) => (shared?.of({ number, values: ['Ấp', 7] }).length ?? 0) > 0,
  );
};

it('a count is shared by the rows that its cell is merged over, where its hamlet’s is not', () => {
  const at = (left: number, top: number, bottom: number) => ({ left, right: left, top, bottom });
  const merges = [at(1, 9, 12), at(1, 2, 4), at(1, 6, 7), at(0, 1, 4), at(0, 6, 7), at(0, 9, 11)];
  expect(sharedRows(merges, 14)).toEqual([9, 10, 11, 12]);
});

it('merged cells without number cost no more for each than one', () => {
  const merges = Array.from({ length: 100_000 }, (_, i) => [
    { left: 0, right: 0, top: 3 * i + 1, bottom: 3 * i + 2 },
    { left: 1, right: 1, top: 3 * i + 1, bottom: 3 * i + 3 },
  ]).flat();
  const start = process.cpuUsage();
  expect(sharedRows(merges, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(process.cpuUsage(start).user).toBeLessThan(3e6);
});

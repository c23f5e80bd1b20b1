import { expect, it } from 'vitest';
import { RowPeriods } from '../../src/forms/rows/row-periods.js';

const at = { column: 0, year: null, ofMonths: false };

/** Rows that are left aside in a run of September, by what each says of its period. */
function strange(isList: boolean, ...said: (string | null)[]): boolean[] {
  const by = { wanted: '2024-09', cutoff: 14, isList, merges: [] } as const;
  const periods = new RowPeriods(at, by, () => {});
  return said.map((text, i) => periods.strangeTo({ number: i + 1, values: [text] }) !== null);
}

it('a blank is as above in a list alone, a ditto mark in a tally as well', () => {
  expect(strange(true, '8/2024', null, '"', '9/2024', null)).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(strange(false, '8/2024', '"', null, '"')).toEqual([true, true, false, false]);
});

import { expect, it } from 'vitest';
import { newDecisions } from '../../src/app/workspace/decided-places.js';

it('a decision’s sheet is found as people see its name', () => {
  const parts = [{ unit: '9910101', tally: [], entries: { row: [9] } }];
  const table = { form: 'members', parts, rejectedBy: {}, base: null };
  const reports = [{ file: 'bc.xlsx', sheets: [{ name: 'TV ', tables: [table] }] }];
  const decision = { file: 'bc.xlsx', sheet: 'tv', cell: 'C9', kind: 'drop', value: '' };
  const [one] = newDecisions([], [decision as never], reports as never);
  expect(one?.on).toEqual([{ form: 'members', units: new Set(['9910101']) }]);
});

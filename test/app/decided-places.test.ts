import { expect, it } from 'vitest';
import { decisionsInForce, newDecisions } from '../../src/app/workspace/decided-places.js';

const parts = [{ unit: '9910101', tally: [], entries: { row: [9] } }];
const table = { form: 'members', parts, rejectedBy: {}, base: null };
const DECISION = { file: 'bc.xlsx', sheet: 'tv', cell: 'C9', kind: 'drop', value: '' };

it('a decision’s sheet is found as people see its name, in its own file', () => {
  const other = { ...table, form: 'households' };
  const reports = [
    { file: 'bc.xlsx', sheets: [{ name: 'TV ', tables: [table] }] },
    { file: 'khac.xlsx', sheets: [{ name: 'TV', tables: [other] }] },
  ];
  const [one] = newDecisions([], [DECISION as never], reports as never);
  expect(one?.on).toEqual([{ form: 'members', units: new Set(['9910101']) }]);
});

it('those that came and those that went are told, and none that held all along', () => {
  const [came, went] = [
    { ...DECISION, cell: 'C10' },
    { ...DECISION, cell: 'C11' },
  ];
  const now = [DECISION, came].map((one) => one as never);
  const found = newDecisions(
    [DECISION, went].map((one) => one as never),
    now,
    [],
  );
  expect(found.map(({ cell }) => cell)).toEqual(['C10', 'C11']);
});

it.each([
  ['is one of a file of the run', {}, 1],
  ['decides nothing yet', { kind: null }, 0],
  ['is of another folder', { placed: 'elsewhere' }, 0],
  ['is of a file that did not come', { file: 'khac.xlsx' }, 0],
])('of decisions in force: one that %s', (_, more, count) => {
  const decision = { ...DECISION, placed: 'here', ...more };
  expect(decisionsInForce([decision as never], [{ name: 'bc.xlsx' }])).toHaveLength(count);
});

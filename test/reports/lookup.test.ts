import { expect, it } from 'vitest';
import { lookup } from '../../src/reports/workbook/lookup.js';

it('gives what has one of the keys once, in the list’s order', () => {
  const find = lookup((text: string) => [...text]);
  const list = ['ab', 'c', 'ba', 'd', 'bd', 'c'];
  expect(find(list, ['b', 'a'])).toEqual(['ab', 'ba', 'bd']);
  expect(find(list, ['d', 'x', 'c', 'd'])).toEqual(['c', 'd', 'bd', 'c']);
  expect(find(list, ['x'])).toEqual([]);
});

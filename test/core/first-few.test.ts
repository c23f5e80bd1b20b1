import { expect, it } from 'vitest';
import { firstFew } from '../../src/core/first-few.js';

const cells = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];

it('five are named, and an ellipsis says that there are more', () => {
  expect(firstFew([])).toBe('');
  expect(firstFew(cells.slice(0, 5))).toBe('A1, A2, A3, A4, A5');
  expect(firstFew(cells)).toBe('A1, A2, A3, A4, A5, …');
});

it('more than were kept are known of by their count', () => {
  expect(firstFew(cells.slice(0, 5), '; ', 6)).toBe('A1; A2; A3; A4; A5; …');
});

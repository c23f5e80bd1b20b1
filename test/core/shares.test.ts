import { describe, expect, it } from 'vitest';
import { parseDecimal, parseShare } from '../../src/core/shares.js';

describe('a share', () => {
  it.each([
    ['70%', 0.7],
    ['70 %', 0.7],
    ['70,5 %', 0.705],
    ['70.14%', 0.7014],
    ['105%', 1.05],
    ['0,7', 0.7],
    ['0.7014', 0.7014],
    ['0,705', 0.705],
    ['1', 1],
    ['0', 0],
  ])('is read from %s', (text, value) => expect(parseShare(text)).toBe(value));

  it.each(['70', '1,05', '1.000', '1.000%', '-5%', '70%%', '7O%', '', '%', '0,7,1', 'hơn 70%'])(
    'is not guessed from %j',
    (text) => expect(parseShare(text)).toBeNull(),
  );
});

it('a decimal is told from thousands', () => {
  expect(['5', '5,12', '5.5', '0.125', '5,1234'].map(parseDecimal)).toEqual([
    ...[5, 5.12, 5.5, 0.125, 5.1234],
  ]);
  for (const no of ['5.125', '1,000', '5,', '5 người', '']) expect(parseDecimal(no)).toBeNull();
});

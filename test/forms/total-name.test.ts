import { describe, expect, it } from 'vitest';
import { excelsSubtotal, summedIn } from '../../src/forms/cells/total-name.js';
import { isTotal } from '../../src/forms/rows/row-classes.js';

describe('what a subtotal says that it sums', () => {
  it.each([
    ['Cộng Ô Rô', 'Ô Rô'],
    ['Tổng cộng ấp Ô Rô:', 'ấp Ô Rô'],
    ['CỘNG - TÂN ÂN', 'TÂN ÂN'],
    ['Ấp 1 Total', 'Ấp 1'],
    ['Ấp 1 Count', 'Ấp 1'],
    ['Cộng', ''],
    ['Ô Rô', ''],
  ])('%s: %s', (text, name) => expect(summedIn(text)).toBe(name));

  it.each([
    ['Ấp 1 Count', 'Count'],
    ['Grand Average', 'Average'],
    ['Count', null],
    ['Ấp Total', 'Total'],
    ['Nguyễn Văn An', null],
  ])('%s: what Excel measures is %s', (text, what) => expect(excelsSubtotal(text)).toBe(what));
});

it('a hamlet whose own name reads like the sum of another unit is no total', () => {
  const levels: Record<string, 'hamlet' | 'commune'> = { 'Tổng Ô Rô': 'hamlet', 'Ô Rô': 'commune' };
  const names = {
    levelOf: (text: string) => levels[text] ?? null,
    isNamed: () => false,
    isNear: () => false,
    isGrouped: () => false,
    isOfOneCommune: true,
    hamletOf: () => '',
  };
  expect(isTotal('Tổng Ô Rô', names, false)).toBe(false);
  expect(isTotal('Cộng Ô Rô', names, false)).toBe(true);
});

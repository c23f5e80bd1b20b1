import { describe, expect, it } from 'vitest';
import { excelsSubtotal, summedIn } from '../../src/forms/cells/total-name.js';

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

import { describe, expect, it } from 'vitest';
import { statedInText } from '../../src/forms/cells/stated-in-text.js';

describe('the number that the text of a total states', () => {
  it.each([
    ['Tổng cộng: 12 người', 12],
    ['Tổng cộng: 12 em', 12],
    ['TỔNG CỘNG (12 HỘ)', 12],
    ['Tổng cộng: 12 hộ (trong đó 5 hộ nghèo)', 12],
    ['Tổng cộng 12', 12],
    ['Tổng số hộ: 1.250', 1250],
    ['Danh sách có 1.250 hộ', 1250],
    ['Tổng 2 ấp: 3 hộ', 3],
    ['Tổng 2 ấp 3 hộ', 3],
    ['Tổng số hộ ấp 4: 01 hộ', 1],
    ['Cộng I+II: 04 hộ', 4],
    ['Tổng cộng: 03 tổ, 15 thành viên', 15],
    ['Cộng tháng 9: 7', 7],
    ['Cộng = 7', 7],
  ])('%s states %s', (text, number) => expect(statedInText(text)).toBe(number));

  it.each([
    'Cộng',
    'Cộng (I+II)',
    'Cộng ấp 4',
    'Cộng: Ấp 4',
    'Cộng trang 1',
    'Tổng cộng: 2 ấp',
    'Tổng cộng: 5 nam, 7 nữ',
    'Tổng cộng: 3 hộ nghèo, 4 hộ cận nghèo',
    'Tổng cộng: 12/15 hộ',
    'Tổng số hộ tháng 9',
    'Tổng cộng: 12,5',
  ])('%s states none', (text) => expect(statedInText(text)).toBeNull());
});

import type { Field } from '../types.js';

/**
 * Headings put together of one text of each list, in their order: `Số` or `Tổng số`, `thành viên`,
 * `tham gia tổ` or nothing.
 */
export function combined(...lists: readonly (readonly string[])[]): string[] {
  const all = lists.reduce<string[]>(
    (before, list) => before.flatMap((start) => list.map((next) => `${start} ${next}`.trim())),
    [''],
  );
  return [...new Set(all)].map((text) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1));
}

/** Columns that several forms have, headed alike in each. */

export const NOTE: Field = {
  id: 'note',
  type: 'text',
  label: { vi: 'Ghi chú', en: 'Note' },
  aliases: ['GC', 'Chú thích'],
};

export const PHONE: Field = {
  id: 'phone',
  type: 'phone',
  personal: true,
  label: { vi: 'Số điện thoại', en: 'Telephone' },
  aliases: [
    'Điện thoại liên hệ',
    'Số máy',
    'Tel',
    'Phone',
    'SĐT',
    'Điện thoại',
    'Số ĐT',
    'ĐT',
    'Di động',
    'Điện thoại di động',
    'Số điện thoại liên hệ',
    'SĐT liên hệ',
    'Số di động',
    'Số phone',
    'ĐTDĐ',
    ...combined(
      ['số điện thoại', 'điện thoại', 'SĐT', 'ĐT'],
      ['liên hệ', 'liên lạc', 'di động', 'cá nhân', 'Zalo'],
    ),
  ],
};

/** A person's name, whatever the list is of. */
export const FULL_NAMES: readonly string[] = [
  'Họ tên',
  'Họ & tên',
  'Họ, tên',
  'Họ, chữ đệm và tên',
  'Họ, chữ đệm, tên',
  'Họ và tên khai sinh',
  'Họ, chữ đệm và tên khai sinh',
  'Họ, chữ đệm, tên khai sinh',
  'Họ và tên đệm',
  'Họ, tên đệm và tên',
  'Full name',
  // The number behind a name is no part of it.
  'Họ và tên, số điện thoại',
  'Họ tên, số điện thoại',
  'Họ và tên, SĐT',
  'Họ tên, SĐT',
  'Họ và tên, điện thoại',
  'Họ tên, điện thoại',
];

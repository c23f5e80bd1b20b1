import { headerKey } from './header-text.js';
import type { Recognition } from './recognise.js';

/** Headings that say too little of what they count. */
const WEAK = new Set(['so nguoi', 'trong ky', 'trong thang', 'phat sinh trong ky']);

/** What a table of training counts by: `Lớp tập huấn`, `Tên lớp`, `Số buổi`. */
const CLASS =
  /^(?:(?:ten|so|noi dung) )?(?:cac )?(?:(?:lop|khoa|buoi|hoi nghi|chuyen de)(?: |$)|tap huan$)/;

/** Beside it `Số người` are those who live there. */
const HOUSES = /^(?:tong )?(?:so )?(?:ho|ho dan|ho gia dinh|nhan khau|dan so|ho khau)$/;

/**
 * True for a tally that only looks like a form's: `Số người` beside `Lớp tập huấn | Số buổi` are
 * those at a class, and beside `Số hộ` the people of the place: no members.
 */
export function isOfClasses({ layout, headings, fields, unknown }: Recognition): boolean {
  if (layout.layout !== 'tally' || unknown.length === 0) return false;
  if (!layout.required.every((id) => WEAK.has(headings.get(id) ?? ''))) return false;
  const isAlone = [...fields.keys()].every((id) => id === 'note' || layout.required.includes(id));
  if (isAlone && unknown.some(({ texts }) => texts.some((text) => HOUSES.test(headerKey(text)))))
    return true;
  return unknown.some(({ texts }) => texts.some((text) => CLASS.test(headerKey(text))));
}

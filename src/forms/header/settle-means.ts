import { isOfCash, isOfMeans } from './by-means.js';
import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKeys } from './header-text.js';
import { leafOf, upperOf } from './heading-leaf.js';

/**
 * `Tổng số HKD | QR | Tiền mặt`: beside all merchants one means alone is that of the cashless. Those of
 * several may share merchants, and are nobody's.
 * @returns those of several
 */
export function settleMeans(draft: HeaderDraft): readonly HeaderColumn[] {
  const { layout, fields, unknown } = draft;
  if (layout.layout !== 'tally') return [];
  const field = layout.fields.find(({ means }) => means)?.id;
  if (field === undefined || fields.has(field)) return [];
  const hasAll = layout.fields.some(({ id, baseline }) => baseline !== undefined && fields.has(id));
  const own = unknown.filter(isOfMeans);
  const [only, ...more] = own;
  if (more.length > 0) return hasAll || unknown.some(isOfCash) ? own : [];
  if (!hasAll || only === undefined) return [];
  const isOpen = unknown.some((one) => OTHERS.test(leafOf(one)));
  if (!isOpen && DIVIDES.test(headerKeys(upperOf(only))[0] ?? '')) draft.give(field, only);
  return [];
}

/** `Số hộ có QR | Số hộ có POS | Số hộ không dùng tiền mặt`: of the cashless all are the last, not those of one means. */
export function settleAllMeans(draft: HeaderDraft): void {
  const field = draft.layout.fields.find(({ id, means }) => means && draft.fields.has(id))?.id;
  const all = field === undefined ? [] : draft.allOf(field);
  const [whole, ...more] = all.filter((one) => !isOfMeans(one));
  if (field !== undefined && whole !== undefined && more.length === 0 && all.length > 1)
    draft.choose(field, whole);
}

/** Other means, or what is none: who knows. */
const OTHERS = /\b(?:khac|con lai)\b/;
/** Nothing, or what only says that the merchants are divided by their means. */
const DIVIDES =
  /^(?:trong do|chia ra|gom|(?:theo |phan theo )?(?:hinh|phuong) thuc(?: thanh toan)?)?$/;

import { memoText } from '../../core/memo.js';
import { titlesUncounted } from '../cells/uncounted-text.js';
import { monthOfHeading } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKey } from './header-text.js';
import { partOf } from './heading-part.js';
import { areDoubtful } from './under-groups.js';

/** `Kỳ trước`, `Cùng kỳ năm 2023`, `Kế hoạch năm 2024`, `Hồ sơ thu nhận`: what stands below is not what there is in the period. */
const OF_ANOTHER_TIME =
  /^(?:(?:so lieu|so|ket qua|thuc hien) )?(?:(?:(?:luy ke|cong don) )?(?:(?:den|het|cua|tu) )*(?:ky|thang|quy|nam) truoc(?: chuyen sang| mang sang)?$|cung ky|dau (?:ky|thang|quy|nam)$|cu$|ke hoach|chi tieu(?:$| (?:giao|nam|ke hoach))|giao$|kh(?:$| (?:giao|nam|quy|thang|20))|muc tieu|du kien|nhu cau|can (?:bo sung|ho tro)|chua (?!\S+$)|truoc (?:sap nhap|sap xep|kien toan|khi)|(?:so )?(?:ho |nguoi )?con (?:lai|thieu)(?! hoat dong)|(?:so )?(?:ho so )?(?:da |duoc )*(?:thu nhan|tiep nhan)(?: ho so)?$)/;

/** True for a heading of another period's counts, or of those that are planned. */
export const saysAnotherTime = memoText(
  (text: string) => OF_ANOTHER_TIME.test(headerKey(text)) || titlesUncounted(text),
);

/** True where what stands above a column's own heading says that its counts are not the period's. */
export function isOfAnotherTime({ texts }: HeaderColumn): boolean {
  return texts.length > 1 && texts.slice(0, -1).some(saysAnotherTime);
}

/** True where what stands above a column's own heading says that its counts are only what is new: `Phát sinh trong tháng`. */
export function isOfAdded({ texts }: HeaderColumn): boolean {
  return texts.length > 1 && texts.slice(0, -1).some((text) => partOf(headerKey(text)) === 'added');
}

const RATE =
  /\(\s*(?:số )?(?:lượt|điểm|giao dịch|(?:(?:triệu|nghìn|tỷ) )?đồng)(?!\p{L})[^()]*\)|(?:^|[(,;\s])(?:%|phần trăm)\s*\)?\s*$|^(?:tỷ|tỉ) (?:lệ|trọng)(?!\p{L})/iu;

/** True for a heading of a share in per cent, or of visits. */
export const saysRate = memoText((text: string) => RATE.test(text.normalize('NFC').trim()));

/** `Trong kỳ (lượt người)`; `Mức 1 (%)`, `%` below `Mức 1`, or below `Tỷ lệ (%)`: no count of the form's. */
export function isRate({ texts }: HeaderColumn): boolean {
  return texts.some(saysRate);
}

/** The month above a column's own heading, as it is written there. */
function monthAbove({ texts }: HeaderColumn): string | null {
  for (const text of texts.slice(0, -1)) {
    const month = monthOfHeading(text);
    if (month !== null) return month;
  }
  return null;
}

/**
 * The columns of one starred field below different months (`Tháng 8 | Tháng 9` over `Mức 1 | Mức 2`),
 * or other headings that differ: only people know which one is meant. None where there are no two.
 */
export function underSeveralMonths(draft: HeaderDraft): readonly HeaderColumn[] {
  if (draft.repeated.length === 0) return [];
  for (const id of draft.layout.required) {
    const all = draft.allOf(id);
    const months = new Set(all.map(monthAbove));
    if (months.size > 1 || areDoubtful(all, draft.layout)) return all;
  }
  return [];
}

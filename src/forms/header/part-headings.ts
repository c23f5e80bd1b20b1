import { leafOf } from './heading-leaf.js';
import type { Recognition } from './recognise.js';

/** A team's name, or its number: `Tên tổ`, `Tổ CNSCĐ`; not `Số tổ`. */
export const OF_TEAMS =
  /^(?:ten )?to(?: so)?(?: (?:cong nghe so(?: cong dong)?|cns(?: cong dong)?|cnscd))?$/;
/** Who leads the team of a row, or answers for it: `Họ tên tổ trưởng`, `Người phụ trách`. */
export const OF_LEADERS =
  /^(?:ho (?:va )?ten |ten )?(?:to truong|nhom truong|truong nhom|nguoi phu trach|can bo phu trach|thanh vien phu trach)(?: to(?: (?:cong nghe so(?: cong dong)?|cns|cnscd))?)?$/;
/** A street, a market, those who live around one, or a trade: each row is of a part of its hamlet. */
export const OF_STRETCHES =
  /^(?:ten )?(?:tuyen (?:duong|pho|lo|kenh|dan cu)|duong(?: pho)?|cho|khu cho|to (?:(?:nhan dan )?tu quan|nhan dan|lien gia)|(?:cum|diem) dan cu|(?:loai hinh|nganh (?:nghe|hang)|nhom nganh|mat hang)(?: kinh doanh)?)$/;
/** Below which a row is of the men, or of the women. */
export const OF_SEXES = /^(?:gioi(?: tinh)?|phai|nam nu)$/;
/** Below which a number alone is a week's, or a round's. */
export const OF_WEEKS = /^(?:tuan|dot)(?: (?:thu|so|le))?$/;
/** Below which a date is that of what was done, and not that of a report. */
export const OF_DAYS =
  /^(?:ngay(?: thang(?: nam)?)?|thoi gian|ngay (?:ho tro|huong dan|thuc hien|to chuc|ra quan))$/;

/** True for a folded heading of the column that says of which part of a hamlet, or of its month, a row is. */
export function headsParts(key: string): boolean {
  return [OF_TEAMS, OF_SEXES, OF_WEEKS, OF_DAYS].some((words) => words.test(key));
}

/** True for a tally with such a column, which is no count. */
export function isByParts({ layout, unknown }: Recognition): boolean {
  return layout.layout === 'tally' && unknown.some((column) => headsParts(leafOf(column)));
}

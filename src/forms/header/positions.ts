import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { leafOf, upperOf } from './heading-leaf.js';

const LEADERS = /^(?:so )?(?:to|nhom) (?:truong|pho)(?: to)?$/;
/** `Thành viên` beside them are those who are neither. */
const ORDINARY = /^(?:so )?thanh vien$/;
const TOTAL = /^(?:tong(?: so| cong)?|cong)$/;

/**
 * In a tally by positions (`Tổ trưởng | Tổ phó | Thành viên | Cộng`) the members are the total's
 * column; without it they are missing, as the ordinary ones are not all.
 * @returns the columns of which nobody can tell which is meant, where there is no total
 */
export function settlePositions(draft: HeaderDraft): readonly HeaderColumn[] {
  const members = draft.layout.form.tally?.team?.members;
  const all = members === undefined ? [] : draft.allOf(members);
  const [own] = all;
  if (members === undefined || own === undefined) return [];
  const beside = (one: HeaderColumn) => upperOf(one) === upperOf(own);
  const { unknown } = draft;
  const leaders = unknown.filter((one) => LEADERS.test(leafOf(one)) && beside(one));
  if (leaders.length === 0) return [];
  const total =
    all.find((one) => !ORDINARY.test(leafOf(one))) ??
    unknown.find((one) => TOTAL.test(leafOf(one)) && beside(one));
  draft.choose(members, total);
  return total === undefined ? [...leaders, own] : [];
}

import { cellText } from '../cells/cell-text.js';
import type { SheetRow } from '../table-context.js';
import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKeys } from './header-text.js';
import { leafOf, upperOf } from './heading-leaf.js';
import type { Recognition } from './recognise.js';

const LEADERS = /^(?:so )?(?:to|nhom) (?:truong|pho)(?: to)?$/;
/** `Thành viên` beside them are those who are neither. */
const ORDINARY = /^(?:so )?thanh vien$/;
const TOTAL = /^(?:tong(?: so| cong)?|cong)$/;

const NONE: ReadonlyMap<number, string> = new Map();
/** Not a total of them all: `Cơ cấu tổ: Cộng`. */
const PEOPLE = /(?:^| )so thanh vien$/;
const WITHIN = /trong (?:đó|số)/iu;

/** `Số tổ trưởng`; beside `Số thành viên` a `Tổ trưởng` is named. */
function isCount(one: HeaderColumn): boolean {
  return leafOf(one).startsWith('so ');
}

/**
 * Columns `Tổ trưởng`, `Tổ phó` beside `Số thành viên` that hold numbers all the same: nobody can tell
 * whether the members are more than those.
 * @param below the first rows of data
 * @returns the members' field by column
 */
export function leadersCounted(
  { layout, fields, headings, unknown }: Recognition,
  below: () => readonly SheetRow[],
): ReadonlyMap<number, string> {
  const members = layout.layout === 'tally' ? layout.form.tally?.team?.members : undefined;
  if (members === undefined || !fields.has(members)) return NONE;
  if (!PEOPLE.test(headings.get(members) ?? '')) return NONE;
  const isIn = (one: HeaderColumn) =>
    LEADERS.test(leafOf(one)) && !isCount(one) && !WITHIN.test(one.text);
  const leaders = unknown.filter(isIn);
  const isNumber = ({ column }: HeaderColumn) =>
    below().some(({ values }) => /^\d+$/.test(cellText(values[column])));
  return new Map(leaders.filter(isNumber).map(({ column }) => [column, members]));
}

/** Beside a telephone number a leader is named, and not counted. */
function isPhone(text: string): boolean {
  return headerKeys(text).some((key) => /\b(?:dien thoai|sdt|so dt|dt|di dong)\b/.test(key));
}

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
  const total =
    all.find((one) => !ORDINARY.test(leafOf(one))) ??
    unknown.find((one) => TOTAL.test(leafOf(one)) && beside(one));
  const areNamed =
    leafOf(own) !== 'thanh vien' &&
    (unknown.some(({ text }) => isPhone(text)) || (total === undefined && !leaders.some(isCount)));
  if (leaders.length === 0 || areNamed) return [];
  draft.choose(members, total);
  return total === undefined ? [...leaders, own] : [];
}

/** `Chức vụ trong tổ`, `Chức vụ` over `Tổ CNSCĐ`: not the office that somebody holds elsewhere. */
const IN_TEAM =
  /^(?:chuc vu|chuc danh|vai tro|nhiem vu)(?: (?:trong|tai|o))? to(?: (?:cnscd|cong nghe so(?: cong dong)?))?$/;

/** Of a list's columns of positions the one that says that it is the team's, wherever it stands. */
export function settlePositionInTeam(draft: HeaderDraft): void {
  const position = draft.layout.form.list?.team?.position;
  if (position === undefined) return;
  const own = draft.columns.filter(({ texts }) =>
    headerKeys(texts.join(' ')).some((key) => IN_TEAM.test(key)),
  );
  const [first] = own;
  if (first === undefined || own.length > 1) return;
  // `Tổ CNSCĐ` below `Chức vụ` is no team's name.
  for (const [id, column] of draft.fields)
    if (column === first.column && id !== position)
      draft.choose(
        id,
        draft.allOf(id).find((one) => one !== first),
      );
  draft.choose(position, first);
}

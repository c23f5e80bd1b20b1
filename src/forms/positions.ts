import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey } from './header-text.js';
import type { Recognition } from './recognise.js';

const LEADERS = /^(?:so )?(?:to|nhom) (?:truong|pho)(?: to)?$/;
/** `Thành viên` beside them are those who are neither. */
const ORDINARY = /^(?:so )?thanh vien$/;
const TOTAL = /^(?:tong(?: so| cong)?|cong)$/;

const leafOf = ({ texts }: HeaderColumn) => headerKey(texts.at(-1)!);
const upperOf = ({ texts }: HeaderColumn) => texts.slice(0, -1).join('\n');

/**
 * In a tally by positions (`Tổ trưởng | Tổ phó | Thành viên | Cộng`) the members are the total's
 * column; without it they are missing, as the ordinary ones are not all.
 * @returns the columns of which nobody can tell which is meant, where there is no total
 */
export function settlePositions(
  columns: readonly HeaderColumn[],
  fields: Map<string, number>,
  headings: Map<string, string>,
  repeated: Recognition['repeated'][number][],
  unknown: HeaderColumn[],
  { form }: CompiledLayout,
): readonly HeaderColumn[] {
  const members = form.tally?.team?.members;
  const own = columns.find(({ column }) => column === fields.get(members ?? ''));
  if (members === undefined || own === undefined) return [];
  const beside = (one: HeaderColumn) => upperOf(one) === upperOf(own);
  const leaders = unknown.filter((one) => LEADERS.test(leafOf(one)) && beside(one));
  if (leaders.length === 0) return [];
  const again = repeated.filter(({ first }) => first === own.column);
  const all = [own, ...again.map(({ column }) => column)];
  const total =
    all.find((one) => !ORDINARY.test(leafOf(one))) ??
    unknown.find((one) => TOTAL.test(leafOf(one)) && beside(one));
  for (const one of again) repeated.splice(repeated.indexOf(one), 1);
  unknown.push(...all.filter((one) => one !== total));
  if (total === undefined) {
    fields.delete(members);
    return [...leaders, own];
  }
  fields.set(members, total.column);
  headings.set(members, total.readings[0] ?? '');
  if (unknown.includes(total)) unknown.splice(unknown.indexOf(total), 1);
  return [];
}

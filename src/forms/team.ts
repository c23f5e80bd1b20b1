import { getOrMake, memoText } from '../core/memo.js';
import { fold, foldAccents } from '../core/text.js';
import type { CompiledLayout } from './compile.js';
import { type DataRecord, indexOf } from './data-record.js';

/** A team has 4 to 9 members. */
export const LEAST_MEMBERS = 4;
export const MOST_MEMBERS = 9;

const LEADER = /\b(?:to|nhom|doi) truong\b|\btruong (?:to|nhom|doi)\b|^truong$/;
const DEPUTY = /\bpho\b/;

/** `Tổ trưởng`, `Trưởng tổ`; not `Tổ phó`, and not the head of a hamlet. */
export const isLeader = memoText((position: string): boolean => {
  const words = foldAccents(fold(position))
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return LEADER.test(words) && !DEPUTY.test(words);
});

/** The rows of one team in a part of a list, and which of them are its leaders'. */
export interface TeamRows {
  /** As it is written; blank where the rows name none. */
  readonly name: string;
  readonly rows: readonly number[];
  readonly leaders: readonly number[];
}

/** Teams by folded name, as they are gathered. */
export type OpenTeams = Map<string, { name: string; rows: number[]; leaders: number[] }>;

/** Where a member's team and position stand in a record. */
export interface TeamColumns {
  readonly name: number | null;
  readonly position: number | null;
}

/** Null for a layout that is no list of people who work in teams. */
export function teamColumns(layout: CompiledLayout): TeamColumns | null {
  const fields = layout.layout === 'list' ? layout.form.list?.team : undefined;
  if (fields === undefined) return null;
  return { name: indexOf(layout, fields.name), position: indexOf(layout, fields.position) };
}

/** Adds a member's row to its team. */
export function addMember(
  teams: OpenTeams,
  columns: TeamColumns,
  row: number,
  record: DataRecord,
): void {
  const name = textAt(record, columns.name);
  const team = getOrMake(teams, fold(name), () => ({ name, rows: [], leaders: [] }));
  team.rows.push(row);
  if (isLeader(textAt(record, columns.position))) team.leaders.push(row);
}

function textAt(record: DataRecord, index: number | null): string {
  return String((index === null ? null : record[index]) ?? '');
}

import { getOrMake, memoText } from '../../core/memo.js';
import { fold, foldAccents } from '../../core/text.js';
import { type DataRecord, indexOf } from '../data-record.js';
import type { CompiledLayout } from '../header/compile.js';

/** A team has 4 to 9 members. */
export const LEAST_MEMBERS = 4;
export const MOST_MEMBERS = 9;

const LEADER = /\b(?:to|nhom|doi) truong\b|\btruong (?:to|nhom|doi)\b|^truong$/;
const DEPUTY = /\bpho\b/;
/** `TT`, `T.T`: the leader, or who sees to daily affairs (`thường trực`). */
const SHORT = /^t ?t$/;

/** `Tổ trưởng`, `Trưởng tổ`; not `Tổ phó`, and not the head of a hamlet. `short`: `TT` alone. */
const leadership = memoText((position: string): 'leader' | 'short' | null => {
  const words = foldAccents(fold(position))
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (SHORT.test(words)) return 'short';
  return LEADER.test(words) && !DEPUTY.test(words) ? 'leader' : null;
});

/** The rows of one team in a part of a list, and which of them are its leaders'. */
export interface TeamRows {
  /** As it is written; blank where the rows name none. */
  readonly name: string;
  readonly rows: readonly number[];
  readonly leaders: readonly number[];
}

/** A team as it is gathered, with those who may be its leader. */
interface OpenTeam {
  readonly name: string;
  readonly rows: number[];
  readonly leaders: number[];
  readonly short: number[];
}

/** Teams by folded name. */
export type OpenTeams = Map<string, OpenTeam>;

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
  const team = getOrMake(teams, fold(name), () => ({ name, rows: [], leaders: [], short: [] }));
  team.rows.push(row);
  const lead = leadership(textAt(record, columns.position));
  if (lead !== null) (lead === 'leader' ? team.leaders : team.short).push(row);
}

/** The team: a single `TT` is its leader where nobody else is. */
export function closedTeam({ name, rows, leaders, short }: OpenTeam): TeamRows {
  const isLed = leaders.length > 0 || short.length !== 1;
  return { name, rows, leaders: isLed ? leaders : short };
}

function textAt(record: DataRecord, index: number | null): string {
  return String((index === null ? null : record[index]) ?? '');
}

import { getOrMake, memoText } from '../../core/memo.js';
import { fold, foldAccents } from '../../core/text.js';
import type { DataRecord } from '../../forms/data-record.js';
import type { BeginRowCheck, BeginTableCheck } from '../../forms/table.js';
import type { Node } from '../../geography/types.js';

/** A team has 4 to 9 members. */
const LEAST = 4;
const MOST = 9;

const LEADER = /\b(?:to|nhom|doi) truong\b|\btruong (?:to|nhom|doi)\b|^truong$/;
const DEPUTY = /\bpho\b/;

/** `Tổ trưởng`, `Trưởng tổ`; not `Tổ phó`, and not the head of a hamlet. */
export const isLeader = memoText((position: string): boolean => {
  const words = foldAccents(fold(position))
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return LEADER.test(words) && !DEPUTY.test(words);
});

interface Team {
  readonly name: string;
  readonly hamlet: Node;
  readonly first: number;
  readonly leaders: number[];
  members: number;
}

/** CCDS-T01, T02, T03: one leader in each team of a list, and 4 to 9 members. */
export const teamComposition: BeginTableCheck = ({ form, layout, at, report }) => {
  const fields = layout === 'list' ? form.list?.team : undefined;
  if (fields === undefined) return null;
  const teams = new Map<string, Team>();
  const [nameAt, positionAt] = [at(fields.name), at(fields.position)];
  const textAt = (record: DataRecord, index: number | null) =>
    String((index === null ? null : record[index]) ?? '');
  return {
    row(row, record, hamlet) {
      const name = textAt(record, nameAt);
      const team = getOrMake(teams, `${hamlet.unit.code} ${fold(name)}`, () => ({
        name,
        hamlet,
        first: row,
        leaders: [],
        members: 0,
      }));
      team.members++;
      if (isLeader(textAt(record, positionAt))) team.leaders.push(row);
    },
    end() {
      for (const team of teams.values()) tell(team);
    },
  };

  function tell({ name, hamlet, first, leaders, members }: Team): void {
    const place = { row: leaders[1] ?? first, field: fields!.position, hamlet };
    if (leaders.length === 0) report('CCDS-T01', { team: name }, place);
    if (leaders.length > 1) {
      const rows = leaders.join(', ');
      report('CCDS-T02', { team: name, leaders: leaders.length, rows }, place);
    }
    if (members < LEAST || members > MOST)
      report('CCDS-T03', { team: name, members }, { ...place, row: first });
  }
};

/** CCDS-X04 and T03 over the counts of a tally: the members of its teams, on average. */
export const teamSize: BeginRowCheck = ({ form, layout, at, report }) => {
  const fields = layout === 'tally' ? form.tally?.team : undefined;
  if (fields === undefined) return null;
  const [membersAt, teamsAt] = [at(fields.members), at(fields.teams)];
  if (membersAt === null) return null;
  return (record) => {
    const members = record[membersAt];
    if (typeof members !== 'number' || members === 0) return;
    const teams = Number((teamsAt === null ? null : record[teamsAt]) ?? 1);
    if (teams === 0) return report('CCDS-X04', { members }, fields.teams);
    const each = members / teams;
    if (each >= LEAST && each <= MOST) return;
    report('CCDS-T03', { team: '', members: each }, fields.members);
  };
};

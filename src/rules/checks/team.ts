import type { BeginRowCheck } from '../../forms/records/row-checks.js';
import { LEAST_MEMBERS, MOST_MEMBERS } from '../../forms/records/team.js';

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
    if (each >= LEAST_MEMBERS && each <= MOST_MEMBERS) return;
    report('CCDS-T03', { team: '', members: each }, fields.members);
  };
};

import { append } from '../core/append.js';
import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake } from '../core/memo.js';
import { fold } from '../core/text.js';
import { LEAST_MEMBERS, MOST_MEMBERS } from '../forms/records/team.js';
import type { Form, ListLayout } from '../forms/types.js';
import { type Emit, type HeldPart, placeOf, rowsOf } from './held.js';
import { type HamletList, seenFrom } from './lists.js';

/** A member's row. */
interface Member {
  readonly held: HeldPart;
  readonly row: number;
}

interface Team {
  readonly name: string;
  readonly members: Member[];
  readonly leaders: Member[];
}

/**
 * CCDS-T01, T02, T03, T05: one leader in each team, and 4 to 9 members. A hamlet's list of the month is
 * judged as a whole, over the sheets and files that it came in, without the rows that repeat. Of
 * members that a supplement adds to teams that it does not name nothing is known.
 */
export function teamFindings(
  lists: readonly HamletList[],
  formOf: (id: string) => Form,
  emit: Emit,
): void {
  for (const { form, parts } of lists) {
    const fields = formOf(form).list?.team;
    if (fields === undefined) continue;
    const teams = teamsOf(parts);
    for (const team of teams) tell(team, fields, emit);
    tellNamesakes(teams, fields, emit);
    const unnamed = teams.find(({ name }) => name === '');
    if (unnamed !== undefined && teams.some(({ name }) => name !== ''))
      tellUnnamed(unnamed, fields, emit);
  }
}

/**
 * CCDS-T05: a blank name is one team more (contract, Forms), which is told where others have one:
 * it may have been meant as the one above.
 */
function tellUnnamed({ members }: Team, fields: TeamFields, emit: Emit): void {
  const { held, row } = members[0]!;
  const rows = firstFew(rowsIn(members, held));
  const about = { field: fields.name, form: held.table.form, unit: held.part.unit };
  const place = placeOf(held, row, fields.name);
  emit(finding('CCDS-T05', place, { count: members.length, rows }, about));
}

/**
 * CCDS-T08: each of the hamlets that were merged has its own teams, and two of one name count as
 * two, which is told: it may have been one of them both.
 */
function tellNamesakes(teams: readonly Team[], fields: TeamFields, emit: Emit): void {
  const first = new Map<string, Member>();
  for (const { name, members } of teams) {
    const [member] = members as [Member];
    const other = getOrMake(first, fold(name), () => member);
    if (name === '' || other === member) continue;
    const { held, row } = member;
    const { file, sheet = '' } = other.held.place;
    const seen = seenFrom(held, { otherFile: file, otherSheet: sheet, otherRow: other.row });
    const about = { field: fields.name, form: held.table.form, unit: held.part.unit };
    emit(finding('CCDS-T08', placeOf(held, row, fields.name), { team: name, ...seen }, about));
  }
}

type TeamFields = NonNullable<ListLayout['team']>;

function teamsOf(parts: readonly HeldPart[]): readonly Team[] {
  const teams = new Map<string, Team>();
  for (const held of parts) {
    if (held.joined) continue;
    const gone = droppedRows(held);
    const kept = (rows: readonly number[]) =>
      rows.filter((row) => !gone.has(row)).map((row): Member => ({ held, row }));
    for (const { name, rows, leaders } of held.part.teams ?? []) {
      const key = `${fold(name)}\u0000${held.part.mergedFrom ?? ''}`;
      const team = getOrMake(teams, key, (): Team => ({ name, members: [], leaders: [] }));
      append(team.members, kept(rows));
      append(team.leaders, kept(leaders));
    }
  }
  return [...teams.values()].filter(({ members }) => members.length > 0);
}

function droppedRows({ part, dropped }: HeldPart): ReadonlySet<number> {
  const rows = rowsOf(part);
  return new Set([...dropped].map((index) => rows.at(index)!));
}

function tell(team: Team, { position }: TeamFields, emit: Emit): void {
  const { name, members, leaders } = team;
  const first = members[0]!;
  const at = ({
    held,
    row,
  }: Member): [Finding['place'], Pick<Finding, 'field' | 'form' | 'unit'>] => [
    placeOf(held, row, position),
    { field: position, form: held.table.form, unit: held.part.unit },
  ];
  const [place, more] = at(leaders[1] ?? first);
  if (leaders.length === 0) emit(finding('CCDS-T01', place, { team: name }, more));
  if (leaders.length > 1) {
    const args = {
      team: name,
      leaders: leaders.length,
      rows: rowsIn(leaders, leaders[1]!.held).join(', '),
    };
    emit(finding('CCDS-T02', place, args, more));
  }
  if (members.length < LEAST_MEMBERS || members.length > MOST_MEMBERS) {
    const [place, more] = at(first);
    emit(finding('CCDS-T03', place, { team: name, members: members.length }, more));
  }
}

/** `9, 12`; of another sheet or file than the finding's own, `TV 2 › 9`. */
function rowsIn(members: readonly Member[], here: HeldPart): readonly string[] {
  return members.map(({ held, row }) => {
    const { file, sheet = '' } = held.place;
    const parts = file === here.place.file ? [sheet] : [file, sheet];
    const isHere = file === here.place.file && sheet === (here.place.sheet ?? '');
    return isHere ? `${row}` : [...parts, row].filter((part) => part !== '').join(' › ');
  });
}

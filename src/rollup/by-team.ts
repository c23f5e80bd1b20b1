import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake } from '../core/memo.js';
import { rowRuns } from '../core/row-runs.js';
import type { TallyRow } from '../forms/report.js';
import { hasCount } from '../forms/tally-count.js';
import { type Emit, type HeldPart, placeOfTally, type Reading } from './held.js';

/** A tally's row, and where it stands. */
export interface OfTally {
  readonly held: HeldPart;
  readonly index: number;
  readonly row: TallyRow;
}

/** A row that says again what another one says. */
type Repeats = (again: OfTally, first: OfTally) => void;

/** True where the rows of a part that count are each of a team. */
export function isByTeams({ part: { tally }, dropped, aside }: HeldPart): boolean {
  if (tally.length < 2 || tally.every(({ team }) => team === undefined)) return false;
  return tally.every((row, i) => row.team !== undefined || dropped.has(i) || aside.has(i));
}

/** True of a file's tallies of a hamlet of which rows name several teams, or one beside the hamlet. */
export function areByTeams(tallies: readonly HeldPart[]): boolean {
  const rows = tallies.flatMap(({ part }) => part.tally);
  const teams = new Set(rows.map(({ team }) => team));
  return teams.size > 1;
}

/**
 * Rows that each name another team of a hamlet add up. A row of the hamlet itself that states a count
 * stands for them, and they are held against it (CCDS-S15); one that states none leaves it to them.
 * @param repeats told of a team's second row, and of the hamlet's
 * @returns the parts of which rows were added up
 */
export function settleTeams(
  tallies: readonly HeldPart[],
  { formOf }: Reading,
  repeats: Repeats,
  emit: Emit,
): readonly HeldPart[] {
  const rows = tallies.flatMap((held) =>
    held.part.tally.map((row, index): OfTally => ({ held, index, row })),
  );
  const counts = ({ held, row }: OfTally) => hasCount(formOf(held.table.form), row);
  const wholes = rows.filter(({ row }) => row.team === undefined);
  const whole = wholes.find(counts);
  for (const one of wholes) {
    if (one === whole) continue;
    if (whole !== undefined && counts(one)) repeats(one, whole);
    else one.held.aside.add(one.index);
  }
  const teams = withoutRepeated(
    rows.filter(({ row }) => row.team !== undefined),
    repeats,
  );
  if (whole === undefined) return [...new Set(teams.map(({ held }) => held))];
  for (const { held, index } of teams) held.aside.add(index);
  tellDiffering(whole, teams, emit);
  return [];
}

/** A team has one row, or one of men and one of women. */
function withoutRepeated(rows: readonly OfTally[], repeats: Repeats): readonly OfTally[] {
  const firsts = new Map<number, OfTally[]>();
  return rows.filter((one) => {
    const own = getOrMake(firsts, one.row.team!, () => []);
    const { sex } = one.row;
    const same = own.find(({ row }) => !row.sex || !sex || row.sex === sex);
    if (same === undefined) own.push(one);
    else repeats(one, same);
    return same === undefined;
  });
}

/** CCDS-S15 for each count that the hamlet and all of its teams state, and that is another. */
function tellDiffering(whole: OfTally, teams: readonly OfTally[], emit: Emit): void {
  const { held, row } = whole;
  const runs = rowRuns(teams.map((one) => one.row.row).sort((a, b) => a - b));
  const where =
    teams.length === 1 ? { rows: '', line: `${teams[0]!.row.row}` } : { rows: firstFew(runs) };
  for (const [field, found] of Object.entries(row.values)) {
    const said = teams.map((one) => one.row.values[field] ?? null);
    if (found === null || said.includes(null) || said.every((one) => one === found)) continue;
    const sum = said.reduce<number>((all, one) => all + one!, 0);
    if (sum === found) continue;
    const about = { form: held.table.form, field, unit: held.part.unit };
    emit(finding('CCDS-S15', placeOfTally(held, row, field), { found, sum, ...where }, about));
  }
}

/** How many teams the rows name that have members; null where that is not known of one. */
export function teamsWithMembers(rows: readonly TallyRow[], members: string): number | null {
  const byTeam = new Map<number, (number | null)[]>();
  for (const { team, values } of rows)
    if (team !== undefined) getOrMake(byTeam, team, () => []).push(values[members] ?? null);
  const known = [...byTeam.values()].map(
    (said) => said.some((one) => one !== null && one > 0) || (said.includes(null) ? null : false),
  );
  return known.includes(null) ? null : known.filter(Boolean).length;
}

/**
 * The teams of a hamlet, by rows of theirs that may state a number: what all of them state alike, as
 * many as they are, or but one of them does, is the hamlet's.
 */
export function teamsStated(
  rows: readonly TallyRow[],
  field: string,
  members: string,
): number | null {
  const counted = teamsWithMembers(rows, members);
  const named = new Set(rows.map(({ team }) => team)).size;
  const said = rows.flatMap(({ values }) => values[field] ?? []);
  if (said.length === 0) return counted;
  if (said.every((one) => one === said[0]) && (said[0] === named || said[0] === counted))
    return said[0]!;
  const ofTeams = new Map<number, number>();
  for (const { team, values } of rows) {
    const own = values[field] ?? ((values[members] ?? 0) > 0 ? 1 : 0);
    ofTeams.set(team!, Math.max(own, ofTeams.get(team!) ?? 0));
  }
  return [...ofTeams.values()].reduce((all, one) => all + one, 0);
}

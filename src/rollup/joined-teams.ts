import { finding } from '../core/finding.js';
import { sourcedFrom } from '../forms/measures.js';
import { byTable, hamletsIn } from './alike-parts.js';
import { tallyValue } from './facts.js';
import {
  byAdding,
  type Emit,
  type HeldPart,
  mergedApart,
  placeOfPart,
  type Reading,
} from './held.js';

/** How a form's teams are counted. */
export type TeamSource = ReturnType<typeof sourcedFrom>[number];

/**
 * The members of a supplement that names no team are of those that the hamlet has: that there is
 * one team where there are members (contract, Forms) holds of a whole report. It is told
 * (CCDS-T06), as the team may be new. */
export function joinTeams(groups: Iterable<readonly HeldPart[]>, by: Reading, emit: Emit): void {
  const joined = new Map<HeldPart, HeldPart>();
  for (const group of groups) {
    if (!group.some(({ supplement }) => supplement)) continue;
    const teams = teamSource(group[0]!, by);
    if (teams === undefined) continue;
    for (const parts of mergedApart(group)) joinIn(parts, teams, joined);
  }
  const otherFile = (held: HeldPart) => joined.get(held)!.file.file;
  for (const parts of byTable(joined.keys(), otherFile)) {
    const { args, unit } = hamletsIn(parts);
    const { count, hamlets } = args;
    const told = { count, hamlets, otherFile: otherFile(parts[0]) };
    emit(finding('CCDS-T06', placeOfPart(parts[0]), told, { form: args.form, ...unit }));
  }
}

/** The indicator that counts what nobody need name. */
export function teamSource(
  { table }: HeldPart,
  { formOf, indicators }: Reading,
): TeamSource | undefined {
  return sourcedFrom(formOf(table.form), indicators).find(
    ({ source: { list, tally } }) => list?.count === 'distinct' && tally?.oneWhere !== undefined,
  );
}

function joinIn(
  group: readonly HeldPart[],
  teams: TeamSource,
  joined: Map<HeldPart, HeldPart>,
): void {
  const standing = group.filter((held) => !held.superseded && hasTeams(held, teams));
  standing.sort(byAdding);
  standing.forEach((held, i) => {
    if (!held.supplement || namesTeams(held, teams)) return;
    const others = standing.filter(({ file }) => file !== held.file);
    const other = others.find((one) => standing.indexOf(one) < i || namesTeams(one, teams));
    if (other === undefined || countsBesideLists(held, others, teams)) return;
    held.joined = true;
    joined.set(held, other);
  });
}

function hasTeams({ part, dropped }: HeldPart, teams: TeamSource): boolean {
  if (part.entries !== null) return part.rows > dropped.size;
  return part.tally.some(({ values }) => (tallyValue(teams, values) ?? 0) > 0);
}

/** True where it gives a team's name, or how many there are. */
function namesTeams({ part }: HeldPart, { source: { tally } }: TeamSource): boolean {
  if (part.entries === null)
    return part.tally.some(
      ({ values, team }) => team !== undefined || values[tally!.field] != null,
    );
  return [...part.entries.group].some((group) => group !== 0);
}

/**
 * Beside other lists a blank name is one team more (contract, Forms), or the team that has none
 * there either.
 */
function countsBesideLists(
  { part }: HeldPart,
  others: readonly HeldPart[],
  { source: { list } }: TeamSource,
): boolean {
  const lists = others.filter((one) => one.part.entries !== null);
  if (part.entries === null || lists.length === 0) return false;
  const hasColumn = list?.count === 'distinct' && part.reported.includes(list.field);
  return hasColumn || lists.some(leavesBlank);
}

function leavesBlank({ part, dropped }: HeldPart): boolean {
  return [...part.entries!.group].some((group, i) => group === 0 && !dropped.has(i));
}

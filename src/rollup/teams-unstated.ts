import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { rowRuns } from '../core/row-runs.js';
import type { TallyRow } from '../forms/report.js';
import { byTable } from './alike-parts.js';
import { countedRows, type Emit, type HeldPart, placeOf, type Reading } from './held.js';
import { type TeamSource, teamSource } from './joined-teams.js';

/**
 * CCDS-T05: that there is one team where there are members (contract, Forms) is meant of tallies that do
 * not count their teams. In one that does, a blank is more likely forgotten: it is told, once a table.
 */
export function tellTeamsUnstated(
  parts: readonly HeldPart[],
  { formOf, indicators }: Reading,
  emit: Emit,
): void {
  const counting = new Set<number>();
  const unstated: HeldPart[] = [];
  for (const held of parts) {
    if (held.superseded || held.part.tally.length === 0) continue;
    const teams = teamSource(held, { formOf, indicators });
    if (teams === undefined) continue;
    const rows = countedRows(held);
    if (rows.some(({ values }) => values[teams.source.tally!.field] != null))
      counting.add(held.source);
    if (!held.joined && held.aside.size === 0 && rows.some((row) => isUnstated(row, teams)))
      unstated.push(held);
  }
  for (const own of byTable(
    unstated.filter(({ source }) => counting.has(source)),
    ({ source }) => String(source),
  )) {
    const [first] = own;
    const teams = teamSource(first, { formOf, indicators })!;
    const rows = own.flatMap((held) =>
      countedRows(held).flatMap((one) => (isUnstated(one, teams) ? [one.row] : [])),
    );
    const { field } = teams.source.tally!;
    const units = new Set(own.map(({ part }) => part.unit));
    const args = {
      units: String(units.size),
      lines: firstFew(rowRuns(rows.sort((a, b) => a - b))),
    };
    const about = {
      field,
      form: first.table.form,
      ...(units.size === 1 && { unit: [...units][0]! }),
    };
    emit(finding('CCDS-T05', placeOf(first, rows[0]!, field), args, about));
  }
}

/** A whole hamlet's row with members and without the number of their teams. */
function isUnstated({ values, team, sex, week }: TallyRow, { source: { tally } }: TeamSource) {
  const isPart = team !== undefined || sex !== undefined || week !== undefined;
  return !isPart && values[tally!.field] == null && (values[tally!.oneWhere!] ?? 0) > 0;
}

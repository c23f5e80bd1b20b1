import type { Code } from '../core/codes.js';
import type { Finding, Place } from '../core/finding.js';
import type { TallyRow } from '../forms/report.js';
import type { HeldPart } from './held.js';

/**
 * Findings without those that hold of a whole hamlet or a whole team, at a tally's row that is found
 * to be something else: the size (CCDS-T03) of a supplement's part of a team, or of several teams
 * beside whose rows the hamlet's stands; a blank (CCDS-R04) that the rows of the hamlet's parts fill.
 */
export function withoutParts(
  findings: readonly Finding[],
  parts: readonly HeldPart[],
): readonly Finding[] {
  const gone = new Set<string>();
  const drop = ({ place }: HeldPart, { row }: TallyRow, code: Code) =>
    gone.add(keyOf(code, { ...place, row }));
  for (const held of parts) {
    const { tally } = held.part;
    if (held.joined) for (const row of tally) drop(held, row, 'CCDS-T03');
    const areTeams = held.aside.size > 0 && tally.some(({ team }) => team !== undefined);
    const areSexes = held.aside.size > 0 && tally.some(({ sex }) => sex !== undefined);
    if (!areTeams && !areSexes) continue;
    tally.forEach((row, index) => {
      if (row.team !== undefined || row.sex !== undefined) return;
      if (held.aside.has(index)) drop(held, row, 'CCDS-R04');
      else if (areTeams) drop(held, row, 'CCDS-T03');
    });
  }
  if (gone.size === 0) return findings;
  return findings.filter(({ code, place }) => !gone.has(keyOf(code, place)));
}

function keyOf(code: Code, { file, sheet = '', row }: Place): string {
  return `${code}\u0000${file}\u0000${sheet}\u0000${row}`;
}

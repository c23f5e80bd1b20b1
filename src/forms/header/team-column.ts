import { fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { TEAM_WORD } from '../cells/team-words.js';
import { leafOf } from './heading-leaf.js';
import { OF_LEADERS, OF_STRETCHES, OF_TEAMS } from './part-headings.js';
import type { Recognition } from './recognise.js';

const TEAM = new RegExp(`^${TEAM_WORD}(?!\\p{L})`, 'u');

/** The column of no count in which a tally names its teams: `Tên tổ`, `Tổ`. */
export function teamColumn({ unknown, layout }: Recognition): number | null {
  if (layout.layout === 'list') return null;
  return unknown.find((one) => OF_TEAMS.test(leafOf(one)))?.column ?? null;
}

/** The column in which a tally without one of teams may name whose they are: `Tổ trưởng`, which may also be a count. */
export function leaderColumn(found: Recognition): number | null {
  if (found.layout.layout === 'list' || teamColumn(found) !== null) return null;
  return found.unknown.find((one) => OF_LEADERS.test(leafOf(one)))?.column ?? null;
}

/**
 * The column in which a tally of what is in no team names streets or markets: `Tuyến đường`, `Chợ`.
 */
export function stretchColumn({ unknown, layout }: Recognition): number | null {
  if (layout.layout === 'list' || layout.form.tally?.team !== undefined) return null;
  return unknown.find((one) => OF_STRETCHES.test(leafOf(one)))?.column ?? null;
}

/** The column in which `Tổ CNSCĐ` may head how many there are, or their names. */
export function teamsCounted({ fields, layout }: Recognition): number | null {
  const id = layout.layout === 'tally' ? layout.form.tally?.team?.teams : undefined;
  return (id === undefined ? undefined : fields.get(id)) ?? null;
}

/** That column where its heading is a team's, and not `Số tổ`. */
export function teamsNamed(found: Recognition): number | null {
  const id = found.layout.form.tally?.team?.teams ?? '';
  return OF_TEAMS.test(found.headings.get(id) ?? '') ? teamsCounted(found) : null;
}

/** True of `Tổ 1`, `Nhóm 2`. */
export function namesTeam(value: Value | undefined): boolean {
  return typeof value === 'string' && TEAM.test(fold(cellText(value)));
}

import { firstFew } from '../../core/first-few.js';
import { rowRun } from '../../core/row-runs.js';
import { isAside } from '../cells/aside.js';
import { cellText } from '../cells/cell-text.js';
import { TEAM_WORD } from '../cells/team-words.js';
import { withoutName } from '../places/stray-person.js';
import type { TableFindings } from '../table/table-findings.js';
import type { TableTotals } from '../table/table-totals.js';
import type { SheetRow, TableContext } from '../table-context.js';
import { shownHead } from './lone-rows.js';
import { TeamRows } from './team-rows.js';

type OtherKind = 'aside' | 'team' | 'lone' | 'example';

/** Rows that are remembered. */
const MOST = 100;

/**
 * The rows of a table that are left out although they hold numbers: they are told once, and
 * those of teams are held against their hamlet's.
 */
export class OtherRows {
  private readonly findings: TableFindings;
  private readonly context: TableContext;
  private readonly teams: TeamRows;
  private readonly first: { readonly row: number; readonly column: number; name: string }[] = [];
  private count = 0;

  constructor(totals: TableTotals, findings: TableFindings, context: TableContext) {
    this.findings = findings;
    this.context = context;
    this.teams = new TeamRows(totals);
  }

  /** A hamlet's row: teams from here on are its own. */
  below(row: SheetRow): void {
    this.teams.below(row);
  }

  add(row: SheetRow, kind: OtherKind): void {
    if (this.context.state !== 'read') return;
    if (kind === 'team') this.teams.add(row);
    this.count++;
    if (this.first.length >= MOST) return;
    const texts = row.values.map(cellText);
    const said = kind === 'aside' ? texts.findIndex(isAside) : -1;
    const column = said >= 0 ? said : texts.findIndex((text) => /\p{L}/u.test(text));
    const as = SHOWN[kind];
    this.first.push({ row: row.number, column, name: `“${as(texts[column]!)}”` });
  }

  end(): void {
    this.tellTeams();
    if (this.count === 0) return;
    const header = firstFew(this.first.map(({ name }) => name));
    this.findings.atCells(this.first, 'CCDS-S14', (places) => ({
      count: this.count,
      header,
      places: firstFew(places),
    }));
  }

  private tellTeams(): void {
    for (const { row, field, found, sum, first, last } of this.teams.end()) {
      // Of a table laid downwards the records are no rows of the sheet.
      const isAcross = this.context.cells === undefined;
      const where = isAcross ? rowsTold(first, last) : { rows: '' };
      const args = { found, sum, ...where };
      this.findings.atField({ row, field, node: null }, 'CCDS-S15', args);
    }
  }
}

const SHOWN: Readonly<Record<OtherKind, (text: string) => string>> = {
  aside: shown,
  team: shown,
  lone: shownHead,
  example: () => 'Ví dụ',
};

/** A team may be called by a person's name. */
function shown(text: string): string {
  const name = text.replace(TEAM, '');
  return text.slice(0, text.length - name.length) + withoutName(name);
}

const TEAM = new RegExp(`^${TEAM_WORD}\\s+`, 'iu');

/** Rows as they are told: several of them, or a single one. */
export function rowsTold(first: number, last: number): { rows: string; line?: string } {
  return first === last ? { rows: '', line: String(first) } : { rows: rowRun({ first, last }) };
}

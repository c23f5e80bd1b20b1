import type { Numbers, TableTotals } from '../table/table-totals.js';
import type { SheetRow } from '../table-context.js';

/** A count of a hamlet that its teams' rows do not add up to. */
export interface TeamsDiffer {
  readonly row: number;
  readonly field: string;
  readonly found: number;
  readonly sum: number;
  /** The first and the last of the teams' rows. */
  readonly first: number;
  readonly last: number;
}

/** Holds a tally's hamlets against the rows of their teams, where these stand right below them. */
export class TeamRows {
  private readonly totals: TableTotals;
  private hamlet: SheetRow | null = null;
  private teams: { readonly row: number; readonly numbers: Numbers }[] = [];
  private readonly differing: TeamsDiffer[] = [];

  constructor(totals: TableTotals) {
    this.totals = totals;
  }

  /** A hamlet's row: teams from here on are its own. */
  below(row: SheetRow): void {
    this.settle();
    this.hamlet = row;
  }

  add(row: SheetRow): void {
    this.teams.push({ row: row.number, numbers: this.totals.numbersOf(row) });
  }

  end(): readonly TeamsDiffer[] {
    this.settle();
    return this.differing;
  }

  /** Of counts that the hamlet and all of its teams state. */
  private settle(): void {
    const { hamlet, teams } = this;
    if (hamlet === null || teams.length === 0) return;
    this.teams = [];
    const [first, last] = [teams[0]!.row, teams.at(-1)!.row];
    this.totals.numbersOf(hamlet).forEach((found, i) => {
      const parts = teams.flatMap(({ numbers }) => numbers[i] ?? []);
      const sum = parts.reduce((all, one) => all + one, 0);
      if (found === null || parts.length < teams.length || sum === found) return;
      const field = this.totals.fields[i]!;
      this.differing.push({ row: hamlet.number, field, found, sum, first, last });
    });
  }
}

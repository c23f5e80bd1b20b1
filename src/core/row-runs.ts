/** Rows that follow each other. */
export interface RowRun {
  readonly first: number;
  last: number;
}

/** Adds a row, or rows that follow each other, to runs of rows in rising order. */
export function addRow(runs: RowRun[], first: number, last = first): void {
  const run = runs.at(-1);
  if (run !== undefined && first - run.last <= 1) run.last = last;
  else runs.push({ first, last });
}

/** `5–7`; `9` for one row. */
export function rowRun({ first, last }: RowRun): string {
  return first === last ? `${first}` : `${first}–${last}`;
}

/** `5–7`, `9`: rows in rising order. */
export function rowRuns(rows: readonly number[]): readonly string[] {
  const runs: RowRun[] = [];
  for (const row of rows) addRow(runs, row);
  return runs.map(rowRun);
}

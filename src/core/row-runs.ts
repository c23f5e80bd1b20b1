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
  return spanRuns(spansIn(rows));
}

/** Rows of which each is one more than the one before: the first, and how many. */
export type RowSpan = readonly [first: number, length: number];

/** Rows, in any order, as spans. */
export function spansIn(rows: Iterable<number>): readonly RowSpan[] {
  const spans: [first: number, length: number][] = [];
  let next = Number.NaN;
  for (const row of rows) {
    if (row === next) spans.at(-1)![1]++;
    else spans.push([row, 1]);
    next = row + 1;
  }
  return spans;
}

/** `5–7`, `9`: spans of rows in rising order. */
export function spanRuns(spans: readonly RowSpan[]): readonly string[] {
  const runs: RowRun[] = [];
  for (const [first, length] of spans) addRow(runs, first, first + length - 1);
  return runs.map(rowRun);
}

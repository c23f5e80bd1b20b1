import { csv } from './csv.js';

/** What `inputs.csv` says of a submission. */
const INPUT = ['file', 'sha256', 'period', 'lists', 'saved_at', 'counted', 'stated'] as const;

/** `inputs.csv` of a closed month: the submissions that it was made of. */
export function inputsCsv(
  inputs: readonly Partial<Record<(typeof INPUT)[number], string>>[],
): string {
  return csv(
    INPUT,
    inputs.map((one) => INPUT.map((column) => one[column] ?? '')),
  );
}

/** `decisions.csv` of a closed month: the decisions that it was made with. */
export function closedDecisionsCsv(
  decisions: readonly { file: string; sheet: string; cell: string; kind: string; value: string }[],
): string {
  return csv(
    ['file', 'sheet', 'cell', 'kind', 'value'],
    decisions.map(({ file, sheet, cell, kind, value }) => [file, sheet, cell, kind, value]),
  );
}

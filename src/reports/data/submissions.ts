import { byCodePoint } from '../../core/order.js';
import type { SubmissionLine, Summary } from '../../rollup/types.js';
import { byAll } from '../order.js';
import { wholeText } from './csv.js';
import { type RowOf, SUBMISSIONS, tablePieces } from './tables.js';

/** `submissions.csv`: a line for each file and form, by unit code (blank first), file, form. */
export function submissionsCsv(summary: Pick<Summary, 'submissions'>): string {
  return wholeText(submissionsPieces(summary));
}

/** `submissions.csv`, in pieces. */
export function submissionsPieces({ submissions }: Pick<Summary, 'submissions'>): Iterable<string> {
  return tablePieces(SUBMISSIONS, [...submissions].sort(byUnitFileForm).map(row));
}

function row(line: SubmissionLine): RowOf<typeof SUBMISSIONS> {
  return [
    line.file,
    line.sha256,
    line.status,
    line.unit,
    line.form,
    line.period,
    line.receivedAt,
    line.rows.read,
    line.rows.accepted,
    line.rows.rejected,
    line.rows.ignored,
  ];
}

const byUnitFileForm = byAll<SubmissionLine>(
  (a, b) => byCodePoint(a.unit ?? '', b.unit ?? ''),
  (a, b) => byCodePoint(a.file, b.file),
  (a, b) => byCodePoint(a.form ?? '', b.form ?? ''),
);

import { rowOf } from '../core/address.js';
import type { Finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { formatNumber } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { getOrMake } from '../core/memo.js';
import { rowRuns } from '../core/row-runs.js';
import { TEXT_LABELS } from './text-labels.js';

/** A finding, with all rows that the same is told of at the same cell. */
export type Told = Finding & { readonly rows?: readonly number[] };

/**
 * What is told of many rows at one cell that is none of theirs (a line above the table, a group's
 * head) once, where the first of them stands. For people alone: data files list every row.
 */
export function toldOnce(findings: readonly Finding[]): readonly Told[] {
  if (!findings.some(isAtAnotherRow)) return findings;
  return joined(findings, (one) => (isAtAnotherRow(one) ? atOneCell(one) : null));
}

/**
 * The same for a screen, where what is told in the same words of several rows of a sheet stands once as well,
 * at the first of their cells.
 */
export function toldInShort(findings: readonly Finding[]): readonly Told[] {
  return joined(findings, (one) => {
    if (one.place.row === undefined) return null;
    return isAtAnotherRow(one) ? atOneCell(one) : inOneSheet(one);
  });
}

/** The first of those that have a key in common, with the rows of all; null: it stands alone. */
function joined(
  findings: readonly Finding[],
  keyOf: (one: Finding) => string | null,
): readonly Told[] {
  const rows = new Map<string, number[]>();
  return findings.flatMap((one) => {
    const key = keyOf(one);
    if (key === null) return [one];
    const own = getOrMake(rows, key, () => []);
    own.push(one.place.row!);
    return own.length === 1 ? [{ ...one, rows: own }] : [];
  });
}

/** How many findings it stands for. */
export function timesTold({ rows }: Told): number {
  return rows?.length ?? 1;
}

/** Its sentence, with the rows where they are several: `… Chung cho 789 dòng (5–793).` */
export function withRows(message: string, { rows = [] }: Told, lang: Lang): string {
  if (rows.length < 2) return message;
  const runs = firstFew(rowRuns(rows));
  return `${message} ${TEXT_LABELS[lang].common(formatNumber(rows.length, lang), runs)}`;
}

function isAtAnotherRow({ place: { cell, row } }: Finding): boolean {
  return cell !== undefined && row !== undefined && rowOf(cell) !== row;
}

function atOneCell({ place: { row: _, ...cell }, ...rest }: Finding): string {
  return JSON.stringify([cell, rest]);
}

function inOneSheet({
  code,
  severity,
  place: { sheet },
  field,
  form,
  args,
  said,
}: Finding): string {
  return JSON.stringify([code, severity, sheet, field, form, args, said]);
}

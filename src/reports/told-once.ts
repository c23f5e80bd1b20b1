import { rowOf } from '../core/address.js';
import type { Finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { formatNumber } from '../core/format.js';
import type { Lang } from '../core/lang.js';
import { getOrMake } from '../core/memo.js';
import { rowRuns } from '../core/row-runs.js';
import { TEXT_LABELS } from './text-labels.js';

/**
 * A finding, with all rows that the same is told of at the same cell, or all sheets of its file
 * that it is told of.
 */
export type Told = Finding & {
  readonly rows?: readonly number[];
  readonly places?: readonly Finding['place'][];
};

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

/**
 * A note that is told once of each of several sheets of a file, in the same words (that they are of
 * another month, that their letters were no Unicode), stands once, with the place in each.
 */
export function toldOfSheets(told: readonly Told[]): readonly Told[] {
  const places = new Map<string, Finding['place'][]>();
  const keys = told.map((one) => (isOfASheet(one) ? inOneFile(one) : null));
  for (const [i, key] of keys.entries())
    if (key !== null) getOrMake(places, key, () => []).push(told[i]!.place);
  return told.flatMap((one, i) => {
    const own = places.get(keys[i] ?? '') ?? [];
    const isOnceOfEach = new Set(own.map(({ sheet }) => sheet)).size === own.length;
    if (own.length < 2 || !isOnceOfEach) return [one];
    return own[0] === one.place ? [{ ...one, places: own }] : [];
  });
}

function isOfASheet({ severity, place, field, rows = [] }: Told): boolean {
  if (severity !== 'info' || field !== undefined) return false;
  return place.sheet !== undefined && rows.length < 2;
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
export function timesTold({ rows, places }: Told): number {
  return places?.length ?? rows?.length ?? 1;
}

/** Its sentence, with the rows where they are several: `… Chung cho 789 dòng (5–793).` */
export function withRows(message: string, { rows = [] }: Told, lang: Lang): string {
  // A row of several forms, or of several months, is told of in each of them.
  const own = [...new Set(rows)];
  if (own.length < 2) return message;
  const runs = firstFew(rowRuns(own));
  return `${message} ${TEXT_LABELS[lang].common(formatNumber(own.length, lang), runs)}`;
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

function inOneFile({ code, place: { file }, unit, args, said }: Finding): string {
  return JSON.stringify([code, file, unit, args, said]);
}

import { type Finding, finding } from '../../core/finding.js';
import { fold, nfc } from '../../core/text.js';
import type { TableReport } from '../../forms/report.js';
import {
  applied,
  type Decision,
  isOf,
  type PlacedDecision,
  placeOf,
  sameName,
} from './decisions.js';

/**
 * What looks like a date or a cell; where columns have shifted, a person's name or number may stand
 * there.
 */
const SHOWN = /^(?=.*\d)(?!.*\d{5}).{1,12}$/;

function unmet(decision: Decision, why: string): Finding {
  const { line, kind, word } = decision;
  const typed = { date: decision.date, address: decision.cell }[why] ?? '';
  const found = SHOWN.test(typed) ? typed : '';
  const args = { decision: kind ?? word, unmet: why, line, found };
  return finding('CCDS-K02', placeOf(decision), args);
}

/** What a run has read, as far as decisions are concerned. */
export interface Read {
  readonly file: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly tables: readonly Pick<TableReport, 'state' | 'headerRow' | 'endRow'>[];
  }[];
  readonly findings: readonly Finding[];
}

/**
 * The findings as the decisions leave them: warnings that were accepted become info, and
 * every decision that met nothing is told, but those on files of other months.
 * @param firstDay of the period, ISO; null where none was asked for
 */
export function withDecisions(
  findings: readonly Finding[],
  decisions: readonly PlacedDecision[],
  files: readonly Read[],
  firstDay: string | null,
): readonly Finding[] {
  if (decisions.length === 0) return findings;
  const accepts = decisions.filter(({ kind }) => kind === 'accept');
  const settled = findings.map((one) =>
    one.severity === 'warning' && accepts.some((accept) => covers(accept, one))
      ? { ...one, severity: 'info' as const }
      : one,
  );
  const met = new Set(
    files.flatMap((file) =>
      file.findings.flatMap(({ code, args }) => (code === 'CCDS-K01' ? [Number(args.line)] : [])),
    ),
  );
  const more: Finding[] = [];
  const failed = new Set<number>();
  for (const decision of decisions) {
    const own = whyUnmet(decision, findings, files, met, firstDay);
    if (own === 'past' || own === 'elsewhere') continue;
    const why = isTakenBack(decision, decisions) ? 'again' : own;
    if (why !== null) {
      failed.add(decision.line);
      more.push(unmet(decision, why));
    } else if (!met.has(decision.line)) more.push(applied(decision));
  }
  const kept = settled.filter(
    ({ code, args }) => code !== 'CCDS-K01' || !failed.has(Number(args.line)),
  );
  return [...kept, ...more];
}

/** The last of the lines that decide of one place holds (`correct` of a cell, the others of a row or more). */
function isTakenBack(one: PlacedDecision, decisions: readonly PlacedDecision[]): boolean {
  const keyOf = ({ kind, file, sheet, row, column }: PlacedDecision) =>
    [kind === 'correct', file, fold(sheet), row, column].join('\n');
  if (one.placed !== 'here' || one.kind === null) return false;
  return decisions.some(
    (other) =>
      other.line > one.line &&
      other.placed === 'here' &&
      other.kind !== null &&
      (other.kind !== 'correct' || other.value !== '') &&
      keyOf(other) === keyOf(one),
  );
}

/** A finding at the row, sheet or file that was accepted. */
function covers(accept: PlacedDecision, found: Finding): boolean {
  if (found.code === 'CCDS-K01' || !isOf(accept, found.place)) return false;
  return accept.row === null || accept.row === found.place.row;
}

function whyUnmet(
  decision: PlacedDecision,
  findings: readonly Finding[],
  files: readonly Read[],
  met: ReadonlySet<number>,
  firstDay: string | null,
): string | null {
  const { kind, file, sheet, row, line, placed } = decision;
  if (placed !== 'here') return placed;
  if (kind === null) return 'word';
  if (kind === 'correct' && row === null) return 'address';
  const read = files.find((one) => nfc(one.file) === file);
  if (read === undefined)
    return firstDay !== null && decision.date !== '' && decision.date < firstDay ? 'past' : 'file';
  if (sheet !== '' && !read.sheets.some(({ name }) => sameName(name, sheet))) return 'sheet';
  if (decision.period === '' && !met.has(line) && isOfAnotherPeriod(decision, read))
    return 'elsewhere';
  if (kind === 'correct' && decision.value === '') return 'value';
  if (kind !== 'accept') return met.has(line) ? null : 'cell';
  const at = findings.filter((one) => covers(decision, one));
  // What a row lacks can't be accepted into it: it is still rejected.
  if (at.some(({ severity, place }) => severity === 'error' && place.row === row)) return 'nothing';
  if (row !== null) return met.has(line) ? null : 'cell';
  return at.some(({ severity }) => severity === 'warning') ? null : 'nothing';
}

/** True where all that a decision is on was set aside, as it states another period than the run's. */
function isOfAnotherPeriod({ sheet, row }: Decision, read: Read): boolean {
  const on = read.sheets
    .filter(({ name }) => sheet === '' || sameName(name, sheet))
    .flatMap(({ tables }) => tables)
    .filter(({ headerRow, endRow }) => row === null || (headerRow < row && row <= endRow));
  return on.length > 0 && on.every(({ state }) => state === 'other-period');
}

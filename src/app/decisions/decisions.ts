import { columnNumber } from '../../core/address.js';
import { type Finding, finding, type Place } from '../../core/finding.js';
import { clean, fold, nfc } from '../../core/text.js';
import type { TableReport } from '../../forms/report.js';
import type { Registry } from '../../geography/types.js';
import { asWritten } from '../../reports/safe-text.js';

/** Taken as it stands, left out, or with another value. */
export type Kind = 'accept' | 'drop' | 'correct';

/** A line of `decisions.csv` (contract, Registry): what was settled by telephone. */
export interface Decision {
  /** Its row in the table. */
  readonly line: number;
  readonly file: string;
  /** Blank for a CSV, and for a decision on the whole file. */
  readonly sheet: string;
  /** 1-based row and 0-based column; null for a decision on a sheet or file. */
  readonly row: number | null;
  readonly column: number | null;
  /** As written; blank where none is given. */
  readonly cell: string;
  /** Null where the line says neither accept, drop nor correct. */
  readonly kind: Kind | null;
  readonly word: string;
  readonly value: string;
  /** As written: an ISO date, or blank, where it is not wrong. */
  readonly date: string;
  /** The month (or longer) whose files it is on, as written; blank where none is given. */
  readonly period: string;
}

/**
 * A decision as a run has it. `here`: on the file of that name, if there is one; `elsewhere`:
 * on a file of another month; `several`: files of more than one month are meant by it, so
 * that it is on none; `period`, `date`, `address`: that column of it can't be read.
 */
export interface PlacedDecision extends Decision {
  readonly placed: 'here' | 'elsewhere' | 'several' | 'period' | 'date' | 'address';
}

const WORDS: Readonly<Record<string, Kind>> = {
  accept: 'accept',
  'chấp nhận': 'accept',
  nhận: 'accept',
  drop: 'drop',
  bỏ: 'drop',
  loại: 'drop',
  correct: 'correct',
  sửa: 'correct',
};
const KINDS = new Map(Object.entries(WORDS).map(([word, kind]) => [fold(word), kind]));

/** The decisions of a registry; a line that decides nothing yet is passed by. */
export function decisionsOf(registry: Registry): readonly Decision[] {
  return (registry.tables.decisions ?? []).flatMap(({ values, place }) => {
    const word = values.decision ?? '';
    if (word === '') return [];
    const cell = clean(values.cell ?? '')
      .toUpperCase()
      .replaceAll('$', '');
    const [, letters, row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(cell) ?? [];
    return [
      {
        line: place.row ?? 0,
        file: nfc(asWritten(values.file ?? '')),
        sheet: asWritten(values.sheet ?? ''),
        row: row === undefined ? null : Number(row),
        column: letters ? columnNumber(letters) : null,
        cell,
        kind: KINDS.get(fold(word)) ?? null,
        word,
        value: values.value ?? '',
        date: values.date ?? '',
        period: clean(values.period ?? ''),
      },
    ];
  });
}

/** Names are compared as people see them: a sheet's may end in spaces. */
export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);

/** A cell without its sheet is a CSV's: a workbook may have it in several. */
const isOf = ({ file, sheet, cell, placed }: PlacedDecision, place: Place): boolean =>
  placed === 'here' &&
  nfc(place.file) === file &&
  (sheet === '' ? cell === '' || place.sheet === undefined : sameName(sheet, place.sheet ?? ''));

/** Decisions on a file or on what is in it: all that a reading of it goes by. */
export function decisionsOn(
  decisions: readonly PlacedDecision[],
  file: string,
): readonly PlacedDecision[] {
  return decisions.filter((one) => one.placed === 'here' && one.file === nfc(file));
}

/** Decisions on one sheet (or, of a CSV, the file), and those on the file that it is in. */
export function decisionsAt(
  decisions: readonly PlacedDecision[],
  place: { readonly file: string; readonly sheet?: string },
): readonly PlacedDecision[] {
  return decisions.filter((one) => one.kind !== null && isOf(one, place));
}

/** The decision to drop a whole file, of which nothing need be readable; undefined for none. */
export function droppedAsWhole(
  decisions: readonly PlacedDecision[],
  file: string,
): PlacedDecision | undefined {
  return decisions.find(
    (one) => one.kind === 'drop' && one.sheet === '' && one.cell === '' && isOf(one, { file }),
  );
}

/**
 * A decision as it is told from another. Of its value a short count alone: anything else may be
 * a person's.
 */
export function decisionKey(one: {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly kind: string | null;
  readonly value: string;
}): string {
  return [one.file, one.sheet, one.cell, one.kind, shownValue(one.value)].join('\n');
}

/** The value of a decision, as far as it can be kept. */
export function shownValue(value: string): string {
  return /^\d{1,7}$/.test(value) ? value : '';
}

/** What a decision is on, as a word of the messages. */
function scopeOf({ kind, sheet, cell }: Decision): 'cell' | 'row' | 'part' | 'file' {
  if (cell !== '') return kind === 'correct' ? 'cell' : 'row';
  return sheet === '' ? 'file' : 'part';
}

function placeOf({ file, sheet, cell, row }: Decision): Place {
  return {
    file,
    ...(sheet !== '' && { sheet }),
    ...(row !== null && { row }),
    ...(/^[A-Z]/.test(cell) && row !== null && { cell }),
  };
}

/** CCDS-K01: a decision was applied. */
export function applied(decision: Decision): Finding {
  const { line, kind, word } = decision;
  const args = { decision: kind ?? word, what: scopeOf(decision), line };
  return finding('CCDS-K01', placeOf(decision), args);
}

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

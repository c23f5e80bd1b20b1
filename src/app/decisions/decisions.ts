import { columnNumber } from '../../core/address.js';
import { type Finding, finding, type Place } from '../../core/finding.js';
import { clean, fold, nfc } from '../../core/text.js';
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
export const isOf = ({ file, sheet, cell, placed }: PlacedDecision, place: Place): boolean =>
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

/** The place that a decision is on. */
export function placeOf({ file, sheet, cell, row }: Decision): Place {
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

import type { Code, CodeArguments, Coded } from './codes.js';
import { holdsPersonal } from './person.js';
import { SEVERITIES } from './severities.js';

/** The worst first. */
export const SEVERITY_ORDER = ['error', 'warning', 'info'] as const;
/** `error`: not counted; `warning`: counted, needs a look; `info`: good to know (contract, Counting). */
export type Severity = (typeof SEVERITY_ORDER)[number];

/** The severity in force for a code, as the config sets it; `off`: not told. */
export type SeverityOf = (code: Code) => Severity | 'off';

/** Each code's own severity, where no config says otherwise. */
export const ownSeverity: SeverityOf = (code) => SEVERITIES[code];

/** Where a finding stands, in the submitter's own terms. */
export interface Place {
  /** Path from the INPUT folder, with `/`, in NFC. */
  readonly file: string;
  readonly sheet?: string;
  /** A1 address in the submitter's own sheet. */
  readonly cell?: string;
  /** 1-based row of the sheet; the record number in a CSV. */
  readonly row?: number;
}

/**
 * One validation result. It is data: no sentence in it (those are made from `code` and
 * `args` by `rules/`), and no personal data (values are masked when the finding is made).
 */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  /** Id of the form's field. */
  readonly field?: string;
  /** Id of the form, where fields of several forms could be meant. */
  readonly form?: string;
  /** Code of the unit concerned. */
  readonly unit?: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** The cells that it is told for once, its own among them, as runs: `D5:D9 D12`. */
  readonly area?: string;
  /** What an earlier result said of it, in English: all that is left of its arguments. */
  readonly said?: string;
}

/**
 * A row of a sheet, or a cell of it. Spread over another object a place would have a shape of
 * its own, which each of a million findings pays for.
 */
export function placeAt({ file, sheet }: Place, row: number, cell?: string): Place {
  return { file, ...(sheet !== undefined && { sheet }), row, ...(cell !== undefined && { cell }) };
}

/** Makes a finding with its code's own severity. */
export function finding<C extends Code>(
  code: C,
  place: Place,
  args: CodeArguments[C],
  more: { field?: string; form?: string; unit?: string } = {},
): Finding {
  return { code, severity: SEVERITIES[code], place, args: args as Finding['args'], ...more };
}

/** Makes a finding of what has its code and arguments already. */
export function findingOf<C extends Code>(
  { code, args }: Coded<C>,
  place: Place,
  more?: Parameters<typeof finding>[3],
): Finding {
  return finding<C>(code, place, args, more);
}

/** Shows a personal value by its last three characters alone: `•••789`. */
export function mask(value: string): string {
  return `•••${[...value.trim()].slice(-3).join('')}`;
}

/** As many figures as a telephone, tax or identity number has, whatever stands between them. */
const LONG_NUMBER = /(?:\d[\s.,-]*){9}/;
/** `Lê Văn An`, `Nguyễn.V.An`: words that each begin with a capital, and nothing else. */
const PERSON = /^\p{Lu}\p{L}*(?:[\s.]+\p{Lu}\p{L}*)+\.?$/u;

/**
 * Shows a value of a column that holds no personal data, but for one that has slipped into it
 * from the column beside it: a long number, a name or an address is masked.
 */
export function maskStray(value: string): string {
  const text = value.trim().normalize('NFC');
  const isPersonal = LONG_NUMBER.test(text) || PERSON.test(text) || holdsPersonal(text);
  return isPersonal ? mask(value) : value;
}

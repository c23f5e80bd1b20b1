import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { indicatorIn } from '../indicators/numerator.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary, Values } from '../rollup/types.js';
import type { DecidedCell } from './types.js';

/** In what a month's making now differs from when it was closed. */
export interface ChangedInputs {
  /** Names of submissions that are new, or of another content. */
  readonly come: ReadonlySet<string>;
  /** Names of those that had another name: it may say whose a sheet is, and what it replaces. */
  readonly renamed: ReadonlySet<string>;
  readonly gone: readonly GoneFile[];
  readonly decisions: readonly DecidedPlace[];
  /** Earlier months that were closed only after this one. */
  readonly closedSince: readonly Month[];
  /** Earlier months that were reopened after this one was published, and are not closed again. */
  readonly reopened: readonly Month[];
  /** Earlier closed months whose own figures are others now. */
  readonly changedBefore: readonly Month[];
}

/** A submission that is gone, and the hamlets that had figures of it, by form; null: not known. */
export interface GoneFile {
  readonly file: string;
  readonly counted: ReadonlyMap<string, ReadonlySet<string>> | null;
}

/** A decision, and the hamlets (or the unit above) that it tells of, by form. */
export interface DecidedPlace extends DecidedCell {
  readonly on: readonly { readonly form: string; readonly units: ReadonlySet<string> }[];
}

/** What of a hamlet's count came in other submissions. */
export interface Cause {
  readonly files: Set<string>;
  readonly sheets: Set<string>;
}

/** By hamlet, then by count: whence what came of it. */
type Causes = ReadonlyMap<string, ReadonlyMap<string, Cause>>;

function causesByHamlet(
  now: Summary,
  { come, renamed }: Pick<ChangedInputs, 'come' | 'renamed'>,
): Causes {
  const causes = new Map<string, Map<string, Cause>>();
  for (const { unit, indicator, source } of now.facts) {
    const sheet = now.sheets[source];
    if (sheet === undefined || !(come.has(sheet.file) || renamed.has(sheet.file))) continue;
    const of = getOrMake(causes, unit, () => new Map<string, Cause>());
    const cause = getOrMake(of, indicator, () => ({ files: new Set(), sheets: new Set() }));
    cause.files.add(sheet.file);
    if (sheet.sheet !== '') cause.sheets.add(sheet.sheet);
  }
  return causes;
}

/** By hamlet: new files that rows of it are rejected for (CCDS-D02). */
function elsewhereByHamlet(
  { findings }: Summary,
  { come, renamed }: ChangedInputs,
): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  if (come.size + renamed.size === 0) return files;
  for (const { code, unit, args } of findings) {
    if (code !== 'CCDS-D02' || unit === undefined) continue;
    const file = String(args.otherFile ?? '');
    if (come.has(file) || renamed.has(file)) getOrMake(files, unit, () => new Set()).add(file);
  }
  return files;
}

/** By hamlet: the cells in which a later file differs from the one that it replaced. */
function cellsByHamlet(now: Summary, { come }: ChangedInputs): ReadonlyMap<string, Cells[]> {
  const cells = new Map<string, Cells[]>();
  for (const { unit, form, otherFile, otherSheet, changes } of now.replaced ?? [])
    if (changes.length > 0 && come.has(otherFile))
      getOrMake(cells, unit, () => []).push({ file: otherFile, form, sheet: otherSheet, changes });
  return cells;
}

/** What of one form a later file changed of a hamlet. */
export interface Cells {
  readonly file: string;
  readonly form: string;
  readonly sheet: string;
  readonly changes: readonly string[];
}

/** `form field` of what counts are read from; `form rows` for their lists. */
export function fieldsOf(counts: readonly string[], indicators: readonly Indicator[]): Set<string> {
  return new Set(
    indicators.flatMap((one) => {
      if (!('source' in one) || !counts.includes(one.id)) return [];
      const { form, tally } = one.source;
      const fields = [tally?.field, tally?.oneWhere, 'rows'];
      return fields.flatMap((field) => (field === undefined ? [] : [`${form} ${field}`]));
    }),
  );
}

/** `members 5 → 6 (TV!C9)`: the changes of the fields that a figure is read from, with their sheet. */
export function changesIn({ form, sheet, changes }: Cells, fields: ReadonlySet<string>): string[] {
  const front = sheet === '' ? '' : `${quoted(sheet)}!`;
  return changes
    .filter((change) => fields.has(`${form} ${change.slice(0, change.indexOf(' '))}`))
    .map((change) => change.replace(' (', () => ` (${front}`));
}

/** As a formula names a sheet. */
function quoted(sheet: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** The counts that a figure is made from, itself among them; a share's number of hamlets is none. */
function countsOf(id: string, indicators: readonly Indicator[]): readonly string[] {
  const one = indicators.find((indicator) => indicator.id === id);
  const isCount = (part: string) => indicators.find((two) => two.id === part)?.kind !== 'hamlets';
  const of = (ids: readonly string[]) =>
    ids.filter(isCount).flatMap((part) => countsOf(part, indicators));
  if (one?.kind === 'sum') return [id, ...of(one.of)];
  if (one?.kind === 'cumulative') return [id, ...of([one.of])];
  if (one?.kind !== 'ratio') return [id];
  const { numerator, denominator } = one;
  const top = indicatorIn(numerator);
  return of('indicator' in denominator ? [top, denominator.indicator] : [top]);
}

/** What tells why a figure changed. */
export interface Evidence {
  readonly now: Summary;
  readonly published: Values;
  /** By indicator: the counts that it is made from. */
  readonly counts: ReadonlyMap<string, readonly string[]>;
  readonly causes: Causes;
  readonly cells: ReadonlyMap<string, readonly Cells[]>;
  /** By hamlet: files that rows of it were rejected for, as what they tell of counts elsewhere. */
  readonly elsewhere: ReadonlyMap<string, ReadonlySet<string>>;
  readonly inputs: ChangedInputs;
}

/** Gathers once what every figure of a month is explained by. */
export function evidenceOf(now: Summary, published: Values, inputs: ChangedInputs): Evidence {
  return {
    ...{ now, published, inputs },
    counts: new Map(now.indicators.map(({ id }) => [id, countsOf(id, now.indicators)])),
    causes: causesByHamlet(now, inputs),
    cells: cellsByHamlet(now, inputs),
    elsewhere: elsewhereByHamlet(now, inputs),
  };
}

import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import { hamletsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary, Values } from '../rollup/types.js';
import type { Revision } from './types.js';

/** Names of the submissions in which a month's inputs now differ from when it was closed. */
export interface ChangedInputs {
  /** New, or of another content. */
  readonly come: ReadonlySet<string>;
  readonly gone: readonly string[];
}

/** What of a hamlet's count came in other submissions. */
interface Cause {
  readonly files: Set<string>;
  readonly sheets: Set<string>;
}

/** By hamlet, then by count: whence what came of it. */
type Causes = ReadonlyMap<string, ReadonlyMap<string, Cause>>;

function causesByHamlet(now: Summary, { come }: ChangedInputs): Causes {
  const causes = new Map<string, Map<string, Cause>>();
  for (const { unit, indicator, source } of now.facts) {
    const sheet = now.sheets[source];
    if (sheet === undefined || !come.has(sheet.file)) continue;
    const of = getOrMake(causes, unit, () => new Map<string, Cause>());
    const cause = getOrMake(of, indicator, () => ({ files: new Set(), sheets: new Set() }));
    cause.files.add(sheet.file);
    if (sheet.sheet !== '') cause.sheets.add(sheet.sheet);
  }
  return causes;
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
interface Cells {
  readonly file: string;
  readonly form: string;
  readonly sheet: string;
  readonly changes: readonly string[];
}

/** `form field` of what counts are read from; `form rows` for their lists. */
function fieldsOf(counts: readonly string[], indicators: readonly Indicator[]): Set<string> {
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
function changesIn({ form, sheet, changes }: Cells, fields: ReadonlySet<string>): string[] {
  const front = sheet === '' ? '' : `${quoted(sheet)}!`;
  return changes
    .filter((change) => fields.has(`${form} ${change.slice(0, change.indexOf(' '))}`))
    .map((change) => change.replace(' (', ` (${front}`));
}

/** As a formula names a sheet. */
function quoted(sheet: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** The counts that a figure is made from, itself among them. */
function countsOf(id: string, indicators: readonly Indicator[]): readonly string[] {
  const one = indicators.find((indicator) => indicator.id === id);
  const of = (ids: readonly string[]) => ids.flatMap((part) => countsOf(part, indicators));
  if (one?.kind === 'sum') return [id, ...of(one.of)];
  if (one?.kind === 'cumulative') return [id, ...of([one.of])];
  if (one?.kind !== 'ratio') return [id];
  const { numerator, denominator } = one;
  const top = 'indicator' in numerator ? numerator.indicator : numerator.hamletsWith;
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
  readonly gone: readonly string[];
}

/** Gathers once what every figure of a month is explained by. */
export function evidenceOf(now: Summary, published: Values, inputs: ChangedInputs): Evidence {
  return {
    ...{ now, published, gone: inputs.gone },
    counts: new Map(now.indicators.map(({ id }) => [id, countsOf(id, now.indicators)])),
    causes: causesByHamlet(now, inputs),
    cells: cellsByHamlet(now, inputs),
  };
}

/**
 * The files that changed a count of a hamlet below, and of a hamlet the cells in them; all
 * that came of those hamlets where no count did, but a denominator.
 */
export function whyOf(
  node: Node | undefined,
  id: string,
  { now, published, counts, causes, cells, gone }: Evidence,
): Pick<Revision, 'files' | 'sheets' | 'cells'> {
  const below = node ? hamletsOf(node) : [];
  const figure = (values: Values, { unit }: Node, count: string) =>
    values.get(unit.code)?.get(count)?.value ?? null;
  const changed = below.flatMap((hamlet) =>
    counts
      .get(id)!
      .filter((count) => figure(published, hamlet, count) !== figure(now.values, hamlet, count))
      .map((count) => ({ hamlet, count })),
  );
  const used =
    changed.length > 0
      ? changed.flatMap(({ hamlet, count }) => causes.get(hamlet.unit.code)?.get(count) ?? [])
      : below.flatMap(({ unit }) => [...(causes.get(unit.code)?.values() ?? [])]);
  const all = (of: keyof Cause) =>
    [...new Set(used.flatMap((cause) => [...cause[of]]))].sort(byCodePoint);
  const files = all('files');
  const own = node?.unit.level === 'hamlet' ? (cells.get(node.unit.code) ?? []) : [];
  const fields = fieldsOf(
    changed.length > 0 ? changed.map(({ count }) => count) : counts.get(id)!,
    now.indicators,
  );
  const shown = own
    .filter(({ file }) => files.includes(file))
    .flatMap((one) => changesIn(one, fields));
  return { files: files.length > 0 ? files : gone, sheets: all('sheets'), cells: shown.join('; ') };
}

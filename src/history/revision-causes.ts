import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { hamletsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import { indicatorIn } from '../indicators/numerator.js';
import type { Indicator } from '../indicators/types.js';
import type { Summary, Values } from '../rollup/types.js';
import type { DecidedCell, EarlierMonth, Revision, RevisionCause } from './types.js';

/** In what a month's making now differs from when it was closed. */
export interface ChangedInputs {
  /** Names of submissions that are new, or of another content. */
  readonly come: ReadonlySet<string>;
  /** Names of those that had another name: it may say whose a sheet is, and what it replaces. */
  readonly renamed: ReadonlySet<string>;
  readonly gone: readonly string[];
  readonly decisions: readonly DecidedPlace[];
  /** Earlier months that were closed only after this one. */
  readonly closedSince: readonly Month[];
  /** Earlier months that were reopened after this one was published, and are not closed again. */
  readonly reopened: readonly Month[];
  /** Earlier closed months whose own figures are others now. */
  readonly changedBefore: readonly Month[];
}

/** A decision, and the hamlets (or the unit above) that it tells of, by form. */
export interface DecidedPlace extends DecidedCell {
  readonly on: readonly { readonly form: string; readonly units: ReadonlySet<string> }[];
}

/** What of a hamlet's count came in other submissions. */
interface Cause {
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
  readonly inputs: ChangedInputs;
}

/** Gathers once what every figure of a month is explained by. */
export function evidenceOf(now: Summary, published: Values, inputs: ChangedInputs): Evidence {
  return {
    ...{ now, published, inputs },
    counts: new Map(now.indicators.map(({ id }) => [id, countsOf(id, now.indicators)])),
    causes: causesByHamlet(now, inputs),
    cells: cellsByHamlet(now, inputs),
  };
}

/** A count of a hamlet that is another now. */
interface Changed {
  readonly hamlet: Node;
  readonly count: string;
}

/**
 * Why a unit's figure changed. The files that changed a count of a hamlet below, and of a hamlet
 * the cells in them; all that came of those hamlets where no count did, but a denominator. Where
 * no file did: decisions on its rows, earlier months that a running total goes on from, files
 * that are gone.
 */
export function whyOf(
  node: Node | undefined,
  id: string,
  evidence: Evidence,
): Pick<Revision, 'files' | 'sheets' | 'cells' | 'causes' | 'decisions' | 'earlier'> {
  const { now, counts, cells, inputs } = evidence;
  const below = node ? hamletsOf(node) : [];
  const changed = below.flatMap((hamlet) => changedOf(hamlet, id, evidence));
  const used = usedBy(below, changed, evidence);
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
  const earlierFor = (cause: EarlierMonth['cause'], months: readonly Month[]) =>
    causes.includes(cause) ? months.map((month) => ({ month, cause })) : [];
  const { causes, decisions } = reasonsOf(changed, files.length > 0, evidence);
  return {
    files: causes.includes('withdrawn') ? [...files, ...inputs.gone] : files,
    ...{ sheets: all('sheets'), cells: shown, causes, decisions },
    earlier: [
      ...earlierFor('closing_order', inputs.closedSince),
      ...earlierFor('reopened', inputs.reopened),
      ...earlierFor('earlier_month', inputs.changedBefore),
    ],
  };
}

function changedOf(hamlet: Node, id: string, { now, published, counts }: Evidence): Changed[] {
  const figure = (values: Values, count: string) =>
    values.get(hamlet.unit.code)?.get(count)?.value ?? null;
  return counts
    .get(id)!
    .filter((count) => figure(published, count) !== figure(now.values, count))
    .map((count) => ({ hamlet, count }));
}

function usedBy(
  below: readonly Node[],
  changed: readonly Changed[],
  { causes, inputs }: Evidence,
): readonly Cause[] {
  return changed.length > 0
    ? changed.flatMap(({ hamlet, count }) => causes.get(hamlet.unit.code)?.get(count) ?? [])
    : below
        .flatMap(({ unit }) => [...(causes.get(unit.code)?.values() ?? [])])
        .filter(({ files }) => [...files].some((file) => inputs.come.has(file)));
}

const ORDER: readonly RevisionCause[] = [
  ...([
    'submission',
    'withdrawn',
    'decision',
    'closing_order',
    'reopened',
    'earlier_month',
    'other',
  ] as const),
];

/** The causes of all that changed below, each hamlet by its own. */
function reasonsOf(
  changed: readonly Changed[],
  hasFiles: boolean,
  evidence: Evidence,
): Pick<Revision, 'causes' | 'decisions'> {
  const found = new Set<RevisionCause>(hasFiles ? ['submission'] : []);
  const decided = new Set<DecidedPlace>();
  for (const [hamlet, counts] of byHamlet(changed)) {
    const own = evidence.inputs.decisions.filter((one) => bearsOn(one, hamlet, counts, evidence));
    for (const one of own) decided.add(one);
    if (own.length > 0) found.add('decision');
    else if (!counts.some((count) => evidence.causes.get(hamlet.unit.code)?.has(count)))
      for (const cause of withoutInput(counts, evidence)) found.add(cause);
  }
  if (found.size === 0) found.add(evidence.inputs.gone.length > 0 ? 'withdrawn' : 'other');
  const decisions = [...decided].map(({ file, sheet, cell }) => ({ file, sheet, cell }));
  return { causes: ORDER.filter((one) => found.has(one)), decisions };
}

function byHamlet(changed: readonly Changed[]): ReadonlyMap<Node, readonly string[]> {
  const counts = new Map<Node, string[]>();
  for (const { hamlet, count } of changed) getOrMake(counts, hamlet, () => []).push(count);
  return counts;
}

/** A decision on a row (or sheet, or file) of the hamlet, of a form that a count is read from. */
function bearsOn(
  { on }: DecidedPlace,
  hamlet: Node,
  counts: readonly string[],
  { now }: Evidence,
): boolean {
  const forms = new Set(
    now.indicators.flatMap((one) =>
      'source' in one && counts.includes(one.id) ? [one.source.form] : [],
    ),
  );
  return on.some(({ form, units }) => forms.has(form) && isWithin(hamlet, units));
}

function isWithin(hamlet: Node, units: ReadonlySet<string>): boolean {
  for (let node: Node | null = hamlet; node !== null; node = node.parent)
    if (units.has(node.unit.code)) return true;
  return false;
}

/** Nothing that was handed in or decided changed the hamlet: a total runs on, or a file is gone. */
function withoutInput(
  counts: readonly string[],
  { now, inputs }: Evidence,
): readonly RevisionCause[] {
  const { closedSince, reopened, changedBefore, gone } = inputs;
  const runsOn = now.indicators.some(
    ({ id, kind }) => kind === 'cumulative' && counts.includes(id),
  );
  const earlier: RevisionCause[] = [
    ...(closedSince.length > 0 ? ['closing_order' as const] : []),
    ...(reopened.length > 0 ? ['reopened' as const] : []),
    ...(changedBefore.length > 0 ? ['earlier_month' as const] : []),
  ];
  if (runsOn && earlier.length > 0 && isTotalAlone(counts, now)) return earlier;
  return [gone.length > 0 ? 'withdrawn' : 'other'];
}

/** The total changed and what it adds up did not: it goes on from another figure. */
function isTotalAlone(counts: readonly string[], { indicators }: Summary): boolean {
  return indicators.every(({ id, kind }) => kind === 'cumulative' || !counts.includes(id));
}

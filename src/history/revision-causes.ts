import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { hamletsOf } from '../geography/tree.js';
import type { Node } from '../geography/types.js';
import type { Summary, Values } from '../rollup/types.js';
import {
  type Cause,
  changesIn,
  type DecidedPlace,
  type Evidence,
  fieldsOf,
  type GoneFile,
} from './revision-evidence.js';
import type { EarlierMonth, Revision, RevisionCause } from './types.js';

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
  const used = usedBy(id, below, changed, evidence);
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
  const { causes, decisions, others } = reasonsOf(
    changed,
    files.length > 0,
    { below, forms: formsOf(counts.get(id)!, now) },
    evidence,
  );
  return {
    files: [...new Set([...files, ...others])],
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
  id: string,
  below: readonly Node[],
  changed: readonly Changed[],
  evidence: Evidence,
): readonly Cause[] {
  const { causes, inputs, now } = evidence;
  if (changed.length > 0)
    return changed.flatMap(({ hamlet, count }) => causes.get(hamlet.unit.code)?.get(count) ?? []);
  const forms = formsOf(besideDenominator(id, evidence), now);
  const isOf = (count: string) => [...formsOf([count], now)].some((form) => forms.has(form));
  return below
    .flatMap(({ unit }) => [...(causes.get(unit.code) ?? [])])
    .flatMap(([count, cause]) => (isOf(count) ? [cause] : []))
    .filter(({ files }) => [...files].some((file) => inputs.come.has(file)));
}

/** Counts that a figure, or another of the same denominator, is made from: a sheet with them may state it. */
function besideDenominator(id: string, { counts, now }: Evidence): readonly string[] {
  const baselineOf = (one: string) => {
    const indicator = now.indicators.find((known) => known.id === one);
    const isShare = indicator?.kind === 'ratio' && 'baseline' in indicator.denominator;
    return isShare ? indicator.denominator.baseline : null;
  };
  const own = baselineOf(id);
  return [...counts].flatMap(([other, made]) =>
    other === id || (own !== null && baselineOf(other) === own) ? made : [],
  );
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

/** What a figure is made of: the hamlets below its unit, and the forms that its counts are read from. */
interface MadeOf {
  readonly below: readonly Node[];
  readonly forms: ReadonlySet<string>;
}

/** A reason, and the files that bear it out beside those with figures of their own. */
interface Reason {
  readonly causes: readonly RevisionCause[];
  readonly files: readonly string[];
}

/** The causes of all that changed below, each hamlet by its own. */
function reasonsOf(
  changed: readonly Changed[],
  hasFiles: boolean,
  { below, forms }: MadeOf,
  evidence: Evidence,
): Pick<Revision, 'causes' | 'decisions'> & { readonly others: readonly string[] } {
  const { gone, decisions: made } = evidence.inputs;
  const found = new Set<RevisionCause>(hasFiles ? ['submission'] : []);
  const others = new Set<string>();
  const decided = new Set<DecidedPlace>();
  const add = ({ causes, files }: Reason) => {
    for (const cause of causes) found.add(cause);
    for (const file of files) others.add(file);
  };
  for (const [hamlet, counts] of byHamlet(changed)) {
    const own = made.filter((one) => bearsOn(one, hamlet, counts, evidence));
    for (const one of own) decided.add(one);
    if (own.length > 0) found.add('decision');
    else if (!counts.some((count) => evidence.causes.get(hamlet.unit.code)?.has(count)))
      add(withoutInput(hamlet, counts, evidence));
  }
  // No count changed, but a denominator: one that a tally stated may be gone with it.
  if (found.size === 0) add(withdrawn(goneOn(below, forms, gone)));
  const decisions = [...decided].map(({ file, sheet, cell }) => ({ file, sheet, cell }));
  return {
    causes: ORDER.filter((one) => found.has(one)),
    decisions,
    others: [...others].sort(byCodePoint),
  };
}

/** Files that are gone and gave one of the hamlets figures of one of the forms. */
function goneOn(
  hamlets: readonly Node[],
  forms: ReadonlySet<string>,
  gone: readonly GoneFile[],
): readonly string[] {
  const isOn = ({ counted }: GoneFile) =>
    counted === null ||
    [...forms].some((form) => hamlets.some(({ unit }) => counted.get(form)?.has(unit.code)));
  return gone.filter(isOn).map(({ file }) => file);
}

/** Files that are gone, where there are any; else it is the registry or the config. */
function withdrawn(files: readonly string[]): Reason {
  return { causes: [files.length > 0 ? 'withdrawn' : 'other'], files };
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
  const forms = formsOf(counts, now);
  return on.some(({ form, units }) => forms.has(form) && isWithin(hamlet, units));
}

/** The forms that counts are read from. */
function formsOf(counts: readonly string[], { indicators }: Summary): ReadonlySet<string> {
  return new Set(
    indicators.flatMap((one) =>
      'source' in one && counts.includes(one.id) ? [one.source.form] : [],
    ),
  );
}

function isWithin(hamlet: Node, units: ReadonlySet<string>): boolean {
  for (let node: Node | null = hamlet; node !== null; node = node.parent)
    if (units.has(node.unit.code)) return true;
  return false;
}

/**
 * No file with figures of the hamlet, nor a decision, changed it: a total runs on, its own file is
 * gone, or its accounts (or the like) stand in another hamlet's file that came or is gone.
 */
function withoutInput(
  hamlet: Node,
  counts: readonly string[],
  { now, inputs, elsewhere, causes }: Evidence,
): Reason {
  const { closedSince, reopened, changedBefore, gone } = inputs;
  const runsOn = now.indicators.some(
    ({ id, kind }) => kind === 'cumulative' && counts.includes(id),
  );
  const earlier: RevisionCause[] = [
    ...(closedSince.length > 0 ? ['closing_order' as const] : []),
    ...(reopened.length > 0 ? ['reopened' as const] : []),
    ...(changedBefore.length > 0 ? ['earlier_month' as const] : []),
  ];
  if (runsOn && earlier.length > 0 && isTotalAlone(counts, now))
    return { causes: earlier, files: [] };
  const added = addedBy(counts, now).flatMap((one) => [
    ...(causes.get(hamlet.unit.code)?.get(one)?.files ?? []),
  ]);
  if (added.length > 0) return { causes: ['submission'], files: added };
  const forms = formsOf(counts, now);
  const own = goneOn([hamlet], forms, gone);
  if (own.length > 0) return withdrawn(own);
  const isOf = (file: string) =>
    now.sheets.some((sheet) => sheet.file === file && forms.has(sheet.form ?? ''));
  const files = [...(elsewhere.get(hamlet.unit.code) ?? [])].filter(isOf);
  if (files.length > 0) return { causes: ['submission'], files };
  const others = gone.filter(({ counted }) => [...forms].some((form) => counted?.has(form)));
  return withdrawn(others.map(({ file }) => file));
}

/** What running totals add up: a list that came for a tally states none, and counts as many households. */
function addedBy(counts: readonly string[], { indicators }: Summary): readonly string[] {
  return indicators.flatMap((one) =>
    one.kind === 'cumulative' && counts.includes(one.id) ? [one.of] : [],
  );
}

/** The total changed and what it adds up did not: it goes on from another figure. */
function isTotalAlone(counts: readonly string[], { indicators }: Summary): boolean {
  return indicators.every(({ id, kind }) => kind === 'cumulative' || !counts.includes(id));
}

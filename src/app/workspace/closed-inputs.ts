import { getOrMake } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import type { FileReport } from '../../forms/report.js';
import type { ChangedInputs, GoneFile } from '../../history/revision.js';
import type { HeldPart } from '../../rollup/held.js';
import type { Fact, Summary } from '../../rollup/types.js';
import { shownValue } from '../decisions/decisions.js';
import type { Before } from '../figures/before.js';
import type { Reading } from '../run.js';
import type { ClosedDecision, ClosedInput, ClosedMonth } from './closed.js';
import { decisionsInForce, newDecisions } from './decided-places.js';

/** What a month was made of, for the record. */
export function closedInputs(
  reports: readonly FileReport[],
  summary: Pick<Summary, 'indicators' | 'facts' | 'sheets'>,
): ClosedInput[] {
  const forms = new Set(
    summary.indicators.flatMap((one) => (one.kind === 'cumulative' ? [one.source.form] : [])),
  );
  const counted = countedByFile(summary);
  const stated = statedByFile(summary);
  return reports.map(({ file, sha256, savedAt, sheets }) => {
    const tables = sheets.flatMap((sheet) => sheet.tables);
    const lists = tables.filter(({ layout, form }) => layout === 'list' && forms.has(form));
    return {
      ...{ file, sha256, saved_at: savedAt },
      period: words(tables.map(({ month }) => month ?? '')),
      lists: words(lists.map(({ form }) => form)),
      counted: counted.get(file) ?? '',
      stated: stated.get(file) ?? '',
    };
  });
}

function words(all: readonly string[]): string {
  return [...new Set(all.filter((one) => one !== ''))].sort().join(' ');
}

/** What figures came of each file: `eid 1011; members 1011 1012`. */
function countedByFile(summary: Pick<Summary, 'facts' | 'sheets'>) {
  return unitsByFile(summary, (_, form) => form);
}

/** Which running totals each file states: `households_assisted_total 1011 1012`. */
function statedByFile({
  indicators,
  ...summary
}: Pick<Summary, 'facts' | 'sheets' | 'indicators'>) {
  const totals = new Set(indicators.flatMap(({ kind, id }) => (kind === 'cumulative' ? [id] : [])));
  return unitsByFile(summary, ({ indicator, isRunUp }) =>
    totals.has(indicator) && !isRunUp ? indicator : null,
  );
}

/** Units with figures of each file, by group: `eid 1011; members 1011 1012`. */
function unitsByFile(
  { facts, sheets }: Pick<Summary, 'facts' | 'sheets'>,
  groupOf: (fact: Fact, form: string) => string | null,
): ReadonlyMap<string, string> {
  const files = new Map<string, Map<string, Set<string>>>();
  for (const fact of facts) {
    const sheet = fact.value === null ? undefined : sheets[fact.source];
    const group = sheet === undefined ? null : groupOf(fact, sheet.form ?? '');
    if (group === null) continue;
    const groups = getOrMake(files, sheet!.file, () => new Map<string, Set<string>>());
    getOrMake(groups, group, () => new Set()).add(fact.unit);
  }
  const shown = ([group, units]: [string, Set<string>]) =>
    [group, ...[...units].sort(byCodePoint)].join(' ');
  return new Map(
    [...files].map(([file, groups]) => [file, [...groups].map(shown).sort(byCodePoint).join('; ')]),
  );
}

/** The other way round; null where it was not kept. */
function unitsIn(counted: string | undefined): GoneFile['counted'] {
  if (counted === undefined) return null;
  const groups = counted.split('; ').map((group) => group.split(' '));
  return new Map(groups.map(([form = '', ...units]) => [form, new Set(units)]));
}

/** The decisions that a month was made with, for the record. */
export function closedDecisions({ decisions, files }: Reading): ClosedDecision[] {
  return decisionsInForce(decisions, files).map(({ file, sheet, cell, kind, value }) => ({
    ...{ file, sheet, cell, kind: kind!, value: shownValue(value) },
  }));
}

/**
 * Reports of a closed month, each saved when it was at its closing: a copy of a folder, or git, has
 * other times, and which file replaces which must not turn for that.
 */
export function asSavedThen(
  reports: readonly FileReport[],
  inputs: readonly ClosedInput[],
): readonly FileReport[] {
  const known = inputs.filter(({ saved_at }) => (saved_at ?? '') !== '');
  if (known.length === 0) return reports;
  const byName = new Map(known.map((one) => [`${one.file}\n${one.sha256}`, one.saved_at!]));
  const byContent = new Map<string, Set<string>>();
  for (const { sha256, saved_at } of known)
    getOrMake(byContent, sha256, () => new Set<string>()).add(saved_at!);
  return reports.map((report) => {
    const [only, ...others] = byContent.get(report.sha256) ?? [];
    const savedAt =
      byName.get(`${report.file}\n${report.sha256}`) ?? (others[0] ? undefined : only);
    return savedAt === undefined ? report : { ...report, savedAt };
  });
}

/** In what a month's making differs from that of its closing. */
export function changedInputs(
  { inputs, decisions }: ClosedMonth,
  reading: Reading,
  earlier: Pick<ChangedInputs, 'closedSince' | 'reopened' | 'changedBefore'>,
): ChangedInputs {
  const { reports, files } = reading;
  const before = new Set(inputs.map(({ sha256 }) => sha256));
  const now = new Set(reports.map(({ sha256 }) => sha256));
  const come = reports.filter(({ sha256 }) => !before.has(sha256)).map(({ file }) => file);
  const names = new Set(inputs.map(({ file }) => file));
  const renamed = reports.filter(({ file, sha256 }) => before.has(sha256) && !names.has(file));
  const gone = inputs.filter(({ sha256 }) => sha256 !== '' && !now.has(sha256));
  const inForce = decisionsInForce(reading.decisions, files);
  return {
    come: new Set(come),
    gone: gone.map(({ file, counted }) => ({ file, counted: unitsIn(counted) })),
    renamed: new Set(renamed.map(({ file }) => file)),
    decisions: newDecisions(decisions ?? [], inForce, reports),
    ...earlier,
  };
}

/** Lists of a month that are not there any more. */
export function goneOf(
  { month, inputs }: ClosedMonth,
  contents: ReadonlyMap<string, string>,
): Before['gone'] {
  const now = new Set(contents.values());
  const files = inputs.filter(({ lists, sha256 }) => lists !== '' && !now.has(sha256)).length;
  return files === 0 ? [] : [{ month, files }];
}

/**
 * Tells of the parts of a closed month's files whether figures came of them: a list may have been replaced
 * by a tally, of which its own file says nothing. True where that was not kept.
 */
export function countedIn(
  inputs: readonly ClosedInput[],
): (held: Pick<HeldPart, 'file' | 'table' | 'part'>) => boolean {
  const byContent = new Map<string, GoneFile['counted'][]>();
  for (const { sha256, counted } of inputs)
    getOrMake(byContent, sha256, () => []).push(unitsIn(counted));
  return ({ file, table, part }) => {
    const all = byContent.get(file.sha256) ?? [null];
    return all.some((one) => one === null || one.get(table.form)?.has(part.unit) === true);
  };
}

/** True where two makings of a month have the same lists of households (or the like). */
export function hasSameLists(before: readonly ClosedInput[], now: readonly ClosedInput[]): boolean {
  const listed = (inputs: readonly ClosedInput[]) =>
    new Set(inputs.flatMap(({ lists, sha256 }) => (lists === '' ? [] : [sha256])));
  const [old, fresh] = [listed(before), listed(now)];
  return old.size === fresh.size && [...old].every((one) => fresh.has(one));
}

/** Names of the files that a month has lists of households (or the like) in. */
export function listFiles(
  { inputs }: ClosedMonth,
  contents: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const withLists = new Set(inputs.filter(({ lists }) => lists !== '').map((one) => one.sha256));
  return new Set([...contents].flatMap(([name, sha256]) => (withLists.has(sha256) ? [name] : [])));
}

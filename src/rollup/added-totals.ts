import { finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import { sourcedFrom } from '../forms/measures.js';
import type { Indicator } from '../indicators/types.js';
import {
  byAdding,
  byFile,
  type Emit,
  type HeldPart,
  mergedApart,
  placeOfPart,
  placeOfTally,
  type Reading,
} from './held.js';
import type { FilePart } from './replace.js';
import type { Fact } from './types.js';
import { weeklyAcross } from './weekly.js';

type Cumulative = Extract<Indicator, { kind: 'cumulative' }>;

/**
 * Facts without the running totals that others take the place of. Of files that add up, one
 * total stands: a supplement's goes on from what it adds to, and is no increment. Where the two
 * do not fit the larger stands, with a finding (CCDS-D13).
 */
export function standingTotals(
  facts: readonly Fact[],
  groups: Iterable<readonly HeldPart[]>,
  by: Reading,
  emit: Emit,
): readonly Fact[] {
  const added = [...groups].flatMap((group) => mergedApart(group).flatMap(filesThatAdd));
  if (added.length === 0) return facts;
  const factsOf = factsBy(facts);
  const gone = new Set<Fact>();
  for (const files of added)
    for (const total of totalsOf(files, by))
      for (const fact of settleTotal(files.map(statedIn(total, factsOf)), total, emit))
        gone.add(fact);
  return gone.size === 0 ? facts : facts.filter((fact) => !gone.has(fact));
}

/** The files of one hamlet, form and month that add up; what is added to comes first. */
function filesThatAdd(group: readonly HeldPart[]): FilePart[][] {
  const standing = group.filter((held) => !held.superseded && held.part.rows > 0);
  if (standing.length > 1 && weeklyAcross(standing).length > 0) return [];
  const files = standing.length < 2 ? [] : byFile(standing);
  if (files.length < 2 || standing[0]!.month === null) return [];
  return [files.sort(([a], [b]) => byAdding(a!, b!))];
}

/** The running totals that tallies of the parts' form can state. */
export function totalsOf(
  files: readonly FilePart[],
  { formOf, indicators }: Reading,
): Cumulative[] {
  return sourcedFrom(formOf(files[0]![0]!.table.form), indicators).filter(
    (one): one is Cumulative => one.kind === 'cumulative' && one.source.tally !== undefined,
  );
}

type FactsOf = (held: HeldPart, indicator: string) => readonly Fact[];

/** The facts of a part that have a value, of one indicator. */
export function factsBy(facts: readonly Fact[]): FactsOf {
  const key = (source: number, unit: string, mergedFrom = '') =>
    [source, unit, mergedFrom].join('\u0000');
  const known = groupBy(
    facts.filter(({ value }) => value !== null),
    ({ source, unit, mergedFrom }) => key(source, unit, mergedFrom),
  );
  return ({ source, part }, indicator) =>
    known
      .get(key(source, part.unit, part.mergedFrom))
      ?.filter((fact) => fact.indicator === indicator) ?? [];
}

/** What a file says of a running total: the total, where it states one, and what it adds. */
interface Stated {
  readonly held: HeldPart;
  readonly total: Fact | undefined;
  readonly flow: number;
}

function statedIn(total: Cumulative, factsOf: FactsOf): (file: FilePart) => Stated {
  return (file) => {
    const stated = file.flatMap((held) => factsOf(held, total.id).map((fact) => ({ held, fact })));
    const flows = file.flatMap((held) => factsOf(held, total.of));
    return {
      held: stated[0]?.held ?? file[0]!,
      total: stated[0]?.fact,
      flow: flows.reduce((sum, { value }) => sum + value!, 0),
    };
  };
}

/** The totals that others take the place of. */
function settleTotal(files: readonly Stated[], total: Cumulative, emit: Emit): Fact[] {
  const gone: Fact[] = [];
  let kept: Stated | undefined;
  let due = 0;
  for (const file of files) {
    due += file.flow;
    const [before, value] = [kept?.total?.value ?? null, file.total?.value ?? null];
    const isKept = value !== null && (before === null || value >= before);
    if (before !== null && (value === null ? file.flow > 0 : value !== due))
      tell(file, kept!, total, isKept ? value : before, emit);
    if (value !== null && before !== null) gone.push(isKept ? kept!.total! : file.total!);
    if (!isKept) continue;
    kept = file;
    due = value;
  }
  return gone;
}

function tell(file: Stated, other: Stated, total: Cumulative, value: number, emit: Emit): void {
  const { held } = file;
  const { field } = total.source.tally!;
  const row = held.part.tally[0];
  const place = row === undefined ? placeOfPart(held) : placeOfTally(held, row, field);
  const args = {
    field,
    stated: file.total?.value ?? ('' as const),
    before: other.total!.value!,
    value,
    otherFile: other.held.file.file,
  };
  emit(finding('CCDS-D13', place, args, { field, form: held.table.form, unit: held.part.unit }));
}

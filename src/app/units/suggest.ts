import { getOrMake } from '../../core/memo.js';
import { byCodePoint } from '../../core/order.js';
import { firstDay, type Month } from '../../core/period.js';
import { type NamedHamlet, type NewHamlet, newHamlets } from '../../geography/new-hamlets.js';
import { nodeIn } from '../../geography/outcome.js';
import { treeAsOf } from '../../geography/tree.js';
import type { Node, Unit } from '../../geography/types.js';
import { FIRST_DAY, LAST_DAY, opens } from '../../geography/validity.js';
import { checkAliases } from '../config/units.js';
import { lastDayOf } from '../figures/on-map.js';
import { inWorkspace } from '../workspace/workspace.js';
import { type Given, readGiven } from './given.js';
import { keyOf, ownNames } from './own-name.js';
import type {
  Candidate,
  ProposedHamlet,
  Suggestions,
  UnitsOptions,
  UnmatchedName,
} from './types.js';
import { type Unmatched, unmatchedNames } from './unmatched.js';

/**
 * What is needed so that rows are counted which no unit answers to: names to be approved as
 * aliases, and hamlets that nothing in the registry is like, as rows of `units.csv`.
 */
export async function suggestUnits(asked: UnitsOptions): Promise<Suggestions> {
  const { options } = await inWorkspace(asked);
  const given = await readGiven(options);
  checkAliases(given.config, given.registry);
  const { files, names, unnamed } = await unmatchedNames(options, given);
  const strangers = names.filter(
    (one) => communeOf(one) !== null && candidatesOf(one).length === 0,
  );
  return {
    files,
    unnamed,
    names: names.map((one) => nameOf(one, given)).sort(byName),
    hamlets: proposed(given, strangers, (unit, from) => laterOf(opens(unit), from)),
  };
}

/**
 * A first registry out of a month's sheets: every hamlet that they name in a commune which
 * the registry knows, and that it does not have. Valid as long as the commune's row.
 */
export async function hamletsFromSheets(asked: UnitsOptions): Promise<Suggestions> {
  const { options } = await inWorkspace(asked);
  const given = await readGiven(options);
  const { files, names, unnamed } = await unmatchedNames(options, given);
  const found = names.filter((one) => communeOf(one) !== null);
  const others = names.filter((one) => communeOf(one) === null);
  return {
    files,
    unnamed,
    names: others.map((one) => nameOf(one, given)).sort(byName),
    hamlets: proposed(given, found, (unit) => unit.validFrom ?? ''),
  };
}

/** The commune in which a hamlet's name was looked for; null for other names. */
function communeOf({ match }: Unmatched): Unit | null {
  if (match.kind !== 'unknown' || match.level !== 'hamlet') return null;
  const { parent } = match;
  return parent !== null && parent.unit.level === 'commune' ? parent.unit : null;
}

/** What a name that is not known is like. */
function candidatesOf({ match }: Unmatched): readonly Node[] {
  return match.kind === 'unknown' ? match.suggestions : [];
}

function nameOf({ match, month, first, rows }: Unmatched, given: Given): UnmatchedName {
  const { file, sheet = '', cell = '' } = first.place;
  const at = { rows, file, sheet, cell };
  if (match.kind === 'unknown') {
    const within = match.parent?.unit.name ?? '';
    const kind = match.suggestions.length > 0 ? 'near' : 'stranger';
    const candidates = match.suggestions.map(candidate);
    return { kind, name: match.name, level: match.level, within, candidates, ...at };
  }
  if (match.kind === 'ambiguous') {
    const level = match.choices[0]?.unit.level ?? '';
    const candidates = match.choices.map(candidate);
    return { kind: 'several', name: match.name, level, within: '', candidates, ...at };
  }
  const { name, level } = match.old;
  const candidates = candidatesAmong(match.successors, month, given);
  return { kind: 'ended', name, level, within: match.oldParent ?? '', candidates, ...at };
}

function candidate({ unit, parent }: Node): Candidate {
  return { code: unit.code, name: unit.name, parent: parent?.unit.name ?? '' };
}

/** Those that an ended unit became, as they are on the last day of the month. */
function candidatesAmong(
  successors: readonly Unit[],
  month: Month | null,
  { registry, config }: Given,
): readonly Candidate[] {
  const day = month === null ? LAST_DAY : lastDayOf(month, config);
  const tree = treeAsOf(registry, day);
  return successors.flatMap((unit) => {
    const node = nodeIn(tree, unit);
    return node === null ? [] : [candidate(node)];
  });
}

function byName(a: UnmatchedName, b: UnmatchedName): number {
  return byCodePoint(a.within, b.within) || byCodePoint(a.name, b.name);
}

/** Rows for the hamlets; the first month that names one says from when it may be valid. */
function proposed(
  { registry, config }: Given,
  names: readonly Unmatched[],
  validFrom: (commune: Unit, from: string) => string,
): readonly ProposedHamlet[] {
  const named: NamedHamlet[] = [];
  const months = new Map<Unit, Month[]>();
  const near = new Map<string, readonly string[]>();
  const written = names.map((one) => {
    const name = one.match.kind === 'unknown' ? one.match.name : '';
    return { ...one, commune: communeOf(one)!, name };
  });
  const own = ownNames(registry, written);
  for (const one of written) {
    const { commune } = one;
    const name = own.get(keyOf(one)) ?? one.name;
    named.push({ commune, name, rows: one.rows });
    if (one.month !== null) getOrMake(months, commune, () => []).push(one.month);
    near.set(
      keyOf({ commune, name }),
      candidatesOf(one).map(({ unit }) => `${unit.code} ${unit.name}`),
    );
  }
  return newHamlets(registry, named).map((hamlet): ProposedHamlet => {
    const month = months.get(hamlet.commune)?.sort()[0];
    const from = month === undefined ? '' : firstDay(month, config.calendar, config.cutoff);
    return rowOf(hamlet, validFrom(hamlet.commune, from), near);
  });
}

function rowOf(
  { code, name, commune, rows, spellings, near: twin }: NewHamlet,
  validFrom: string,
  near: ReadonlyMap<string, readonly string[]>,
): ProposedHamlet {
  const written = [name, ...spellings].map((one) => near.get(keyOf({ commune, name: one })));
  const like = written.find((units) => units !== undefined) ?? [];
  return {
    code,
    name,
    level: 'hamlet',
    parent: commune.code,
    validFrom,
    validTo: commune.validTo ?? '',
    rows,
    commune: commune.name,
    spellings,
    near: twin === '' ? like : [...like, twin],
  };
}

/** The later of a unit's first day and a month's; blank where both are open. */
function laterOf(unit: string, month: string): string {
  return unit > month && unit !== FIRST_DAY ? unit : month;
}

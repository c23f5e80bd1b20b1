import type { Finding } from '../../core/finding.js';
import { getOrMake } from '../../core/memo.js';
import { type Month, monthsOf } from '../../core/period.js';
import { datedNames } from '../../geography/dated-names.js';
import type { Match, Node } from '../../geography/types.js';
import { askedPeriod } from '../asked.js';
import { collectInputs } from '../inputs/collect.js';
import { type MonthMap, monthMaps } from '../reading/maps.js';
import { readSubmission } from '../reading/read-submission.js';
import type { Given } from './given.js';
import type { UnitsOptions, UnnamedFile } from './types.js';

/** A name that the sheets' rows were rejected for, with what the matcher made of it. */
export interface Unmatched {
  readonly match: Exclude<Match, { kind: 'found' | 'alias' | 'moved' }>;
  /** The month of the map that it was looked for on; null for the newest. */
  readonly month: Month | null;
  /** Its first row. */
  readonly first: Finding;
  rows: number;
}

/** Names in submissions that no unit has, and in how many files. */
export interface UnmatchedNames {
  readonly files: number;
  readonly names: readonly Unmatched[];
  /** Files with rows of which nothing says what hamlet they are of. */
  readonly unnamed: readonly UnnamedFile[];
}

type Recorded = Pick<Unmatched, 'match' | 'month'>;

/** Reads sheets as a roll-up does, and gathers the names that rows were rejected for. */
export async function unmatchedNames(
  options: UnitsOptions,
  { registry, config }: Given,
): Promise<UnmatchedNames> {
  // Of one file at a time: a finding names the unit above, and two of one name may be far apart.
  const recorded = new Map<string, Recorded>();
  const wanted = options.period === undefined ? null : askedPeriod(options.period);
  const mapOf = recording(monthMaps(registry, config), recorded);
  const named = datedNames(registry, config.unitAliases);
  const context = { config, wanted, mapOf, datedNames: named };
  const { files } = await collectInputs(options.inputs, options.cwd);
  const names = new Map<string, Unmatched>();
  const unnamed: UnnamedFile[] = [];
  const months = wanted === null ? null : new Set(monthsOf(wanted));
  for (const [done, file] of files.entries()) {
    options.onProgress?.({ phase: 'reading', done, total: files.length });
    recorded.clear();
    const read = await readSubmission(file, context);
    if (read === 'own-output') continue;
    const rows = read.findings.filter(({ code }) => code === 'CCDS-U06').length;
    if (rows > 0) unnamed.push({ file: file.name, rows });
    for (const found of read.findings) {
      const known = recorded.get(keyOf(found) ?? '');
      if (known === undefined || (months && known.month && !months.has(known.month))) continue;
      const key = idOf(known.match);
      getOrMake(names, key, () => ({ ...known, first: found, rows: 0 })).rows++;
    }
  }
  return { files: files.length, names: [...names.values()], unnamed };
}

/** What makes two names one: the same text, looked for in the same unit; of what has ended the same unit. */
function idOf(match: Unmatched['match']): string {
  const own = match.kind === 'ended' ? match.old.code : '';
  const within = match.kind === 'unknown' ? (match.parent?.unit.code ?? '') : own;
  return `${keyOfMatch(match)}\n${within}`;
}

/** Maps whose matchers remember what they could not place, as the findings will name it. */
function recording(
  mapOf: (month: Month | null) => MonthMap,
  recorded: Map<string, Recorded>,
): (month: Month | null) => MonthMap {
  const remember = (match: Match, month: Month | null) => {
    if (match.kind === 'found' || match.kind === 'alias' || match.kind === 'moved') return;
    getOrMake(recorded, keyOfMatch(match), () => ({ match, month }));
  };
  return (month) => {
    const map = mapOf(month);
    const match: MonthMap['matcher']['match'] = (named, within) => {
      const found = map.matcher.match(named, within);
      remember(found, month);
      return found;
    };
    return { ...map, matcher: { ...map.matcher, match } };
  };
}

const SEPARATOR = '\n';

function keyOf({ code, args }: Finding): string | null {
  if (code === 'CCDS-U01') return ['unknown', args.name, args.parent].join(SEPARATOR);
  if (code === 'CCDS-U02')
    return ['ambiguous', args.name, firstCodes(`${args.choices}`)].join(SEPARATOR);
  if (code === 'CCDS-U03') return ['ended', args.name, args.parent, args.date].join(SEPARATOR);
  return null;
}

function keyOfMatch(match: Unmatched['match']): string {
  if (match.kind === 'unknown') {
    return ['unknown', match.name, match.parent?.unit.name ?? ''].join(SEPARATOR);
  }
  if (match.kind === 'ended')
    return ['ended', match.old.name, match.oldParent ?? '', match.date].join(SEPARATOR);
  const codes = match.choices.map(({ unit }: Node) => unit.code).join(' ');
  return ['ambiguous', match.name, codes].join(SEPARATOR);
}

/** `31999001 Khóm 1 (Phường 9); 32002001 …` → the codes. */
function firstCodes(choices: string): string {
  return choices
    .split('; ')
    .map((choice) => choice.split(' ')[0])
    .join(' ');
}

import { formatDate } from '../../core/format.js';
import { enNumber as n } from '../../core/shown-numbers.js';
import type { UnitsMessages } from '../types.js';
import { count } from './count.js';
import { registryProblems } from './registry-problems.js';
import { didYouMean, level } from './words.js';

const reasons: Readonly<Record<string, string>> = {
  'no-name': 'no name',
  'no-code': 'no code',
  'bad-code': 'not a code',
  clash: 'the code belongs to another unit above',
};

export const units: UnitsMessages = {
  problem: (id, detail) => registryProblems[id]?.(detail) ?? `${id} ${detail}`.trim(),
  checked: ({ registry, units: rows, changes }) =>
    `Registry ${registry}: ${count(rows, 'row')} of units, ${n(changes)} of changes`,
  sound: 'Nothing is wrong or doubtful.',
  mapOf: ({ date, units: all }) =>
    `${date === null ? 'Newest map' : formatDate(date, 'en')}: ${count(all, 'unit')}`,
  hamlets: ({ hamlets }) => count(hamlets, 'hamlet'),
  between: ({ from, to }) => `From ${formatDate(from, 'en')} to ${formatDate(to, 'en')}`,
  levelCount: ({ level: id, from, to }) =>
    `${(level as Readonly<Record<string, string>>)[id] ?? id}: ${n(from)} → ${n(to)}`,
  difference: {
    whole: 'Became part of',
    split: 'Split among',
    ended: 'Ended, whereabouts unknown',
    moved: 'Moved under another unit',
    merged: 'Made of',
    continued: 'Made of one unit',
    new: 'New, origin unknown',
  },
  reused: ({ name, isGone }) => (isGone ? `its code is now ${name}` : `its code was ${name}`),
  same: 'Nothing changed.',
  imported: ({ units: rows, skipped }) =>
    `Imported ${count(rows, 'unit')}${skipped > 0 ? `, ${count(skipped, 'row')} left out` : ''}.`,
  skipped: ({ row, reason, found }) =>
    `row ${row}: ${reasons[reason] ?? reason}${found === '' ? '' : ` (${found})`}`,
  nothing: ({ files }) => `${count(files, 'file')} read; every name is in the registry.`,
  suggested: ({ files, names, hamlets }) =>
    `${count(files, 'file')} read: ${count(names, 'name')} unmatched, ${count(hamlets, 'hamlet')} that may be new`,
  kind: {
    near: 'Near',
    several: 'Several with that name',
    ended: 'No longer a unit',
    stranger: 'Not in the registry',
  },
  rows: ({ rows }) => count(rows, 'row'),
  approve:
    'Put those that are right into aliases.units of ccds.config.json (--format json has them ready). What is not approved is not counted.',
  newHamlets: 'Hamlets that may be new; put those that are into units.csv:',
  proposed: ({ hamlets, communes }) =>
    `${count(hamlets, 'hamlet')} of ${count(communes, 'commune')}. Check names, codes and days before they go into the registry.`,
  notPlaced: ({ names }) =>
    `Of ${count(names, 'other name')} the commune is not known; see ccds units suggest.`,
  unnamed: ({ count: files, files: names }) =>
    `${count(files, 'file')} with rows that name no hamlet, or name it where it was not understood (${names}); theirs may be missing.`,
  actionUnknown: ({ action, actions, suggestion }) =>
    `There is no action “${action}”.${suggestion ? ` ${didYouMean(suggestion)}` : ''} Choose one of: ${actions}.`,
  argumentsWrong: ({ action, usage }) => `“${action}” was called the wrong way. Usage: ${usage}`,
  written: ({ path }) => `Wrote ${path}`,
};

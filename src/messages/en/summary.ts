import { firstFew } from '../../core/first-few.js';
import { periodInSentence, periodsInSentence } from '../../core/period-words.js';
import { enNumber as n } from '../../core/shown-numbers.js';
import type { SummaryMessages } from '../types.js';
import { atTime } from './at-time.js';
import { count } from './count.js';
import { damagedLedger, mendLedger } from './ledger.js';

/** Where reports may lie instead. */
function elsewhere(months: readonly string[]): string {
  const last = months.at(-1);
  if (last === undefined) return ' Copy the month’s reports into it and run this again.';
  return ` Folders with files: ${firstFew([...months].reverse())}; name the month that is meant, as in --period ${last}.`;
}

export const summary: SummaryMessages = {
  findings: ({ error, warning, info }) =>
    `${count(error, 'error')}, ${count(warning, 'warning')}, ${count(info, 'note')}`,
  more: ({ count: left }) => `… and ${n(left)} more; see all with --format csv or --format json.`,
  tooMany: ({ most }) =>
    `There ${most === 1 ? 'is' : 'are'} more than ${count(most, 'warning')}, the limit of --max-warnings.`,
  returned: ({ path, folders, copies }) =>
    `Wrote ${count(copies, 'copy', 'copies')} to return to ${path} (${count(folders, 'folder')})`,
  templates: ({ path, books }) => `Wrote ${count(books, 'blank workbook')} to ${path}`,
  decisions: ({ path, lines }) => `Wrote ${count(lines, 'line')} to fill in to ${path}`,
  made: ({ root, isHere, names, month, blankUnits }) =>
    names.length === 0
      ? `“${root}” is a workspace already; there was nothing to add.`
      : [
          `Laid out the workspace “${root}”:`,
          ...names.map((name) => `  ${name}`),
          ...(isHere ? [] : [`What follows is run in that folder: cd "${root}"`]),
          ...(blankUnits === null
            ? []
            : [
                `First write the units into ${blankUnits} (ccds units import has communes and districts, ccds units hamlets the hamlets).`,
              ]),
          `Copy the reports into submissions/${month}/ and run: ccds rollup`,
        ].join('\n'),
  registryKept: ({ kept, given }) =>
    `The registry “${kept}” is there already and stays as it is; “${given}” is not used. To replace it, move the old one away (or change "registry" in ccds.config.json) and run this again.`,
  closed: ({ month, path }) => `Closed ${periodInSentence(month, 'en')} in ${path}`,
  closedBare: ({ month }) =>
    `No figure of ${periodInSentence(month, 'en')} counts, as no row was accepted that has one: it is closed as a month of which nobody reported. If that is not meant, reopen it (ccds close ${month} --reopen --reason "…"), mend the reports and close it again.`,
  reopened: ({ month, path, restated }) =>
    `Reopened ${periodInSentence(month, 'en')}; the closed figures are kept in ${path}${
      restated.length === 0
        ? ''
        : `\nThat closing had published new figures of ${periodsInSentence(restated, 'en')}: these are taken back too, until ${periodInSentence(month, 'en')} is closed again.`
    }`,
  noFiles: ({ leftOut, hasOwn, where }) =>
    `No report was found to read${where ? ` in ${where.path}` : ''}${leftOut ? `; files not opened: ${leftOut}` : ''}.${hasOwn ? ' To add up a lower level’s package, name its datapackage.json.' : ''}${where ? elsewhere(where.months) : ''}`,
  noHamlets:
    'The registry has no hamlets on the last day of the period, so no figures could be made. Check the dates in units.csv; a first list of hamlets is made by ccds units hamlets.',
  strangeFiles: ({ files, of, names, provinces }) =>
    `${files === of ? `All ${of} reports` : `${files} of the ${of} reports`} name units alone that the registry (${provinces}) does not have: ${names}. Is it another province’s registry? Check --registry.`,
  notNoted:
    'The workspace cannot be written (the disk is full, or can only be read): when new files were received was not noted.',
  besideOther: ({ host, since }) =>
    `Another run has the workspace (on ${host}, since ${atTime(since)}), so this one only looked: when new files were received was not noted.`,
  ledgerDamage: (damage) =>
    `${damagedLedger(damage)} What can be read of it is used; a file that is not in it is taken to have come when it was saved, and nothing is noted. ${mendLedger(damage)}`,
  stray: ({ names }) =>
    `Not read, as they are in no month’s folder of submissions/: ${names}. Move reports into the folder of their month, named as 2024-09.`,
  registry: (findings) => `The registry: ${findings}. See each row with: ccds units check`,
  next: {
    step: (said) => `Next: ${said}`,
    folder: 'returned',
    return: ({ call }) => `make the copies to return of the files with errors: ${call}`,
    packages:
      'ask those who sent the packages (whose names begin the paths of the files) to make the copies to return of the files with errors, and to send the packages again once they are corrected.',
    send: ({ folder, rollup }) =>
      folder === null
        ? 'send each folder to its unit; put what comes back among the reports and run this again.'
        : `send each folder to its unit; put what comes back into submissions/${folder}/ and run: ${rollup}`,
    settle: ({ path }) =>
      `ask each unit, fill in the columns decision, value, reason, by and date of ${path}, copy the rows that are filled in to the registry’s decisions.csv and run this again.`,
    chase: ({ chase, close }) =>
      `remind those who have not reported in full (${chase}); when they have, or you wait no longer, close: ${close}`,
    review: ({ validate, close }) => `look at the warnings (${validate}), then close: ${close}`,
    close: ({ close }) => `close the figures: ${close}`,
    rollup: ({ rollup }) => `roll up: ${rollup}`,
    again: ({ rollup, close }) =>
      `once it is corrected, roll up (${rollup}) and close again: ${close}`,
    month: ({ month, status }) =>
      `copy the reports of ${periodInSentence(month, 'en')} into submissions/${month}/ and see who has reported: ${status}`,
  },
  strict: 'There are warnings, and --strict takes them for errors.',
};

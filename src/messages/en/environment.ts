import { parsePeriod } from '../../core/period.js';
import { enNumber as n } from '../../core/shown-numbers.js';
import type { EnvironmentMessages, Words } from '../types.js';
import { atTime } from './at-time.js';
import { count as counted } from './count.js';
import { damagedLedger, mendLedger } from './ledger.js';
import { registryProblems } from './registry-problems.js';

/** Why a file could not be read or written: a reader's reason or an error of the system. */
const reasons: Words = {
  resaved: 'it is not as ccds wrote it, perhaps opened and saved by another program',
  damaged: 'it is damaged or was cut short',
  encrypted: 'it is protected by a password',
  limit: 'it is too large',
  unsupported: 'its format is not supported',
  unknown: 'its content is not a spreadsheet',
  empty: 'it is empty',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the storage quota is used up',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'it was not found',
  ENAMETOOLONG: 'its name or path is too long',
  'no-folder': 'the system does not allow a folder there',
  ELOOP: 'the link leads back to itself',
  EBUSY: 'another program has it open',
  EMFILE: 'too many files are open',
  EIO: 'the disk or the network failed',
  EFBIG: 'the file is larger than the system allows',
};

const inWords = (id: string): string => reasons[id] ?? id;

const registryProblem = (problem: string, detail: string): string =>
  problem === 'unreadable'
    ? `it could not be read (${inWords(detail)})`
    : (registryProblems[problem]?.(detail) ?? `${problem} ${detail}`.trim());

const inConfig = (where: string): string => (where === '' ? 'the content' : `“${where}”`);

/** JSON's types. */
const types: Words = {
  string: 'text, in double quotes',
  number: 'a number, without quotes',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in [ ]',
  object: 'a group, in { }',
};

/** What is wrong at a place of the config. */
const configProblems: Readonly<Record<string, (where: string, detail: string) => string>> = {
  syntax: (_, line) =>
    `it is not valid JSON near line ${line} (often a comma or bracket too few or too many)`,
  twice: (where, line) =>
    `“${where}” is there twice (again in line ${line}), and only the last would be used: join them, or delete one`,
  encoding: (_, line) => `the text near line ${line} is not UTF-8; save the file as UTF-8`,
  unknown: (where) => `there is no setting “${where}”`,
  missing: (where) => `“${where}” is missing`,
  type: (where, type) => `${inConfig(where)} has to be ${types[type] ?? type}`,
  value: (where, allowed) =>
    `${inConfig(where)} has a wrong type or value` +
    (allowed === '' ? '' : `; allowed: ${allowed}`),
  day: (where) => `“${where}” has to be a day, written like 2025-06-30`,
  weekend: (where) =>
    `“${where}” has to be a Saturday or Sunday, as the other days of the week are worked anyway`,
  unused: (where) =>
    `“${where}” has no use where kind is calendar: such a month ends on its last day; leave it out, or make kind cutoff`,
  levels: (where) =>
    `“${where}” must list the levels, the top one first, each once, with hamlet as the last (such as ["province", "commune", "hamlet"])`,
  blank: (where) => `“${where}” is blank`,
  reference: (where) => `“${where}” uses a name that is not there, or is there already`,
  unit: (where, unit) =>
    `“${where}” has the unit code ${unit}, which is not in the registry (ccds units list shows the codes)`,
};

export const environment: EnvironmentMessages = {
  'input-missing': ({ path, near }) =>
    `“${path}” was not found.${near === '' ? '' : ` Did you mean “${near}”?`} Check the name of the file or folder; put a name with spaces in double quotes.${parsePeriod(path) === null ? '' : ` A period is named with --period ${path}.`}`,
  'input-folder': ({ path }) =>
    `“${path}” is a folder, and this command looks at one file. Name a file in it; to check the whole folder, use ccds validate.`,
  'input-archive': ({ path, names, count }) =>
    `“${path}” is an archive of ${counted(Number(count), 'file')}${names === '' ? '' : ` (${names})`}, which ccds rollup and ccds validate read; this command looks at one file. Unpack it and name one of its files.`,
  'no-inputs': () =>
    'There is no report to read. Name a file or folder with reports (.xlsx, .xls, .ods, .csv, .zip).',
  'argument-swallowed': ({ argument }) =>
    `“${argument}” came as one argument. In PowerShell a name with spaces must not end with \\ inside the quotation marks: take that \\ away and run again.`,
  'cwd-missing': () =>
    'The current folder is not there any more: it was removed or renamed, or its drive is disconnected. Change to a folder that is there (cd) and run again.',
  'registry-missing': ({ path }) =>
    path
      ? `The registry “${path}” was not found. Name its folder or workbook with --registry.`
      : 'No registry was named. Add --registry with its folder or workbook, such as --registry registry/.',
  'registry-bad': ({ file, row, problem, detail, count }) =>
    [
      `The registry is not consistent and was not worked with: ${file}`,
      row ? `, row ${row}` : '',
      `: ${registryProblem(problem, detail)}`,
      count > 1 ? `; ${counted(count - 1, 'more problem')}, which ccds units check shows` : '',
      '. Correct the registry and run again.',
    ].join(''),
  'registry-within': ({ path, within }) =>
    `“${path}” has no table of units (units.csv), but the folder “${within}” in it has. Name it with --registry "${within}".`,
  'config-missing': ({ path }) =>
    `The config “${path}” was not found. Check the path after --config.`,
  'config-unreadable': ({ path, detail }) =>
    `The config “${path}” could not be read: ${inWords(detail)}. Mend this and run again.`,
  'config-bad': ({ path, where, problem, detail, count }) =>
    [
      `The config “${path}” has a mistake: `,
      configProblems[problem]?.(where, detail) ?? where,
      count > 1 ? `; ${counted(count - 1, 'more problem')}` : '',
      '. Correct it and run again.',
    ].join(''),
  'list-unknown': ({ file }) =>
    `“${file}” does not hold the statistics office’s list of units. It needs the columns Tỉnh Thành Phố, Mã TP, Phường Xã, Mã PX (and Quận Huyện, Mã QH in lists from before 2025-07-01).`,
  'date-bad': ({ date }) => `“${date}” is not a day. Write it like 2025-08-01 (year-month-day).`,
  'period-bad': ({ period, near }) =>
    `“${period}” is not a period.${near ? ` Is it ${near}?` : ''} Write it as 2024-09 (month), 2024-Q3 (quarter), 2024-H2 (half-year) or 2024 (year).`,
  'period-needed': ({ found }) =>
    found
      ? `The reports are of several periods (${found}). Choose one, such as --period ${found.split(/[,;\s]/)[0]}.`
      : 'It is not clear which period is wanted. Name it, such as --period 2024-09.',
  'previous-bad': ({ path, period }) =>
    period
      ? `The result “${path}” is of ${period}, which is not an earlier period of the same length. Name the result of an earlier period.`
      : `“${path}” is not a result of ccds. Name the folder of an earlier result, or the file data/values.csv in it.`,
  'history-missing': ({ path }) =>
    `“${path}” is not a folder of closed months. Name after --history the folder closed/ of a workspace, in which each closed month is a folder such as 2024-09.`,
  'output-busy': ({ path }) =>
    `“${path}” could not be written: another program, perhaps Excel, has it open. Close it and run again; the old result is untouched.`,
  'output-unwritable': ({ path, detail }) =>
    `“${path}” could not be written: ${inWords(detail)}. Choose another place and run again.`,
  'output-exists': ({ path }) =>
    `“${path}” is there already, so it was left alone. Write to another file, or add --force to replace it.`,
  'stdout-unwritable': ({ detail }) =>
    `The result could not be printed: ${inWords(detail)}. If it goes into a file (>), choose another place and run again.`,
  'temporary-unreadable': ({ detail }) =>
    `Figures put aside in this computer’s temporary folder could not be read back: ${inWords(detail)}. Run again.`,
  'output-foreign': ({ path }) =>
    `“${path}” holds something that ccds did not make, or that was changed since, so it was left alone. Choose another folder, or add --force to replace it.`,
  'output-holds': ({ path, holds }) =>
    `The results cannot go to “${path}”: ${holds === path ? 'what is there' : `“${holds}” lies in it and`} would be lost. Choose another folder.`,
  'unit-missing': ({ unit, near }) =>
    unit === ''
      ? 'No unit was named. Give its code or name after --unit.'
      : `The registry has no unit “${unit}” in this period.${near ? ` Names that are near: ${near}.` : ''} Check it, or give the code after --unit.`,
  'unit-several': ({ unit, choices, more }) =>
    `Several units are called “${unit}”: ${choices}${more > 0 ? ` and ${n(more)} more` : ''}. Give the code after --unit.`,
  'indicator-unknown': ({ indicator, known }) =>
    `There is no indicator “${indicator}”. Give the id or the name of one of these.${known}`,
  'sheet-missing': ({ sheet, file, sheets }) =>
    `The file “${file}” has no sheet “${sheet}”.${sheets ? ` Its sheets are: ${sheets}.` : ''}`,
  'file-unreadable': ({ file, en }) => `“${file}”: ${en}`,
  'history-bad': ({ path, detail }) =>
    `“${path}”, which ccds wrote, could not be read: ${inWords(detail)}. Restore the file from a backup and run again.`,
  'closed-unmarked': ({ path }) =>
    `The folder “${path}” is there without its closed.json, so the month cannot be closed into it. If it has closed figures, restore closed.json from a backup; else move the folder out of closed/, and run again.`,
  'closed-misplaced': ({ path, period }) =>
    `The folder “${path}” has the closed figures of ${period}, not of the month that it is named by. Give the folders in closed/ their own names again (or restore closed/ from a backup) and run again.`,
  'ledger-damaged': (damage) =>
    `The month was not closed, as the times when its reports came are closed with it. ${damagedLedger(damage)} ${mendLedger(damage)}`,
  'workspace-needed': ({ path }) =>
    `“${path}” does not lie in a workspace of ccds. Change to one, or make one with ccds init.`,
  'workspace-unreadable': ({ path, detail }) =>
    `“${path}” in the workspace could not be read: ${inWords(detail)}. Nothing was changed; put that right and run again.`,
  'workspace-unwritable': ({ path, detail }) =>
    `“${path}” in the workspace could not be written: ${inWords(detail)}. What was there is untouched; put that right and run again.`,
  'workspace-busy': ({ path, host, since }) =>
    `The workspace is in use${host && since ? ` on ${host}, since ${atTime(since)}` : ''}. Wait until that run is done and run again; if you are sure that none is running, delete “${path}”.`,
  'period-closed': ({ period }) =>
    `${period} is closed and was left alone. To close it anew, reopen it first: ccds close ${period} --reopen --reason "why".`,
  'period-empty': ({ period }) =>
    `There are no reports of ${period}, so it was not closed. Name the month to close, such as ccds close 2024-09.`,
  'period-open': ({ period }) => `${period} is not closed, so there is nothing to reopen.`,
  'period-not-month': ({ period }) =>
    period === ''
      ? 'This command is about one month: name it, such as ccds close 2024-09.'
      : `This command is about one month, such as 2024-09; “${period}” is not a month. Quarters, half-years and years are made from months.`,
  'reason-needed': () =>
    'Reopening a closed month needs a reason, which is kept. Add --reason "why".',
  interrupted: () => 'Stopped as asked; the old result is untouched and nothing more was written.',
};

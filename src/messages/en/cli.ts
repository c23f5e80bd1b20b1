import { enNumber as n } from '../../core/shown-numbers.js';
import type { CliMessages } from '../types.js';
import { commands } from './commands.js';
import { count } from './count.js';
import { didYouMean } from './words.js';

const maybe = (suggestion?: string): string => (suggestion ? ` ${didYouMean(suggestion)}` : '');

export const cli: CliMessages = {
  program:
    'Rolls up the monthly sheets of Vietnam’s community digital technology teams: reads the hamlets’ files, checks them and adds them up by commune, district and province.',
  commands,
  arguments: {
    inputs:
      'files and folders of reports (.xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt, .zip); * and ? stand for parts of a name; not needed in a workspace',
    indicator: 'id of an indicator (such as eid_accounts), then files and folders of reports',
    file: 'the file to look at',
    folder: 'folder of the workspace (else the current one)',
    month: 'the month, such as 2024-09',
    unitsAction:
      'what to do: check, list, tree, diff DATE DATE, import FILE [PROVINCE...], suggest INPUT..., hamlets INPUT...',
    code: 'a code such as CCDS-R02, or a family such as CCDS-R*',
  },
  options: {
    period: 'period: 2024-09 (month), 2024-Q3 (quarter), 2024-H2 (half-year), 2024 (year)',
    registry: 'folder or workbook of the registry, or the name of a bundled one (ca-mau)',
    out: 'folder for the results (else out/PERIOD)',
    config: 'the province’s config (ccds.config.json)',
    lang: 'language of messages',
    strict: 'exit with 1 on warnings too',
    maxWarnings: 'exit with 1 beyond this many warnings',
    return:
      'folder for the copies to return, one folder a commune: the submitter’s workbook with the cells to mend marked',
    decisions: 'write lines for decisions.csv to this file, to be filled in',
    previous: 'last month’s result (its folder or values.csv), to tell implausible figures',
    layout: 'lists (a row a person or household) or tallies (a row a hamlet)',
    by: 'one workbook a hamlet, or one a commune (without it: lists by hamlet, tallies by commune)',
    traceUnit: 'code or name of the unit whose figure is traced',
    unit: 'for the unit of this code and those below it alone',
    templateOut: 'folder for the workbooks (else mau/PERIOD, of one unit mau/PERIOD_UNIT)',
    history: 'folder of closed months to compare with (in a workspace: closed/)',
    cache: 'folder that keeps what was read of each file, so that only changed files are read',
    chase: 'print the list of those missing alone, to paste into Zalo',
    reopen: 'reopen a closed month',
    reason: 'why it is reopened; it is kept',
    initRegistry:
      'registry to begin with: a folder, a workbook, or the name of a bundled one (ca-mau)',
    quiet: 'no progress and no messages',
    json: 'print the result as JSON',
    noColor: 'no colours',
    force: 'replace the results folder even if ccds did not make it',
    forceFile: 'write over a file that is there',
    format: 'output format',
    outFile: 'write the result to this file instead of printing it',
    asOf: 'day of the unit map, such as 2025-08-01 (without it: the period’s last day)',
    sheet: 'name or number of the sheet to show',
    help: 'show this help',
    version: 'show the version',
  },
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    exitStatus: 'Exit status:',
    default: (value) => `default: ${value}`,
    command: 'show the help of a command',
    exits: [
      ['0', 'done, no error'],
      ['1', 'done, with at least one error in the reports'],
      ['2', 'not done: wrong call, inconsistent registry, results not writable'],
    ],
  },
  errors: {
    unknownCommand: ({ name, suggestion }) => `There is no command “${name}”.${maybe(suggestion)}`,
    unknownOption: ({ option, suggestion }) =>
      `There is no option “${option}”.${maybe(suggestion)}`,
    missingArgument: ({ argument, what }) => `${argument} is missing: ${what}.`,
    optionMissingArgument: ({ option }) => `The option ${option} needs a value after it.`,
    optionTwice: ({ option, value }) =>
      `The option ${option} is given twice, the second time with “${value}”. Give it once.`,
    invalidChoice: ({ option, value, choices }) =>
      `The option ${option} does not take “${value}”; choose one of: ${choices}.`,
    invalidCount: ({ option, value }) =>
      `The option ${option} takes a whole number of 0 or more, not “${value}”.`,
    excessArguments: ({ expected, found }) =>
      `This command takes ${count(expected, 'argument')}, but there ${found === 1 ? 'is' : 'are'} ${n(found)}. Put a name with spaces in double quotes.`,
    conflictingOptions: ({ first, second }) => `${first} and ${second} do not go together.`,
    unknownCode: ({ code, suggestion }) => `There is no code “${code}”.${maybe(suggestion)}`,
    usage: 'The command was not called correctly.',
    seeHelp: ({ command }) => `For help: ${command} --help`,
    unexpected: ({ detail }) =>
      `ccds met an unexpected error that is no fault of the reports: ${detail}. Please send what follows to its developers.`,
  },
};

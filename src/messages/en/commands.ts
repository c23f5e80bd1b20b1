import type { CliMessages } from '../types.js';

export const commands: CliMessages['commands'] = {
  init: {
    summary: 'lay out a workspace for month after month',
    description:
      'Lays out a workspace: a config, a registry, submissions/MONTH to copy the reports into, out/ and closed/. What is there already is left as it is. In a workspace the other commands need no arguments.',
    examples: [
      ['ccds init', 'in the current folder'],
      ['ccds init workspace --registry ca-mau', 'in a new folder, with the registry of Cà Mau'],
    ],
  },
  rollup: {
    summary: 'roll the reports of a period up into the province’s summary workbook',
    description:
      'Reads every report in the files and folders named, checks it, adds up by hamlet, commune, district and province, and writes the province’s summary workbook, one for each district (for each commune, where there are no districts), and the data as CSV.',
    examples: [
      ['ccds rollup reports/ --period 2024-09 --registry registry/', 'roll up September 2024'],
      ['ccds rollup reports/ --period 2024-Q3 --registry ca-mau --out q3/', 'roll up a quarter'],
    ],
  },
  validate: {
    summary: 'check reports and say what to correct',
    description:
      'Reads and checks reports as a roll-up does, and tells what to correct, file by file, with the cell and how to mend it.',
    examples: [
      ['ccds validate xa-tan-an/ --registry registry/', 'check a folder'],
      ['ccds validate reports/ --registry registry/ --format csv > findings.csv', 'the full list'],
      ['ccds validate reports/ --registry registry/ --return returned/', 'copies to send back'],
    ],
  },
  status: {
    summary: 'see who has reported, who was late and who is missing',
    description:
      'Counts what was received, on time, late and missing by unit, and lists those missing with whom to call (contacts.csv), ready to paste into Zalo.',
    examples: [
      ['ccds status', 'the newest month of the workspace'],
      ['ccds status --period 2024-09 --chase', 'the list of those missing alone'],
    ],
  },
  close: {
    summary: 'close the figures of a month',
    description:
      'Freezes a month in closed/MONTH: every value, every finding, the checksum of every file. Files that come late or are corrected afterwards are told by the next roll-up: the published figure, the new one, and which file made it so.',
    examples: [
      ['ccds close 2024-09', 'close September 2024'],
      ['ccds close 2024-09 --reopen --reason "Tân Ân sent again"', 'reopen a closed month'],
    ],
  },
  template: {
    summary: 'make blank workbooks for the units to fill in',
    description:
      'Makes a workbook for each commune or each hamlet of the registry, with its units and the period filled in, dropdowns, checks as one types and a sheet of instructions.',
    examples: [
      ['ccds template --registry registry/ --period 2024-09 --out blank/', 'one a commune'],
      [
        'ccds template --registry registry/ --period 2024-09 --layout list --by hamlet --unit 32242',
        'lists, one a hamlet, of one commune alone',
      ],
    ],
  },
  inspect: {
    summary: 'show a file as ccds sees it',
    description:
      'Shows the kind of file, its sheets, their sizes and the forms recognised; with --sheet the cells of that sheet.',
    examples: [
      ['ccds inspect "Bao cao T9.xlsx"', 'what is in the file'],
      ['ccds inspect "Bao cao T9.xlsx" --sheet 2 --format csv', 'print the second sheet'],
    ],
  },
  explain: {
    summary: 'explain the code of an error, warning or note, and how to mend it',
    description:
      'Tells what a code means, why it matters and how to mend it. Without a code, lists all.',
    examples: [
      ['ccds explain CCDS-R02', 'explain one code'],
      ['ccds explain "CCDS-D*"', 'explain a family'],
    ],
  },
  trace: {
    summary: 'trace a figure to the files, sheets and rows that made it',
    description:
      'From a unit’s total down through the units below it to the files, sheets, cells or rows that were counted.',
    examples: [
      [
        'ccds trace eid_accounts reports/ --unit 973 --period 2024-09 --registry registry/',
        'where the accounts of district 973 come from',
      ],
      [
        'ccds trace members reports/ --unit "Xã Tân Ân" --period 2024-09 --registry registry/ --format csv',
        'a line for each source',
      ],
    ],
  },
  units: {
    summary: 'look at, check and build the registry of units',
    description:
      'Checks the registry (check); shows the units of a day (list, tree) and what changed between two days (diff); reads the statistics office’s list (import); names in the sheets that nothing answers to, to be approved (suggest); a first list of hamlets out of the sheets (hamlets).',
    examples: [
      ['ccds units check --registry registry/', 'what is wrong or doubtful in the registry'],
      ['ccds units tree --registry ca-mau --as-of 2025-08-01', 'the unit tree of a day'],
      ['ccds units diff 2025-06-30 2025-07-01 --registry ca-mau', 'what was rearranged'],
      [
        'ccds units import "Danh muc.xls" 96 --out registry/units.csv',
        'one province of the statistics office’s list',
      ],
      [
        'ccds units suggest reports/ --registry registry/ --format json --out approve.json',
        'unmatched names, for a person to approve',
      ],
      ['ccds units hamlets reports/ --registry ca-mau > hamlets.csv', 'a first list of hamlets'],
    ],
  },
};

import type { CliMessages } from '../types.js';

export const commands: CliMessages['commands'] = {
  rollup: {
    summary: "roll the reports of a period up into the province's summary workbook",
    description:
      'Reads every report in the files and folders named, checks it, adds up by hamlet, commune, district and province, and writes the summary workbook, one for each district, and the data as CSV.',
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
    summary: 'explain the code of an error, warning or remark, and how to mend it',
    description:
      'Tells what a code means, why it matters and how to mend it. Without a code, lists all.',
    examples: [
      ['ccds explain CCDS-R02', 'explain one code'],
      ['ccds explain "CCDS-D*"', 'explain a family'],
    ],
  },
  units: {
    summary: 'look at and search the registry',
    description: 'Lists the units of the registry in a period, or finds units by name or code.',
    examples: [['ccds units --registry ca-mau --period 2024-09', 'units of September 2024']],
  },
};

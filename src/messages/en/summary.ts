import { enNumber as n } from '../numbers.js';
import type { SummaryMessages } from '../types.js';

const count = (value: number, one: string, many = `${one}s`): string =>
  `${n(value)} ${value === 1 ? one : many}`;

export const summary: SummaryMessages = {
  title: ({ unit, period }) => `${unit}, ${period}`,
  reported: ({ reported, expected }) => `${n(reported)} of ${count(expected, 'hamlet')} reported`,
  files: ({ files }) => `${count(files, 'file')} read`,
  leftOut: ({ files }) =>
    `${count(files, 'file')} not opened (temporary and system files, older results)`,
  rows: ({ read, accepted, rejected, ignored }) =>
    `${count(read, 'row')} read: ${n(accepted)} accepted, ${n(rejected)} rejected, ${n(ignored)} ignored`,
  findings: ({ error, warning, info }) =>
    `${count(error, 'error')}, ${count(warning, 'warning')}, ${n(info)} info`,
  noFindings: 'No errors and no warnings.',
  more: ({ count: left }) => `… and ${n(left)} more; see all with --format csv or --format json.`,
  written: ({ path, files }) => `${count(files, 'file')} written to ${path}`,
  tooMany: ({ most }) => `There are more than ${n(most)} warnings, the limit of --max-warnings.`,
  returned: ({ path, folders, copies }) =>
    `Wrote ${n(copies)} copies to return, for ${n(folders)} units, to ${path}`,
  templates: ({ path, books }) => `Wrote ${n(books)} blank workbooks to ${path}`,
  decisions: ({ path, lines }) => `Wrote ${n(lines)} lines to fill in to ${path}`,
  made: ({ root, names, month }) =>
    names.length === 0
      ? `“${root}” is a workspace already; there was nothing to add.`
      : [
          `Laid out the workspace “${root}”:`,
          ...names.map((name) => `  ${name}`),
          `Copy the reports into submissions/${month}/ and run: ccds rollup`,
        ].join('\n'),
  closed: ({ month, path }) => `Closed ${month} in ${path}`,
  reopened: ({ month, path }) => `Reopened ${month}; the closed figures are kept in ${path}`,
  strict: 'There are warnings, and --strict takes them for errors.',
};

import type { Messages } from '../types.js';

export const didYouMean = (suggestion: string): string => `Did you mean “${suggestion}”?`;

export const progress: Messages['progress'] = {
  finding: 'Looking for reports',
  reading: 'Reading',
  'looking-back': 'Looking at closed months again',
  'rolling-up': 'Rolling up',
  writing: 'Writing the results',
};

export const level: Messages['level'] = {
  province: 'Province',
  district: 'District',
  commune: 'Commune',
  hamlet: 'Hamlet',
};

export const severity: Messages['severity'] = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  off: 'off',
};

export const layout: Messages['layout'] = { list: 'list', tally: 'tally' };

/** Why a file was left out without being opened. */
export const leftOut: Messages['leftOut'] = {
  'lock-file': 'lock file of an open workbook',
  'apple-double': 'a Mac’s companion file',
  'system-file': 'file of the operating system',
  hidden: 'hidden file',
  shortcut: 'shortcut',
  'own-output': 'result of ccds',
  setting: 'registry or config',
  'given-twice': 'named twice',
  'not-a-file': 'not a file',
};

export const label: Messages['label'] = {
  sheet: 'Sheet',
  row: 'Row',
  severity: 'Severity',
  message: 'Message',
  fix: 'How to mend it',
  why: 'Why it matters',
  example: 'Example',
  kind: 'Kind',
  size: 'Size',
  rows: 'Rows',
  columns: 'Columns',
  hidden: 'hidden',
  table: 'Table',
  noRows: 'no rows yet',
  tableRows: 'rows',
  ownSheet: '(made by ccds, not read)',
  unreadable: '(cannot be read)',
};

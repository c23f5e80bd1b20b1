import { expect, test } from 'vitest';
import { explain as explainAll } from '../../src/app/explain.js';
import { EnvironmentError } from '../../src/core/errors.js';
import { REGISTRY_PROBLEMS } from '../../src/geography/problems.js';
import { registryProblems as enProblems } from '../../src/messages/en/registry-problems.js';
import { environmentMessage, messages } from '../../src/messages/index.js';
import type { EnvironmentArguments } from '../../src/messages/types.js';
import { registryProblems as viProblems } from '../../src/messages/vi/registry-problems.js';
import { unitWords } from '../../src/reports/unit-words.js';
import { labelsOf } from '../../src/reports/workbook/labels.js';
import { explain } from '../../src/rules/index.js';

const LANGS = ['vi', 'en'] as const;

const SAMPLES: { readonly [C in keyof EnvironmentArguments]: EnvironmentArguments[C] } = {
  'input-missing': { path: 'bao-cao', near: 'báo cáo' },
  'input-folder': { path: 'bao-cao' },
  'input-archive': { path: 'a.zip', names: '“T9.xlsx”', count: 1 },
  'no-inputs': {},
  'cwd-missing': {},
  'argument-swallowed': { argument: 'bao cao" --period 2024-09' },
  'registry-missing': { path: 'danh-muc' },
  'registry-bad': { file: 'units.csv', row: 14, problem: 'orphan', detail: '32185', count: 1251 },
  'config-missing': { path: 'ccds.config.json' },
  'config-unreadable': { path: 'ccds.config.json', detail: 'EACCES' },
  'config-bad': {
    path: 'ccds.config.json',
    where: 'calendar.kind',
    problem: 'value',
    detail: 'cutoff, calendar',
    count: 2,
  },
  'list-unknown': { file: 'DS.xls' },
  'date-bad': { date: '2025-13-01' },
  'period-bad': { period: '2024-13', near: '' },
  'period-needed': { found: '2024-08, 2024-09' },
  'previous-bad': { path: 'out/2024-08', period: '2024-10' },
  'history-missing': { path: 'closd' },
  'unit-missing': { unit: 'Xã Tân An', near: 'Xã Tân Ân, Huyện Ngọc Hiển (32245)' },
  'unit-several': { unit: 'Ấp 1', choices: 'Ấp 1, Xã Tân Ân (32245001)', more: 2 },
  'indicator-unknown': { indicator: 'eid', known: '' },
  'output-busy': { path: 'out/2024-09' },
  'output-unwritable': { path: 'out/2024-09', detail: 'ENOSPC' },
  'output-exists': { path: 'hoi-lai.csv' },
  'output-foreign': { path: 'out' },
  'stdout-unwritable': { detail: 'ENOTCONN' },
  'temporary-unreadable': { detail: 'ENOTCONN' },
  'output-holds': { path: 'out', holds: 'out/bao-cao' },
  'sheet-missing': { sheet: 'Hộ', file: 'T9.xlsx', sheets: 'Sheet1, Sheet2' },
  'file-unreadable': { file: 'T9.xlsx', vi: 'Tệp bị hỏng.', en: 'The file is damaged.' },
  'history-bad': { path: 'closed/2024-08', detail: 'ENOENT' },
  'closed-unmarked': { path: 'closed/2024-08' },
  'closed-misplaced': { path: 'closed/2024-08', period: '2024-09' },
  'ledger-damaged': { path: '.ccds/ledger.csv', line: 7, why: 'columns', count: 3 },
  'workspace-needed': { path: 'bao-cao' },
  'registry-within': { path: 'b', within: 'b/registry' },
  'workspace-busy': { path: '.ccds/lock', host: 'may-1', since: '2024-09-16T02:03:04.000Z' },
  'workspace-unreadable': { path: '/to-so/closed', detail: 'EACCES' },
  'workspace-unwritable': { path: '.ccds/ledger.csv', detail: 'ENOSPC' },
  'period-closed': { period: '2024-09' },
  'period-empty': { period: '2024-09' },
  'period-open': { period: '2024-09' },
  'period-not-month': { period: '2024-Q3' },
  'reason-needed': {},
  interrupted: {},
};

/** What `ccds units` says things of. */
const UNITS = {
  ...{ registry: 'ca-mau', units: 248, changes: 189, hamlets: 9, date: '2025-08-01' },
  ...{ from: '2025-06-30', to: '2025-07-01', level: 'commune', name: 'Xã Tân Ân', isGone: true },
  ...{ skipped: 2, row: 7, reason: 'no-code', found: 'Xã Khánh Hòa', files: 3, names: 4, rows: 5 },
  ...{ communes: 6, action: 'chek', actions: 'check, list', suggestion: 'check' },
  ...{ usage: 'ccds units check', path: 'duyet.json' },
};

/** Every text of a tree; functions are called with `sample`. */
function texts(tree: unknown, sample: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree === 'function') return [String(tree(sample))];
  return Object.values(tree ?? {}).flatMap((each) => texts(each, sample));
}

test.each(LANGS)('environment errors say what is wrong in whole sentences (%s)', (lang) => {
  for (const [code, args] of Object.entries(SAMPLES)) {
    const error = new EnvironmentError(code as keyof EnvironmentArguments, args);
    const text = environmentMessage(error, lang);
    expect(text).toMatch(/^\S.*\.$/);
    expect(text).not.toMatch(/undefined| {2}|\.\./);
    for (const value of Object.values(args).slice(0, 1)) expect(text).toContain(String(value));
  }
});

test.each(LANGS)('texts are NFC, without stray spaces, and none is blank (%s)', (lang) => {
  const { cli, summary, units, environment: _, ...words } = messages(lang);
  const counts = {
    ...{ read: 1, files: 2, error: 3, reported: 4, expected: 5, count: 6 },
    ...{ root: 'ws', names: ['out/'], month: '2024-09', path: 'closed/2024-09' },
    restated: ['2024-08'],
    ...{ host: 'may-1', since: '2024-09-16T02:03:04.000Z' },
  };
  for (const text of [
    ...texts(cli, {}),
    ...texts(summary, counts),
    ...texts(units, UNITS),
    ...texts(words, 'rollup'),
  ]) {
    expect(text).not.toBe('');
    expect(text).toBe(text.trim().normalize('NFC'));
  }
});

test('both languages have the same keys', () => {
  const keys = (tree: unknown): unknown =>
    typeof tree === 'object' && tree !== null && !Array.isArray(tree)
      ? Object.fromEntries(
          Object.entries(tree)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, value]) => [key, keys(value)]),
        )
      : typeof tree;
  expect(keys(messages('vi'))).toEqual(keys(messages('en')));
});

test('registry problems are in words, all of them', () => {
  expect(Object.keys(viProblems).sort()).toEqual([...REGISTRY_PROBLEMS].sort());
  expect(Object.keys(enProblems).sort()).toEqual([...REGISTRY_PROBLEMS].sort());
  const error = new EnvironmentError('registry-bad', SAMPLES['registry-bad']);
  expect(environmentMessage(error, 'vi')).toBe(
    'Danh mục đơn vị có chỗ sai nên chưa làm được: units.csv, dòng 14: không có đơn vị cấp trên trong thời gian này (32185); còn 1.250 chỗ sai khác, xem đủ bằng lệnh ccds units check. Đề nghị sửa danh mục rồi chạy lại.',
  );
});

test('statuses are called as the contract calls them', () => {
  expect(Object.values(labelsOf('vi', unitWords([], 'vi')).statuses)).toEqual([
    'Đã nhận',
    'Nhận một phần',
    'Không nhận',
    'Đã thay thế',
    'Trùng',
    'Bỏ qua',
  ]);
});

test.each(LANGS)('explain uses the same words as the rest (%s)', (lang) => {
  const { severity, label } = messages(lang);
  const text = explain('CCDS-R07', lang);
  expect(text).toContain(`(${severity.warning})`);
  for (const word of [label.why, label.fix, label.example]) expect(text).toContain(`\n${word}\n`);
});

test.each(LANGS)('what is explained has the names that people know, and no ids (%s)', (lang) => {
  for (const { code, example } of explainAll(undefined, lang).rules)
    expect([code, example.message, example.fix].join(' ')).not.toMatch(/“[a-z]+_[a-z_\d]+”/);
});

test('English has one apostrophe, the curly one', () => {
  const { cli, units, level, label, leftOut } = messages('en');
  const { rules } = explainAll(undefined, 'en');
  const book = labelsOf('en', unitWords([], 'en'));
  const named = texts([enProblems, book], '32185, 32186');
  const said = [...texts([cli, units, level, label, leftOut], UNITS), ...named];
  for (const text of [...said, ...texts(rules, {})])
    expect(text).not.toMatch(/[a-z]'(?:[a-z]|$)|s' /);
});

test('the least severity is called alike wherever English has it', () => {
  const { severity, summary } = messages('en');
  expect(severity.info).toBe('note');
  expect(summary.findings({ error: 1, warning: 2, info: 1 })).toBe('1 error, 2 warnings, 1 note');
  expect(explain('CCDS-R05', 'en')).toContain('(note)');
});

import type { Code, CodeArguments } from '../core/codes.js';
import type { Finding } from '../core/finding.js';
import { formatDate, POINT } from '../core/format.js';
import type { InLangs, Lang } from '../core/lang.js';
import { periodInSentence, periodsInSentence } from '../core/period-words.js';
import type { Way } from './define-rule.js';
import { shownNumber } from './format.js';
import type { CallHamlets } from './hamlets-called.js';
import { shownLimit } from './limit-words.js';
import { type Vocabulary, WORDS, type Word } from './words.js';

type ArgumentName = { [C in Code]: keyof CodeArguments[C] }[Code];

/** Labels of what a config adds, by vocabulary and id; they come before the built-in ones. */
export type Labels = { readonly [V in Vocabulary]?: Readonly<Record<string, Word>> } & {
  /** What hamlets are called; as usual if absent. */
  readonly called?: CallHamlets;
};

/**
 * `list`: ids joined by `, ` or ` + `, each put into words. `either`: names joined by `; `, to
 * choose from. `periods`: periods joined by `, `. `changes`: `field 5 → 6 (C9)` or `rows 2 → 3
 * (B5)`, joined by `; `. A period or date is one if it looks so, else shown as it is.
 */
export type Show =
  | Vocabulary
  | { readonly list: Vocabulary }
  | 'as-is'
  | 'changes'
  | 'date'
  | 'period'
  | 'periods'
  | 'either';

/** How an argument's text is shown; by name, since a name means the same in every code. */
const SHOW: Readonly<Record<ArgumentName, Show>> = {
  above: 'as-is',
  addends: { list: 'field' },
  baseline: 'baseline',
  before: 'as-is',
  bug: 'as-is',
  cell: 'as-is',
  cells: 'as-is',
  changes: 'changes',
  choices: 'as-is',
  codes: 'as-is',
  column: 'value',
  columns: { list: 'field' },
  corrected: 'periods',
  last: 'as-is',
  reopened: 'periods',
  count: 'as-is',
  counted: { list: 'field' },
  current: 'as-is',
  date: 'date',
  decision: 'decision',
  encoding: 'encoding',
  expected: 'expected',
  extension: 'as-is',
  field: 'field',
  files: 'as-is',
  first: 'period',
  firstFrom: 'source',
  form: 'form',
  forms: { list: 'form' },
  found: 'as-is',
  hamlets: { list: 'unit' },
  from: 'source',
  header: 'as-is',
  meant: 'as-is',
  headerCell: 'as-is',
  indicator: 'indicator',
  kind: 'kind',
  later: 'periods',
  leaders: 'as-is',
  limit: 'limit',
  line: 'as-is',
  lines: 'as-is',
  lists: 'as-is',
  lost: 'as-is',
  joined: 'as-is',
  members: 'as-is',
  message: 'as-is',
  near: 'as-is',
  months: 'periods',
  name: 'as-is',
  nearest: 'as-is',
  nearestCell: 'as-is',
  none: 'as-is',
  otherFile: 'as-is',
  otherRow: 'as-is',
  otherSheet: 'as-is',
  others: 'as-is',
  otherUnit: 'unit',
  over: 'as-is',
  own: 'as-is',
  parent: 'as-is',
  part: 'field',
  partValue: 'as-is',
  period: 'period',
  means: 'as-is',
  measured: 'as-is',
  places: 'as-is',
  prefix: 'as-is',
  reason: 'reason',
  registry: 'as-is',
  rising: 'as-is',
  rows: 'as-is',
  same: 'as-is',
  says: 'value',
  second: 'period',
  secondFrom: 'source',
  sheets: 'as-is',
  stated: 'period',
  successor: 'as-is',
  successors: 'as-is',
  suggestion: 'value',
  suggestions: 'either',
  sum: 'as-is',
  taken: 'value',
  team: 'as-is',
  teams: 'as-is',
  title: 'as-is',
  total: 'field',
  totalValue: 'as-is',
  typed: 'as-is',
  unit: 'unit',
  unknown: 'as-is',
  unmet: 'unmet',
  unread: { list: 'unread' },
  usual: 'as-is',
  units: 'as-is',
  until: 'date',
  value: 'as-is',
  wanted: 'period',
  week: 'as-is',
  what: 'entity',
  whole: 'field',
  wholeValue: 'as-is',
};

/** How the argument of a name is shown. */
export function showOf(name: string): Show {
  return SHOW[name as ArgumentName] ?? 'as-is';
}

/** Numbers that say where, not how many: row 1250 stays 1250. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(['first', 'otherRow', 'line']);

/** Other ways to show a value, by what stands behind the colon in `{name:way}`. */
const WAYS: Readonly<Record<Way, (value: string, lang: Lang) => string>> = {
  commands: closings,
  date: formatDate,
  change: shownChange,
  /** As it is to be typed: a date of the registry, the period of a command. */
  typed: (value) => value,
};

/** An argument as a person reads it; blank where it is absent. Unknown ids stay as given. */
export function shownArgument(
  name: string,
  args: Finding['args'],
  lang: Lang,
  labels: Labels = {},
): string {
  if (name.includes(':')) {
    const [own, way] = name.split(':') as [string, Way];
    return WAYS[way](String(args[own] ?? ''), lang);
  }
  const value = asCount(name, args) ?? args[name] ?? '';
  if (typeof value === 'number') return shownCount(name, value, args, lang);
  const show = showOf(name);
  if (typeof show === 'object') return shownList(value, show.list, lang, labels, args.form);
  if (show === 'as-is') return value;
  if (show === 'changes') return shownChanges(value, lang, labels, args.form);
  if (show === 'date') return formatDate(value, lang);
  if (show === 'period') return periodInSentence(value, lang);
  if (show === 'periods') return shownPeriods(value, lang);
  if (show === 'either') return shownChoices(value, lang);
  return inWords(value, show, lang, labels, args.form);
}

/** The count that is suggested for a count, in either language as a sheet has it: `1.200`. */
function asCount(name: string, args: Finding['args']): string | undefined {
  const suggested = name === 'suggestion' && args.expected === 'count' && args.suggestion;
  return suggested && /^\d{1,15}$/.test(String(suggested))
    ? shownNumber(Number(suggested), 'vi')
    : undefined;
}

function shownCount(name: string, value: number, args: Finding['args'], lang: Lang): string {
  if (ROW_NUMBERS.has(name)) return String(value);
  if (!Number.isInteger(value) && name === 'found') return String(value).replace('.', POINT[lang]);
  const ofLimit = name === 'value' && args.limit !== undefined;
  return ofLimit ? shownLimit(String(args.limit), value, lang) : shownNumber(value, lang);
}

const SEPARATOR = /(\s*[,;+]\s+)/;

function shownList(
  value: string,
  from: Vocabulary,
  lang: Lang,
  labels: Labels,
  form?: string | number,
): string {
  const parts = value.split(SEPARATOR);
  return parts.map((part, i) => (i % 2 ? part : inWords(part, from, lang, labels, form))).join('');
}

const ROWS: Word = { vi: 'số dòng', en: 'rows' };
const ROW: Word = { vi: 'dòng', en: 'row' };

/** `female 5 → 6 (C9)` → `Nữ 5 → 6 (C9)`; `(9)`, where a table has no such column, is a row. */
function shownChanges(value: string, lang: Lang, labels: Labels, form?: string | number): string {
  const inLine = (change: string) =>
    change
      .replace(/^\w+(?= .* → )/, (id) =>
        id === 'rows' ? ROWS[lang] : inWords(id, 'field', lang, labels, form),
      )
      .replace(/\((?=\d+\)$)/, `(${ROW[lang]} `);
  return value.split('; ').map(inLine).join('; ');
}

const OR: Word = { vi: ' hay ', en: ' or ' };

/** `Ấp 1; Ấp 2` → `“Ấp 1” hay “Ấp 2”`. */
function shownChoices(value: string, lang: Lang): string {
  const names = value.split(/\s*;\s*/).filter((name) => name !== '');
  return names.map((name) => `“${name}”`).join(OR[lang]);
}

const AGAIN: Word = { vi: 'chốt lại', en: 'close again' };

const UNCHANGED: Word = { vi: 'không thay đổi', en: 'did not change' };
const ROSE: Word = { vi: 'tăng khoảng', en: 'rose by about' };
const FELL: Word = { vi: 'giảm khoảng', en: 'fell by about' };

/** `4` → `tăng khoảng 4`; what others usually did, where nothing is a change too. */
function shownChange(value: string, lang: Lang): string {
  const change = Number(value);
  if (change === 0) return UNCHANGED[lang];
  return `${(change > 0 ? ROSE : FELL)[lang]} ${shownNumber(Math.abs(change), lang)}`;
}

/** `2024-09` → the commands that reopen it and close it again. */
function closings(value: string, lang: Lang): string {
  const commands = value
    .split(', ')
    .flatMap((month) => [
      `ccds close ${month} --reopen --reason "${AGAIN[lang]}"`,
      `ccds close ${month}`,
    ]);
  return commands.map((command) => `\`${command}\``).join(', ');
}

function shownPeriods(value: string, lang: Lang): string {
  return periodsInSentence(value.split(', '), lang);
}

function inWords(
  id: string,
  from: Vocabulary,
  lang: Lang,
  labels: Labels,
  form: string | number = '',
): string {
  const word =
    lookUp(labels[from], `${form}.${id}`) ??
    lookUp(labels[from], id) ??
    lookUp(WORDS[from], `${form}.${id}`) ??
    lookUp(WORDS[from], id);
  if (word === undefined) return unknown(id, from, lang);
  return from === 'unit' || labels.called === undefined ? word[lang] : labels.called(word[lang]);
}

function lookUp(words: Readonly<Record<string, Word>> | undefined, id: string): Word | undefined {
  return words && Object.hasOwn(words, id) ? words[id] : undefined;
}

const FILE_OF: InLangs<(extension: string) => string> = {
  vi: (extension) => `tệp .${extension}`,
  en: (extension) => `a .${extension} file`,
};

/** What has no words is shown as given; a file's kind is then its extension. */
function unknown(id: string, from: Vocabulary, lang: Lang): string {
  if (from === 'value') return formatDate(id, lang);
  if (from !== 'kind') return id;
  if (/^zip-\d+$/.test(id)) return WORDS.kind['zip-method']![lang];
  const isExtension = /^[\p{L}\d_~-]{1,10}$/u.test(id);
  return isExtension ? FILE_OF[lang](id) : id;
}

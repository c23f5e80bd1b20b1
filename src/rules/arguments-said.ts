import type { Code } from '../core/codes.js';
import type { Finding } from '../core/finding.js';
import { formatDate } from '../core/format.js';
import { getOrMake, memo } from '../core/memo.js';
import { MONTHS, periodInSentence } from '../core/period-words.js';
import { type Labels, type Show, shownArgument, showOf } from './arguments.js';
import { rules } from './catalogue.js';
import type { Rule } from './define-rule.js';
import { readBack } from './read-back.js';
import { render } from './template.js';
import { type Vocabulary, WORDS, type Word } from './words.js';

type Args = Finding['args'];

/** What is known of a finding beside its sentence. */
export interface Said {
  readonly code: Code;
  /** Its sentence in English. */
  readonly said: string;
  /** Id of the form's field that it is of. */
  readonly field?: string;
}

/**
 * The arguments that a finding's English sentence was made of, so that it can be told in another
 * language. They are those only if the same sentence comes of them again, word for word: null for a
 * sentence of another version of ccds, or one of words that are not known here.
 */
export function argumentsSaid({ code, said, field }: Said, labels: Labels): Args | null {
  const { en, example } = rules[code] as Rule;
  const made = (args: Args) =>
    render(en.message, (name) => shownArgument(name, args, 'en', labels));
  for (const values of readBack(en.message, said)) {
    const args: Record<string, string | number> = {};
    const wayOf = (name: string) =>
      typeof (example.args as Args)[name] === 'number' ? ('number' as const) : showOf(name);
    // A form comes first: fields are called as it calls them; a limit before what it limits.
    for (const [name, text] of [...values].sort(([a], [b]) => orderOf(a) - orderOf(b))) {
      const own = name.split(':')[0]!;
      if (args[own] !== undefined) continue;
      const shown = { name, text, show: wayOf(own), field };
      const found = candidates(shown, labels).find(
        (one) => shownArgument(name, { ...args, [own]: one }, 'en', labels) === text,
      );
      if (found === undefined) break;
      args[own] = found;
    }
    if (made(args) === said) return args;
  }
  return null;
}

const orderOf = (name: string): number => (name === 'form' || name === 'limit' ? 0 : 1);

interface Shown {
  readonly name: string;
  readonly text: string;
  readonly show: Show | 'number';
  readonly field: string | undefined;
}

/** What may have been shown as a text: the first that is shown so again is meant. */
function candidates({ name, text, show, field }: Shown, labels: Labels): (string | number)[] {
  if (text === '') return [''];
  if (name.endsWith(':change')) return changes(text);
  if (name.endsWith(':date')) return [...dates(text), text];
  if (show === 'number') return numbers(text);
  if (show === 'as-is') return [text];
  if (show === 'period' || show === 'date') return [...periods(text), ...dates(text), text];
  if (show === 'periods') return [months(text), text];
  if (show === 'either') return [text.slice(1, -1).replaceAll('” or “', '; ')];
  if (show === 'changes') return inParts(text, /(; )/, (one) => change(one, field, labels));
  if (typeof show === 'object')
    return inParts(text, /(\s*[,;+]\s+)/, (one) => idOf(one, show.list, field, labels));
  const id = idOf(text, show, field, labels);
  const plain = show === 'value' ? [...dates(text), text] : [];
  return [...(id === null ? [] : [id]), ...plain];
}

/** `1,250`, `256 MB`, `20 seconds`, whatever it is counted in. */
function numbers(text: string): number[] {
  const [match, digits = ''] = /^(-?[\d,]+(?:\.\d+)?)(?: \D+)?$/.exec(text) ?? [];
  if (match === undefined) return [];
  const n = Number(digits.replaceAll(',', ''));
  return [n, n * 1000, ...[1, 2, 3].map((power) => n * 1024 ** power)];
}

function changes(text: string): number[] {
  const n = numbers(text.replace(/^\D+/, ''))[0] ?? 0;
  return [n, -n];
}

function dates(text: string): string[] {
  const [match, day = '', month = '', year] = /^(\d+) (\w+) (\d{4})$/.exec(text) ?? [];
  const at = MONTHS.indexOf(month) + 1;
  if (match === undefined || at === 0) return [];
  const iso = `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return formatDate(iso, 'en') === text ? [iso] : [];
}

/** The periods of the years that a text names. */
function periods(text: string): string[] {
  const [year] = /\d{4}/.exec(text) ?? [];
  if (year === undefined) return [];
  return (periodsOf.get(year) ?? madeFor(year))
    .filter(([, shown]) => shown === text)
    .map(([id]) => id);
}

const periodsOf = new Map<string, readonly (readonly [id: string, shown: string])[]>();

function madeFor(year: string) {
  const months = MONTHS.map((_, i) => String(i + 1).padStart(2, '0'));
  const parts = [...months, 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2'].map((part) => `${year}-${part}`);
  return getOrMake(periodsOf, year, () =>
    [year, ...parts].map((id) => [id, periodInSentence(id, 'en')] as const),
  );
}

/** `January–May, July 2024, March 2025` → `2024-01, …, 2024-07, 2025-03`. */
function months(text: string): string {
  let year = '';
  const found: string[] = [];
  for (const part of text.split(', ').reverse()) {
    const [, names = part, own] = /^(\D+) (\d{4})$/.exec(part) ?? [];
    year = own ?? year;
    const [from = -1, to = from] = names.split('–').map((name) => MONTHS.indexOf(name));
    if (from < 0 || to < from) found.unshift(...periods(part));
    else
      for (let month = to; month >= from; month--)
        found.unshift(`${year}-${String(month + 1).padStart(2, '0')}`);
  }
  return found.join(', ');
}

/** A list with each of its parts as it was before, if all are known. */
function inParts(text: string, between: RegExp, of: (one: string) => string | null): string[] {
  const parts = text.split(between).map((one, i) => (i % 2 ? one : of(one)));
  return parts.includes(null) ? [] : [parts.join('')];
}

/** `Nữ (Women) 5 → 6 (C9)` → `female 5 → 6 (C9)`. */
function change(text: string, field: string | undefined, labels: Labels): string | null {
  const line = text.replace(/\(row (?=\d+\)$)/, '(');
  const [match, name = '', rest] = /^(.+?)( \S+ → .*)$/.exec(line) ?? [];
  if (match === undefined || name === 'rows') return line;
  const id = idOf(name, 'field', field, labels);
  return id === null ? null : id + rest;
}

/**
 * The id of a vocabulary that is called so in English; null where none is, or several are that are
 * called otherwise in Vietnamese.
 */
function idOf(
  text: string,
  from: Vocabulary,
  field: string | undefined,
  labels: Labels,
): string | null {
  const ids = byEnglish(labels[from] ?? NONE).get(text) ?? byEnglish(WORDS[from]).get(text) ?? [];
  const [first, ...others] = ids;
  if (first === undefined) return isAsGiven(text, from) ? text : null;
  const word = (id: string) => (labels[from]?.[id] ?? (WORDS[from] as Words)[id])?.vi;
  if (others.every((id) => word(id) === word(first))) return first;
  return ids.find((id) => id === field || id.endsWith(`.${field}`)) ?? null;
}

/** True of what is called the same in both languages: a unit, a sheet's own heading, what is no word. */
function isAsGiven(text: string, from: Vocabulary): boolean {
  return from === 'unit' || /^\P{L}*$/u.test(text) || (from === 'field' && NOT_ENGLISH.test(text));
}

const NOT_ENGLISH = /(?=\p{L})[^a-z]/iu;

type Words = Readonly<Record<string, Word>>;

const NONE: Words = {};

const byEnglish = memo((words: Words): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const [id, { en }] of Object.entries(words)) {
    const own = getOrMake(ids, en, () => []);
    // `members` rather than `members.members`, where all forms call it so.
    if (id.includes('.')) own.push(id);
    else own.unshift(id);
  }
  return ids;
});

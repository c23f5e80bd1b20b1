import type { z } from 'zod';
import { EnvironmentError } from '../../core/errors.js';
import type { DoubledKey } from './doubled-keys.js';

/** What is wrong with a config, first of all: where, which kind of mistake, and what is allowed. */
interface ConfigProblem {
  /** `forms.0.label`; blank for the file itself. */
  readonly where: string;
  /** Its sentence is in `messages/`. */
  readonly problem:
    | 'syntax'
    | 'twice'
    | 'encoding'
    | 'unknown'
    | 'missing'
    | 'type'
    | 'value'
    | 'day'
    | 'weekend'
    | 'unused'
    | 'levels'
    | 'blank'
    | 'reference'
    | 'unit';
  /** The type needed, values allowed, the line of a mistake in the syntax or of a second key, or `code (name)` of a unit. */
  readonly detail: string;
}

/** The error for the first of a config's problems; `count` is the number of all. */
export function configBad(path: string, problems: readonly ConfigProblem[]): EnvironmentError {
  return new EnvironmentError('config-bad', { path, ...problems[0]!, count: problems.length });
}

/** Where JSON could not be read on: `detail` is the line, counted from 1. */
export function syntaxProblem(text: string): ConfigProblem {
  const lines = text.split('\n');
  // The first line that no text could follow; V8 says of some mistakes alone where they are.
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canGoOn(lines.slice(0, middle).join('\n'))) good = middle;
    else bad = middle;
  }
  return { where: '', problem: 'syntax', detail: String(bad) };
}

/** True of JSON, and of what is no JSON only because it ends too soon. */
function canGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const at = /position (\d+)/.exec(message)?.[1];
    return /Unexpected end|Unterminated/.test(message) || Number(at ?? -1) >= text.length;
  }
}

/** A key that its group has before, too. */
export const doubledProblem = ({ path, line }: DoubledKey): ConfigProblem =>
  at(path, 'twice', String(line));

/** Where bytes are that are no text: Windows' own encoding is lost that way. */
export function encodingProblem(text: string): ConfigProblem {
  return { where: '', problem: 'encoding', detail: lineOf(text, text.indexOf('\ufffd')) };
}

function lineOf(text: string, at: number): string {
  return String(text.slice(0, at).split('\n').length);
}

/** What a schema refused, without its own sentences. */
export function schemaProblems(error: z.ZodError, json: unknown): ConfigProblem[] {
  const all = problemsIn(error, json);
  // Of one place the first: a date of another shape is no day either.
  return [...new Map(all.toReversed().map((one) => [one.where, one])).values()].toReversed();
}

function problemsIn(error: z.ZodError, json: unknown): ConfigProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => at([...issue.path, key], 'unknown'));
    if (issue.path.length > 0 && valueAt(json, issue.path) === undefined)
      return [at(issue.path, 'missing')];
    if (issue.code === 'invalid_key') return [at(issue.path, 'unknown')];
    if (issue.code === 'invalid_type') return [at(issue.path, 'type', issue.expected)];
    const kind = issue.code === 'custom' ? issue.params?.kind : undefined;
    if (kind === 'day' || kind === 'weekend' || kind === 'unused' || kind === 'levels')
      return [at(issue.path, kind)];
    if (issue.code === 'too_small' && issue.origin === 'string') return [at(issue.path, 'blank')];
    return [at(issue.path, 'value', allowedBy(issue))];
  });
}

/** Values that would do, as far as a line can say. */
function allowedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `${issue.inclusive ? '≥' : '>'} ${issue.minimum}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `[ ≥ ${issue.minimum} ]`;
  if (issue.code === 'too_big' && issue.origin === 'number') return `≤ ${issue.maximum}`;
  return '';
}

/** A name that is nowhere declared, or is declared already. */
export const referenceProblem = (where: string): ConfigProblem => ({
  where,
  problem: 'reference',
  detail: '',
});

/** A unit's code that the registry does not have. */
export const unitProblem = (where: string, name: string, code: string): ConfigProblem => ({
  where,
  problem: 'unit',
  detail: `${code} (${name})`,
});

function at(
  path: readonly PropertyKey[],
  problem: ConfigProblem['problem'],
  detail = '',
): ConfigProblem {
  return { where: path.map(String).join('.'), problem, detail };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    json,
  );
}

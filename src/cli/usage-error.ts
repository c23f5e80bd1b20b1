import type { CommanderError } from 'commander';
import type { CliMessages } from '../messages/types.js';
import type { CommandSpec } from './command.js';
import { COMMON, TWICE } from './flags.js';
import { meantBy, optionMeantBy } from './meant.js';

/**
 * A call that is wrong, in our own words. commander says what it found in an English
 * sentence alone: the words in quotes are taken from it.
 */
export function usageSentence(
  error: CommanderError,
  text: CliMessages,
  spec: CommandSpec | undefined,
): string {
  const { errors } = text;
  const [first = '', second = ''] = quoted(error.message);
  const near = suggestionIn(error.message);
  switch (error.code) {
    case 'commander.unknownCommand':
      return errors.unknownCommand({ name: first, ...suggested(meantBy(first) ?? near, 'ccds ') });
    case 'commander.unknownOption':
      return errors.unknownOption({ option: first, ...suggested(optionFor(first, spec) ?? near) });
    case 'commander.missingArgument':
      return errors.missingArgument({
        argument: first,
        what: spec?.argument === undefined ? '' : text.arguments[spec.argument.text],
      });
    case 'commander.optionMissingArgument':
      return errors.optionMissingArgument({ option: longOf(first) });
    case 'commander.invalidArgument':
      if (error.message.endsWith(` ${TWICE}`))
        return errors.optionTwice({ option: longOf(first), value: second });
      if (!error.message.includes('choices are'))
        return errors.invalidCount({ option: longOf(first), value: second });
      return errors.invalidChoice({
        option: longOf(first),
        value: second,
        choices: /choices are (.*)\.$/.exec(error.message)?.[1] ?? '',
      });
    case 'commander.excessArguments':
      return errors.excessArguments(countsIn(error.message));
    default:
      return errors.usage;
  }
}

/** What is wrong with an option that a long dash stands before (`–period`); null where there is none. */
export function dashSentence(
  args: readonly string[],
  { errors }: CliMessages,
  spec: CommandSpec | undefined,
): string | null {
  const end = args.indexOf('--');
  for (const option of end < 0 ? args : args.slice(0, end)) {
    const [, word] = /^[‐-―−][‐-―−-]*([\w-]+)$/.exec(option) ?? [];
    const suggestion = takenBy(spec).find((name) => name === `--${word}`);
    if (suggestion !== undefined) return errors.unknownOption({ option, suggestion });
  }
  return null;
}

/** What an unknown option stands for, where the command takes it. */
function optionFor(option: string, spec: CommandSpec | undefined): string | undefined {
  const taken = takenBy(spec);
  const meant = taken.find((one) => one === option.toLowerCase()) ?? optionMeantBy(option);
  if (meant === undefined) return undefined;
  const [name = ''] = meant.split(' ');
  const own = spec === undefined ? ['--help', '--version'] : ['--help'];
  return [...own, ...taken].includes(name) ? meant : undefined;
}

function takenBy(spec: CommandSpec | undefined): string[] {
  return [...(spec?.options ?? []), ...COMMON].map(({ flags }) => longOf(flags));
}

function suggested(near: string | undefined, before = ''): { suggestion?: string } {
  return near === undefined ? {} : { suggestion: `${before}${near}` };
}

function quoted(message: string): string[] {
  const [line = ''] = message.split('\n(Did you mean');
  // Greedy at the end: what the user typed may hold quotes itself.
  const match = /'([^']*)'(?: argument '(.*)' is invalid|.* '(.*)')?/s.exec(line);
  const whole = /'(.*)'$/s.exec(line)?.[1];
  if (match === null) return [];
  return match[2] === undefined && match[3] === undefined
    ? [whole ?? match[1]!]
    : [match[1]!, match[2] ?? match[3]!];
}

/** `(Did you mean one of a, b?)`: the first. */
function suggestionIn(message: string): string | undefined {
  return /\(Did you mean (?:one of )?([^,?]+)/.exec(message)?.[1];
}

/** `-V, --version <X>` → `--version` */
function longOf(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

function countsIn(message: string): { expected: number; found: number } {
  const [, expected, found] = /Expected (\d+) arguments? but got (\d+)/.exec(message) ?? [];
  return { expected: Number(expected), found: Number(found) };
}

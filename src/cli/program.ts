import { createRequire } from 'node:module';
import type { Command as Commander } from 'commander';
import type { CliMessages } from '../messages/types.js';
import type { CommandSpec } from './command.js';
import { COMMANDS } from './commands/index.js';
import { ExitStatus } from './exit-status.js';
import {
  COMMON,
  describeOption,
  type Flags,
  type Format,
  formatOf,
  type OptionSpec,
  TWICE,
} from './flags.js';
import { helpFooter, helpIn } from './help.js';

// Required, as importing its CommonJS costs a tenth of the whole start-up.
const { Command, CommanderError, InvalidArgumentError, Option } = createRequire(import.meta.url)(
  'commander',
) as typeof import('commander');

/** A call to be run, or what to say instead of running anything. */
export type Parsed =
  | {
      readonly kind: 'call';
      readonly command: CommandSpec;
      readonly args: readonly string[];
      readonly flags: Flags;
      readonly format: Format;
    }
  | {
      readonly kind: 'answer';
      readonly stdout: string;
      readonly stderr: string;
      readonly status: ExitStatus;
    };

/** What help texts are made for. */
export interface Surroundings {
  readonly text: CliMessages;
  readonly version: string;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Word and chats put it for `--`; commander would take `–period` for an INPUT. */
const LONG_DASH = /^[‐-―−]/;

/** Reads the arguments (without node and script). Never throws for what a user typed. */
export async function parse(args: readonly string[], around: Surroundings): Promise<Parsed> {
  if (args[0] === 'help') return parse([...args.slice(1, 2), '--help'], around);
  if (args.some((arg) => LONG_DASH.test(arg))) {
    const { dashSentence } = await import('./usage-error.js');
    const command = commandIn(args);
    const sentence = dashSentence(args, around.text, command);
    if (sentence !== null) return failed(wrong(sentence, command?.name, around.text));
  }
  const said = { out: '', err: '' };
  let call: Parsed | null = null;
  const program = newProgram(around, said, (parsed) => {
    call = parsed;
  });
  try {
    // Without a command there is nothing to do: the help, as an error.
    if (args.length === 0) program.help({ error: true });
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) {
      if (error.code === 'commander.help') return failed(said.err);
      const { usageSentence } = await import('./usage-error.js');
      const command = commandIn(program.args);
      return failed(wrong(usageSentence(error, around.text, command), command?.name, around.text));
    }
    return isStray(program) && error.code !== 'commander.version'
      ? parse(
          args.filter((arg) => arg !== '--help' && arg !== '-h'),
          around,
        )
      : { kind: 'answer', stdout: said.out, stderr: '', status: ExitStatus.Clean };
  }
  return call ?? { kind: 'answer', stdout: said.out, stderr: said.err, status: ExitStatus.Failed };
}

/** The help was asked for of something that is no command. */
function isStray({ args }: Commander): boolean {
  const [first] = args;
  return first !== undefined && !first.startsWith('-') && commandIn(args) === undefined;
}

/** The command that the arguments name. */
function commandIn([first]: readonly string[]): CommandSpec | undefined {
  return COMMANDS.find(({ name }) => name === first);
}

function failed(stderr: string): Parsed {
  return { kind: 'answer', stdout: '', stderr, status: ExitStatus.Failed };
}

/** What is wrong, and where to read on. */
function wrong(sentence: string, name: string | undefined, { errors }: CliMessages): string {
  const command = name === undefined ? 'ccds' : `ccds ${name}`;
  return `ccds: ${sentence}\n${errors.seeHelp({ command })}\n`;
}

function newProgram(
  { text, version, width }: Surroundings,
  said: { out: string; err: string },
  onCall: (call: Parsed) => void,
): Commander {
  const program = new Command('ccds')
    .exitOverride()
    .configureOutput({
      writeOut: (s) => {
        said.out += s;
      },
      writeErr: (s) => {
        said.err += s;
      },
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      outputError: () => {},
    })
    .configureHelp(helpIn(text))
    .description(text.program)
    .usage(COMMANDS.map(({ name }) => name).join('|'))
    .helpOption('-h, --help', text.options.help)
    .helpCommand('help [command]', text.help.command)
    .version(`ccds ${version}`, '-V, --version', text.options.version);
  addOptions(program, COMMON, text);
  program.addHelpText('after', helpFooter(text, COMMANDS.slice(0, 3)));
  for (const spec of COMMANDS) addCommand(program, spec, text, onCall);
  return program;
}

function addCommand(
  program: Commander,
  spec: CommandSpec,
  text: CliMessages,
  onCall: (call: Parsed) => void,
): void {
  const { summary, description } = text.commands[spec.name];
  const command = program
    .command(spec.name)
    .summary(summary)
    .description(description)
    .usage(spec.usage)
    .addHelpText('after', helpFooter(text, [spec]));
  if (spec.argument) command.argument(spec.argument.flags, text.arguments[spec.argument.text]);
  // The common options once more: the program takes them, the help shows them here.
  addOptions(command, [...spec.options, ...COMMON], text);
  command.action(() => onCall(callOf(spec, command, text)));
}

function addOptions(command: Commander, specs: readonly OptionSpec[], text: CliMessages): void {
  for (const spec of specs) {
    const option = new Option(spec.flags, describeOption(spec, text));
    if (spec.choices) option.choices(spec.choices);
    if (spec.count) option.argParser(asCount);
    if (option.required) option.argParser(once(option.parseArg));
    command.addOption(option);
  }
}

type Parser = NonNullable<InstanceType<typeof Option>['parseArg']>;

/** Of an option that is given twice commander takes the last, in silence; a blank one is refused later. */
function once(read: Parser | undefined) {
  return (value: string, before: unknown): unknown => {
    if (before !== undefined && value !== '') throw new InvalidArgumentError(TWICE);
    return read === undefined ? value : read(value, before);
  };
}

function asCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}

function callOf(spec: CommandSpec, command: Commander, text: CliMessages): Parsed {
  const flags: Flags = command.optsWithGlobals();
  const blank = blankOption(command, flags);
  if (blank !== undefined)
    return failed(wrong(text.errors.optionMissingArgument({ option: blank }), spec.name, text));
  const format = formatOf(flags);
  if (format !== null) return { kind: 'call', command: spec, args: command.args, flags, format };
  const sentence = text.errors.conflictingOptions({
    first: '--json',
    second: `--format ${flags.format}`,
  });
  return failed(wrong(sentence, spec.name, text));
}

/** An option whose value is blank, as of a variable that is not set: a path would be the current folder. */
function blankOption(command: Commander, flags: Flags): string | undefined {
  const given: Readonly<Record<string, unknown>> = { ...flags };
  const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
  return (
    command.options.find((option) => isBlank(given[option.attributeName()]))?.long ?? undefined
  );
}

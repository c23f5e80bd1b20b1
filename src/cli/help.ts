import type { Help } from 'commander';
import type { CliMessages } from '../messages/types.js';
import type { CommandSpec } from './command.js';

/** What commander's help pages are told, so that no English stands in them. */
export function helpIn(text: CliMessages): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': text.help.usage,
    'Arguments:': text.help.arguments,
    'Options:': text.help.options,
    'Commands:': text.help.commands,
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    subcommandTerm: (command) => command.name(),
    optionDescription: (option) => option.description,
  };
}

/** Examples and exit statuses, below a help page. */
export function helpFooter(text: CliMessages, commands: readonly CommandSpec[]): string {
  const examples = commands
    .flatMap(({ name }) => text.commands[name].examples)
    .map(([line, what]) => `  ${line}\n      ${what}`);
  const exits = text.help.exits.map(([status, meaning]) => `  ${status}  ${meaning}`);
  return ['', text.help.examples, ...examples, '', text.help.exitStatus, ...exits].join('\n');
}

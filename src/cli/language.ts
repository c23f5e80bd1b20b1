import type { CliMessages, Lang } from '../messages/types.js';

/**
 * The language asked for, found before anything is parsed: help and usage errors need it
 * already. What is no language is left to the parser, which says so in Vietnamese.
 */
export function languageOf(args: readonly string[]): Lang {
  let lang: Lang = 'vi';
  for (const [i, arg] of args.entries()) {
    if (arg === '--') break;
    const value = arg === '--lang' ? args[i + 1] : /^--lang=(.*)$/.exec(arg)?.[1];
    if (value === 'vi' || value === 'en') lang = value;
  }
  return lang;
}

/** The sentences of the command line alone: what `--help` and usage errors need. */
export async function cliMessages(lang: Lang): Promise<CliMessages> {
  const { cli } =
    lang === 'vi' ? await import('../messages/vi/cli.js') : await import('../messages/en/cli.js');
  return cli;
}

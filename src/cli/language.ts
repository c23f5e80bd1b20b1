import { type InLangs, LANGS, type Lang } from '../core/lang.js';
import type { CliMessages } from '../messages/types.js';

/**
 * The language asked for, found before anything is parsed: help and usage errors need it
 * already. What is no language is left to the parser, which says so in Vietnamese.
 */
export function languageOf(args: readonly string[]): Lang {
  let lang: Lang = LANGS[0];
  for (const [i, arg] of args.entries()) {
    if (arg === '--') break;
    const value = arg === '--lang' ? args[i + 1] : /^--lang=(.*)$/.exec(arg)?.[1];
    lang = LANGS.find((one) => one === value) ?? lang;
  }
  return lang;
}

const CLI: InLangs<() => Promise<{ readonly cli: CliMessages }>> = {
  vi: () => import('../messages/vi/cli.js'),
  en: () => import('../messages/en/cli.js'),
};

/** The sentences of the command line alone: what `--help` and usage errors need. */
export async function cliMessages(lang: Lang): Promise<CliMessages> {
  return (await CLI[lang]()).cli;
}

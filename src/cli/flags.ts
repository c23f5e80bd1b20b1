import { LANGS } from '../core/lang.js';
import type { CliMessages, OptionName } from '../messages/types.js';

/** What the command line was given; what was not given is absent. */
export interface Flags {
  readonly period?: string;
  readonly registry?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly sheet?: string;
  readonly format?: Format;
  readonly config?: string;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  /** `--return DIR`: folder for the returned copies. */
  readonly return?: string;
  readonly decisions?: string;
  readonly previous?: string;
  readonly history?: string;
  readonly cache?: string;
  readonly chase?: boolean;
  readonly reopen?: boolean;
  readonly reason?: string;
  readonly layout?: Layout;
  readonly by?: 'hamlet' | 'commune';
  readonly unit?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
  /** False after `--no-color`. */
  readonly color?: boolean;
}

/** What `--layout` takes. */
export const LAYOUTS = ['list', 'tally'] as const;
export type Layout = (typeof LAYOUTS)[number];

const FORMATS = ['text', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface OptionSpec {
  readonly flags: string;
  /** Its description in `messages`. */
  readonly text: OptionName;
  readonly choices?: readonly string[];
  /** The value is a count: a whole number of 0 or more. */
  readonly count?: true;
  /** For the help alone: what holds where the option is not given. */
  readonly byDefault?: string;
}

/** What every command takes. */
export const COMMON: readonly OptionSpec[] = [
  { flags: '--config <FILE>', text: 'config' },
  { flags: '--strict', text: 'strict' },
  { flags: '--quiet', text: 'quiet' },
  { flags: '--json', text: 'json' },
  { flags: '--no-color', text: 'noColor' },
  { flags: `--lang <${LANGS.join('|')}>`, text: 'lang', choices: LANGS, byDefault: LANGS[0] },
];

export const PERIOD: OptionSpec = { flags: '--period <P>', text: 'period' };
export const REGISTRY: OptionSpec = { flags: '--registry <DIR>', text: 'registry' };
export const PREVIOUS: OptionSpec = { flags: '--previous <DIR>', text: 'previous' };
export const HISTORY: OptionSpec = { flags: '--history <DIR>', text: 'history' };
export const CACHE: OptionSpec = { flags: '--cache <DIR>', text: 'cache' };
export const AS_OF: OptionSpec = { flags: '--as-of <DATE>', text: 'asOf' };
export const FORMAT: OptionSpec = {
  flags: '--format <text|json|csv>',
  text: 'format',
  choices: FORMATS,
  byDefault: 'text',
};

/** What our parser says of an option that is given twice; commander puts it behind its own sentence. */
export const TWICE = 'given twice';

/** The format asked for; null where `--json` and `--format` say different things. */
export function formatOf({ format, json }: Flags): Format | null {
  if (json !== true) return format ?? 'text';
  return format === undefined || format === 'json' ? 'json' : null;
}

/** Name of an option whose value is a path: `registry` of `--registry <DIR>`; else null. */
export function pathOption({ flags }: OptionSpec): string | null {
  const name = /^--([a-z-]+) <(?:DIR|FILE)>$/.exec(flags)?.[1];
  return name?.replace(/-(.)/g, (_, letter) => letter.toUpperCase()) ?? null;
}

/** An option's line in the help. */
export function describeOption(spec: OptionSpec, text: CliMessages): string {
  const more = spec.byDefault ? ` (${text.help.default(spec.byDefault)})` : '';
  return text.options[spec.text] + more;
}

import type { EnvironmentError } from '../core/errors.js';
import { en } from './en.js';
import type { Lang, Messages } from './types.js';
import { vi } from './vi.js';

export type {
  CliMessages,
  CommandName,
  EnvironmentArguments,
  LabelName,
  Lang,
  Messages,
  OptionName,
  SummaryMessages,
} from './types.js';

const LANGUAGES: Readonly<Record<Lang, Messages>> = { vi, en };

/** Every sentence and word of a language. */
export function messages(lang: Lang): Messages {
  return LANGUAGES[lang];
}

/** The sentence of an environment error: what, where, how to mend it. */
export function environmentMessage(error: EnvironmentError, lang: Lang): string {
  const say = messages(lang).environment[error.code] as (args: typeof error.args) => string;
  return say(error.args);
}

import type { EnvironmentError } from '../core/errors.js';
import type { InLangs, Lang } from '../core/lang.js';
import { en } from './en.js';
import type { Messages } from './types.js';
import { vi } from './vi.js';

export type { Messages } from './types.js';

const LANGUAGES: InLangs<Messages> = { vi, en };

/** Every sentence and word of a language. */
export function messages(lang: Lang): Messages {
  return LANGUAGES[lang];
}

/** The sentence of an environment error: what, where, how to mend it. */
export function environmentMessage(error: EnvironmentError, lang: Lang): string {
  const say = messages(lang).environment[error.code] as (args: typeof error.args) => string;
  return say(error.args);
}

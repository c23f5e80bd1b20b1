import { EnvironmentError } from '../core/errors.js';
import type { Lang } from '../core/lang.js';
import { environmentMessage } from '../messages/index.js';
import type { Messages } from '../messages/types.js';

/** What is said where the work could not be done; a stack only for a bug. */
export function failureText(
  error: unknown,
  lang: Lang,
  messages: Messages,
  interrupted: boolean,
): string {
  const known = interrupted ? new EnvironmentError('interrupted') : error;
  if (known instanceof EnvironmentError) return `ccds: ${environmentMessage(known, lang)}\n`;
  const bug = known instanceof Error ? known : new Error(String(known));
  return `ccds: ${messages.cli.errors.unexpected({ detail: bug.message })}\n${bug.stack}\n`;
}

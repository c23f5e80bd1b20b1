import type { RunOptions } from '../app/types.js';
import type { Lang } from '../core/lang.js';
import type { Flags } from './flags.js';

/** What every use case is given. A flag that was not given is absent: the config may say. */
export function runOptions(
  args: readonly string[],
  { period, asOf, registry, config, previous, history, cache }: Flags,
  lang: Lang,
): Omit<RunOptions, 'cwd'> {
  return {
    inputs: args,
    ...(period !== undefined && { period }),
    ...(asOf !== undefined && { asOf }),
    ...(registry !== undefined && { registry }),
    ...(config !== undefined && { config }),
    ...(previous !== undefined && { previous }),
    ...(history !== undefined && { history }),
    ...(cache !== undefined && { cache }),
    lang,
  };
}

import { cli } from './en/cli.js';
import { environment } from './en/environment.js';
import { summary } from './en/summary.js';
import { units } from './en/units.js';
import * as words from './en/words.js';
import type { Messages } from './types.js';

export const en = {
  lang: 'en',
  environment,
  cli,
  summary,
  units,
  ...words,
} as const satisfies Messages;

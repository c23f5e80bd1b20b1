import type { Messages } from './types.js';
import { cli } from './vi/cli.js';
import { environment } from './vi/environment.js';
import { summary } from './vi/summary.js';
import * as words from './vi/words.js';

export const vi = {
  lang: 'vi',
  environment,
  cli,
  summary,
  ...words,
} as const satisfies Messages;

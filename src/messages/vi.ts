import type { Messages } from './types.js';
import { cli } from './vi/cli.js';
import { environment } from './vi/environment.js';
import { summary } from './vi/summary.js';
import { units } from './vi/units.js';
import * as words from './vi/words.js';

export const vi = {
  lang: 'vi',
  environment,
  cli,
  summary,
  units,
  ...words,
} as const satisfies Messages;

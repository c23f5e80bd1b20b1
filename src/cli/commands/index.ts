import type { CommandSpec } from '../command.js';
import { close } from './close.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { rollup } from './rollup.js';
import { status } from './status.js';
import { template } from './template.js';
import { trace } from './trace.js';
import { units } from './units.js';
import { validate } from './validate.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  rollup,
  validate,
  inspect,
  trace,
  init,
  status,
  close,
  template,
  units,
  explain,
];

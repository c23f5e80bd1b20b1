import type { CommandSpec } from '../command.js';
import { explain } from './explain.js';
import { inspect } from './inspect.js';
import { rollup } from './rollup.js';
import { validate } from './validate.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [rollup, validate, inspect, explain];

import { run } from './run.js';
import type { RunOptions, ValidateResult } from './types.js';

/**
 * Reads and settles as `rollup` does, and writes nothing.
 * @throws EnvironmentError
 */
export async function validate(options: RunOptions): Promise<ValidateResult> {
  const { summary } = await run(options);
  return { summary };
}

import { resolve } from 'node:path';
import { replaceFolder } from './output-folder.js';
import { checkTarget } from './output-target.js';
import { isUntouchedReturn } from './return-mark.js';
import { type Run, run } from './run.js';
import type { ValidateOptions, ValidateResult } from './types.js';

/**
 * Reads and settles as `rollup` does; writes what is asked for: copies to return.
 * @throws EnvironmentError
 */
export async function validate(options: ValidateOptions): Promise<ValidateResult> {
  const out = options.returnTo === undefined ? null : resolve(options.cwd, options.returnTo);
  if (out !== null) await checkTarget(out, target(options));
  const read = await run(options, out ?? undefined);
  const { summary } = read;
  if (out === null) return { summary };
  return { summary, returned: { path: out, ...(await writeReturned(out, read, options)) } };
}

function target(options: ValidateOptions, registry = options.registry) {
  const held = [...options.inputs, registry, options.config, '.'];
  return {
    force: options.force ?? false,
    isOwn: isUntouchedReturn,
    protect: held.flatMap((path) => (path === undefined ? [] : [resolve(options.cwd, path)])),
    ...(options.signal && { signal: options.signal }),
  };
}

async function writeReturned(out: string, read: Run, options: ValidateOptions) {
  const { writeReturns } = await import('./return.js');
  let returned = { folders: 0, copies: 0 };
  await replaceFolder(
    out,
    async (folder) => {
      returned = await writeReturns(folder, read, options.lang, (done, total) =>
        options.onProgress?.({ phase: 'writing', done, total }),
      );
    },
    target(options, read.registryPath),
  );
  return returned;
}

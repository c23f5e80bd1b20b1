import { resolve } from 'node:path';
import { replaceFolder } from './output/folder.js';
import { isUntouched } from './output/folder-mark.js';
import { checkTarget } from './output/target.js';
import { refuseExisting } from './output/write-result.js';
import type { Run } from './run.js';
import type { ValidateOptions, ValidateResult } from './types.js';
import { lockedToLook, type NotNoted } from './workspace/lock.js';
import { runInTime } from './workspace/run-in-time.js';
import { inWorkspace, type Workspace } from './workspace/workspace.js';

/**
 * Reads and settles as `rollup` does; writes what is asked for: copies to return, decisions to make.
 * @throws EnvironmentError
 */
export async function validate(given: ValidateOptions): Promise<ValidateResult> {
  const { options, workspace } = await inWorkspace(given);
  const work = (notNoted: NotNoted | null) => validateIn(options, workspace, notNoted);
  return workspace === null ? work(null) : lockedToLook(workspace, work, { besideOthers: true });
}

async function validateIn(
  options: ValidateOptions,
  workspace: Workspace | null,
  notNoted: NotNoted | null,
): Promise<ValidateResult> {
  const out = options.returnTo === undefined ? null : resolve(options.cwd, options.returnTo);
  if (out !== null) await checkTarget(out, target(options));
  const { decisions } = options;
  // It may have been filled in: told before the work begins.
  if (decisions !== undefined)
    await refuseExisting(decisions, { cwd: options.cwd, force: options.force ?? false });
  const read = await runInTime(options, workspace, {
    ...(out !== null && { exclude: out }),
    canNote: notNoted === null,
  });
  const { summary } = read;
  return {
    summary,
    stray: read.stray,
    empty: read.empty,
    closed: read.closed,
    ...(notNoted && { notNoted }),
    ledgerDamage: read.ledgerDamage,
    ...(out !== null && {
      returned: { path: out, ...(await writeReturned(out, read, options)) },
    }),
    ...(decisions !== undefined && {
      decisions: await (await import('./decisions/decision-file.js')).writeDecisions(
        decisions,
        summary,
        options,
      ),
    }),
  };
}

function target(options: ValidateOptions, registry = options.registry) {
  const held = [...options.inputs, registry, options.config, '.'];
  return {
    force: options.force ?? false,
    isOwn: isUntouched,
    protect: held.flatMap((path) => (path === undefined ? [] : [resolve(options.cwd, path)])),
    ...(options.signal && { signal: options.signal }),
  };
}

async function writeReturned(out: string, read: Run, options: ValidateOptions) {
  const { writeReturns } = await import('./output/return.js');
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

import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { byCodePoint } from '../../core/order.js';
import { isMonth, type Month, monthsOf, parsePeriod } from '../../core/period.js';
import { askedPeriod } from '../asked.js';
import { CONFIG_NAME, loadConfig } from '../config/config.js';
import { missingInput } from '../inputs/missing-input.js';
import { leftOutByName } from '../inputs/triage.js';
import { isFolder, isThere } from '../system/exists.js';
import type { RunOptions } from '../types.js';
import { namesIn } from './files.js';

/** A folder that months are worked in, and the places in it. Absolute paths. */
export interface Workspace {
  readonly root: string;
  readonly config: string;
  readonly registry: string;
  /** `submissions/2024-09/…` */
  readonly submissions: string;
  readonly out: string;
  /** `closed/2024-09/…`: plain files, to be kept. */
  readonly closed: string;
  /** The ledger, the lock and the cache. */
  readonly own: string;
  readonly cache: string;
}

/** The paths of the workspace at a folder, whether they are there or not. */
export function workspaceAt(root: string): Workspace {
  const own = join(root, '.ccds');
  return {
    root,
    config: join(root, CONFIG_NAME),
    registry: join(root, 'registry'),
    submissions: join(root, 'submissions'),
    out: join(root, 'out'),
    closed: join(root, 'closed'),
    own,
    cache: join(own, 'cache'),
  };
}

/** The workspace that a folder lies in; null where it lies in none. */
export async function findWorkspace(cwd: string): Promise<Workspace | null> {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const found = workspaceAt(at);
    if (await isWorkspace(found)) return found;
    if (dirname(at) === at) return null;
  }
}

/** `.ccds/` may be left out of a copy; then the config beside the submissions tells it. */
async function isWorkspace({ own, config, submissions }: Workspace): Promise<boolean> {
  if (await isFolder(own)) return true;
  return (await isThere(config)) && (await isFolder(submissions));
}

/** What a workspace may supply to any call. */
type Supplied = Pick<RunOptions, 'cwd' | 'config' | 'registry' | 'cache'>;

/** A call with what its workspace supplies, and the workspace where it is about its months. */
export interface Placed<T extends Supplied> {
  readonly options: T;
  readonly workspace: Workspace | null;
}

/**
 * Completes a call by the workspace that it is made in: its config, registry and cache; and
 * without any INPUT its newest month's submissions, or those of the period asked for. With an
 * INPUT the call is about that, and the workspace's months are left alone.
 * @throws EnvironmentError `no-inputs`, `period-needed`, `period-bad`, `input-missing`
 */
export async function inWorkspace<T extends RunOptions>(given: T): Promise<Placed<T>> {
  const { options, workspace } = await withWorkspace(given);
  if (given.inputs.length > 0) return { options, workspace: null };
  if (workspace === null) throw new EnvironmentError('no-inputs');
  const period = given.period ?? (await newestMonth(workspace));
  return { options: { ...options, period, inputs: await inputsOf(workspace, period) }, workspace };
}

/** The period that was asked for; before it is missed, an INPUT is that is not there. @throws EnvironmentError */
export async function neededPeriod({ period, inputs, cwd }: RunOptions): Promise<string> {
  if (period !== undefined) return period;
  for (const input of inputs)
    if (!(await isThere(resolve(cwd, input)))) throw await missingInput(input, cwd, inputs);
  throw new EnvironmentError('period-needed', { found: '' });
}

/** Completes a call that reads no submissions by the workspace that it is made in. */
export async function withWorkspace<T extends Supplied>(given: T): Promise<Placed<T>> {
  const workspace = await findWorkspace(given.cwd);
  if (workspace === null) return { options: given, workspace };
  return { options: await withDefaults(given, workspace), workspace };
}

async function withDefaults<T extends Supplied>(given: T, workspace: Workspace): Promise<T> {
  const config = given.config ?? ((await isThere(workspace.config)) ? workspace.config : undefined);
  const registry = await registryFor(
    { ...given, ...(config !== undefined && { config }) },
    workspace,
  );
  return {
    ...given,
    ...(config !== undefined && { config }),
    ...(registry !== undefined && { registry }),
    cache: given.cache ?? workspace.cache,
  };
}

/** The registry asked for, else the one that the config names, else the workspace's own. */
async function registryFor(
  { registry, config, cwd }: Supplied,
  workspace: Workspace,
): Promise<string | undefined> {
  if (registry !== undefined) return registry;
  const named = (await loadConfig(config, cwd)).registry;
  if (named !== null) return named;
  return (await isThere(workspace.registry)) ? workspace.registry : undefined;
}

/** @throws EnvironmentError `period-needed` */
export async function newestMonth(workspace: Workspace): Promise<Month> {
  const newest = (await monthFolders(workspace)).at(-1);
  if (newest === undefined) throw new EnvironmentError('period-needed', { found: '' });
  return newest;
}

/** Months that have a folder of submissions, the earliest first. */
export async function monthFolders({ submissions }: Workspace): Promise<readonly Month[]> {
  return monthsIn(submissions);
}

/** What lies among the months' folders and in none of them, so that no run reads it. */
export async function strayIn({ submissions }: Workspace): Promise<readonly string[]> {
  const names = await namesIn(submissions);
  return names
    .filter((name) => parsePeriod(name) === null && leftOutByName(name) === null)
    .sort(byCodePoint);
}

/** Months that a folder has entries of, the earliest first. */
export async function monthsIn(folder: string): Promise<readonly Month[]> {
  const names = await namesIn(folder);
  return names.filter((name): name is Month => isMonth(name)).sort();
}

/** Folders of a period's submissions: its months', and its own. */
async function inputsOf(workspace: Workspace, text: string): Promise<readonly string[]> {
  const period = askedPeriod(text);
  const folders: string[] = [];
  for (const name of new Set([...monthsOf(period), period])) {
    const folder = join(workspace.submissions, name);
    if (await isFolder(folder)) folders.push(folder);
  }
  if (folders.length > 0) return folders;
  throw new EnvironmentError('input-missing', {
    path: join(workspace.submissions, period),
    near: '',
  });
}

/** @throws EnvironmentError `workspace-needed` */
export async function needWorkspace(cwd: string): Promise<Workspace> {
  const workspace = await findWorkspace(cwd);
  if (workspace === null) throw new EnvironmentError('workspace-needed', { path: cwd });
  return workspace;
}

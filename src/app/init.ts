import { copyFile, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { dayInVietnam } from '../core/days.js';
import { codeOf } from '../core/error-code.js';
import type { Finding } from '../core/finding.js';
import { jsonText } from '../core/json-text.js';
import type { Lang } from '../core/lang.js';
import { type Month, monthOfDate } from '../core/period.js';
import { askedPeriod } from './asked.js';
import { loadConfig } from './config/config.js';
import { discard, recover, sidePath } from './output/swap.js';
import { locateRegistry, readDoubtful, refuseIfAny } from './registry.js';
import { isFolder, isThere } from './system/exists.js';
import { makeFolder } from './system/make-folder.js';
import { renameOnceFree } from './system/rename.js';
import { asWorkspaceError } from './workspace/files.js';
import { monthFolders, type Workspace, workspaceAt } from './workspace/workspace.js';

/** What is asked of `ccds init`. */
export interface InitOptions {
  readonly cwd: string;
  readonly lang: Lang;
  /** Folder of the workspace; the current one without it. */
  readonly folder?: string;
  /** Registry to begin with: a folder, a workbook, or the name of a bundled one. */
  readonly registry?: string;
  /** First month to make a folder for; the present one without it. */
  readonly period?: string;
  readonly now?: Date;
}

/** The workspace as it stands now. */
export interface InitResult {
  readonly root: string;
  readonly month: string;
  /** What was made, from the root; nothing that was there is touched. */
  readonly made: readonly string[];
  /** The table of units where it was made with its headings alone; null of a registry with units. */
  readonly blankUnits: string | null;
  /** The registry that was there already, where another was asked for: that one is not used. */
  readonly kept: string | null;
  /** What the checks of the registry say. */
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'place'>[];
}

const UNITS = 'units.csv';

/** Headers of the registry's tables, for a province that begins with none. */
const TABLES: Readonly<Record<string, string>> = {
  [UNITS]: 'code,name,level,parent,valid_from,valid_to',
  'baselines.csv': 'unit,baseline,from,value',
  'targets.csv': 'unit,indicator,period,value',
  'changes.csv': 'effective,from,to,share',
};

/** Tables for month after month, added to any registry that lacks them. */
const MONTHLY: Readonly<Record<string, string>> = {
  'holidays.csv': 'date,name',
  'contacts.csv': 'unit,name,phone',
};

/** The submissions hold personal data, and the rest can be made again: neither is for git. */
const IGNORED = ['.ccds/', 'out/', 'submissions/', ''].join('\n');

/**
 * Lays a workspace out. What is there already stays as it is, so that it can be called again; an
 * inconsistent registry is not begun with (contract, Registry).
 * @throws EnvironmentError `workspace-unwritable`, `registry-missing`, `registry-bad`, `config-bad`,
 * `period-bad`
 */
export async function init(options: InitOptions): Promise<InitResult> {
  const root = resolve(options.cwd, options.folder ?? '.');
  const workspace = workspaceAt(root);
  const month = await firstPeriod(options, workspace);
  const { findings, kept } = await checkRegistry(workspace, options);
  const made = new Making(root);
  try {
    const registry = await addRegistry(made, workspace, options);
    await made.file(workspace.config, jsonText({ registry }));
    for (const [name, header] of Object.entries(MONTHLY))
      if (await isFolder(workspace.registry))
        await made.file(join(workspace.registry, name), `${header}\n`);
    await made.folder(join(workspace.submissions, month));
    for (const folder of [workspace.out, workspace.closed, workspace.own])
      await made.folder(folder);
    await made.file(join(root, '.gitignore'), IGNORED);
  } catch (error) {
    await made.takeBack();
    throw asWorkspaceError(error, root);
  }
  const blank = `${relative(root, workspace.registry)}/${UNITS}`;
  const isBlank = options.registry === undefined && made.names.includes(blank);
  return { root, month, made: made.names, blankUnits: isBlank ? blank : null, kept, findings };
}

/** What the registry that will be worked with says of itself; none of one that has no units yet. */
async function checkRegistry(
  { root, config: file, registry }: Workspace,
  { registry: given, cwd }: InitOptions,
): Promise<Pick<InitResult, 'findings' | 'kept'>> {
  const config = await loadConfig(undefined, root);
  const own = (await isThere(file)) ? (config.registry ?? registry) : registry;
  const isOwn = await isThere(own);
  const path = isOwn ? own : given;
  if (path === undefined) return { findings: [], kept: null };
  const { problems, findings } = await readDoubtful(path, cwd, config);
  const isBlank = ({ problem }: { readonly problem: string }) => problem === 'no-units';
  refuseIfAny(isOwn ? problems.filter((one) => !isBlank(one)) : problems);
  const isOther = isOwn && given !== undefined && resolve(cwd, given) !== resolve(root, own);
  return {
    findings: findings.map(({ code, severity, place }) => ({ code, severity, place })),
    kept: isOther ? relative(root, resolve(root, own)).replaceAll('\\', '/') : null,
  };
}

/** Asked for no month, one with months already gets none: an empty one would be the newest. */
async function firstPeriod(
  { period, now = new Date() }: InitOptions,
  workspace: Workspace,
): Promise<string> {
  if (period !== undefined) return askedPeriod(period);
  return (await monthFolders(workspace)).at(-1) ?? currentMonth(now);
}

/** The month of reporting that today lies in, in Vietnam. */
function currentMonth(now: Date): Month {
  return monthOfDate(dayInVietnam(now.toISOString()));
}

/** @returns the registry's path, as the config is to have it */
async function addRegistry(
  made: Making,
  { registry, root }: Workspace,
  options: InitOptions,
): Promise<string> {
  const own = relative(root, registry);
  await recover(root);
  if (await isThere(registry)) return own;
  if (options.registry === undefined) {
    await made.whole(registry, Object.keys(TABLES), (name, path) =>
      writeFile(path, `${TABLES[name]}\n`),
    );
    return own;
  }
  const found = await locateRegistry(options.registry, options.cwd);
  if (!(await isFolder(found))) return relative(root, found).replaceAll('\\', '/');
  // The tables, and nothing else that lies beside them.
  const tables = (await readdir(found)).filter((one) => /\.csv$/i.test(one)).sort();
  await made.whole(registry, tables, (name, path) => copyFile(join(found, name), path));
  return own;
}

/** Makes what is not there, and remembers it. */
class Making {
  readonly names: string[] = [];
  private readonly files: string[] = [];
  /** Those above before those within them. */
  private readonly newFolders: string[] = [];
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async folder(path: string): Promise<void> {
    if (await isFolder(path)) return;
    await this.folders(path);
    this.names.push(`${this.nameOf(path)}/`);
  }

  async file(path: string, text: string): Promise<void> {
    if (await isThere(path)) return;
    await this.folders(dirname(path));
    await this.begun(path, () => writeFile(path, text, { flag: 'wx' }));
    this.names.push(this.nameOf(path));
  }

  /**
   * Takes away what was made, as far as that can be done: a table that was cut short on a full disk would
   * be taken for one's own the next time. A folder that something was put in since stays.
   */
  async takeBack(): Promise<void> {
    for (const path of this.files) await rm(path, { force: true }).catch(() => {});
    for (const path of this.newFolders.reverse()) await rmdir(path).catch(() => {});
  }

  /** A folder with those above it. */
  private async folders(path: string): Promise<void> {
    const above = dirname(path);
    if (await isThere(path)) return makeFolder(path);
    if (above !== path) await this.folders(above);
    await makeFolder(path);
    this.newFolders.push(path);
  }

  /** What another has made in the meantime is not ours to take away. */
  private async begun(path: string, make: () => Promise<void>): Promise<void> {
    try {
      await make();
    } catch (error) {
      if (!codeOf(error).endsWith('EEXIST')) this.files.push(path);
      throw error;
    }
    this.files.push(path);
  }

  /**
   * A folder with its files, whole or not at all: of a registry that was stopped at half its tables nothing
   * would tell the next time that some are missing.
   */
  async whole(
    path: string,
    names: readonly string[],
    write: (name: string, file: string) => Promise<void>,
  ): Promise<void> {
    await this.folders(dirname(path));
    const fresh = sidePath('new', path);
    try {
      await makeFolder(fresh);
      for (const name of names) await write(name, join(fresh, name));
      await renameOnceFree(fresh, path);
    } catch (error) {
      await discard(fresh);
      throw error;
    }
    this.newFolders.push(path);
    this.names.push(`${this.nameOf(path)}/`);
    for (const file of names.map((name) => join(path, name))) {
      this.files.push(file);
      this.names.push(this.nameOf(file));
    }
  }

  private nameOf(path: string): string {
    return relative(this.root, path).replaceAll('\\', '/');
  }
}
